// Failures of our own, and the progress bar: what a person sees of them.
import { afterEach, describe, expect, test, vi } from 'vitest'

import { aside } from '../../src/cli/console.ts'
import { sayFailure } from '../../src/cli/failure.ts'
import { progressOn } from '../../src/cli/progress.ts'
import { WrongUse } from '../../src/cli/wrong-use.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function saying(error: unknown): { readonly code: number; readonly said: string } {
  let said = ''
  vi.spyOn(aside, 'write').mockImplementation((text) => {
    said += text
  })
  return { code: sayFailure(error), said }
}

describe('a failure', () => {
  test('of our own asks to report it, exit code 3', () => {
    vi.stubEnv('NO_COLOR', '1')
    vi.stubEnv('DEBUG', undefined)
    expect(saying(new Error('no such\u001B[2J thing'))).toEqual({
      code: 3,
      said: `concord failed, and the fault is its own: no such[2J thing
Please report it, with the command and, if you may, the plan. \`DEBUG=1\` before
the command shows where it happened.
`,
    })
  })

  test('shows where it happened for DEBUG alone', () => {
    vi.stubEnv('DEBUG', '1')
    expect(saying(new Error('oops')).said).toContain('failure.test.ts')
  })

  test('of the call says how to call, exit code 2', () => {
    vi.stubEnv('NO_COLOR', '1')
    expect(saying(new WrongUse('There is no rule x.', 'Did you mean y?'))).toEqual({
      code: 2,
      said: 'concord: There is no rule x.\nDid you mean y?\n',
    })
  })
})

describe('the progress bar', () => {
  const on = (isTTY: boolean) => {
    let written = ''
    let time = 0
    const stream = {
      isTTY,
      columns: 60,
      write: (text: string) => {
        written += text
      },
    }
    const progress = progressOn(stream, () => time)
    return {
      after: (milliseconds: number, done: number): string => {
        written = ''
        time += milliseconds
        progress.report(done, 10, 'balance/capacity')
        return written
      },
      end: (): string => {
        written = ''
        progress.end()
        return written
      },
    }
  }

  test('comes after a second, and goes', () => {
    vi.stubEnv('TERM', 'xterm')
    const bar = on(true)
    expect(bar.after(999, 3)).toBe('')
    expect(bar.after(2, 5)).toBe(
      `\r\u001B[K${'█'.repeat(12)}${'░'.repeat(12)} 50 % balance/capacity`,
    )
    expect(bar.after(50, 6)).toBe('')
    expect(bar.end()).toBe('\r\u001B[K')
    expect(bar.end()).toBe('')
  })

  test('never comes for a quick check', () => {
    const bar = on(true)
    expect(bar.after(900, 9)).toBe('')
    expect(bar.end()).toBe('')
  })

  test('never comes in a pipe', () => {
    const bar = on(false)
    expect(bar.after(5000, 5)).toBe('')
    expect(bar.end()).toBe('')
  })
})
