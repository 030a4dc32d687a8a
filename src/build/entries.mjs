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
 * How every bundle reads its input.
 * @type {import('rolldown').InputOptions}
 */
export const reading = {
  cwd: root,
  platform: 'node',
  tsconfig: false,
  moduleTypes: { '.sop': 'text' },
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
