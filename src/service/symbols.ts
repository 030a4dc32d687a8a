/** The outline of a file, and the names of a workspace. */

import type { Span } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { PlanLine, Statement } from '../../grammar/tree.ts'
import { textIn } from '../facts/fact.ts'
import { topKind } from '../vocabulary/vocabulary.ts'
import { perFacts, type Snapshot } from './snapshot.ts'
import { targetOf } from './targets.ts'

export interface PlanSymbol {
  /** Its first word and what that names, or the whole line. */
  readonly name: string
  readonly kind: string
  /** Its title, or what its line says behind the name. */
  readonly detail: string
  readonly span: Span
  /** What is shown when it is chosen. */
  readonly selection: Span
  readonly children: readonly PlanSymbol[]
}

/** The longest line that an outline shows. */
const MOST_SHOWN = 80

/** Statements, and the lines in their blocks. */
export function documentSymbols(snapshot: Snapshot, path: string): readonly PlanSymbol[] {
  return (snapshot.tree(path)?.statements ?? []).map(symbolOf)
}

function symbolOf(statement: Statement): PlanSymbol {
  const { line, define, span, entries } = statement
  const keyword = line.keyword.text
  const own = define?.name ?? line.arguments[0]?.values[0]
  const title = line.arguments[1]?.values[0]
  const lines = entries.filter((entry) => entry.sort === 'statement')
  return {
    name: short(plain(own === undefined ? textOf(line.span) : `${keyword} ${textOf(own.span)}`)),
    kind: keyword,
    detail: short(
      title?.sort === 'name' && title.quoted ? title.text : plain(textBehind(line, own)),
    ),
    span,
    selection: own?.span ?? line.keyword.span,
    children: lines.map(symbolOf),
  }
}

/** What a line says behind its name; nothing where the line itself is shown as the name. */
function textBehind({ span }: PlanLine, name: { readonly span: Span } | undefined): string {
  return name === undefined ? '' : textOf(spanOf(span.source, name.span.end, span.end))
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function short(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text
}

export interface WorkspaceSymbol {
  readonly name: string
  readonly kind: string
  readonly title: string | undefined
  readonly span: Span
}

/** How many names are offered at once. */
const MOST_SYMBOLS = 500

/** Declared names whose letters have those of the query in order, the nearest first. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '')
  return declared(snapshot)
    .list.flatMap((symbol) => {
      const rank = rankOf(symbol, wanted)
      return rank === undefined ? [] : [{ symbol, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST_SYMBOLS)
    .map(({ symbol }) => symbol)
}

const declared = perFacts((snapshot) => {
  const { facts } = snapshot.review
  const list: WorkspaceSymbol[] = []
  for (const kind of facts.kinds) {
    if (topKind(kind) === undefined) continue
    for (const fact of facts.of(kind)) {
      const target = targetOf(facts, fact)
      if (target === undefined || target.declaration.source.builtIn) continue
      const { name, declaration } = target
      const span = fact.nameSpan ?? declaration
      list.push({ name, kind, title: textIn(fact, 'title'), span })
    }
  }
  return { list }
})

/** A beginning goes before a part, and that before scattered letters; undefined for none. */
function rankOf({ name, title = '' }: WorkspaceSymbol, wanted: string): number | undefined {
  const lower = name.toLowerCase()
  if (lower.startsWith(wanted)) return 0
  if (lower.includes(wanted)) return 1
  if (title.toLowerCase().replace(/\s+/g, '').includes(wanted)) return 2
  let at = 0
  for (const letter of lower) if (letter === wanted.charAt(at)) at += 1
  return at === wanted.length ? 3 : undefined
}
