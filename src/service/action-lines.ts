/** Saying what a statement must say and does not: its lines, written as in the vocabulary's example. */

import { spanOf } from '../base/source.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'
import type { Action, Stretch } from './action.ts'
import { saidIn } from './complete-words.ts'
import { placeAt } from './place.ts'
import type { Snapshot } from './snapshot.ts'

export function statementActions(snapshot: Snapshot, { path, start }: Stretch): readonly Action[] {
  const place = placeAt(snapshot, path, start)
  const { statement, fact } = place ?? {}
  if (statement === undefined || fact === undefined || !statement.hasBlock) return []
  const said = saidIn({ statement, spec: fact.spec })
  const missing = (fact.spec.lines ?? []).filter(
    (line) => line.required === true && !said.has(keywordOf(line)),
  )
  return missing.map((line) => ({
    title: `Write \`${headOf(line)}\``,
    kind: 'write',
    edits: [lineIn(statement, headOf(line))],
    problem: undefined,
    preferred: false,
  }))
}

function headOf({ example }: LineSpec): string {
  return example.split('\n')[0] ?? example
}

/** Behind the head line, indented as the block is. */
function lineIn({ line, entries }: Statement, text: string) {
  const { source, end } = line.span
  const newline = source.text.indexOf('\n', end)
  const at = newline === -1 ? source.text.length : newline + 1
  const first = entries[0]?.span.start
  const lineStart = first === undefined ? at : source.text.lastIndexOf('\n', first - 1) + 1
  const indent = first === undefined ? '  ' : source.text.slice(lineStart, first)
  const sign = source.text.charAt(newline - 1) === '\r' ? '\r\n' : '\n'
  return { span: spanOf(source, at, at), text: `${indent}${text}${sign}` }
}
