// One workspace of the server, over a disk that does not always answer.

import { expect, test } from 'vitest'

import { Documents } from '../../language-server/documents.ts'
import { Root } from '../../language-server/root.ts'
import { type Day, makeDay } from '../../src/base/date.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import type { Disk } from '../../src/service/disk.ts'

test('a reading that failed fails once: the next one reads the disk again', async () => {
  let readings = 0
  const disk: Disk = {
    pathOf: (uri) => uri,
    uriOf: (path) => path,
    below: (root, path) => path.slice(root.length + 1),
    roots: async (folder) => [folder],
    exists: () => true,
    read: async () => {
      readings += 1
      if (readings === 1) throw new Error('too many files')
      const path = 'families.sop'
      return {
        files: [{ path, text: 'unit pallet\n' }],
        settings: { configuration: DEFAULTS, problems: [], source: undefined },
        readItems: () => ({ problem: 'it is not there' }),
      }
    },
  }
  const root = new Root('/plans', disk, new Documents(), makeDay(2026, 11, 30) as Day)
  await expect(root.read()).rejects.toThrow('too many files')
  await root.read()
  expect(readings).toBe(2)
  expect(root.snapshot.paths).toEqual(['families.sop'])
})
