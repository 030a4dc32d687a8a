/** What is said where one side took away, or called otherwise, what the other changed. */

import { claimChanges } from './claim-changes.ts'
import type { Inside } from './inside.ts'
import type { Item } from './item.ts'
import { type Conflict, conflictPiece, type Piece } from './piece.ts'
import type { Side } from './three-way.ts'

/** Changes that are told; the lines above show all. */
const MOST_TOLD = 5

export interface TakenAway {
  /** Who took it away; the other one changed it. */
  readonly side: Side
  readonly before: Item
  /** As the other has it. */
  readonly after: Item
  /** What the side has in its place. */
  readonly instead?: Item | undefined
}

/** A conflict that says what happened: `lines` are those of each side. */
export function takenAwayPiece(
  taken: TakenAway,
  lines: Readonly<Record<Side, readonly string[]>>,
  { path, people }: Inside,
): Piece {
  const conflict: Conflict = { path, cells: [], happened: whatHappened(taken) }
  return conflictPiece(lines.ours, lines.theirs, conflict, adviceOn(taken, people))
}

/** As it is told where nobody is named. */
function whatHappened({ before, instead }: TakenAway): string {
  const [name] = before.identities
  return instead === undefined
    ? `one side took away ${name}, and the other changed it`
    : `one side has ${instead.identities[0]} instead of ${name}, which the other changed`
}

/** Comment lines. */
function adviceOn(taken: TakenAway, people: Readonly<Record<Side, string>>): readonly string[] {
  const { side, before, after, instead } = taken
  const [own, other] = [people[side], people[side === 'ours' ? 'theirs' : 'ours']]
  const [name] = before.identities
  const what = changesOf(before, after)
  const lines =
    instead === undefined
      ? [
          `${own} took away ${name}, which ${other} changed${what}.`,
          'Where it stands in another file or under another name now, change it there, and keep none here.',
        ]
      : [
          `${own} has ${instead.identities[0]} instead of ${name}, which ${other} changed${what}.`,
          'Keep one, with what the other changed.',
        ]
  const indent = /^\s*/.exec(after.lines[0] ?? '')?.[0] ?? ''
  return lines.map((line) => `${indent}# ${line}`)
}

/** `: sales 2026-12 37 → 39`; nothing where it is no statement, or only its comments changed. */
function changesOf(before: Item, after: Item): string {
  if (before.sort !== 'block' || after.sort !== 'block') return ''
  const [old, now] = [before, after].map(({ statement }) => ({ statements: [statement] }))
  const changes = old && now ? claimChanges(old, now) : []
  if (changes.length === 0) return ''
  const told = changes.slice(0, MOST_TOLD).map(({ of, old: was, new: is }) => {
    const change = `${was ?? 'no value'} → ${is ?? 'no value'}`
    const what = of.split(' | ').slice(1).join(' ')
    // A line that is no cell says itself what it is.
    return [was, is].some((value) => value?.startsWith(what)) ? change : `${what} ${change}`
  })
  const more = changes.length - told.length
  return `: ${told.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}
