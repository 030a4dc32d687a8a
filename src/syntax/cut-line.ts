/** Cuts a line into the parts that may be set in columns, its tokens spaced as they should be. */

import type { Source } from '../base/source.ts'
import type { Token } from '../../grammar/tokens.ts'
import { At, Equals, Text } from '../../grammar/tokens.ts'
import type { Clause, ClauseLine, PlanLine, RuleLine } from '../../grammar/tree.ts'
import type { CutLine, Part } from './columns.ts'

/** The lines that are cut; the head of a block is no neighbour of any. */
export type Cuttable = PlanLine | ClauseLine | RuleLine

/** The tokens of a line, and for each whether a space stands before it. */
export interface SpacedLine {
  readonly source: Source
  readonly tokens: readonly Token[]
  readonly spaces: readonly boolean[]
}

/** Where a part begins: its offset, and what it is. */
interface Stop {
  readonly start: number
  readonly sort: string
}

/** Columns of one line; what stands behind the last is set as it comes. */
const MOST_PARTS = 16

/** The text of some of the tokens. */
export function spacedText(line: SpacedLine, from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index += 1) {
    const token = line.tokens[index]
    if (token === undefined) break
    if (index > from && line.spaces[index] === true) text += ' '
    text += line.source.text.slice(token.startOffset, token.endOffset + 1)
  }
  return text
}

/** Cuts a line that goes over one physical line. */
export function cutLine(line: SpacedLine, node: Cuttable): CutLine {
  const { tokens } = line
  const starts: number[] = [0]
  const sorts: string[] = ['first']
  for (const { start, sort } of stopsOf(node, tokens)) {
    const index = tokens.findIndex((token) => token.startOffset >= start)
    if (index <= (starts.at(-1) ?? 0)) continue
    if (starts.length > 1 && endsInProse(line, index)) break
    starts.push(index)
    sorts.push(sort)
    if (starts.length === MOST_PARTS) break
  }
  if (starts.length === 1 && tokens.length > 1) {
    starts.push(1)
    sorts.push('rest')
  }
  const parts = starts.map((start, part): Part => {
    return {
      text: spacedText(line, start, starts[part + 1] ?? tokens.length),
      sort: sorts[part] ?? '',
    }
  })
  const [first, ...rest] = parts
  return first === undefined ? [{ text: '', sort: 'first' }] : [first, ...rest]
}

/** Cuts a line that goes on: its first word, and the rest of its first physical line. */
export function cutFirst(line: SpacedLine, count: number): CutLine {
  const first: Part = { text: spacedText(line, 0, 1), sort: 'first' }
  if (count < 2) return [first]
  return [first, { text: spacedText(line, 1, count), sort: 'rest' }]
}

function stopsOf(node: Cuttable, tokens: readonly Token[]): readonly Stop[] {
  if (!('keyword' in node) && node.sort !== 'clauses') return ruleStops(node, tokens)
  const stops: Stop[] = []
  if ('keyword' in node) {
    for (const argument of node.arguments) {
      stops.push({ start: argument.span.start, sort: 'argument' })
    }
    if (node.value !== undefined) stops.push(...wordIn(tokens, Equals))
    // Behind an expression that is more than a quantity nothing is set in columns.
    if (node.value !== undefined && node.value.sort !== 'quantity') return stops
    if (node.at !== undefined) return [...stops, ...wordIn(tokens, At)]
    stops.push(...node.clauses.flatMap(clauseStops))
    return stops
  }
  const [first, ...more] = node.clauses
  if (first === undefined) return stops
  const [argument, ...others] = clauseStops(first)
  if (argument !== undefined) stops.push({ start: argument.start + 1, sort: 'argument' })
  return [...stops, ...others, ...more.flatMap(clauseStops)]
}

function clauseStops(clause: Clause): readonly Stop[] {
  const more = clause.arguments.slice(1)
  return [
    { start: clause.span.start, sort: clause.preposition.text },
    ...more.map(({ span }) => ({ start: span.start, sort: 'argument' })),
  ]
}

/** `let` lines are set in columns, other lines of a rule are not. */
function ruleStops(node: RuleLine, tokens: readonly Token[]): readonly Stop[] {
  if (node.sort !== 'let') return []
  return [{ start: node.name.span.start, sort: 'argument' }, ...wordIn(tokens, Equals)]
}

function wordIn(tokens: readonly Token[], type: typeof At): readonly Stop[] {
  const token = tokens.find(({ tokenType }) => tokenType === type)
  return token === undefined ? [] : [{ start: token.startOffset, sort: token.image }]
}

/**
 * Whether a title or a sentence stands before: what follows stands right behind it. A text in the
 * place of a name, such as "10023", is a name.
 */
function endsInProse(line: SpacedLine, index: number): boolean {
  const token = line.tokens[index - 1]
  if (token?.tokenType !== Text) return false
  return index > 2 || / /.test(line.source.text.slice(token.startOffset, token.endOffset))
}
