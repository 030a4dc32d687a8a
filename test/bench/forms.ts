// One workload in the form of every peer: a workspace, two ledgers' journals, beancount's and a CSV.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type FamilyPlan, monthAt, OPENING, type Row, type Workload } from './workload.ts'

const UNIT = 'EACH'
const DAY_BEFORE = '2026-12-31'
/** So many families are too many for a meeting, and none of them says its market: not the matter. */
const SETTINGS = `rules:
  alignment/family-count: off
  alignment/family-has-market: off
`

/** Writes every form of the plan into the folder; journals only where they are wanted. */
export function writeForms(folder: string, load: Workload, journals: boolean): void {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace, { recursive: true })
  writeFileSync(join(workspace, 'concord.yaml'), SETTINGS)
  writeFileSync(join(workspace, 'business.sop'), businessText(load))
  writeFileSync(join(workspace, 'plan.sop'), planText(load))
  if (!journals) return
  writeFileSync(join(folder, 'plan.journal'), journalText(load))
  writeFileSync(join(folder, 'plan.beancount'), beancountText(load))
  writeFileSync(join(folder, 'plan.csv'), csvText(load))
}

/** What the plans refer to. */
function businessText({ plans }: Workload): string {
  const months = plans[0]?.rows.length ?? 0
  const head = [
    'business "Benchmark" {\n  currency USD\n}',
    'unit each',
    `cycle ${monthAt(0)} {\n  horizon ${months} months\n}`,
  ]
  const families = plans.map(
    ({ family }) => `family ${family} {\n  strategy make-to-stock\n  unit     each\n}`,
  )
  return lines([...head, ...families])
}

function planText({ plans }: Workload): string {
  return lines(
    plans.map(({ family, rows }) =>
      [
        `plan ${family} for ${monthAt(0)} {`,
        `  opening inventory ${OPENING}`,
        '  month    sales  operations  inventory',
        ...rows.map((row) => `  ${row.month}  ${cell(row.sales, 5)}  ${stocks(row)}`),
        '}',
      ].join('\n'),
    ),
  )
}

function stocks({ operations, inventory }: Row): string {
  return `${cell(operations, 10)}  ${cell(inventory, 9)}`
}

function cell(value: number, width: number): string {
  return String(value).padStart(width)
}

/** For ledger and hledger alike: the stated inventory is a balance assertion. */
function journalText({ plans }: Workload): string {
  return lines(
    plans.flatMap((plan) => {
      const account = accountOf(plan)
      return [
        posted(DAY_BEFORE, account, OPENING, '', 'Equity:Opening'),
        ...plan.rows.flatMap(({ month, sales, operations, inventory }) => [
          posted(`${month}-01`, account, operations, '', 'Income:Operations'),
          posted(`${month}-02`, account, -sales, ` = ${inventory} ${UNIT}`, 'Expenses:Sales'),
        ]),
      ]
    }),
  )
}

function posted(
  date: string,
  account: string,
  amount: number,
  assertion: string,
  other: string,
): string {
  const sides = [`  ${account}  ${amount} ${UNIT}${assertion}`, `  ${other}  ${-amount} ${UNIT}`]
  return `${date} plan\n${sides.join('\n')}\n`
}

/** The stated inventory is a balance directive, which speaks of the beginning of its day. */
function beancountText({ plans }: Workload): string {
  const accounts = [...plans.map(accountOf), 'Equity:Opening', 'Income:Operations']
  return lines([
    ...[...accounts, 'Expenses:Sales'].map((account) => `2026-01-01 open ${account} ${UNIT}`),
    ...plans.flatMap((plan) => {
      const account = accountOf(plan)
      return [
        entered(DAY_BEFORE, account, OPENING, 'Equity:Opening'),
        ...plan.rows.flatMap(({ month, sales, operations, inventory }) => [
          entered(`${month}-01`, account, operations, 'Income:Operations'),
          entered(`${month}-02`, account, -sales, 'Expenses:Sales'),
          `${month}-03 balance ${account}  ${inventory} ${UNIT}`,
        ]),
      ]
    }),
  ])
}

function entered(date: string, account: string, amount: number, other: string): string {
  return `${date} * "plan"\n  ${account}  ${amount} ${UNIT}\n  ${other}  ${-amount} ${UNIT}`
}

function accountOf({ family }: FamilyPlan): string {
  return `Assets:Inventory:${family.replace('f', 'F')}`
}

function csvText({ plans }: Workload): string {
  return lines([
    'family,month,opening,sales,operations,inventory',
    ...plans.flatMap(({ family, rows }) =>
      rows.map(({ month, sales, operations, inventory }, index) =>
        [family, month, index === 0 ? OPENING : '', sales, operations, inventory].join(','),
      ),
    ),
  ])
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}
