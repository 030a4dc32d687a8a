/** Reads a file of item plans: `month,item,quantity`, or a column an item. */

import { divide, isZero, negate, readExact } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { cellsOf, columnsOf } from '../base/item-data.ts'
import type { ItemData, ReadItems } from '../base/item-data.ts'
import { parseMonth, printMonth } from '../base/month.ts'
import type { Month } from '../base/month.ts'
import { monthMeant } from '../base/month-meant.ts'
import { inRange } from '../base/month-set.ts'
import { numberMeant } from '../base/number-meant.ts'
import { closest } from '../base/suggest.ts'
import { reportCells } from '../diagnostics/cells.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import { NUMBER, SHARE } from './change.ts'
import type { Ground } from './ground.ts'
import { LostCells } from './lost-cells.ts'
import { mergeCells } from './mix-cells.ts'
import type { FileCell } from './mix-cells.ts'
import { MixMistakes, lineSpan } from './mix-mistakes.ts'
import { helpForRow, shapeOf } from './mix-shape.ts'
import type { MixShape } from './mix-shape.ts'
import { statesShares } from './shares.ts'
import type { Kept, StatedColumn } from './stated.ts'
import { unitsIn } from './statements.ts'

/** The cells of one file, by item. */
export interface FileCells {
  readonly columns: ReadonlyMap<Fact, readonly FileCell[]>
  /** Numbers of the family that stand in the file and could not be read. */
  readonly lost: LostCells
  /** Puts the file's cells of an item over a column that tables state. */
  readonly over: (item: Fact, column: StatedColumn, kept: Kept) => StatedColumn
}

export function readMixFile(
  ground: Ground,
  readItems: ReadItems,
  statement: Fact,
  path: string,
  family: Fact,
): FileCells {
  const columns = new Map<Fact, FileCell[]>()
  const lost = new LostCells()
  const data = readItems(path)
  const unit = unitsIn(ground, statement, family).volume
  const file: FileCells = {
    columns,
    lost,
    over: (item, column, kept) => mergeCells(ground, columns.get(item) ?? [], column, kept, unit),
  }
  if ('problem' in data) {
    const at = statement.fields.get('path')?.span ?? statement.span
    const extras = data.help === undefined ? {} : { help: data.help }
    const problem = data.line === undefined ? data.problem : `line ${data.line}: ${data.problem}`
    ground.problems.push(reportCells('mix-unreadable', at, { path, problem }, extras))
    lost.everywhere = true
    return file
  }
  const shape = shapeOf(data, (name) => itemNamed(ground, name) !== undefined)
  if ('help' in shape) {
    reportHeader(ground, data, path, shape.help)
    lost.everywhere = true
    return file
  }
  new Reading(ground, data, shape, family, columns, lost, statesShares(statement)).read()
  return file
}

/** Each family's statement reads the file, which has one header. */
function reportHeader(
  ground: Ground,
  data: ItemData,
  path: string,
  help: string | undefined,
): void {
  const key = `${data.source.path}\nheader`
  if (ground.reported.has(key)) return
  ground.reported.add(key)
  const extras = help === undefined ? {} : { help }
  ground.problems.push(reportCells('mix-columns', lineSpan(data, 1), { path }, extras))
}

/** The item of a name; what could not be read may declare one, which is then unknown. */
function itemNamed({ facts }: Ground, name: string): Fact | 'unknown' | undefined {
  return facts.named('item', name) ?? (facts.mayDeclare(name, 'item') ? 'unknown' : undefined)
}

/** One file while it is read for one family. */
class Reading {
  private readonly ground: Ground
  private readonly data: ItemData
  private readonly shape: MixShape
  private readonly family: Fact
  private readonly columns: Map<Fact, FileCell[]>
  private readonly lost: LostCells
  private readonly shares: boolean
  private readonly mistakes: MixMistakes

  constructor(
    ground: Ground,
    data: ItemData,
    shape: MixShape,
    family: Fact,
    columns: Map<Fact, FileCell[]>,
    lost: LostCells,
    shares: boolean,
  ) {
    this.ground = ground
    this.data = data
    this.shape = shape
    this.family = family
    this.columns = columns
    this.lost = lost
    this.shares = shares
    this.mistakes = new MixMistakes(ground, data)
  }

  read(): void {
    const { data, shape } = this
    const columns = columnsOf(data)
    for (const row of data.rows) {
      const cells = cellsOf(row, columns)
      if (cells.every((cell) => cell === '')) continue
      if (cells.length === columns) this.readRow(row.line, cells)
      else {
        this.mistakes.meetRow(row.line, cells.length, columns, helpForRow(cells, shape, columns))
        this.lose(cells, this.itemIn(cells))
      }
    }
    this.mistakes.report()
  }

