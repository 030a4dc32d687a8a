// Sums and the like against plain loops over random numbers, months and conditions.

import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { fromSmallRatio, printExact } from '../../src/base/exact.ts'
import { printMonth } from '../../src/base/month.ts'
import type { Month } from '../../src/base/month.ts'
import { type Case, results } from './harness.ts'
import { BASICS, FIRST } from './small.ts'

/** One family's months: a number each, or none. */
const columns = array(option(integer({ min: -50, max: 50 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 6,
})
const condition = record({
  operator: constantFrom('<', '<=', '>', '>=', '=', '!='),
  limit: integer({ min: -50, max: 50 }),
})

type Column = readonly (number | undefined)[]

const HOLDS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

test('over months that a condition chooses', () => {
  assert(
    property(columns, condition, (column, { operator, limit }) => {
      const range = `month t in ${printMonth(FIRST)} .. ${printMonth((FIRST + column.length - 1) as Month)}`
      const where = `sales(a, t) ${operator} ${limit} each`
      const cases: readonly Case[] = [
        [`count(${range} where ${where})`],
        [`exists(${range} where ${where})`],
        [`every(${where} for ${range})`],
        [`sum(sales(a, t) for ${range} where ${where})`],
        [`average(sales(a, t) for ${range} where ${where})`],
        [`min(sales(a, t) for ${range} where ${where})`],
        [`max(sales(a, t) for ${range} where ${where})`],
      ]
      const said = results(cases, { plan: planOf(column) }).map(([value]) => value)
      expect(said).toEqual(expectedOf(column, (value) => HOLDS[operator]?.(value, limit) === true))
    }),
    { numRuns: 60 },
  )
})

function planOf(column: Column): string {
  const rows = column.map((value, at) => `  ${printMonth((FIRST + at) as Month)} ${value ?? '-'}\n`)
  return `${BASICS}plan a for 2026-11 {\n  month sales\n${rows.join('')}}\n`
}

/** The same by plain loops, in the order of the cases. */
function expectedOf(column: Column, holds: (value: number) => boolean): readonly string[] {
  const unsure = column.includes(undefined)
  const chosen = column.filter((value) => value !== undefined && holds(value)) as number[]
  const refused = column.some((value) => value !== undefined && !holds(value))
  const total = chosen.reduce((sum, value) => sum + value, 0)
  const known = (isKnown: boolean, words: () => string) => (isKnown ? words() : 'unknown')
  const each = (value: number) => `${printExact(value)} each`
  return [
    known(!unsure, () => String(chosen.length)),
    chosen.length > 0 ? 'yes' : known(!unsure, () => 'no'),
    refused ? 'no' : known(!unsure, () => 'yes'),
    known(!unsure, () => each(total)),
    known(!unsure && chosen.length > 0, () => `${average(total, chosen.length)} each`),
    known(!unsure && chosen.length > 0, () => each(Math.min(...chosen))),
    known(!unsure && chosen.length > 0, () => each(Math.max(...chosen))),
  ]
}

function average(total: number, count: number): string {
  return printExact(fromSmallRatio(total, count), { places: 2, exactTo: 6 })
}
