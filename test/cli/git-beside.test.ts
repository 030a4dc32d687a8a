// Git's answers while something else is done are those that it gives at once.

import { describe, expect, test } from 'vitest'

import { commitOf, commitsOf, gitIn, objectsBeside, objectsOf } from '../../src/cli/git.ts'
import { repositoryWith } from './repository.ts'

const LIMITS = { milliseconds: 30_000, bytes: 1 << 20 }

describe('git beside', () => {
  test('objects are those that are read at once, one after the other in the same memory', async () => {
    const { folder, git: run } = repositoryWith({ 'a.sop': 'ä long\ntext\n', 'b.sop': '' })
    const git = gitIn(folder, LIMITS)
    const names = ['a.sop', 'b.sop'].map((path) => run('rev-parse', `HEAD:${path}`).trim())
    const missing = '0'.repeat(40)
    const memory = { bytes: Buffer.alloc(0) }
    for (const asked of [names, [names[0] ?? ''], [missing, ...names]]) {
      const texts = (found: ReturnType<typeof objectsOf>) => found?.map((each) => each?.toString())
      expect(texts(await objectsBeside(git, asked, memory))).toEqual(texts(objectsOf(git, asked)))
    }
    expect(memory.bytes.length).toBeGreaterThan(0)
  })

  test('what git cannot do, or takes too long, has no answer', async () => {
    const { folder } = repositoryWith({ 'a.sop': 'text\n' })
    expect(await gitIn(folder, LIMITS).beside(['no-such-command'], '')).toBeUndefined()
    const late = gitIn(folder, { ...LIMITS, milliseconds: 0 })
    expect(await late.beside(['rev-parse', 'HEAD'], '')).toBeUndefined()
    const small = gitIn(folder, { ...LIMITS, bytes: 1 })
    expect(await small.beside(['rev-parse', 'HEAD'], '')).toBeUndefined()
  })
})

test('several revisions are asked for at once, and none of them is an option', () => {
  const { folder, git: run } = repositoryWith({ 'a.sop': 'text\n' })
  run('tag', 'first')
  const git = gitIn(folder, LIMITS)
  const head = run('rev-parse', 'HEAD').trim()
  const words = ['HEAD', 'nowhere', 'first', '--all', '', 'HEAD\nHEAD', 'HEAD:a.sop', 'HEAD']
  expect(commitsOf(git, words)).toEqual([
    head,
    undefined,
    head,
    undefined,
    undefined,
    undefined,
    undefined,
    head,
  ])
  expect(commitOf(git, 'HEAD')).toBe(head)
})
