// `npm run build`: dist/concord.js, dist/index.js, the chunks they share, the declarations, and the
// schema of concord.yaml.
import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { rolldown } from 'rolldown'

import { bundled } from './bundled.mjs'
import { entries, reading, root } from './entries.mjs'
import { linkCommand } from './link-command.mjs'

rmSync(join(root, 'dist'), { recursive: true, force: true })
await bundle()
// Editors complete concord.yaml by its schema.
copyFileSync(join(root, 'src/configuration/schema.json'), join(root, 'dist/schema.json'))
declare()
linkCommand()

/** One file an entry; what is imported lazily, or by both entries, becomes a chunk of its own. */
async function bundle() {
  const build = await rolldown({ ...reading, input: entries, plugins: [await packedTrees()] })
  await build.write({
    dir: join(root, 'dist'),
    format: 'esm',
    cleanDir: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    comments: { legal: true, annotation: false, jsdoc: false },
  })
  await build.close()
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
