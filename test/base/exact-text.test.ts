// Numbers read from a plan and printed for a planner.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  divide,
  type Exact,
  fromRatio,
  MOST_DIGITS,
  negate,
  plainDecimal,
  printExact,
  printPercent,
  readExact,
  toDecimalPlaces,
} from '../../src/base/exact.ts'
import { exactOf, flawOf, kept, ratioOf, ratios, sameValue } from './exact-arbitrary.ts'

function ratio(over: number, under: number): Exact {
  return kept(divide(over, under))
}

describe('reading', () => {
  test.each([
    ['0', 0],
    ['1200', 1200],
    ['1_200', 1200],
    ['007', 7],
    ['12.0', 12],
    ['0.000', 0],
    ['12.5', { kind: 'scaled', mantissa: 125, scale: 1 }],
    ['1_200.50', { kind: 'scaled', mantissa: 12_005, scale: 1 }],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', { kind: 'fraction', numerator: 2n ** 53n, denominator: 1n }],
    ['0.000000000000001', { kind: 'scaled', mantissa: 1, scale: 15 }],
    ['0.0000000000000001', { kind: 'fraction', numerator: 1n, denominator: 10n ** 16n }],
    ['90071992547409920.00', { kind: 'fraction', numerator: 90071992547409920n, denominator: 1n }],
  ])('%s', (text, value) => {
    expect(readExact(text)).toStrictEqual(value)
  })

  test.each([
    '',
    '.',
    '1.',
    '.5',
    '_1',
    '1_',
    '1__2',
    '1_.5',
    '1._5',
    '1.5_0',
    '1.2.3',
    '-1',
    '+1',
    '1e3',
    '1,200',
    ' 1',
    '٣',
  ])('%j is no number', (text) => {
    expect(readExact(text)).toBeUndefined()
  })

  test('a part of a line is read in place', () => {
    expect(readExact('2026-12  1_250.5  7', 9, 16)).toStrictEqual(readExact('1250.5'))
    expect(readExact('2026-12  1_250.5  7', 9, 9)).toBeUndefined()
  })

  test('sixty digits are read, sixty-one are not', () => {
    const digits = '1234567890'.repeat(6)
    expect(digits.length).toBe(MOST_DIGITS)
    expect(readExact(digits)).toEqual(fromRatio(BigInt(digits), 1n))
    expect(readExact(`${digits}0`)).toBeUndefined()
    const decimals = `${digits.slice(0, 30)}.${digits.slice(30)}`
    expect(readExact(decimals)).toEqual(fromRatio(BigInt(digits), 10n ** 30n))
    expect(readExact(`0${decimals}`)).toBeUndefined()
    expect(readExact('0'.repeat(60))).toBe(0)
  })
})

describe('printing', () => {
  test.each<[Exact, string]>([
    [422_660, '422660'],
    [-5, '-5'],
    [ratio(-1, 8), '-0.125'],
    [ratio(1, 3), '≈0.333333'],
    [ratio(2, 3), '≈0.666667'],
    [ratio(-2, 3), '≈-0.666667'],
    [ratio(1, 7_000_000_000), '≈0'],
    [ratio(-1, 7_000_000_000), '≈0'],
    [ratio(1, 10 ** 12), '0.000000000001'],
    [ratio(1, 10 ** 13), '≈0'],
    [kept(fromRatio(10n ** 21n + 1n, 10n ** 6n)), '1000000000000000.000001'],
    [kept(fromRatio(10n ** 21n, 1n)), `1${'0'.repeat(21)}`],
  ])('%o is %s', (x, text) => {
    expect(printExact(x)).toBe(text)
  })

  test('a report has commas before the point alone', () => {
    const print = (text: string): string => printExact(kept(readExact(text)), { group: true })
    expect(print('422660')).toBe('422,660')
    expect(print('999')).toBe('999')
    expect(print('1234567.1234567')).toBe('1,234,567.1234567')
    expect(printExact(-1000, { group: true })).toBe('-1,000')
    expect(printExact(-100, { group: true })).toBe('-100')
    expect(printExact(ratio(10_000, 3), { group: true, places: 1 })).toBe('≈3,333.3')
  })

  test('only a number that is cut is marked', () => {
    expect(printExact(ratio(1, 8), { places: 2 })).toBe('0.125')
    expect(printExact(ratio(1, 8), { places: 2, exactTo: 2 })).toBe('≈0.12')
    expect(printExact(ratio(3, 8), { places: 2, exactTo: 2 })).toBe('≈0.38')
    expect(printExact(ratio(1, 4), { places: 2, exactTo: 2 })).toBe('0.25')
    expect(printExact(ratio(1, 3), { places: 0 })).toBe('≈0')
  })

  test('per cent', () => {
    expect(printPercent(ratio(15, 100))).toBe('15%')
    expect(printPercent(ratio(25, 1000))).toBe('2.5%')
    expect(printPercent(2)).toBe('200%')
    expect(printPercent(0)).toBe('0%')
    expect(printPercent(ratio(1, 10 ** 13))).toBe('0.00000000001%')
    expect(printPercent(ratio(-1, 10))).toBe('-10%')
    expect(printPercent(ratio(1, 3), { places: 1 })).toBe('≈33.3%')
    expect(printPercent(ratio(1, 16), { places: 1, exactTo: 1 })).toBe('≈6.2%')
    expect(printPercent(ratio(123_456, 10), { group: true })).toBe('1,234,560%')
  })

  test('the plain decimal of a number whose decimals end, however many', () => {
    expect(plainDecimal(ratio(1, 3))).toBeUndefined()
    expect(plainDecimal(kept(fromRatio(-1n, 2n ** 20n)))).toBe('-0.00000095367431640625')
    expect(plainDecimal(kept(fromRatio(1n, 10n ** 20n)))).toBe(`0.${'0'.repeat(19)}1`)
    expect(plainDecimal(1200)).toBe('1200')
  })
})

