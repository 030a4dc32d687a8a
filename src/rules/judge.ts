/** Judges a plan by a rulebook. */

import { makeMonthSet } from '../base/month-set.ts'
import type { MonthRange } from '../base/month.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import type { ReadLog } from '../model/kept.ts'
import type { Model } from '../model/model.ts'
import { type Draft, draftsOf } from './collect.ts'
import { findingKey } from './finding-key.ts'
import type { Finding, Judgement, ObjectiveResult, Outcome, Unjudged } from './finding.ts'
import { inOrder } from './kept-order.ts'
import type { KeptRuns } from './kept-runs.ts'
import { objectiveResult } from './objectives.ts'
import type { CompiledRule } from './rule.ts'
import type { Rulebook } from './rulebook.ts'
import { emptyRun, runRule, type Run } from './run.ts'
import { isDue, readWaivers, recordUse, waiverOf, type Waivers } from './waivers.ts'

interface JudgeOptions {
  /** What the configuration says of a rule: another severity, or that it is off. */
  readonly levelOf: (rule: string) => Severity | 'off' | undefined
  /** Judge as if the meeting of this step had passed. */
  readonly passed?: string | undefined
  readonly now: () => number
  readonly progress: (done: number, of: number, what: string) => void
  /** What was found before, of the same statements. */
  readonly kept?: KeptJudging | undefined
}

export interface KeptJudging {
  readonly runs: KeptRuns
  readonly reads: ReadLog
  /** Whose numbers are others now. */
  readonly changed: ReadonlySet<Fact>
}

export function judge(model: Model, rulebook: Rulebook, options: JudgeOptions): Judgement {
  const judged = judgeAll(model, rulebook, readWaivers(model.facts), options)
  const found = judged.map((each) => each.findings)
  return {
    ...(options.kept?.runs.order.update(found) ?? inOrder(found)),
    outcomes: judged.map((each) => each.outcome),
    unjudged: unjudgedOf(judged),
    objectives: judged.flatMap((each) => each.objective ?? []),
    unusedAreas: [...new Set(judged.flatMap(({ outcome }) => outcome.unusedAreas))].toSorted(),
  }
}

/**
 * Each rule is compiled when its turn comes, and let go once it is judged. Rules about waivers come
 * last, and are waived by none: else a waiver could excuse itself.
 */
function judgeAll(
  model: Model,
  rulebook: Rulebook,
  waivers: Waivers,
  options: JudgeOptions,
): readonly Judged[] {
  const all = [...rulebook.rules, ...rulebook.objectives]
  const objectives = new Set(rulebook.objectives)
  const late = new Map<Fact, CompiledRule>()
  const judged = new Map<Fact, Judged>()
  const judgeOne = (fact: Fact, rule: CompiledRule, by: Waivers): void => {
    options.progress(judged.size, all.length, rule.name)
    judged.set(fact, judgeRule(model, rule, objectives.has(fact), by, options))
  }
  for (const fact of all) {
    const rule = rulebook.compile(fact)
    if (rule?.compiler.program.late === true) late.set(fact, rule)
    else if (rule !== undefined) judgeOne(fact, rule, waivers)
  }
  // A waiver of what is said of waivers accepts nothing, and is told so.
  const full = new Set([...inFull(judged), ...[...late.values()].map((rule) => rule.name)])
  recordUse(
    model,
    waivers,
    full,
    waivers.size === 0 ? [] : [...judged.values()].flatMap((each) => each.findings),
  )
  for (const [fact, rule] of late) judgeOne(fact, rule, new Map())
  return all.flatMap((fact) => judged.get(fact) ?? [])
}

/** The rules that are on, and that lacked nothing for any of their instances. */
function inFull(judged: ReadonlyMap<Fact, Judged>): readonly string[] {
  return [...judged.values()].flatMap(({ outcome: { rule, severity, unjudged } }) =>
    severity !== 'off' && unjudged === 0 ? [rule] : [],
  )
}

/** What is left of a rule that has been judged: nothing that it was compiled to. */
interface Judged {
  readonly findings: readonly Finding[]
  readonly outcome: Outcome
  readonly missing: Run['missing']
  readonly objective: ObjectiveResult | undefined
}

function judgeRule(
  model: Model,
  rule: CompiledRule,
  isObjective: boolean,
  waivers: Waivers,
  options: JudgeOptions,
): Judged {
  const setting = options.levelOf(rule.name)
  const start = options.now()
  const run = setting === 'off' ? emptyRun(rule) : runOf(rule, options.kept)
  const due =
    rule.after !== undefined && !isDue(model, rule.after, options.passed) ? rule.after : undefined
  const make = (from: Run): readonly Finding[] =>
    draftsOf(from).map((draft) => {
      const severity = setting === undefined || setting === 'off' ? draft.severity : setting
      return findingOf({ ...draft, severity }, due, waiverOf(model, waivers, draft))
    })
  const findings =
    options.kept === undefined ? make(run) : options.kept.runs.findings(rule, run, make)
  const { open, waived } = instancesOf(findings)
  const outcome: Outcome = {
    rule: rule.name,
    title: rule.title,
    principle: rule.principle,
    held: run.held,
    broken: due === undefined ? open : 0,
    todo: due === undefined ? 0 : open,
    waived,
    findings: findings.length,
    unjudged: sumOf([...run.missing.values()].map((each) => each.instances)),
    unusedAreas: [...run.unusedAreas],
    severity: setting ?? rule.severity,
    milliseconds: options.now() - start,
  }
  const objective = isObjective && setting !== 'off' ? objectiveResult(rule, run) : undefined
  return { findings, outcome, missing: run.missing, objective }
}

function runOf(rule: CompiledRule, kept: KeptJudging | undefined): Run {
  return kept === undefined ? runRule(rule) : kept.runs.run(rule, kept.reads, kept.changed)
}

/** By itself, so that a finding that is kept keeps nothing of the run that made it. */
function findingOf(draft: Draft, due: string | undefined, waiver: Fact | undefined): Finding {
  return {
    ...draft,
    // Worked out where it is asked for: a terminal shows none.
    get key() {
      return findingKey(draft)
    },
    due,
    waiver,
  }
}

interface Instances {
  readonly open: number
  readonly waived: number
}

const instancesByFindings = new WeakMap<readonly Finding[], Instances>()

/** How many instances findings stand for; the same list is counted once. */
function instancesOf(findings: readonly Finding[]): Instances {
  let known = instancesByFindings.get(findings)
  if (known === undefined) {
    let [open, waived] = [0, 0]
    for (const { places, waiver } of findings) {
      if (waiver === undefined) open += places.length
      else waived += places.length
    }
    instancesByFindings.set(findings, (known = { open, waived }))
  }
  return known
}

function unjudgedOf(judged: readonly Judged[]): readonly Unjudged[] {
  const groups = new Map<string, { months: MonthRange[]; rules: Set<string>; instances: number }>()
  for (const { outcome, missing } of judged) {
    for (const [what, { months, instances }] of missing) {
      let group = groups.get(what)
      if (group === undefined) {
        group = { months: [], rules: new Set(), instances: 0 }
        groups.set(what, group)
      }
      for (const each of months) group.months.push(each)
      group.rules.add(outcome.rule)
      group.instances += instances
    }
  }
  return [...groups]
    .map(([what, group]): Unjudged => ({
      what,
      months: makeMonthSet(group.months),
      rules: [...group.rules].toSorted(),
      instances: group.instances,
    }))
    .toSorted((a, b) => (a.what < b.what ? -1 : 1))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
