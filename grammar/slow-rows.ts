// Reads the rows that are not wholly in order: says what is wrong with them and keeps the rest.

import { parseDay } from '../src/base/date.ts'
import { daysMeant } from '../src/base/day-meant.ts'
import { monthOf, parseMonth, printMonth } from '../src/base/month.ts'
import type { Month } from '../src/base/month.ts'
import { monthMeant } from '../src/base/month-meant.ts'
import { or } from '../src/base/phrases.ts'
import { isBlank, POINT, skipBlanks } from './chars.ts'
import { readCell, reportCell } from './cells.ts'
import { MOST_LINE } from './limits.ts'
import { reportBackwards } from './mistakes.ts'
import type { Misfit } from './misfits.ts'
import { helpForParted, unitsAmong, UNIT_HELP } from './parted-cells.ts'
import type { Place } from './parted-cells.ts'
import { reportChunk } from './numbers.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import { repaired } from './repair.ts'
import { looksLikeMonth } from './rows.ts'
import { joinedMonths, monthBehind, otherRangeEnd, spelledMonthEnd } from './spelled-months.ts'
import type { Cell, Name } from './tree.ts'
import { OPEN } from './tree.ts'

/** Months are undefined where they could not be read; so is a cell. */
export interface SlowRow {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly cells: readonly (Cell | undefined)[]
}

/** The columns of the table, and where its header stands: cells that line up tell their columns. */
export interface Header {
  readonly names: readonly Name[]
  readonly lineStart: number
  /** Grows with each row that has another number of cells. */
  readonly misfits: Misfit[]
}

/** Reads a row from `start`, whose line begins at `lineStart`. */
export function readSlowRow(
  problems: Problems,
  header: Header,
  lineStart: number,
  start: number,
  end: number,
): SlowRow {
  if (end - start > MOST_LINE) return longRow(problems, header, start, end)
  const line = new SlowLine(problems, start, end)
  const months = line.months()
  const cells = line.cells(header, lineStart)
  return { ...months, cells }
}

/** Reads the cells of a `total` row. */
export function readTotal(
  problems: Problems,
  header: Header,
  lineStart: number,
  start: number,
  end: number,
): readonly (Cell | undefined)[] {
  if (end - start > MOST_LINE) return longRow(problems, header, start, end).cells
  const line = new SlowLine(problems, start, end)
  line.skip('total'.length)
  return line.cells(header, lineStart)
}

function longRow(problems: Problems, header: Header, start: number, end: number): SlowRow {
  const span = problems.span(start, start + MOST_LINE)
  problems.add(report('line-too-long', span, { length: end - start, most: MOST_LINE }))
  return { from: undefined, to: undefined, cells: header.names.map(() => undefined) }
}

/** A row's line from left to right; offsets in `text` are the source's less `base`. */
class SlowLine {
  private readonly problems: Problems
  private readonly text: string
  private readonly base: number
  private readonly end: number
  private readonly before: number
  private at = 0
  /** Months of the row that are written as elsewhere. */
  private meant = 0

  constructor(problems: Problems, start: number, end: number) {
    this.problems = problems
    this.text = repaired(problems, start, end) ?? problems.source.text.slice(start, end)
    this.before = problems.count
    this.base = start
    this.end = end - start
  }

  skip(length: number): void {
    this.at += length
  }

