/** How the tests of rules went, for programs. Its shape is stable: absent is null. */

import type { Finding } from '../rules/finding.ts'
import type { Expected, RuleCoverage, RuleTests, TestResult } from '../trials/rule-tests.ts'
import { jsonPlace } from './json-place.ts'
import { jsonText } from './json-text.ts'

const SHAPE = 1

export function jsonRuleTests({ results, coverage }: RuleTests): string {
  const content = {
    shape: SHAPE,
    held: results.filter(({ passed }) => passed).length,
    failed: results.filter(({ passed }) => !passed).length,
    tests: results.map(resultOf),
    coverage: coverage.map(coverageOf),
  }
  return jsonText(content)
}

function resultOf({ test, title, passed, problems, expected, unexpected }: TestResult) {
  return {
    title,
    place: jsonPlace(test.span),
    passed,
    problems: problems.map(({ code, severity, message, help, span }) => ({
      code,
      severity,
      message,
      help: help ?? null,
      place: jsonPlace(span),
    })),
    expected: expected.map(expectedOf),
    unexpected: unexpected.map(findingOf),
  }
}

function expectedOf({ rule, no, at, span, met, found, lacking }: Expected) {
  const place = jsonPlace(span)
  return { rule, no, at: at ?? null, place, met, found: found.map(findingOf), lacking }
}

function findingOf({ rule, message, span, places }: Finding) {
  return { rule, message, place: jsonPlace(span), at: places.map(({ reading }) => reading) }
}

function coverageOf({ rule, fired, held }: RuleCoverage) {
  return { rule: rule.name ?? null, place: jsonPlace(rule.span), fired, held }
}
