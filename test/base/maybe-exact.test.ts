import { describe, expect, test } from 'vitest'

import { minus, plus, sameNumber, sumOver, times } from '../../src/base/maybe-exact.ts'

describe('numbers that may be unknown', () => {
  test('are reckoned with where both are known', () => {
    expect([plus(2, 3), minus(2, 3), times(2, 3)]).toEqual([5, -1, 6])
  })

  test('are unknown where either is, also times 0', () => {
    for (const reckon of [plus, minus, times]) {
      expect([reckon(undefined, 0), reckon(0, undefined)]).toEqual([undefined, undefined])
    }
  })

  test('are the same where both are unknown, and 0 is no unknown number', () => {
    expect(sameNumber(undefined, undefined)).toBe(true)
    expect(sameNumber(0, undefined)).toBe(false)
    expect(sameNumber(2, 2)).toBe(true)
    expect(sameNumber(2, 3)).toBe(false)
  })

  test('have no sum where one is unknown, and what comes after it is not asked', () => {
    const asked: number[] = []
    const sum = sumOver([1, 2, 3], (part) => {
      asked.push(part)
      return part === 2 ? undefined : part
    })
    expect(sum).toBeUndefined()
    expect(asked).toEqual([1, 2])
    expect(sumOver([1, 2, 3], (part) => part)).toBe(6)
    expect(sumOver([], () => undefined)).toBe(0)
  })
})
