// Item data as spreadsheets write it, and as they should not.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { ItemData, SourceProblem } from '../../src/base/item-data.ts'
import { makeSource } from '../../src/base/source.ts'
import { readCsv } from '../../src/sources/csv.ts'
import { CSV_LIMITS } from '../../src/sources/csv-limits.ts'
import { plainRows } from '../../src/sources/plain-csv.ts'
import { quotedRows } from '../../src/sources/quoted-csv.ts'

const read = (text: string, separator?: string): ItemData | SourceProblem =>
  readCsv(makeSource('items.csv', text), separator)

function tableOf(text: string, separator?: string): readonly (readonly string[])[] {
  const data = read(text, separator)
  if ('problem' in data) throw new Error(data.problem)
  return [data.header, ...data.rows.map(({ cells }) => cells)]
}

describe('a CSV file', () => {
  test('without quotes says what a reader of any CSV says', () => {
    const cell = fc.constantFrom('', ' ', 'a', '12', ' x y ', "'", '\u00FC', '\uFEFF', '#', '\\')
    const separator = fc.constantFrom(',', ';', '\t', '|')
    const text = fc
      .tuple(
        fc.constantFrom('', '\uFEFF'),
        fc.array(fc.tuple(fc.array(cell, { maxLength: 4 }), fc.constantFrom('\n', '\r\n')), {
          maxLength: 9,
        }),
        separator,
      )
      .map(([bom, lines, between]) => {
        return bom + lines.map(([cells, end]) => cells.join(between) + end).join('')
      })
    let rows = 0
    fc.assert(
      fc.property(text, separator, fc.integer({ min: 0, max: 4 }), (said, between, most) => {
        const limits = { ...CSV_LIMITS, rows: most }
        const plain = plainRows(said, between, limits)
        expect(plain).toEqual(quotedRows(said, between, limits))
        rows += plain?.length ?? 0
      }),
    )
    expect(rows).toBeGreaterThan(100)
  })

  const expected = [
    ['item', 'family'],
    ['W-1', 'widgets'],
  ]

  test.each([
    ['commas', 'item,family\nW-1,widgets\n'],
    ['semicolons', 'item;family\nW-1;widgets\n'],
    ['tabs', 'item\tfamily\nW-1\twidgets\n'],
    ['bars', 'item|family\nW-1|widgets\n'],
    ['a BOM', '\uFEFFitem,family\nW-1,widgets\n'],
    ['CRLF', 'item,family\r\nW-1,widgets\r\n'],
    ['old Macintosh line ends', 'item,family\rW-1,widgets\r'],
    ['quotes', '"item","family"\n"W-1","widgets"\n'],
    ['empty lines', '\nitem,family\n\nW-1,widgets\n\n'],
    ['no last line end', 'item,family\nW-1,widgets'],
    ['blanks around the names', ' item , family\nW-1,widgets\n'],
  ])('may have %s', (_, text) => {
    expect(tableOf(text)).toEqual(expected)
  })

  test('keeps what stands in quotes', () => {
    expect(tableOf('item,title\nW-1,"2"" bore, red"\n')).toEqual([
      ['item', 'title'],
      ['W-1', '2" bore, red'],
    ])
  })

  test('takes the separator that it is told', () => {
    expect(tableOf('a;b,c\n1;2,3\n', ';')).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ])
  })

  test('knows the line of each row', () => {
    const data = read('item,title\n\nW-1,"two\nlines"\nW-2,one\n')
    if ('problem' in data) throw new Error(data.problem)
    expect(data.rows.map(({ line }) => line)).toEqual([3, 5])
  })

  test('keeps rows that are too short or too long for the reader to judge', () => {
    expect(tableOf('a,b\n1\n1,2,3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']])
  })
})

describe('a file that is no table', () => {
  test.each([
    ['', { problem: 'it is empty' }],
    ['\n\n', { problem: 'it is empty' }],
    ['a,"b\nc', { problem: 'a quote is not closed', line: 2 }],
    ['a,b\n"x"y,1\n', { problem: 'a quote ends in the middle of a cell', line: 2 }],
    ['a,b\nx"y,1\n', { problem: 'a quote begins in the middle of a cell', line: 2 }],
    [
      'item,qty,item\n',
      {
        problem: 'two columns are called `item`',
        line: 1,
        help: 'give each column a name of its own',
      },
    ],
  ])('%j', (text, problem) => {
    expect(read(text)).toEqual(problem)
  })

  test('names such as __proto__ are names', () => {
    expect(tableOf('__proto__,constructor\n1,2\n')).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ])
  })

  test('the limits, and one past each', () => {
    const limits = { rows: 3, columns: 2, cell: 4 }
    const within = (text: string) => readCsv(makeSource('items.csv', text), ',', limits)
    expect(within('a,b\n1\n2\n3\n')).not.toHaveProperty('problem')
    expect(within('a,b\n1\n2\n3\n4\n')).toEqual({ problem: 'it has 4 rows; at most 3 are read' })
    expect(within('a,b\n1,2\n')).not.toHaveProperty('problem')
    expect(within('a,b\n1,2,3\n')).toEqual({
      problem: 'a row has 3 cells; at most 2 are read',
      line: 2,
    })
    expect(within('a,b\n1234\n')).not.toHaveProperty('problem')
    expect(within('a,b\n12345\n')).toEqual({
      problem: 'a cell has more than 4 characters',
      line: 2,
    })
    expect(within(`a,b\n${'x'.repeat(100)}\n`)).toMatchObject({ problem: 'a row is too long' })
  })
})
