// What git shows of a plan once it knows how to compare plans.

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { planRows } from '../../src/report/plan-rows.ts'
import { bundledCommand } from './bundle.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const PLAN = `# a plan
plan kettles for 2026-11 {
  opening inventory 100
  month               sales  operations   # in each
  2026-11              1000        1050
  2026-12 .. 2027-01   1200        1150   # the fair
  2027-02 ..            900         950
}
`

const rows = (text: string): string => planRows(parse(makeSource('plan.sop', text)))

test('each row says whose it is and each number its column', () => {
  expect(rows(PLAN).split('\n').slice(3, 8)).toEqual([
    '  month               sales  operations   # in each',
    '  plan kettles for 2026-11 | 2026-11 | sales 1000 | operations 1050',
    '  plan kettles for 2026-11 | 2026-12 .. 2027-01 | sales 1200 | operations 1150 # the fair',
    '  plan kettles for 2026-11 | 2027-02 .. | sales 900 | operations 950',
    '}',
  ])
})

test.each([
  '',
  'plan {',
  'plan x for 2026-11 {\n month sales\n 2026-11\n}',
  '\uFFFD\n| |',
  PLAN.replace(/}/, ''),
])('has a line for each line of %j', (text) => {
  expect(rows(text).split('\n')).toHaveLength(text.split('\n').length)
})

const concord = bundledCommand()

test('git diff speaks of families and columns, and once is enough', () => {
  const folder = folderWith({ 'my plan.sop': PLAN, '.gitattributes': '*.csv text' })
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' })
  const setup = (): string => concord.run(folder, 'git-setup')
  git('init', '--quiet')
  git('add', '--all')
  expect(setup()).toContain('.gitattributes says now')
  expect(setup()).toContain('says it already')
  expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe(
    '*.csv text\n*.sop diff=concord merge=concord\n',
  )
  writeFileSync(
    join(folder, 'my plan.sop'),
    PLAN.replace('1150', '1250').replace('  950', '   950'),
  )
  const changed = git('diff', '--unified=0', '--', 'my plan.sop').split('\n').slice(4)
  expect(changed).toEqual([
    '@@ -6 +6 @@ plan kettles for 2026-11 {',
    '-  plan kettles for 2026-11 | 2026-12 .. 2027-01 | sales 1200 | operations 1150 # the fair',
    '+  plan kettles for 2026-11 | 2026-12 .. 2027-01 | sales 1200 | operations 1250 # the fair',
    '',
  ])
})

test('2: outside of a repository', () => {
  const folder = folderWith({ 'plan.sop': PLAN })
  const { status, stderr } = concord.tried(folder, 'git-setup')
  expect([status, stderr]).toEqual([2, expect.stringContaining('no working tree of git')])
})

test.each([
  ['*.sop diff=concord\n', '*.sop diff=concord merge=concord\n'],
  [
    '*.sop text diff=concord eol=lf\r\n*.csv text',
    '*.sop text diff=concord merge=concord eol=lf\r\n*.csv text',
  ],
  ['*.sop diff=concord merge=union\n', '*.sop diff=concord merge=union\n'],
  ['*.sop diff=concord -merge\n', '*.sop diff=concord -merge\n'],
  ['*.sop text', '*.sop text\n*.sop diff=concord merge=concord\n'],
])('the attributes %j become %j', (before, after) => {
  const folder = folderWith({ '.gitattributes': before })
  execFileSync('git', ['-C', folder, 'init', '--quiet'])
  concord.run(folder, 'git-setup')
  expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe(after)
})
