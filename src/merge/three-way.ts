/** Three versions of one thing, and whose change of it counts. */

/** What both began with, and what each of the two sides made of it. */
export interface Three<Thing> {
  readonly base: Thing
  readonly ours: Thing
  readonly theirs: Thing
}

export type Side = 'ours' | 'theirs'

export const SIDES: readonly Side[] = ['ours', 'theirs']

/** The same of each version. */
export function each<Thing, Other>(
  { base, ours, theirs }: Three<Thing>,
  of: (thing: Thing) => Other,
): Three<Other> {
  return { base: of(base), ours: of(ours), theirs: of(theirs) }
}

/** The side to take; undefined where both changed it, and not to the same. */
export function sideToTake<Thing>(
  { base, ours, theirs }: Three<Thing>,
  same: (a: Thing, b: Thing) => boolean = Object.is,
): Side | undefined {
  if (same(ours, theirs) || same(theirs, base)) return 'ours'
  return same(ours, base) ? 'theirs' : undefined
}

/** Of a yes or no there is always one that counts. */
export function flag({ base, ours, theirs }: Three<boolean>): boolean {
  return ours === base ? theirs : ours
}

/**
 * Lines that say the same, however they are laid out: those of the side that laid them out anew, and
 * of two that did, the same whichever side is called ours.
 */
export function layoutToTake(lines: Three<readonly string[] | undefined>): readonly string[] {
  const { base, ours, theirs } = each(lines, (list) => list?.map((line) => `${line}\n`).join(''))
  const side = sideToTake({ base, ours, theirs })
  if (side !== undefined) return lines[side] ?? []
  return ((ours ?? '') < (theirs ?? '') ? lines.ours : lines.theirs) ?? []
}
