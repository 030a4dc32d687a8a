/**
 * Which planned numbers nothing guards: each is changed in turn, and the rules are judged again. A
 * cell is guarded where its change makes a finding or takes one away.
 *
 * Nothing is read or resolved again for a change: the model is built over the changed table, and the
 * rules are compiled and judged one by one until the first notices, beginning with those that
 * noticed most lately. So only a cell that nothing guards costs a whole judgement.
 */

import type { ReadItems } from '../base/item-data.ts'
import { makeMonthSet } from '../base/month-set.ts'
import type { MonthSet } from '../base/month.ts'
import { type Configuration, levelOf } from '../configuration/configuration.ts'
import { bind } from '../facts/bind.ts'
import type { Fact } from '../facts/fact.ts'
import { rangeIn } from '../facts/fact.ts'
import { buildModel } from '../model/build.ts'
import type { EvaluateBound } from '../model/model.ts'
import type { Review } from '../pipeline.ts'
import { compileBounds } from '../rules/bounds.ts'
import type { Finding } from '../rules/finding.ts'
import { judge } from '../rules/judge.ts'
import { compilerBase, makeRulebook } from '../rules/rulebook.ts'
import { buildUnits } from '../units/build.ts'
import { layOutCells, type PlannedCell } from './planned-cells.ts'

export interface Unguarded {
  /** Numbers that the plan of the checked cycle states, a month each. */
  readonly cells: number
  /** Those that were changed: all, or as many as the limit allows, evenly spread. */
  readonly tried: number
  /** Changes that no rule noticed. */
  readonly unnoticed: number
  /** The cells of these, by family and series, in the order of the plan. */
  readonly groups: readonly UnguardedGroup[]
}

export interface UnguardedGroup {
  readonly family: Fact
  readonly series: string
  readonly months: MonthSet
}

export interface TrialOptions {
  readonly configuration: Configuration
  readonly scenario: string | undefined
  readonly readItems: ReadItems
}

/**
 * A trial costs as much as the plan has cells, so that the limit is on their product: all cells of a
 * plan of a thousand, a few hundred of one of ten thousand. A limit by the clock would not say the
 * same twice.
 */
const MOST_WORK = 4_000_000

/** By rule: what it finds, without the words, since a number in a message may change. */
type FindingsOf = (rule: string) => string

export function findUnguarded(review: Review, options: TrialOptions): Unguarded {
  // Facts of its own, since their tables are laid out anew and changed.
  const { facts } = bind(review.trees, { readItems: options.readItems })
  const { units } = buildUnits(facts)
  const { cycle, today } = review.model
  const viewed = {
    today,
    cycle: cycle && rangeIn(cycle, 'month')?.from,
    scenario: options.scenario,
  }
  const judged = (): FindingsOf & { readonly model: ReturnType<typeof buildModel>['model'] } => {
    let bounds: EvaluateBound = () => undefined
    const { model } = buildModel(facts, units, viewed, options.readItems, (bound, family, month) =>
      bounds(bound, family, month),
    )
    const base = compilerBase(facts, model)
    bounds = compileBounds(base, facts)
    const found = (rule: string): string => {
      const rulebook = makeRulebook(base, facts, (name) => name === rule)
      const { findings, todos, waived } = judge(model, rulebook, {
        levelOf: (name) => levelOf(options.configuration, name),
        now: () => 0,
        progress: () => undefined,
      })
      return [findings, todos, waived].map((list) => list.map(keyOf).join('\n')).join('\n\n')
    }
    return Object.assign(found, { model })
  }
  const cells = layOutCells(judged().model)
  const before = judged()
  let rules = review.judgement.outcomes
    .filter(({ severity, unusedAreas }) => severity !== 'off' && unusedAreas.length === 0)
    .map(({ rule }) => ({ rule, found: before(rule) }))
  const tried = spread(cells, Math.max(Math.floor(MOST_WORK / Math.max(cells.length, 1)), 1))
  const unnoticed = tried.filter((cell) =>
    cell.whileChanged(() => {
      const now = judged()
      const first = rules.find(({ rule, found }) => now(rule) !== found)
      if (first === undefined) return true
      rules = [first, ...rules.filter((each) => each !== first)]
      return false
    }),
  )
  return {
    cells: cells.length,
    tried: tried.length,
    unnoticed: unnoticed.length,
    groups: groupsOf(unnoticed),
  }
}

function keyOf({ span, months, places, severity }: Finding): string {
  const when = months.map(({ from, to }) => `${from}-${to}`).join()
  const where = places.map(({ reading }) => reading).join()
  return `${severity} ${span.source.path} ${span.start} ${when} ${where}`
}

/** As many as allowed, evenly spread over all. */
function spread(cells: readonly PlannedCell[], most: number): readonly PlannedCell[] {
  if (cells.length <= most) return cells
  return Array.from({ length: most }, (_, index) => {
    return cells[Math.floor((index * cells.length) / most)] as PlannedCell
  })
}

function groupsOf(cells: readonly PlannedCell[]): readonly UnguardedGroup[] {
  const groups = new Map<string, PlannedCell[]>()
  for (const cell of cells) {
    const key = `${cell.family.index} ${cell.series}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [cell])
    else group.push(cell)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { family, series } = first
    return [
      { family, series, months: makeMonthSet(group.map(({ month: m }) => ({ from: m, to: m }))) },
    ]
  })
}
