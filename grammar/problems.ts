// Collects what is wrong with one file, and stops listing at the limit.

import type { Source, Span } from '../src/base/source.ts'
import { compareSpans, spanOf } from '../src/base/source.ts'
import type { Diagnostic, Mend } from '../src/diagnostics/diagnostic.ts'
import { reportSyntax as report } from '../src/diagnostics/syntax.ts'
import { MOST_PROBLEMS } from './limits.ts'

export { report }

/** Grows while a file is read. */
export class Problems {
  readonly source: Source
  /** All that were added, listed or not: to ask whether a line has any. */
  count = 0
  private readonly listed: Diagnostic[] = []

  constructor(source: Source) {
    this.source = source
  }

  add(problem: Diagnostic): void {
    this.count += 1
    if (this.listed.length < MOST_PROBLEMS) this.listed.push(problem)
  }

  /** Forgets all but the first so many, to read a line again in another way. */
  undoTo(count: number): void {
    this.count = count
    if (this.listed.length > count) this.listed.length = count
  }

  span(start: number, end: number): Span {
    return spanOf(this.source, start, end)
  }

  /** By place; a note tells how many are not listed. */
  list(): readonly Diagnostic[] {
    const sorted = this.listed.toSorted((a, b) => compareSpans(a.span, b.span))
    const more = this.count - sorted.length
    const last = sorted.at(-1)
    if (more > 0 && last !== undefined) {
      sorted.push(report('more-problems', last.span, { count: more }))
    }
    return sorted
  }
}

/** One mend that replaces spans by texts. */
export function mend(title: string, ...edits: readonly (readonly [Span, string])[]): Mend {
  return mendOf(title, edits)
}

/** For edits of any count: so many arguments may not fit a call. */
export function mendOf(title: string, edits: readonly (readonly [Span, string])[]): Mend {
  return { title, edits: edits.map(([span, text]) => ({ span, text })) }
}

/** What was written, short enough for a message. */
export function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
