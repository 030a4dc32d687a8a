// A path from a plan stays in the workspace, also by way of links.
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { itemsOnDisk } from '../../src/cli/item-files.ts'
import { safePath } from '../../src/cli/paths.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { findWorkspace } from '../../src/cli/workspace.ts'
import { folderWith } from './folder.ts'

describe('a path in a plan', () => {
  const root = () => folderWith({ 'data/items.csv': 'item\n' })

  test.each(['data/items.csv', './data/items.csv', 'data/../data/items.csv', 'data//items.csv'])(
    '%s is read',
    (path) => {
      const folder = root()
      expect(safePath(folder, path)).toEqual({ file: join(folder, 'data/items.csv'), size: 5 })
    },
  )

  test.each([
    ['../items.csv', 'its path leaves the workspace'],
    ['data/../../items.csv', 'its path leaves the workspace'],
    ['..', 'its path leaves the workspace'],
    ['/etc/passwd', 'its path begins at the root of the disk, not at the workspace'],
    ['C:/items.csv', 'its path begins at the root of the disk, not at the workspace'],
    ['\\\\server\\items.csv', 'its path begins at the root of the disk, not at the workspace'],
    ['data\\items.csv', 'its path has a backslash'],
    ['', 'this is no path of a file'],
    ['items.csv\0.txt', 'this is no path of a file'],
    ['data', 'it is a folder'],
    ['none.csv', 'there is no such file'],
    ['data/items.csv/more', 'there is no such file'],
    ['__proto__', 'there is no such file'],
    ['x'.repeat(5000), 'its path is too long'],
  ])('%j is refused', (path, refused) => {
    expect(safePath(root(), path)).toMatchObject({ refused })
  })

  test('links are followed inside the workspace, and not out of it', () => {
    const outside = folderWith({ 'secret.csv': 'item\n' })
    const folder = root()
    symlinkSync(join(folder, 'data/items.csv'), join(folder, 'near.csv'))
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'far.csv'))
    symlinkSync(outside, join(folder, 'far'))
    symlinkSync(join(folder, 'loop.csv'), join(folder, 'loop.csv'))
    expect(safePath(folder, 'near.csv')).toHaveProperty('file')
    const refused = 'it is a link that leaves the workspace'
    expect(safePath(folder, 'far.csv')).toMatchObject({ refused })
    expect(safePath(folder, 'far/secret.csv')).toMatchObject({ refused })
    expect(safePath(folder, 'loop.csv')).toMatchObject({
      refused: 'it is a link that leads to itself',
    })
  })
})

describe('settings that cannot be read are told of, and not taken for none', () => {
  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'it is a folder'],
    [
      'a link to nothing',
      (path: string) => symlinkSync('nowhere', path),
      'it is a link to nothing',
    ],
  ])('%s', async (_, make, reason) => {
    const folder = folderWith({ 'plan.sop': '' })
    make(join(folder, 'concord.yaml'))
    const { problems } = await readSettings(findWorkspace([], folder))
    expect(problems.map(({ message }) => message)).toEqual([`this file cannot be read: ${reason}`])
  })
})

describe('item data', () => {
  test('is read once, under the name that the plan gives', () => {
    const folder = folderWith({ 'export/items.csv': 'item;family\nW-1;widgets\n' })
    const source = { file: 'export/items.csv', separator: undefined }
    const settings = { ...DEFAULTS, itemSources: new Map([['items', source]]) }
    const read = itemsOnDisk(folder, settings)
    expect(read('items')).toMatchObject({
      header: ['item', 'family'],
      rows: [{ line: 2, cells: ['W-1', 'widgets'] }],
    })
    expect(read('items')).toBe(read('items'))
    expect(read('other')).toEqual({ problem: 'there is no such file' })
  })

  test('must be UTF-8', () => {
    const folder = folderWith({ 'items.csv': Buffer.from('item\nSchl\u00FCssel\n', 'latin1') })
    const read = itemsOnDisk(folder, DEFAULTS)
    expect(read('items.csv')).toEqual({
      problem: 'byte 9 is no UTF-8',
      line: 2,
      help: 'save the file as UTF-8',
    })
  })
})
