/** The whole checker on one page: texts in, a review out. Nothing here reads a disk or a clock. */

import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Day } from './base/date.ts'
import type { ReadItems } from './base/item-data.ts'
import type { Month, MonthRange } from './base/month.ts'
import type { Source } from './base/source.ts'
import { compareSpans } from './base/source.ts'
import type { Configuration } from './configuration/configuration.ts'
import { levelOf } from './configuration/configuration.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { builtInTrees } from './built-in/trees.ts'
import { factsBeside } from './facts/beside.ts'
import { bind } from './facts/bind.ts'
import type { Fact, Facts } from './facts/fact.ts'
import { factIn } from './facts/fact.ts'
import { buildModel } from './model/build.ts'
import { KeptFacts, ReadLog } from './model/kept.ts'
import type { Sha256 } from './base/sha256.ts'
import type { EvaluateBound, Model, ModelOptions } from './model/model.ts'
import { compileBounds } from './rules/bounds.ts'
import type { Judgement } from './rules/finding.ts'
import { judge } from './rules/judge.ts'
import { judgementIn } from './rules/judgement-in.ts'
import { KeptRuns } from './rules/kept-runs.ts'
import type { Rulebook } from './rules/rulebook.ts'
import { compilerBase, makeRulebook } from './rules/rulebook.ts'
import { sameRowMonths } from './syntax/other-rows.ts'
import { treesBeside } from './syntax/trees-beside.ts'
import { buildUnits } from './units/build.ts'
import type { Units } from './units/units.ts'

/** What is checked, and what the host lends. */
export interface CheckInput {
  readonly sources: readonly Source[]
  readonly configuration: Configuration
  readonly today: Day
  readonly readItems: ReadItems
  /** The cycle's month; undefined for the latest. */
  readonly cycle?: Month | undefined
  /** Take this scenario as the plan. */
  readonly scenario?: string | undefined
  /** Judge as if the meeting of this step of the process had passed. */
  readonly step?: string | undefined
  /** Judge these rules only; names, or the first part of names such as `balance`. */
  readonly rules?: readonly string[] | undefined
  /**
   * Lends the texts of the workspace as they were when a text may have stood in them, the likeliest
   * first; the same array each time for the same state. Asked where a seal is broken, and only then.
   */
  readonly history?: ReadHistory | undefined
  /** Reports progress between stages and rules, for a progress bar. */
  readonly progress?: ((done: number, of: number, what: string) => void) | undefined
  /** A quick SHA-256 in hexadecimal digits, for seals; without it, the portable one. */
  readonly sha256?: Sha256 | undefined
  /** Reads a clock, for timings; without it they are 0. */
  readonly now?: (() => number) | undefined
  /** Lends the trees of sources that were parsed before. */
  readonly treeOf?: ((source: Source) => Tree) | undefined
  /** Lends what was found of texts that are nearly the same: see `besides`. */
  readonly like?: Review | undefined
  /** Filled by a check for the next: see `recheck`, and for `like` the same that filled it. */
  readonly keep?: Keep | undefined
}

/** What one check leaves to the next that differs from it in the numbers of some tables alone. */
export interface Keep {
  readonly facts: KeptFacts
  readonly runs: KeptRuns
  readonly reads: ReadLog
}

export function makeKeep(): Keep {
  return { facts: new KeptFacts(), runs: new KeptRuns(), reads: new ReadLog() }
}

/** Earlier states of the workspace in which a text may have stood. */
export type ReadHistory = (text: string) => Iterable<readonly Source[]>

