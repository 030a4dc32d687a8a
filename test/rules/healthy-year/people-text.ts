/** What people say of a cycle's numbers: reasons, disagreements, commitments. */

import { createHash } from 'node:crypto'

import type { Company, CyclePlan, FamilyHistory } from './company.ts'
import { priceOf } from './families-text.ts'
import { budgetGap, missesIn } from './chance.ts'
import { isWritten, type Moment, monthText, onDay } from './moment.ts'

const OPERATIONS_TOLERANCE = 0.05
/** Below the gap that must have an owner. */
const OWNED_GAP = 0.045
const DISAGREED = { every: 3, ahead: 5, hoped: 1.1 }
const VIEWED_MONTHS = 2
const OWNERS = { sales: 'sales-director', operations: 'plant-manager' } as const

export function peopleText(company: Company, cycle: number, now: Moment): string {
  const done = (step: Parameters<typeof isWritten>[2]) => isWritten(now, cycle, step)
  const { families } = company
  return [
    done('demand-review') ? disagreementText(company, cycle, done('executive')) : '',
    done('supply-review') ? families.map((each) => approvals(each, cycle)).join('') : '',
    done('supply-review') ? families.map((each) => explanations(each, cycle - 1)).join('') : '',
    done('supply-review') ? families.map((each) => gapText(each, cycle)).join('') : '',
    done('reconciliation') ? financeText(company, cycle) : '',
    done('executive') ? commitments(company, cycle) : '',
    done('revision') ? families.map((each) => revisionText(each, cycle)).join('') : '',
  ].join('')
}

/** Sales hopes for more than the plan now and then, says so, and the leader decides. */
function disagreementText({ families }: Company, cycle: number, resolved: boolean): string {
  const family = families[cycle % families.length]
  const month = cycle + DISAGREED.ahead
  const planned = family?.plans[cycle]?.agreed.sales[month]
  if (cycle % DISAGREED.every !== 0 || family === undefined || planned === undefined) return ''
  const { name } = family.profile
  const hoped = Math.round(planned * DISAGREED.hoped)
  const day = onDay(cycle, 'executive')
  const end = `  resolved to ${planned} by president on ${day} because "One region has not confirmed."\n`
  return `view sales-marketing of ${name} for ${monthText(cycle)} {
  month    sales
  ${monthText(month)}  ${hoped}
}
disagreement promotion-${cycle} about ${name} ${monthText(month)} {
  because  "Sales expects the promotion to add a tenth."
  position sales-director sales ${hoped}
  position plant-manager  sales ${planned}
  due      ${day}
${resolved ? end : ''}}
`
}

/** What the fence lets pass wants a reason, too, where it moves further than the tolerance. */
function approvals({ profile, plans }: FamilyHistory, cycle: number): string {
  const before = plans[cycle - 1]
  const { agreed } = plans[cycle] as CyclePlan
  if (before === undefined) return ''
  const lines: string[] = []
  agreed.operations.forEach((now, month) => {
    const was = before.revised.operations[month]
    if (now === undefined || was === undefined) return
    if (Math.abs(now - was) <= OPERATIONS_TOLERANCE * was) return
    lines.push(
      `approve operations of ${profile.name} ${monthText(month)} for ${monthText(cycle)} by plant-manager on ${onDay(cycle, 'supply-review')} because "Stocks go back to their targets."\n`,
    )
  })
  return lines.join('')
}

function explanations(family: FamilyHistory, month: number): string {
  return missesIn(family, month)
    .map(
      (series) =>
        `explain-miss ${series} of ${family.profile.name} ${monthText(month)} by ${OWNERS[series === 'sales' ? 'sales' : 'operations']} until ${monthText(month + 2)} because "Chance: orders that came a week earlier or later."\n`,
    )
    .join('')
}

/** A gap that chance has made large has somebody who closes it. */
function gapText(family: FamilyHistory, cycle: number): string {
  const { name } = family.profile
  if (Math.abs(budgetGap([family], cycle, true)) <= OWNED_GAP) return ''
  return `decision gap-${cycle}-${name} "Sales comes back with a plan to meet the budget" about ${name} ${monthText(cycle)} {
  by    president on ${onDay(cycle, 'supply-review')}
  owner sales-director
  due   ${monthText(cycle + 1)}
}
`
}

/** Finance works out the first family for itself. */
function financeText({ families: [family] }: Company, cycle: number): string {
  if (family === undefined) return ''
  const rows = Array.from({ length: VIEWED_MONTHS }, (_, ahead) => cycle + ahead).map((month) => {
    const sales = family.plans[cycle]?.agreed.sales[month] ?? 0
    return `  ${monthText(month)}  ${sales * priceOf(family.profile, month)}\n`
  })
  return `view finance of ${family.profile.name} for ${monthText(cycle)} {
  month    revenue
${rows.join('')}}
`
}

/** Sealed, a statement a family, as `concord commit` writes them. */
function commitments({ families }: Company, cycle: number): string {
  const of = monthText(cycle)
  const day = onDay(cycle, 'executive')
  const sealed = families.flatMap((family) =>
    (['sales', 'operations'] as const).flatMap((series) => {
      const seal = sealOf(family, cycle, series)
      return seal === undefined
        ? []
        : [
            `commit ${series} of ${family.profile.name} for ${of} by ${OWNERS[series]} on ${day} as "${seal}"\n`,
          ]
    }),
  )
  return `${sealed.join('')}commit revenue for ${of} by controller on ${day}\n`
}

/** As the language reference defines it: `family month number unit`, sorted, hashed. */
function sealOf(
  { profile, plans }: FamilyHistory,
  cycle: number,
  series: 'sales' | 'operations',
): string | undefined {
  const lines: string[] = []
  plans[cycle]?.agreed[series].forEach((value, month) => {
    if (value !== undefined) lines.push(`${profile.name} ${monthText(month)} ${value} each\n`)
  })
  if (lines.length === 0) return undefined
  return `sha256-${createHash('sha256').update(lines.toSorted().join('')).digest('hex')}`
}

function revisionText({ profile, plans }: FamilyHistory, cycle: number): string {
  const revision = plans[cycle]?.revision
  if (revision === undefined) return ''
  const { name } = profile
  const day = onDay(cycle, 'revision')
  const month = monthText(revision.month)
  return `revision order-${cycle} of ${monthText(cycle)} on ${day} by sales-director {
  because  "A new customer wants its first delivery at once."
  approved by president on ${day}
  change   sales of ${name} ${month} by +${revision.more}
  change   operations of ${name} ${month} by +${revision.more}
}
`
}
