/** What a change comes to, in a screen: how much, who has to say yes to it, and each changed line. */

import { type Exact, sign, sum } from '../base/exact.ts'
import { and } from '../base/phrases.ts'
import type { CommitmentChange } from '../difference/commitments.ts'
import type { Difference } from '../difference/difference.ts'
import type { Line, Row } from '../difference/line.ts'
import type { Sheet } from '../difference/sheets.ts'
import { type Block, GAP, list, paragraph, strong, type Text } from '../markup/document.ts'
import { newFindings } from './difference-findings.ts'
import { signedText } from './number-text.ts'
import { fenceText, isOpen } from './sheet-table.ts'
import { counted, monthsText } from './words.ts'

/** Rows of the table; all of them stand below. */
const MOST = 10

export function summaryOf(difference: Difference): readonly Block[] {
  return [
    list([
      ...difference.renamed.map(({ from, to }) => `Family ${from} is renamed to ${to}.`),
      numbersText(difference),
      ...statementsText(difference),
      ...fenceTexts(difference.sheets),
      ...sealText(difference.commitments),
      findingsText(difference),
    ]),
    GAP,
    ...changedLines(difference),
    ...newFindings(difference.findings),
  ]
}

function numbersText({ sheets, revenue, other }: Difference): string {
  const cells = rowsOf(sheets)
  const families = new Set(sheets.map(({ subject }) => subject.name)).size
  const moved = revenue !== undefined && sign(revenue) !== 0
  const worth = moved
    ? `revenue ${signedText(revenue)} ${other.review.model.units.reporting ?? ''}`
    : undefined
  if (cells.length === 0) {
    // A price is no number of the plan.
    if (worth === undefined) return 'No number that anybody wrote changes.'
    return `No number of the plan is written anew, but what it is worth moves: ${worth}.`
  }
  const numbers = counted(cells.length, 'number')
  const of = counted(families, 'family', 'families')
  const what = `${numbers} of ${of} ${cells.length === 1 ? 'changes' : 'change'}`
  if (revenue === undefined) return `${what}; what that is in revenue is not known.`
  return worth === undefined ? `${what}.` : `${what}: ${worth}.`
}

function statementsText({ statements }: Difference): readonly string[] {
  return statements.length === 0
    ? []
    : [`${counted(statements.length, 'other statement')} changed.`]
}

function rowsOf(sheets: readonly Sheet[]): readonly Row[] {
  return sheets.flatMap(({ lines }) => lines.filter(({ stated }) => stated)).flatMap((l) => l.rows)
}

/** Whose approval is missing, and whose is there; those within bounds need none. */
function fenceTexts(sheets: readonly Sheet[]): readonly Text[] {
  const groups = new Map<string, { count: number; open: boolean }>()
  for (const { fence } of rowsOf(sheets)) {
    if (fence === undefined || !fence.needsApproval) continue
    const whose = isOpen(fence)
      ? `${fence.approver ?? 'somebody'} has to approve${refused(fence.approvedWithoutRight)}`
      : `approved by ${and(fence.approvedBy)}`
    const words = `inside the fence ${fence.fence}: ${whose}.`
    const group = groups.get(words) ?? { count: 0, open: isOpen(fence) }
    groups.set(words, { ...group, count: group.count + 1 })
  }
  const texts = [...groups].toSorted(([, a], [, b]) => Number(b.open) - Number(a.open))
  return texts.map(([words, { count, open }]) => {
    const text = `${counted(count, 'change')} ${words}`
    return open ? [strong(text)] : text
  })
}

function refused(roles: readonly string[]): string {
  return roles.length === 0 ? '' : `, and ${and(roles)} may not`
}

/** Who committed to what is no longer so: the most first. */
function sealText(commitments: readonly CommitmentChange[]): readonly Text[] {
  const counts = new Map<string, number>()
  for (const { by, old, new: now } of commitments) {
    if (now === 'sealed, broken' && old !== now) counts.set(by, (counts.get(by) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const all = [...counts.values()].reduce((total, count) => total + count, 0)
  const roles = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([role, count]) => (counts.size === 1 ? role : `${role} (${count})`))
  const how = 'commit again, or say in a revision what changed'
  return [[strong(`${counted(all, 'seal')} broken, of ${and(roles)}:`), ` ${how}.`]]
}

function findingsText({ findings }: Difference): Text {
  const { new: brought, mended, unjudged, still, waived } = findings
  const first =
    brought.length === 0 ? 'Findings: none new' : strong(`Findings: ${brought.length} new`)
  return [
    first,
    `, ${mended.length} mended`,
    // What is unknown now is not in order.
    ...(unjudged.length === 0 ? [] : [', ', strong(`${unjudged.length} no longer judged`)]),
    `, ${still.length} still there${movedText(findings)}, ${waived.length} newly waived.`,
  ]
}

/** One that is there as before may have grown. */
function movedText({ still }: Difference['findings']): string {
  const moved = still.filter(({ before }) => before !== undefined).length
  return moved === 0 ? '' : ` (${moved} with other numbers)`
}

/** What needs an approval first. */
function changedLines({ sheets, other }: Difference): readonly Block[] {
  const all = sheets.flatMap((sheet) =>
    sheet.lines.filter(({ stated }) => stated).map((line) => ({ sheet, line })),
  )
  if (all.length === 0) return []
  const isFirst = ({ line }: { line: Line }): boolean =>
    line.rows.some(({ fence }) => isOpen(fence))
  const lines = [...all.filter(isFirst), ...all.filter((each) => !isFirst(each))]
  const left = lines.length - MOST
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
      rows: lines.slice(0, MOST).map(({ sheet, line }) => lineRow(sheet, line)),
      indent: 2,
    },
    GAP,
    ...(left > 0 ? [paragraph(`And ${counted(left, 'more line')} below.`), GAP] : []),
  ]
}

function lineRow({ version, subject, is }: Sheet, { what, rows, total }: Line): readonly Text[] {
  const [first] = rows
  const from = first?.month
  const to = rows.at(-1)?.month
  const worst = rows.find(({ fence }) => isOpen(fence)) ?? rows.find((row) => row.fence)
  const adds = rows.length === 1 || total !== undefined
  return [
    is === 'kept' ? subject.name : `${subject.name} (${is})`,
    version === 'plan' ? what : `${version} ${what}`,
    from === undefined || to === undefined ? '' : monthsText([{ from, to }]),
    adds
      ? upAndDown(total === undefined ? first?.difference : total.difference, rows)
      : 'see below',
    adds ? signedText(total === undefined ? first?.money : total.money) : '',
    fenceText(worst?.fence),
  ]
}

/** `+35`; `0 (+200, -200)` where months go both ways, so that a shift between them shows. */
function upAndDown(all: Exact | undefined, rows: readonly Row[]): string {
  const known = rows.flatMap(({ difference }) => difference ?? [])
  const [up, down] = [1, -1].map((way) => known.filter((each) => sign(each) === way))
  if (all === undefined || up?.length === 0 || down?.length === 0) return signedText(all)
  return `${signedText(all)} (${signedText(sum(up ?? []))}, ${signedText(sum(down ?? []))})`
}
