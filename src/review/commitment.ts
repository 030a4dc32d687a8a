/** What `concord commit` does to a plan: who may commit to what, its seals, or why not. */

import { printRange } from '../base/month.ts'
import type { Day } from '../base/date.ts'
import { inRange, makeMonthSet, monthsIn } from '../base/month-set.ts'
import type { Month, MonthRange } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Review } from '../pipeline.ts'
import { hasAuthority } from '../rules/functions/people.ts'
import { sealNow } from '../rules/seals.ts'

/** Who commits to which plan; without families, to all that the role owns. */
export interface CommitRequest {
  readonly series: string
  readonly families: readonly Fact[] | undefined
  readonly cycle: Fact
  readonly role: Fact
  readonly on: Day
}

/** One family's seal. */
export interface Sealed {
  readonly family: Fact
  readonly seal: string
  /** The commitment whose seal this one takes the place of, since it is broken. */
  readonly replaces: Fact | undefined
}

export interface Commitment {
  readonly sealed: readonly Sealed[]
  /** Families whose commitment has this very seal already. */
  readonly held: readonly Fact[]
}

/** Why nobody can commit to this, and what to do. */
export interface Refusal {
  readonly refused: string
  readonly help: string
}

export function commitTo(review: Review, request: CommitRequest): Commitment | Refusal {
  const families = familiesFor(review, request)
  if ('refused' in families) return families
  const { whose } = families
  const fault = faultOf(review, request.cycle, whose) ?? gapOf(review, request, whose)
  if (fault !== undefined) return fault
  const sealed: Sealed[] = []
  const held: Fact[] = []
  for (const family of whose) {
    const made = sealFor(review, request, family)
    if (made === 'held') held.push(family)
    else if ('refused' in made) return made
    else sealed.push(made)
  }
  if (sealed.length > 0) return { sealed, held }
  const { series, cycle } = request
  return {
    refused: `The ${series} plan of ${namesOf(held)} for ${nameOf(cycle)} is committed already, and its seal holds.`,
    help: 'There is nothing to do: it says what was committed to.',
  }
}

/** Whoever owns a plan commits to it, or who stands above; where nobody owns it, anybody may. */
function familiesFor(
  { facts, model }: Review,
  { series, families, cycle, role }: CommitRequest,
): { readonly whose: readonly Fact[] } | Refusal {
  if (families !== undefined) {
    for (const family of families) {
      const owner = ownerOf(family, series)
      if (owner === undefined || hasAuthority(facts, role, owner)) continue
      return {
        refused: `The ${series} plan of ${nameOf(family)} belongs to the ${nameOf(owner)}, over whom the ${nameOf(role)} has no authority.`,
        help: `Let the ${nameOf(owner)} commit to it: \`--by ${nameOf(owner)}\`.`,
      }
    }
    return { whose: families }
  }
  const horizon = model.horizonOf(cycle)
  const alive = model.families.filter((family) => meet(model.life(family), horizon))
  const nobodys = alive.every((family) => ownerOf(family, series) === undefined)
  const whose = nobodys ? alive : alive.filter((family) => ownerOf(family, series) === role)
  if (whose.length > 0) return { whose }
  return {
    refused: `The ${nameOf(role)} owns no ${series} plan.`,
    help: `Name families with \`--of\`, or write \`owner ${nameOf(role)} for ${series}\` in them.`,
  }
}

function ownerOf(family: Fact, series: string): Fact | undefined {
  const line = family.lines.get('owner')?.find((each) => wordIn(each, 'for') === series)
  return line && factIn(line, 'role')
}

/** Nobody commits to a plan that cannot be read, or does not add up. */
function faultOf(
  { diagnostics, judgement, model }: Review,
  cycle: Fact,
  families: readonly Fact[],
): Refusal | undefined {
  const horizon = model.horizonOf(cycle)
  const wrong = [
    ...diagnostics.filter(({ severity }) => severity === 'error'),
    ...judgement.findings.filter(
      ({ severity, about, months }) =>
        severity === 'error' &&
        families.some((family) => about.includes(family)) &&
        (months.length === 0 || months.some((range) => meet(range, horizon))),
    ),
  ]
  const [first] = wrong
  if (first === undefined) return undefined
  const others = wrong.length === 1 ? '' : ` And ${wrong.length - 1} more.`
  return {
    refused: `The plan has errors: ${first.message} (${first.span.source.path}).${others}`,
    help: 'Mend them first; `concord check` shows them all.',
  }
}

/** A commitment is to every month of the horizon in which the family lives. */
function gapOf(
  { model }: Review,
  { series, cycle }: CommitRequest,
  families: readonly Fact[],
): Refusal | undefined {
  const horizon = model.horizonOf(cycle)
  for (const family of families) {
    const written = new Set(model.written(cycle, series, family)?.map(({ month }) => month))
    const wanted = horizon === undefined ? [] : [...monthsIn(horizon)]
    const life = model.life(family)
    const gaps = wanted.filter(
      (month) => life !== undefined && inRange(life, month) && !written.has(month),
    )
    if (gaps.length === 0 && written.size > 0) continue
    const what = `The ${series} plan of ${nameOf(family)} for ${nameOf(cycle)}`
    return {
      refused:
        written.size === 0 ? `${what} has no numbers.` : `${what} has none in ${inWords(gaps)}.`,
      help: 'Plan every month of the horizon, then commit.',
    }
  }
  return undefined
}

function inWords(months: readonly Month[]): string {
  return makeMonthSet(months.map((month) => ({ from: month, to: month })))
    .map(printRange)
    .join(', ')
}

function sealFor(
  { facts, model }: Review,
  { series, cycle }: CommitRequest,
  family: Fact,
): Sealed | Refusal | 'held' {
  const seal = sealNow(model, series, family, cycle)
  if (seal === undefined) {
    return {
      refused: `The ${series} plan of ${nameOf(family)} cannot be read in full.`,
      help: 'Run `concord check` to see why.',
    }
  }
  const before = facts
    .of('commit')
    .filter(
      (commit) =>
        commit.fields.has('as') &&
        wordIn(commit, 'series') === series &&
        factIn(commit, 'cycle') === cycle &&
        factsIn(commit, 'families').includes(family),
    )
  if (before.some((commit) => textIn(commit, 'as') === seal)) return 'held'
  const replaces = before.at(-1)
  if (replaces !== undefined && factsIn(replaces, 'families').length > 1) {
    return {
      refused: `The commitment in ${replaces.span.source.path} puts one seal on several families; a seal is for one.`,
      help: 'Take that statement out, then commit.',
    }
  }
  return { family, seal, replaces }
}

function meet(a: MonthRange | undefined, b: MonthRange | undefined): boolean {
  return a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to
}

function namesOf(families: readonly Fact[]): string {
  return families.map(nameOf).join(', ')
}
