/** What more than its name tells apart: a fence by its families, a meeting by its step, a limit by its stock. */

import { gather } from '../base/gather.ts'
import { and, or } from '../base/phrases.ts'
import { reportName } from '../diagnostics/names.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import { drop } from './declare.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import type { Field } from './fact.ts'
import { isTelling, tellingText } from './telling.ts'
import type { TellingValue } from './telling.ts'
import type { Tops } from './tops.ts'
import { marked } from './wanted.ts'

/** Reports second statements of the same identity, at the top of files and within a block. */
export function checkIdentities(state: Binding, { byShape }: Tops): void {
  for (const [{ spec, identified }, drafts] of byShape) {
    if (!identified) continue
    if (spec.identity !== undefined) checkSame(state, drafts)
    // What may be split over statements is one: their lines stand side by side.
    if (spec.repetition === 'cells') {
      for (const [, blocks] of gather(drafts, subjectOf)) checkLines(state, blocks)
    } else drafts.forEach((draft) => checkBlock(state, draft))
  }
}

/** What a statement of cells is about; itself where that could not be read. */
function subjectOf(draft: Draft): Draft | string {
  const { arguments: own, clauses = {} } = draft.spec
  const asked = Object.values(clauses).filter((clause) => clause.required)
  const fields = [...own, ...asked.flatMap((clause) => clause.fields)].map(({ field }) => field)
  return keyOf(draft, fields) ?? draft
}

function checkBlock(state: Binding, draft: Draft): void {
  for (let line = draft.firstLine; line !== undefined; line = line.nextLine) {
    if (line.shape.identified) return checkLines(state, [draft])
  }
}

/** Lines of blocks that are one. */
function checkLines(state: Binding, blocks: readonly Draft[]): void {
  const lines: Draft[] = []
  for (const block of blocks) {
    let before: Draft | undefined
    for (let line = block.firstLine; line !== undefined; before = line, line = line.nextLine) {
      if (!line.shape.identified) continue
      checkBlock(state, line)
      const { shape, nextLine } = line
      const alone = blocks.length === 1 && before?.shape !== shape && nextLine?.shape !== shape
      if (shape.spec.identity !== undefined && !alone) lines.push(line)
    }
  }
  if (lines.length > 1) checkSame(state, lines)
}

/** Those that stand side by side. */
function checkSame(state: Binding, drafts: readonly Draft[]): void {
  const seen = new Map<string, Draft>()
  for (const draft of drafts) {
    const { identity = [] } = draft.spec
    const fields = keyOf(draft, identity)
    if (fields === undefined) continue
    const key = [draft.kind, draft.name ?? '', fields].join('\n\n')
    const before = seen.get(key)
    if (before === undefined) seen.set(key, draft)
    else reportSame(state, before, draft, identity)
  }
}

function reportSame(
  state: Binding,
  first: Draft,
  second: Draft,
  identity: readonly string[],
): void {
  if (second.name !== undefined || identity.length === 0) {
    drop(state, first, second, identity.length > 0 ? `, with the same ${and(identity)}` : '')
    return
  }
  first.damaged = true
  second.damaged = true
  state.dropped.add(second)
  const line = [second.shape.keyword, ...wordsOf(second, identity)].join(' ')
  const labels = [{ span: first.span, text: 'said here first' }]
  const help = helpFor(second.spec, identity)
  const extras = help === undefined ? { labels } : { labels, help }
  state.problems.push(reportName('doubled-line', second.span, { line }, extras))
}

/** What tells the line from others, as it is written. */
function wordsOf(draft: Draft, identity: readonly string[]): readonly string[] {
  const wordFor = (name: string): readonly string[] => {
    const field = draft.fields.get(name)
    return field === undefined ? [] : [keysOf(field).join(', ')]
  }
  const own = draft.spec.arguments.map(({ field }) => field).filter((one) => identity.includes(one))
  const clauses = clauseFields(draft.spec, identity).flatMap(([word, { field }]) =>
    wordFor(field).map((said) => `${word} ${said}`),
  )
  return [...own.flatMap(wordFor), ...clauses]
}

function helpFor(spec: KindSpec, identity: readonly string[]): string | undefined {
  const free = clauseFields(spec, identity).map(([word]) => marked(word))
  return free.length === 0 ? undefined : `keep one of the two, or tell them apart by ${or(free)}`
}

function clauseFields(
  { clauses = {} }: KindSpec,
  identity: readonly string[],
): readonly (readonly [string, FieldSpec])[] {
  return Object.entries(clauses).flatMap(([word, { fields }]) =>
    fields.filter(({ field }) => identity.includes(field)).map((field) => [word, field] as const),
  )
}

/** Undefined where some of it could not be read: then nothing is the same. */
function keyOf(draft: Draft, names: readonly string[]): string | undefined {
  const parts: string[] = []
  for (const name of names) {
    const field = draft.fields.get(name)
    if (field === undefined && draft.damaged) return undefined
    parts.push(
      field === undefined
        ? (unsaidOf(draft.spec, name) ?? '')
        : keysOf(field).toSorted().join('\n'),
    )
  }
  return parts.join('\n\n')
}

function unsaidOf(spec: KindSpec, name: string): string | undefined {
  return clauseFields(spec, [name])[0]?.[1].unsaid
}

function keysOf({ value }: Field): readonly string[] {
  if (value.type === 'list') return value.items.flatMap(keysOf)
  if (value.type === 'text') return [value.text]
  return isTelling(value) ? [tellingText(value as TellingValue, (family) => family)] : []
}
