/** Whether a plan may name files of items: what these hold is in none of its texts. */

import type { Letters, Source } from '../base/source.ts'

const WORD = 'from'

/** Whether it may say `from "file"`. */
export function mayReadItems(source: Source): boolean {
  // To look for a word is many times quicker, and needs no text.
  const { letters } = source
  const maySay = letters === undefined ? source.text.includes(WORD) : saysFrom(letters)
  return maySay && /\bfrom\s+"/.test(source.text)
}

function saysFrom({ bytes, textOf }: Letters): boolean {
  const first = WORD.charCodeAt(0)
  const second = WORD.charCodeAt(1)
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] === second && textOf(at, at + WORD.length) === WORD) return true
  }
  return false
}
