/** How the tests of rules went: what `concord test` prints. */

import { and } from '../base/phrases.ts'
import { textOf } from '../base/source.ts'
import {
  type Block,
  code,
  type Document,
  entry,
  faint,
  GAP,
  paragraph,
  piece,
  type Text,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Finding } from '../rules/finding.ts'
import type { Expected, RuleCoverage, RuleTests, TestResult } from '../trials/rule-tests.ts'
import { diagnosticBlocks } from './problem-blocks.ts'
import { counted } from './words.ts'

export interface RuleTestsOptions {
  readonly width: number
}

export function ruleTestsReport(tests: RuleTests, { width }: RuleTestsOptions): Document {
  const { results, coverage } = tests
  return [
    ...results.flatMap((result) => resultBlocks(result, width)),
    GAP,
    ...coverageBlocks(coverage),
    paragraph(verdict(results)),
  ]
}

function resultBlocks(result: TestResult, width: number): readonly Block[] {
  const { passed, title, test, problems, expected, unexpected } = result
  const mark = passed ? piece('good', 'holds') : piece('error', 'fails')
  const head = entry([mark], [title, faint(` (${placeOf(test.span)})`)], 0)
  const blocks = problems.flatMap((problem) => [
    GAP,
    ...diagnosticBlocks(problem, [], { width, withWhy: false }).filter(
      ({ kind }) => kind !== 'gap',
    ),
  ])
  if (passed || blocks.length > 0) return [head, ...blocks, ...(blocks.length > 0 ? [GAP] : [])]
  const missed = expected.filter(({ met }) => !met)
  return [
    head,
    ...missed.flatMap(missedBlocks),
    ...unexpected.map((finding) => entry(['found:   '], saidBy(finding), 2)),
    GAP,
  ]
}

function missedBlocks({ span, no, found, lacking }: Expected): readonly Block[] {
  const none: readonly Text[] = no ? [] : ['nothing of the kind']
  const what =
    lacking.length > 0
      ? [`the rule could judge nothing; it lacks ${and(lacking)}`]
      : found.length > 0
        ? found.map(saidBy)
        : none
  return [
    entry(['expected:'], [code(textOf(span)), faint(` (${placeOf(span)})`)], 2),
    ...what.map((text) => entry(['found:   '], text, 2)),
  ]
}

/** With the place as `expect` writes it, where that is a cell. */
function saidBy({ rule, message, places, span }: Finding): Text {
  const at = places.map(({ reading }) => reading).filter((reading) => reading !== '')
  const where =
    at.length === 0 ? '' : ` at ${at[0]}${at.length > 1 ? ` and ${at.length - 1} more` : ''}`
  return [code(`${rule}${where}`), `: ${message}`, faint(` (${placeOf(span)})`)]
}

function coverageBlocks(coverage: readonly RuleCoverage[]): readonly Block[] {
  const named = (rules: readonly RuleCoverage[]) => and(rules.map(({ rule }) => rule.name ?? ''))
  const silent = coverage.filter(({ fired }) => fired === 0)
  const loud = coverage.filter(({ held }) => held === 0)
  if (coverage.length === 0) return []
  const all = silent.length === 0 && loud.length === 0
  return [
    ...(silent.length === 0 ? [] : [entry(['Never seen to speak:'], named(silent), 0)]),
    ...(loud.length === 0 ? [] : [entry(['Never seen to hold: '], named(loud), 0)]),
    ...(all
      ? [
          paragraph(
            `Each of your ${counted(coverage.length, 'rule')} both speaks and holds in a test.`,
          ),
        ]
      : []),
    GAP,
  ]
}

function verdict(results: readonly TestResult[]): Text {
  const failed = results.filter(({ passed }) => !passed).length
  const held = results.length - failed
  const good = counted(held, 'test holds', 'tests hold')
  if (failed === 0) return [piece('good', `${good}.`)]
  return [piece('error', counted(failed, 'test fails', 'tests fail')), `; ${good}.`]
}
