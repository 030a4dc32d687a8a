// The programs of the README print what it says, run on the sources.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

import { folderWith } from '../cli/folder.ts'
import { root } from '../house/imports.ts'
import { README_PROGRAMS } from './readme-programs.ts'

test('the README has programs', () => {
  expect(README_PROGRAMS.length).toBeGreaterThan(0)
})

test.each(README_PROGRAMS)('prints what the README says: $output', async ({ code, output }) => {
  const folder = folderWith({})
  const program = join(folder, 'program.ts')
  writeFileSync(program, code)
  const build = await rolldown({
    input: program,
    cwd: root,
    platform: 'node',
    tsconfig: false,
    moduleTypes: { '.sop': 'text' },
    resolve: { alias: { 'concord-plan': join(root, 'src/index.ts') } },
  })
  await build.write({ dir: join(folder, 'out'), format: 'esm', entryFileNames: 'program.mjs' })
  await build.close()
  const words = [join(folder, 'out/program.mjs')]
  expect(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' })).toBe(output)
})
