// Factors: global and a family's own, dated, exact, in both directions.

import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { multiply } from '../../src/base/exact.ts'
import { textOf } from '../../src/base/source.ts'
import { month, shown, workspace } from '../model/workspace.ts'

const TEXT = `business "Test" {
  currency USD
}
unit each
unit case = 12 each
unit pallet
unit kg
currency EUR = 1.08 USD from 2026-01
currency EUR = 1.10 USD from 2027-01
currency EUR = 1.07 USD from 2026-01 as actual
family a {
  strategy make-to-stock
  unit each
}
family b {
  strategy make-to-stock
  unit each
}
conversion a {
  unit pallet = 480 each
  unit each = 2.4 kg from 2027-01
  unit each = 2.5 kg from 2027-06
}
`

describe('factors', () => {
  const { units, problems, family } = workspace(TEXT)
  const factor = (from: string, to: string, name: string | undefined, at = '2027-02') => {
    const of = name === undefined ? undefined : family(name)
    return shown(units.factor(from, to, of, month(at)))
  }

  test('the plan has no problem', () => expect(problems).toEqual([]))

  test('a path leads over global conversions and the own ones of a family', () => {
    expect(factor('case', 'each', undefined)).toBe('12')
    expect(factor('pallet', 'case', 'a')).toBe('40')
    expect(factor('pallet', 'kg', 'a')).toBe('1152')
    expect(factor('case', 'kg', 'a')).toBe('28.8')
  })

  test('a conversion of one family is not one of another', () => {
    expect(factor('pallet', 'each', 'b')).toBe('?')
    expect(units.connected('pallet', 'each', family('a'))).toBe(true)
    expect(units.connected('pallet', 'each', family('b'))).toBe(false)
  })

  test('one that nobody can read ends those of its unit before it, and no unit is missed', () => {
    const rates = (text: string) => {
      const { units: own, problems: said } = workspace(TEXT.replace('EUR = 1.10 USD from', text))
      const at = ['2026-06', '2027-06', '2027-12'].map((name) =>
        shown(own.rate('EUR', 'plan', month(name))),
      )
      return [...at, ...said.map(({ code }) => code)]
    }
    expect(rates('EUR = 1.10 USD from')).toEqual(['1.08', '1.1', '1.1'])
    expect(rates('EUR = 1.10@ USD from')).toEqual(['1.08', '?', '?'])
    expect(rates('EUR = 1.10 USD from 1')).toEqual(['?', '?', '?'])
    expect(rates('EUR = 1.20 USD from 2027-10\ncurrency EUR = 1.10@ USD from')).toEqual([
      '1.08',
      '?',
      '1.2',
    ])
  })

  test('a dated conversion holds from its month until the next', () => {
    expect(factor('each', 'kg', 'a', '2026-12')).toBe('?')
    expect(factor('each', 'kg', 'a', '2027-05')).toBe('2.4')
    expect(factor('each', 'kg', 'a', '2027-06')).toBe('2.5')
    expect(factor('kg', 'each', 'a', '2027-06')).toBe('0.4')
    expect(units.connected('each', 'kg', family('a'))).toBe(true)
  })

  test('rates: planned ones convert, actual ones are asked for', () => {
    expect(factor('EUR', 'USD', undefined, '2026-12')).toBe('1.08')
    expect(factor('EUR', 'USD', undefined, '2027-01')).toBe('1.1')
    expect(shown(units.rate('EUR', 'actual', month('2027-01')))).toBe('1.07')
    expect(shown(units.rate('USD', 'actual', month('2027-01')))).toBe('1')
    expect(units.isCurrency('USD')).toBe(true)
    expect(units.reporting).toBe('USD')
  })

  test('the path names its steps and where each is said', () => {
    const steps = units.path('pallet', 'case', family('a'), month('2027-02')) ?? []
    expect(steps.map((step) => [step.from, step.to, textOf(step.span)])).toEqual([
      ['pallet', 'each', 'unit pallet = 480 each'],
      ['each', 'case', 'unit case = 12 each'],
    ])
  })
})

test('there and back through any chain of conversions is the identity', () => {
  const factors = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 4 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  const written = ([digits, scale]: readonly [number, number]): string =>
    scale === 0 ? String(digits) : (digits / 10 ** scale).toFixed(scale)
  fc.assert(
    fc.property(factors, (chain) => {
      const lines = chain.map((each, at) => `unit u${at + 1} = ${written(each)} u${at}`)
      const { units } = workspace(['unit u0', ...lines].join('\n'))
      const last = `u${chain.length}`
      const there = units.factor(last, 'u0', undefined, month('2027-01'))
      const back = units.factor('u0', last, undefined, month('2027-01'))
      const long = there === undefined || back === undefined
      expect(long ? 'too long' : multiply(there, back)).toBe(1)
    }),
    { numRuns: 60 },
  )
})
