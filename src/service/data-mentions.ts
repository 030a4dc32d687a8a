/** Items that files of item plans name, in their header or in a column of their own. */

import type { ItemData } from '../base/item-data.ts'
import { lineStartsOf, type Source, type Span, spanOf } from '../base/source.ts'
import type { Facts } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import { VOCABULARY } from '../vocabulary/vocabulary.ts'
import type { Mention } from './mention.ts'
import type { Snapshot } from './snapshot.ts'
import { targetNamed } from './targets.ts'

/** Kinds whose numbers, by item, may stand in a file. */
const KINDS = VOCABULARY.filter(
  ({ table, clauses }) =>
    table?.columns === 'items' && clauses?.from?.fields.some(({ type }) => type.type === 'path'),
)

export function* dataMentions({ review, given }: Snapshot): Generator<Mention> {
  const { facts } = review
  const paths = new Set(
    KINDS.flatMap(({ kind }) => facts.of(kind).flatMap((fact) => textIn(fact, 'path') ?? [])),
  )
  for (const path of paths) {
    const data = given.readItems(path)
    if (!('problem' in data)) yield* mentionsIn(facts, data)
  }
}

function* mentionsIn(facts: Facts, data: ItemData): Generator<Mention> {
  const words = data.header.map((name) => name.trim().toLowerCase())
  const item = words.indexOf('item')
  const byRow = item >= 0 && words.includes('quantity')
  if (!byRow) yield* named(facts, data, 1, data.header, (at) => words[at] !== 'month')
  else
    for (const { line, cells } of data.rows)
      yield* named(facts, data, line, cells, (at) => at === item)
}

/** Cells are looked for one behind the other: two of a line may say the same. */
function* named(
  facts: Facts,
  { source }: ItemData,
  line: number,
  cells: readonly string[],
  wanted: (at: number) => boolean,
): Generator<Mention> {
  const whole = lineSpan(source, line)
  let from = whole.start
  for (const [at, cell] of cells.entries()) {
    const text = cell.trim()
    const found = text === '' ? -1 : source.text.indexOf(text, from)
    const inLine = found >= 0 && found + text.length <= whole.end
    if (inLine) from = found + text.length
    const target = wanted(at) ? targetNamed(facts, ['item'], text) : undefined
    if (target === undefined) continue
    yield { span: inLine ? spanOf(source, found, from) : whole, target }
  }
}

function lineSpan(source: Source, line: number): Span {
  const starts = lineStartsOf(source)
  return spanOf(source, starts[line - 1] ?? 0, starts[line] ?? source.text.length)
}
