/** Which columns a file of item plans has: `month,item,quantity`, or a column an item. */

import type { ItemData } from '../base/item-data.ts'
import { closest } from '../base/suggest.ts'

/** Where the cells of a row stand. */
export interface MixShape {
  readonly month: number
  /** A line an item; undefined where each item has a column. */
  readonly byRow: { readonly item: number; readonly quantity: number } | undefined
  /** The columns of items, where each has one. */
  readonly items: readonly { readonly name: string; readonly at: number }[]
}

const LONG = ['month', 'item', 'quantity'] as const

/** The shape of a header, or what to do about one that has none. */
export function shapeOf(
  { header }: ItemData,
  isItem: (name: string) => boolean,
): MixShape | { readonly help: string | undefined } {
  const names = header.map((name) => name.trim())
  const words = names.map((name) => name.toLowerCase())
  const [month = -1, item = -1, quantity = -1] = LONG.map((word) => words.indexOf(word))
  const others = names.map((name, at) => ({ name, at })).filter(({ at }) => at !== month)
  if (month >= 0 && item >= 0 && quantity >= 0) {
    return { month, byRow: { item, quantity }, items: [] }
  }
  const wide = month >= 0 && others.some(({ name }) => isItem(name))
  if (wide) return { month, byRow: undefined, items: others.filter(({ name }) => name !== '') }
  return { help: helpFor(names, words, isItem) }
}

/** Which of the three columns the others are meant for: by their likeness, or since one is left. */
function helpFor(
  names: readonly string[],
  words: readonly string[],
  isItem: (name: string) => boolean,
): string | undefined {
  const missing = LONG.filter((word) => !words.includes(word))
  const free = names.filter((name, at) => !LONG.some((word) => word === words[at]) && !isItem(name))
  const meant = free.flatMap((name) => {
    const word = closest(name, missing)
    return word === undefined ? [] : [{ name, word }]
  })
  const [last] = missing
  const [only] = free
  if (meant.length === 0 && missing.length === 1 && free.length === 1) {
    if (last !== undefined && only !== undefined) meant.push({ name: only, word: last })
  }
  const said = meant.map(({ name, word }) => `\`${word}\` for \`${name}\``)
  return said.length === 0 ? undefined : `write ${said.join(' and ')}`
}

/** What to do about a row with more or fewer cells than there are columns. */
export function helpForRow(cells: readonly string[], shape: MixShape, columns: number): string {
  if (cells.length < columns) {
    return cells.length === 1
      ? 'separate its cells as the first line does'
      : 'leave a cell empty where there is no number'
  }
  const { byRow, items } = shape
  const numbers = byRow === undefined ? items.map(({ at }) => at) : [byRow.quantity]
  const parted = numbers.filter((at) => /^[-+]?\d+$/.test(cells[at] ?? '') && isRest(cells[at + 1]))
  const [at] = parted
  if (cells.length === columns + 1 && parted.length === 1 && at !== undefined) {
    const [whole = '', part = ''] = cells.slice(at, at + 2)
    return `if \`${whole},${part}\` is one number, write ${whole}.${part}`
  }
  return 'a number has no comma: write its decimals behind a point, as in 22.5'
}

function isRest(cell = ''): boolean {
  return /^\d+%?$/.test(cell)
}
