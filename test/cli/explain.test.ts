// What can be asked of a plan: numbers in the words that findings use, and names.

import { afterAll, beforeAll, expect, test } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'

const PLAN = `business "Test" {
  currency USD
}
role president in general-management
unit hour
family widgets "Widgets" {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
resource assembly {
  unit hour
  month       available  overtime
  2026-11 ..        100        20
}
supply widgets {
  uses assembly 0.5 hour per each
}
cycle 2026-10 {
  horizon 2 months
}
cycle 2026-11 {
  horizon 2 months
}
scenario strong "It works" of 2026-11 {
  change sales of widgets 2026-12 by +10
}
actual widgets {
  month    sales  operations
  2026-10     41          42
}
plan widgets for 2026-10 {
  month    sales  operations
  2026-10     43          44
  2026-11     45          46
}
plan widgets for 2026-11 {
  opening inventory 100
  month    sales  operations
  2026-11     50          60
  2026-12     51          61
}
`

const before = process.cwd()
beforeAll(() => process.chdir(folderWith({ 'concord.yaml': '', 'plan.sop': PLAN })))
afterAll(() => process.chdir(before))

async function explained(question: string): Promise<string> {
  const { code, output } = await called('explain', ...question.split(' '), '--as-of', '2026-11-22')
  expect(code).toBe(0)
  return output
}

test('the words of a number may stand in quotes', async () => {
  const { output } = await called('explain', 'sales of widgets 2026-12', '--as-of', '2026-11-22')
  expect(output).toContain('sales of widgets 2026-12 = 51 each')
})

test.each<[question: string, says: string]>([
  ['total', "A total row's one number of a volume"],
  ['sales widgets 2026-12', 'sales of widgets 2026-12 = 51 each'],
  ['sales of widgets 2026-12', 'sales of widgets 2026-12 = 51 each'],
  ['2026-12 widgets sales', 'sales of widgets 2026-12 = 51 each'],
  ['plan.sales widgets 2026-12', 'sales of widgets 2026-12 = 51 each'],
  ['actual sales widgets 2026-10', 'actual sales of widgets 2026-10 = 41 each'],
  ['committed sales of widgets 2026-11', 'committed sales of widgets 2026-11 = 45 each'],
  ['2026-10 operations of widgets 2026-11', 'cycle 2026-10 operations of widgets 2026-11 = 46'],
  ['cycle 2026-10 sales of widgets 2026-11', 'cycle 2026-10 sales of widgets 2026-11 = 45'],
  ['scenario strong sales of widgets 2026-12', 'scenario strong sales of widgets 2026-12 = 61'],
  ['load assembly 2026-12', 'load of assembly 2026-12 = 30.5 hour  the sum of\n└─ widgets 30.5'],
  ['capacity of assembly 2026-12', 'available of assembly 2026-12 = 100 hour'],
  ['widgets', 'A family: Widgets, declared at plan.sop:6:1.'],
  ['widgets', 'concord explain inventory widgets 2026-11'],
  ['family widgets', 'A family: Widgets'],
  ['president', 'A role, declared at plan.sop:4:1.'],
  ['kg', 'A unit, declared at'],
  ['strong', 'concord explain strong sales widgets 2026-11'],
  ['2026-11', 'A cycle, declared at'],
  ['principle 2', '2. Demand and supply balance'],
  ['principle 2', 'balance/ending-inventory'],
  ['balance/ending-inventory widgets', 'This page is of the rule alone.'],
])('explain %s', async (question, says) => {
  expect(await explained(question)).toContain(says)
})
