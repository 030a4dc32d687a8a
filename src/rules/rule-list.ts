/** The rulebook as it is in force: each rule's severity and policies, and who set them where. */

import { type Configuration, type RuleSetting, settingOf } from '../configuration/configuration.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Span } from '../base/source.ts'
import { textOf } from '../base/source.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { nameOf, textIn } from '../facts/fact.ts'
import { policyWords } from './policies.ts'
import { policiesReadBy } from './policies-read.ts'
import type { Policies, Policy } from './policy.ts'
import { SEVERITIES } from '../diagnostics/severity.ts'
import { LATE_KINDS } from './computed.ts'
import { judgedIn, principleOf } from './judged.ts'
import { kindsGiven, pointsAtCell, ruleLine } from './written-lines.ts'

/** A rule or an objective, as it stands in this workspace. */
export interface ListedRule {
  readonly fact: Fact
  readonly name: string
  readonly title: string
  /** The number of the principle that it checks. */
  readonly principle: number | undefined
  /** In force; `by instance` where the rule decides at each finding. */
  readonly severity: Severity | 'off' | 'by instance'
  /** The rule's own `severity`, as written; undefined where it has none, and so is an error. */
  readonly written: string | undefined
  /** What `concord.yaml` says of it. */
  readonly setting: RuleSetting | undefined
  /** The step after whose meeting it counts. */
  readonly after: string | undefined
  readonly source: string | undefined
  /** Written by the company, not built in. */
  readonly own: boolean
  /** The built-in rule of the same name whose place it takes. */
  readonly replaces: Span | undefined
  /** Not so for what is found about waivers, which would accept itself. */
  readonly waivable: boolean
  /** Whether it is about more than the one plan: else a waiver has nothing to name. */
  readonly ofFacts: boolean
  /** Whether its findings are about months, which a waiver of them may name. */
  readonly ofMonths: boolean
  /** Those that it reads, by itself or through the functions it calls. */
  readonly policies: readonly string[]
}

/** A policy, with the value in force for all families and for those with a value of their own. */
export interface ListedPolicy {
  readonly name: string
  readonly doc: string
  readonly general: PolicySetting
  readonly families: readonly (PolicySetting & { readonly family: string })[]
  /** What it would be had the company set nothing; undefined for a policy of its own. */
  readonly builtIn: string | undefined
  /** Of the value that its declaration gives. */
  readonly source: string | undefined
}

interface PolicySetting {
  /** As a plan writes it. */
  readonly value: string
  readonly place: Span
}

export interface RuleList {
  readonly rules: readonly ListedRule[]
  readonly policies: readonly ListedPolicy[]
}

/** `trees` are all that were bound, so that what a rule of the workspace replaces is seen. */
export function listRules(
  facts: Facts,
  policies: Policies,
  trees: readonly Tree[],
  configuration: Configuration,
): RuleList {
  const builtIn = builtInHeads(trees)
  const rules = judgedIn(facts).map((fact) =>
    listed(fact, facts, policies, settingOf(configuration, fact.name ?? ''), builtIn),
  )
  return { rules, policies: [...policies.values()].map((each) => listedPolicy(each, facts)) }
}

function listed(
  fact: Fact,
  facts: Facts,
  policies: Policies,
  setting: RuleSetting | undefined,
  builtIn: ReadonlyMap<string, Span>,
): ListedRule {
  const name = fact.name ?? ''
  const own = !fact.span.source.builtIn
  const written = ruleLine(fact, 'severity')
  const given = kindsGiven(fact)
  return {
    fact,
    name,
    title: textIn(fact, 'title') ?? '',
    principle: principleOf(fact),
    severity: setting?.level ?? severityOf(written),
    written,
    setting,
    after: ruleLine(fact, 'after'),
    source: textIn(fact, 'source'),
    own,
    replaces: own ? builtIn.get(`${fact.kind} ${name}`) : undefined,
    waivable: !given.some((kind) => LATE_KINDS.has(kind)),
    ofFacts: given.length > 0,
    ofMonths: given.includes('month') || pointsAtCell(fact),
    policies: policiesReadBy(fact, facts, policies),
  }
}

function severityOf(written: string | undefined): Severity | 'by instance' {
  if (written === undefined) return 'error'
  return SEVERITIES.find((severity) => severity === written) ?? 'by instance'
}

/** The head lines of built-in statements, by kind and name. */
function builtInHeads(trees: readonly Tree[]): ReadonlyMap<string, Span> {
  const heads = new Map<string, Span>()
  for (const { source, statements } of trees) {
    if (!source.builtIn) continue
    for (const { line } of statements) {
      const name = line.arguments[0]?.values[0]
      if (name?.sort === 'name') heads.set(`${line.keyword.text} ${name.text}`, line.span)
    }
  }
  return heads
}

function listedPolicy(policy: Policy, facts: Facts): ListedPolicy {
  const own = facts.of('policy').filter((fact) => wordOf(fact) === policy.name)
  const declared = own.find((fact) => fact.span.source.builtIn)
  const first = declared ?? own.find((fact) => textIn(fact, 'title') !== undefined)
  const value = declared?.fields.get('value')
  return {
    name: policy.name,
    doc: policy.doc,
    general: { value: valueOf(policy, policy.general), place: policy.by.span },
    families: [...policy.byFor].map(([family, by]) => ({
      family: nameOf(family),
      value: valueOf(policy, policy.byFamily.get(family)),
      place: by.span,
    })),
    builtIn: value === undefined ? undefined : textOf(value.span),
    source: first === undefined ? undefined : textIn(first, 'source'),
  }
}

function valueOf(policy: Policy, value: Parameters<typeof policyWords>[1]): string {
  return policy.mark === undefined ? 'unknown' : policyWords(policy, value)
}

function wordOf(policy: Fact): string | undefined {
  const value = policy.fields.get('policy')?.value
  return value?.type === 'word' ? value.word : undefined
}