  months(): { from: number | undefined; to: number | undefined } {
    const start = this.at
    const joined = joinedMonths(this.text, this.at)
    if (joined !== undefined) return this.joined(start, joined)
    const from = this.month()
    const behind = this.at
    const dots = skipBlanks(this.text, behind, this.end)
    const other = otherRangeEnd(this.text, dots, this.end)
    if (!this.text.startsWith('..', dots) && other === -1) {
      this.reportMeant(start, behind)
      this.at = dots
      return { from, to: from }
    }
    this.at = other === -1 ? dots + 2 : other
    if (other === -1 && this.text.charCodeAt(this.at) === POINT) this.thirdPoint()
    this.at = skipBlanks(this.text, this.at, this.end)
    const closed =
      looksLikeMonth(this.text, this.at, this.end) || monthBehind(this.text, this.at, this.end)
    if (!closed) {
      this.reportMeant(start, behind)
      return { from, to: OPEN }
    }
    const to = this.month()
    const ordered = from !== undefined && to !== undefined && to >= from
    if (other !== -1 && ordered) this.otherRange(start, dots, other, from, to)
    else this.reportMeant(start, this.at, from, to)
    if (from !== undefined && to !== undefined && to < from && this.meant === 0) {
      this.backwards(start)
    }
    return ordered ? { from, to } : { from: undefined, to: undefined }
  }

  cells(header: Header, lineStart: number): readonly (Cell | undefined)[] {
    const places: Place[] = []
    const cells: (Cell | undefined)[] = []
    for (;;) {
      const start = skipBlanks(this.text, this.at, this.end)
      if (start >= this.end) break
      let end = start
      while (end < this.end && !isBlank(this.text.charCodeAt(end))) end += 1
      this.at = end
      if (end === start + 1 && this.text.charAt(start) === '%' && cells.length > 0) {
        this.percentApart(places.at(-1)?.end ?? start, start)
        continue
      }
      places.push({ start, end })
      cells.push(readCell(this.text, start, end))
    }
    const { names } = header
    const units = unitsAmong(this.text, places, places.length - names.length)
    for (const [at, place] of places.entries()) {
      if (cells[at] !== undefined || units.includes(place)) continue
      const written = this.text.slice(place.start, place.end)
      reportCell(this.problems, this.base + place.start, this.base + place.end, written)
    }
    if (cells.length === names.length) return cells
    if (this.problems.count === this.before) this.countMisfit(header, places, units, lineStart)
    // A unit says nothing else of its number: it is read as what stands before it.
    if (units.length > 0) return cells.filter((_, at) => !units.some((unit) => unit === places[at]))
    return names.map(() => undefined)
  }

  /** One that is written as elsewhere is read as it is meant, and said with the range it is in. */
  private month(): number | undefined {
    const start = this.at
    const spelled = spelledMonthEnd(this.text, start, this.end)
    if (spelled !== -1) this.at = spelled
    else while (this.at < this.end && !this.endsMonth(this.at)) this.at += 1
    const written = this.text.slice(start, this.at)
    const month = parseMonth(written)
    if (month !== undefined) return month
    const meant = monthMeant(written)
    if (meant !== undefined) {
      this.meant += 1
      return meant
    }
    const span = this.problems.span(this.base + start, this.base + this.at)
    if (readCell(written, 0, written.length) !== undefined) {
      // A cell where the month belongs: the month was left out.
      this.problems.add(report('unreadable-month', span, { found: brief(written) }))
    } else {
      const plain = parseDay(written)
      const days = plain === undefined ? daysMeant(written) : [plain]
      const months = days.map((day) => printMonth(monthOf(day)))
      if (months.length === 0) reportChunk(this.problems, span.start, span.end, written)
      else {
        const values = { found: written, month: or(months) }
        const mends = months.map((each) => mend(`write ${each}`, [span, each]))
        this.problems.add(report('date-for-month', span, values, { mends }))
      }
    }
    return undefined
  }

  /** Says how months are written that stand between two offsets, where one is written otherwise. */
  private reportMeant(start: number, end: number, from?: number, to?: number): void {
    if (this.meant === 0) return
    const span = this.problems.span(this.base + start, this.base + end)
    const found = brief(this.text.slice(start, end))
    const first = from ?? monthMeant(this.text.slice(start, end))
    if (first === undefined) return
    const both = from !== undefined && to !== undefined
    const written = both
      ? rangeText(Math.min(from, to), Math.max(from, to))
      : printMonth(first as Month)
    const extras = { help: `write ${written}`, mends: [mend(`write ${written}`, [span, written])] }
    this.problems.add(report('unreadable-month', span, { found }, extras))
  }

