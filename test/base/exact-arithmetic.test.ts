// The scaled arithmetic against the plain ratios, and the results a planner would check by hand.

import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  abs,
  add,
  compare,
  divide,
  equal,
  type Exact,
  fromRatio,
  fromSmallRatio,
  isZero,
  max,
  min,
  MOST_BITS,
  multiply,
  negate,
  readExact,
  sign,
  subtract,
  sum,
  tooLong,
} from '../../src/base/exact.ts'
import { exactOf, flawOf, kept, type Ratio, ratioOf, ratios, sameValue } from './exact-arbitrary.ts'

function read(text: string): Exact {
  return kept(readExact(text))
}

function expectValue(x: Exact | undefined, ratio: Ratio): void {
  expect(flawOf(kept(x))).toBeUndefined()
  expect(sameValue(ratioOf(kept(x)), ratio)).toBe(true)
}

describe('by hand', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(add(read('0.1'), read('0.2'))).toEqual(read('0.3'))
    expect(read('0.3')).toEqual({ kind: 'scaled', mantissa: 3, scale: 1 })
  })

  test('a seventh, seven times, is the whole again', () => {
    const seventh = kept(divide(1, 7))
    expect(seventh).toEqual({ kind: 'fraction', numerator: 1n, denominator: 7n })
    expect(multiply(seventh, 7)).toBe(1)
    expect(sum([seventh, seventh, seventh, seventh, seventh, seventh, seventh])).toBe(1)
    const price = read('1200.4')
    expect(multiply(kept(divide(price, 7)), 7)).toStrictEqual(price)
  })

  test('1e15 with six decimals is exact', () => {
    const large = read('1000000000000000.000001')
    expect(subtract(large, 1e15)).toEqual({ kind: 'scaled', mantissa: 1, scale: 6 })
    expect(multiply(large, 1e6)).toEqual(fromRatio(10n ** 21n + 1n, 1n))
    expect(subtract(add(large, large) ?? 0, large)).toEqual(large)
  })

  test('past the safe integers nothing is lost', () => {
    const last = Number.MAX_SAFE_INTEGER
    expect(subtract(add(last, 2) ?? 0, 2)).toBe(last)
    expect(divide(multiply(last, last) ?? 0, last)).toBe(last)
    expect(add(last, 1)).toEqual({ kind: 'fraction', numerator: 2n ** 53n, denominator: 1n })
  })

  test('there is no negative zero', () => {
    const zeros = [multiply(0, -5), negate(0), divide(0, -3), subtract(0, 0), multiply(-5, 0)]
    expect(zeros.map((zero) => Object.is(zero, 0))).toEqual([true, true, true, true, true])
    expect(Object.is(multiply(0, negate(read('0.5'))), 0)).toBe(true)
    expect(Object.is(fromSmallRatio(-0, 7), 0)).toBe(true)
    expect(Object.is(abs(0), 0)).toBe(true)
  })

  test('dividing by zero is unknown', () => {
    expect(divide(1, 0)).toBeUndefined()
    expect(divide(0, 0)).toBeUndefined()
    expect(divide(read('0.5'), 0)).toBeUndefined()
    expect(divide(kept(fromRatio(1n, 3n)), 0)).toBeUndefined()
  })

  test('the sum of nothing is 0', () => {
    expect(sum([])).toBe(0)
    expect(sum([read('0.1'), read('0.2'), 1])).toEqual(read('1.3'))
  })
})

describe('the longest number', () => {
  const longest = 2n ** BigInt(MOST_BITS) - 1n

  test('a numerator at the limit is kept, one past it is not', () => {
    const most = kept(fromRatio(longest, 1n))
    expect(subtract(most, 1)).toEqual(fromRatio(longest - 1n, 1n))
    expect(add(most, 1)).toBeUndefined()
    expect(subtract(negate(most), 1)).toBeUndefined()
    expect(multiply(most, 2)).toBeUndefined()
    expect(sum([most, 1, -1])).toBeUndefined()
    expect([tooLong(longest, 1n), tooLong(longest + 1n, 1n)]).toEqual([false, true])
    expect([tooLong(-longest, 1n), tooLong(-longest - 1n, 1n)]).toEqual([false, true])
  })

  test('a denominator at the limit is kept, one past it is not', () => {
    const least = kept(fromRatio(1n, longest))
    expect(divide(1, least)).toEqual(fromRatio(longest, 1n))
    expect(divide(least, 2)).toBeUndefined()
    expect([tooLong(1n, longest), tooLong(1n, longest + 1n)]).toEqual([false, true])
  })

  test('what is short again after reducing is kept', () => {
    const most = kept(fromRatio(longest, 7n))
    expect(divide(most, most)).toBe(1)
    expect(multiply(most, kept(divide(1, most)))).toBe(1)
  })
})

describe('laws', () => {
  test('every operation gives the value of the ratios, in canonical form', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const [x, y] = [exactOf(a), exactOf(b)]
        expect(flawOf(x)).toBeUndefined()
        const under = a.under * b.under
        expectValue(add(x, y), { over: a.over * b.under + b.over * a.under, under })
        expectValue(subtract(x, y), { over: a.over * b.under - b.over * a.under, under })
        expectValue(multiply(x, y), { over: a.over * b.over, under })
        expectValue(negate(x), { over: -a.over, under: a.under })
        expectValue(abs(x), { over: a.over < 0n ? -a.over : a.over, under: a.under })
        expect(divide(x, 0)).toBeUndefined()
        fc.pre(b.over !== 0n)
        expectValue(divide(x, y), { over: a.over * b.under, under: a.under * b.over })
      }),
      { numRuns: 3000 },
    )
  })

  test('order and equality are those of the ratios', () => {
    fc.assert(
      fc.property(ratios, fc.oneof(ratios, fc.constant(undefined)), (a, other) => {
        const b = other ?? { over: a.over * 3n, under: a.under * 3n }
        const [x, y] = [exactOf(a), exactOf(b)]
        const apart = a.over * b.under - b.over * a.under
        const order = apart < 0n ? -1 : apart > 0n ? 1 : 0
        expect(compare(x, y)).toBe(order)
        expect(equal(x, y)).toBe(order === 0)
        expect(min(x, y)).toEqual(order <= 0 ? x : y)
        expect(max(x, y)).toEqual(order >= 0 ? x : y)
        expect(sign(x)).toBe(a.over < 0n ? -1 : a.over > 0n ? 1 : 0)
        expect(isZero(x)).toBe(a.over === 0n)
        expect(isDeepStrictEqual(x, y)).toBe(order === 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('what was added or multiplied is taken away again', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const [x, y] = [exactOf(a), exactOf(b)]
        expect(subtract(kept(add(x, y)), y)).toStrictEqual(x)
        fc.pre(!isZero(y))
        expect(multiply(kept(divide(x, y)), y)).toStrictEqual(x)
      }),
      { numRuns: 1000 },
    )
  })

  test('a ratio of safe integers has the form it has by way of bigints', () => {
    const safe = fc.maxSafeInteger()
    fc.assert(
      fc.property(
        safe,
        safe.filter((under) => under !== 0),
        (over, under) => {
          expect(fromSmallRatio(over, under)).toStrictEqual(fromRatio(BigInt(over), BigInt(under)))
        },
      ),
    )
  })
})
