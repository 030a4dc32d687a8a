// Lines whose braces are out of place: cut at the braces they read as well as if they were not.

import {
  CLOSE_BRACE,
  HASH,
  isBlank,
  isOddQuote,
  oddTextEnd,
  OPEN_BRACE,
  QUOTE,
  skipBlanks,
  textEnd,
} from './chars.ts'
import { LineSort, sortOfCode } from './lines.ts'
import type { Problems } from './problems.ts'
import { mend, report } from './problems.ts'

/** A part of a line. A part that opens a block leaves the brace out. */
export interface Segment {
  readonly sort: number
  readonly from: number
  readonly to: number
  readonly opens: boolean
}

/** The parts of a line between two offsets, from left to right. */
export function splitAtBraces(text: string, start: number, end: number): readonly Segment[] {
  const segments: Segment[] = []
  let from = start
  for (const brace of bracesIn(text, start, end)) {
    const opens = text.charCodeAt(brace) === OPEN_BRACE
    const part = segmentOf(text, from, brace, opens)
    if (part !== undefined) segments.push(part)
    if (!opens || part === undefined) {
      segments.push({ sort: LineSort.brace, from: brace, to: brace + 1, opens })
    }
    from = brace + 1
  }
  const rest = segmentOf(text, from, end, false)
  if (rest !== undefined) segments.push(rest)
  return segments
}

/** Reports the first brace out of place, with the edit that breaks the line at all of them. */
export function reportBraces(problems: Problems, start: number, end: number, indent: number): void {
  const { text } = problems.source
  const braces = bracesIn(text, start, end)
  const wrong = braces.find((at) => {
    return text.charCodeAt(at) === CLOSE_BRACE || skipBlanks(text, at + 1, end) < end
  })
  if (wrong === undefined) return
  const opens = text.charCodeAt(wrong) === OPEN_BRACE
  const rule = opens ? 'is the last on its line' : 'stands alone on its line'
  const edits: (readonly [ReturnType<Problems['span']>, string])[] = []
  let deep = indent
  for (const at of braces.slice(0, 100)) {
    const isOpen = text.charCodeAt(at) === OPEN_BRACE
    deep = isOpen ? deep + 2 : Math.max(deep - 2, 0)
    const line = `\n${' '.repeat(Math.min(deep, 80))}`
    let before = at
    while (before > start && isBlank(text.charCodeAt(before - 1))) before -= 1
    const alone = before === start || braces.includes(before - 1)
    if (!isOpen && !alone) edits.push([problems.span(before, at), line])
    const behind = skipBlanks(text, at + 1, end)
    if (behind >= end) continue
    const next = text.charCodeAt(behind) === CLOSE_BRACE ? Math.max(deep - 2, 0) : deep
    edits.push([problems.span(at + 1, behind), `\n${' '.repeat(Math.min(next, 80))}`])
  }
  const mends = braces.length > 100 ? [] : [mend('break the line', ...edits)]
  const values = { brace: opens ? '{' : '}', rule }
  problems.add(report('brace-in-line', problems.span(wrong, wrong + 1), values, { mends }))
}

function segmentOf(text: string, start: number, end: number, opens: boolean): Segment | undefined {
  const from = skipBlanks(text, start, end)
  let to = end
  while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1
  return to === from ? undefined : { sort: sortOfCode(text, from, to), from, to, opens }
}

/** The braces outside texts. */
function bracesIn(text: string, start: number, end: number): readonly number[] {
  const braces: number[] = []
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE || code === CLOSE_BRACE) braces.push(at)
    else if (code === HASH) break
    else if (code === QUOTE || isOddQuote(code)) {
      const close = code === QUOTE ? textEnd(text, at, end) : oddTextEnd(text, at, end)
      if (close === -1) break
      at = close - 1
    }
  }
  return braces
}
