/** Policies: thresholds that are declared with their meaning, and set for all or for one family. */

import type { Duration } from '../base/date.ts'
import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { closest } from '../base/suggest.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { meant, report, wrong } from './compiler.ts'
import { printDuration } from './display.ts'
import type { Node } from './node.ts'
import type { Policies, Policy, PolicyMark } from './policy.ts'
import { DAYS, NUMBER, type Type } from './type.ts'
import type { Known } from './value.ts'

/** The policies while they are read. */
interface Reading {
  readonly policies: Map<string, Policy>
  readonly problems: Diagnostic[]
  /** What has been set by the workspace, by policy and family: the statement that did. */
  readonly set: Map<string, Fact>
  readonly meaningOf: (name: string) => string | undefined
}

/**
 * Reads all policies; what is wrong with one leaves the others as they are. `meaningOf` says what a
 * name is already, so that no policy takes the place of a series or a function.
 */
export function readPolicies(
  facts: Facts,
  meaningOf: (name: string) => string | undefined,
): { policies: Policies; problems: readonly Diagnostic[] } {
  const reading: Reading = { policies: new Map(), problems: [], set: new Map(), meaningOf }
  const statements = facts.of('policy')
  const declares = (fact: Fact) => textIn(fact, 'title') !== undefined
  for (const fact of statements.filter(declares)) declare(reading, fact)
  for (const fact of statements.filter((each) => !declares(each))) apply(reading, fact)
  return { policies: reading.policies, problems: reading.problems }
}

/** A declaration; that of a workspace sets a built-in policy. */
function declare(reading: Reading, fact: Fact): void {
  const name = wordIn(fact, 'policy')
  if (name === undefined) return
  const { policies, problems } = reading
  const meaning = reading.meaningOf(name)
  if (meaning !== undefined) {
    const span = fact.fields.get('policy')?.span ?? fact.span
    problems.push(report('name-taken', span, { name, meaning }))
    return
  }
  if (factsIn(fact, 'families').length > 0) {
    problems.push(report('policy-declared-about', fact.span, { name }))
  }
  const before = policies.get(name)
  const own = !fact.span.source.builtIn
  if (own && !isFirst(reading, fact, name, DECLARED)) return
  if (before !== undefined) return setGeneral(reading, fact, name, before)
  const literal = literalOf(reading, fact)
  policies.set(name, {
    name,
    doc: textIn(fact, 'title') ?? '',
    mark: literal?.mark,
    general: literal?.value ?? 0,
    byFamily: new Map(),
    by: fact,
    byFor: new Map(),
  })
}

/** A line that cannot be read sets nothing: it may be about one family. */
function apply(reading: Reading, fact: Fact): void {
  const name = wordIn(fact, 'policy')
  if (name === undefined || fact.damaged) return
  const policy = reading.policies.get(name)
  if (policy === undefined) {
    const span = fact.fields.get('policy')?.span ?? fact.span
    const near = closest(name, [...reading.policies.keys()])
    reading.problems.push(report('unknown-policy', span, { name }, meant(span, near)))
    return
  }
  const families = factsIn(fact, 'families')
  if (families.length === 0) return setGeneral(reading, fact, name, policy)
  const literal = literalOf(reading, fact)
  if (literal === undefined || !sameMark(reading, fact, name, policy, literal)) return
  const byFamily = new Map(policy.byFamily)
  const byFor = new Map(policy.byFor)
  for (const family of families) {
    if (!isFirst(reading, fact, name, nameOf(family))) continue
    byFamily.set(family, literal.value)
    byFor.set(family, fact)
  }
  reading.policies.set(name, { ...policy, byFamily, byFor })
}

function setGeneral(reading: Reading, fact: Fact, name: string, policy: Policy): void {
  const literal = literalOf(reading, fact)
  if (literal === undefined || !sameMark(reading, fact, name, policy, literal)) return
  if (!isFirst(reading, fact, name, ALL)) return
  reading.policies.set(name, { ...policy, general: literal.value, by: fact })
}

const ALL = 'all families'
/** A declaration gives a value that the workspace may still set. */
const DECLARED = 'all families, and declared'

