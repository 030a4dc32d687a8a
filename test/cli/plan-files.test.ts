// Which files are a plan, and how many of them.
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { FILE_LIMITS, type FileLimits, readPlanFiles } from '../../src/cli/plan-files.ts'
import { findWorkspace } from '../../src/cli/workspace.ts'
import { folderWith } from './folder.ts'

async function pathsIn(
  folder: string,
  settings = DEFAULTS,
  limits: FileLimits = FILE_LIMITS,
): Promise<readonly string[]> {
  const { sources } = await readPlanFiles(findWorkspace([folder], '/'), settings, limits)
  return sources.map(({ path }) => path)
}

describe('the files of a workspace', () => {
  test('are the plan files below it, in order of their paths', async () => {
    const folder = folderWith({
      'concord.yaml': '',
      'sales.sop': '',
      'closed/2026-11/sales.sop': '',
      'Z.sop': '',
      'notes.txt': '',
      'node_modules/x/a.sop': '',
      'closed/node_modules/a.sop': '',
      '.git/a.sop': '',
      '.hidden.sop': '',
    })
    expect(await pathsIn(folder)).toEqual(['Z.sop', 'closed/2026-11/sales.sop', 'sales.sop'])
  })

  test('are read while others are parsed, where one is long', async () => {
    const long = '# a comment\n'.repeat(30_000)
    const folder = folderWith({ 'concord.yaml': '', 'a.sop': '# a', 'b.sop': long, 'c.sop': '# c' })
    const ready: string[] = []
    const { sources } = await readPlanFiles(
      findWorkspace([folder], '/'),
      DEFAULTS,
      FILE_LIMITS,
      ({ path }) => ready.push(path),
    )
    expect(ready).toEqual(['a.sop', 'c.sop'])
    expect(sources.map(({ text }) => text)).toEqual(['# a', long, '# c'])
  })

  test('are those that concord.yaml says', async () => {
    const folder = folderWith({ 'concord.yaml': '', 'a/x.sop': '', 'b/x.sop': '', 'b/y.sop': '' })
    expect(await pathsIn(folder, { ...DEFAULTS, include: ['b/**/*.sop'] })).toEqual([
      'b/x.sop',
      'b/y.sop',
    ])
    expect(await pathsIn(folder, { ...DEFAULTS, exclude: ['b/y*'] })).toEqual([
      'a/x.sop',
      'b/x.sop',
    ])
  })

  test('are not those outside, whatever a host says', async () => {
    const folder = folderWith({ 'in/concord.yaml': '', 'in/x.sop': '', 'out.sop': '' })
    const include = ['../**/*.sop', '/etc/**']
    expect(await pathsIn(join(folder, 'in'), { ...DEFAULTS, include })).toEqual([])
  })

  test('are not those of a workspace inside', async () => {
    const folder = folderWith({
      'concord.yaml': '',
      'a.sop': '',
      'in/concord.yaml': '',
      'in/b.sop': '',
    })
    expect(await pathsIn(folder)).toEqual(['a.sop'])
    expect(await pathsIn(join(folder, 'in'))).toEqual(['b.sop'])
  })

  test('are not behind links', async () => {
    const outside = folderWith({ 'x.sop': 'secret', 'deep/y.sop': 'secret' })
    const folder = folderWith({ 'concord.yaml': '', 'a.sop': '' })
    symlinkSync(join(outside, 'x.sop'), join(folder, 'x.sop'))
    symlinkSync(join(outside, 'deep'), join(folder, 'deep'))
    symlinkSync(folder, join(folder, 'self'))
    expect(await pathsIn(folder)).toEqual(['a.sop'])
  })

  test('may be damaged, and are read as far as they can be', async () => {
    const folder = folderWith({
      'concord.yaml': '',
      'a.sop': Buffer.from('# \u00E4\nunit each\n', 'latin1'),
    })
    mkdirSync(join(folder, 'b.sop'))
    const { sources, problems } = await readPlanFiles(findWorkspace([folder], '/'), DEFAULTS)
    expect(sources.map(({ text }) => text)).toEqual(['# \uFFFD\nunit each\n'])
    expect(problems.map(({ message }) => message)).toEqual([
      'byte 2 of this file (0xE4) is no UTF-8',
    ])
  })

  test('have limits: at each, and one past it', async () => {
    const folder = folderWith({ 'concord.yaml': '', 'a.sop': '#23', 'b.sop': '#2345' })
    const read = async (limits: Partial<FileLimits>) =>
      readPlanFiles(findWorkspace([folder], '/'), DEFAULTS, { ...FILE_LIMITS, ...limits })
    expect((await read({ bytes: 5, files: 2, allBytes: 8 })).problems).toEqual([])
    expect((await read({ bytes: 4 })).problems.map(({ message }) => message)).toEqual([
      'this file has 5 bytes; at most 4 are read',
    ])
    await expect(read({ files: 1 })).rejects.toThrow('There are 2 plan files here; at most 1')
    await expect(read({ allBytes: 7 })).rejects.toThrow('have 8 bytes together; at most 7')
  })
})

describe('the workspace', () => {
  test('is the nearest folder with a concord.yaml; what is named is shown', () => {
    const folder = folderWith({ 'concord.yaml': '', 'a.sop': '', 'in/b.sop': '', 'inner.sop': '' })
    const all = findWorkspace([join(folder, 'concord.yaml')], '/')
    expect([all.root, all.shows('a.sop')]).toEqual([folder, true])
    const part = findWorkspace(['in', 'a.sop'], folder)
    expect(['a.sop', 'in/b.sop', 'inner.sop'].map((path) => part.shows(path))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('without one is the folder, or the files named', async () => {
    const folder = folderWith({ 'a.sop': '', 'b.sop': '', 'in/c.sop': '' })
    expect(await pathsIn(folder)).toEqual(['a.sop', 'b.sop', 'in/c.sop'])
    const named = findWorkspace(['b.sop', 'in/c.sop', './b.sop'], folder)
    expect([named.root, named.files]).toEqual([folder, ['b.sop', 'in/c.sop']])
  })

  test('is one', () => {
    const folder = folderWith({
      'a/concord.yaml': '',
      'b/concord.yaml': '',
      'c/x.sop': '',
      'd/x.sop': '',
    })
    expect(() => findWorkspace(['a', 'b'], folder)).toThrow('several workspaces: a, b')
    expect(() => findWorkspace(['a', 'c'], folder)).toThrow('several workspaces: a, none')
    expect(() => findWorkspace(['c', 'd'], folder)).toThrow('each folder is a workspace by itself')
  })
})
