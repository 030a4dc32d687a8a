// What is wrong with units: each mistake once, at its place.

import { expect, test } from 'vitest'
import { textOf } from '../../src/base/source.ts'
import { codes, workspace } from '../model/workspace.ts'

const FAMILY = `business "Test" {
  currency USD
}
unit each
unit case = 12 each
unit kg
unit hour
currency EUR = 1.08 USD
family a {
  strategy make-to-stock
  unit each
}
cycle 2027-01 {
  horizon 3 months
}
`

function found(text: string): readonly string[] {
  return codes(workspace(FAMILY + text).problems)
}

test('two paths with different factors: an error at the second, with both ways shown', () => {
  const { problems } = workspace(`${FAMILY}unit box = 4 each
unit tray = 2 box
conversion a {
  unit case = 2 tray
}
`)
  expect(codes(problems)).toEqual(['conflicting-conversions "unit case = 2 tray"'])
  expect(problems[0]?.message).toBe(
    '1 case is 2 tray here, and 1.5 tray by way of case → each → box → tray',
  )
  expect(problems[0]?.labels.map(({ span, text }) => [textOf(span), text])).toEqual([
    ['unit case = 12 each', '1 case is 12 each'],
    ['unit box = 4 each', '1 each is 0.25 box'],
    ['unit tray = 2 box', '1 box is 0.5 tray'],
  ])
})

test('two paths that agree, and factors that follow each other, are welcome', () => {
  expect(
    found(`unit box = 4 each
unit crate = 3 box
conversion a {
  unit case = 1 crate
  unit each = 2 kg from 2027-01
  unit each = 3 kg from 2027-02
}
`),
  ).toEqual([])
})

test('two factors that clash in some months only', () => {
  expect(
    found(`conversion a {
  unit each = 2 kg
  unit case = 24 kg from 2027-01
  unit each = 3 kg from 2027-03
}
`),
  ).toEqual(['conflicting-conversions "unit each = 3 kg from 2027-03"'])
})

test('a conversion by nothing, to itself, or into money', () => {
  expect(found('unit box = 0 each\n')).toEqual(['zero-conversion "0 each"'])
  expect(found('unit box = 5 box\n')).toEqual(['conversion-to-itself "5 box"'])
  expect(found('unit box = 5 USD\n')).toEqual(['conversion-mixes-money "5 USD"'])
  expect(found('unit EUR\n')).toEqual(['unit-and-currency "EUR"'])
})

test('what one unit is, said per unit, offers to delete that', () => {
  const { problems } = workspace(`${FAMILY}unit box = 6 each per box\n`)
  expect(problems.map(({ code, help, mends }) => [code, help, mends[0]?.edits[0]?.text])).toEqual([
    ['number-needs-unit', 'delete `per box`', ''],
  ])
})

test('a unit that nobody declares is reported once, with what was meant', () => {
  const { problems } = workspace(`${FAMILY}unit box = 6 eech
conversion a {
  price = 5 USD per eech
}
`)
  expect(codes(problems)).toEqual(['unknown-unit "eech"'])
  expect(problems[0]?.help).toBe('did you mean `each`?')
  expect(problems[0]?.mends[0]?.edits.length).toBe(2)
})

test('a unit per another with a slash is reported once, as it is written here', () => {
  const { problems } = workspace(`${FAMILY}conversion a {
  price = 5 USD/each
}
resource press {
  unit hour
}
supply a {
  uses press 0.5 hour/each
}
`)
  expect(codes(problems)).toEqual(['unknown-unit "USD/each"', 'unknown-unit "hour/each"'])
  expect(problems.map(({ help }) => help)).toEqual([
    'did you mean `USD per each`?',
    'did you mean `hour per each`?',
  ])
})

test('what could not be read of a price is not missed', () => {
  const { bound, problems } = workspace(`${FAMILY}conversion a {
  price = 24 per each
}
`)
  expect([codes(bound), codes(problems)]).toEqual([['something-too-many "per"'], []])
})

test('a currency is no unit to count a family in', () => {
  const text = FAMILY.replace('  unit each\n', '  unit EUR\n')
  expect(codes(workspace(text).problems)).toEqual(['unit-not-currency "EUR"'])
})

test('a price is money per a unit that the family converts to', () => {
  const { problems } = workspace(`${FAMILY}conversion a {
  price = 3 USD per kg
}
`)
  expect(codes(problems)).toEqual(['no-conversion "3 USD per kg"'])
  expect(problems[0]?.message).toBe(
    'the price of a is per kg, and nothing says what one each is in kg',
  )
  expect(problems[0]?.help).toBe('write `unit each = … kg` in `conversion a`')
  expect(found('conversion a {\n  price = 3 USD\n}\n')).toEqual([
    'price-not-money-per-unit "3 USD"',
  ])
  expect(found('conversion a {\n  cost = 3 each per kg\n}\n')).toEqual([
    'price-not-money-per-unit "3 each per kg"',
  ])
  expect(found('conversion a {\n  price = 30 EUR per case\n}\n')).toEqual([])
})

test('what is used is resource per unit', () => {
  const supply = (value: string) => `resource r {
  unit hour
}
supply a {
  uses r ${value}
}
`
  expect(found(supply('1 hour per 12 each'))).toEqual([])
  expect(found(supply('1 hour per case'))).toEqual([])
  expect(found(supply('1 hour'))).toEqual(['uses-not-resource-per-unit "1 hour"'])
  expect(found(supply('1 hour per kg'))).toEqual(['no-conversion "1 hour per kg"'])
  expect(found(supply('1 kg per each'))).toEqual(['no-conversion "1 kg per each"'])
})

test('amounts of a family are in its unit, or one that converts to it', () => {
  const plan = (value: string) => `plan a for 2027-01 {
  opening inventory ${value}
}
`
  expect(found(plan('600'))).toEqual([])
  expect(found(plan('50 case'))).toEqual([])
  expect(found(plan('600 kg'))).toEqual(['no-conversion "600 kg"'])
  expect(found(plan('50%'))).toEqual(['not-a-percentage "50%"'])
})

test('the unit of a table fits some column of it', () => {
  const plan = (unit: string, series: string) => `plan a for 2027-01 in ${unit} {
  month ${series}
  2027-01 ${series
    .split(' ')
    .map(() => 5)
    .join(' ')}
}
`
  expect(found(plan('case', 'sales'))).toEqual([])
  expect(found(plan('EUR', 'revenue'))).toEqual([])
  expect(found(plan('EUR', 'sales revenue'))).toEqual([])
  expect(found(plan('kg', 'sales'))).toEqual(['no-conversion "kg"'])
  expect(found(plan('EUR', 'sales'))).toEqual(['in-not-for-columns "EUR"'])
  expect(found(plan('case', 'revenue'))).toEqual(['in-not-for-columns "case"'])
})
