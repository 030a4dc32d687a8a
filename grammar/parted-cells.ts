// Cells too many in a row: numbers parted by a space for thousands, and units behind numbers.

import type { Extras } from '../src/diagnostics/define.ts'
import { isLetter } from './chars.ts'
import type { Problems } from './problems.ts'
import { mend } from './problems.ts'

/** Where a cell stands in the text of its row. */
export interface Place {
  readonly start: number
  readonly end: number
}

export const UNIT_HELP =
  'the unit or the currency stands behind `in`, in the first line of the statement'

/** The places of words that stand right behind numbers, where the row has so many cells too many. */
export function unitsAmong(
  text: string,
  places: readonly Place[],
  tooMany: number,
): readonly Place[] {
  const units = places.filter((place, at) => {
    const before = places[at - 1]
    return isUnit(text, place) && before !== undefined && isNumber(text, before)
  })
  return tooMany > 0 && units.length === tooMany ? units : []
}

function isUnit(text: string, { start, end }: Place): boolean {
  return isLetter(text.charCodeAt(start)) && text.slice(start, end) !== 'rest'
}

function isNumber(text: string, { start, end }: Place): boolean {
  return /^[-+]?\d[\d_]*(?:\.\d+)?%?$/.test(text.slice(start, end))
}

/** What to do where cells that are joined make the row have as many as the table has columns. */
export function helpForParted(
  problems: Problems,
  text: string,
  base: number,
  places: readonly Place[],
  tooMany: number,
): Extras | undefined {
  const joints = places.flatMap((place, at) =>
    isThousands(text, places, at) ? [{ place, at }] : [],
  )
  const close = joints.filter(({ place, at }) => place.start - (places[at - 1]?.end ?? 0) === 1)
  const chosen = close.length === tooMany ? close : joints
  if (chosen.length !== tooMany) return undefined
  const numbers: { start: number; end: number }[] = []
  for (const { place, at } of chosen) {
    const last = numbers.at(-1)
    const before = places[at - 1]
    if (before === undefined) return undefined
    if (last?.end === before.end) last.end = place.end
    else numbers.push({ start: before.start, end: place.end })
  }
  const edits = numbers.map(({ start, end }) => {
    const written = text.slice(start, end).replace(/\s+/g, '')
    return [problems.span(base + start, base + end), written] as const
  })
  const written = edits.map(([, number]) => number).join(' and ')
  const [it, spaces] = edits.length === 1 ? ['it', 'space'] : ['them', 'spaces']
  const help = `if you mean ${written}, write ${it} without the ${spaces}`
  return { help, mends: [mend(`write ${written}`, ...edits)] }
}

/** Whether a cell may be the last three digits, or the next, of a number that begins before it. */
function isThousands(text: string, places: readonly Place[], at: number): boolean {
  const place = places[at]
  const before = places[at - 1]
  if (place === undefined || before === undefined) return false
  if (!/^\d{3}(?:\.\d+)?%?$/.test(text.slice(place.start, place.end))) return false
  return /^[-+]?\d{1,3}$/.test(text.slice(before.start, before.end))
}
