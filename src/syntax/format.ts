/**
 * Formats a text. What it says stays as it is, and so does every line that cannot be read; a text
 * that needs no change is returned as it is.
 */

import type { Edit, Source } from '../base/source.ts'
import { spanOf } from '../base/source.ts'
import { MOST_LINE } from '../../grammar/limits.ts'
import type { Lines } from '../../grammar/lines.ts'
import { lastOf, LineSort, scanLines } from '../../grammar/lines.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { withComments } from './comments.ts'
import { keepDamaged } from './damage.ts'
import { layOutEntries } from './layout.ts'
import type { Page } from './page.ts'

/** The formatted text. The tree is the source's own, where the caller has it. */
export function format(source: Source, tree: Tree = parse(source)): string {
  const { lines, texts } = formatted(source, tree)
  const kept = texts.filter((text) => text !== undefined)
  const text = kept.length === 0 ? '' : `${kept.join('\n')}\n`
  return lines.count > 0 && text === source.text ? source.text : text
}

/** What formatting changes, by line: one edit a line that changes, in order. */
export function formatEdits(source: Source, tree: Tree = parse(source)): Edit[] {
  const { lines, texts } = formatted(source, tree)
  const { text } = source
  const edits: Edit[] = []
  const replace = (start: number, end: number, by: string): void => {
    if (text.slice(start, end) !== by) edits.push({ span: spanOf(source, start, end), text: by })
  }
  replace(0, lines.start[0] ?? text.length, '')
  for (const [line, laidOut] of texts.entries()) {
    const next = lines.start[line + 1] ?? text.length
    replace(lines.start[line] ?? 0, next, laidOut === undefined ? '' : `${laidOut}\n`)
  }
  return edits
}

interface Formatted {
  readonly lines: Lines
  /** Of every physical line; undefined for a blank one that goes. */
  readonly texts: readonly (string | undefined)[]
}

function formatted(source: Source, tree: Tree): Formatted {
  const lines = scanLines(source)
  const { count } = lines
  const page: Page = {
    source,
    lines,
    kept: new Uint8Array(count),
    depth: new Uint8Array(count),
    code: Array.from({ length: count }, () => undefined),
  }
  keepDamaged(page, tree)
  layOutEntries(page, tree.statements, 0, true)
  undoLong(page)
  return { lines, texts: withoutBlanks(page, withComments(page)) }
}

/** A line may not grow past what is read of a line. */
function undoLong(page: Page): void {
  const { lines, code } = page
  for (let first = 0; first < lines.count; first += 1) {
    const last = lastOf(lines, first)
    let length = 0
    for (let line = first; line <= last; line += 1) {
      const comment = lines.comment[line] ?? -1
      length += (code[line] ?? '').length + 1
      if (comment !== -1) length += (lines.end[line] ?? 0) - comment
    }
    if (length > MOST_LINE) code.fill(undefined, first, last + 1)
    first = last
  }
}

/** At most one blank line in a row, and none at the start or the end. */
function withoutBlanks(
  { source, lines, kept }: Page,
  laidOut: readonly (string | undefined)[],
): (string | undefined)[] {
  const texts: (string | undefined)[] = []
  let blankBefore = true
  for (let line = 0; line < lines.count; line += 1) {
    const blank = lines.sort[line] === LineSort.blank && kept[line] !== 1
    const asWritten = source.text.slice(lines.start[line], lines.end[line])
    texts.push(blank ? (blankBefore ? undefined : '') : (laidOut[line] ?? asWritten))
    blankBefore = blank
  }
  let last = texts.length - 1
  while (texts[last] === undefined || texts[last] === '') {
    if (last < 0) break
    texts[last] = undefined
    last -= 1
  }
  return texts
}
