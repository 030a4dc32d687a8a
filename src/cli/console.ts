/**
 * Standard output and error. Where no person looks they are written to by their numbers: Node's own
 * streams take longer to load than a small plan to check.
 */

import { fstatSync, statSync, writeSync } from 'node:fs'

/** Node tells it, too, by a module that takes as long to load as this. */
const NULL_DEVICE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null'

/** What the command writes to. */
export interface Sink {
  readonly isTTY: boolean
  /** How wide a terminal is. */
  readonly columns: number
  readonly write: (text: string) => void
  /** Calls back once all is written. */
  readonly done: (then: () => void) => void
}

/** Writes to an open file; `open` gives the stream of it, for a terminal and for a slow reader. */
export class NumberedSink implements Sink {
  private readonly number: number
  private readonly open: () => NodeJS.WriteStream
  private opened: NodeJS.WriteStream | undefined
  private known: boolean | undefined

  constructor(number: number, open: () => NodeJS.WriteStream) {
    this.number = number
    this.open = open
  }

  get isTTY(): boolean {
    // Of a pipe `isTTY` is undefined, whatever its type says.
    return (this.known ??= mayBeTerminal(this.number) && (this.stream().isTTY ?? false))
  }

  get columns(): number {
    return this.stream().columns
  }

  write(text: string): void {
    if (this.opened !== undefined || this.isTTY) {
      this.stream().write(text)
      return
    }
    const bytes = Buffer.from(text)
    const written = writeAll(this.number, bytes)
    // A reader that is not ready: the stream waits for it.
    if (written < bytes.length) this.stream().write(bytes.subarray(written))
  }

  done(then: () => void): void {
    if (this.opened === undefined) then()
    else this.opened.write('', then)
  }

  private stream(): NodeJS.WriteStream {
    if (this.opened === undefined) {
      this.opened = this.open()
      this.opened.on('error', endOrThrow)
    }
    return this.opened
  }
}

export const output: Sink = new NumberedSink(1, () => process.stdout)
export const aside: Sink = new NumberedSink(2, () => process.stderr)

/** How many bytes the reader took. */
function writeAll(number: number, bytes: Buffer): number {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(number, bytes, written)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') endOrThrow(error as Error)
  }
  return written
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no failure. */
function endOrThrow(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

function mayBeTerminal(number: number): boolean {
  try {
    const stats = fstatSync(number)
    return stats.isCharacterDevice() && stats.rdev !== statSync(NULL_DEVICE).rdev
  } catch {
    return true
  }
}
