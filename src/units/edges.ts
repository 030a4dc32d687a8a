/** Conversions as the workspace says them: from one unit to another, from a month until the next. */

import { divide, printExact, sign } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { Extras } from '../diagnostics/define.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { rangeIn } from '../facts/fact.ts'
import type { UnitLiteral } from '../../grammar/tree.ts'
import { isDeclared } from './declared.ts'
import type { Declared } from './declared.ts'
import { familyOfLine, unitName } from './owner.ts'

/** How many `to` one `from` is, and the other way round, in the months from `since` to `until`. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly factor: Exact
  readonly inverse: Exact
  readonly since: number
  readonly until: number
  readonly span: Span
}

/** A conversion that nobody can read: it may end those of its unit that began before it. */
interface Unread {
  readonly unread: string
  /** Undefined where nobody can read its month. */
  readonly since: Month | undefined
}

/** The months of a conversion that says no month: before and after every real one. */
export const ALWAYS = -1_000_000
const FOR_EVER = 1_000_000

export interface Edges {
  readonly global: readonly Edge[]
  /** Rates that were, which only `rate(CUR, actual, t)` reads. */
  readonly actual: readonly Edge[]
  readonly families: ReadonlyMap<Fact, readonly Edge[]>
  readonly problems: readonly Diagnostic[]
}

export function readEdges(facts: Facts, declared: Declared): Edges {
  const problems: Diagnostic[] = []
  const read = (fact: Fact, from: string | undefined): readonly (Edge | Unread)[] => {
    const edge = readEdge(fact, from, declared, problems)
    const since = rangeIn(fact, 'from')?.from
    const unread = from !== undefined && fact.damaged && (edge === undefined || since === undefined)
    return [...(edge === undefined ? [] : [edge]), ...(unread ? [{ unread: from, since }] : [])]
  }
  const currencies = facts.of('currency')
  const planned = currencies.filter((fact) => !fact.fields.has('actual'))
  const global = [...facts.of('unit'), ...planned].flatMap((fact) => read(fact, fact.name))
  const actual = currencies
    .filter((fact) => fact.fields.has('actual'))
    .flatMap((fact) => read(fact, fact.name))
  const families = new Map<Fact, (Edge | Unread)[]>()
  for (const line of facts.of('factor')) {
    const family = familyOfLine(line)
    if (family === undefined) continue
    const edges = families.get(family) ?? []
    families.set(family, edges)
    edges.push(...read(line, unitName(line.fields.get('unit'))))
  }
  return {
    global: untilTheNext(global),
    actual: untilTheNext(actual),
    families: new Map([...families].map(([family, edges]) => [family, untilTheNext(edges)])),
    problems,
  }
}

/** `480 each per pallet`: what the line is about stands before its `=`. */
function withoutPer(unit: UnitLiteral | undefined): Extras {
  if (unit?.per === undefined) return {}
  const { source, end } = unit.name.span
  const span = spanOf(source, end, unit.per.name.span.end)
  const per = textOf(span).trim()
  return {
    help: `delete \`${per}\``,
    mends: [{ title: `delete \`${per}\``, edits: [{ span, text: '' }] }],
  }
}

function readEdge(
  fact: Fact,
  from: string | undefined,
  declared: Declared,
  problems: Diagnostic[],
): Edge | undefined {
  const field = fact.fields.get('value')
  const said = field?.value
  if (field === undefined || said?.type !== 'quantity' || from === undefined) return undefined
  const { span } = field
  if (said.unit === undefined || said.unit.per !== undefined || said.percent) {
    const example = declared.currencies.has(from) ? '1.08 USD' : '12 each'
    const extras = withoutPer(said.unit)
    const values = { what: `what one ${from} is`, example }
    problems.push(reportUnits('number-needs-unit', span, values, extras))
    return undefined
  }
  const to = said.unit.name.text
  if (!isDeclared(declared, to) || !isDeclared(declared, from)) return undefined
  if (from === to) {
    problems.push(reportUnits('conversion-to-itself', span, { from }))
    return undefined
  }
  if (declared.currencies.has(from) !== declared.currencies.has(to)) {
    problems.push(reportUnits('conversion-mixes-money', span, { from, to }))
    return undefined
  }
  const inverse = sign(said.value) > 0 ? divide(1, said.value) : undefined
  if (inverse === undefined) {
    const factor = printExact(said.value)
    problems.push(reportUnits('zero-conversion', span, { from, factor, to }))
    return undefined
  }
  // Of no month that can be read it connects two units, and holds in none.
  const since = rangeIn(fact, 'from')?.from ?? (fact.damaged ? FOR_EVER : ALWAYS)
  const until = since === FOR_EVER ? since - 1 : FOR_EVER
  return { from, to, factor: said.value, inverse, since, until, span: fact.span }
}

/** A conversion holds until the next of the same two units, whichever way round that is said. */
function untilTheNext(said: readonly (Edge | Unread)[]): readonly Edge[] {
  const edges = said.filter((each): each is Edge => !('unread' in each))
  const unread = said.filter((each): each is Unread => 'unread' in each)
  const starts = new Map<string, number[]>()
  for (const edge of edges) {
    const key = pairKey(edge)
    const known = starts.get(key)
    if (known === undefined) starts.set(key, [edge.since])
    else known.push(edge.since)
  }
  for (const list of starts.values()) list.sort((a, b) => a - b)
  return edges.map((edge) => {
    const next = starts.get(pairKey(edge))?.find((start) => start > edge.since) ?? edge.until + 1
    const ends = unread
      .filter((each) => each.unread === edge.from && (each.since ?? edge.since) >= edge.since)
      .map(({ since = edge.since }) => since)
    return { ...edge, until: Math.min(next, ...ends) - 1 }
  })
}

function pairKey(edge: Edge): string {
  return edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`
}
