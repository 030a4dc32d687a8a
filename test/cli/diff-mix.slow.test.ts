// `concord diff` of item plans, in tables and in files of data.

import { describe, expect, test, vi } from 'vitest'

import type { DifferenceData } from '../../src/report/difference-data.ts'
import { called } from '../examples/command.ts'
import { changed, FAMILIES, FILES, MORE } from './kettle-works.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const ITEMS = `${FAMILIES}
item steel in kettles
item copper in kettles
`

const TABLE = `mix sales of kettles for 2026-11 {
  month    steel  copper
  2026-11    700     300
  2026-12    700     300
}
`

async function said({ folder }: Repository): Promise<readonly string[]> {
  const options = ['--folder', folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('diff', ...options)
  expect(code).toBe(0)
  const { statements, sheets, empty } = JSON.parse(output) as DifferenceData
  const all = statements.flatMap(({ statement, is, said: pieces }) =>
    is === 'changed'
      ? pieces.map(({ what, months, old, new: now }) =>
          [statement, what, months?.from, months?.to, old, now].join(' | '),
        )
      : [`${statement} is ${is}`],
  )
  expect(empty).toBe(all.length + sheets.length === 0)
  return all
}

test('what goes from one item to another is told, though their sum is the same', async () => {
  const repository = repositoryWith({ ...FILES, 'families.sop': ITEMS, 'mix.sop': TABLE })
  repository.write({
    'mix.sop': changed(TABLE, '2026-12    700     300', '2026-12    650     350'),
  })
  expect(await said(repository)).toEqual([
    'mix sales kettles 2026-11 | copper | 2026-12 | 2026-12 | 300 | 350',
    'mix sales kettles 2026-11 | steel | 2026-12 | 2026-12 | 700 | 650',
  ])
})

describe('of a file of data', () => {
  const FILE = 'mix sales of kettles for 2026-11 from "mix.csv"\n'
  const DATA = 'month,item,quantity\n2026-11,steel,700\n2026-11,copper,300\n'

  test('the numbers that changed are told', async () => {
    const files = { ...FILES, 'families.sop': ITEMS, 'mix.sop': FILE, 'mix.csv': DATA }
    const repository = repositoryWith(files)
    expect(await said(repository)).toEqual([])
    repository.write({ 'mix.csv': DATA.replace('700', '650').replace('300', '350') })
    expect(await said(repository)).toEqual([
      'mix sales kettles 2026-11 | copper | 2026-11 | 2026-11 | 300 | 350',
      'mix sales kettles 2026-11 | steel | 2026-11 | 2026-11 | 700 | 650',
    ])
  })

  test('a share is told where it is another, and not where the volume is', async () => {
    const shares = DATA.replace('700', '70%').replace('300', '30%')
    const statement = FILE.replace(' from', ' as share from')
    const files = { ...FILES, 'families.sop': ITEMS, 'mix.sop': statement, 'mix.csv': shares }
    const repository = repositoryWith(files)
    repository.write({ 'plan.sop': MORE })
    expect(await said(repository)).toEqual([])
    repository.write({ 'mix.csv': shares.replace('70%', '60%').replace('30%', '40%') })
    expect(await said(repository)).toEqual([
      'mix sales kettles 2026-11 | copper | 2026-11 | 2026-11 | 30% | 40%',
      'mix sales kettles 2026-11 | steel | 2026-11 | 2026-11 | 70% | 60%',
    ])
  })

  test('what moves from the file into a table says the same', async () => {
    const files = { ...FILES, 'families.sop': ITEMS, 'mix.sop': FILE, 'mix.csv': DATA }
    const repository = repositoryWith(files)
    const table =
      'mix sales of kettles for 2026-11 {\n  month    steel  copper\n  2026-11    700     300\n}\n'
    repository.write({ 'mix.sop': table })
    expect(await said(repository)).toEqual(['mix sales kettles 2026-11 | path |  |  | mix.csv | '])
  })
})
