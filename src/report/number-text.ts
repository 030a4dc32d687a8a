/** Numbers of sheets: grouped, signed where they are differences, `unknown` where they are. */

import type { Exact } from '../base/exact.ts'
import { printExact, sign } from '../base/exact.ts'
import { faint, type Text } from '../markup/document.ts'

const FORM = { group: true, places: 2, exactTo: 6 } as const

export function numberText(value: Exact | undefined): Text {
  return value === undefined ? [faint('unknown')] : printExact(value, FORM)
}

/** `+1,200`, `-40`, `≈+0.33`; `-` where it is unknown. */
export function signedText(value: Exact | undefined): string {
  if (value === undefined) return '-'
  const text = printExact(value, FORM)
  if (sign(value) <= 0) return text
  return text.startsWith('≈') ? `≈+${text.slice(1)}` : `+${text}`
}
