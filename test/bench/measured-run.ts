// Runs one program to its end, as a whole process: its time, its memory, its exit and what it said.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LIMIT_MILLISECONDS = 300_000
const GNU_TIME = '/usr/bin/time'

export interface Command {
  readonly program: string
  readonly arguments: readonly string[]
}

export interface Run {
  readonly seconds: number
  /** The largest resident set; undefined where GNU time is missing. */
  readonly mebibytes: number | undefined
  /** Undefined when it ran past the limit, or was ended by a signal. */
  readonly exit: number | undefined
  readonly output: string
}

/** Whether memory can be measured: by GNU time, the only one that knows -q. */
export function memoryIsMeasured(): boolean {
  return existsSync(GNU_TIME) && process.platform === 'linux'
}

/** Output goes to a file, so that reading it costs the program nothing. */
export async function measuredRun(command: Command): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-run-'))
  const files = { output: join(folder, 'output'), usage: join(folder, 'usage') }
  const file = openSync(files.output, 'w')
  try {
    const { seconds, exit } = await ended(
      memoryIsMeasured() ? timed(command, files) : command,
      file,
    )
    const usage = existsSync(files.usage) ? Number(readFileSync(files.usage, 'utf8')) : NaN
    const mebibytes = usage > 0 ? usage / 1024 : undefined
    return { seconds, mebibytes, exit, output: readFileSync(files.output, 'utf8') }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}

function timed(command: Command, files: { readonly usage: string }): Command {
  return {
    program: GNU_TIME,
    arguments: ['-q', '-f', '%M', '-o', files.usage, command.program, ...command.arguments],
  }
}

function ended(
  command: Command,
  output: number,
): Promise<{ readonly seconds: number; readonly exit: number | undefined }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    // A group of its own, so that the limit ends the program and not its timer alone.
    const child = spawn(command.program, command.arguments, {
      stdio: ['ignore', output, output],
      detached: true,
    })
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, LIMIT_MILLISECONDS)
    child.once('error', reject)
    child.once('exit', (code) => {
      const seconds = (performance.now() - start) / 1000
      clearTimeout(limit)
      resolve({ seconds, exit: code ?? undefined })
    })
  })
}
