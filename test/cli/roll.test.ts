// `concord roll` on a disk: all of it or none, and what is refused.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const BUSINESS = `business "Test" {
  currency USD
}
unit each
family widgets {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
item "1" in widgets
cycle 2026-11 {
  horizon 2 months
}
mix sales of widgets for 2026-11 from "mix.csv"
`

const PLAN = `plan widgets for 2026-11 {
  month               sales  operations
  2026-11 .. 2026-12     50          60
}
`

const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'plans/plan.sop': PLAN,
  'mix.csv': 'month,item,quantity\n2026-11,1,50\n2026-12,1,50\n',
}

/** Path → text of everything in a folder. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

test('the next cycle is open, and the closed one lies in its folder', async () => {
  const folder = folderWith(FILES)
  const { code, output } = await called('roll', '2026-12', folder)
  expect(code).toBe(0)
  expect(output).toContain('The cycle 2026-12 is open.')
  const content = contentOf(folder)
  expect(Object.keys(content)).toEqual([
    'business.sop',
    'closed/2026-11/business.sop',
    'closed/2026-11/mix.csv',
    'closed/2026-11/plans/plan.sop',
    'concord.yaml',
    'mix.csv',
    'plans/plan.sop',
  ])
  expect(content['closed/2026-11/plans/plan.sop']).toBe(PLAN)
  expect(content['plans/plan.sop']).toBe(`plan widgets for 2026-12 {
  month               sales  operations
  2026-12 .. 2027-01     50          60
}
`)
  expect((await called('check', folder, '--cycle', '2026-11')).code).toBe(0)
})

test('a dry run shows the differences and writes nothing', async () => {
  const folder = folderWith(FILES)
  const { code, output } = await called('roll', '2026-12', folder, '--dry-run')
  expect(code).toBe(0)
  expect(output).toContain('-  2026-11 .. 2026-12     50          60\n')
  expect(output).toContain('+++ closed/2026-11/plans/plan.sop')
  expect(contentOf(folder)).toEqual(FILES)
})

describe('refused, with nothing written', () => {
  /** What is said, once it is sure that nothing was written. */
  async function refusal(folder: string, month = '2026-12'): Promise<string> {
    const before = contentOf(folder)
    const said = await called('roll', month, folder).then(
      ({ output }) => output,
      (error: unknown) => String(error),
    )
    expect(contentOf(folder)).toEqual(before)
    return said
  }

  test('a month that is not the next, or none', async () => {
    const folder = folderWith(FILES)
    expect(await refusal(folder, '2027-01')).toContain('a month would have no cycle')
    expect(await refusal(folder, '2026-11')).toContain('is open already')
    expect(await refusal(folder, '2026-13')).toContain('this is no month')
  })

  test('the second of two rolls', async () => {
    const folder = folderWith(FILES)
    await called('roll', '2026-12', folder)
    expect(await refusal(folder)).toContain('The cycle 2026-12 is open already.')
  })

  test('a workspace that cannot be read', async () => {
    const folder = folderWith({ ...FILES, 'more.sop': 'plan gadgets for 2026-11 {\n}\n' })
    expect(await refusal(folder)).toContain('Nothing was rolled: more.sop: ')
  })

  test('a folder of the closed cycle that is there', async () => {
    const folder = folderWith({ ...FILES, 'closed/2026-11/notes.txt': 'mine' })
    expect(await refusal(folder)).toContain('there is a folder closed/2026-11 already')
  })

  test('a roll that was half undone: files put back, their closed copies left', async () => {
    const folder = folderWith({ ...FILES, 'closed/2026-11/business.sop': BUSINESS })
    expect(await refusal(folder)).toContain('there is a folder closed/2026-11 already')
  })

  test('a roll that broke off', async () => {
    const folder = folderWith(FILES)
    mkdirSync(join(folder, '.concord-roll'))
    expect(await refusal(folder)).toContain('a roll broke off here')
  })

  test('a closed cycle that concord.yaml leaves out', async () => {
    const folder = folderWith({ ...FILES, 'concord.yaml': 'exclude:\n  - "closed/**"\n' })
    expect(await refusal(folder)).toContain('concord.yaml leaves out closed/2026-11/business.sop')
    expect(existsSync(join(folder, 'closed'))).toBe(false)
  })

  test('files that are named', async () => {
    const folder = folderWith({ 'plan.sop': BUSINESS + PLAN })
    await expect(called('roll', '2026-12', join(folder, 'plan.sop'))).rejects.toThrow(
      'A roll is of a whole workspace.',
    )
  })
})

test('a file that is gone leaves everything as it was', async () => {
  const folder = folderWith(FILES)
  const before = contentOf(folder)
  const { writeRoll } = await import('../../src/cli/roll-files.ts')
  const { findWorkspace } = await import('../../src/cli/workspace.ts')
  const { DEFAULTS } = await import('../../src/configuration/configuration.ts')
  const { makeSource } = await import('../../src/base/source.ts')
  const changed = ['business.sop', 'plans/plan.sop'].map((path) => ({
    source: makeSource(path, before[path] ?? ''),
    text: 'changed\n',
  }))
  // The third is gone between reading and writing.
  const gone = { source: makeSource('gone.sop', ''), text: 'changed\n' }
  const rolled = {
    closed: 0 as never,
    opened: 0 as never,
    folder: 'closed/2026-11',
    changed: [...changed, gone],
    kept: new Map([['closed/2026-11/business.sop', BUSINESS]]),
    copies: [],
    notes: [],
  }
  await expect(writeRoll(findWorkspace([folder], folder), DEFAULTS, rolled)).rejects.toThrow(
    'gone.sop',
  )
  expect(contentOf(folder)).toEqual(before)
  writeFileSync(join(folder, 'gone.sop'), '')
  await writeRoll(findWorkspace([folder], folder), DEFAULTS, rolled)
  expect(readFileSync(join(folder, 'gone.sop'), 'utf8')).toBe('changed\n')
})
