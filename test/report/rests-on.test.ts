// Who checks a file sees what follows from its numbers, wherever that stands.

import { expect, test } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check } from '../../src/pipeline.ts'
import { reportOn } from '../../src/report/report.ts'

const FILES = {
  'business.sop': `business "Test" {
  currency USD
}
family a {
  market "Everybody"
  strategy make-to-stock
  unit each
}
family b {
  market "Everybody"
  strategy make-to-stock
  unit each
}
cycle 2026-12 {
  horizon 2 months
}
`,
  'sales.sop': `plan a for 2026-12 {
  month sales
  2026-12 90
  2027-01 100
}
`,
  'operations.sop': `plan a for 2026-12 {
  opening inventory 50
  month operations inventory
  2026-12 100 50
  2027-01 100 50
}
`,
  'b.sop': `plan b for 2026-12 {
  opening inventory 50
  month sales operations inventory
  2026-12 100 100 50
  2027-01 100 100 50
}
`,
}

function shown(...named: readonly string[]): readonly [found: number, elsewhere: number] {
  const today = parseDay('2026-12-22')
  if (today === undefined) throw new Error('no day')
  const review = check({
    sources: Object.entries(FILES).map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'none' }),
  })
  const more = { named, notes: [], scenario: undefined }
  const { findings, elsewhere } = reportOn(review, (path) => named.includes(path), more)
  const stocks = findings.filter(({ rule }) => rule.endsWith('ending-inventory'))
  return [stocks.length, elsewhere]
}

test('a stock that does not follow is shown to whoever wrote it, and who wrote its flows', () => {
  expect(shown('operations.sop')).toEqual([1, 0])
  expect(shown('sales.sop')).toEqual([1, 0])
})

test('and to nobody else', () => {
  expect(shown('b.sop')).toEqual([0, 1])
  expect(shown('business.sop')).toEqual([0, 1])
})
