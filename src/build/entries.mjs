// What is bundled, and how a file that is not code is read: one table for the build, the
// generators and the benchmarks.
import { fileURLToPath } from 'node:url'

/** The folder of package.json, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Output name in dist/ → the module it begins with. */
export const entries = {
  concord: 'src/cli/main.ts',
  index: 'src/index.ts',
  server: 'src/lsp.ts',
  worker: 'language-server/worker.ts',
}

/**
 * Libraries load these at once, and use them for what Concord never asks of them: commands in files
 * of their own, and globs over paths that tinyglobby matches itself. To load them takes a tenth of a
 * short run. And where all of `fs` is imported as a module, it is copied name by name.
 */
const unused = [
  {
    file: /\/commander\/lib\/command\.js$/,
    loads: "require('node:child_process')",
    instead: '{}',
  },
  {
    file: /\/fdir\/dist\/index\.mjs$/,
    loads: '__require.resolve("picomatch");\n\tpm = __require("picomatch");',
    instead: '',
  },
  {
    file: /\/fdir\/dist\/index\.mjs$/,
    loads: 'import * as nativeFs from "fs";',
    instead: 'const nativeFs = require("fs");',
  },
]

function without(code, { loads, instead }) {
  return code.replace(loads, instead)
}

/** @type {import('rolldown').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  transform(code, id) {
    const found = unused.filter(({ file }) => file.test(id))
    const missing = found.find(({ loads }) => !code.includes(loads))
    if (missing !== undefined) throw new Error(`${id} loads ${missing.loads} no more`)
    if (found.length > 0) return { code: found.reduce(without, code) }
  },
}

/**
 * How every bundle reads its input.
 * @type {import('rolldown').InputOptions}
 */
export const reading = {
  cwd: root,
  platform: 'node',
  tsconfig: false,
  moduleTypes: { '.sop': 'text' },
  plugins: [withoutUnused],
  // How long a plugin takes is the machine's affair: a warning is an error below.
  checks: { bundlerTimings: false },
  onLog(level, log, proceed) {
    proceed(level === 'warn' ? 'error' : level, log)
  },
}

/**
 * How a bundle for a browser reads it: what asks for Node is an error of the build.
 * @type {import('rolldown').InputOptions}
 */
export const readingForBrowser = {
  ...reading,
  platform: 'browser',
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
}
