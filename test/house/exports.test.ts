// What a file exports is used by another one: else it is dead, or nobody else's business.
import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { filesBelow } from './imports.ts'

const CODE = /\.(?:ts|mjs)$/
const DECLARED = /^export (?:async )?(?:abstract )?(?:function\*?|const|class) (\w+)/gm

test('what a file exports is used by another file', () => {
  const read = (...folders: readonly string[]) =>
    filesBelow(...folders)
      .filter((path) => CODE.test(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const texts = read('grammar', 'src', 'language-server')
  const files = new Map<string, number>()
  for (const { text } of [...texts, ...read('test')]) {
    for (const word of new Set(text.match(/\w+/g))) files.set(word, (files.get(word) ?? 0) + 1)
  }
  const lonely = texts.flatMap(({ path, text }) =>
    [...text.matchAll(DECLARED)]
      .map(([, name = '']) => name)
      .filter((name) => files.get(name) === 1)
      .map((name) => `${path}: ${name}`),
  )
  expect(lonely).toEqual([])
})