  private readRow(line: number, cells: readonly string[]): void {
    const { shape, data } = this
    const numbers =
      shape.byRow === undefined
        ? shape.items.map(({ name, at }) => ({ name, at, named: 1 }))
        : [{ name: cells[shape.byRow.item] ?? '', at: shape.byRow.quantity, named: line }]
    const written = numbers.filter(({ at }) => cells[at] !== '' && cells[at] !== '-')
    if (written.length === 0) return
    const month = this.monthOf(line, cells[shape.month] ?? '')
    for (const { name, at, named } of written) {
      const number = cells[at] ?? ''
      const item = this.itemOf(name, number, named)
      const value = this.valueOf(number, line)
      // A file may hold the items of several families, each read by its own statement.
      if (item !== undefined && factIn(item, 'family') !== this.family) continue
      if (month === undefined || item === undefined || value === undefined) {
        this.lose(cells, item)
        continue
      }
      const own = this.columns.get(item) ?? []
      this.columns.set(item, own)
      own.push({ month, ...value, span: lineSpan(data, line) })
    }
  }

  private monthOf(line: number, text: string): Month | undefined {
    const month = parseMonth(text)
    if (month !== undefined && inRange(this.ground.reach, month)) return month
    const meant = month === undefined ? monthMeant(text) : undefined
    const help = meant === undefined ? undefined : `write ${printMonth(meant)}`
    this.mistakes.meet(text, 'a month, such as `2026-11`', line, help)
    return undefined
  }

  private itemOf(name: string, number: string, line: number): Fact | undefined {
    const item = itemNamed(this.ground, name)
    if (item !== undefined) return item === 'unknown' ? undefined : item
    if (name === '' && this.shape.byRow === undefined) {
      this.mistakes.meet(
        number,
        'in a column with a name',
        line,
        'name the column in the first line',
      )
      return undefined
    }
    const { facts } = this.ground
    const items = facts.whose('item', 'family', this.family).map((each) => each.name ?? '')
    const meant = closest(name, items)
    const help = meant === undefined ? undefined : `did you mean \`${meant}\`?`
    this.mistakes.meet(name, 'an item', line, help)
    return undefined
  }

  private valueOf(number: string, line: number): ReturnType<typeof readNumber> {
    const value = readNumber(number)
    if (value === undefined) this.meetNumber(number, line)
    else if (this.shares && value.sort === NUMBER && !isZero(value.value)) {
      this.mistakes.meet(number, 'a share, such as `40%`', line, undefined)
      return undefined
    }
    return value
  }

  private meetNumber(number: string, line: number): void {
    const meant = numberMeant(number)
    const help = meant === undefined ? undefined : `write ${meant}`
    this.mistakes.meet(number, 'a number, such as `1200` or `40%`', line, help)
  }

  /** The item of a row whose cells do not fit, where it can be told. */
  private itemIn(cells: readonly string[]): Fact | undefined {
    const { byRow } = this.shape
    const name = byRow === undefined ? undefined : cells[byRow.item]
    return name === undefined ? undefined : this.ground.facts.named('item', name)
  }

  /** A number of this row cannot be read: that of an item, or of any; in its month, or in any. */
  private lose(cells: readonly string[], item: Fact | undefined): void {
    if (item !== undefined && factIn(item, 'family') !== this.family) return
    const text = cells[this.shape.month] ?? cells[0] ?? ''
    const month = parseMonth(text) ?? monthMeant(text) ?? parseMonth(firstMonth(cells))
    const known = month !== undefined && inRange(this.ground.reach, month)
    this.lost.add(item, known ? month : undefined)
  }
}

/** Of a row that is not parted as the first line is. */
function firstMonth(cells: readonly string[]): string {
  return /(?<![\d-])\d{4}-\d\d(?![\d-])/.exec(cells.join(' '))?.[0] ?? ''
}

function readNumber(text: string): { readonly value: Exact; readonly sort: number } | undefined {
  const percent = text.endsWith('%')
  const minus = text.startsWith('-')
  const start = minus || text.startsWith('+') ? 1 : 0
  const value = readExact(text, start, text.length - (percent ? 1 : 0))
  if (value === undefined) return undefined
  const signed = minus ? negate(value) : value
  const share = percent ? divide(signed, 100) : signed
  return share === undefined ? undefined : { value: share, sort: percent ? SHARE : NUMBER }
}
