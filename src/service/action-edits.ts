/** Where what an action writes goes: behind the head of a block, or to the end of a file. */

import { type Edit, lineStartAt, type Span, spanOf } from '../base/source.ts'
import type { Statement } from '../../grammar/tree.ts'

/** Behind the head line, indented as the block is. */
export function lineInBlock({ line, entries }: Statement, lines: readonly string[]): Edit {
  const { source, end } = line.span
  const newline = source.text.indexOf('\n', end)
  const at = newline === -1 ? source.text.length : newline + 1
  const first = entries[0]?.span.start
  const lineStart = first === undefined ? at : lineStartAt(source, first)
  const indent = first === undefined ? '  ' : source.text.slice(lineStart, first)
  const sign = source.text.charAt(newline - 1) === '\r' ? '\r\n' : '\n'
  const text = lines.map((each) => `${indent}${each}${sign}`).join('')
  return { span: spanOf(source, at, at), text }
}

/** `end` is the empty span behind the last letter of a file; an empty line goes before. */
export function statementAtEnd(end: Span, lines: readonly string[]): Edit {
  const { text } = end.source
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline
  return { span: end, text: `${gap}${lines.join(newline)}${newline}` }
}
