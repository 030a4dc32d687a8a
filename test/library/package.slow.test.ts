// The package as it is built: its programs run and fit its types, as a project of someone else's.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { folderWith } from '../cli/folder.ts'
import { root } from '../house/imports.ts'
import { README_PROGRAMS } from './readme-programs.ts'

/** Uses of the package that its types must allow; a line that they must refuse stands below its sign. */
const USES = `
import { check, type CheckData, diff, type DifferenceData, type FindingData, version } from 'concord-plan'

const data: CheckData = await check({ 'a.sop': '' }, { asOf: '2026-11-20', rules: ['balance'] })
const first: FindingData | undefined = data.findings[0]
const why: string | null | undefined = first?.why
const change: DifferenceData = await diff({}, {}, { asOf: '2026-11-20', names: ['a', 'b'] })
const money: string | null = change.revenue
// @ts-expect-error -- a day is asked for
await check({}, {})
// @ts-expect-error -- an unknown number is null
const sure: string = change.sheets[0]!.lines[0]!.rows[0]!.new
// @ts-expect-error -- what it gives is not to be changed
data.findings.push()
// @ts-expect-error -- files are texts
await diff({ 'a.sop': 1 }, {}, { asOf: '2026-11-20' })
export { money, sure, version, why }
`

const OPTIONS = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: ['*.ts'],
}

let project = ''

beforeAll(() => {
  execFileSync(process.execPath, ['src/build/bundle.mjs'], { cwd: root, stdio: 'pipe' })
  const programs = README_PROGRAMS.map(({ code }, at) => [`program-${at}.ts`, code])
  project = folderWith({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(OPTIONS),
    'uses.ts': USES,
    ...Object.fromEntries(programs),
  })
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(root, join(project, 'node_modules/concord-plan'), 'junction')
})

describe('the built package', () => {
  test('has types that its programs fit, and that refuse what is wrong', () => {
    const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
    const words = [join(typescript, 'bin/tsc'), '--project', project]
    const { stdout, status } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  test.each(README_PROGRAMS)('prints what the README says: $output', ({ code, output }) => {
    // Types are all that Node 20 cannot read of them.
    const plain = code.replace(/, type \w+/g, '').replace(/(const \w+): \w+/g, '$1')
    const program = join(project, 'program.mjs')
    writeFileSync(program, plain)
    expect(execFileSync(process.execPath, [program], { cwd: root, encoding: 'utf8' })).toBe(output)
  })

  test('offers what package.json says, and nothing behind it', async () => {
    const needs = createRequire(join(project, 'package.json'))
    const all = ['schema.json', 'schemas/check.json', 'schemas/diff.json', 'package.json']
    for (const name of all) expect(needs(`concord-plan/${name}`)).toBeTypeOf('object')
    expect(() => needs.resolve('concord-plan/dist/command.cjs')).toThrow(/not exported|exports/)
  })
})
