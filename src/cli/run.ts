/** Runs a call of the command. */

/** Gives its exit code. A check without options, as most are, needs nobody to read them. */
export async function run(words: readonly string[]): Promise<number> {
  const [command, ...paths] = words
  if (command === 'check' && !paths.some((path) => path.startsWith('-'))) {
    const { checkCommand } = await import('./check.ts')
    return checkCommand(paths, {})
  }
  const { runProgram } = await import('./program.ts')
  return runProgram(words)
}
