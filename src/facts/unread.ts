/** Where the parser could not read: what stands there has its message, and needs no second one. */

import type { Source, Span } from '../base/source.ts'
import { lineText, positionOf } from '../base/source.ts'
import type { Tree } from '../../grammar/tree.ts'

export interface Unread {
  /** Whether a place stands in a line with a mistake of syntax. */
  touches(span: Span): boolean
  /** Whether there is a mistake of syntax anywhere in a place. */
  within(span: Span): boolean
  /** Whether a line with a mistake of syntax holds a text: a name, perhaps declared there. */
  mentions(text: string): boolean
}

interface UnreadLines {
  readonly lines: Set<number>
  readonly places: number[]
}

export function unreadOf(trees: readonly Tree[]): Unread {
  const bySource = new Map<Source, UnreadLines>()
  const texts: string[] = []
  for (const { source, problems } of trees) {
    if (problems.length === 0) continue
    const unread: UnreadLines = { lines: new Set(), places: [] }
    bySource.set(source, unread)
    for (const { severity, span } of problems) {
      if (severity !== 'error') continue
      const { line } = positionOf(source, span.start)
      if (!unread.lines.has(line)) texts.push(lineText(source, line))
      unread.lines.add(line)
      unread.places.push(span.start)
    }
  }
  return {
    touches({ source, start }) {
      const unread = bySource.get(source)
      return unread !== undefined && unread.lines.has(positionOf(source, start).line)
    },
    within({ source, start, end }) {
      const places = bySource.get(source)?.places
      return places?.some((place) => place >= start && place <= end) === true
    },
    mentions(text) {
      return texts.some((line) => line.includes(text))
    },
  }
}
