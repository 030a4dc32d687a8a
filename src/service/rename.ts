/** Renames what is named at an offset, in every file, or says why it will not. */

import { parseMonth } from '../base/month.ts'
import type { Edit, Span } from '../base/source.ts'
import { textOf } from '../base/source.ts'
import { reservedAs } from '../facts/reserved.ts'
import { functionSpec } from '../rules/functions/table.ts'
import { isVersionKind, VERSION_KINDS } from '../vocabulary/versions.ts'
import { monthNamedKinds } from '../facts/month-named.ts'
import { marked, named, withArticle, written } from '../facts/wanted.ts'
import type { Mention, Target } from './mention.ts'
import { mentionAt, mentionsIn, mentionsOf } from './mentions.ts'
import { pathOf, type Snapshot } from './snapshot.ts'
import { targetNamed } from './targets.ts'

export type Renamed =
  | { readonly edits: readonly Edit[] }
  /** Why not: a sentence for the planner. */
  | { readonly refused: string }

/** The name that would be changed, or why it cannot be. */
export function renameable(
  snapshot: Snapshot,
  path: string,
  offset: number,
): { readonly span: Span; readonly name: string } | { readonly refused: string } | undefined {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined) return undefined
  const refused = fixedBecause(snapshot, mention)
  return refused === undefined ? { span: mention.span, name: mention.target.name } : { refused }
}

/** Undefined where nothing is named at the offset. Spaces around what was typed are no part of it. */
export function rename(
  snapshot: Snapshot,
  path: string,
  offset: number,
  typed: string,
): Renamed | undefined {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined) return undefined
  const { target } = mention
  const name = typed.trim()
  if (name === target.name) return { edits: [] }
  const refused = fixedBecause(snapshot, mention) ?? takenBecause(snapshot, target, name)
  if (refused !== undefined) return { refused }
  const edits: Edit[] = []
  for (const { span } of mentionsOf(snapshot, target)) {
    const text = isPlanText(snapshot, span) ? written(name) : name
    edits.push({ span, text })
  }
  return { edits }
}

/** What speaks against any new name. */
function fixedBecause(snapshot: Snapshot, { target }: Mention): string | undefined {
  const { declaration, name } = target
  if (declaration.source.builtIn) return `${marked(name)} is part of Concord and keeps its name.`
  const mentions = mentionsOf(snapshot, target)
  if (mentions.some(({ span }) => span.source.builtIn)) {
    return `The rules of Concord speak of ${marked(name)}: it keeps its name.`
  }
  const unsure = mentions.find((each) => each.unsure === true)
  if (unsure !== undefined) {
    return `A rule in ${unsure.span.source.path} says ${named(name)}, which is the name of several things here: rename those by hand.`
  }
  const cut = mentions.find(({ span }) => !isPlanText(snapshot, span) && textOf(span) !== name)
  if (cut === undefined) return undefined
  return `${named(name)} stands in ${cut.span.source.path} in a way that cannot be changed from here.`
}

/** What speaks against this name. */
function takenBecause(snapshot: Snapshot, target: Target, name: string): string | undefined {
  if (name === '' || /[\r\n]/.test(name)) return 'A name is one line of letters and digits.'
  const { fact } = target
  const plain = written(name) === name
  if (fact === undefined) return plain ? takenInRule(snapshot, target, name) : NO_WORD
  const { kind } = fact
  if (monthNamedKinds.has(kind) && parseMonth(name) === undefined) {
    return `The name of ${withArticle(kind)} is a month, such as 2026-11.`
  }
  const reserved = reservedAs(name, kind)
  if (reserved !== undefined) return `${marked(name)} is ${reserved} and cannot be a name.`
  const { facts } = snapshot.review
  const other = targetNamed(facts, isVersionKind(kind) ? VERSION_KINDS : [kind], name)
  if (other !== undefined) {
    const { path } = other.declaration.source
    return `There is ${withArticle(other.fact?.kind ?? kind)} ${named(name)} already, in ${path}.`
  }
  const outside = mentionsOf(snapshot, target).some(({ span }) => !isPlanText(snapshot, span))
  return outside && /[",;\t|]/.test(name)
    ? `${named(name)} cannot be written in a file of item data without quotes.`
    : undefined
}

const NO_WORD = 'A variable is one word, such as `said`.'

/** A variable may not be named as another of its rule, or as a word of the language. */
function takenInRule(snapshot: Snapshot, target: Target, name: string): string | undefined {
  const reserved = reservedAs(name) ?? (functionSpec(name) === undefined ? undefined : 'a function')
  if (reserved !== undefined) return `${marked(name)} is ${reserved} and cannot be a name.`
  const path = pathOf(target.declaration.source)
  const statement = snapshot
    .tree(path)
    ?.statements.find(
      ({ span }) => span.start <= target.declaration.start && span.end >= target.declaration.end,
    )
  if (statement === undefined) return undefined
  const { start, end } = statement.span
  const taken = mentionsIn(snapshot, path).some(
    (each) => each.span.start >= start && each.span.end <= end && each.target.name === name,
  )
  return taken ? `${marked(name)} means something else in this rule already.` : undefined
}

/** Names in files of item data are written without the quotes of a plan. */
function isPlanText(snapshot: Snapshot, { source }: Span): boolean {
  return snapshot.tree(pathOf(source)) !== undefined
}
