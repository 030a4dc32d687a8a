/** Judges a plan by a rulebook. */

import { makeMonthSet } from '../base/month-set.ts'
import type { MonthRange } from '../base/month.ts'
import { compareSpans } from '../base/source.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Model } from '../model/model.ts'
import { draftsOf } from './collect.ts'
import type { Finding, Judgement, Outcome, Unjudged } from './finding.ts'
import { objectiveResult } from './objectives.ts'
import type { CompiledRule } from './rule.ts'
import type { Rulebook } from './rulebook.ts'
import { emptyRun, runRule, type Run } from './run.ts'
import { isDue, readWaivers, waiverOf, type Waivers } from './waivers.ts'

interface JudgeOptions {
  /** What the configuration says of a rule: another severity, or that it is off. */
  readonly levelOf: (rule: string) => Severity | 'off' | undefined
  readonly now: () => number
  readonly progress: (done: number, of: number, what: string) => void
}

export function judge(model: Model, rulebook: Rulebook, options: JudgeOptions): Judgement {
  const waivers = readWaivers(model.facts)
  const all = [...rulebook.rules, ...rulebook.objectives]
  const judged = all.map((rule, index) => {
    options.progress(index, all.length, rule.name)
    return judgeRule(model, rule, waivers, options)
  })
  const findings = judged.flatMap((each) => each.findings)
  const counting = findings.filter((each) => each.waiver === undefined && each.due === undefined)
  return {
    findings: inOrder(counting),
    todos: inOrder(findings.filter((each) => each.waiver === undefined && each.due !== undefined)),
    waived: inOrder(findings.filter((each) => each.waiver !== undefined)),
    outcomes: judged.map((each) => each.outcome),
    unjudged: unjudgedOf(judged.map((each) => each.run)),
    objectives: judged.flatMap(({ run, outcome }) =>
      rulebook.objectives.includes(run.rule) && outcome.severity !== 'off'
        ? [objectiveResult(run.rule, run)]
        : [],
    ),
    unusedAreas: [...new Set(judged.flatMap(({ run }) => [...run.unusedAreas]))].toSorted(),
  }
}

interface Judged {
  readonly run: Run
  readonly findings: readonly Finding[]
  readonly outcome: Outcome
}

function judgeRule(
  model: Model,
  rule: CompiledRule,
  waivers: Waivers,
  options: JudgeOptions,
): Judged {
  const setting = options.levelOf(rule.name)
  const start = options.now()
  const run = setting === 'off' ? emptyRun(rule) : runRule(rule)
  const due = rule.after !== undefined && !isDue(model, rule.after) ? rule.after : undefined
  const findings = draftsOf(run).map((draft): Finding => ({
    ...draft,
    severity: setting === undefined || setting === 'off' ? draft.severity : setting,
    due,
    waiver: waiverOf(model, waivers, draft),
  }))
  const waived = findings.filter((each) => each.waiver !== undefined).length
  const outcome: Outcome = {
    rule: rule.name,
    title: rule.title,
    principle: rule.principle,
    held: run.held,
    broken: due === undefined ? findings.length - waived : 0,
    todo: due === undefined ? 0 : findings.length - waived,
    waived,
    unjudged: sumOf([...run.missing.values()].map((each) => each.instances)),
    unusedAreas: [...run.unusedAreas],
    severity: setting ?? rule.severity,
    milliseconds: options.now() - start,
  }
  return { run, findings, outcome }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => compareSpans(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

function unjudgedOf(runs: readonly Run[]): readonly Unjudged[] {
  const groups = new Map<string, { months: MonthRange[]; rules: Set<string>; instances: number }>()
  for (const { rule, missing } of runs) {
    for (const [what, { months, instances }] of missing) {
      let group = groups.get(what)
      if (group === undefined) {
        group = { months: [], rules: new Set(), instances: 0 }
        groups.set(what, group)
      }
      for (const each of months) group.months.push(each)
      group.rules.add(rule.name)
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
