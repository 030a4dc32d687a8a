/** First words that begin nothing where they stand: misspelt, or in the wrong place. */

import { and, or, withArticle } from '../base/phrases.ts'
import { textOf } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Mend } from '../diagnostics/diagnostic.ts'
import { reportName } from '../diagnostics/names.ts'
import type { Statement, Word } from '../../grammar/tree.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { keywordOf, lineKind, topKind, VOCABULARY } from '../vocabulary/vocabulary.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { loseLine, loseValues } from './binding.ts'
import { marked, takesClauses } from './wanted.ts'

/** A statement whose first word is unknown: what it declares may be missed elsewhere. */
export function reportUnknownStatement(state: Binding, statement: Statement): void {
  const { keyword } = statement.line
  loseWords(state, statement)
  const homes = VOCABULARY.filter((spec) => lineKind(spec, keyword.text) !== undefined)
  if (homes.length > 0) {
    state.lacking.strays = true
    for (const spec of homes) state.lacking.addLines(spec)
    const where = `in the block of ${or(homes.map((spec) => withArticle(keywordOf(spec))))}`
    const values = { word: keyword.text, where, here: 'by itself' }
    state.problems.push(reportName('misplaced-statement', keyword.span, values))
    return
  }
  const suggestion = closest(keyword.text, VOCABULARY.map(keywordOf))
  state.lacking.addText(suggestion ?? textOf(statement.line.span))
  state.problems.push(
    reportName(
      'unknown-statement',
      keyword.span,
      { word: keyword.text },
      offer(keyword, suggestion),
    ),
  )
}

/** A line of a block whose first word is unknown. */
export function reportUnknownLine(state: Binding, draft: Draft, entry: Statement): void {
  const { keyword } = entry.line
  const kind = draft.shape.keyword
  const { lines, clauses, ruleLines, table } = draft.spec
  const known = [
    ...(lines ?? []).map(keywordOf),
    ...Object.keys(clauses ?? {}),
    ...(ruleLines ?? []),
    ...(table === undefined ? [] : ['month', 'total']),
  ]
  const suggestion = closest(keyword.text, known)
  loseWords(state, entry)
  loseLine(state, draft, suggestion)
  for (const { preposition } of entry.line.clauses) loseLine(state, draft, preposition.text)
  if (topKind(keyword.text) !== undefined) {
    const values = {
      word: keyword.text,
      where: 'by itself',
      here: `in the block of ${withArticle(kind)}`,
    }
    const help = `close the block with \`}\` before this line`
    state.problems.push(reportName('misplaced-statement', keyword.span, values, { help }))
    return
  }
  const others = homesOf(keyword.text)
  if (suggestion === undefined && others.length > 0) {
    const where = `in the block of ${or(others)}`
    const values = { word: keyword.text, where, here: `in the block of ${withArticle(kind)}` }
    state.problems.push(reportName('misplaced-statement', keyword.span, values))
    return
  }
  const extras =
    suggestion === undefined ? { help: takesLines(draft.spec) } : offer(keyword, suggestion)
  state.problems.push(
    reportName('unknown-line', keyword.span, { kind, word: keyword.text }, extras),
  )
}

function homesOf(word: string): readonly string[] {
  return VOCABULARY.filter((spec) => lineKind(spec, word) !== undefined).map((spec) =>
    withArticle(keywordOf(spec)),
  )
}

/** What the block of a kind may hold. */
function takesLines(spec: KindSpec): string {
  const words = [...new Set((spec.lines ?? []).map(keywordOf))]
  if (words.length === 0) return takesClauses(spec.clauses ?? {})
  return `its lines are ${and(words.map(marked))}`
}

function offer(keyword: Word, suggestion: string | undefined) {
  if (suggestion === undefined)
    return { help: 'a line begins with what it is about, such as `family`, `plan` or `actual`' }
  const mends: readonly Mend[] = [
    { title: `write \`${suggestion}\``, edits: [{ span: keyword.span, text: suggestion }] },
  ]
  return { help: `did you mean ${marked(suggestion)}?`, mends }
}

function loseWords(state: Binding, statement: Statement): void {
  state.lostNames.add(statement.line.keyword.text)
  loseValues(state, statement.line.arguments)
}
