/** Texts and the edits of a roll: whole lines, comments above them, and what is laid out. */

import { parse } from '../../grammar/parse.ts'
import type { Edit, Source, Span } from '../base/source.ts'
import { makeSource, spanOf } from '../base/source.ts'
import { format } from '../syntax/format.ts'

/** The lines a span touches, from the start of the first to behind the end of the last. */
export function linesAround({ source, start, end }: Span): Span {
  const { text } = source
  const newline = text.indexOf('\n', end)
  return spanOf(source, startOfLine(text, start), newline === -1 ? text.length : newline + 1)
}

/** The same with the comments that stand right above. */
export function withCommentsAbove(span: Span): Span {
  const { source, end, ...whole } = linesAround(span)
  let { start } = whole
  while (start > 0) {
    const above = startOfLine(source.text, start - 1)
    if (!/^\s*#/.test(source.text.slice(above, start))) break
    start = above
  }
  return spanOf(source, start, end)
}

/** Deletes a stretch of whole lines, and the blank lines below it that would then be one too many. */
export function deletion({ source, start, end }: Span): Edit {
  const { text } = source
  const blankAbove = start === 0 || /\n[^\S\n]*\r?\n$/.test(`\n${text.slice(0, start)}`)
  if (!blankAbove) return { span: spanOf(source, start, end), text: '' }
  const blank = /^(?:[^\S\n]*\r?\n)+/.exec(text.slice(end))?.[0].length ?? 0
  return { span: spanOf(source, start, end + blank), text: '' }
}

/** A text that was laid out stays so; any other is only changed where it must be. */
export function laidOutAs(source: Source, text: string): string {
  if (isLaidOut(source)) return laidOut(source.path, text)
  return source.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
}

export function laidOut(path: string, text: string): string {
  return format(makeSource(path, text))
}

function isLaidOut(source: Source): boolean {
  return format(source, parse(source)) === source.text
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}
