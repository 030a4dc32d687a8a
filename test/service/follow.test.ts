// What a keystroke in a table leaves as it was, and what it lets go.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { parseDay, type Day } from '../../src/base/date.ts'
import { lineStartsOf, makeSource } from '../../src/base/source.ts'
import { allProblems } from '../../src/service/problems.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { BUSINESS, FAMILY } from './cursor.ts'
import { printed } from './printed.ts'

const today = parseDay('2026-11-20') as Day
const ALL = BUSINESS + FAMILY
const PLAN = `plan widgets for 2026-11 {
  month    sales  operations   # as agreed
  2026-11    100         110
  2026-12 ..  90          80   # less
}
`
const path = 'plan.sop'

function workspaceOf(text: string, follows = true): Workspace {
  const workspace = new Workspace(today, { follows })
  workspace.apply({ files: [{ path, text }] })
  void workspace.snapshot.review
  return workspace
}

function typed(workspace: Workspace, text: string): Workspace {
  workspace.apply({ files: [{ path, text }] })
  return workspace
}

test('a change that changes nothing leaves the snapshot', () => {
  const workspace = workspaceOf(ALL + PLAN)
  const { snapshot } = workspace
  expect(typed(workspace, ALL + PLAN).snapshot).toBe(snapshot)
  expect(workspace.apply({ files: [{ path: 'other.sop', text: undefined }] })).toBe(snapshot)
  expect(workspace.apply({ today })).toBe(snapshot)
  const problem = { span: { source: makeSource(path, ''), start: 0, end: 0 } }
  const problems = [problem] as never
  expect(workspace.apply({ files: [{ path, text: ALL + PLAN, problems }] })).not.toBe(snapshot)
})

test.each([
  ['a space before a number', '    100', '     100'],
  ['a space behind a row', '110\n', '110  \n'],
  ['a space in the head', 'sales  ', 'sales   '],
  ['a word in a comment', '# as', '# all as'],
  ['a comment', '110\n', '110  # enough\n'],
  ['another number', ' 100 ', ' 107 '],
])('%s is followed without binding anything', (_, from, to) => {
  const workspace = workspaceOf(ALL + PLAN)
  const { facts } = workspace.snapshot.review
  const text = ALL + PLAN.replace(from, to)
  expect(text).not.toBe(ALL + PLAN)
  const { snapshot } = typed(workspace, text)
  expect(snapshot.review.facts).toBe(facts)
  expect(printed(snapshot)).toBe(printed(workspaceOf(text, false).snapshot))
})

test('lines are where they are in the text, whatever is typed', () => {
  const workspace = workspaceOf(ALL + PLAN)
  const edits = [
    [' 100 ', ' 1000 '],
    ['\n  2026-11', '\n    2026-11'],
    ['110\n', '110\n\n'],
    ['  90 ', '9 '],
    ['', ''],
  ] as const
  let text = ALL + PLAN
  for (const [from, to] of edits) {
    const known = workspace.snapshot.source(path)
    if (known === undefined) throw new Error('no source')
    expect(lineStartsOf(known)).toEqual(lineStartsOf(makeSource(path, text)))
    text = text.replace(from, to)
    void typed(workspace, text).snapshot.review
  }
})

test('a sign that makes a file unreadable is told of, wherever it stands', () => {
  const text = ALL + PLAN.replace('# as', '# \uFFFDas')
  const { snapshot } = typed(workspaceOf(ALL + PLAN), text)
  expect(snapshot.review.diagnostics.map(({ code }) => code)).toContain('not-utf8')
})

test('what was found before a keystroke is not kept', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const workspace = workspaceOf(ALL + PLAN)
  const models = Array.from({ length: 30 }, (_, at) => {
    // Each number breaks something, so that there are findings of every keystroke.
    typed(workspace, ALL + PLAN.replace(' 100 ', ` ${200 + at} `))
    void allProblems(workspace.snapshot)
    return new WeakRef(workspace.snapshot.review.model)
  })
  // What a weak reference has led to stays until the turn ends.
  await new Promise((done) => setImmediate(done))
  collect()
  // The last; and the first, with which rules were compiled that read none of these numbers.
  expect(models.filter((model) => model.deref() !== undefined).length).toBeLessThan(4)
})

test('a `let` that reads another one follows its numbers, though that one is remembered', () => {
  const rule = `rule x/most "At most 200 are sold" {
  let     total = sum(sales(widgets, t) for month t in horizon)
  let     twice = total * 2
  given   month q in horizon
  where   total > 0
  require twice < 4000 each
  at      sales(widgets, q)
  message "{twice} are sold"
}
`
  const text = ALL + PLAN + rule
  const broken = ({ snapshot }: Workspace) =>
    snapshot.review.judgement.outcomes.find(({ rule }) => rule === 'x/most')?.broken
  const workspace = workspaceOf(text)
  expect(broken(workspace)).toBe(0)
  const other = ALL + PLAN.replace(' 100 ', '9000 ') + rule
  expect(broken(typed(workspace, other))).toBe(broken(workspaceOf(other, false)))
  expect(broken(workspace)).toBeGreaterThan(0)
})
