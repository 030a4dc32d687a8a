/** Lines above statements: who committed to a plan, and how a rule fares. */

import { printDay } from '../base/date.ts'
import type { Span } from '../base/source.ts'
import { type Fact, dayIn, factIn, factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Outcome } from '../rules/finding.ts'
import { versionOf } from './cells.ts'
import { factOf } from './place.ts'
import { problemsIn } from './problems.ts'
import type { Snapshot } from './snapshot.ts'

export interface Lens {
  /** The head line of the statement. */
  readonly span: Span
  readonly title: string
  /** Places to show when it is chosen. */
  readonly places: readonly Span[]
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
  const { facts, model } = snapshot.review
  // Nobody commits to a view: it is one function's own.
  if (versionOf(model, fact) === fact) return []
  const columns = new Set(fact.tables.flatMap(({ columns }) => columns.map((each) => each?.name)))
  return facts.of('commit').flatMap((commit): readonly Lens[] => {
    const series = wordIn(commit, 'series')
    const families = factsIn(commit, 'families')
    const about = families.length === 0 || (family !== undefined && families.includes(family))
    if (!about || factIn(commit, 'cycle') !== cycle || !columns.has(series)) return []
    const by = factIn(commit, 'by')
    const on = dayIn(commit, 'on')
    const sealed = textIn(commit, 'as') === undefined ? '' : ', sealed'
    const title = `${series} committed by ${by === undefined ? '?' : nameOf(by)}${on === undefined ? '' : ` on ${printDay(on)}`}${sealed}`
    return [{ span: fact.span, title, places: [commit.span] }]
  })
}

function findingLenses(snapshot: Snapshot, path: string, fact: Fact): readonly Lens[] {
  const whole = fact.statement?.span
  if (fact.spec.table === undefined || whole === undefined) return []
  const places = problemsIn(snapshot, path)
    .filter(({ finding, severity }) => finding !== undefined && severity !== 'hint')
    .map(({ span }) => span)
    .filter(({ start, end }) => start >= whole.start && end <= whole.end)
  if (places.length === 0) return []
  return [{ span: fact.span, title: counted(places.length, 'finding'), places }]
}

/** Of a rule: what came of it here. */
function ruleLenses(snapshot: Snapshot, fact: Fact): readonly Lens[] {
  if (fact.spec.ruleLines === undefined || fact.name === undefined) return []
  const { findings, todos, outcomes } = snapshot.review.judgement
  const outcome = outcomes.find(({ rule }) => rule === fact.name)
  if (outcome === undefined) return []
  const places = [...findings, ...todos].filter(({ rule }) => rule === fact.name)
  return [{ span: fact.span, title: fared(outcome), places: places.map(({ span }) => span) }]
}

function fared({ severity, broken, todo, waived, held, unjudged, unusedAreas }: Outcome): string {
  if (severity === 'off') return 'switched off'
  if (unusedAreas.length > 0) return `silent: nothing here uses ${unusedAreas.join(', ')}`
  const parts = [
    broken > 0 ? `breaks ${counted(broken, 'time')}` : '',
    todo > 0 ? `${todo} to do` : '',
    waived > 0 ? `${waived} waived` : '',
    `holds ${counted(held, 'time')}`,
    unjudged > 0 ? `${unjudged} not judged` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
