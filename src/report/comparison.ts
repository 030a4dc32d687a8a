/** Two versions side by side, for a person at a terminal. */

import { printDay } from '../base/date.ts'
import type { Exact } from '../base/exact.ts'
import { printExact, sign } from '../base/exact.ts'
import { and } from '../base/phrases.ts'
import type { Comparison, ObjectivePair } from '../comparison/compare.ts'
import type { FindingOfOne } from '../comparison/findings.ts'
import type { Line, Stretch } from '../comparison/line.ts'
import type { Difference } from '../comparison/numbers.ts'
import {
  type Block,
  type Document,
  entry,
  faint,
  GAP,
  paragraph,
  piece,
  strong,
  type Text,
} from '../markup/document.ts'
import { valueOf } from './objectives.ts'
import { textIn } from './text-in.ts'
import { counted, monthsText } from './words.ts'

export function comparisonReport(comparison: Comparison, notes: readonly string[]): Document {
  const { business, families, resources } = comparison
  const all = textIn(comparison.base.model.facts.of('business')[0], 'title') ?? 'All families'
  return [
    headOf(comparison, all),
    GAP,
    ...linesBlocks(comparison, `${all}, all families`, business),
    ...[...families, ...resources].flatMap((each) => differenceBlocks(comparison, each)),
    ...objectiveBlocks(comparison),
    ...findingBlocks(comparison),
    ...notes.flatMap((text) => [paragraph([strong('Note:'), ` ${text}`]), GAP]),
    paragraph(verdict(comparison)),
  ]
}

function headOf({ base, other, months }: Comparison, business: string): Block {
  const when = months === undefined ? 'no months in common' : `months ${monthsText([months])}`
  const day = printDay(base.model.today)
  return paragraph([strong(business), ` · ${base.name} and ${other.name} · ${when} · as of ${day}`])
}

function differenceBlocks(
  comparison: Comparison,
  { subject, lines }: Difference,
): readonly Block[] {
  return linesBlocks(comparison, `${subject.kind} ${subject.name ?? ''}`, lines)
}

function linesBlocks(
  comparison: Comparison,
  name: string,
  lines: readonly Line[],
): readonly Block[] {
  if (lines.length === 0) return []
  return [paragraph([strong(name)]), ...lines.flatMap((line) => [tableOf(comparison, line), GAP])]
}

/** Months down, so that each is compared on one line. */
function tableOf({ base, other }: Comparison, line: Line): Block {
  const { what, unit, stretches, totals } = line
  const money = stretches.some((stretch) => stretch.money !== undefined)
  const currency = base.model.units.reporting ?? 'money'
  const right = (title: string) => ({ title, align: 'right' as const })
  const total = totals === undefined ? [] : [cells('all months', totals, money)]
  return {
    kind: 'table',
    columns: [
      { title: unit === undefined ? what : `${what}, ${unit}`, align: 'left' },
      ...[base.name, other.name, 'difference'].map(right),
      ...(money ? [right(`at price, ${currency}`)] : []),
    ],
    rows: [...stretches.map((each) => cells(monthsText([each.months]), each, money)), ...total],
    indent: 2,
  }
}

function cells(label: string, of: Omit<Stretch, 'months'>, money: boolean): readonly Text[] {
  const numbers = [number(of.base), number(of.other), signed(of.difference)]
  return [label, ...numbers, ...(money ? [signed(of.money)] : [])]
}

function number(value: Exact | undefined): Text {
  return value === undefined ? [faint('unknown')] : printExact(value, { group: true })
}

function signed(value: Exact | undefined): Text {
  if (value === undefined) return [faint('-')]
  const text = printExact(value, { group: true })
  return sign(value) > 0 ? (text.startsWith('≈') ? `≈+${text.slice(1)}` : `+${text}`) : text
}

/** Each objective with its figures side by side, whether they differ or not. */
function objectiveBlocks({ base, other, objectives }: Comparison): readonly Block[] {
  if (objectives.length === 0) return []
  const right = (title: string) => ({ title, align: 'right' as const })
  return [
    {
      kind: 'table',
      columns: [{ title: 'objective', align: 'left' }, right(base.name), right(other.name)],
      rows: objectives.flatMap(rowsOf),
    },
    GAP,
  ]
}

function rowsOf({ objective, base, other }: ObjectivePair): readonly (readonly Text[])[] {
  const figures = new Map((other?.figures ?? []).map((figure) => [figure.name, figure]))
  return [
    [[strong(objective.name ?? '')], state(base?.held), state(other?.held)],
    ...(base?.figures ?? []).map((figure): readonly Text[] => {
      const twin = figures.get(figure.name)
      return [`  ${figure.name}`, valueOf(figure), twin === undefined ? '' : valueOf(twin)]
    }),
  ]
}

function state(held: boolean | undefined): Text {
  if (held === undefined) return [faint('not judged')]
  return held ? [piece('good', 'held')] : [piece('error', 'missed')]
}

function findingBlocks({ base, other, findings }: Comparison): readonly Block[] {
  if (findings === undefined) {
    const no = [base, other].filter(({ judgement }) => judgement === undefined)
    const names = and(no.map(({ name }) => name))
    return [paragraph(`The rules judge plans: of ${names} there are numbers alone.`), GAP]
  }
  return [
    ...listOf(`Found under ${other.name}, and not under ${base.name}:`, findings.appear),
    ...listOf(`Found under ${base.name}, and not under ${other.name}:`, findings.vanish),
  ]
}

function listOf(title: string, found: readonly FindingOfOne[]): readonly Block[] {
  if (found.length === 0) return []
  return [
    paragraph(title),
    ...found.map(({ finding, months }) => {
      const due = finding.due === undefined ? '' : ` (to do after ${finding.due})`
      const more = months.some(({ from, to }) => from !== to) || months.length > 1
      const when = more ? ` (${monthsText(months)})` : ''
      const head = piece(finding.severity, `${finding.severity}[${finding.rule}]`)
      return entry([head], `${finding.message}${when}${due}`)
    }),
    GAP,
  ]
}

function amount(count: number, one: string, many: string): string {
  return count === 0 ? `no finding ${one}` : counted(count, `finding ${one}`, `findings ${many}`)
}

function verdict({ base, other, months, families, findings }: Comparison): Text {
  if (months === undefined) return `${base.name} and ${other.name} have no month in common.`
  const differ =
    families.length === 0
      ? `No family differs between ${base.name} and ${other.name}`
      : `${counted(families.length, 'family differs', 'families differ')} between ${base.name} and ${other.name}`
  if (findings === undefined) return `${differ}.`
  const appear = amount(findings.appear.length, 'appears', 'appear')
  return `${differ}; ${appear}, ${amount(findings.vanish.length, 'vanishes', 'vanish')}.`
}
