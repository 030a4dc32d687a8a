// `concord diff` of a year with sealed commitments: which seals it calls broken.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'

import type { CommitmentData, DifferenceData } from '../../src/report/difference-data.ts'
import { called } from '../examples/command.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const ACME = join(import.meta.dirname, '../../examples/acme')

const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(ACME, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:sop|csv|yaml)$/.test(path))
    .map((path) => [path, readFileSync(join(ACME, path), 'utf8')]),
)

let repository: Repository

beforeAll(() => {
  repository = repositoryWith(FILES)
})

/** What is told of commitments where one file says something else. */
async function commitments(path: string, from: RegExp, to: string): Promise<readonly string[]> {
  const text = FILES[path] ?? ''
  expect(text).toMatch(from)
  repository.write({ ...FILES, [path]: text.replace(from, to) })
  const options = ['--folder', repository.folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('diff', ...options)
  expect(code).toBe(0)
  return (JSON.parse(output) as DifferenceData).commitments.map(words)
}

function words({ series, family, cycle, old, new: now }: CommitmentData): string {
  return `${series} ${family} ${cycle}: ${old} to ${now}`
}

test('a new price breaks the seal of this cycle, and of none that is closed', async () => {
  const price = 'price = 25.25 USD per each from 2027-01'
  const more = `${price}\n  price = 26 USD per each from 2027-03`
  expect(await commitments('finance.sop', new RegExp(price), more)).toEqual([
    'revenue medium-widgets 2026-11: sealed, holds to sealed, broken',
  ])
})

test('a commitment to a family that nobody knows is to no other', async () => {
  expect(await commitments('sales.sop', /(commit sales of )pumps/, '$1pmups')).toEqual([
    'sales pumps 2026-11: sealed, holds to null',
  ])
})

test('a seal of numbers that cannot be read is not broken', async () => {
  const found = await commitments('sales.sop', /(2027-01 +)40/, '$14O')
  expect(found).toContain('sales pumps 2026-11: sealed, holds to sealed, not judged')
  expect(found.filter((each) => each.includes('broken'))).toEqual([])
})
