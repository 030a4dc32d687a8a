// The published schemas say what is printed: every field, and no other.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { examplesRoot } from '../examples/workspaces.ts'
import { folderWith } from '../cli/folder.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = fileURLToPath(new URL('../../src/report/schemas/', import.meta.url))
const asOf = ['--as-of', '2026-11-20']
const json = ['--format', 'json']

/** Fields may be added in later releases; that this one has no other is for us to know. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(
    Object.entries(schema).map(([key, each]) => [key, closed(each)]),
  )
  return 'properties' in schema ? { ...inside, additionalProperties: false } : inside
}

function misfits(name: string, printed: string): readonly string[] {
  const schema = closed(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))) as object
  const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(schema)
  validate(JSON.parse(printed))
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`)
}

/** An example with a mistake of every sort: in its words, its names and its numbers. */
const BROKEN = folderWith({
  'concord.yaml': '',
  'plan.sop': `${readFileSync(join(examplesRoot, 'orlicky/orlicky.sop'), 'utf8')}
famly x
plan widgts for 2026-11 {
}
`,
})

const example = (name: string): string => join(examplesRoot, name)

const CALLS: readonly (readonly [schema: string, words: readonly string[]])[] = [
  ['check', ['check', example('acme'), ...asOf, ...json]],
  ['check', ['check', example('orlicky'), ...asOf, ...json]],
  ['check', ['check', example('own-rules'), ...asOf, ...json]],
  ['check', ['check', example('first-plan'), '--unguarded', ...asOf, ...json]],
  ['check', ['check', BROKEN, ...asOf, ...json]],
  ['diff', ['diff', '2026-10', '2026-11', '--folder', example('acme'), ...asOf, ...json]],
  ['diff', ['diff', BROKEN, example('orlicky'), '--folder', BROKEN, ...asOf, ...json]],
  ['compare', ['compare', 'previous', 'plan', example('acme'), ...asOf, ...json]],
  ['compare', ['compare', 'budget', 'plan', example('acme'), ...asOf, ...json]],
  ['rules', ['rules', example('own-rules'), ...json]],
  ['rules', ['rules', example('acme'), ...json]],
  ['test', ['test', example('own-rules'), ...json]],
]

test.each(CALLS)('%s is what %j prints', async (schema, words) => {
  const { output } = await called(...words)
  expect(misfits(schema, output)).toEqual([])
})

test('baseline is what --write-baseline writes', async () => {
  const file = join(BROKEN, 'known.json')
  await called('check', BROKEN, ...asOf, '--write-baseline', file)
  const written = readFileSync(file, 'utf8')
  expect(misfits('baseline', written)).toEqual([])
  expect(written).toContain('unknown-name')
})

test('each schema is held against something', () => {
  const known = new Set([...CALLS.map(([schema]) => schema), 'baseline'])
  const there = readdirSync(folder).map((name) => name.replace('.json', ''))
  expect(there.toSorted()).toEqual([...known].toSorted())
})
