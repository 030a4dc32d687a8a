// Minimum, target and maximum: expressions of the plan, in the unit of their family.

import { describe, expect, test } from 'vitest'

import { results, review, said } from './harness.ts'

const planOf = (...bounds: readonly string[]) => `business "x" {
  currency USD
}
unit pallet
family a {
  strategy make-to-stock
  unit each
${bounds.map((line) => `  ${line}\n`).join('')}}
conversion a {
  unit pallet = 400 each from 2026-12
}
cycle 2026-11 {
  horizon 3 months
}
plan a for 2026-11 {
  opening inventory 10
  month sales operations
  2026-11 .. 100 120
}
`

const valueOf = (bound: string) =>
  results([[`list(target.inventory(a, t) for month t in 2026-11 .. 2026-12)`]], {
    plan: planOf(`target inventory = ${bound}`),
  })

describe('a bound', () => {
  test.each([
    ['500', '500 each, 500 each'],
    ['500 each', '500 each, 500 each'],
    ['2 pallet', 'unknown, 800 each'],
    ['2 dozen', '24 each, 24 each'],
    ['50% * sales(f, t + 1)', '50 each, 50 each'],
    ['if t = 2026-11 then 5 each else 0', '5 each, 0 each'],
    ['sales(f, t) in each', '100 each, 100 each'],
    ['0', '0 each, 0 each'],
    ['sum(sales(f, u) for month u in t + 1 .. t + 2) / 2', '100 each, unknown'],
  ])('%s', (bound, value) => {
    expect(valueOf(bound)).toEqual([[value]])
  })

  test.each([
    ['5%', 'wrong-type at `5%`: This is a number without a unit, and a number in each is wanted.'],
    ['5 kg', 'wrong-type at `5 kg`: This is a number in kg, and a number in each is wanted.'],
    ['5 eachs', 'unknown-rule-name at `eachs`: Nothing here is called eachs. Did you mean each?'],
    ['sales(f, t) + 5', expect.stringMatching(/^bare-number at .*`5 each`\.$/)],
    ['sales(g, t)', expect.stringMatching(/^unknown-rule-name at `g`/)],
    ['revenue(f, t)', expect.stringMatching(/a number in USD, and a number in each is wanted\.$/)],
    ['t', 'wrong-type at `t`: This is a month, and a number in each is wanted.'],
  ])('%s is wrong', (bound, message) => {
    const plan = planOf(`target inventory = ${bound}`)
    expect(said(review('', { plan }).diagnostics)).toEqual([message])
  })

  test.each(['5 each', '50% * sales(f, t)', '5 each + sales(f, t)'])(
    '%s is not judged by a unit that nobody knows',
    (bound) => {
      const plan = planOf(`target inventory = ${bound}`).replace('unit each', 'unit eech')
      expect(said(review('', { plan }).diagnostics)).toEqual([
        expect.stringMatching(/^unknown-unit at `eech`/),
      ])
    },
  )
})
