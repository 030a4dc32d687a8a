/** Findings in the order in which they are reported, kept so that a few others need no sorting. */

import { compareSpans } from '../base/source.ts'
import type { Finding, Judgement } from './finding.ts'

export type Ordered = Pick<Judgement, 'findings' | 'todos' | 'waived'>

/** What counts, what is to be done and what is accepted, each by place and then by rule. */
export function inOrder(byRule: readonly (readonly Finding[])[]): Ordered {
  const all = byRule.flat()
  const of = (list: keyof Ordered): readonly Finding[] =>
    all.filter((finding) => listOf(finding) === list).toSorted(compareFindings)
  return { findings: of('findings'), todos: of('todos'), waived: of('waived') }
}

function listOf({ waiver, due }: Finding): keyof Ordered {
  if (waiver !== undefined) return 'waived'
  return due === undefined ? 'findings' : 'todos'
}

function compareFindings(a: Finding, b: Finding): number {
  return compareSpans(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}

/** Where more than so many come or go, all are sorted anew. */
const MOST_MOVED = 64

export class KeptOrder {
  private byRule: readonly (readonly Finding[])[] | undefined
  private ordered: Ordered = { findings: [], todos: [], waived: [] }

  /** The same as `inOrder`; the findings of a rule are by place, and the rules the same each time. */
  update(byRule: readonly (readonly Finding[])[]): Ordered {
    const pieces = this.byRule && byRule.map((now, at) => pieceOf(this.byRule?.[at] ?? [], now))
    const gone = pieces?.flatMap((piece) => piece?.gone ?? [])
    const added = pieces?.flatMap((piece) => piece?.added ?? [])
    this.byRule = byRule
    if (gone === undefined || added === undefined || gone.length + added.length > MOST_MOVED) {
      this.ordered = inOrder(byRule)
    } else if (gone.length + added.length > 0) {
      this.ordered = {
        findings: moved('findings', this.ordered, gone, added),
        todos: moved('todos', this.ordered, gone, added),
        waived: moved('waived', this.ordered, gone, added),
      }
    }
    return this.ordered
  }

  clear(): void {
    this.byRule = undefined
  }
}

interface Piece {
  readonly gone: readonly Finding[]
  readonly added: readonly Finding[]
}

/** The one piece in which two lists differ, with all behind it that stands at the same place. */
function pieceOf(before: readonly Finding[], now: readonly Finding[]): Piece | undefined {
  if (before === now) return undefined
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start < most && before[start] === now[start]) start += 1
  let same = 0
  const last = (list: readonly Finding[], behind: number): Finding | undefined =>
    list[list.length - 1 - behind]
  while (same < most - start && last(before, same) === last(now, same)) same += 1
  const touches = (list: readonly Finding[]): boolean => {
    const [piece, next] = [last(list, same), last(list, same - 1)]
    const inside = list.length - same > start
    return inside && piece !== undefined && next !== undefined && compareFindings(piece, next) === 0
  }
  while (same > 0 && (touches(before) || touches(now))) same -= 1
  return {
    gone: before.slice(start, before.length - same),
    added: now.slice(start, now.length - same),
  }
}

function moved(
  list: keyof Ordered,
  ordered: Ordered,
  gone: readonly Finding[],
  added: readonly Finding[],
): readonly Finding[] {
  const own = ordered[list]
  const isOwn = (finding: Finding): boolean => listOf(finding) === list
  const [less, more] = [gone.filter(isOwn), added.filter(isOwn)]
  if (less.length + more.length === 0) return own
  const next = [...own]
  for (const finding of less) next.splice(next.indexOf(finding), 1)
  for (const finding of more) next.splice(placeBehind(next, finding, compareFindings), 0, finding)
  return next
}

/** The index behind everything in a sorted list that does not come after this. */
export function placeBehind<Item>(
  sorted: readonly Item[],
  item: Item,
  compare: (a: Item, b: Item) => number,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(sorted[middle] as Item, item) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
