/** The families, what they are made of and where they go, their prices and their budget. */

import type { Company, FamilyHistory } from './company.ts'
import { monthText } from './moment.ts'
import type { Profile } from './profile.ts'

/** Months of the price lists: the year before the first cycle's, and the year after. */
const LISTS = [-3, 9, 21] as const
const RISE = 1
const BUDGET_YEARS = 2
/** A level plan and a chase plan let stocks swing further. */
const WIDE_BAND = '45%'

export function familiesText({ families }: Company): string {
  return families.map(familyText).join('')
}

export function itemsOf({ name }: Profile): readonly [string, string] {
  return [`${name}-small`, `${name}-large`]
}

export function priceOf({ price }: Profile, month: number): number {
  return (
    price +
    RISE *
      Math.max(
        0,
        LISTS.findLastIndex((from) => from <= month),
      )
  )
}

function familyText({ profile }: FamilyHistory): string {
  const { name, strategy, production, from } = profile
  const launched = from > 0
  const [small, large] = itemsOf(profile)
  const lists = LISTS.map(
    (month) => `  price = ${priceOf(profile, month)} USD per each from ${monthText(month)}\n`,
  )
  return `family ${name} {
  market    "Shops"
  strategy  ${strategy}
  unit      each
  lead-time 8 weeks
  owner     sales-director for sales
  owner     plant-manager for operations
${launched ? `  owner     product-manager for launch\n  from      ${monthText(from)}\n` : ''}${production ? `  production ${production}\n` : ''}${targets(profile)}}
item ${small} in ${name}
item ${large} in ${name}
conversion ${name} {
${lists.join('')}}
supply ${name} {
  uses assembly 0.05 hour per each
  month       line-a  line-b
  ${monthText(0)} ..     60%    rest
}
${production ? `policy inventory-band = ${WIDE_BAND} about ${name}\npolicy backlog-band = ${WIDE_BAND} about ${name}\n` : ''}${launched ? launchText(profile) : ''}${budgetText(profile)}`
}

function targets({ strategy, inventory, backlog }: Profile): string {
  const target = (series: string, part: number) =>
    `  target    ${series} = ${part} * sales(f, t + 1)\n`
  return [
    ...(strategy === 'make-to-order' ? [] : [target('inventory', inventory)]),
    ...(strategy === 'make-to-stock' ? [] : [target('backlog', backlog)]),
  ].join('')
}

function launchText({ name, from }: Profile): string {
  const months = `${monthText(from)} .. ${monthText(from + 2)}`
  return `assumption launch "The first shops take it up within a quarter" about ${name} ${months} {
  by     product-manager until ${monthText(from + 2)}
  driver launch
}
`
}

/** What the company expects to sell, at price. */
function budgetText(profile: Profile): string {
  const months = Array.from({ length: 12 * BUDGET_YEARS }, (_, month) => month)
  const rows = months
    .filter((month) => month >= profile.from)
    .map((month) => `  ${monthText(month)}  ${revenueBudget(profile, month)}\n`)
  const total = months.reduce(
    (sum, month) => sum + (month < profile.from ? 0 : revenueBudget(profile, month)),
    0,
  )
  return `budget ${profile.name} in USD {
  month    revenue
${rows.join('')}  total  ${total}
}
`
}

/** To the hundred, as budgets are. */
export function revenueBudget(profile: Profile, month: number): number {
  return Math.round((profile.expected(month) * priceOf(profile, month)) / 100) * 100
}
