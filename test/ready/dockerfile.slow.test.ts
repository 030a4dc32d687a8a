// What the Dockerfile says, done without Docker: what it copies is enough to build, and little to run.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

import { folderWith } from '../cli/folder.ts'
import { root } from '../house/imports.ts'

/** Bytes that are ours in the image; Alpine, Node and git are not. */
const MOST_BYTES = 6 * 1024 * 1024

const stages = readFileSync(join(root, '.ci/Dockerfile'), 'utf8').split(/^FROM .*$/m)

test('the image is built of what is copied, and runs', { timeout: 300_000 }, () => {
  const work = built(stages[2] ?? '')
  const image = folderWith({})
  const from = /^COPY --from=build (.+) \S+$/m.exec(stages[3] ?? '')?.[1]?.split(' ') ?? []
  let bytes = 0
  for (const path of from) {
    expect(dirname(path)).toBe('/concord/dist')
    for (const file of filesLike(path.replace('/concord/', `${work}/`))) {
      bytes += statSync(file).size
      cpSync(file, join(image, basename(file)))
    }
  }
  rmSync(work, { recursive: true, force: true })
  expect(bytes).toBeLessThan(MOST_BYTES)
  const checked = (workspace: string): ReturnType<typeof spawnSync> => {
    const words = [join(image, 'concord.cjs'), 'check', workspace, '--as-of', '2026-11-20']
    return spawnSync(process.execPath, words, { encoding: 'utf8' })
  }
  const clean = checked(join(root, 'examples/red-tomato'))
  expect([clean.status, clean.stdout]).toEqual([0, expect.stringContaining('Everything adds up')])
  // It reads item data and seals, which are parts of their own.
  const acme = checked(join(root, 'examples/acme'))
  expect([acme.status, acme.stdout]).toEqual([0, expect.stringContaining('checks hold')])
  const wrong = checked(folderWith({ 'plan.sop': 'famly pumps {\n  unit each\n}\n' }))
  expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining('family')])
})

/** The folder in which the stage that builds has run. */
function built(stage: string): string {
  const work = folderWith({})
  for (const line of stage.split('\n')) {
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
  return work
}

/** The files that a path with stars in its last name means. */
function filesLike(path: string): readonly string[] {
  const [start = '', ...ends] = basename(path).split('*')
  const names = readdirSync(dirname(path)).filter(
    (name) => name.startsWith(start) && ends.every((end) => name.endsWith(end)),
  )
  return names.map((name) => join(dirname(path), name))
}
