/** A progress bar on a terminal, for a check that takes longer than a second. */

import { clean } from '../markup/clean.ts'
import type { Sink } from './console.ts'

const PATIENCE = 1000
const PAUSE = 100
const COLUMNS = 24
const CLEAR_LINE = '\r\u001B[K'

export interface Progress {
  readonly report: (done: number, of: number, what: string) => void
  /** Takes the bar away. */
  readonly end: () => void
}

/** Nothing of the kind where no person looks. */
export function progressOn(stream: Omit<Sink, 'done'>, now: () => number): Progress {
  if (!stream.isTTY || process.env['TERM'] === 'dumb') {
    return { report: () => undefined, end: () => undefined }
  }
  const start = now()
  let last = start + PATIENCE - PAUSE
  let shown = false
  return {
    report(done, of, what) {
      const time = now()
      if (time - last < PAUSE) return
      last = time
      shown = true
      stream.write(CLEAR_LINE + barOf(done, of, what, stream.columns))
    },
    end() {
      if (shown) stream.write(CLEAR_LINE)
      shown = false
    },
  }
}

function barOf(done: number, of: number, what: string, columns: number): string {
  const part = of === 0 ? 0 : Math.min(done / of, 1)
  const full = Math.round(part * COLUMNS)
  const bar = '█'.repeat(full) + '░'.repeat(COLUMNS - full)
  return `${bar} ${Math.round(part * 100)} % ${clean(what)}`.slice(0, Math.max(columns - 1, 0))
}
