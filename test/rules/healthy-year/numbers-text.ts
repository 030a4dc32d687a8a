/** Tables of numbers: a cycle's plans and its mix, and what happened. */

import type { Company, CyclePlan, FamilyHistory } from './company.ts'
import { itemsOf } from './families-text.ts'
import type { Actual } from './happening.ts'
import { isWritten, type Moment, monthText } from './moment.ts'
import type { Flows } from './planning.ts'
import type { Profile, Strategy } from './profile.ts'

type Flow = keyof Flows
const PLANNED: Readonly<Record<Strategy, readonly Flow[]>> = {
  'make-to-stock': ['sales', 'operations'],
  'make-to-order': ['sales', 'operations'],
  'finish-to-order': ['sales', 'shipments', 'operations'],
}
/** What a company counts of each strategy. */
export const COUNTED: Readonly<Record<Strategy, readonly (keyof Actual)[]>> = {
  'make-to-stock': ['sales', 'operations', 'inventory'],
  'make-to-order': ['sales', 'operations', 'backlog'],
  'finish-to-order': ['sales', 'shipments', 'operations', 'inventory', 'backlog'],
}
const MIXED_MONTHS = 3
const SMALL_SHARE = 0.4

export function plansText({ families, size }: Company, cycle: number, now: Moment): string {
  const last = cycle + size.horizon - 1
  return families
    .map((family) => {
      const flows = flowsOf(family, cycle, now)
      return planText(family.profile, flows, cycle, last) + mixText(family, flows, cycle, now)
    })
    .join('')
}

/** The plan as the cycle's steps have left it by now. */
export function flowsOf({ plans }: FamilyHistory, cycle: number, now: Moment): Flows {
  const { rolled, demand, agreed } = plans[cycle] as CyclePlan
  if (isWritten(now, cycle, 'supply-review')) return agreed
  return isWritten(now, cycle, 'demand-review') ? demand : rolled
}

function planText({ name, strategy }: Profile, flows: Flows, cycle: number, last: number): string {
  const columns = PLANNED[strategy]
  const rows: string[] = []
  for (let month = cycle; month <= last; month += 1) {
    if (flows.sales[month] === undefined) continue
    const cells = columns.map((flow) => flows[flow][month] ?? '-')
    rows.push(`  ${monthText(month)}  ${cells.join('  ')}\n`)
  }
  if (rows.length === 0) return ''
  return `plan ${name} for ${monthText(cycle)} {
  month  ${columns.join('  ')}
${rows.join('')}}
`
}

/** Items of what is sold from stock, or of what is made; the fence's new month at the supply review. */
function mixText({ profile }: FamilyHistory, flows: Flows, cycle: number, now: Moment): string {
  const series = profile.strategy === 'make-to-stock' ? 'sales' : 'operations'
  const count = isWritten(now, cycle, 'supply-review') ? MIXED_MONTHS : MIXED_MONTHS - 1
  const rows = Array.from({ length: count }, (_, ahead) => cycle + ahead).flatMap((month) => {
    const volume = flows[series][month]
    if (volume === undefined) return []
    const small = Math.round(volume * SMALL_SHARE)
    return [`  ${monthText(month)}  ${small}  ${volume - small}\n`]
  })
  if (rows.length === 0) return ''
  return `mix ${series} of ${profile.name} for ${monthText(cycle)} {
  month  ${itemsOf(profile).join('  ')}
${rows.join('')}}
`
}

export function actualText({ families }: Company, now: Moment): string {
  return families.map((family) => actualOf(family, now)).join('')
}

function actualOf({ profile, opening, actuals }: FamilyHistory, now: Moment): string {
  const columns = COUNTED[profile.strategy]
  const stocks = columns.map((column) =>
    column === 'inventory' || column === 'backlog' ? opening[column] : '-',
  )
  const rows = [`  ${monthText(-1)}  ${stocks.join('  ')}\n`]
  for (let month = 0; month < now.cycle; month += 1) {
    const actual = actuals[month]
    if (month < profile.from || actual === undefined) continue
    const counted = isWritten(now, month + 1, 'actuals')
    const cells = columns.map((column) => (counted ? actual[column] : '-'))
    rows.push(`  ${monthText(month)}  ${cells.join('  ')}\n`)
  }
  if (profile.from > 0 && rows.length === 1) return ''
  return `actual ${profile.name} {
  month  ${columns.join('  ')}
${rows.slice(profile.from > 0 ? 1 : 0).join('')}}
`
}
