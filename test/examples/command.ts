/** Calls the command as a shell would, in this process, and catches what it prints. */

import { vi } from 'vitest'

import { aside, output } from '../../src/cli/console.ts'
import { run } from '../../src/cli/run.ts'

export interface Called {
  readonly code: number
  readonly output: string
}

export async function called(...words: readonly string[]): Promise<Called> {
  const printed: string[] = []
  const spies = [
    vi.spyOn(output, 'write').mockImplementation((text) => void printed.push(text)),
    vi.spyOn(aside, 'write').mockReturnValue(undefined),
  ]
  vi.stubEnv('NO_COLOR', '1')
  try {
    const code = await run(words)
    return { code, output: printed.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}
