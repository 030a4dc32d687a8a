/** What may stand at the cursor: from the vocabulary, the names of the workspace, and the types. */

import { LineSort } from '../../grammar/lines.ts'
import { paragraph } from '../markup/document.ts'
import { lineKind, topKind } from '../vocabulary/vocabulary.ts'
import { completeExpression, completeRuleLine } from './complete-expression.ts'
import { completeColumns, completeRow, completeTables } from './complete-table.ts'
import { completeField, completeMeasure } from './complete-values.ts'
import { completeKinds, completeLines, saidIn } from './complete-words.ts'
import { type Completion, MOST_OFFERED, offer } from './completion-item.ts'
import { clauseDoc, fieldDoc } from './docs.ts'
import { type Block, type LineContext, lineContext } from './line-context.ts'
import { settingCompletions } from './settings.ts'
import { slotOf } from './slots.ts'
import type { Snapshot } from './snapshot.ts'

export interface Completions {
  readonly items: readonly Completion[]
  /** Some were left out: ask again when more is typed. */
  readonly incomplete: boolean
}

const NOTHING: readonly Completion[] = []

export function completion(snapshot: Snapshot, path: string, offset: number): Completions {
  const settings = settingCompletions(snapshot, path, offset)
  if (settings !== undefined) return { items: settings, incomplete: false }
  const tree = snapshot.tree(path)
  if (tree === undefined || tree.source.builtIn) return { items: NOTHING, incomplete: false }
  const context = lineContext(tree, Math.min(offset, tree.source.text.length))
  return narrowed(context, context.inComment ? NOTHING : itemsAt(snapshot, context))
}

function itemsAt(snapshot: Snapshot, context: LineContext): readonly Completion[] {
  const { blocks, tokens, inText, behindBrace, sort } = context
  const block = blocks.at(-1)
  if (inText !== undefined) return inHole(context) ? completeExpression(snapshot, context) : NOTHING
  // What is offered there would be taken by Enter, which is to begin the block.
  if (behindBrace) return NOTHING
  if (tokens.length === 0) return lineStart(snapshot, context, block)
  if (sort === LineSort.header && block !== undefined) {
    return completeColumns(snapshot, context, block)
  }
  if (sort === LineSort.row || sort === LineSort.total) return inRow(context, block)
  if (sort === LineSort.rule) return completeRuleLine(snapshot, context)
  if (sort === LineSort.define) return completeExpression(snapshot, context)
  return onPlanLine(snapshot, context, block)
}

/** Text in quotes has expressions only in braces, and only in rules. */
function inHole({ inText, blocks, source, offset }: LineContext): boolean {
  if (inText === undefined || blocks[0]?.spec?.ruleLines === undefined) return false
  const text = source.text.slice(inText.start, offset)
  return text.lastIndexOf('{') > text.lastIndexOf('}')
}

function lineStart(
  snapshot: Snapshot,
  context: LineContext,
  block: Block | undefined,
): readonly Completion[] {
  const atMargin = context.start === context.lineStart
  if (block === undefined) return [...completeKinds(context), ...completeTables(snapshot, context)]
  const inside = [...completeRow(context, block), ...completeLines(context, block)]
  const anyKind = atMargin || block.spec?.encloses === true
  return anyKind ? [...inside, ...completeKinds(context)] : inside
}

function inRow(context: LineContext, block: Block | undefined): readonly Completion[] {
  const table = block?.spec?.table
  if (table?.rest !== true) return NOTHING
  const doc = [paragraph('What the other columns leave of the whole.')]
  return [offer(context, 'value', 'rest', { doc })]
}

function onPlanLine(
  snapshot: Snapshot,
  context: LineContext,
  block: Block | undefined,
): readonly Completion[] {
  const { tokens, sort } = context
  const keyword = tokens[0]?.image ?? ''
  const isClause = sort === LineSort.clauses
  const within = block?.spec
  const spec = isClause ? within : ((within && lineKind(within, keyword)) ?? topKind(keyword))
  if (spec === undefined) return NOTHING
  const said = block !== undefined && isClause ? saidIn(block) : new Set<string>()
  // A line of clauses goes on with the statement of its block.
  const [first] = tokens
  const slot = slotOf(spec, isClause && first !== undefined ? [first, ...tokens] : tokens, said)
  const place = { snapshot, context, spec }
  const type = slot.mark && (slot.mark === '=' ? spec.value : spec.at)?.type
  if (type?.type === 'expression') return completeExpression(snapshot, context, type.scope)
  const isMeasure = slot.afterNumber || slot.afterPer
  const measures = isMeasure && slot.goesOn !== undefined ? completeMeasure(place, slot.goesOn) : []
  const { at } = spec
  return [
    ...measures,
    ...slot.fields.flatMap((field) => completeField(place, field)),
    ...slot.clauses.map(([word, clause]) => {
      return offer(context, 'clause', word, { doc: clauseDoc(word, clause), order: 2 })
    }),
    ...(at !== undefined && slot.mayPoint
      ? [offer(context, 'clause', 'at', { doc: fieldDoc(at), order: 2 })]
      : []),
  ]
}

/** Each label once; where there are very many, only those that have the letters typed. */
function narrowed({ typed, leftOut }: LineContext, items: readonly Completion[]): Completions {
  const unique = [...new Map(items.map((item) => [item.label, item])).values()]
  const sorted = unique.toSorted((a, b) => a.order - b.order)
  if (sorted.length <= MOST_OFFERED) return { items: sorted, incomplete: leftOut.some }
  const fitting = sorted.filter(({ label }) => label.toLowerCase().includes(typed))
  return { items: fitting.slice(0, MOST_OFFERED), incomplete: true }
}
