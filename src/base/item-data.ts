/** Item data as a source lends it: a table of texts with the lines they stood in. */

import type { Source } from './source.ts'
import type { Decoded } from './utf8.ts'

export interface ItemData {
  readonly source: Source
  readonly header: readonly string[]
  readonly rows: readonly ItemRow[]
}

export interface ItemRow {
  /** One-based line in the file. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Why a source could not lend its data; words for the planner. */
export interface SourceProblem {
  readonly problem: string
  readonly line?: number
  readonly help?: string
}

/** What the host lends the core: files of item data, by a path relative to the workspace. */
export type ReadItems = (path: string) => ItemData | SourceProblem

/** How many columns a header names; what stands behind the last is padding. */
export function columnsOf({ header }: ItemData): number {
  return header.findLastIndex((name) => name.trim() !== '') + 1
}

/** The cells of a row, trimmed; empty ones behind the last column say nothing. */
export function cellsOf({ cells }: ItemRow, columns: number): readonly string[] {
  let end = cells.length
  while (end > columns && cells[end - 1]?.trim() === '') end -= 1
  return cells.slice(0, end).map((cell) => cell.trim())
}

/** `./items.csv` is `items.csv`. */
export function itemPath(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '')
}

export const NO_FILE: SourceProblem = { problem: 'there is no such file' }

/** The text of a file of item data, or where it is none. */
export function itemText({ text, broken }: Decoded): string | SourceProblem {
  if (broken === undefined) return text
  const line = text.slice(0, broken.offset).split('\n').length
  return { problem: `byte ${broken.byte} is no UTF-8`, line, help: 'save the file as UTF-8' }
}

/** A file that is too long to be read; bytes. */
export function tooLong(size: number, most: number): SourceProblem {
  return { problem: `it has ${size} bytes; at most ${most} are read` }
}
