/** What follows from changed numbers: stock, backlog, money, load and the gap to the budget. */

import type { Line as Stretched } from '../comparison/line.ts'
import type { Difference } from '../difference/difference.ts'
import { type Block, details, type Document, GAP, heading, type Text } from '../markup/document.ts'
import { numberText, signedText } from './number-text.ts'
import { type Reach, restBlocks } from './reach.ts'
import { lineTable, sheetTitle } from './sheet-table.ts'
import { monthsText } from './words.ts'

export function followsDetails(difference: Difference, reach: Reach): readonly Block[] {
  const content = [
    ...familyBlocks(difference, reach),
    ...stretchedBlocks(difference, 'all families', difference.business),
    ...difference.resources.flatMap(({ subject, lines }) =>
      stretchedBlocks(difference, `${subject.kind} ${subject.name ?? ''}`, lines),
    ),
    ...budgetBlocks(difference),
  ]
  const what = 'What follows: stock, backlog, money, load, budget'
  return content.length === 0 ? [] : [details(what, content), GAP]
}

function familyBlocks({ sheets, base, other }: Difference, reach: Reach): Document {
  const currency = other.review.model.units.reporting ?? 'money'
  const all = sheets
    .map((sheet) => ({ ...sheet, lines: sheet.lines.filter(({ stated }) => !stated) }))
    .filter(({ lines }) => lines.length > 0)
  return [
    ...all
      .slice(0, reach.most)
      .flatMap((sheet): readonly Block[] => [
        heading(3, sheetTitle(sheet)),
        ...sheet.lines.flatMap((line) => [lineTable(line, base.name, other.name, currency), GAP]),
      ]),
    ...restBlocks(all.length, reach, 'family', 'families'),
  ]
}

function stretchedBlocks(
  { base, other }: Difference,
  name: string,
  lines: readonly Stretched[],
): Document {
  if (lines.length === 0) return []
  const tables = lines.flatMap(({ what, unit, stretches, totals }): readonly Block[] => {
    const rows = stretches.map((each): readonly Text[] => [
      monthsText([each.months]),
      numberText(each.base),
      numberText(each.other),
      signedText(each.difference),
    ])
    // Where a family has no price, only some months have a sum.
    const all =
      totals?.difference === undefined
        ? []
        : [
            [
              'all',
              numberText(totals.base),
              numberText(totals.other),
              signedText(totals.difference),
            ],
          ]
    const title = unit === undefined ? what : `${what}, ${unit}`
    return [tableOf(title, [base.name, other.name, 'difference'], [...rows, ...all]), GAP]
  })
  return [heading(3, name), ...tables]
}

function budgetBlocks({ budgetGaps, base, other }: Difference): Document {
  if (budgetGaps.length === 0) return []
  const unit = budgetGaps[0]?.unit ?? 'money'
  const rows = budgetGaps.map(({ subject, year, old, new: now, difference }): readonly Text[] => [
    `${subject.kind === 'business' ? 'the business' : subject.name}, ${monthsText([year])}`,
    signedText(old),
    signedText(now),
    signedText(difference),
  ])
  const columns = [base.name, other.name, 'difference']
  return [
    heading(3, 'Latest call less budget, by fiscal year'),
    tableOf(`revenue, ${unit}`, columns, rows),
    GAP,
  ]
}

function tableOf(
  title: string,
  names: readonly string[],
  rows: readonly (readonly Text[])[],
): Block {
  const columns = names.map((each) => ({ title: each, align: 'right' as const }))
  return { kind: 'table', columns: [{ title, align: 'left' }, ...columns], rows, indent: 2 }
}
