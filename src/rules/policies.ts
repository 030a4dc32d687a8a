/** Policies: thresholds that are declared with their meaning, and set for all or for one family. */

import type { Exact } from '../base/exact.ts'
import { closest } from '../base/suggest.ts'
import { printExact, printPercent } from '../base/exact.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { report } from './compiler.ts'
import type { Node } from './node.ts'
import type { Policies, Policy } from './policy.ts'
import { NUMBER } from './type.ts'

interface Literal {
  readonly value: Exact
  readonly percent: boolean
}

/** Reads all policies; what is wrong with one leaves the others as they are. */
export function readPolicies(facts: Facts): {
  policies: Policies
  problems: readonly Diagnostic[]
} {
  const problems: Diagnostic[] = []
  const policies = new Map<string, Policy>()
  const statements = facts.of('policy')
  for (const fact of statements) {
    const name = wordIn(fact, 'policy')
    const literal = literalOf(fact, problems)
    const doc = textIn(fact, 'title')
    if (name === undefined || literal === undefined || doc === undefined) continue
    policies.set(name, {
      name,
      doc,
      declared: fact,
      percent: literal.percent,
      general: literal.value,
      generalFrom: fact,
      byFamily: new Map(),
    })
  }
  const set = new Set<string>()
  for (const fact of statements) {
    if (textIn(fact, 'title') === undefined) apply(policies, fact, set, problems)
  }
  return { policies, problems }
}

function apply(
  policies: Map<string, Policy>,
  fact: Fact,
  set: Set<string>,
  problems: Diagnostic[],
): void {
  const name = wordIn(fact, 'policy')
  if (name === undefined) return
  const span = fact.fields.get('policy')?.span ?? fact.span
  const policy = policies.get(name)
  if (policy === undefined) {
    const near = closest(name, [...policies.keys()])
    problems.push(
      report(
        'unknown-policy',
        span,
        { name },
        near === undefined
          ? {}
          : {
              help: `Did you mean ${near}?`,
              mends: [{ title: `Write ${near}`, edits: [{ span, text: near }] }],
            },
      ),
    )
    return
  }
  const literal = literalOf(fact, problems)
  if (literal === undefined || !sameMark(policy, fact, literal, problems)) return
  const families = factsIn(fact, 'families')
  for (const whom of families.length === 0 ? [undefined] : families) {
    const key = `${name} ${whom === undefined ? '' : nameOf(whom)}`
    if (set.has(key)) {
      problems.push(
        report('policy-twice', fact.span, {
          name,
          whom: whom === undefined ? 'all families' : nameOf(whom),
        }),
      )
    }
    set.add(key)
  }
  policies.set(
    name,
    families.length === 0
      ? { ...policy, general: literal.value, generalFrom: fact }
      : {
          ...policy,
          byFamily: new Map([
            ...policy.byFamily,
            ...families.map((f) => [f, { value: literal.value, from: fact }] as const),
          ]),
        },
  )
}

function sameMark(policy: Policy, fact: Fact, literal: Literal, problems: Diagnostic[]): boolean {
  if (literal.percent === policy.percent) return true
  const span = fact.fields.get('value')?.span ?? fact.span
  const texts = policy.percent
    ? [`${printExact(literal.value)}%`, printPercent(literal.value)]
    : [printPercent(literal.value).replace('%', ''), printExact(literal.value)]
  problems.push(
    report(
      'policy-mark',
      span,
      {
        name: policy.name,
        declared: policy.percent ? 'a percentage' : 'a plain number',
        found: literal.percent ? 'a percentage' : 'a plain number',
      },
      {
        help: `Write ${texts[0]} or ${texts[1]}.`,
        mends: texts.map((text) => ({ title: `Write ${text}`, edits: [{ span, text }] })),
      },
    ),
  )
  return false
}

function literalOf(fact: Fact, problems: Diagnostic[]): Literal | undefined {
  const field = fact.fields.get('value')
  if (field === undefined) return undefined
  const expression = field.value.type === 'expression' ? field.value.expression : undefined
  if (expression?.sort === 'quantity' && expression.unit === undefined) {
    return { value: expression.value, percent: expression.percent }
  }
  problems.push(report('policy-not-literal', field.span, {}))
  return undefined
}

/** `mix-tolerance(f)` or `mix-tolerance`: the value about the family, else the general one. */
export function policyNode(
  compiler: Compiler,
  expression: Expression,
  name: string,
  family: Node | undefined,
): Node | undefined {
  const policy = compiler.policies.get(name)
  if (policy === undefined) return undefined
  const { general, byFamily } = policy
  if (family === undefined || byFamily.size === 0) {
    return { type: NUMBER, run: () => general, expression, parts: [], constant: general }
  }
  return {
    type: NUMBER,
    run: () => {
      const fact = family.run() as Fact | undefined
      return fact === undefined ? undefined : (byFamily.get(fact)?.value ?? general)
    },
    expression,
    parts: [family],
    unusable: family.unusable,
  }
}
