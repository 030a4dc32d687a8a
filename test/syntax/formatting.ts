/** Formats texts, and looks whether it went as it always should. */

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { format, formatEdits } from '../../src/syntax/format.ts'
import { treeDifference } from '../../src/syntax/tree-difference.ts'
import { commentsOf } from './plan-texts.ts'

export function formatted(text: string): string {
  return format(makeSource('a.sop', text))
}

/** The text with the edits made that formatting proposes. */
export function edited(text: string): string {
  const edits = formatEdits(makeSource('a.sop', text))
  return edits.reduceRight((after, edit) => {
    return after.slice(0, edit.span.start) + edit.text + after.slice(edit.span.end)
  }, text)
}

/** What formatting did that it never may; nothing, for any text. */
export function flawsOf(text: string): readonly string[] {
  const laidOut = formatted(text)
  const flaws: string[] = []
  const difference = treeDifference(
    parse(makeSource('a.sop', text)),
    parse(makeSource('a.sop', laidOut)),
  )
  if (difference !== undefined) flaws.push('it says something else')
  if (formatted(laidOut) !== laidOut) flaws.push('formatting it again changes it')
  if (edited(text) !== laidOut) flaws.push('the edits make another text')
  if (commentsOf(text).join('\n') !== commentsOf(laidOut).join('\n')) flaws.push('comments changed')
  return flaws
}
