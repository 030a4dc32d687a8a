/** The pages behind lenses: the places that one counts, and how the tests of a rule went. */

import { positionOf } from '../src/base/source.ts'
import { code, type Document, GAP, heading, list } from '../src/markup/document.ts'
import { ruleTestsReport } from '../src/report/rule-tests.ts'
import { type Lens, lenses } from '../src/service/lenses.ts'
import type { Snapshot } from '../src/service/snapshot.ts'
import { type RuleTests, runRuleTests, testsNaming } from '../src/trials/rule-tests.ts'
import { isPageOf, pageUri, saidIn } from './page-uri.ts'
import type { Root } from './root.ts'

const PLACES = 'places'
const TESTS = 'tests'
const WIDTH = 100

/** Which lens of a file: by the line it stands above, from 0, and what it says. */
export interface LensAt {
  readonly path: string
  readonly line: number
  readonly title: string
}

/** Undefined where the file has changed so that there is no such lens any more. */
export function lensAt(snapshot: Snapshot, { path, line, title }: LensAt): Lens | undefined {
  return lenses(snapshot, path).find(
    ({ span, title: said }) => said === title && lineOf(span) === line,
  )
}

function lineOf({ source, start }: Lens['span']): number {
  return positionOf(source, start).line - 1
}

export function placesPageOf({ path: root }: Root, { path, line, title }: LensAt): string {
  return pageUri(PLACES, title, [root, path, String(line), title])
}

export function testsPageOf({ path: root }: Root, rule: string): string {
  return pageUri(TESTS, `tests of ${rule}`, [root, rule])
}

/** Runs the tests that name a rule. */
export function testRule({ review }: Snapshot, rule: string): RuleTests {
  const naming = new Set(testsNaming(review, rule))
  const { results, coverage } = runRuleTests(review, (test) => naming.has(test))
  return { results, coverage: coverage.filter((each) => each.rule.name === rule) }
}

export function isLensPage(uri: string): boolean {
  return isPageOf(PLACES, uri) || isPageOf(TESTS, uri)
}

/** Undefined where the text no longer has what the URI names. */
export function lensPage(roots: readonly Root[], uri: string): Document | undefined {
  const [path, ...said] = saidIn(uri)
  const snapshot = roots.find((root) => root.path === path)?.snapshot
  if (snapshot === undefined) return undefined
  return isPageOf(TESTS, uri) ? testsPage(snapshot, said) : placesPage(snapshot, said)
}

function placesPage(
  snapshot: Snapshot,
  [path = '', line, title = '']: readonly string[],
): Document | undefined {
  const lens = lensAt(snapshot, { path, line: Number(line), title })
  if (lens === undefined) return undefined
  const items = lens.places.map(({ span, text }) => {
    const { line: at, column } = positionOf(span.source, span.start)
    return [code(`${span.source.path}:${at}:${column}`), ` ${text}`]
  })
  return [heading(1, title), GAP, list(items)]
}

function testsPage(snapshot: Snapshot, [rule = '']: readonly string[]): Document | undefined {
  const tests = testRule(snapshot, rule)
  if (tests.results.length === 0) return undefined
  return [heading(1, `Tests of ${rule}`), GAP, ...ruleTestsReport(tests, { width: WIDTH })]
}