/** Everything the checker found out. */
export interface Review {
  readonly trees: readonly Tree[]
  readonly facts: Facts
  readonly model: Model
  readonly rulebook: Rulebook
  /** Errors of the language, by place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly judgement: Judgement
  readonly timings: readonly Timing[]
}

export interface Timing {
  readonly stage: string
  readonly milliseconds: number
}

export function check(input: CheckInput): Review {
  const { like, keep } = input
  if (like === undefined) return checkAfresh(input)
  // What is kept is of the other texts.
  return besides(input, like, keep) ?? checkAfresh({ ...input, keep: undefined })
}

function checkAfresh(input: CheckInput): Review {
  const stages = new Stages(input)
  const treeOf = input.treeOf ?? ((source: Source) => parse(source))
  const trees = stages.run('parse', () => input.sources.map((source) => treeOf(source)))
  return checkStages(trees, input, stages)
}

/**
 * Checks texts that differ from those of a review in rows of tables alone, and in no length: what
 * binding found of the rest holds for both. Undefined where they differ in more, or something is
 * wrong but what rules find. The review says the same as one that is made afresh.
 */
function besides(input: CheckInput, like: Review, keep: Keep | undefined): Review | undefined {
  if (like.diagnostics.length > 0) return undefined
  const stages = new Stages(input)
  const found = stages.run('parse', () => treesBeside(like.trees, input.sources))
  const beside = found && stages.run('bind', () => factsBeside(like.facts, found.changed))
  if (found === undefined || beside === undefined) return undefined
  const { facts, replaced } = beside
  const tables = [...found.changed.values()].flatMap((each) => each.tables)
  const keeps = keep !== undefined && tables.every(({ table, now }) => sameRowMonths(table, now))
  const bound = { trees: found.trees, facts, units: like.model.units, problems: [] }
  const review = !keeps
    ? judgeFacts(bound, { ...input, keep: undefined }, stages, new Set())
    : judgeFacts(
        bound,
        // Numbers are read afresh; what rules found of others than these is kept.
        { ...input, keep: { ...keep, facts: new KeptFacts() } },
        stages,
        subjectsOf(replaced, facts),
        like.model,
      )
  if (review.diagnostics.length > 0) return undefined
  return { ...review, judgement: judgementIn(review.judgement, found.sources) }
}

/** Checks what has been parsed already. */
export function checkTrees(trees: readonly Tree[], input: Omit<CheckInput, 'sources'>): Review {
  return checkStages(trees, input, new Stages(input))
}

function checkStages(
  own: readonly Tree[],
  input: Omit<CheckInput, 'sources'>,
  stages: Stages,
): Review {
  const trees = stages.run('parse', () => [...builtInTrees(), ...own])
  const { facts, problems: names } = stages.run('bind', () =>
    bind(trees, { readItems: input.readItems }),
  )
  const { units, problems: unitProblems } = stages.run('units', () => buildUnits(facts))
  const problems = [...trees.flatMap((tree) => tree.problems), ...names, ...unitProblems]
  return judgeFacts({ trees, facts, units, problems }, input, stages, new Set())
}

/**
 * Checks once more what was checked with the same `keep`, after the numbers in tables of these
 * statements have changed, and nothing else. Only what reads the numbers of their subjects is judged
 * again. Nothing may have been wrong but what rules find.
 */
export function recheck(
  before: Review,
  input: Omit<CheckInput, 'sources'>,
  statements: ReadonlySet<Fact>,
): Review {
  const { trees, facts, model } = before
  for (const statement of statements) input.keep?.facts.drop(statement)
  const changed = subjectsOf(statements, facts)
  const bound = { trees, facts, units: model.units, problems: [] }
  return judgeFacts(bound, input, new Stages(input), changed, model)
}

/** Whose numbers statements say. */
function subjectsOf(statements: ReadonlySet<Fact>, facts: Facts): ReadonlySet<Fact> {
  const subjects = new Set<Fact>()
  for (const statement of statements) {
    for (const subject of [factIn(statement, 'family'), facts.of('business')[0]]) {
      if (subject !== undefined) subjects.add(subject)
    }
  }
  return subjects
}

interface BoundTrees {
  readonly trees: readonly Tree[]
  readonly facts: Facts
  readonly units: Units
  readonly problems: readonly Diagnostic[]
}

function judgeFacts(
  { trees, facts, units, problems }: BoundTrees,
  input: Omit<CheckInput, 'sources'>,
  stages: Stages,
  changed: ReadonlySet<Fact>,
  before?: Model,
): Review {
  // Bounds are read by the model and written in the rule language, which needs the model.
  let bounds: EvaluateBound = () => undefined
  const { keep } = input
  // The bounds of a model live as long as it does: in their scope the model before must not stand.
  const isFirst = before === undefined
  const options = { ...optionsOf(input), kept: keep?.facts, reads: keep?.reads }
  const { model, problems: cells } = stages.run('model', () =>
    buildModel(facts, units, options, input.readItems, (bound, family, month) =>
      bounds(bound, family, month),
    ),
  )
  // Which months there are is read everywhere, and noted nowhere.
  if (before !== undefined && !sameMonths(before, model)) forget(keep)
  const rulebook = stages.run('rules', () => {
    const base = compilerBase(facts, model)
    bounds = compileBounds(base, facts)
    // What is not judged again is not compiled again.
    const ready = (rule: Fact) => (isFirst ? undefined : keep?.runs.settled(rule, changed)?.rule)
    return makeRulebook(base, facts, wantedBy(input.rules), ready)
  })
  const judgement = stages.run('judge', () =>
    judge(model, rulebook, {
      levelOf: (rule) => levelOf(input.configuration, rule),
      passed: input.step,
      now: input.now ?? (() => 0),
      progress: input.progress ?? (() => undefined),
      kept: keep && { ...keep, changed },
    }),
  )
  const diagnostics = [...problems, ...cells, ...rulebook.problems()].toSorted((a, b) =>
    compareSpans(a.span, b.span),
  )
  return { trees, facts, model, rulebook, diagnostics, judgement, timings: stages.timings }
}

/** Lets all rules be judged again. */
export function forget(keep: Keep | undefined): void {
  keep?.runs.clear()
  keep?.reads.forget()
}

function sameMonths(a: Model, b: Model): boolean {
  const same = (x: MonthRange | undefined, y: MonthRange | undefined): boolean =>
    x?.from === y?.from && x?.to === y?.to
  return same(a.months, b.months) && same(a.past, b.past) && same(a.horizon, b.horizon)
}

function optionsOf(input: Omit<CheckInput, 'sources'>): ModelOptions {
  const { today, cycle, scenario, history, sha256 } = input
  return { today, cycle, scenario, sha256, earlier: history && earlierModels(history, today) }
}

/** Each state is read once. */
function earlierModels(history: ReadHistory, today: Day): (text: string) => Iterable<Model> {
  const models = new Map<readonly Source[], Model>()
  const modelOf = (sources: readonly Source[]): Model =>
    modelOfEarlier(
      sources.map((source) => parse(source)),
      today,
    )
  return function* earlier(text) {
    for (const sources of history(text)) {
      const model = models.get(sources) ?? modelOf(sources)
      models.set(sources, model)
      yield model
    }
  }
}

/** The plan as it was once. Only what was written counts: neither items nor bounds are read. */
export function modelOfEarlier(trees: readonly Tree[], today: Day): Model {
  const readItems: ReadItems = () => ({ problem: 'files of items are not read from history' })
  const { facts } = bind([...builtInTrees(), ...trees], { readItems })
  const options = { today, cycle: undefined, scenario: undefined }
  return buildModel(facts, buildUnits(facts).units, options, readItems, () => undefined).model
}

/** A rule is wanted by its name, or by the family of rules before the slash. */
function wantedBy(rules: readonly string[] | undefined): (name: string) => boolean {
  if (rules === undefined) return () => true
  return (name) => rules.some((each) => name === each || name.startsWith(`${each}/`))
}

class Stages {
  readonly timings: Timing[] = []
  private readonly now: () => number

  constructor(input: Pick<CheckInput, 'now'>) {
    this.now = input.now ?? (() => 0)
  }

  /** A stage in two parts is timed as one. */
  run<Result>(stage: string, work: () => Result): Result {
    const start = this.now()
    const result = work()
    const before =
      this.timings.at(-1)?.stage === stage ? (this.timings.pop()?.milliseconds ?? 0) : 0
    this.timings.push({ stage, milliseconds: before + this.now() - start })
    return result
  }
}
