/** What changed in the plan, for a person: a summary that fits a screen, and the sheets below it. */

import { printDay } from '../base/date.ts'
import type { CommitmentChange } from '../difference/commitments.ts'
import type { Difference } from '../difference/difference.ts'
import {
  type Block,
  type Document,
  details,
  GAP,
  heading,
  paragraph,
  piece,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import { findingDetails } from './difference-findings.ts'
import { followsDetails } from './difference-follows.ts'
import { statementDetails } from './difference-statements.ts'
import { type Reach, restBlocks, SHORT } from './reach.ts'
import { summaryOf } from './difference-summary.ts'
import { lineTable, sheetTitle } from './sheet-table.ts'
import { textIn } from './text-in.ts'
import { monthsText } from './words.ts'

export function differenceReport(
  difference: Difference,
  notes: readonly string[],
  reach: Reach = SHORT,
): Document {
  const { base, other } = difference
  const business = textIn(other.review.facts.of('business')[0], 'title') ?? 'The plan'
  return [
    heading(2, `${business}: ${base.name} → ${other.name}`),
    paragraph(aboutOf(difference)),
    GAP,
    ...notes.flatMap((text) => [
      paragraph([strong('Note:'), ' ', ...[withCode(text)].flat()]),
      GAP,
    ]),
    ...(difference.empty
      ? [paragraph([strong('Nothing changed in the plan.')]), GAP]
      : summaryOf(difference)),
    ...sheetDetails(difference, reach),
    ...followsDetails(difference, reach),
    ...commitmentDetails(difference.commitments),
    ...statementDetails(difference.statements),
    ...findingDetails(difference.findings, reach),
  ]
}

function aboutOf({ base, other, months }: Difference): string {
  const cycles = [base, other].map(({ review }) => review.model.cycle?.name ?? 'none')
  const [before = '', after = ''] = cycles
  const cycle = before === after ? `Cycle ${after}` : `Cycles ${before} → ${after}`
  const when = months === undefined ? '' : `, months ${monthsText([months])}`
  return `${cycle}${when}. Both judged as of ${printDay(other.review.model.today)}.`
}

function sheetDetails({ sheets, other, base }: Difference, reach: Reach): readonly Block[] {
  const written = sheets
    .map((sheet) => ({ ...sheet, lines: sheet.lines.filter(({ stated }) => stated) }))
    .filter(({ lines }) => lines.length > 0)
  if (written.length === 0) return []
  const currency = other.review.model.units.reporting ?? 'money'
  const content = written
    .slice(0, reach.most)
    .flatMap((sheet) => [
      heading(3, sheetTitle(sheet)),
      ...sheet.lines.flatMap((line) => [lineTable(line, base.name, other.name, currency), GAP]),
    ])
  const rest = restBlocks(written.length, reach, 'sheet')
  return [details('Numbers that changed, by month', [...content, ...rest]), GAP]
}

function commitmentDetails(commitments: readonly CommitmentChange[]): readonly Block[] {
  if (commitments.length === 0) return []
  const rows = commitments.map((each): readonly Text[] => [
    `${each.series} of ${each.family} for ${each.cycle}`,
    each.by,
    each.old ?? 'none',
    each.new === 'sealed, broken' ? [piece('error', each.new)] : (each.new ?? 'none'),
    [each.touched ? 'its numbers change' : '', each.resealed ? 'sealed anew' : '']
      .filter((word) => word !== '')
      .join(', '),
  ])
  const columns = ['commitment', 'by', 'before', 'now', 'why'].map((title) => ({
    title,
    align: 'left' as const,
  }))
  const content: Document = [{ kind: 'table', columns, rows, indent: 2 }, GAP]
  return [details(`Commitments touched: ${commitments.length}`, content), GAP]
}
