/** The seal of a commitment: a hash that breaks when a number committed to changes. */

import { printLowest } from '../base/exact.ts'
import { printMonth } from '../base/month.ts'
import { quoted } from '../syntax/print.ts'
import type { WrittenCell } from './model.ts'
import type { Sha256 } from '../base/sha256.ts'

/** `sha256-` and 64 hexadecimal digits, over `sealedText`. */
export function sealOf(hash: Sha256, family: string, cells: readonly WrittenCell[]): string {
  return `sha256-${hash(sealedText(family, cells))}`
}

/**
 * What is hashed: a line `family month number unit` for each cell, sorted, each ended by a line
 * feed. So neither layout, nor files, nor the order of statements matter, and every number does.
 * The cells come by month, one each: so their lines are sorted.
 */
function sealedText(family: string, cells: readonly WrittenCell[]): string {
  const begin = `${word(family)} `
  let text = ''
  let last: string | undefined
  let end = ''
  cells.forEach(({ month, value, unit }) => {
    if (unit !== last) end = ` ${word(unit)}\n`
    last = unit
    text += `${begin}${printMonth(month)} ${printLowest(value)}${end}`
  })
  return text
}

/** In quotes where a reader could take it for several words. */
function word(name: string): string {
  return /[\s"\\]/.test(name) ? quoted(name) : name
}
