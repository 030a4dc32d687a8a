// The command as npm installs it is in parts, some of which are loaded when they are called: it says
// what the command says that is one file.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { bundledCommand } from './bundle.ts'
import { folderWith } from './folder.ts'

const SHIPPED = resolve('dist/concord.cjs')

const MISTAKEN = `famly pumps {
  unit each
}
unit crate = 12 each )
family valves {
  unit each
}
plan valvs for Nov 2026 {
  month    sales  operation
  2026-11   1,200        1200
}
rule company/one "A rule" {
  given   family f
  require sale(f, 2026-11) >= 0 USD
}
`

/** By what they need: the folder, and the words. */
const CALLS: Readonly<Record<string, readonly [folder: string, ...words: string[]]>> = {
  'a plan in order': ['examples/level', 'check'],
  findings: ['examples/orlicky', 'check'],
  'seals, mixes, scenarios and many cycles': ['examples/acme', 'check', '--scenario', 'overtime'],
  mistakes: [folderWith({ 'concord.yaml': '', 'plan.sop': MISTAKEN }), 'check'],
  'settings with a mistake': [folderWith({ 'concord.yaml': 'fail-om: error\n' }), 'check'],
  'globs and colours': [
    folderWith({
      'concord.yaml': 'exclude: [drafts/**]\nreport: { color: always }\n',
      'plan.sop': MISTAKEN,
      'drafts/plan.sop': MISTAKEN,
    }),
    'check',
  ],
  'data of a report': ['examples/orlicky', 'check', '--format', 'json'],
  'a page of a diagnostic': ['examples/level', 'explain', 'missing-line'],
  'a page of a rule': ['examples/level', 'explain', 'balance/level'],
  'the tests of rules': ['examples/own-rules', 'test'],
  'the layout': ['examples/acme', 'fmt', '--check'],
  'a difference': ['examples/acme', 'diff', 'HEAD', 'HEAD'],
  'a wrong word': ['examples/acme', 'chekc'],
}

describe('the shipped command says what the sources say', () => {
  const sources = bundledCommand()
  test.each(Object.entries(CALLS))('of %s', (_, [folder, ...words]) => {
    const call = [...words, ...(words[0] === 'check' ? ['--as-of', '2026-11-20'] : [])]
    const { status, stdout, stderr } = spawnSync(process.execPath, [SHIPPED, ...call], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual(sources.tried(folder, ...call))
    expect(stdout + stderr).not.toBe('')
  })
})

test('code is kept for all parts but the smallest', () => {
  const files = readdirSync('dist')
  const parts = files.filter((name) => /^command.*\.cjs$/.test(name))
  const without = parts.filter((name) => !files.includes(name.replace(/cjs$/, 'cache')))
  expect(without).toEqual(['command-beside.cjs', 'command-git.cjs'])
})
