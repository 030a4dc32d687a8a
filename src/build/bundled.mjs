// A TypeScript module of this repository as a file that Node can run, or as a script for a browser.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'

import { rolldown } from 'rolldown'

import { reading, readingForBrowser, root } from './entries.mjs'

/**
 * Bundles `input` into a folder of its own below node_modules/.cache, where packages are found;
 * the caller removes the folder.
 * @param {string} input a path below the root
 * @returns {Promise<{ folder: string, file: string }>}
 */
export async function bundled(input) {
  const cache = join(root, 'node_modules/.cache/concord')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'run-'))
  const build = await rolldown({ ...reading, input: { program: input } })
  await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
  })
  await build.close()
  return { folder, file: join(folder, 'program.mjs') }
}

/**
 * @param {string} input a path below the root
 * @returns {Promise<string>} the script, which imports nothing
 */
export async function bundledForBrowser(input) {
  const build = await rolldown({ ...readingForBrowser, input })
  const { output } = await build.generate({ format: 'iife', codeSplitting: false })
  await build.close()
  return output[0].code
}
