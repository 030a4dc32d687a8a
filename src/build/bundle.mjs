// `npm run build`: the command (dist/concord.cjs), the language server that it starts and the one for
// browsers, the library (dist/index.js), its declarations, the schema of concord.yaml, and those of
// the JSON that the command prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { rolldown } from 'rolldown'

import { bundled } from './bundled.mjs'
import { entries, reading, readingForBrowser, root } from './entries.mjs'
import { linkCommand } from './link-command.mjs'

const output = { cleanDir: false, comments: { legal: true, annotation: false, jsdoc: false } }
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const plugins = [reading.plugins, await packedTrees()]
await bundleLibrary()
await bundleCommand()
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

/** The command is one small file, since each start reads it whole, with its code compiled ahead. */
async function bundleCommand() {
  const build = await rolldown({ ...reading, input: { command: entries.concord }, plugins })
  await build.write({
    dir: dist,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    codeSplitting: false,
    minify: true,
    ...output,
  })
  await build.close()
  escapeToAscii(join(dist, 'command.cjs'))
  copyFileSync(join(root, 'src/build/launcher.cjs'), join(dist, 'concord.cjs'))
  compileAhead()
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

/** A file of ASCII alone is read, and kept, at a byte a character: the launcher counts on it. */
function escapeToAscii(file) {
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, escaped))
}

/** Lets the command check a plan of its own making, and keeps the code that V8 compiled for it. */
function compileAhead() {
  const folder = mkdtempSync(join(tmpdir(), 'concord-'))
  writeFileSync(join(folder, 'plan.sop'), readFileSync(join(root, 'src/build/warm-up.sop')))
  spawnSync(
    process.execPath,
    [join(dist, 'concord.cjs'), 'check', folder, '--as-of', '2026-11-20'],
    {
      env: { ...process.env, CONCORD_BUILD_CACHE: join(dist, 'command.cache') },
    },
  )
  rmSync(folder, { recursive: true, force: true })
}

/** Puts the built-in files, parsed and packed, where the sources have an empty table. */
async function packedTrees() {
  const { folder, file } = await bundled('src/build/pack-built-in.ts')
  const packed = execFileSync(process.execPath, [file], { encoding: 'utf8', maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true, force: true })
  const code = `export const packedTrees = JSON.parse(${JSON.stringify(packed)})`
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
