// What one part of the benchmark hands back: a table in Markdown, and its targets.
import type { Measured } from './rounds.ts'
import { median } from './statistics.ts'
import type { Target } from './target.ts'

export interface Section {
  readonly title: string
  readonly table: string
  readonly targets: readonly Target[]
}

/** What every part may read. */
export interface Plan {
  /** A folder that is gone when the benchmark ends. */
  readonly folder: string
  readonly runs: number
  /** Peers wanted; undefined for all. */
  readonly peers: readonly string[] | undefined
  /** Where npm peers are kept from run to run. */
  readonly npmPeers: string
}

export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

/** `0.42 (0.40–0.45)`, in seconds. */
export function wall({ seconds }: Measured): string {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)]
  return `${median(seconds).toFixed(3)} (${least.toFixed(3)}–${most.toFixed(3)})`
}
