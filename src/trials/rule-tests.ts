/** Runs a company's tests of its rules, and tells which rules no test has seen at work. */

import { compareSpans, type Span } from '../base/source.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportTrial } from '../diagnostics/trials.ts'
import { type Fact, textIn, wordIn } from '../facts/fact.ts'
import { checkTrees, type Review } from '../pipeline.ts'
import type { Finding } from '../rules/finding.ts'
import { judgedIn, judgedNamed } from '../rules/judged.ts'
import { unknownRules } from '../rules/rule-names.ts'
import { allKinds } from '../vocabulary/vocabulary.ts'
import { type Expectation, readExpectations } from './expectation.ts'
import { worldOf } from './world.ts'

/** One `expect` line, and what became of it. */
export interface Expected {
  readonly rule: string
  readonly no: boolean
  /** As written; undefined where the finding may be anywhere. */
  readonly at: string | undefined
  readonly span: Span
  readonly met: boolean
  /** The findings that it names: those that it wants, or with `no` those that it forbids. */
  readonly found: readonly Finding[]
  /** What the rule lacked, where it could judge nothing at all. */
  readonly lacking: readonly string[]
}

export interface TestResult {
  readonly test: Fact
  readonly title: string
  readonly passed: boolean
  /** What is wrong with the test itself. With an error in it nothing is expected of it. */
  readonly problems: readonly Diagnostic[]
  readonly expected: readonly Expected[]
  /** Findings of the rules it names that it does not expect. */
  readonly unexpected: readonly Finding[]
}

/** What all tests together have seen of one of the company's rules. */
export interface RuleCoverage {
  readonly rule: Fact
  /** Tests in which it spoke as expected. */
  readonly fired: number
  /** Tests that name it and in which it held of something. */
  readonly held: number
}

export interface RuleTests {
  readonly results: readonly TestResult[]
  readonly coverage: readonly RuleCoverage[]
}

interface Ran {
  readonly result: TestResult
  readonly fired: ReadonlySet<string>
  readonly held: ReadonlySet<string>
}

/** Runs every test for which `wanted` is true. The level of a rule in concord.yaml counts nothing. */
export function runRuleTests(review: Review, wanted: (test: Fact) => boolean): RuleTests {
  const ran = testsOf(review)
    .filter(wanted)
    .map((test) => runTest(test, review))
  const own = judgedIn(review.facts).filter((rule) => !rule.span.source.builtIn)
  return {
    results: ran.map(({ result }) => result),
    coverage: own.map((rule) => ({
      rule,
      fired: ran.filter(({ fired }) => fired.has(rule.name ?? '')).length,
      held: ran.filter(({ held }) => held.has(rule.name ?? '')).length,
    })),
  }
}

/** By place. */
export function testsOf({ facts }: Review): readonly Fact[] {
  return [...allKinds()]
    .filter((spec) => spec.encloses === true)
    .flatMap(({ kind }) => facts.of(kind))
    .toSorted((a, b) => compareSpans(a.span, b.span))
}

/** The tests that expect something of a rule, by place. */
export function testsNaming(review: Review, rule: string): readonly Fact[] {
  return testsOf(review).filter((test) => rulesNamedIn(test).has(rule))
}

function rulesNamedIn(test: Fact): ReadonlySet<string> {
  return new Set([...test.lines.values()].flat().flatMap((line) => wordIn(line, 'rule') ?? []))
}

function runTest(test: Fact, review: Review): Ran {
  const world = worldOf(test, review)
  const lines = [...test.lines.values()].flat().filter((line) => line.fields.has('rule'))
  const named = rulesNamedIn(test)
  const inside = checkTrees(world.trees, {
    configuration: DEFAULTS,
    today: world.today,
    readItems: () => ({ problem: 'a test reads no files' }),
    rules: [...named],
  })
  const { all, problems } = readExpectations(lines, inside)
  const nested = world.nested.map(({ line }) => reportTrial('test-inside-test', line.span, {}))
  const within = withinTest(test, inside, review)
  const empty = lines.length === 0 && within.length === 0 && nested.length === 0
  const own = [
    ...within,
    ...nested,
    ...(empty ? [reportTrial('test-expects-nothing', test.span, {})] : []),
    ...unknownRules(inside.facts, lines),
    ...problems,
  ].toSorted((a, b) => compareSpans(a.span, b.span))
  const base = { test, title: textIn(test, 'title') ?? '', problems: own }
  if (own.some(({ severity }) => severity === 'error')) {
    const result = { ...base, passed: false, expected: [], unexpected: [] }
    return { result, fired: new Set(), held: new Set() }
  }
  const { judgement } = inside
  const findings = [...judgement.findings, ...judgement.todos].toSorted((a, b) =>
    compareSpans(a.span, b.span),
  )
  const expected = all.map((each) => outcomeOf(each, findings, inside))
  const wanted = all.filter(({ no }) => !no)
  const forbidden = new Set(expected.flatMap(({ no, found }) => (no ? found : [])))
  const unexpected = findings.filter(
    (finding) => !forbidden.has(finding) && !wanted.some(({ fits }) => fits(finding)),
  )
  const passed = unexpected.length === 0 && expected.every(({ met }) => met)
  return {
    result: { ...base, passed, expected, unexpected },
    fired: new Set(expected.flatMap(({ no, met, rule }) => (met && !no ? [rule] : []))),
    held: new Set(judgement.outcomes.flatMap(({ rule, held }) => (held > 0 ? [rule] : []))),
  }
}

/** What is wrong in the test, and what keeps a rule that it names from being compiled in its world. */
function withinTest(test: Fact, inside: Review, outside: Review): readonly Diagnostic[] {
  const { source, start, end } = test.statement?.span ?? test.span
  const isOwn = ({ span }: Diagnostic): boolean =>
    span.source === source && span.start >= start && span.end <= end
  // What of the test itself cannot be read was found when the workspace was.
  const headed = outside.diagnostics.filter(isOwn)
  const known = new Set(headed.map(keyOf))
  const compiled = new Set(inside.judgement.outcomes.map(({ rule }) => rule))
  const broken = [...rulesNamedIn(test)].some(
    (name) => !compiled.has(name) && judgedNamed(inside.facts, name) !== undefined,
  )
  const others = inside.diagnostics.filter(
    (problem) => !known.has(keyOf(problem)) && (isOwn(problem) || broken),
  )
  return [...headed, ...others]
}

function keyOf({ code, span }: Diagnostic): string {
  return `${code} ${span.source.path} ${span.start}`
}

function outcomeOf(
  { rule, no, at, fact, fits }: Expectation,
  findings: readonly Finding[],
  { judgement }: Review,
): Expected {
  const found = findings.filter(fits)
  const outcome = judgement.outcomes.find((each) => each.rule === rule)
  const idle = outcome !== undefined && outcome.held === 0 && findings.every((f) => f.rule !== rule)
  const lacking = idle
    ? [
        ...judgement.unjudged.filter(({ rules }) => rules.includes(rule)).map(({ what }) => what),
        ...outcome.unusedAreas.map((area) => `${area}, which this test does not use`),
      ]
    : []
  const met = no ? found.length === 0 && lacking.length === 0 : found.length > 0
  return { rule, no, at, span: fact.span, met, found, lacking }
}
