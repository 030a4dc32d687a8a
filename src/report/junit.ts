/** The report of JUnit: a suite a principle, a case a rule. Strict readers of its schemas take it. */

import { printDay } from '../base/date.ts'
import type { FailOn } from '../configuration/configuration.ts'
import { reaches } from '../diagnostics/severity.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Outcome } from '../rules/finding.ts'
import { type Entry, entriesOf } from './problem-entry.ts'
import { PRINCIPLES } from './principles.ts'
import type { Report } from './report.ts'
import { counted } from './words.ts'
import { element, XML_HEAD, xmlText } from './xml.ts'

interface Case {
  readonly name: string
  /** Problems of the level that fails the gate, and others. */
  readonly failing: readonly Entry[]
  readonly passing: readonly Entry[]
  /** Why nothing was judged; undefined where something was. */
  readonly skipped: string | undefined
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** A rule fails with problems from the level on at which the gate fails; others are its output. */
export function junitReport(report: Report, { failOn }: { readonly failOn: FailOn }): string {
  const day = printDay(report.review.model.today)
  const suites = suitesOf(report, failOn).map((suite, at) => `  ${suiteText(suite, at, day)}\n`)
  return `${XML_HEAD}${element('testsuites', {}, ['\n', ...suites])}\n`
}

function suitesOf(report: Report, failOn: FailOn): readonly Suite[] {
  const byName = new Map<string, Entry[]>()
  for (const entry of entriesOf(report)) {
    const key = `${entry.problem.sort} ${entry.name}`
    byName.set(key, [...(byName.get(key) ?? []), entry])
  }
  const caseOf = (sort: Entry['problem']['sort'], name: string, skipped?: string): Case => {
    const entries = byName.get(`${sort} ${name}`) ?? []
    const failing = entries.filter(({ severity }) => reaches(severity, failOn))
    const passing = entries.filter((entry) => !failing.includes(entry))
    return { name, failing, passing, skipped: entries.length === 0 ? skipped : undefined }
  }
  const codes = new Set(report.diagnostics.map(({ code }) => code))
  const language: Suite = {
    name: 'What the files say',
    cases: [...codes].toSorted().map((code) => caseOf('diagnostic', code)),
  }
  const { outcomes } = report.review.judgement
  const named = PRINCIPLES.map(({ number, name }) => ({ number, title: `${number} ${name}` }))
  const principles = [...named, { number: undefined, title: 'Other rules' }].map(
    ({ number, title }): Suite => ({
      name: title,
      cases: outcomes
        .filter((outcome) => outcome.principle === number)
        .map((outcome) => caseOf('finding', outcome.rule, reasonOf(outcome))),
    }),
  )
  return [language, ...principles.filter(({ cases }) => cases.length > 0)]
}

function reasonOf({ severity, held, broken, unjudged, unusedAreas }: Outcome): string | undefined {
  if (severity === 'off') return 'switched off'
  if (held + broken > 0) return undefined
  if (unjudged > 0) return 'numbers are missing'
  if (unusedAreas.length > 0) return `no use is made of ${unusedAreas.join(', ')}`
  return 'nothing to judge'
}

function suiteText({ name, cases }: Suite, id: number, day: string): string {
  const said = cases.flatMap(({ passing }) => passing.map(lineOf))
  const attributes = {
    name,
    package: 'concord',
    id,
    timestamp: `${day}T00:00:00`,
    hostname: 'localhost',
    tests: cases.length,
    failures: cases.filter(({ failing }) => failing.length > 0).length,
    errors: 0,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
    time: 0,
  }
  return element('testsuite', attributes, [
    `\n    ${element('properties', {}, [element('property', { name: 'as-of', value: day })])}\n`,
    ...cases.map((each) => `    ${caseText(each)}\n`),
    `    ${element('system-out', {}, said.length === 0 ? [] : [xmlText(said.join('\n'))])}\n`,
    '    <system-err/>\n  ',
  ])
}

function caseText({ name, failing, skipped }: Case): string {
  const attributes = { name, classname: `concord.${name.replace(/\/.*/, '')}`, time: 0 }
  if (failing.length === 0) {
    return element(
      'testcase',
      attributes,
      skipped === undefined ? [] : [element('skipped', {}, [xmlText(skipped)])],
    )
  }
  const [first] = failing as readonly [Entry, ...Entry[]]
  const message = failing.length === 1 ? first.message : counted(failing.length, 'problem')
  const text = xmlText(failing.map(lineOf).join('\n'))
  const failure = element('failure', { message, type: first.severity }, [text])
  return element('testcase', attributes, [failure])
}

function lineOf({ span, severity, name, message, help }: Entry): string {
  const advice = help === undefined ? '' : ` Do: ${help}`
  return `${placeOf(span)}: ${severity} ${name}: ${message}${advice}`.replaceAll('\n', ' ')
}
