/** Puts the comments back to the lines that were laid out. */

import { LineSort } from '../../grammar/lines.ts'
import type { Page } from './page.ts'
import { indentOf, isKept } from './page.ts'
import { padded, widthOf } from './width.ts'

const TAB_STOP = 8
const GAP = 2

/** The new text of every line, comments included; undefined for a line that stays as it is. */
export function withComments(page: Page): (string | undefined)[] {
  const texts = page.code.slice()
  indentComments(page, texts)
  const { count } = page.lines
  for (let line = 0; line < count;) {
    const column = columnOfComment(page, line)
    let end = line + 1
    if (column !== -1) {
      while (end < count && columnOfComment(page, end) === column) end += 1
      appendComments(page, texts, { from: line, to: end, column })
    }
    line = end
  }
  return texts
}

/** A comment on a line of its own is indented like the code below it. */
function indentComments(page: Page, texts: (string | undefined)[]): void {
  const { lines } = page
  let depth = 0
  for (let line = lines.count - 1; line >= 0; line -= 1) {
    const sort = lines.sort[line]
    if (isKept(page, line) || sort === LineSort.blank) continue
    if (sort === LineSort.comment) texts[line] = indentOf(depth) + commentOf(page, line)
    else if (isOwnLine(page, line)) texts[line] = (page.code[line] ?? '') + commentOf(page, line)
    else depth = (page.depth[line] ?? 0) + (sort === LineSort.brace ? 1 : 0)
  }
}

/** Comments that stood below one another still do, at least two spaces behind the longest code. */
function appendComments(
  page: Page,
  texts: (string | undefined)[],
  { from, to, column }: { readonly from: number; readonly to: number; readonly column: number },
): void {
  let width = column
  for (let line = from; line < to; line += 1) {
    width = Math.max(width, widthOf(page.code[line] ?? '') + GAP)
  }
  for (let line = from; line < to; line += 1) {
    texts[line] = padded(page.code[line] ?? '', width) + commentOf(page, line)
  }
}

/** The column of a comment behind code as it was; -1 where there is none to set. */
function columnOfComment(page: Page, line: number): number {
  const { lines, source, code } = page
  const comment = lines.comment[line] ?? -1
  if (comment === -1 || code[line] === undefined || isKept(page, line)) return -1
  if (isOwnLine(page, line)) return -1
  const before = source.text.slice(lines.start[line], comment)
  return before.includes('\t') ? widthOf(withoutTabs(before)) : widthOf(before)
}

function withoutTabs(text: string): string {
  const [first = '', ...rest] = text.split('\t')
  return rest.reduce((plain, stretch) => {
    return plain + ' '.repeat(TAB_STOP - (widthOf(plain) % TAB_STOP)) + stretch
  }, first)
}

function isOwnLine(page: Page, line: number): boolean {
  return page.lines.comment[line] === page.lines.codeStart[line]
}

function commentOf(page: Page, line: number): string {
  const { lines, source } = page
  const start = lines.comment[line] ?? 0
  return source.text.slice(start, lines.end[line]).trimEnd()
}
