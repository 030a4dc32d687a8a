/** Merges plain lines, such as comments, as git does: what both changed in one place is a conflict. */

import { diffArrays } from 'diff'

import { type Conflict, conflictPiece, linesPiece, type Piece } from './piece.ts'
import { layoutToTake, sideToTake, type Three } from './three-way.ts'

/** Spaces at the end of a line do not count. */
export function mergeLines(lines: Three<readonly string[]>, conflict: Conflict): readonly Piece[] {
  const { base, ours, theirs } = lines
  if (sideToTake({ base: key(base), ours: key(ours), theirs: key(theirs) }) !== undefined) {
    return [linesPiece(merged(lines) ?? [])]
  }
  const ourPlaces = placesOf(base, ours)
  const theirPlaces = placesOf(base, theirs)
  const pieces: Piece[] = []
  let from = { base: 0, ours: 0, theirs: 0 }
  for (let at = 0; at <= base.length; at += 1) {
    const end = at === base.length
    const to = {
      base: at,
      ours: end ? ours.length : ourPlaces.get(at),
      theirs: end ? theirs.length : theirPlaces.get(at),
    }
    if (to.ours === undefined || to.theirs === undefined) continue
    const part = {
      base: base.slice(from.base, to.base),
      ours: ours.slice(from.ours, to.ours),
      theirs: theirs.slice(from.theirs, to.theirs),
    }
    const kept = merged(part)
    if (kept === undefined) pieces.push(conflictPiece(part.ours, part.theirs, conflict))
    else pieces.push(linesPiece(kept))
    if (end) break
    const line = layoutToTake({
      base: base.slice(at, at + 1),
      ours: ours.slice(to.ours, to.ours + 1),
      theirs: theirs.slice(to.theirs, to.theirs + 1),
    })
    pieces.push(linesPiece(line))
    from = { base: at + 1, ours: to.ours + 1, theirs: to.theirs + 1 }
  }
  return pieces
}

function merged(part: Three<readonly string[]>): readonly string[] | undefined {
  const { base, ours, theirs } = part
  const side = sideToTake({ base: key(base), ours: key(ours), theirs: key(theirs) })
  if (side === undefined) return undefined
  return key(ours) === key(theirs) ? layoutToTake(part) : part[side]
}

function key(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** Where each line of the base stands in the other text, as far as it does. */
function placesOf(base: readonly string[], other: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  let [old, now] = [0, 0]
  const comparator = (a: string, b: string): boolean => a.trimEnd() === b.trimEnd()
  for (const { added, removed, count } of diffArrays([...base], [...other], { comparator })) {
    if (added) now += count
    else if (removed) old += count
    else {
      for (let at = 0; at < count; at += 1) places.set(old + at, now + at)
      old += count
      now += count
    }
  }
  return places
}
