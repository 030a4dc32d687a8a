// A finding's id: what keeps it, and what makes it another.

import { expect, test } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check } from '../../src/pipeline.ts'
import { findingId, findingIds } from '../../src/report/finding-id.ts'
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

function stockOuts(...files: readonly string[]): readonly Finding[] {
  const today = parseDay('2026-11-22')
  if (today === undefined) throw new Error('no day')
  const { judgement } = check({
    sources: files.map((text, at) => makeSource(`${at}.sop`, text)),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'none' }),
  })
  return judgement.findings.filter(({ rule }) => rule === NO_STOCKOUT)
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

test('of findings that say the same of the same, the second is told apart', () => {
  const [finding] = stockOuts(PLAN)
  if (finding === undefined) throw new Error('nothing found')
  const twin = { ...finding }
  const id = findingId(finding)
  expect([...findingIds([finding, twin]).values()]).toEqual([id, `${id}-2`])
})
