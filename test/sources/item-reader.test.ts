// Which file a name of item data is, and how often it is read.
import { expect, test } from 'vitest'

import { itemText, NO_FILE } from '../../src/base/item-data.ts'
import { itemReader } from '../../src/sources/item-reader.ts'

const TEXTS = new Map([
  ['items.csv', 'item;family\n"A,1";pumps\n'],
  ['data/shop.txt', 'item|family;plant\nS-1|pumps;north\n'],
])
const SETTLED = new Map([
  ['shop', { file: './data/shop.txt', separator: '|' }],
  ['items.csv', { file: undefined, separator: ';' }],
])

function reading() {
  const asked: string[] = []
  const read = itemReader(SETTLED, (path) => {
    asked.push(path)
    return TEXTS.get(path) ?? NO_FILE
  })
  return { read, asked }
}

test('a name is what concord.yaml says, else a file', () => {
  const { read } = reading()
  expect(read('shop')).toMatchObject({
    source: { path: 'data/shop.txt' },
    header: ['item', 'family;plant'],
  })
  expect(read('items.csv')).toMatchObject({ rows: [{ cells: ['A,1', 'pumps'] }] })
  expect(read('none.csv')).toBe(NO_FILE)
})

test('a path may begin at the folder itself', () => {
  const { read } = reading()
  expect(read('./items.csv')).toMatchObject({ source: { path: 'items.csv' } })
})

test('a file is read once, however often it is named', () => {
  const { read, asked } = reading()
  expect(read('shop')).toBe(read('shop'))
  read('none.csv')
  read('none.csv')
  expect(asked).toEqual(['data/shop.txt', 'none.csv'])
})

test('bytes that are no UTF-8 are told by their line', () => {
  const broken = { byte: 9, value: 0xe4, offset: 8 }
  expect(itemText({ text: 'a\nb\nö12\n\uFFFD', broken })).toEqual({
    problem: 'byte 9 is no UTF-8',
    line: 4,
    help: 'save the file as UTF-8',
  })
})
