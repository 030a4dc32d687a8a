/**
 * Marks in a test plan: a comment below a line, with carets under what must be flagged and the name
 * of the rule. A caret right behind the `#` makes the `#` one, too, for what begins a line.
 */

import type { Source } from '../../src/base/source.ts'
import { lineStartsOf, lineText } from '../../src/base/source.ts'

export interface Mark {
  readonly rule: string
  readonly start: number
  readonly end: number
}

const MARK = /^(\s*)#( *)(\^+) (\S+)$/

export function marksOf(source: Source): readonly Mark[] {
  const starts = lineStartsOf(source)
  const marks: Mark[] = []
  let above = 0
  for (let line = 1; line <= starts.length; line++) {
    const found = MARK.exec(lineText(source, line))
    if (found === null) {
      above = line
      continue
    }
    const [, indent = '', gap = '', carets = '', rule = ''] = found
    const column = gap === '' ? indent.length : indent.length + 1 + gap.length
    const width = gap === '' ? carets.length + 1 : carets.length
    const start = (starts[above - 1] ?? 0) + column
    marks.push({ rule, start, end: start + width })
  }
  return marks
}
