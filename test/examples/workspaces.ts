/** The examples, as texts. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const examplesRoot = fileURLToPath(new URL('../../examples/', import.meta.url))

/** Plans with published numbers, each in one file. */
export const PUBLISHED = [
  'orlicky',
  'red-tomato',
  'caj',
  'level',
  'make-to-order',
  'finish-to-order',
] as const

export function planText(example: (typeof PUBLISHED)[number]): string {
  return readFileSync(`${examplesRoot}${example}/${example}.sop`, 'utf8')
}

/** The sheet of figure 20-3 without its two misprints. */
export function mendedOrlicky(): string {
  return planText('orlicky')
    .replace('2026-10   1251', '2026-10   1257')
    .replace('2026-11              1125', '2026-11              1225')
}
