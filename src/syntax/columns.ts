/**
 * Sets neighbouring lines in columns: what stands behind their first words, and, where lines begin
 * with the same word, whatever they go on to say in the same order.
 */

import { padded, widthOf } from './width.ts'

/** Past this nothing is set in columns: one long line would drag its neighbours along. */
const WIDEST = 120

/** A stretch of a line that begins where a column may begin. */
export interface Part {
  readonly text: string
  /** What it is. Neighbours are set below one another as far as these agree. */
  readonly sort: string
}

/** A line, cut: its first word, then its parts. The last part runs to the end of the line. */
export type CutLine = readonly [Part, ...Part[]]

/** The lines, one space between their parts and more where a column begins. */
export function setColumns(lines: readonly CutLine[], firstWidth: number): string[] {
  const texts = lines.map(([first, ...rest]) =>
    rest.length === 0 ? first.text : padded(first.text, firstWidth > WIDEST ? 0 : firstWidth),
  )
  setFrom(lines, texts, { at: 1, from: 0, to: lines.length })
  return texts
}

interface Place {
  /** The part that is added next. */
  readonly at: number
  readonly from: number
  readonly to: number
}

function setFrom(lines: readonly CutLine[], texts: string[], { at, from, to }: Place): void {
  let start = from
  while (start < to) {
    const part = lines[start]?.[at]
    if (part === undefined) {
      start += 1
      continue
    }
    let end = start + 1
    while (end < to && alike(lines[start], lines[end], at)) end += 1
    let width = 0
    for (let line = start; line < end; line += 1) {
      width = Math.max(width, widthOf(texts[line] ?? ''))
    }
    for (let line = start; line < end; line += 1) {
      const text = lines[line]?.[at]?.text ?? ''
      texts[line] = `${padded(texts[line] ?? '', width > WIDEST ? 0 : width)} ${text}`
    }
    setFrom(lines, texts, { at: at + 1, from: start, to: end })
    start = end
  }
}

/** Whether two lines that agree up to a part go on alike. */
function alike(first: CutLine | undefined, other: CutLine | undefined, at: number): boolean {
  if (first?.[at]?.sort !== other?.[at]?.sort) return false
  return at > 1 || first?.[0].text === other?.[0].text
}
