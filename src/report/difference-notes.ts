/** What a reader of a difference must know of its sides before relying on it. */

import type { End } from '../difference/end.ts'
import { counted } from './words.ts'

/** None where a side's files can be read in full. */
export function notesOn({ name, review }: End): readonly string[] {
  const errors = review.diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return []
  const what = `what the files say is wrong in ${counted(errors.length, 'place')}, and numbers may be missing`
  return [`${name}: ${what}. The first is in ${first.span.source.path}.`]
}
