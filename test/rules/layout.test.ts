// What ships in the plan language, and the plans that hold, are laid out as `concord fmt` does it.

import { expect, test } from 'vitest'

import { makeSource } from '../../src/base/source.ts'
import { preludeFiles } from '../../src/prelude/index.ts'
import { rulebookFiles } from '../../src/rulebook/index.ts'
import { format } from '../../src/syntax/format.ts'
import { ruleCases } from './cases.ts'

const texts = [
  ...preludeFiles,
  ...rulebookFiles,
  ...ruleCases().map(({ rule, holds }) => ({ path: `${rule}/holds.sop`, text: holds })),
]

test.each(texts)('$path', ({ path, text }) => {
  expect(format(makeSource(path, text))).toBe(text)
})
