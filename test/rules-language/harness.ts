/** The one place where the tests of the rule language touch the checker. */

import { parseDay } from '../../src/base/date.ts'
import { printMonth } from '../../src/base/month.ts'
import type { MonthRange } from '../../src/base/month.ts'
import { makeSource, positionOf, textOf } from '../../src/base/source.ts'
import type { Configuration, RuleLevel } from '../../src/configuration/configuration.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { check, type Review } from '../../src/pipeline.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { PLAN } from './plan.ts'

export interface Given {
  /** The plan that the text is added to; unsaid, that of `plan.ts`. */
  readonly plan?: string
  readonly today?: string
  readonly scenario?: string
  /** Rules that are judged; unsaid, those that the text brings, which begin with `test/`. */
  readonly rules?: readonly string[] | 'all'
  readonly levels?: Readonly<Record<string, RuleLevel>>
}

const PATH = 'rules.sop'

/** Checks a text of rules over a plan. */
export function review(text: string, given: Given = {}): Review {
  const today = parseDay(given.today ?? '2026-11-30')
  if (today === undefined) throw new Error(`${given.today} is no day`)
  const rules = makeSource(PATH, text)
  return check({
    sources: [makeSource('plan.sop', given.plan ?? PLAN), rules],
    configuration: withLevels(given.levels ?? {}),
    today,
    readItems: (name) => ({ problem: `a test has no file ${name}` }),
    rules: given.rules === 'all' ? undefined : (given.rules ?? ['test', 'goal']),
    ...(given.scenario === undefined ? {} : { scenario: given.scenario }),
  })
}

function withLevels(levels: Readonly<Record<string, RuleLevel>>): Configuration {
  const span = { source: makeSource('concord.yaml', ''), start: 0, end: 0 }
  return {
    ...DEFAULTS,
    rules: new Map(Object.entries(levels).map(([rule, level]) => [rule, { level, span }])),
  }
}

/** An expression, and lines such as `given` that stand before it in its rule. */
export type Case = readonly [expression: string, ...lines: readonly string[]]

/** A rule over one expression: what it is for each value of its variables, as a message. */
export function ruleOf([expression, ...lines]: Case, name = 'test/it'): string {
  return [
    `rule ${name} "It" {`,
    ...lines.map((line) => `  ${line}`),
    `  let it = ${expression}`,
    '  require known(it) and not known(it)',
    '  at business',
    '  message "{it}"',
    '}',
    '',
  ].join('\n')
}

/** The values of an expression, one for each instance. */
export function valuesOf(expression: string, ...lines: readonly string[]): readonly string[] {
  const seen = review(ruleOf([expression, ...lines]))
  if (seen.diagnostics.length > 0) throw new Error(said(seen.diagnostics).join('\n'))
  return seen.judgement.findings.map((finding) => finding.message)
}

/** The values of many expressions, each judged as a rule of its own. */
export function results(cases: readonly Case[], given: Given = {}): readonly (readonly string[])[] {
  const seen = review(cases.map((each, at) => ruleOf(each, `test/it-${at}`)).join(''), given)
  if (seen.diagnostics.length > 0) throw new Error(said(seen.diagnostics).join('\n'))
  return cases.map((_, at) =>
    seen.judgement.findings.flatMap(({ rule, message }) =>
      rule === `test/it-${at}` ? [message] : [],
    ),
  )
}

/** What is said against an expression. */
export function problemsOf(expression: string, ...lines: readonly string[]): readonly string[] {
  return said(review(ruleOf([expression, ...lines])).diagnostics)
}

/** `code at "text": message Help.`, one a diagnostic; a code alone is enough for some tests. */
export function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, span, message, help }) =>
    [`${code} at \`${textOf(span)}\`: ${message}`, ...(help === undefined ? [] : [help])].join(' '),
  )
}

/** What is said against each of many expressions, over several lines: for a file of wording. */
export function explained(cases: readonly Case[]): readonly string[] {
  const rules = cases.map((each, index) => ruleOf(each, `test/it-${index}`))
  const { diagnostics } = review(rules.join(''))
  let end = 0
  return cases.map(([expression, ...lines], index) => {
    const start = end
    end += rules[index]?.length ?? 0
    const own = diagnostics.filter(({ span }) => span.start >= start && span.start < end)
    const head = lines.length === 0 ? expression : `${expression}    (${lines.join('; ')})`
    const words = own.length === 0 ? ['  nothing is said'] : own.flatMap(paragraph)
    return [head, ...words, ''].join('\n')
  })
}

function paragraph({ code, span, message, help, mends }: Diagnostic): readonly string[] {
  return [
    `  ${code} at \`${textOf(span)}\``,
    `    ${message}`,
    ...(help === undefined ? [] : [`    ${help}`]),
    ...mends.map(({ title }) => `    -> ${title}`),
  ]
}

/** `3:5 error test/it: message`, one a finding. */
export function found(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ span, severity, rule, message, months }) => {
    const { line, column } = positionOf(span.source, span.start)
    const when = months.map(monthsWritten)
    return [`${line}:${column}`, severity, rule, ...when].join(' ') + `: ${message}`
  })
}

/** What could not be judged: `sales of paint 2027-01: 3 of test/it`. */
export function unjudged({ judgement }: Review): readonly string[] {
  return judgement.unjudged.map(
    ({ what, months, rules, instances }) =>
      [what, ...months.map(monthsWritten)].join(' ') + `: ${instances} of ${rules.join(', ')}`,
  )
}

export function monthsWritten({ from, to }: MonthRange): string {
  return from === to ? printMonth(from) : `${printMonth(from)} .. ${printMonth(to)}`
}
