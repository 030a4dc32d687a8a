/** Lines above statements: who committed to a plan, and how a rule fares. */

import { printDay } from '../base/date.ts'
import { gather } from '../base/gather.ts'
import { type Span, textOf } from '../base/source.ts'
import { type Fact, dayIn, factIn, factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { sealNow } from '../rules/seals.ts'
import { testsNaming } from '../trials/rule-tests.ts'
import { versionOf } from './cells.ts'
import { counted, outcomeWords } from './outcome-words.ts'
import { factOf } from './place.ts'
import { type Problem, problemsIn } from './problems.ts'
import { perSnapshot, type Snapshot } from './snapshot.ts'

export interface Lens {
  /** The head line of the statement. */
  readonly span: Span
  readonly title: string
  /** What to show when it is chosen: each place, and what is said there. */
  readonly places: readonly Shown[]
  /** The rule whose tests are run when it is chosen. */
  readonly tests: string | undefined
}

export interface Shown {
  readonly span: Span
  readonly text: string
}

export function lenses(snapshot: Snapshot, path: string): readonly Lens[] {
  const tree = snapshot.tree(path)
  if (tree === undefined) return []
  return tree.statements.flatMap((statement) => {
    const fact = factOf(snapshot, statement)
    if (fact === undefined) return []
    return [
      ...commitLenses(snapshot, fact),
      ...findingLenses(snapshot, path, fact),
      ...ruleLenses(snapshot, fact),
    ]
  })
}

/** Of a table of one cycle: the commitments to its series. */
function commitLenses(snapshot: Snapshot, fact: Fact): readonly Lens[] {
  const cycle = factIn(fact, 'cycle')
  const family = factIn(fact, 'family')
  if (fact.spec.table?.columns !== 'series' || cycle === undefined) return []
  const { model } = snapshot.review
  // Nobody commits to a view: it is one function's own.
  if (versionOf(model, fact) === fact) return []
  const columns = new Set(fact.tables.flatMap(({ columns }) => columns.map((each) => each?.name)))
  const byFamily = commitments(snapshot).get(cycle)
  const own = family === undefined ? [] : (byFamily?.get(family) ?? [])
  const about = [...(byFamily?.get(undefined) ?? []), ...own]
  return about.flatMap((commit): readonly Lens[] => {
    const series = wordIn(commit, 'series')
    if (!columns.has(series)) return []
    const by = factIn(commit, 'by')
    const on = dayIn(commit, 'on')
    const who = by === undefined ? '?' : nameOf(by)
    const when = on === undefined ? '' : ` on ${printDay(on)}`
    const sealed = sealWords(model, commit, { series, family, cycle })
    const title = `${series} committed by ${who}${when}${sealed}`
    const places = [{ span: commit.span, text: textOf(commit.span) }]
    return [{ span: fact.span, title, places, tests: undefined }]
  })
}

/** By cycle and family; without a family, those that are about all. */
const commitments = perSnapshot(({ review }) => {
  const found = new Map<Fact, Map<Fact | undefined, Fact[]>>()
  for (const commit of review.facts.of('commit')) {
    const cycle = factIn(commit, 'cycle')
    if (cycle === undefined) continue
    const byFamily = found.get(cycle) ?? new Map<Fact | undefined, Fact[]>()
    found.set(cycle, byFamily)
    const families = factsIn(commit, 'families')
    for (const family of families.length === 0 ? [undefined] : families) {
      byFamily.set(family, [...(byFamily.get(family) ?? []), commit])
    }
  }
  return found
})

interface Committed {
  readonly series: string | undefined
  readonly family: Fact | undefined
  readonly cycle: Fact
}

/** Whether the numbers are still those committed to. */
function sealWords(model: Model, commit: Fact, { series, family, cycle }: Committed): string {
  const seal = textIn(commit, 'as')
  if (seal === undefined) return ''
  if (series === undefined || family === undefined) return ', sealed'
  return sealNow(model, series, family, cycle) === seal ? ', seal intact' : ', seal broken'
}

function findingLenses(snapshot: Snapshot, path: string, fact: Fact): readonly Lens[] {
  const whole = fact.statement?.span
  if (fact.spec.table === undefined || whole === undefined) return []
  const places = startingIn(problemsIn(snapshot, path), whole)
    .filter(({ finding, severity }) => finding !== undefined && severity !== 'hint')
    .filter(({ span }) => span.end <= whole.end)
    .map(({ span, code, message }) => ({ span, text: `${code}: ${message}` }))
  if (places.length === 0) return []
  const title = counted(places.length, 'finding')
  return [{ span: fact.span, title, places, tests: undefined }]
}

/** Those of problems in order of place that start in a span: only these are looked at. */
function startingIn(problems: readonly Problem[], { start, end }: Span): readonly Problem[] {
  const from = firstFrom(problems, start)
  return problems.slice(from, firstFrom(problems, end + 1, from))
}

/** The index of the first problem that starts at an offset or behind it. */
function firstFrom(problems: readonly Problem[], offset: number, from = 0): number {
  let low = from
  let high = problems.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((problems[middle]?.span.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Of a rule: what came of it here. */
function ruleLenses(snapshot: Snapshot, fact: Fact): readonly Lens[] {
  if (fact.spec.ruleLines === undefined || fact.name === undefined) return []
  const outcome = snapshot.review.judgement.outcomes.find(({ rule }) => rule === fact.name)
  if (outcome === undefined) return []
  const places = (shownByRule(snapshot).get(fact.name) ?? []).map(({ span, message }) => ({
    span,
    text: message,
  }))
  const fares = { span: fact.span, title: outcomeWords(outcome), places, tests: undefined }
  // Concord's own rules are tested where they are made.
  if (fact.span.source.builtIn) return [fares]
  const tests = testsNaming(snapshot.review, fact.name).length
  const title = tests === 0 ? 'no test names it' : `run its ${counted(tests, 'test')}`
  return [fares, { span: fact.span, title, places: [], tests: fact.name }]
}

/** What rules found, by their names. */
const shownByRule = perSnapshot(({ review: { judgement } }) =>
  gather([...judgement.findings, ...judgement.todos], ({ rule }) => rule),
)
