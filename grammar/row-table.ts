// A table as the parser keeps it: its numbers lie in buffers that all tables of a file share, and
// what is seldom asked for is made when somebody asks.

import { sameList } from '../src/base/same-list.ts'
import type { Source, Span } from '../src/base/source.ts'
import { LeanName } from './lean-nodes.ts'
import { startsOfRun } from './rows.ts'
import type { TableHead } from './simple-line.ts'
import type { Cell, Name, Table, TotalRow } from './tree.ts'

/** The months of a table's rows; tables may share them. */
export interface RowMonths {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The rows of a table, in buffers from an offset on. */
export interface ReadRows {
  readonly rowCount: number
  readonly months: RowMonths
  /** Undefined for a run, whose first row begins at `startsAt`. */
  readonly starts: Int32Array | undefined
  readonly startsAt: number
  readonly numbers: Float64Array
  readonly numbersAt: number
  readonly others: ReadonlyMap<number, Cell>
}

/** Shared by all tables of plain numbers. Invariant: nothing is ever put into it. */
export const NO_OTHERS: ReadonlyMap<number, Cell> = new Map()

/** What else is known of it. */
export interface TableState {
  readonly total: TotalRow | undefined
  readonly damaged: boolean
  readonly misfit: boolean
}

const PLAIN: TableState = { total: undefined, damaged: false, misfit: false }

/** Its own span. */
export class RowTable implements Table {
  readonly source: Source
  start: number
  end: number
  rowCount: number
  from: Int32Array
  to: Int32Array
  others: ReadonlyMap<number, Cell>
  private state: TableState
  /** A view of its own once somebody has asked for it. */
  private starts: Int32Array | undefined
  private startsAt: number
  /** Row by row from `numbersAt` on; other tables have their numbers in the same buffer. */
  numbers: Float64Array
  numbersAt: number
  private ownCells: Float64Array | undefined
  private head: TableHead | readonly Name[]

  constructor(
    source: Source,
    start: number,
    end: number,
    head: TableHead | readonly Name[],
    rows: ReadRows,
    state: TableState = PLAIN,
  ) {
    this.source = source
    this.start = start
    this.end = end
    this.rowCount = rows.rowCount
    this.from = rows.months.from
    this.to = rows.months.to
    this.others = rows.others
    this.state = state
    this.starts = rows.starts
    this.startsAt = rows.startsAt
    this.numbers = rows.numbers
    this.numbersAt = rows.numbersAt
    this.ownCells = undefined
    this.head = head
  }

  get sort(): 'table' {
    return 'table'
  }

  get span(): Span {
    return this
  }

  get total(): TotalRow | undefined {
    return this.state.total
  }

  set total(total: TotalRow | undefined) {
    this.state = { ...this.state, total }
  }

  get damaged(): boolean {
    return this.state.damaged
  }

  get misfit(): boolean {
    return this.state.misfit
  }

  get width(): number {
    const { head } = this
    return 'words' in head ? head.words.length : head.length
  }

  /** Those of the header: the same list for tables that have the same. */
  get words(): readonly string[] {
    const { head } = this
    return 'words' in head ? head.words : head.map(({ text }) => text)
  }

  get columns(): readonly Name[] {
    const { head, source, start } = this
    if (!('words' in head)) return head
    const names = namesOf(head, source, start)
    this.head = names
    return names
  }

  get rowStart(): Int32Array {
    const { starts, startsAt, rowCount, source } = this
    if (starts !== undefined && startsAt < 0) return starts
    const own =
      starts?.subarray(startsAt, startsAt + rowCount) ?? startsOfRun(source, startsAt, rowCount)
    this.starts = own
    this.startsAt = -1
    return own
  }

  get cells(): Float64Array {
    const { numbers, numbersAt } = this
    this.ownCells ??= numbers.subarray(numbersAt, numbersAt + this.rowCount * this.width)
    return this.ownCells
  }

  /** Takes what another table says in the place of its own, but for its head and source. */
  take(now: Table): void {
    const { start, end } = now.span
    this.start = start
    this.end = end
    this.from = keptMonths(this.from, now.from)
    this.to = keptMonths(this.to, now.to)
    this.starts = keptNumbers(this.rowStart, now.rowStart)
    const cells = keptNumbers(this.cells, now.cells)
    if (cells !== this.ownCells) {
      this.numbers = cells
      this.numbersAt = 0
      this.ownCells = cells
    }
    this.rowCount = now.rowCount
    this.others = now.others
    const { total } = this
    const { damaged, misfit } = now
    if (total === undefined || now.total === undefined) {
      this.state = { total: now.total, damaged, misfit }
    } else {
      Object.assign(total.span, { start: now.total.span.start, end: now.total.span.end })
      this.state = { total: { ...now.total, span: total.span }, damaged, misfit }
    }
  }
}

/** A buffer with the numbers of a table, row by row from `numbersAt` on: without a view made of it. */
export function numbersOf(table: Table): Float64Array {
  return table instanceof RowTable ? table.numbers : table.cells
}

export function numbersAt(table: Table): number {
  return table instanceof RowTable ? table.numbersAt : 0
}

/** The words of a table's header, without a node made for each. */
export function wordsOf(table: Table): readonly string[] {
  return table instanceof RowTable ? table.words : table.columns.map(({ text }) => text)
}

/** The columns of a header that begins at an offset. */
export function namesOf(head: TableHead, source: Source, start: number): readonly Name[] {
  return head.words.map((word, at) => {
    return new LeanName(word, source, start + (head.offsets[at] ?? 0))
  })
}

/** Tables that have the same months may share them. */
function keptMonths(old: Int32Array, now: Int32Array): Int32Array {
  return sameList(old, now) ? old : now.slice()
}

/** Where there are as many they take the place of the old ones: else each edit would take memory. */
function keptNumbers<Numbers extends Int32Array | Float64Array>(old: Numbers, now: Numbers) {
  if (old.length !== now.length) return now.slice() as Numbers
  old.set(now)
  return old
}
