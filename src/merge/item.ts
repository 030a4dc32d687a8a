/** A text as statements, tables and rows with their lines: what a merge puts together again. */

import type { Statement } from '../../grammar/tree.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import type { RowOfTable } from './table-rows.ts'

/** What stands in a file or a block, and the comments and blank lines below the last of it. */
export interface Outline {
  readonly items: readonly Item[]
  readonly below: readonly string[]
}

/** A line that may go on below: as it stands there, and what it says. */
export interface Written {
  readonly lines: readonly string[]
  /** Its words, one space between them. */
  readonly code: string
  readonly comment: string
}

interface Standing {
  /** What it is the same by in other versions: the first that no other item beside it has. */
  readonly identities: readonly [string, string, string]
  /** The keyword. */
  readonly word: string
  /** Comments and blank lines right above. */
  readonly above: readonly string[]
  readonly lines: readonly string[]
  /** Equal where two say the same, comments included. */
  readonly said: string
}

export interface LineItem extends Standing {
  readonly sort: 'line'
  readonly written: Written
}

export interface BlockItem extends Standing {
  readonly sort: 'block'
  readonly statement: Statement
  readonly spec: KindSpec | undefined
  readonly head: Written
  readonly inside: Outline
  readonly close: Written
  /** Its lines count in their order, as those of a rule do. */
  readonly ordered: boolean
}

export interface TableItem extends Standing {
  readonly sort: 'table'
  readonly header: Written
  /** Names of the columns, as written. */
  readonly columns: readonly string[]
  /** By month; undefined where two of them are about the same month. */
  readonly rows: readonly RowOfTable[] | undefined
  readonly total: RowOfTable | undefined
}

export type Item = LineItem | BlockItem | TableItem

export const EMPTY: Outline = { items: [], below: [] }

/** An item with the comments right above. */
export function withAbove({ above, lines }: Item): readonly string[] {
  return [...above, ...lines]
}

/** What comments say, without blank lines. */
export function commentsIn(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
