/** One line of a source as it is drawn: tabs expanded, controls shown, cut where it is too wide. */

import { type Source, lineStartsOf } from '../base/source.ts'
import { visible } from './clean.ts'
import { letterWidth } from './width.ts'

const TAB = 4

/** Of a longer line only the text around the place that matters is looked at. */
const LONGEST_READ = 2000

export interface DrawnLine {
  readonly text: string
  /** The column from 0 at which an offset of the source is drawn, kept inside the text. */
  columnOf(offset: number): number
}

interface Letter {
  readonly text: string
  readonly offset: number
  readonly column: number
}

/** `line` is one-based; `focus` is the offset that must stay in sight. */
export function drawLine(source: Source, line: number, focus: number, width: number): DrawnLine {
  const starts = lineStartsOf(source)
  const start = starts[line - 1] ?? source.text.length
  const end = endOfLine(source.text, start, starts[line] ?? source.text.length)
  const from = end - start > LONGEST_READ ? Math.max(start, focus - LONGEST_READ / 2) : start
  const to = Math.min(end, from + LONGEST_READ)
  const letters = lettersOf(source.text, from, to)
  const columns = letters.end
  const cutBefore = from > start
  const cutAfter = to < end
  if (columns <= width && !cutBefore && !cutAfter) return whole(letters, to)
  return windowOf(letters, focus, width, cutBefore, cutAfter)
}

function endOfLine(text: string, start: number, next: number): number {
  let end = next
  if (end > start && text.charCodeAt(end - 1) === 10) end -= 1
  if (end > start && text.charCodeAt(end - 1) === 13) end -= 1
  return end
}

interface Letters {
  readonly list: readonly Letter[]
  /** The column behind the last. */
  readonly end: number
}

function lettersOf(text: string, from: number, to: number): Letters {
  const list: Letter[] = []
  let column = 0
  let offset = from
  for (const letter of text.slice(from, to)) {
    const shown = letter === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(letter)
    list.push({ text: shown, offset, column })
    column += letter === '\t' ? shown.length : letterWidth(shown)
    offset += letter.length
  }
  return { list, end: column }
}

function whole(letters: Letters, to: number): DrawnLine {
  return {
    text: letters.list.map((letter) => letter.text).join(''),
    columnOf: (offset) => (offset >= to ? letters.end : columnIn(letters, offset)),
  }
}

/** A window of the line with the focus in its left third; `…` stands where it is cut. */
function windowOf(
  letters: Letters,
  focus: number,
  width: number,
  cutBefore: boolean,
  cutAfter: boolean,
): DrawnLine {
  const at = columnIn(letters, focus)
  const most = Math.max(letters.end - width, 0)
  const left = Math.min(Math.max(at - Math.floor(width / 3), 0), most)
  const before = cutBefore || left > 0
  const after = cutAfter || left < most
  const first = before ? left + 1 : left
  const last = left + width - (after ? 1 : 0)
  const shown = letters.list.filter(({ column }) => column >= first && column < last)
  const shift = (shown[0]?.column ?? first) - (before ? 1 : 0)
  const text = shown.map((letter) => letter.text).join('')
  return {
    text: `${before ? '…' : ''}${text}${after ? '…' : ''}`,
    columnOf: (offset) => Math.min(Math.max(columnIn(letters, offset) - shift, 0), width),
  }
}

/** The column of the letter that holds an offset, or the column behind the last. */
function columnIn(letters: Letters, offset: number): number {
  let low = 0
  let high = letters.list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((letters.list[middle]?.offset ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return letters.list[low]?.column ?? letters.end
}
