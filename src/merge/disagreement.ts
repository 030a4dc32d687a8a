/** What is said beside a number that two people changed: whose is which, and how to disagree openly. */

import { type Month, printMonth, printMonths } from '../base/month.ts'
import { printName, printValue, quoted } from '../syntax/print.ts'
import { familyOf, unitOf } from './named-in.ts'
import type { BlockItem } from './item.ts'
import type { CellConflict } from './piece.ts'
import { FAR } from './table-rows.ts'
import { type Side, SIDES } from './three-way.ts'

/** Comment lines. `people` are the two who changed it. */
export function adviceOn(
  cells: readonly CellConflict[],
  block: BlockItem | undefined,
  people: Readonly<Record<Side, string>>,
  indent: string,
): readonly string[] {
  return cells
    .flatMap((cell) => {
      const offer = block === undefined ? [] : disagreement(cell, block, people)
      const open =
        offer.length === 0 ? [] : ['If it stays open, name the roles and put this below the plan:']
      return [`${sentence(cell, people)} Keep one.`, ...open, ...offer]
    })
    .map((line) => `${indent}# ${line}`)
}

/** `sales 2026-12`. */
export function cellName(cell: CellConflict): string {
  return `${cell.column} ${monthsOf(cell)}`
}

function sentence(cell: CellConflict, people: Readonly<Record<Side, string>>): string {
  const values = SIDES.map((side) => `${cell[side] ?? 'no value'} (${people[side]})`)
  const before = cell.base === undefined ? '' : `; it was ${cell.base}`
  return `${cellName(cell)}: ${values.join(' or ')}${before}.`
}

function monthsOf({ from, to }: CellConflict): string {
  if (from >= FAR) return 'total'
  return printMonths(from as Month, to >= FAR ? undefined : (to as Month))
}

/** Of a family's plan in numbers; nothing where what happened is in question, or no number stands. */
function disagreement(
  cell: CellConflict,
  { statement, spec }: BlockItem,
  people: Readonly<Record<Side, string>>,
): readonly string[] {
  const isPlan = spec?.table?.columns === 'series' && spec.atRoll !== 'asks'
  const numbers = SIDES.every((side) => /^[+-]?\d/.test(cell[side] ?? ''))
  if (spec === undefined || !isPlan || !numbers || cell.from >= FAR) return []
  const family = familyOf(statement, spec)
  if (family === undefined) return []
  const unit = unitOf(statement, spec)
  const name = `${cell.column}-${family.text}-${printMonth(cell.from as Month)}`
  const written = family.quoted ? quoted(name) : name
  return [
    `disagreement ${written} about ${printName(family)} ${monthsOf(cell)} {`,
    ...SIDES.map((side) =>
      [
        `  position ROLE ${cell.column} ${cell[side] ?? ''}`,
        unit && ` ${printValue(unit)}`,
        `  # ${people[side]}`,
      ].join(''),
    ),
    '}',
  ]
}
