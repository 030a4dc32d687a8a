/** Where the parser could not read: what stands there has its message, and needs no second one. */

import type { Source, Span } from '../base/source.ts'
import { lineText, positionOf } from '../base/source.ts'
import { MOST_PROBLEMS } from '../../grammar/limits.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'

export interface Unread {
  /** Whether there is a mistake of syntax at all. */
  readonly any: boolean
  /** Whether a place stands in a line with a mistake of syntax. */
  touches(span: Span): boolean
  /** Whether there is a mistake of syntax anywhere in a place. */
  within(span: Span): boolean
  /** Whether a line of a block is no part of it, since nobody can read how it begins. */
  loses(statement: Statement): boolean
  /** Texts that stand in no statement. */
  readonly outside: readonly string[]
  /** Whether a line with a mistake of syntax holds a text: a name, perhaps declared there. */
  mentions(text: string): boolean
}

interface UnreadLines {
  readonly lines: Set<number>
  readonly places: number[]
  /** From here on there are more problems than are listed. */
  readonly rest: number
}

export function unreadOf(trees: readonly Tree[]): Unread {
  const bySource = new Map<Source, UnreadLines>()
  const texts: string[] = []
  const outside: string[] = []
  for (const tree of trees) {
    const { source, problems } = tree
    if (problems.length === 0) continue
    for (const text of lostBlocks(tree)) {
      texts.push(text)
      outside.push(text)
    }
    const unread: UnreadLines = { lines: new Set(), places: [], rest: restOf(problems) }
    bySource.set(source, unread)
    for (const { severity, span } of problems) {
      if (severity !== 'error') continue
      const { line } = positionOf(source, span.start)
      if (!unread.lines.has(line)) texts.push(lineText(source, line))
      if (!standsIn(tree, span.start)) outside.push(lineText(source, line))
      unread.lines.add(line)
      unread.places.push(span.start)
    }
  }
  return {
    any: bySource.size > 0,
    outside,
    touches({ source, start }) {
      const unread = bySource.get(source)
      if (unread === undefined) return false
      return start >= unread.rest || unread.lines.has(positionOf(source, start).line)
    },
    within({ source, start, end }) {
      const unread = bySource.get(source)
      if (unread === undefined) return false
      return end >= unread.rest || unread.places.some((place) => place >= start && place <= end)
    },
    loses(statement) {
      const { source, start, end } = statement.span
      const unread = bySource.get(source)
      if (unread === undefined) return false
      if (end >= unread.rest) return true
      const read = [statement.line, ...statement.entries].map((part) => part.span)
      const isRead = (place: number): boolean =>
        read.some((part) => place >= part.start && place <= part.end)
      return unread.places.some((place) => place >= start && place <= end && !isRead(place))
    },
    mentions(text) {
      return texts.some((line) => line.includes(text))
    },
  }
}

/** What stands in no statement: the block of a head that could not be read, for one. */
function lostBlocks({ source, statements }: Tree): readonly string[] {
  const ends = [0, ...statements.map(({ span }) => span.end)]
  const starts = [...statements.map(({ span }) => span.start), source.text.length]
  return ends
    .map((end, at) => source.text.slice(end, starts[at]))
    .filter((text) => text.includes('{'))
}

function standsIn({ statements }: Tree, place: number): boolean {
  return statements.some(({ span: { start, end } }) => place >= start && place <= end)
}

function restOf(problems: Tree['problems']): number {
  const last = problems.length > MOST_PROBLEMS ? problems.at(-1) : undefined
  return last?.span.start ?? Number.POSITIVE_INFINITY
}
