/** The command as it is shipped, for programs that call it: bundled once a test file. */

import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'

const bundler = '../../src/build/bundled.mjs'

interface Bundle {
  readonly folder: string
  readonly file: string
}

/** `file` is there once the tests run. */
export function bundledCommand(): {
  readonly file: () => string
  readonly run: (cwd: string, ...words: readonly string[]) => string
  readonly tried: (cwd: string, ...words: readonly string[]) => Tried
} {
  let bundle: Bundle = { folder: '', file: '' }
  beforeAll(async () => {
    const { bundled } = (await import(bundler)) as {
      bundled: (input: string) => Promise<Bundle>
    }
    bundle = await bundled('src/cli/main.ts')
  }, 60_000)
  afterAll(() => rmSync(bundle.folder, { recursive: true, force: true }))
  return {
    file: () => bundle.file,
    run: (cwd, ...words) =>
      execFileSync(process.execPath, [bundle.file, ...words], {
        cwd,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
    tried: (cwd, ...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle.file, ...words], {
        cwd,
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    },
  }
}

export interface Tried {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}
