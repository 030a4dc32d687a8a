/** The command's first file: it is read at every start, so it stays small and imports lazily. */

import { run } from './program.ts'

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

void main()

async function main(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2))
  } catch (error) {
    const { sayFailure } = await import('./failure.ts')
    process.exitCode = sayFailure(error)
  }
}
