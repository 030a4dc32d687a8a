/** Where a text says a name, and the text with another name there. What comments say stays. */

import { lex } from '../../grammar/lexer.ts'
import { scanLines } from '../../grammar/lines.ts'
import { Problems } from '../../grammar/problems.ts'
import { makeSource } from '../base/source.ts'

/** Both as they are written, in quotes where they need them. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

export function says(text: string, name: string): boolean {
  return placesOf(text, name).length > 0
}

export function calledAnew(text: string, { from, to }: Renaming): string {
  const parts: string[] = []
  let at = 0
  for (const start of placesOf(text, from)) {
    parts.push(text.slice(at, start), to)
    at = start + from.length
  }
  return parts.join('') + text.slice(at)
}

/** Offsets, in order. Only lines with these letters are cut into words. */
function placesOf(text: string, name: string): readonly number[] {
  if (!text.includes(name)) return []
  const source = makeSource('', text)
  const { count, codeStart, codeEnd } = scanLines(source)
  const places: number[] = []
  for (let line = 0; line < count; line += 1) {
    const [start, end] = [codeStart[line] ?? 0, codeEnd[line] ?? 0]
    if (!text.slice(start, end).includes(name)) continue
    for (const { image, startOffset } of lex(new Problems(source), start, end).tokens) {
      if (image === name) places.push(startOffset)
    }
  }
  return places
}
