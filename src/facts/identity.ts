/** Names that need other fields to be told apart: a fence by its families, a meeting by its step. */

import { reportName } from '../diagnostics/names.ts'
import { drop } from './declare.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import type { Field } from './fact.ts'
import type { Tops } from './tops.ts'
import { and } from './wanted.ts'

/** Reports second statements of the same identity, at the top of files and within a block. */
export function checkIdentities(state: Binding, { byShape }: Tops): void {
  for (const [shape, drafts] of byShape) if (shape.identified) checkKind(state, drafts)
}

/** Those of one kind that stand side by side. */
function checkKind(state: Binding, drafts: readonly Draft[]): void {
  const seen = new Map<string, Draft>()
  for (const draft of drafts) {
    const { identity, repetition } = draft.spec
    if (repetition === 'named' && identity !== undefined) {
      const key = identityOf(draft, identity)
      const before = key === undefined ? undefined : seen.get(key)
      if (before !== undefined) reportSame(state, before, draft, identity)
      else if (key !== undefined) seen.set(key, draft)
    }
    for (const lines of draft.lines.values()) {
      if (lines.length > 1 && lines[0]?.shape.identified === true) checkKind(state, lines)
    }
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
  const names = identity.flatMap((name) => {
    const field = second.fields.get(name)
    return field === undefined ? [] : keysOf(field)
  })
  const line = [second.shape.keyword, ...names].join(' ')
  const labels = [{ span: first.span, text: 'said here first' }]
  state.problems.push(reportName('doubled-line', second.span, { line }, { labels }))
}

/** Undefined where some of it could not be read: then nothing is the same. */
function identityOf(draft: Draft, identity: readonly string[]): string | undefined {
  const parts = [draft.name ?? '']
  for (const name of identity) {
    const field = draft.fields.get(name)
    if (field === undefined && draft.damaged) return undefined
    parts.push(field === undefined ? '' : keysOf(field).toSorted().join('\n'))
  }
  return parts.join('\n\n')
}

function keysOf({ value }: Field): readonly string[] {
  switch (value.type) {
    case 'list':
      return value.items.flatMap(keysOf)
    case 'fact':
      return [value.fact.name ?? '']
    case 'word':
      return [value.word]
    case 'text':
      return [value.text]
    default:
      return []
  }
}
