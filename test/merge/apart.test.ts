// A merge is read over again where its versions differ; what all say in the same words is passed over.

import { expect, test } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { apart } from '../../src/merge/apart.ts'
import { misstated } from '../../src/merge/verify.ts'

const treeOf = (text: string) => parse(makeSource('plan.sop', text))
const plan = (family: string, sales: number) =>
  `plan ${family} for 2026-11 {\n  month    sales\n  2026-11   ${sales}\n}\n`

function heads(...texts: readonly string[]): readonly (readonly string[])[] {
  return apart(texts.map(treeOf)).map(({ statements }) =>
    statements.map(({ span }) => span.source.text.slice(span.start).split(' {')[0] ?? ''),
  )
}

test('a statement that all have is left out, wherever it stands', () => {
  const base = plan('pumps', 40) + plan('valves', 7)
  expect(heads(base, plan('valves', 7) + plan('pumps', 41))).toEqual([
    ['plan pumps for 2026-11'],
    ['plan pumps for 2026-11'],
  ])
})

test('one that is missing from a version, or is said twice in one, stays in all', () => {
  const both = plan('pumps', 40) + plan('valves', 7)
  expect(heads(both, plan('pumps', 40))).toEqual([['plan valves for 2026-11'], []])
  expect(heads(plan('pumps', 40), plan('pumps', 40) + plan('pumps', 1))).toEqual([
    ['plan pumps for 2026-11'],
    ['plan pumps for 2026-11', 'plan pumps for 2026-11'],
  ])
})

test('a merge that lost a statement, or has one twice, is found out', () => {
  const text = plan('pumps', 40) + plan('valves', 7)
  const trees = { base: treeOf(text), ours: treeOf(text), theirs: treeOf(text) }
  const merged = (of: string) => misstated(trees, { ours: treeOf(of), theirs: treeOf(of) })
  expect(merged(text)).toEqual([])
  expect(merged(plan('pumps', 40))).toContain('plan valves for 2026-11 | sales | 2026-11')
  expect(merged(text + plan('valves', 7))).toContain('plan valves for 2026-11 | sales | 2026-11')
})