/** Reports what is set a second time for the same family, or for all. */
function isFirst({ set, problems }: Reading, fact: Fact, name: string, whom: string): boolean {
  const key = `${name} ${whom}`
  const before = set.get(key)
  if (before === undefined) {
    set.set(key, fact)
    return true
  }
  const labels = [{ span: before.span, text: 'the first' }]
  const values = { name, whom: whom === DECLARED ? ALL : whom }
  problems.push(report('policy-twice', fact.span, values, { labels }))
  return false
}

interface Literal {
  readonly value: Known
  readonly mark: PolicyMark
}

const MARK_WORDS: Readonly<Record<PolicyMark, string>> = {
  percent: 'a percentage',
  number: 'a plain number',
  length: 'a length of time',
}

function sameMark(
  { problems }: Reading,
  fact: Fact,
  name: string,
  { mark }: Policy,
  literal: Literal,
): boolean {
  if (mark === undefined || literal.mark === mark) return mark !== undefined
  const span = fact.fields.get('value')?.span ?? fact.span
  const texts = otherMark(mark, literal)
  const values = { name, declared: MARK_WORDS[mark], found: MARK_WORDS[literal.mark] }
  const extras = {
    ...(texts.length === 0 ? {} : { help: `Write ${texts.join(' or ')}.` }),
    mends: texts.map((text) => ({ title: `Write ${text}`, edits: [{ span, text }] })),
  }
  problems.push(report('policy-mark', span, values, extras))
  return false
}

/** The two that may be meant: `2%` and `200%` for a bare 2, `2` and `0.02` for 2%. */
function otherMark(mark: PolicyMark, literal: Literal): readonly string[] {
  if (mark === 'length' || literal.mark === 'length') return []
  const value = literal.value as Exact
  const percent = exact.printPercent(value)
  const plain = exact.printExact(value)
  return mark === 'percent' ? [`${plain}%`, percent] : [percent.replace('%', ''), plain]
}

/** The value behind `=`; what is no plain value is reported. */
function literalOf({ problems }: Reading, fact: Fact): Literal | undefined {
  const field = fact.fields.get('value')
  if (field === undefined) return undefined
  const expression = field.value.type === 'expression' ? field.value.expression : undefined
  const literal = expression && plainLiteral(expression)
  if (literal === undefined) problems.push(report('policy-not-literal', field.span, {}))
  return literal
}

function plainLiteral(expression: Expression): Literal | undefined {
  const negative = expression.sort === 'unary' && expression.operator === '-'
  const literal = negative ? expression.operand : expression
  if (literal.sort !== 'quantity' || literal.unit !== undefined) return undefined
  const { value, percent, duration } = literal
  if (duration === undefined) {
    return { value: negative ? exact.negate(value) : value, mark: percent ? 'percent' : 'number' }
  }
  if (negative || typeof value !== 'number') return undefined
  return { value: { count: value, of: duration }, mark: 'length' }
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
  const { general, byFamily, mark } = policy
  if (mark === undefined) {
    compiler.program.broken = true
    return wrong(expression)
  }
  const type = mark === 'length' ? lengthType([general, ...byFamily.values()]) : NUMBER
  const marked = mark === 'percent' ? { percent: () => true } : {}
  // Where no family has a value of its own, it does not matter which one is asked for.
  if (family === undefined || byFamily.size === 0) {
    return { type, run: () => general, expression, parts: [], constant: general, ...marked }
  }
  return {
    type,
    run: () => {
      const fact = family.run() as Fact | undefined
      return fact === undefined ? undefined : (byFamily.get(fact) ?? general)
    },
    expression,
    parts: [family],
    ...marked,
    unusable: family.unusable,
  }
}

/** A value for one family may be in days where the general one is in months. */
function lengthType(values: readonly Known[]): Type {
  const isMonths = (value: Known) =>
    typeof value === 'object' && 'of' in value && value.of === 'month'
  if (values.every(isMonths)) return { is: 'duration', in: 'months' }
  return values.some(isMonths) ? { is: 'duration', in: 'any' } : DAYS
}

/** A value of a policy as a plan writes it: the general one, or the one given. */
export function policyWords({ mark, general }: Policy, value: Known = general): string {
  if (mark === 'percent') return exact.printPercent(value as Exact)
  if (mark === 'length') return printDuration(value as Duration)
  return exact.printExact(value as Exact)
}
