// Which name is offered for a misspelt one.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closest, MOST_CANDIDATES, MOST_LETTERS } from '../../src/base/suggest.ts'

const KINDS = [
  'plan',
  'actual',
  'budget',
  'view',
  'mix',
  'supply',
  'sales-plan',
  'operations',
  'kg',
]

test.each([
  ['budgte', 'budget'],
  ['Budget', 'budget'],
  ['actaul', 'actual'],
  ['suply', 'supply'],
  ['gk', 'kg'],
  ['sales', 'sales-plan'],
  ['Plan-of-record', 'plan'],
  ['oper', 'operations'],
  ['op', 'operations'],
  ['operatons', 'operations'],
])('%s: did you mean %s?', (word, name) => {
  expect(closest(word, KINDS)).toBe(name)
})

test.each(['x', '', 'warehouse', 'o', 'budget', 'at'])('%j is like none of them', (word) => {
  expect(closest(word, ['budget', 'operations', 'kg'])).toBeUndefined()
})

test('a slip goes before a part, and a part before a beginning', () => {
  expect(closest('sales', ['salesman-guide', 'sales-plan', 'sale'])).toBe('sale')
  expect(closest('sales', ['salesman-guide', 'sales-plan'])).toBe('sales-plan')
  expect(closest('sales', ['salesman-guide'])).toBe('salesman-guide')
})

test('the nearer in length wins a tie, then the first in code order', () => {
  expect(closest('cast', ['cash', 'cost', 'caste'])).toBe('cash')
  expect(closest('cast', ['cost', 'cash'])).toBe('cash')
  expect(closest('cast', ['casts', 'coast', 'cost'])).toBe('cost')
})

test('long words and very many names are let be', () => {
  const long = 'a'.repeat(MOST_LETTERS)
  expect(closest(`${long.slice(1)}b`, [long])).toBe(long)
  expect(closest(`${long}b`, [long])).toBeUndefined()
  expect(closest(long, [`${long}b`])).toBeUndefined()
  expect(closest('İ'.repeat(MOST_LETTERS), ['i'.repeat(MOST_LETTERS)])).toBeUndefined()
  const names = Array.from({ length: MOST_CANDIDATES - 1 }, (_, at) => `item-${at}-of-many`)
  expect(closest('budgte', [...names, 'budget'])).toBe('budget')
  expect(closest('budgte', [...names, 'budget', 'more'])).toBeUndefined()
})

test('the order of the names does not matter', () => {
  const word = fc.stringMatching(/^[abc-]{1,6}$/)
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 12 }), (wrong, names) => {
      const found = closest(wrong, names)
      expect(closest(wrong, names.toReversed())).toBe(found)
      expect(closest(wrong, names.toSorted())).toBe(found)
      expect(found).not.toBe(wrong)
    }),
    { numRuns: 500 },
  )
})

test('one slip in a word of five letters or more is always mended', () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/)
  fc.assert(
    fc.property(word, fc.nat({ max: 3 }), fc.integer({ min: 0, max: 3 }), (name, at, how) => {
      const [before, a, b, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)]
      const slips = [
        `${before}${b}${a}${after}`,
        `${before}${b}${after}`,
        `${before}${a}é${b}${after}`,
        `${before}é${b}${after}`,
      ]
      const wrong = slips[how] ?? ''
      fc.pre(wrong !== name)
      expect(closest(wrong, ['unlikely-name-of-nothing', name])).toBe(name)
    }),
  )
})
