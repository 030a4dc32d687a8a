import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import {
  NO_UNIT,
  atomUnit,
  divideUnits,
  makeUnit,
  multiplyUnits,
  printUnit,
  raiseUnit,
  ratioUnit,
  sameUnit,
} from '../../src/units/unit.ts'

const unit = fc
  .array(
    fc.tuple(
      fc.constantFrom('each', 'kg', 'USD', 'hour', 'unit(f)'),
      fc.integer({ min: -3, max: 3 }),
    ),
  )
  .map(makeUnit)

test('a unit times another and divided by it is itself', () => {
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      expect(sameUnit(divideUnits(multiplyUnits(a, b), b), a)).toBe(true)
    }),
  )
})

test('the order of factors does not matter, and a unit over itself is a number', () => {
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      expect(multiplyUnits(a, b).key).toBe(multiplyUnits(b, a).key)
      expect(divideUnits(a, a)).toEqual(NO_UNIT)
    }),
  )
})

test('units print as a planner says them', () => {
  expect(printUnit(ratioUnit('USD', 'each'))).toBe('USD per each')
  expect(printUnit(raiseUnit(atomUnit('m'), 2))).toBe('m^2')
  expect(printUnit(divideUnits(NO_UNIT, atomUnit('each')))).toBe('per each')
  expect(printUnit(NO_UNIT)).toBe('')
})
