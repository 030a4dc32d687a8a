/** Statements other than numbers of the plan that are new, gone or say something else. */

import { textOf } from '../base/source.ts'
import type { Said, StatementChange } from '../difference/statements.ts'
import {
  type Block,
  code,
  details,
  type Document,
  faint,
  GAP,
  list,
  paragraph,
  strong,
  type Text,
} from '../markup/document.ts'
import { counted, monthsText } from './words.ts'

/** Of a statement that is new or gone. */
const MOST_LETTERS = 240

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

/** As its author wrote it: an approval says for what, by whom and why. */
function lineOf({ span }: StatementChange): Text {
  const [first = '', ...more] = textOf(span).split('\n')
  const head = first.replace(/\s*\{\s*(?:#.*)?$/, '').trim()
  const goesOn = head === first.trim() && more.length > 0
  const shown = head.length > MOST_LETTERS ? head.slice(0, MOST_LETTERS) : head
  const cut = goesOn || shown !== head ? ' …' : ''
  return [code(shown + cut), faint(` (${span.source.path})`)]
}

function saidOf({ statement, said }: StatementChange): readonly Text[] {
  return said.map((each) => [strong(statement), `, ${wordsOf(each)}`])
}

function wordsOf({ what, months, old: before, new: after }: Said): string {
  const [old, now] = [before, after].map((value) => value && shortSeal(value))
  const name = months === undefined ? what : `${what} ${monthsText([months])}`
  if (old === undefined)
    return now === '' ? `${name}: added` : `${name}: ${now ?? ''}, unsaid before`
  if (now === undefined) return old === '' ? `${name}: gone` : `${name}: no longer said, was ${old}`
  return `${name}: ${old} → ${now}`
}

/** Nobody compares 64 digits: that the seal is another is all there is to see. */
function shortSeal(value: string): string {
  return value.replace(/^(sha256-[0-9a-f]{8})[0-9a-f]{56}$/, '$1…')
}
