/** What texts say, piece by piece: each line of each statement, each cell in each month. */

import type { Entry, Statement, Table, Tree } from '../../grammar/tree.ts'
import { lex } from '../../grammar/lexer.ts'
import { Problems } from '../../grammar/problems.ts'
import type { Source, Span } from '../base/source.ts'
import { type Month, printMonths } from '../base/month.ts'
import { printExact, printPercent } from '../base/exact.ts'
import { OPEN } from '../../grammar/tree.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { identityOf, kindOf } from './identity.ts'
import { FAR, lastOfOpen } from './table-rows.ts'

/**
 * By what it is of; the same thing said twice is in a list. Of cells, the key ends with the months:
 * `plan pumps for 2026-11 | sales | 2026-12`.
 */
export type Claims = ReadonlyMap<string, readonly string[]>

interface Stated {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly value: string
}

interface Said {
  readonly lines: readonly (readonly [string, string])[]
  readonly cells: readonly Stated[]
}

/** Of texts that are to be compared: ranges of months are cut alike in all of them. */
export function claimsOf(trees: readonly Pick<Tree, 'statements'>[]): readonly Claims[] {
  const said = trees.map(({ statements }) => saidIn(statements, '', undefined))
  const bounds = new Map<string, Set<number>>()
  for (const { key, from, to } of said.flatMap(({ cells }) => cells)) {
    const known = bounds.get(key) ?? new Set()
    bounds.set(key, known.add(from).add(to + 1))
  }
  const sorted = new Map([...bounds].map(([key, set]) => [key, [...set].toSorted((a, b) => a - b)]))
  return said.map(({ lines, cells }) => {
    const claims = new Map<string, string[]>()
    const put = (key: string, value: string): void => {
      const values = claims.get(key)
      if (values === undefined) claims.set(key, [value])
      else values.push(value)
    }
    for (const [key, value] of lines) put(key, value)
    for (const { key, from, to, value } of cells) {
      const cuts = sorted.get(key) ?? []
      for (const [at, start] of cuts.entries()) {
        const end = (cuts[at + 1] ?? 0) - 1
        if (start >= from && end <= to && end >= start) put(`${key} | ${months(start, end)}`, value)
      }
    }
    for (const values of claims.values()) values.sort()
    return claims
  })
}

function months(from: number, to: number): string {
  return printMonths(from as Month, to >= FAR ? undefined : (to as Month))
}

function saidIn(entries: readonly Entry[], path: string, parent: KindSpec | undefined): Said {
  const parts = entries.map((entry): Said => {
    if (entry.sort === 'table') return tableSaid(entry, path)
    if (entry.sort === 'statement') return statementSaid(entry, path, parent)
    const word = entry.sort === 'clauses' ? entry.clauses[0]?.preposition.text : entry.sort
    return { lines: [[under(path, word ?? ''), wordsOf(entry.span)]], cells: [] }
  })
  return {
    lines: parts.flatMap(({ lines }) => lines),
    cells: parts.flatMap(({ cells }) => cells),
  }
}

function statementSaid(statement: Statement, path: string, parent: KindSpec | undefined): Said {
  const spec = kindOf(statement, parent)
  const own = under(path, identityOf(statement, spec))
  const { line, define, entries } = statement
  const head = wordsOf(define?.span ?? line.span)
  const inside = saidIn(entries, own, spec)
  return { lines: [[own, head], ...inside.lines], cells: inside.cells }
}

function tableSaid(table: Table, path: string): Said {
  const { columns, rowCount, total } = table
  const starts = table.from.slice(0, rowCount).toSorted()
  const cells: Stated[] = []
  const lines: (readonly [string, string])[] = []
  for (const [at, name] of columns.entries()) {
    const key = under(path, name.text)
    lines.push([key, 'a column'])
    for (let row = 0; row < rowCount; row += 1) {
      const from = table.from[row] ?? 0
      const to = table.to[row] ?? 0
      const value = cellText(table, row * columns.length + at)
      const last = to === OPEN ? lastOfOpen(starts, from) : to
      if (value !== '-') cells.push({ key, from, to: last, value })
    }
    const sum = total?.cells[at]
    const text = sum === undefined ? '-' : printed(sum)
    if (text !== '-') lines.push([`${key} | total`, text])
  }
  return { lines, cells }
}

function cellText(table: Table, at: number): string {
  const plain = table.cells[at] ?? Number.NaN
  if (!Number.isNaN(plain)) return printExact(plain)
  const cell = table.others.get(at)
  return cell === undefined ? 'unknown' : printed(cell)
}

function printed(cell: NonNullable<ReturnType<Table['others']['get']>>): string {
  if (cell.sort === 'blank') return '-'
  if (cell.sort === 'rest') return 'rest'
  return cell.percent ? printPercent(cell.value) : printExact(cell.value)
}

function under(path: string, own: string): string {
  return path === '' ? own : `${path} | ${own}`
}

/** However it is laid out. */
function wordsOf({ source, start, end }: Span): string {
  return tokensOf(source, start, end).join(' ')
}

function tokensOf(source: Source, start: number, end: number): readonly string[] {
  return lex(new Problems(source), start, end).tokens.map(({ image }) => image)
}
