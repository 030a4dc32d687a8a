// `concord diff` of findings that are gone: mended, or no longer judged.

import { expect, test, vi } from 'vitest'

import type { DifferenceData } from '../../src/report/difference-data.ts'
import { called } from '../examples/command.ts'
import { changed, FAMILIES, FILES, MORE, PLAN } from './kettle-works.ts'
import { repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

type Files = Readonly<Record<string, string>>

/** The rules whose findings are gone, with their months: of what is mended, and of what is silent. */
async function gone(before: Files, after: Files) {
  const repository = repositoryWith({ ...FILES, ...before })
  repository.write({ ...FILES, ...after })
  const options = ['--folder', repository.folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('diff', ...options)
  expect(code).toBe(0)
  const { findings, empty } = JSON.parse(output) as DifferenceData
  expect(empty).toBe(false)
  const told = (list: DifferenceData['findings']['mended']): readonly string[] =>
    list.map(({ rule, monthsConcerned }) =>
      [rule, ...monthsConcerned.map(({ from, to }) => `${from} .. ${to}`)].join(' '),
    )
  return { mended: told(findings.mended), silent: told(findings.noLongerJudged) }
}

/** Nothing is in stock from December on. */
const SHORT = changed(PLAN, '2026-11 ..   1000        1000', '2026-11 ..   1000         950')

test('a number that is right now mends its finding', async () => {
  const stockout = 'balance/no-stockout 2027-01 .. 2027-02'
  expect(await gone({ 'plan.sop': SHORT }, {})).toEqual({ mended: [stockout], silent: [] })
})

test('months that are unknown now are no longer judged, and the others are mended', async () => {
  const cut = changed(
    SHORT,
    '2026-11 ..   1000         950',
    `2026-11 .. 2027-01  1000  1000
  2027-02             1000     -`,
  )
  expect(await gone({ 'plan.sop': SHORT }, { 'plan.sop': cut })).toEqual({
    mended: ['balance/no-stockout 2027-01 .. 2027-01'],
    silent: ['balance/no-stockout 2027-02 .. 2027-02'],
  })
})

test('a line that cannot be read judges nothing', async () => {
  const broken = changed(SHORT, '        950', '        95O')
  expect(await gone({ 'plan.sop': SHORT }, { 'plan.sop': broken })).toEqual({
    mended: [],
    silent: ['balance/no-stockout 2027-01 .. 2027-02'],
  })
})

test('a rule that is switched off judges nothing', async () => {
  const off = { 'plan.sop': SHORT, 'concord.yaml': 'rules:\n  balance/no-stockout: off\n' }
  expect(await gone({ 'plan.sop': SHORT }, off)).toEqual({
    mended: [],
    silent: ['balance/no-stockout 2027-01 .. 2027-02'],
  })
})

test('an area that is no longer in use is not in order', async () => {
  const late = FAMILIES.replace('per each', 'per each from 2027-01')
  const none = FAMILIES.replace(/conversion[^}]*\}\n/, '')
  const { mended, silent } = await gone({ 'families.sop': late }, { 'families.sop': none })
  expect(mended).toEqual([])
  expect(silent).toContain('alignment/price-known 2026-11 .. 2026-12')
})

test('what the next cycle no longer looks at is not mended', async () => {
  const next = `${SHORT}cycle 2027-02 {
  horizon 4 months
}
plan kettles for 2027-02 {
  opening inventory 0
  month       sales  operations
  2027-02 ..   1000        1000
}
`
  const { mended, silent } = await gone({ 'plan.sop': SHORT }, { 'plan.sop': next })
  expect(mended).toContain('balance/no-stockout 2027-02 .. 2027-02')
  expect(silent).toContain('balance/no-stockout 2027-01 .. 2027-01')
})

test('a change that is taken back is mended', async () => {
  const { mended, silent } = await gone({ 'plan.sop': MORE }, {})
  expect(mended).toContain('commitment/change-inside-fence 2026-12 .. 2026-12')
  expect(silent).toEqual([])
})

test('a waiver that nobody needs is mended by taking it out', async () => {
  const waived = `${PLAN}waive balance/no-stockout about kettles {
  by      president until 2027-02
  because "We buy what is missing."
}
`
  expect(await gone({ 'plan.sop': waived }, {})).toEqual({
    mended: ['commitment/waiver-unused'],
    silent: [],
  })
})

test('a number that nobody says any more mends nothing', async () => {
  const wrong = `cycle 2026-11 {
  horizon 4 months
}
plan kettles for 2026-11 {
  opening inventory 100
  month       sales  operations  inventory
  2026-11 ..   1000        1000        777
}
`
  const { mended, silent } = await gone(
    { 'plan.sop': wrong },
    { 'plan.sop': wrong.split('plan')[0] ?? '' },
  )
  const found = 'balance/ending-inventory 2026-11 .. 2026-11'
  expect(silent).toContain(found)
  expect(mended).not.toContain(found)
})
