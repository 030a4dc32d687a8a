/** Calls the command as a shell would, in this process, and catches what it prints. */

import { vi } from 'vitest'

import { run } from '../../src/cli/program.ts'

export interface Called {
  readonly code: number
  readonly output: string
}

export async function called(...words: readonly string[]): Promise<Called> {
  const printed: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  const aside = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.stubEnv('NO_COLOR', '1')
  try {
    const code = await run(words)
    return { code, output: printed.join('') }
  } finally {
    write.mockRestore()
    aside.mockRestore()
    vi.unstubAllEnvs()
  }
}
