// `npm run generate` writes every generated file; with --check it writes nothing and fails when a
// committed file is not what its generator would write.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundled } from './bundled.mjs'
import { root } from './entries.mjs'

/**
 * The table of generators: a TypeScript module and the function it exports. The function is pure:
 * it is lent a way to read a file of the repository (undefined when there is none), and returns
 * the files it stands for, path → text. To renew part of a file, read it and replace that part.
 *
 *   { module: 'grammar/textmate.ts', name: 'textMateGrammar' }
 *   export function textMateGrammar(read: Read): ReadonlyMap<string, string>
 *
 * @typedef {(path: string) => string | undefined} Read
 * @type {readonly { readonly module: string, readonly name: string }[]}
 */
const generators = [
  { module: 'src/configuration/generate.ts', name: 'validator' },
  { module: 'grammar/textmate.ts', name: 'textMateGrammar' },
  { module: 'src/build/language-reference.ts', name: 'languageReference' },
  { module: 'src/build/editor-snippets.ts', name: 'editorSnippets' },
]

const checking = process.argv.includes('--check')
const stale = []
for (const generator of generators) {
  for (const [path, text] of await run(generator)) {
    if (read(path) === text) continue
    stale.push(path)
    if (!checking) write(path, text)
  }
}
report()

/**
 * @param {{ readonly module: string, readonly name: string }} generator
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
async function run({ module, name }) {
  const { folder, file } = await bundled(module)
  try {
    const exported = await import(pathToFileURL(file).href)
    return exported[name](read)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {Read} */
function read(path) {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function report() {
  if (checking && stale.length > 0) {
    console.error(`Stale generated files; run \`npm run generate\` and commit:`)
    for (const path of stale) console.error(`  ${path}`)
    process.exitCode = 1
  } else {
    const changed = stale.length === 0 ? 'all fresh' : `wrote ${stale.join(', ')}`
    console.log(`generated files: ${generators.length} generators, ${changed}`)
  }
}
