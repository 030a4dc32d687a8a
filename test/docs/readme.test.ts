// Every sample of the README is a file of the repository, or what the command really prints.

import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

import { CHECK_FORMATS } from '../../src/cli/check-formats.ts'
import { DIFF_FORMATS } from '../../src/cli/diff-formats.ts'
import { called } from '../examples/command.ts'
import { pinned } from '../golden.ts'
import { withSamples } from './samples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md'] as const

test('the samples of the README are real', async () => {
  const path = join(root, 'README.md')
  const document = readFileSync(path, 'utf8')
  const real = await withSamples(document, show)
  expect(real).toBe(pinned(path, real))
})

test.each(DOCUMENTS)('the links of %s lead somewhere', (name) => {
  const document = readFileSync(join(root, name), 'utf8')
  const links = [...document.matchAll(/\]\(([^)#:]+)\)/g)].map((found) => found[1] ?? '')
  const lost = links.filter((link) => !existsSync(join(root, name, '..', link)))
  expect(lost).toEqual([])
})

test('the table of commands knows what the help knows', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const rows = new Map(
    [...readme.matchAll(/^\| `concord (\S+?)[` ](.*)$/gm)].map(([, name = '', does = '']) => [
      name,
      does,
    ]),
  )
  const { output } = await called('--help')
  const commands = [...output.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = '']) => name)
  expect([...rows.keys()].toSorted()).toEqual(commands.filter((name) => name !== 'help').toSorted())
  for (const [name, does] of rows) {
    const help = (await called(name, '--help')).output
    const options = [...does.matchAll(/--[a-z-]+/g)].map(([option]) => option)
    expect(options.filter((option) => !help.includes(option))).toEqual([])
  }
})

test.each([
  ['check', CHECK_FORMATS],
  ['diff', DIFF_FORMATS],
])('the README and the help name each form of %s', async (name, formats) => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const row = new RegExp(`^\\| \`concord ${name} .*--format ([^\`]*)`, 'm').exec(readme)?.[1]
  expect(row?.split('\\|')).toEqual(Object.keys(formats))
  const { output } = await called(name, '--help')
  const said = / --format <form> ([^(]*)/.exec(output)?.[1]?.trim()
  expect(said?.split(/,\s+|\s+or\s+/)).toEqual(Object.keys(formats))
})

/** `file PATH`, `concord check FOLDER …`, `with "OLD" as "NEW": concord check FOLDER …`. */
async function show(what: string): Promise<string> {
  const file = /^file (\S+)$/.exec(what)
  if (file !== null) return readFileSync(join(root, file[1] ?? ''), 'utf8')
  const call = /^(?:with "(.+)" as "(.+)": )?concord check (\S+)(.*)$/.exec(what)
  if (call === null) throw new Error(`The README asks for a sample that nobody knows: ${what}`)
  const [, old, young, folder = '', options = ''] = call
  const words = options.split(' ').filter((word) => word !== '')
  const copy = mkdtempSync(join(tmpdir(), 'concord-readme-'))
  try {
    cpSync(join(root, folder), copy, { recursive: true })
    if (old !== undefined && young !== undefined) change(copy, old, young)
    return (await called('check', copy, ...words)).output
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Writes a text anew in the one plan file that has it. */
function change(folder: string, old: string, young: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sop'))
  const changed = files.filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    if (!text.includes(old)) return false
    writeFileSync(join(folder, name), text.replace(old, young))
    return true
  })
  expect(changed.length).toBe(1)
}
