// `node src/build/run.mjs file.ts [arguments]` bundles a TypeScript program of this repository
// and runs it: Node 20 cannot read TypeScript itself.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

import { bundled } from './bundled.mjs'

const [input, ...rest] = process.argv.slice(2)
if (input === undefined) {
  console.error('usage: node src/build/run.mjs file.ts [arguments]')
  process.exit(2)
}
const { folder, file } = await bundled(input)
const { status } = spawnSync(process.execPath, ['--expose-gc', file, ...rest], { stdio: 'inherit' })
rmSync(folder, { recursive: true, force: true })
process.exitCode = status ?? 1
