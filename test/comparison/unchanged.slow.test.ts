// Leaving out families that no changed statement is about changes nothing that a difference says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { differenceBetween } from '../../src/difference/difference.ts'
import type { End } from '../../src/difference/end.ts'
import { unchangedBetween } from '../../src/difference/unchanged.ts'
import { check } from '../../src/pipeline.ts'
import { differenceJson } from '../../src/report/difference-json.ts'

// Each case checks a whole workspace, and machines are busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const ACME = 'examples/acme'
/** Two closed cycles are enough of the year. */
const KEPT = /^(?!closed|scenarios)|^closed\/2026-(?:09|10)/

type Texts = Readonly<Record<string, string>>

/** Without the files of items, which are no part of the texts that are compared. */
const texts: Texts = Object.fromEntries(
  readdirSync(ACME, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sop') && KEPT.test(path))
    .map((path) => {
      const text = readFileSync(join(ACME, path), 'utf8')
      return [path, text.replace(/^\w.* from ".*\n/gm, '')]
    }),
)

function endOf(name: string, files: Texts): End {
  const today = parseDay('2026-11-20')
  if (today === undefined) throw new Error('no day')
  const review = check({
    sources: Object.entries(files).map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'there is no such file' }),
  })
  return { name, review }
}

const base = endOf('base', texts)

/** Where a number stands: in a row, or anywhere else. */
const PLACES = Object.entries(texts).flatMap(([path, text]) =>
  [...text.matchAll(/(?<=[ +-])\d+(?=\s)/g)].map(({ index, 0: digits }) => ({
    path,
    index,
    digits,
  })),
)

/** The ones in the tables of plans, which are what changes most. */
const PLANNED = [...PLACES.keys()].filter((at) => {
  const { path, index } = PLACES[at] ?? { path: '', index: 0 }
  const line = texts[path]?.slice(0, index).split('\n').at(-1) ?? ''
  return /(?:sales|operations)\.sop$/.test(path) && /^ {2}\d{4}-\d\d /.test(line)
})

const edited = fc
  .oneof(
    fc.uniqueArray(fc.constantFrom(...PLANNED), { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.nat(PLACES.length - 1), { minLength: 1, maxLength: 3 }),
  )
  .map((places) => {
    const files = { ...texts }
    // From the end on, so that places before stay where they are.
    for (const at of places.toSorted((a, b) => b - a)) {
      const { path, index, digits } = PLACES[at] ?? { path: '', index: 0, digits: '' }
      const text = files[path] ?? ''
      const changed = String(Number(digits) + 3)
      files[path] = text.slice(0, index) + changed + text.slice(index + digits.length)
    }
    return files
  })

/** How often the short way was taken: a property that never tries it proves nothing. */
const spared = { some: 0, none: 0 }

test('whatever number changes', () => {
  fc.assert(
    fc.property(edited, fc.boolean(), (files, back) => {
      const other = endOf('other', files)
      const [before, after] = back ? [other, base] : [base, other]
      const same = unchangedBetween(before, after)
      const families = base.review.facts.of('family').map(({ name }) => name ?? '')
      spared[families.every(same.touches) ? 'none' : 'some'] += 1
      const quick = differenceBetween(before, after, same)
      const whole = differenceBetween(before, after, { ...same, touches: () => true })
      expect(differenceJson(quick, [])).toBe(differenceJson(whole, []))
    }),
    { numRuns: 30 },
  )
  expect(spared.some).toBeGreaterThan(5)
  expect(spared.none).toBeGreaterThan(0)
})
