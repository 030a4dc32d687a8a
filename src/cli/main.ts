/** The command's first file: it is read at every start, so it stays small and imports lazily. */

import { aside, output } from './console.ts'
import { run } from './run.ts'

void main()

async function main(): Promise<void> {
  end(await codeOf(process.argv.slice(2)))
}

async function codeOf(words: readonly string[]): Promise<number> {
  try {
    return await run(words)
  } catch (error) {
    const { sayFailure } = await import('./failure.ts')
    return sayFailure(error)
  }
}

/**
 * Ends the process as soon as all is written, which on a pipe may take its time. Left to its own end,
 * Node would first clear away a memory that the system takes back at once.
 */
function end(code: number): void {
  process.exitCode = code
  output.done(() => aside.done(() => process.exit()))
}
