/** How much of a long list a form shows, and where the rest stands. */

import { paragraph, type Block, GAP, type Text, withCode } from '../markup/document.ts'
import { counted } from './words.ts'

export interface Reach {
  /** Families, or findings, of what is folded. */
  readonly most: number
  /** The forms that show more. */
  readonly more: string
}

/** A comment on a merge request has a limit, and nobody scrolls further on a terminal. */
export const SHORT: Reach = { most: 50, more: '`--format html` and `json`' }

/** A page is searched, and its families are folded. */
export const LONG: Reach = { most: 1000, more: '`--format json`' }

/** The end of a list that goes on elsewhere; undefined where it does not. */
export function restOf(
  count: number,
  { most, more }: Reach,
  one: string,
  many?: string,
): Text | undefined {
  return count > most
    ? withCode(`And ${counted(count - most, `more ${one}`, many && `more ${many}`)} in ${more}.`)
    : undefined
}

export function restBlocks(...of: Parameters<typeof restOf>): readonly Block[] {
  const rest = restOf(...of)
  return rest === undefined ? [] : [paragraph(rest), GAP]
}