describe('rounding, half to even', () => {
  test.each<[Exact, number, Exact]>([
    [ratio(5, 2), 0, 2],
    [ratio(7, 2), 0, 4],
    [ratio(-5, 2), 0, -2],
    [ratio(-7, 2), 0, -4],
    [ratio(125, 1000), 2, ratio(12, 100)],
    [ratio(135, 1000), 2, ratio(14, 100)],
    [ratio(1, 3), 4, ratio(3333, 10_000)],
    [ratio(-1, 3), 0, 0],
    [ratio(1251, 10_000), 2, ratio(13, 100)],
    [7, 0, 7],
  ])('%o to %i places', (x, places, rounded) => {
    expect(toDecimalPlaces(x, places)).toStrictEqual(rounded)
  })

  test('is never further off than half a unit of the last place', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 20 }), (a, places) => {
        const rounded = kept(toDecimalPlaces(exactOf(a), places))
        expect(flawOf(rounded)).toBeUndefined()
        const { over, under } = ratioOf(rounded)
        expect(10n ** BigInt(places) % under).toBe(0n)
        const off = (over * a.under - a.over * under) * 2n * 10n ** BigInt(places)
        expect((off < 0n ? -off : off) <= under * a.under).toBe(true)
      }),
    )
  })
})

describe('laws', () => {
  test('reading what was printed plain gives the number back', () => {
    fc.assert(
      fc.property(ratios, (a) => {
        const x = exactOf(a)
        const text = plainDecimal(x)
        let rest = ratioOf(x).under
        while (rest % 2n === 0n) rest /= 2n
        while (rest % 5n === 0n) rest /= 5n
        expect(text === undefined).toBe(rest !== 1n)
        if (text === undefined || text.replace(/\D/g, '').length > MOST_DIGITS) return
        const size = kept(readExact(text.replace('-', '')))
        expect(text.startsWith('-') ? negate(size) : size).toStrictEqual(x)
      }),
      { numRuns: 2000 },
    )
  })

  test('a number printed without ≈ is the number, and has the fewest digits', () => {
    fc.assert(
      fc.property(ratios, fc.boolean(), (a, group) => {
        const text = printExact(exactOf(a), { group })
        if (text.startsWith('≈')) return
        expect(text).toMatch(/^-?\d[\d,]*(?:\.\d*[1-9])?$/)
        const [whole = '', part = ''] = text.replaceAll(',', '').split('.')
        const under = 10n ** BigInt(part.length)
        expect(sameValue({ over: BigInt(whole + part), under }, a)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('reading gives the value of the digits, in canonical form', () => {
    const digits = fc.stringMatching(/^\d{1,30}$/)
    fc.assert(
      fc.property(digits, fc.option(digits, { nil: undefined }), (whole, part) => {
        const x = kept(readExact(part === undefined ? whole : `${whole}.${part}`))
        expect(flawOf(x)).toBeUndefined()
        const under = 10n ** BigInt(part?.length ?? 0)
        expect(sameValue(ratioOf(x), { over: BigInt(whole + (part ?? '')), under })).toBe(true)
      }),
    )
  })
})
