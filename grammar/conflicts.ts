// Markers that git leaves in a file that it could not merge: which lines they are, and what is
// read of the lines between them.

import { isBlank, NEWLINE, RETURN } from './chars.ts'
import type { Lines } from './line-sorts.ts'
import { LineSort } from './line-sorts.ts'
import type { Problems } from './problems.ts'
import { report } from './problems.ts'

const WIDTH = 7

/** What the marker on a line says, or undefined if there is none. */
function markerOn(text: string, start: number): 'ours' | 'base' | 'theirs' | 'end' | undefined {
  const code = text.charCodeAt(start)
  const side = sides.get(code)
  if (side === undefined) return undefined
  for (let at = start + 1; at < start + WIDTH; at += 1) {
    if (text.charCodeAt(at) !== code) return undefined
  }
  const next = start + WIDTH < text.length ? text.charCodeAt(start + WIDTH) : NEWLINE
  return isBlank(next) || next === NEWLINE || next === RETURN ? side : undefined
}

const sides = new Map([
  ['<'.charCodeAt(0), 'ours'],
  ['|'.charCodeAt(0), 'base'],
  ['='.charCodeAt(0), 'theirs'],
  ['>'.charCodeAt(0), 'end'],
] as const) as ReadonlyMap<number, 'ours' | 'base' | 'theirs' | 'end'>

/** Whether a line that begins with a character could be a marker. */
export function maybeMarker(code: number): boolean {
  return (code >= 60 && code <= 62) || code === 124
}

/**
 * Gives the markers their sort, and with them the lines of all sides but the first: so that what
 * both sides say is not said twice. What has no end is left as it is.
 */
export function markConflicts(text: string, lines: Lines): void {
  let skipFrom = -1
  for (let line = 0; line < lines.count; line += 1) {
    const start = lines.start[line] ?? 0
    const code = text.charCodeAt(start)
    if (!maybeMarker(code)) continue
    const side = markerOn(text, start)
    if (side === undefined) continue
    lines.sort[line] = LineSort.conflict
    lines.flags[line] = 0
    if (side === 'ours') skipFrom = -1
    else if (side !== 'end' && skipFrom === -1) skipFrom = line
    else if (side === 'end' && skipFrom !== -1) {
      lines.sort.fill(LineSort.conflict, skipFrom, line)
      lines.flags.fill(0, skipFrom, line)
      skipFrom = -1
    }
  }
}

/** Reports each conflict once, at its first marker. */
export function reportConflicts(problems: Problems, lines: Lines): void {
  const { source } = problems
  let open = false
  for (let line = lines.sort.indexOf(LineSort.conflict); line < lines.count; line += 1) {
    if (line < 0) return
    if (lines.sort[line] !== LineSort.conflict) continue
    const start = lines.start[line] ?? 0
    const side = markerOn(source.text, start)
    if (side === undefined) continue
    if (!open || side === 'ours') {
      problems.add(report('conflict-marker', problems.span(start, lines.end[line] ?? 0), {}))
    }
    open = side !== 'end'
  }
}
