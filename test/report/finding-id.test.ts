// A finding's id: what keeps it, and what makes it another.

import { describe, expect, test } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'
import { findingId, findingIds } from '../../src/report/finding-id.ts'
import { entriesOf } from '../../src/report/problem-entry.ts'
import { jsonReport } from '../../src/report/json.ts'
import { reportOn } from '../../src/report/report.ts'
import type { Finding } from '../../src/rules/finding.ts'

const PLAN = `business "Test" {
  currency USD
}
unit each
family a {
  market "Everybody"
  strategy make-to-stock
  unit each
}
cycle 2026-12 {
  horizon 3 months
}
plan a for 2026-12 {
  opening inventory 50
  month sales operations
  2026-12 90 100
  2027-01 900 100
  2027-02 90 1000
}
`

function reviewed(...files: readonly string[]): Review {
  const today = parseDay('2026-11-22')
  if (today === undefined) throw new Error('no day')
  return check({
    sources: files.map((text, at) => makeSource(`${at}.sop`, text)),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'none' }),
  })
}

function stockOuts(...files: readonly string[]): readonly Finding[] {
  return reviewed(...files).judgement.findings.filter(({ rule }) => rule === NO_STOCKOUT)
}

const NO_STOCKOUT = ['balance', 'no-stockout'].join('/')
const ids = (findings: readonly Finding[]) => findings.map(findingId)

test('is 16 hexadecimal digits, and the same each time', () => {
  const [first, ...more] = ids(stockOuts(PLAN))
  expect(first).toMatch(/^[0-9a-f]{16}$/)
  expect(more).toEqual([])
  expect(ids(stockOuts(PLAN))).toEqual([first])
})

test('stays when lines move, to another file too, and when only the number changes', () => {
  const before = ids(stockOuts(PLAN))
  const at = PLAN.indexOf('cycle 2026-12')
  expect(ids(stockOuts(`# About this plan\n\n${PLAN}`))).toEqual(before)
  expect(ids(stockOuts(PLAN.slice(at), PLAN.slice(0, at)))).toEqual(before)
  expect(ids(stockOuts(PLAN.replace('01 900', '01 901')))).toEqual(before)
})

test('is another of another family and in another month', () => {
  const [before] = ids(stockOuts(PLAN))
  const renamed = ids(stockOuts(PLAN.replaceAll(/\ba\b/g, 'b')))
  const later = ids(stockOuts(PLAN.replace('01 900', '01 90').replace('02 90 ', '02 900 ')))
  expect(renamed).toHaveLength(1)
  expect(renamed).not.toContain(before)
  expect(later).not.toContain(before)
})

describe('twins, which say the same of the same things', () => {
  const ID = /"id": "(\w{16}(?:-\d)?)"/g
  const more = { named: [], notes: [], scenario: undefined }

  /** The review of a plan whose only finding is found twice: as it stands, and one letter later. */
  function twins(text: string, accepted = false): Review {
    const review = reviewed(text)
    const [finding] = review.judgement.findings.filter(({ rule }) => rule === NO_STOCKOUT)
    if (finding === undefined) throw new Error('nothing found')
    const { span } = finding
    const second = { ...finding, span: { ...span, start: span.start + 1 } }
    const judgement = accepted
      ? { ...review.judgement, findings: [second], waived: [finding] }
      : { ...review.judgement, findings: [second, finding] }
    return { ...review, judgement }
  }

  test('have ids of their own, by place, and the same in each form', () => {
    const review = twins(PLAN)
    const [second, first] = review.judgement.findings as [Finding, Finding]
    const id = findingId(first)
    const own = findingIds(review.judgement)
    expect([own.get(first), own.get(second)]).toEqual([id, `${id}-2`])
    const report = reportOn(review, () => true, more)
    const printed = [...jsonReport(report).matchAll(ID)].map(([, each]) => each)
    expect(printed).toEqual([`${id}-2`, id])
    expect(entriesOf(report).map((entry) => entry.id)).toEqual([id, `${id}-2`])
  })

  test('keep them when lines move, when one is accepted, and when one is not asked for', () => {
    const idOfSecond = (review: Review) => {
      const [second] = review.judgement.findings
      const report = reportOn(review, () => true, more)
      const alone = { ...report, findings: report.findings.slice(0, 1) }
      return [second && findingIds(review.judgement).get(second), entriesOf(alone)[0]?.id]
    }
    const before = idOfSecond(twins(PLAN))
    expect(before[0]).toMatch(/-2$/)
    expect(before[1]).toBe(before[0])
    expect(idOfSecond(twins(`# About this plan\n\n${PLAN}`))).toEqual(before)
    expect(idOfSecond(twins(PLAN, true))).toEqual(before)
  })
})
