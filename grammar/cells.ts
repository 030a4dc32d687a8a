// Reads one cell of a table, and tells what was meant by one that cannot be read.

import { MOST_DIGITS, negate, readExact } from '../src/base/exact.ts'
import { numberMeant, withoutCommas } from '../src/base/number-meant.ts'
import type { Span } from '../src/base/source.ts'
import type { Extras } from '../src/diagnostics/define.ts'
import { MINUS, PLUS } from './chars.ts'
import { percentOf } from './nodes.ts'
import { numberEnd, reportTooLong } from './numbers.ts'
import { UNIT_HELP } from './parted-cells.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import type { Cell } from './tree.ts'

const PERCENT_SIGN = 37

/** Made once: there may be very many. */
const blank: Cell = { sort: 'blank' }
const rest: Cell = { sort: 'rest' }

/** What stands between two offsets without a blank; undefined if it is no cell. */
export function readCell(text: string, start: number, end: number): Cell | undefined {
  const first = text.charCodeAt(start)
  const signed = first === MINUS || first === PLUS
  if (signed && end === start + 1) return first === MINUS ? blank : undefined
  if (end === start + 4 && text.startsWith('rest', start)) return rest
  const from = signed ? start + 1 : start
  const behind = numberEnd(text, from, end)
  if (behind === -1) return undefined
  const percent = behind === end - 1 && text.charCodeAt(behind) === PERCENT_SIGN
  if (behind !== end && !percent) return undefined
  const written = readExact(text, from, behind)
  if (written === undefined) return undefined
  const size = percent ? percentOf(written) : written
  return { sort: 'number', value: first === MINUS ? negate(size) : size, percent }
}

/** The cell as an integer to store by itself, or NaN. */
export function integerOf(cell: Cell): number {
  const plain = cell.sort === 'number' && !cell.percent && typeof cell.value === 'number'
  return plain ? cell.value : Number.NaN
}

/** Reports what `readCell` could not read. */
export function reportCell(problems: Problems, start: number, end: number, cell: string): void {
  const span = problems.span(start, end)
  const found = brief(cell)
  const mended = withoutCommas(cell)
  if (mended !== undefined && cell.length <= MOST_DIGITS) {
    const mends = [mend(`write ${mended}`, [span, mended])]
    return problems.add(report('comma-in-number', span, { found: cell, mended }, { mends }))
  }
  const from = /^[-+]/.test(cell) ? 1 : 0
  const behind = numberEnd(cell, from, cell.length)
  if (behind === cell.length || (behind === cell.length - 1 && cell.endsWith('%'))) {
    return reportTooLong(problems, start, end)
  }
  if (/^[-+]?[\d.]+e[-+]?\d+$/i.test(found)) {
    return problems.add(report('number-with-exponent', span, { found }))
  }
  problems.add(report('unreadable-cell', span, { found }, extrasFor(span, cell)))
}

/** What was meant by a cell that is no number, where that can be told. */
function extrasFor(span: Span, cell: string): Extras {
  const meant = numberMeant(cell)
  if (meant !== undefined) {
    return { help: `write ${meant}`, mends: [mend(`write ${meant}`, [span, meant])] }
  }
  if (NO_VALUE.test(cell)) {
    return { help: 'write `-` where there is no value', mends: [mend('write -', [span, '-'])] }
  }
  return isWithUnit(cell) ? { help: UNIT_HELP } : {}
}

const NO_VALUE = /^(?:n\/?a|tb[acd]|\?+)$/i

/** `$1350`, `$1,350` and `1350each`; of `135o` another letter is wrong. */
function isWithUnit(cell: string): boolean {
  return /^(?:[$€£]\d[\d_.,]*|[-+]?\d[\d_.]*(?:[$€£]|\p{L}{2,}))$/u.test(cell)
}
