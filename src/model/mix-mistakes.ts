/** What is wrong with the rows of a file of item plans: each cause once, with how often it is met. */

import type { ItemData } from '../base/item-data.ts'
import { lineStartsOf, lineText, spanOf } from '../base/source.ts'
import type { Span } from '../base/source.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Ground } from './ground.ts'

interface Met {
  readonly report: (more: string) => Diagnostic
  /** What is said of the others that are like it. */
  readonly others: (count: number) => string
  count: number
}

export class MixMistakes {
  private readonly ground: Ground
  private readonly data: ItemData
  private readonly met = new Map<string, Met>()

  constructor(ground: Ground, data: ItemData) {
    this.ground = ground
    this.data = data
  }

  /** A cell that says something else than is wanted. */
  meet(found: string, wanted: string, line: number, help: string | undefined): void {
    // A column's name stands in one place, however many numbers are below it.
    const others: Met['others'] = (count) =>
      line === 1 ? '' : ` (and in ${count} more ${count === 1 ? 'place' : 'places'})`
    this.count(`${wanted}\n${found}`, others, (more) => {
      const extras = help === undefined ? {} : { help }
      return reportCells('mix-row', lineSpan(this.data, line), { found, wanted, more }, extras)
    })
  }

  /** A row with more or fewer cells than there are columns. */
  meetRow(line: number, found: number, columns: number, help: string): void {
    const others: Met['others'] = (count) =>
      ` (and ${count} more ${count === 1 ? 'line has' : 'lines have'} as many)`
    const cells = `${found} ${found === 1 ? 'cell' : 'cells'}`
    this.count(`cells\n${found}`, others, (more) => {
      const span = lineSpan(this.data, line)
      return reportCells('mix-cells', span, { line, cells, columns, more }, { help })
    })
  }

  private count(key: string, others: Met['others'], report: Met['report']): void {
    const known = this.met.get(key)
    if (known === undefined) this.met.set(key, { report, others, count: 1 })
    else known.count += 1
  }

  /** A file is read once for each family that has items in it, and speaks once. */
  report(): void {
    const { ground, data, met } = this
    for (const [key, { report, others, count }] of met) {
      const once = `${data.source.path}\n${key}`
      if (ground.reported.has(once)) continue
      ground.reported.add(once)
      ground.problems.push(report(count === 1 ? '' : others(count - 1)))
    }
  }
}

export function lineSpan(data: ItemData, line: number): Span {
  const start = lineStartsOf(data.source)[line - 1] ?? 0
  return spanOf(data.source, start, start + lineText(data.source, line).length)
}
