/** Completion at the start of a line: kinds of statement, lines of a block, clauses, rule lines. */

import { paragraph, withCode } from '../markup/document.ts'
import { ruleLine } from '../vocabulary/rule-lines.ts'
import { signatureOf } from '../vocabulary/signature.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import { keywordOf, VOCABULARY } from '../vocabulary/vocabulary.ts'
import { type Completion, offer } from './completion-item.ts'
import { clauseDoc, kindDoc, ruleLineDoc } from './docs.ts'
import type { Block, LineContext } from './line-context.ts'
import { clausesLeft } from './slots.ts'

/** The kinds that stand at the top of a file. */
export function completeKinds(context: LineContext): readonly Completion[] {
  return VOCABULARY.map((spec) => kindItem(context, spec))
}

/** What may stand in a block besides what stands there already. */
export function completeLines(
  context: LineContext,
  { statement, spec }: Block,
): readonly Completion[] {
  if (spec === undefined) return []
  const said = saidIn({ statement, spec })
  const lines = (spec.lines ?? []).filter(
    (line) => line.once !== true || !said.has(keywordOf(line)),
  )
  const table = spec.table
  return [
    ...lines.map((line) => kindItem(context, line)),
    ...clausesLeft(spec, said).map(([word, clause]) => {
      return offer(context, 'clause', word, { doc: clauseDoc(word, clause), order: 1 })
    }),
    ...(spec.ruleLines ?? []).map((word) => {
      const line = ruleLine(word)
      return offer(context, 'keyword', word, line === undefined ? {} : { doc: ruleLineDoc(line) })
    }),
    ...(table === undefined
      ? []
      : [offer(context, 'table', 'month', { doc: [paragraph(withCode(table.doc))] })]),
  ]
}

/** The first words of the lines and clauses that a statement has. */
export function saidIn({ statement }: Block): ReadonlySet<string> {
  const { line, entries } = statement
  const said = new Set(line.clauses.map(({ preposition }) => preposition.text))
  for (const entry of entries) {
    if (entry.sort === 'statement') said.add(entry.line.keyword.text)
    if (entry.sort !== 'clauses') continue
    for (const { preposition } of entry.clauses) said.add(preposition.text)
  }
  return said
}

function kindItem(context: LineContext, spec: KindSpec): Completion {
  return offer(context, 'keyword', keywordOf(spec), {
    detail: signatureOf(spec),
    doc: kindDoc(spec),
    snippet: headSnippet(spec),
  })
}

/** The head line with a place for all that must be said, and its block where it needs one. */
function headSnippet(spec: KindSpec): string {
  let place = 0
  const placed = (field: FieldSpec): string => {
    place += 1
    const hint = `\${${place}:${field.field}}`
    return field.type.type === 'text' || field.type.type === 'path' ? `"${hint}"` : hint
  }
  const must = (fields: readonly FieldSpec[]) => fields.filter((field) => field.required === true)
  const parts = [keywordOf(spec), ...must(spec.arguments).map(placed)]
  if (spec.value?.required === true) parts.push('=', placed(spec.value))
  for (const [word, clause] of Object.entries(spec.clauses ?? {})) {
    if (clause.required === true) parts.push(word, ...must(clause.fields).map(placed))
  }
  const needsBlock =
    spec.table !== undefined ||
    spec.ruleLines !== undefined ||
    spec.lines?.some((line) => line.required === true) === true
  return parts.join(' ') + (needsBlock ? ' {\n\t$0\n}' : '')
}
