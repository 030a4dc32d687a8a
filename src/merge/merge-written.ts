/** Merges one line. */

import type { Inside } from './inside.ts'
import type { Written } from './item.ts'
import { conflictPiece, linesPiece, type Piece } from './piece.ts'
import { each, layoutToTake, sideToTake, SIDES, type Three } from './three-way.ts'

/** One line: its words and its comment may come from different sides. */
export function mergeWritten(
  written: Three<Written | undefined>,
  here: Pick<Inside, 'path'>,
): readonly Piece[] {
  const code = sideToTake(each(written, (line) => line?.code))
  const comment = sideToTake(each(written, (line) => line?.comment))
  const lines = each(written, (line) => line?.lines ?? [])
  const { base, ours, theirs } = written
  if (ours?.code === theirs?.code && ours?.comment === theirs?.comment) {
    return [linesPiece(layoutToTake(lines))]
  }
  const whole = SIDES.find((side) => {
    const other = side === 'ours' ? theirs : ours
    return other?.code === base?.code && other?.comment === base?.comment
  })
  if (whole !== undefined) return [linesPiece(lines[whole])]
  if (code === undefined || comment === undefined || SIDES.some((side) => lines[side].length > 1)) {
    return [conflictPiece(lines.ours, lines.theirs, { path: here.path, cells: [] })]
  }
  return [linesPiece([withComment(lines[code][0] ?? '', written[code], written[comment])])]
}

/** The line with the comment of another. */
function withComment(line: string, own: Written | undefined, other: Written | undefined): string {
  const ending = own?.comment ?? ''
  const code = ending === '' ? line.trimEnd() : line.slice(0, line.lastIndexOf(ending)).trimEnd()
  const comment = other?.comment ?? ''
  return comment === '' ? code : `${code}  ${comment}`
}
