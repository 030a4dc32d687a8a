/** Saying what a statement must say and does not: its lines, written as in the vocabulary's example. */

import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'
import { lineInBlock } from './action-edits.ts'
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
    edits: [lineInBlock(statement, [headOf(line)])],
    snippet: undefined,
    problem: undefined,
    preferred: false,
  }))
}

function headOf({ example }: LineSpec): string {
  return example.split('\n')[0] ?? example
}
