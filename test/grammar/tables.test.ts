// Tables: their columns, and where their rows and cells stand.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellSpan, rowSpan, totalSpan } from '../../grammar/places.ts'
import type { Table } from '../../grammar/tree.ts'
import { OPEN } from '../../grammar/tree.ts'
import { makeMonth, type Month, printMonth } from '../../src/base/month.ts'
import { textOf } from '../../src/base/source.ts'
import { outline, parsed, problemsOf } from './outline.ts'
import { told } from './told.ts'

function tables(text: string): readonly Table[] {
  return parsed(text).statements.flatMap(({ entries }) => {
    return entries.flatMap((entry) => (entry.sort === 'table' ? [entry] : []))
  })
}

test('columns hold integers, and NaN where something else stands', () => {
  const [table] = tables('a {\n  month b c\n  2026-12 -0 1_000\n  2027-01 .. 2.0 -\n}')
  expect(table).toMatchObject({ rowCount: 2, damaged: false })
  expect(table?.from).toEqual(new Int32Array([makeMonth(2026, 12), makeMonth(2027, 1)]))
  expect(table?.to).toEqual(new Int32Array([makeMonth(2026, 12), OPEN]))
  expect(table?.cells).toEqual(new Float64Array([0, 1000, 2, Number.NaN]))
  expect([...(table?.others ?? [])]).toEqual([[3, { sort: 'blank' }]])
})

test('digits past what a number holds are exact', () => {
  const [table] = tables('a {\n  month b c\n  2026-12 9007199254740993 9007199254740991\n}')
  expect(table?.cells).toEqual(new Float64Array([Number.NaN, Number.MAX_SAFE_INTEGER]))
  expect(table?.others.get(0)).toMatchObject({ value: { numerator: 9007199254740993n } })
})

test('where rows and cells stand', () => {
  const text = `a {
  month                b   c
  2026-12\t             1  -2   # 3
  2027-01 .. 2027-03  5%   -
  2027-04..         rest 1.5#
  2027-05 ..\u00a0 7 8
  total              100  20
}`
  const [table] = tables(text)
  if (table === undefined) throw new Error('there should be a table')
  const cells = [0, 1, 2, 3].map((row) => [0, 1].map((at) => textOf(cellSpan(table, row, at))))
  expect(cells).toEqual([
    ['1', '-2'],
    ['5%', '-'],
    ['rest', '1.5'],
    ['7', '8'],
  ])
  expect(textOf(rowSpan(table, 1))).toBe('2027-01 .. 2027-03  5%   -')
  expect([0, 1].map((column) => textOf(totalSpan(table, column)))).toEqual(['100', '20'])
  expect(textOf(cellSpan(table, 0, 2))).toBe('2026-12\t             1  -2')
})

test('a damaged row is unknown, one without months is missing, and the table says so', () => {
  const text = `a {
  month b c
  2026-12 1 x
  2027-01 1
  2027-13 1 2
  + 2027-02 1 2
  2027-03 3 4
  total 5
}`
  expect(outline(text)).toBe(`a {
  month b c DAMAGED
  2026-12 1 ?
  2027-01 ? ?
  2027-03 3 4
  total ? ?`)
  expect(problemsOf(text)).toHaveLength(5)
})

test('a table whose columns are not known has no rows', () => {
  expect(outline('a {\n  month b @ c\n  2026-12 1 2\n}')).toBe('a {\n  month b c DAMAGED')
  expect(outline('a {\n  month b, c\n  2026-12 1 2\n}')).toBe('a {\n  month b c DAMAGED')
  expect(outline('a {\n  month b b\n  2026-12 1 2\n}')).toBe('a {\n  month b -\n  2026-12 1 2')
})

test('comments, blank lines and characters of any script between rows', () => {
  const text = 'a {\n  month b # \u00e4\u{1f600}\n\n  2026-12 1 # \u03c0\n  # c\n  2027-01 2\n}'
  expect(outline(text)).toBe('a {\n  month b\n  2026-12 1\n  2027-01 2')
})

test('many tables of any width share buffers and keep their own numbers', () => {
  const widths = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 })),
  )
  fc.assert(
    fc.property(widths, (sizes) => {
      const number = (table: number, row: number, column: number): number => {
        return table * 10_000 + row * 100 + column
      }
      const texts = sizes.map(([width, rows], table) => {
        const columns = Array.from({ length: width }, (_, at) => at)
        const lines = Array.from({ length: rows }, (_, row) => {
          return `2026-12 ${columns.map((at) => number(table, row, at)).join(' ')}`
        })
        return ['a {', `month ${columns.map((at) => `c${at}`).join(' ')}`, ...lines, '}'].join('\n')
      })
      for (const [at, table] of tables(texts.join('\n')).entries()) {
        const [width, rows] = sizes[at] ?? [0, 0]
        expect(table.rowCount).toBe(rows)
        const wanted = Array.from({ length: rows * width }, (_, cell) => {
          return number(at, Math.floor(cell / width), cell % width)
        })
        expect([...table.cells]).toEqual(wanted)
      }
    }),
    { numRuns: 50 },
  )
})

test('rows read together say what each says by itself', () => {
  const month = fc
    .integer({ min: 2026 * 12, max: 2026 * 12 + 30 })
    .map((at) => printMonth(at as Month))
  const cell = fc.constantFrom(
    '0',
    '-0',
    '+7',
    '12',
    '-1200',
    '2147483647',
    '-2147483648',
    '2147483648',
    '123456789012345',
    '1234567890123456',
  )
  const odd = fc.constantFrom(
    '1_000',
    '5%',
    '1.5',
    '-',
    'x',
    '1 2',
    '7\r',
    '{',
    '2027-01 .. 2027-02 1',
  )
  const row = fc.tuple(month, fc.array(cell, { minLength: 1, maxLength: 3 })).map(([at, cells]) => {
    return `  ${at}  ${cells.join('   ')}`
  })
  const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: odd }), {
    maxLength: 12,
  })
  let together = 0
  fc.assert(
    fc.property(rows, fc.constantFrom('a b', 'a', 'a b c'), (lines, names) => {
      const head = `plan x {\n  month ${names}\n`
      const text = (end: string): string =>
        `${head}${lines.map((line) => line + end).join('\n')}\n}`
      // With a comment behind it, a row is read by itself.
      const [whole, apart] = [text('  '), text(' #')].map((each) => {
        const tree = parsed(each)
        return [told(tree.statements), tree.problems.map(({ code }) => code)]
      })
      const said = (key: string, value: unknown): unknown => (key === 'source' ? undefined : value)
      expect(JSON.stringify(whole, said)).toBe(JSON.stringify(apart, said))
      together += lines.length
    }),
  )
  expect(together).toBeGreaterThan(100)
})
