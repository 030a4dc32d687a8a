/** What changed in the plan, for a person: a summary that fits a screen, and the sheets below it. */

import { printDay } from '../base/date.ts'
import type { CommitmentChange } from '../difference/commitments.ts'
import type { Difference } from '../difference/difference.ts'
import type { Found } from '../difference/findings.ts'
import type { Line } from '../difference/line.ts'
import type { Sheet } from '../difference/sheets.ts'
import {
  type Block,
  type Document,
  details,
  entry,
  GAP,
  heading,
  list,
  paragraph,
  piece,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import { followsDetails } from './difference-follows.ts'
import { statementDetails } from './difference-statements.ts'
import { signedText } from './number-text.ts'
import { fenceText, isOpen, lineTable, sheetTitle } from './sheet-table.ts'
import { counted, monthsText } from './words.ts'

/** Rows and findings of the summary; all of them stand below. */
const MOST = 10

/** Findings and families of what is folded: a comment on a merge request has a limit, too. */
const MOST_FOLDED = 50

export function differenceReport(difference: Difference, notes: readonly string[]): Document {
  const { base, other } = difference
  const title = other.review.facts.of('business')[0]?.fields.get('title')?.value
  const business = title?.type === 'text' ? title.text : 'The plan'
  return [
    heading(2, `${business}: ${base.name} → ${other.name}`),
    paragraph(aboutOf(difference)),
    GAP,
    ...(difference.empty
      ? [paragraph([strong('Nothing changed in the plan.')]), GAP]
      : summaryOf(difference)),
    ...notes.flatMap((text) => [paragraph([strong('Note:'), ` ${text}`]), GAP]),
    ...sheetDetails(difference),
    ...followsDetails(difference),
    ...commitmentDetails(difference.commitments),
    ...statementDetails(difference.statements),
    ...findingDetails(difference),
  ]
}

function aboutOf({ base, other, months }: Difference): string {
  const cycles = [base, other].map(({ review }) => review.model.cycle?.name ?? 'none')
  const [before = '', after = ''] = cycles
  const cycle = before === after ? `Cycle ${after}` : `Cycles ${before} → ${after}`
  const when = months === undefined ? '' : `, months ${monthsText([months])}`
  return `${cycle}${when}. Both judged as of ${printDay(other.review.model.today)}.`
}

function summaryOf(difference: Difference): readonly Block[] {
  const { findings } = difference
  return [
    list(verdictsOf(difference)),
    GAP,
    ...summaryTable(difference),
    ...findingBlocks('Findings that this brings in:', worstFirst(findings.new).slice(0, MOST)),
    ...more(findings.new.length - MOST, 'new finding', 'below'),
  ]
}

function verdictsOf(difference: Difference): readonly Text[] {
  const { sheets, business, commitments, findings, renamed, statements } = difference
  const revenue = business.find(({ what }) => what === 'revenue')
  const money = revenue?.totals?.difference ?? revenue?.stretches[0]?.difference
  const cells = sheets.flatMap(({ lines }) => lines.filter((line) => line.stated))
  const count = cells.reduce((sum, { rows }) => sum + rows.length, 0)
  const families = new Set(sheets.map(({ subject }) => subject.name)).size
  const open = cells.flatMap(({ rows }) => rows.filter(({ fence }) => isOpen(fence)))
  const broken = commitments.filter((each) => each.new === 'sealed, broken')
  return [
    ...renamed.map(({ from, to }) => `Family ${from} is renamed to ${to}.`),
    count === 0
      ? 'No number that anybody wrote changes.'
      : [
          `${counted(count, 'number')} of ${counted(families, 'family', 'families')} change`,
          money === undefined ? '.' : `: revenue ${signedText(money)} ${revenue?.unit ?? ''}.`,
        ],
    ...(statements.length === 0
      ? []
      : [`${counted(statements.length, 'other statement')} changed.`]),
    ...(open.length === 0
      ? []
      : [
          [strong(`${counted(open.length, 'change')} inside a fence without the approval needed.`)],
        ]),
    ...(broken.length === 0 ? [] : [[strong(`${counted(broken.length, 'seal')} broken.`)]]),
    [
      findings.new.length === 0
        ? 'Findings: none new'
        : strong(`Findings: ${findings.new.length} new`),
      `, ${findings.mended.length} mended, ${findings.still.length} still there, ${findings.waived.length} newly waived.`,
    ],
  ]
}

const SEVERITIES = ['error', 'warning', 'information'] as const

function worstFirst(found: readonly Found[]): readonly Found[] {
  return SEVERITIES.flatMap((severity) =>
    found.filter(({ finding }) => finding.severity === severity),
  )
}

function summaryTable({ sheets, other }: Difference): readonly Block[] {
  const lines = sheets.flatMap((sheet) =>
    sheet.lines.filter(({ stated }) => stated).map((line) => ({ sheet, line })),
  )
  if (lines.length === 0) return []
  const currency = other.review.model.units.reporting ?? 'money'
  return [
    {
      kind: 'table',
      columns: [
        { title: 'family', align: 'left' },
        { title: 'number', align: 'left' },
        { title: 'months', align: 'left' },
        { title: 'difference', align: 'right' },
        { title: `at price, ${currency}`, align: 'right' },
        { title: 'fence', align: 'left' },
      ],
      rows: lines.slice(0, MOST).map(({ sheet, line }) => summaryRow(sheet, line)),
      indent: 2,
    },
    GAP,
    ...more(lines.length - MOST, 'line', 'below'),
  ]
}

function summaryRow({ version, subject, is }: Sheet, line: Line): readonly Text[] {
  const ranges = line.rows.map(({ month }) => ({ from: month, to: month }))
  const first = ranges[0]?.from
  const last = ranges.at(-1)?.to
  const span = first === undefined || last === undefined ? [] : [{ from: first, to: last }]
  const marked = is === 'kept' ? subject.name : `${subject.name} (${is})`
  const what = version === 'plan' ? line.what : `${version} ${line.what}`
  const worst = line.rows.find(({ fence }) => isOpen(fence)) ?? line.rows.find((r) => r.fence)
  const several = line.rows.length === 1 || line.total !== undefined
  const [only] = line.rows
  return [
    marked,
    what,
    monthsText(span),
    several ? signedText(line.total?.difference ?? only?.difference) : 'see below',
    several ? signedText(line.total?.money ?? only?.money) : '',
    fenceText(worst?.fence),
  ]
}

function more(count: number, what: string, where: string): readonly Block[] {
  return count <= 0
    ? []
    : [paragraph(withCode(`And ${counted(count, `more ${what}`)} ${where}.`)), GAP]
}

function sheetDetails({ sheets, other, base }: Difference): readonly Block[] {
  const written = sheets
    .map((sheet) => ({ ...sheet, lines: sheet.lines.filter(({ stated }) => stated) }))
    .filter(({ lines }) => lines.length > 0)
  if (written.length === 0) return []
  const currency = other.review.model.units.reporting ?? 'money'
  const content = written
    .slice(0, MOST_FOLDED)
    .flatMap((sheet) => [
      heading(3, sheetTitle(sheet)),
      ...sheet.lines.flatMap((line) => [lineTable(line, base.name, other.name, currency), GAP]),
    ])
  const rest = more(written.length - MOST_FOLDED, 'sheet', 'in `--format json`')
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

function findingDetails({ findings }: Difference): readonly Block[] {
  const folded = (title: string, found: readonly Found[]): readonly Block[] =>
    found.length === 0
      ? []
      : [
          details(`${title}: ${found.length}`, [
            ...findingBlocks('', worstFirst(found).slice(0, MOST_FOLDED)),
            ...more(found.length - MOST_FOLDED, 'finding', 'in `--format json`'),
          ]),
          GAP,
        ]
  return [
    ...(findings.new.length > MOST ? folded('All new findings', findings.new) : []),
    ...folded('Findings mended', findings.mended),
    ...folded('Findings newly waived', findings.waived),
    ...folded('Findings still there', findings.still),
  ]
}

function findingBlocks(title: string, found: readonly Found[]): readonly Block[] {
  if (found.length === 0) return []
  return [
    ...(title === '' ? [] : [paragraph([strong(title)])]),
    ...found.map(({ finding, months }) => {
      const many = months.some(({ from, to }) => from !== to) || months.length > 1
      const when = many ? ` (${monthsText(months)})` : ''
      const due = finding.due === undefined ? '' : ` (to do after ${finding.due})`
      const head = piece(finding.severity, `${finding.severity}[${finding.rule}]`)
      return entry([head], `${finding.message}${when}${due}`)
    }),
    GAP,
  ]
}
