/** The other side of a difference, taken from the first where only rows of tables differ. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'

import { parseDay, type Day } from '../../src/base/date.ts'
import { makeSource, type Span } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { differenceBetween } from '../../src/difference/difference.ts'
import type { Difference } from '../../src/difference/difference.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { check, type Keep, makeKeep, type Review } from '../../src/pipeline.ts'
import { differenceJson } from '../../src/report/difference-json.ts'
import { differenceReport } from '../../src/report/difference.ts'

const ACME = 'examples/acme'
/** Two closed cycles are enough of the year. */
const KEPT = /^(?!closed|scenarios)|^closed\/2026-(?:09|10)/
const today = parseDay('2026-11-20') as Day

type Texts = Readonly<Record<string, string>>

/** Without the files of items: where there are any, both sides are checked afresh. */
const texts: Texts = Object.fromEntries(
  readdirSync(ACME, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.sop') && KEPT.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(ACME, path), 'utf8')
      return [path, text.replace(/^\w.* from ".*\n/gm, '')]
    }),
)

function reviewOf(files: Texts, like?: Review, keep?: Keep): Review {
  return check({
    sources: Object.entries(files).map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'there is no such file' }),
    like,
    keep,
  })
}

/** Places of numbers in rows, and of anything else. */
const ROWS = Object.entries(texts).flatMap(([path, text]) =>
  [...text.matchAll(/^ +\d{4}-\d{2}[^\n#]*/gm)].flatMap(({ 0: row, index }) =>
    [...row.matchAll(/(?<= )\d+(?= |$)/g)].map((number) => ({ path, at: index + number.index })),
  ),
)
const PATHS = Object.keys(texts)

const inRow = fc.record({
  place: fc.constantFrom(...ROWS),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('1', '2', '4', '7', '9') },
    fc.constantFrom(' ', '-', '.', '#', '\uFFFD', '"', '{'),
  ),
})
const anywhere = fc
  .record({ path: fc.constantFrom(...PATHS), at: fc.nat(4000), text: fc.constantFrom('x', '1') })
  .map(({ path, at, text }) => ({ place: { path, at: at % (texts[path]?.length ?? 1) }, text }))

/** Letters that are overwritten, so that no text gets longer; sometimes one is put in between. */
const edited = fc.record({
  edits: fc.array(fc.oneof({ weight: 12, arbitrary: inRow }, anywhere), {
    minLength: 1,
    maxLength: 3,
  }),
  longer: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
})

function applied({ edits, longer }: typeof edited extends fc.Arbitrary<infer Of> ? Of : never) {
  const files: Record<string, string> = { ...texts }
  for (const { place, text } of edits) {
    const before = files[place.path] ?? ''
    files[place.path] = before.slice(0, place.at) + text + before.slice(place.at + (longer ? 0 : 1))
  }
  return files
}

function printed(difference: Difference): string {
  const { judgement, diagnostics } = difference.other.review
  const { findings, todos, waived, outcomes, unjudged } = judgement
  const told = [...findings, ...todos, ...waived].map((finding) => [
    finding.key,
    finding.message,
    placeOf(finding.span),
    finding.evidence.map(({ reading, value, span }) => [reading, value, span && placeOf(span)]),
    finding.mend?.edits.map(({ span, text }) => [placeOf(span), text]),
  ])
  const wrong = diagnostics.map(({ code, message, span }) => [code, message, placeOf(span)])
  return [
    differenceJson(difference, []),
    printMarkdown(differenceReport(difference, [])),
    JSON.stringify([told, wrong, outcomes, unjudged]),
  ].join('\n')
}

/** With the text of the line, which must be that of the side that it is of. */
function placeOf({ source, start, end }: Span): readonly unknown[] {
  const from = source.text.lastIndexOf('\n', start) + 1
  const newline = source.text.indexOf('\n', end)
  return [source.path, start, end, source.text.slice(from, newline === -1 ? undefined : newline)]
}

/** How often a side was taken from the first. */
export const taken = { count: 0 }

export const sameAsAfresh = fc.property(edited, (each) => {
  const files = applied(each)
  const keep = makeKeep()
  const base = { name: 'base', review: reviewOf(texts, undefined, keep) }
  const quick = reviewOf(files, base.review, keep)
  taken.count += Number(quick.facts.references === base.review.facts.references)
  const between = (review: Review): string =>
    printed(differenceBetween(base, { name: 'other', review }))
  return between(quick) === between(reviewOf(files))
})
