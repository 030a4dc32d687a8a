/** Which rules and functions call a function, and which functions they call. */

import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { Mention, Target } from './mention.ts'
import { isDeclaration } from './mention.ts'
import { mentionAt, mentionsIn, mentionsOf } from './mentions.ts'
import { factOf } from './place.ts'
import { pathOf, type Snapshot } from './snapshot.ts'
import { targetOf } from './targets.ts'

/** A rule, an objective or a function. */
export interface Caller {
  readonly name: string
  readonly kind: string
  readonly detail: string
  readonly span: Span
  readonly nameSpan: Span
}

export interface Call {
  readonly of: Caller
  /** Where it is called. */
  readonly places: readonly Span[]
}

/** What is named at an offset, where that can call or be called. */
export function callerAt(snapshot: Snapshot, path: string, offset: number): Caller | undefined {
  const mention = mentionAt(snapshot, path, offset)
  return mention && callerOf(mention.target)
}

/** Rules and functions that call what is named at an offset. */
export function incomingCalls(snapshot: Snapshot, path: string, offset: number): readonly Call[] {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined || callerOf(mention.target) === undefined) return []
  const uses = mentionsOf(snapshot, mention.target).filter((each) => !isDeclaration(each))
  return grouped(uses, (use) => {
    const { source, start, end } = use.span
    const statement = snapshot
      .tree(pathOf(source))
      ?.statements.find(({ span }) => span.start <= start && end <= span.end)
    const fact = statement && factOf(snapshot, statement)
    const target = fact && targetOf(snapshot.review.facts, fact)
    return target && callerOf(target)
  })
}

/** The functions that the rule or function at an offset calls. */
export function outgoingCalls(snapshot: Snapshot, path: string, offset: number): readonly Call[] {
  const mention = mentionAt(snapshot, path, offset)
  const fact = mention?.target.fact
  const statement = fact?.statement
  if (statement === undefined || !isCaller(fact)) return []
  const { source, start, end } = statement.span
  const inside = mentionsIn(snapshot, pathOf(source)).filter(
    (each) => each.span.start >= start && each.span.end <= end && !isDeclaration(each),
  )
  return grouped(inside, ({ target }) =>
    isFunction(target.fact?.statement) ? callerOf(target) : undefined,
  )
}

function callerOf(target: Target): Caller | undefined {
  const { fact, name, declaration } = target
  if (fact === undefined || !isCaller(fact)) return undefined
  const span = fact.statement?.span ?? fact.span
  return { name, kind: fact.kind, detail: textIn(fact, 'title') ?? '', span, nameSpan: declaration }
}

function isCaller(fact: Fact | undefined): boolean {
  return fact?.spec.ruleLines !== undefined || isFunction(fact?.statement)
}

function isFunction(statement: Statement | undefined): boolean {
  return statement?.define !== undefined
}

/** By who is called or calls, in order of place. */
function grouped(
  mentions: readonly Mention[],
  callerOf: (mention: Mention) => Caller | undefined,
): readonly Call[] {
  const found = new Map<string, { readonly of: Caller; readonly places: Span[] }>()
  for (const mention of mentions) {
    const caller = callerOf(mention)
    if (caller === undefined) continue
    const key = `${pathOf(caller.nameSpan.source)}:${caller.nameSpan.start}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { of: caller, places: [mention.span] })
    else known.places.push(mention.span)
  }
  return [...found.values()]
}
