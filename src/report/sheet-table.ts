/** One number of a family by month as a table: old, new, difference, money, and the fence. */

import { printMonth } from '../base/month.ts'
import type { FenceState, Line, Row } from '../difference/line.ts'
import type { Sheet } from '../difference/sheets.ts'
import { type Block, piece, type Text } from '../markup/document.ts'
import { numberText, signedText } from './number-text.ts'

export function sheetTitle({ version, subject, is }: Sheet): string {
  const name = subject.kind === 'family' ? `family ${subject.name}` : 'the business'
  const whose = version === 'plan' ? name : `${name}, ${version}`
  return is === 'kept' ? whose : `${whose} (${is})`
}

/** Months down, so that each is compared on one line. */
export function lineTable(line: Line, base: string, other: string, currency: string): Block {
  const { what, unit, rows, total } = line
  const money = rows.some((row) => row.money !== undefined)
  const fenced = rows.some(({ fence }) => fence !== undefined)
  const right = (title: string) => ({ title, align: 'right' as const })
  const cumulated = total !== undefined
  const cellsOf = (row: Row): readonly Text[] => [
    printMonth(row.month),
    numberText(row.old),
    numberText(row.new),
    signedText(row.difference),
    ...(cumulated ? [signedText(row.cumulative)] : []),
    ...(money ? [signedText(row.money)] : []),
    ...(fenced ? [fenceText(row.fence)] : []),
  ]
  const sum: readonly Text[] = [
    'all',
    '',
    '',
    signedText(total?.difference),
    ...(cumulated ? [''] : []),
    ...(money ? [signedText(total?.money)] : []),
    ...(fenced ? [''] : []),
  ]
  return {
    kind: 'table',
    columns: [
      { title: unit === undefined ? what : `${what}, ${unit}`, align: 'left' },
      right(base),
      right(other),
      right('difference'),
      ...(cumulated ? [right('cumulative')] : []),
      ...(money ? [right(`at price, ${currency}`)] : []),
      ...(fenced ? [{ title: 'fence', align: 'left' as const }] : []),
    ],
    rows: [
      ...rows.map(cellsOf),
      ...(total?.difference !== undefined && rows.length > 1 ? [sum] : []),
    ],
    indent: 2,
  }
}

/** `planning: approved by plant-manager`; where an approval is missing, whose. */
export function fenceText(fence: FenceState | undefined): Text {
  if (fence === undefined) return ''
  if (!fence.needsApproval) return `${fence.fence}: within bounds`
  if (fence.approvedBy.length > 0)
    return `${fence.fence}: approved by ${fence.approvedBy.join(', ')}`
  const no = fence.approvedWithoutRight
  const but = no.length === 0 ? '' : `; ${no.join(', ')} may not approve it`
  const whose = fence.approver ?? 'somebody'
  return [piece('error', `${fence.fence}: ${whose} has to approve`), but]
}

/** Whether an approval is missing. */
export function isOpen(fence: FenceState | undefined): boolean {
  return fence !== undefined && fence.needsApproval && fence.approvedBy.length === 0
}
