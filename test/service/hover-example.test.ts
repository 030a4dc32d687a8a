// Hover over every number of a published plan: the difference to the cycle before is the true one.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { addMonths, type Month, parseMonth, printMonth } from '../../src/base/month.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { hover } from '../../src/service/hover.ts'
import { snapshotOf } from './cursor.ts'

const EXAMPLE = 'examples/acme'
const BEFORE = 'closed/2026-10'

function textsOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = paths.filter((path) => /\.(?:sop|csv)$/.test(path))
  return new Map(
    read.map((path) => {
      const text = readFileSync(`${folder}/${path}`, 'utf8')
      // What the cycle before planned is what its plan says, but for its revisions.
      return [path.replaceAll('\\', '/'), text.replaceAll(/^revision [^]*?^\}$/gm, '')]
    }),
  )
}

interface Cell {
  /** `operations of medium-widgets 2026-12`. */
  readonly name: string
  readonly value: number
  readonly offset: number
}

/** The cells of the plans in a text, read as anybody would: a row of months is a cell for each. */
function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = []
  let family = ''
  let columns: readonly string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const [first = '', ...words] = line.trim().split(/\s+/)
    if (first === 'plan') family = words[0] ?? ''
    if (first === 'month') columns = words
    const row = /^\s+(\d{4}-\d\d)(?: \.\. (\d{4}-\d\d))?((?: +[\d_]+)+)\s*$/.exec(line)
    const from = parseMonth(row?.[1] ?? '')
    if (row !== null && from !== undefined) {
      const to = parseMonth(row[2] ?? '') ?? from
      const numbers = [...(row[3] ?? '').matchAll(/\d+/g)]
      const first = line.length - (row[3] ?? '').length
      for (let month: Month = from; month <= to; month = addMonths(month, 1)) {
        for (const [at, number] of numbers.entries()) {
          const name = `${columns[at]} of ${family} ${printMonth(month)}`
          const offset = start + first + number.index
          cells.push({ name, value: Number(number[0]), offset })
        }
      }
    }
    start += line.length + 1
  }
  return cells
}

describe('hover in the example', () => {
  const texts = textsOf(EXAMPLE)
  const snapshot = snapshotOf(texts)

  test.each(['sales.sop', 'operations.sop'])('%s: says how far each number moved', (path) => {
    const earlier = new Map(
      cellsOf(texts.get(`${BEFORE}/${path}`) ?? '').map(({ name, value }) => [name, value]),
    )
    let compared = 0
    for (const { name, value, offset } of cellsOf(texts.get(path) ?? '')) {
      const shown = printPlain(hover(snapshot, path, offset)?.doc ?? [], 100).replaceAll(',', '')
      // Of a row of months, hover shows the first.
      if (!shown.startsWith(`${name} = ${value} `)) continue
      const was = earlier.get(name)
      const by = was === undefined ? undefined : value - was
      const said = /^(.*cycle before.*)$/m.exec(shown)?.[1]
      const moved = `${by !== undefined && by > 0 ? '+' : ''}${by} from the cycle before which planned ${was}`
      const same = by === 0 ? 'as in the cycle before' : moved
      expect([name, said?.replaceAll(',', '')]).toEqual([name, by === undefined ? undefined : same])
      compared += by === undefined ? 0 : 1
    }
    expect(compared).toBeGreaterThan(20)
  })
})
