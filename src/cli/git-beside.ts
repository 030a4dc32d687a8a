/** Runs git while something else is done. */

import type { ChildProcess } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BesideRun {
  readonly words: readonly string[]
  readonly input: string
  readonly environment: NodeJS.ProcessEnv
  readonly milliseconds: number
  /** The most bytes of an answer. */
  readonly bytes: number
  readonly memory?: Memory | undefined
}

/** Where answers are read to that come one after the other: fresh memory takes longer than reading. */
export interface Memory {
  bytes: Buffer
}

/**
 * Begins at once; undefined where git fails or time is up. Question and answer are files: a pipe would
 * stand still while nobody reads it.
 */
export async function gitBeside(run: BesideRun): Promise<Buffer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-git-'))
  const answer = join(folder, 'answer')
  let stop = (): void => undefined
  const clear = (): void => {
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', clear)
  try {
    const child = begin(run, folder, answer)
    stop = () => void child.kill()
    const ended = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null))
      child.once('close', resolve)
    })
    return ended === 0 ? contentOf(answer, run) : undefined
  } catch {
    return undefined
  } finally {
    process.off('exit', clear)
    clear()
  }
}

function begin(run: BesideRun, folder: string, answer: string): ChildProcess {
  // Loaded here, since nearly every run does without.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const question = join(folder, 'question')
  writeFileSync(question, run.input, { mode: 0o600, flag: 'wx' })
  const from = openSync(question, 'r')
  const to = openSync(answer, 'wx', 0o600)
  try {
    return spawn('git', run.words, {
      stdio: [from, to, 'ignore'],
      timeout: run.milliseconds,
      windowsHide: true,
      env: run.environment,
    })
  } finally {
    closeSync(from)
    closeSync(to)
  }
}

function contentOf(answer: string, { bytes: most, memory }: BesideRun): Buffer | undefined {
  const { size } = statSync(answer)
  if (size > most) return undefined
  if (memory === undefined) return readFileSync(answer)
  if (memory.bytes.length < size) memory.bytes = Buffer.allocUnsafeSlow(size)
  const file = openSync(answer, 'r')
  try {
    let length = 0
    for (let more = 1; more > 0 && length < size; length += more) {
      more = readSync(file, memory.bytes, length, size - length, null)
    }
    return memory.bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