  private joined(start: number, [first, last]: readonly [string, string]) {
    this.at += first.length + 1 + last.length
    const from = parseMonth(first)
    const to = parseMonth(last)
    if (from === undefined || to === undefined || to < from) {
      reportChunk(this.problems, this.base + start, this.base + this.at, `${first}-${last}`)
      return { from: undefined, to: undefined }
    }
    this.otherRange(start, start + first.length, start + first.length + 1, from, to)
    return { from, to }
  }

  /** A range that is not written with two points. */
  private otherRange(start: number, sign: number, behind: number, from: number, to: number): void {
    const whole = this.problems.span(this.base + start, this.base + this.at)
    const span = this.problems.span(this.base + sign, this.base + behind)
    const written = rangeText(from, to)
    const values = { found: this.text.slice(sign, behind), ours: '..' }
    const extras = {
      help: `write \`${written}\``,
      mends: [mend(`write ${written}`, [whole, written])],
    }
    this.problems.add(report('foreign-operator', span, values, extras))
  }

  private endsMonth(at: number): boolean {
    return isBlank(this.text.charCodeAt(at)) || this.text.startsWith('..', at)
  }

  private thirdPoint(): void {
    const span = this.problems.span(this.base + this.at - 2, this.base + this.at + 1)
    const mends = [mend('write `..`', [span, '..'])]
    this.problems.add(report('foreign-operator', span, { found: '...', ours: '..' }, { mends }))
    this.at += 1
  }

  private backwards(start: number): void {
    reportBackwards(this.problems, this.problems.span(this.base + start, this.base + this.at))
  }

  private percentApart(numberEnd: number, at: number): void {
    const span = this.problems.span(this.base + at, this.base + at + 1)
    const gap = this.problems.span(this.base + numberEnd, this.base + at)
    const mends = [mend('delete the space', [gap, ''])]
    this.problems.add(report('space-before-percent', span, {}, { mends }))
  }

  private countMisfit(
    header: Header,
    places: readonly Place[],
    units: readonly Place[],
    lineStart: number,
  ): void {
    const { names, misfits } = header
    const shift = this.base - lineStart + header.lineStart
    const overlaps = (place: Place, name: Name): boolean => {
      return place.start + shift < name.span.end && place.end + shift > name.span.start
    }
    const found = places.length
    if (found < names.length) {
      const missing = unmatched(names, places, (name, place) => overlaps(place, name))
      const columns = missing.map((name) => `\`${name.text}\``).join(', ')
      const span = this.problems.span(this.base, this.base + this.end)
      misfits.push({ span, found, code: 'too-few-cells', what: brief(columns) })
      return
    }
    const extra = units.length > 0 ? units : unmatched(places, names, overlaps)
    const first = extra[0] ?? { start: 0, end: this.end }
    const span = this.problems.span(this.base + first.start, this.base + first.end)
    const cells = brief(extra.map(({ start, end }) => this.text.slice(start, end)).join(' '))
    const tooMany = found - names.length
    const extras =
      units.length > 0
        ? { help: UNIT_HELP }
        : helpForParted(this.problems, this.text, this.base, places, tooMany)
    misfits.push({ span, found, code: 'too-many-cells', what: cells, extras })
  }
}

function rangeText(from: number, to: number): string {
  return `${printMonth(from as Month)} .. ${printMonth(to as Month)}`
}

/** Those of the more that stand over none of the fewer; the last ones if that cannot be told. */
function unmatched<More, Fewer>(
  more: readonly More[],
  fewer: readonly Fewer[],
  match: (more: More, fewer: Fewer) => boolean,
): readonly More[] {
  const left: More[] = []
  let next = 0
  for (const one of more) {
    const other = fewer[next]
    if (other !== undefined && match(one, other)) next += 1
    else left.push(one)
  }
  return next === fewer.length ? left : more.slice(fewer.length)
}
