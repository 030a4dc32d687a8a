// What the Dockerfile says, done without Docker: what it copies is enough to build, and little to run.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

import { folderWith } from '../cli/folder.ts'
import { root } from '../house/imports.ts'

/** Bytes that are ours in the image; Alpine, Node and git are not. */
const MOST_BYTES = 6 * 1024 * 1024

test('the image is built of what is copied, and runs', { timeout: 300_000 }, () => {
  const stages = readFileSync(join(root, '.ci/Dockerfile'), 'utf8').split(/^FROM .*$/m)
  const [, , build = '', last = ''] = stages
  const work = folderWith({})
  for (const line of build.split('\n')) {
    const [word, ...rest] = line.split(' ')
    const to = join(work, rest.at(-1) ?? '')
    if (word === 'COPY') {
      for (const path of rest.slice(0, -1)) {
        const isFolder = statSync(join(root, path)).isDirectory()
        cpSync(join(root, path), isFolder ? to : join(work, basename(path)), { recursive: true })
      }
    }
    if (word === 'RUN' && rest[0] === 'npm') {
      execFileSync('npm', rest.slice(1), { cwd: work, stdio: 'pipe', timeout: 240_000 })
    }
  }
  const image = folderWith({})
  const from = /^COPY --from=build (.+) \S+$/m.exec(last)?.[1]?.split(' ') ?? []
  mkdirSync(image, { recursive: true })
  let bytes = 0
  for (const path of from) {
    const built = path.replace('/concord/', `${work}/`)
    bytes += statSync(built).size
    cpSync(built, join(image, basename(path)))
  }
  rmSync(work, { recursive: true, force: true })
  expect(from.map((path) => dirname(path))).toEqual(Array(8).fill('/concord/dist'))
  expect(bytes).toBeLessThan(MOST_BYTES)
  const words = [join(image, 'concord.cjs'), 'check', join(root, 'examples/red-tomato')]
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(stdout).toContain('Everything adds up')
  expect(status).toBe(0)
})
