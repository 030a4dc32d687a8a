/** The findings of a rule that is judged in parts, by place: only those of other parts are made. */

import { compareSpans } from '../base/source.ts'
import type { Finding } from './finding.ts'
import { placeBehind } from './kept-order.ts'

interface Found {
  readonly finding: Finding
  /** The place of its part among the parts. */
  readonly part: number
}

/** Where more parts than so many are others, all findings are sorted anew. */
const MOST_PARTS = 16

export class KeptFindings {
  private readonly byPart = new Map<number, readonly Found[]>()
  private readonly stale = new Set<number>()
  private sorted: Found[] = []
  private found: readonly Finding[] = []

  /** A part has found something else, or nothing any more. */
  drop(part: number): void {
    this.stale.add(part)
  }

  /** All findings; `make` gives those of a part, by place, and none for one that found nothing. */
  all(make: (part: number) => readonly Finding[]): readonly Finding[] {
    if (this.stale.size === 0) return this.found
    const few = this.stale.size <= MOST_PARTS
    const gone = new Set<Found>()
    const added: Found[] = []
    for (const part of [...this.stale].toSorted((a, b) => a - b)) {
      for (const each of this.byPart.get(part) ?? []) gone.add(each)
      const own = make(part).map((finding): Found => ({ finding, part }))
      if (own.length > 0) this.byPart.set(part, own)
      else this.byPart.delete(part)
      for (const each of own) added.push(each)
    }
    this.stale.clear()
    if (gone.size + added.length === 0) return this.found
    if (few) {
      for (const each of gone) this.sorted.splice(this.sorted.indexOf(each), 1)
      for (const each of added) this.sorted.splice(placeBehind(this.sorted, each, compare), 0, each)
    } else this.sorted = [...this.byPart.values()].flat().toSorted(compare)
    this.found = this.sorted.map(({ finding }) => finding)
    return this.found
  }
}

function compare(a: Found, b: Found): number {
  return compareSpans(a.finding.span, b.finding.span) || a.part - b.part
}
