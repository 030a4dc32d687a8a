// `check` and `diff` of the library: the data that the command prints, from texts alone.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { check, diff, type Files, version } from '../../src/index.ts'
import { folderWith } from '../cli/folder.ts'
import { BUSINESS, changed, FILES, MORE } from '../cli/kettle-works.ts'
import { called } from '../examples/command.ts'
import { examplesRoot } from '../examples/workspaces.ts'

const asOf = '2026-11-20'

/** Everything in a folder that is a text of the plan. */
function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const wanted = paths.filter((path) => /\.(?:sop|csv|yaml)$/.test(path))
  return Object.fromEntries(
    wanted.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  )
}

/** As JSON has it: so that nothing in the data is lost when it is sent. */
async function printed(...words: readonly string[]): Promise<unknown> {
  const { output } = await called(...words, '--as-of', asOf, '--format', 'json')
  return JSON.parse(output) as unknown
}

describe('check', () => {
  test.each(['acme', 'orlicky', 'own-rules'])('of %s is what the command prints', async (name) => {
    const folder = join(examplesRoot, name)
    const data = await check(filesIn(folder), { asOf })
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(data).toEqual(await printed('check', folder))
  })

  test('judges what it is asked', async () => {
    const folder = join(examplesRoot, 'acme')
    const words = ['--cycle', '2026-10', '--step', 'demand-review', '--rule', 'balance']
    const options = { asOf, cycle: '2026-10', step: 'demand-review', rules: ['balance'] }
    const data = await check(filesIn(folder), options)
    expect(data).toEqual(await printed('check', folder, ...words))
    expect(data.outcomes.every(({ rule }) => rule.startsWith('balance/'))).toBe(true)
  })

  test('says what a planner wrote wrong, in a plan and in the settings', async () => {
    const broken = { 'plan.sop': 'famly x\n', 'concord.yaml': 'fail-on: sometimes\n' }
    const { diagnostics } = await check(broken, { asOf })
    expect(diagnostics.map(({ place }) => place.path)).toEqual(['concord.yaml', 'plan.sop'])
    const rule = { ...FILES, 'concord.yaml': 'rules:\n  balance/no-such: off\n' }
    const unknown = (await check(rule, { asOf })).diagnostics
    expect(unknown.map(({ place }) => place.path)).toEqual(['concord.yaml'])
  })

  test('reads item data that it is given, and says what it is not', async () => {
    const all = filesIn(join(examplesRoot, 'acme'))
    const { 'items.csv': items, ...rest } = all
    expect(items).toBeDefined()
    const { diagnostics } = await check(rest, { asOf })
    expect(diagnostics.some(({ message }) => message.includes('there is no such file'))).toBe(true)
  })

  test('refuses a name that is none, and finds none in an object’s own nature', async () => {
    await expect(check(FILES, { asOf: 'today' })).rejects.toThrow(RangeError)
    for (const options of [
      { cycle: '2031-01' },
      { cycle: 'November' },
      { scenario: 'none' },
      { step: 'none' },
      { rules: ['nowhere'] },
    ]) {
      await expect(check(FILES, { asOf, ...options })).rejects.toThrow(/There is no/)
    }
    const files = { ...FILES, 'items.sop': 'items kettles from "constructor"\n' }
    const { diagnostics } = await check(files, { asOf })
    expect(diagnostics.some(({ message }) => message.includes('there is no such file'))).toBe(true)
  })
})

describe('diff', () => {
  const after = {
    ...FILES,
    'plan.sop': MORE,
    'business.sop': changed(BUSINESS, 'within 10%', 'within 5%'),
  }

  test('of two sets of files is what the command prints of two folders', async () => {
    const folders = [folderWith(FILES), folderWith(after)] as const
    const data = await diff(FILES, after, { asOf, names: folders })
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(data).toEqual(await printed('diff', ...folders, '--folder', folders[0]))
    expect([data.empty, data.revenue, data.statements.length]).toEqual([false, '6000', 1])
  })

  test('of the same files is empty, and names its sides', async () => {
    const same = await diff(FILES, { ...FILES }, { asOf })
    expect([same.empty, same.base.name, same.other.name]).toEqual([true, 'base', 'other'])
  })

  test('says which side cannot be read in full', async () => {
    const { notes } = await diff({ ...FILES, 'x.sop': 'famly x\n' }, FILES, { asOf })
    expect(notes).toEqual([expect.stringMatching(/^base: .* The first is in x\.sop\.$/)])
  })
})

test('the version is that of the package', () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test.each(['acme', 'orlicky'])('what is said of %s keeps its ids when lines move', async (name) => {
  const files = filesIn(join(examplesRoot, name))
  const moved = Object.fromEntries(
    Object.entries(files).map(([path, text]) =>
      path.endsWith('.sop') ? [`moved/${path}`, `# Moved.\n\n${text}`] : [path, text],
    ),
  )
  const ids = async (of: Files): Promise<readonly string[]> => {
    const { findings, todos, waived } = await check(of, { asOf })
    return [...findings, ...todos, ...waived].map(({ id }) => id)
  }
  const before = await ids(files)
  expect(before.length).toBeGreaterThan(0)
  expect(new Set(before).size).toBe(before.length)
  expect(await ids(moved)).toEqual(before)
})
