/** Statements other than numbers of the plan that are new, gone or say something else. */

import type { Said, StatementChange } from '../difference/statements.ts'
import {
  type Block,
  details,
  type Document,
  GAP,
  list,
  paragraph,
  strong,
  type Text,
} from '../markup/document.ts'
import { counted, monthsText } from './words.ts'

const TITLES = { new: 'New', gone: 'Gone', changed: 'Changed' } as const

export function statementDetails(statements: readonly StatementChange[]): readonly Block[] {
  if (statements.length === 0) return []
  const content = (['new', 'gone', 'changed'] as const).flatMap((is) =>
    blocksOf(
      is,
      statements.filter((each) => each.is === is),
    ),
  )
  return [details(`Other statements: ${counted(statements.length, 'change')}`, content), GAP]
}

function blocksOf(is: StatementChange['is'], statements: readonly StatementChange[]): Document {
  if (statements.length === 0) return []
  return [
    paragraph([strong(`${TITLES[is]}:`)]),
    list(statements.flatMap((each) => (is === 'changed' ? saidOf(each) : [lineOf(each)]))),
    GAP,
  ]
}

function lineOf({ statement, span }: StatementChange): Text {
  return [statement, ` (${span.source.path})`]
}

function saidOf({ statement, said }: StatementChange): readonly Text[] {
  return said.map((each) => [strong(statement), `, ${wordsOf(each)}`])
}

function wordsOf({ what, months, old, new: now }: Said): string {
  const name = months === undefined ? what : `${what} ${monthsText([months])}`
  if (old === undefined)
    return now === '' ? `${name}: added` : `${name}: ${now ?? ''}, unsaid before`
  if (now === undefined) return old === '' ? `${name}: gone` : `${name}: no longer said, was ${old}`
  return `${name}: ${old} → ${now}`
}
