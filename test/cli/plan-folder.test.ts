// What is found by going through folders is what the globs of the default settings find.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { planFilesBelow } from '../../src/cli/plan-folder.ts'
import { globbed } from '../../src/cli/plan-globs.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { folderWith } from './folder.ts'

const folders = fc.constantFrom(
  'a',
  'b.sop',
  '.git',
  'node_modules',
  'ä [1]',
  '!x',
  '(c)',
  '{d,e}',
  '..f',
)
const files = fc.constantFrom(
  'x.sop',
  '.sop',
  '.x.sop',
  'Y.SOP',
  'concord.yaml',
  'x.txt',
  '*.sop',
  '[z].sop',
)
const paths = fc
  .tuple(fc.array(folders, { maxLength: 3 }), files)
  .map(([above, file]) => [...above, file].join('/'))

test('the files below a folder are those of the default globs', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paths, { maxLength: 12 }), fc.boolean(), (all, linked) => {
      const folder = folderWith({ 'concord.yaml': '' })
      for (const path of all) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), '')
      }
      if (linked) {
        symlinkSync(join(folder, 'concord.yaml'), join(folder, 'link.sop'))
        symlinkSync(folder, join(folder, 'round'))
      }
      const found = [...planFilesBelow(folder)].toSorted()
      expect(found).toEqual([...globbed(folder, DEFAULTS)].toSorted())
    }),
    { numRuns: 150 },
  )
})
