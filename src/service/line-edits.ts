/** A new text of a file as edits of the lines that differ, so that a person can look at each. */

import { diffLines } from 'diff'

import { type Edit, type Source, spanOf } from '../base/source.ts'

export function lineEdits(source: Source, text: string): readonly Edit[] {
  const edits: Edit[] = []
  let at = 0
  let start = 0
  let written = ''
  const finish = (): void => {
    if (at > start || written !== '') edits.push({ span: spanOf(source, start, at), text: written })
  }
  for (const { added, removed, value } of diffLines(source.text, text)) {
    if (added) written += value
    else if (removed) at += value.length
    else {
      finish()
      at += value.length
      start = at
      written = ''
    }
  }
  finish()
  return edits
}
