// `npm run build`: the command (dist/concord.cjs), the language server that it starts and the one for
// browsers, the library (dist/index.js), its declarations, the schema of concord.yaml, and those of
// the JSON that the command prints.
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { rolldown } from 'rolldown'

import { bundleCommand } from './bundle-command.mjs'
import { bundled } from './bundled.mjs'
import { entries, reading, readingForBrowser, root } from './entries.mjs'
import { linkCommand } from './link-command.mjs'

const output = { cleanDir: false, comments: { legal: true, annotation: false, jsdoc: false } }
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const plugins = [reading.plugins, await packedTrees()]
await bundleLibrary()
await bundleCommand(dist, output, plugins)
await bundleServer()
await bundleWorker()
// Editors complete concord.yaml by its schema.
copyFileSync(join(root, 'src/configuration/schema.json'), join(dist, 'schema.json'))
// Programs that read our JSON hold it against these.
cpSync(join(root, 'src/report/schemas'), join(dist, 'schemas'), { recursive: true })
declare()
linkCommand()

/** The library is a module like any other. */
async function bundleLibrary() {
  const build = await rolldown({ ...reading, input: { index: entries.index }, plugins })
  await build.write({ dir: dist, format: 'esm', entryFileNames: '[name].js', ...output })
  await build.close()
}

/** The language server is a file of its own, so that the other commands need not read it. */
async function bundleServer() {
  const build = await rolldown({ ...reading, input: { server: entries.server }, plugins })
  await build.write({
    dir: dist,
    format: 'cjs',
    entryFileNames: 'language-server.cjs',
    codeSplitting: false,
    minify: true,
    ...output,
  })
  await build.close()
}

/** The language server once more, for a web worker. */
async function bundleWorker() {
  const build = await rolldown({ ...readingForBrowser, input: { worker: entries.worker }, plugins })
  await build.write({
    dir: dist,
    format: 'iife',
    entryFileNames: 'language-server.worker.js',
    codeSplitting: false,
    minify: true,
    ...output,
  })
  await build.close()
}

/** Puts the built-in files, parsed and packed, where the sources have an empty table. */
async function packedTrees() {
  const { folder, file } = await bundled('src/build/pack-built-in.ts')
  const packed = execFileSync(process.execPath, [file], { encoding: 'utf8', maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true, force: true })
  const code = `export const packedTrees = ${packed}`
  return {
    name: 'packed-trees',
    load: (id) => (id.endsWith('/src/built-in/packed.ts') ? { code } : undefined),
  }
}

/** Errors of type are the business of `npm run typecheck`; here declarations are only written. */
function declare() {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const project = join(root, 'src/build/tsconfig.json')
  execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '--project', project], {
    cwd: root,
    stdio: 'inherit',
  })
}
