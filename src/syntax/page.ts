/** A text that is being laid out: its lines, which of them stay as they are, and their new texts. */

import type { Source } from '../base/source.ts'
import { positionOf } from '../base/source.ts'
import type { Lines } from '../../grammar/lines.ts'
import { lastOf, LineSort } from '../../grammar/lines.ts'

/** All arrays have one entry a physical line. */
export interface Page {
  readonly source: Source
  readonly lines: Lines
  /** 1 for a line that stays as it is, byte for byte. */
  readonly kept: Uint8Array
  /** How many blocks a line stands in. */
  readonly depth: Uint8Array
  /** The new code of a line, its indent before it; undefined while it was not laid out. */
  readonly code: (string | undefined)[]
}

const INDENT = '  '
/** What a line that goes on is indented by, besides its own indent. */
const CONTINUATION = '    '

export function indentOf(depth: number): string {
  return INDENT.repeat(depth)
}

export function continuationIndentOf(depth: number): string {
  return indentOf(depth) + CONTINUATION
}

/** The entry of the line that an offset lies in. */
export function lineAt(source: Source, offset: number): number {
  return positionOf(source, offset).line - 1
}

/** Keeps the lines from one to another, both included. */
export function keep(page: Page, first: number, last: number): void {
  page.kept.fill(1, first, last + 1)
}

/** Keeps all of the logical line that a physical line belongs to. */
export function keepWhole(page: Page, line: number): void {
  let first = line
  while (first > 0 && page.lines.sort[first] === LineSort.continuation) first -= 1
  keep(page, first, lastOf(page.lines, first))
}

export function isKept(page: Page, line: number): boolean {
  return page.kept[line] === 1
}

/** Whether any physical line of a logical line stays as it is. */
export function isAnyKept(page: Page, first: number): boolean {
  for (let line = lastOf(page.lines, first); line >= first; line -= 1) {
    if (isKept(page, line)) return true
  }
  return false
}
