import { defineConfig, type Plugin } from 'vitest/config'

/** Plan files are imported as text, as the bundler does it (src/build/entries.mjs). */
const planFilesAsText: Plugin = {
  name: 'plan-files-as-text',
  enforce: 'pre',
  transform(text, id) {
    if (!id.endsWith('.sop')) return undefined
    return { code: `export default ${JSON.stringify(text)}`, map: null }
  },
}

const slow = 'test/**/*.slow.test.ts'
/** In a real VS Code: see CONTRIBUTING.md. */
const vscode = 'test/**/*.vscode.test.ts'

export default defineConfig({
  plugins: [planFilesAsText],
  test: {
    setupFiles: ['test/seed.ts', 'test/folders-removed.ts'],
    // `UPDATE=1` renews all that is pinned: what `golden.ts` keeps, and what vitest does.
    update: process.env['UPDATE'] !== undefined,
    // The files share what they import: no module of ours keeps state that a test could change.
    isolate: false,
    // Half of the processors are usual, for watching: here somebody waits.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Long enough for a busy machine: it is there for what hangs.
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [slow, vscode],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'slow', include: [slow], testTimeout: 300_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'vscode',
          include: [vscode],
          testTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
