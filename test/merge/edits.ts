/** Random edits of plans, as people make them: numbers, rows, columns, statements, comments, layout. */

import * as fc from 'fast-check'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../../src/base/source.ts'
import { format } from '../../src/syntax/format.ts'
import { examplePlans } from '../syntax/plan-texts.ts'

export type Change = (text: string) => string

const ROW = /^(\s*)(\d{4}-\d\d(?: \.\.(?: \d{4}-\d\d)?)?)(\s+[^#\s].*)$/

/** Plans without a mistake, short enough to look at a merge that went wrong. */
export const plans: readonly string[] = examplePlans.filter(
  (text) =>
    parse(makeSource('plan.sop', text)).problems.length === 0 && text.split('\n').length < 150,
)

export function readable(text: string): boolean {
  return parse(makeSource('plan.sop', text)).problems.length === 0
}

/** Changes the lines that a row or another line of code stands on; nothing where there is none. */
function atLine(
  place: number,
  is: (line: string) => boolean,
  change: (line: string) => readonly string[],
): Change {
  return (text) => {
    const lines = text.split('\n')
    const places = [...lines.keys()].filter((at) => is(lines[at] ?? ''))
    const chosen = places[place % Math.max(places.length, 1)]
    return lines.flatMap((line, at) => (at === chosen ? change(line) : [line])).join('\n')
  }
}

const isRow = (line: string): boolean => ROW.test(line)

/** Another number in a cell of a table. */
const numbers: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(), fc.nat(9), fc.integer({ min: 1, max: 99_999 }))
  .map(([place, column, number]) =>
    atLine(place, isRow, (line) => {
      const [, indent = '', months = '', cells = ''] = ROW.exec(line) ?? []
      const words = cells.replace(/#.*$/, '').trim().split(/\s+/)
      const comment = /#.*$/.exec(cells)?.[0] ?? ''
      words[column % words.length] = String(number)
      return [`${indent}${months}  ${words.join('  ')}${comment === '' ? '' : `  ${comment}`}`]
    }),
  )

const rowsGone = fc.nat().map((place) => atLine(place, isRow, () => []))

/** A row for several months becomes two. */
const split = fc.nat().map((place) =>
  atLine(
    place,
    (line) => isRow(line) && / \.\. \d/.test(line),
    (line) => {
      const [, from = '', to = ''] = /(\d{4}-\d\d) \.\. (\d{4}-\d\d)/.exec(line) ?? []
      const second = to.endsWith('01') ? undefined : line.replace(/\S+ \.\. \S+/, to)
      const before = to.replace(/\d\d$/, (month) => String(Number(month) - 1).padStart(2, '0'))
      if (second === undefined || before < from) return [line]
      return [line.replace(/\S+ \.\. \S+/, before === from ? from : `${from} .. ${before}`), second]
    },
  ),
)

const comments = fc.tuple(fc.nat(), fc.nat(9)).map(([place, number]) =>
  atLine(
    place,
    (line) => line.trim() !== '',
    (line) => [`# remark ${number} on ${place % 100}`, line],
  ),
)

/** Another number in a line that is no row. */
const lines = fc.tuple(fc.nat(), fc.integer({ min: 2, max: 90 })).map(([place, number]) =>
  atLine(
    place,
    (line) => !isRow(line) && /^\s+[a-z].* \d+ (?:months|weeks|each)/.test(line),
    (line) => [line.replace(/ \d+ (?=months|weeks|each)/, ` ${number} `)],
  ),
)

const statements = fc
  .tuple(fc.nat(), fc.constantFrom('role', 'function', 'unit'), fc.nat(5))
  .map(([place, word, number]): Change => {
    const ending = word === 'role' ? ' in finance' : ''
    return atLine(
      place,
      (line) => /^[a-z]/.test(line),
      (line) => [`${word} new-${word}-${number}${ending}`, line],
    )
  })

const statementsGone = fc.nat().map((place) =>
  atLine(
    place,
    (line) => /^[a-z][^{]*$/.test(line) && !/[,(]$/.test(line),
    () => [],
  ),
)

/** A column more, in all rows of a table. */
const columns = fc.tuple(fc.nat(), fc.nat(3)).map(([place, number]): Change => (text) => {
  const lines = text.split('\n')
  const headers = [...lines.keys()].filter((at) => /^\s+month\s/.test(lines[at] ?? ''))
  const header = headers[place % Math.max(headers.length, 1)] ?? -1
  const behind = lines.findIndex((line, at) => at > header && /^\s*\}/.test(line))
  const cell = (at: number): string => (at === header ? `extra-${number}` : '7')
  return lines
    .map((line, at) => {
      const inTable = header !== -1 && at >= header && at < behind && line.trim() !== ''
      if (!inTable || line.trim().startsWith('#')) return line
      const [, code = '', comment = ''] = /^([^#]*?)(\s*#.*)?$/.exec(line) ?? []
      return `${code}  ${cell(at)}${comment}`
    })
    .join('\n')
})

/** A statement and its neighbour change places. */
const moves = fc.nat().map((place): Change => (text) => {
  const blocks = text.split(/(?<=^\}\n)/m)
  const at = place % Math.max(blocks.length - 1, 1)
  const [first = '', second = ''] = [blocks[at], blocks[at + 1]]
  return blocks
    .with(at, second)
    .toSpliced(at + 1, 1, first)
    .join('')
})

const layout: fc.Arbitrary<Change> = fc.constant((text: string) =>
  format(makeSource('plan.sop', text)),
)

export const oneChange: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: numbers, weight: 6 },
  rowsGone,
  split,
  comments,
  lines,
  statements,
  statementsGone,
  columns,
  moves,
  layout,
)

/** Several changes in turn; one after which the plan could not be read is left out. */
export const manyChanges: fc.Arbitrary<Change> = fc
  .array(oneChange, { minLength: 1, maxLength: 5 })
  .map((list): Change => (text) => {
    return list.reduce((made, change) => {
      const next = change(made)
      return readable(next) ? next : made
    }, text)
  })

export const numbersOnly: fc.Arbitrary<Change> = fc
  .array(numbers, { minLength: 1, maxLength: 4 })
  .map(
    (list): Change =>
      (text) =>
        list.reduce((made, change) => change(made), text),
  )
