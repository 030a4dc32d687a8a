// What can be asked of a plan: numbers in the words that findings use, and names.

import { afterAll, beforeAll, expect, test } from 'vitest'

import { WrongUse } from '../../src/cli/wrong-use.ts'
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
item W-1 in widgets
item W-2 in widgets
currency EUR = 1.1 USD from 2026-01
currency CHF = 2 EUR from 2026-01
currency EUR = 1.2 USD from 2026-01 as actual
conversion widgets {
  unit  box = 4 each
  price = 20 EUR per each from 2026-01
  cost  = 12 GBP per box  from 2026-12
}
unit box
currency GBP
mix sales of widgets for 2026-11 as share {
  month     W-1   W-2
  2026-11   60%  rest
}
mix operations of widgets for 2026-11 {
  month    W-1  W-2
  2026-12   31   30
}
scenario strong "It works" of 2026-11 {
  change sales of widgets 2026-12 by +10
  change price of widgets 2026-12 by +10%
}
scenario overtime "We work on Saturdays" of 2026-11 {
  change sales of widgets 2026-12 by +20
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
  ['price widgets 2026-12', 'price of widgets 2026-12 = 22 USD per each'],
  ['price widgets 2026-12', 'as 20 EUR per each: 1 EUR = 1.1 USD (plan.sop:'],
  ['price of widgets 2025-12', 'unknown  nobody says price of widgets 2025-12'],
  ['cost widgets 2026-12', 'unknown  stated at plan.sop:33:11 as 12 GBP per box: 1 box = 4 each'],
  ['cost widgets 2026-12', 'and nobody says what that is in USD per each'],
  ['rate of EUR 2026-12', 'rate of EUR 2026-12 = 1.1 USD  stated at plan.sop:27:1\nactual rate of'],
  ['EUR 2026-12', 'actual rate of EUR 2026-12 = 1.2 USD'],
  ['rate CHF 2026-12', '2.2 USD  by way of 1 CHF = 2 EUR (plan.sop:28:1), 1 EUR = 1.1 USD'],
  ['overtime sales of widgets 2026-12', 'scenario overtime sales of widgets 2026-12 = 71'],
  ['overtime assembly 2026-12', 'overtime of assembly 2026-12 = 20 hour'],
  [
    'mix sales of widgets 2026-11',
    '= 50 each  the sum of its items\n├─ W-1 = 30 each  60%, stated',
  ],
  ['mix sales of widgets 2026-11', '└─ W-2 = 20 each  the rest, stated at plan.sop:'],
  [
    'mix operations of widgets 2026-12',
    '= 61 each  the sum of its items\n├─ W-1 = 31 each  stated',
  ],
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

test('a price is that of the scenario which is taken as the plan', async () => {
  const words = 'price widgets 2026-12 --scenario strong'
  expect(await explained(words)).toMatch(
    /price of widgets 2026-12 = 24\.2 USD per each {2}changed by scenario strong at .*, before\s+that 22/,
  )
})

test.each<[question: string, message: string, help: string]>([
  ['rate widgets 2026-12', 'rate is of a currency.', 'There is: EUR, CHF, GBP.'],
  ['price assembly 2026-12', 'price is of a family.', 'There is: widgets.'],
  ['revenue business 2026-12', 'Only a budget is', 'concord explain budget revenue business'],
  ['price 2026-12', 'Which family?', 'There is: widgets.'],
  ['sales EUR 2026-12', 'EUR is a currency: it has no sales.', 'concord explain rate EUR'],
  ['price sales widgets 2026-12', 'Is it price or sales?', ''],
  ['strong price widgets 2026-12', 'that of the plan, not of strong', '`--scenario strong`'],
  ['budget load assembly 2026-12', 'that of the plan, not of budget', 'Leave out budget.'],
])('explain %s is refused', async (question, message, help) => {
  const refused: unknown = await called('explain', ...question.split(' ')).catch(
    (problem: unknown) => problem,
  )
  expect(refused).toBeInstanceOf(WrongUse)
  expect((refused as WrongUse).message).toContain(message)
  expect((refused as WrongUse).help ?? '').toContain(help)
})
