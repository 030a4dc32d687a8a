/** The line that the cursor stands on, read as far as the cursor: what completion goes by. */

import type { Source, Span } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import { isWordPart, MINUS, QUOTE, SLASH, SPACE, textEnd } from '../../grammar/chars.ts'
import { lex } from '../../grammar/lexer.ts'
import type { Lines } from '../../grammar/lines.ts'
import { codesOf } from '../../grammar/codes.ts'
import { LineSort, scanLines, sortOfCode } from '../../grammar/lines.ts'
import { Problems } from '../../grammar/problems.ts'
import type { Token } from '../../grammar/tokens.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { lineKind, topKind } from '../vocabulary/vocabulary.ts'

/** A block that is open where the cursor stands. */
export interface Block {
  readonly statement: Statement
  /** Undefined where no such kind stands there. */
  readonly spec: KindSpec | undefined
}

export interface LineContext {
  readonly source: Source
  readonly offset: number
  /** Where the physical line begins, its indent included. */
  readonly lineStart: number
  /** The first letter of the logical line, or where the cursor stands on an empty one. */
  readonly start: number
  /** One of `LineSort`, of the line as far as it is written. */
  readonly sort: number
  /** The word that is being typed: from its first letter to its last. */
  readonly word: Span
  /** Its letters up to the cursor, in lower case. */
  readonly typed: string
  /** Set where names were left out that do not have these letters, since there are so many. */
  readonly leftOut: { some: boolean }
  /** What stands before that word. */
  readonly tokens: readonly Token[]
  /** In a text in quotes: that text so far. */
  readonly inText: Span | undefined
  readonly inComment: boolean
  /** A brace stands before the word: the line ends there. */
  readonly behindBrace: boolean
  /** The blocks around the line, outermost first. */
  readonly blocks: readonly Block[]
}

export function lineContext(tree: Tree, offset: number): LineContext {
  const { source } = tree
  const lines = linesAround(source, offset)
  const line = lineAt(lines, offset)
  let first = line
  while (first > 0 && lines.sort[first] === LineSort.continuation) first -= 1
  const { text } = source
  const start = Math.min(lines.codeStart[first] ?? offset, offset)
  const comment = lines.comment[line] ?? -1
  const word = wordAround(source, start, offset)
  const block = blocksAt(tree.statements, start, offset, undefined)
  const { tokens } = lex(new Problems(source), start, word.start)
  const last = tokens.at(-1)
  const behind = last === undefined ? start : last.startOffset + last.image.length
  return {
    source,
    offset,
    lineStart: lines.start[line] ?? start,
    start,
    sort: start === offset ? LineSort.blank : sortOfCode(text, start, offset),
    word,
    typed: text.slice(word.start, offset).toLowerCase(),
    leftOut: { some: false },
    tokens,
    inText: textAround(source, start, offset),
    inComment: comment !== -1 && comment < offset,
    behindBrace: /[{}]/.test(text.slice(behind, word.start)),
    blocks: block,
  }
}

/**
 * The lines up to that of an offset, from the last one that has no indent: such a line goes on with
 * none before it.
 */
function linesAround(source: Source, offset: number): Lines {
  const { text } = source
  let from = offset
  do {
    const newline = from === 0 ? -1 : text.lastIndexOf('\n', from - 1)
    from = newline + 1
    if (from < offset && text.charCodeAt(from) > SPACE) break
    from = Math.max(newline, 0)
  } while (from > 0)
  const newline = text.indexOf('\n', offset)
  return scanLines(source, codesOf(source, from, newline === -1 ? text.length : newline + 1))
}

/** The line of an offset among these; behind the last line end it is one more. */
function lineAt({ start, count, end }: Lines, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((start[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const line = Math.max(low - 1, 0)
  return line === count - 1 && offset > (end[line] ?? 0) ? count : line
}

function wordAround(source: Source, start: number, offset: number): Span {
  const { text } = source
  const isPart = (at: number): boolean => {
    const code = text.charCodeAt(at)
    return isWordPart(code) || code === MINUS || code === SLASH
  }
  let from = offset
  while (from > start && isPart(from - 1)) from -= 1
  let to = offset
  while (to < text.length && isPart(to)) to += 1
  return spanOf(source, from, to)
}

/** The text in quotes that is open at the offset. */
function textAround(source: Source, start: number, offset: number): Span | undefined {
  const { text } = source
  for (let at = start; at < offset; at += 1) {
    if (text.charCodeAt(at) !== QUOTE) continue
    const end = textEnd(text, at, text.length)
    if (end === -1 || end > offset) return spanOf(source, at, offset)
    at = end - 1
  }
  return undefined
}

/** A block that is not closed goes on to the next statement. */
function blocksAt(
  statements: readonly Statement[],
  start: number,
  offset: number,
  parent: KindSpec | undefined,
): readonly Block[] {
  const at = statements.findLastIndex((each) => each.line.span.end < start)
  const statement = statements[at]
  if (statement === undefined || !statement.hasBlock) return []
  const { source, end } = statement.span
  const closed = source.text.charAt(end - 1) === '}'
  if (closed && offset >= end) return []
  const keyword = statement.line.keyword.text
  const spec = kindIn(parent, keyword)
  const inner = statement.entries.filter((entry) => entry.sort === 'statement')
  return [{ statement, spec }, ...blocksAt(inner, start, offset, spec)]
}

/** What a keyword begins at the top of a file, or in a block; a block may be a world of its own. */
function kindIn(parent: KindSpec | undefined, keyword: string): KindSpec | undefined {
  if (parent === undefined) return topKind(keyword)
  return lineKind(parent, keyword) ?? (parent.encloses === true ? topKind(keyword) : undefined)
}
