// The year of acme, read without Concord: lines of tables, by regular expressions alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ACME = join(import.meta.dirname, '../../examples/acme')
const LATEST = '2026-11'

/** What stands in each month's cycle, and what stands once for all of them. */
const OF_CYCLE = ['cycle.sop', 'finance.sop', 'operations.sop', 'sales.sop']

export type Texts = Readonly<Record<string, string>>

export const cycles: readonly string[] = [...readdirSync(join(ACME, 'closed')).toSorted(), LATEST]

/** The files as they stood when the cycle had been held: it is open, and those before are closed. */
export function filesOf(cycle: string): Texts {
  const whole = ['business.sop', 'families.sop', 'concord.yaml', 'actuals.sop']
  const files = whole.map((name) => [name, textOf(name)] as const)
  const open = OF_CYCLE.map((name) => [name, cycleText(cycle, name)] as const)
  const closed = cycles
    .filter((each) => each < cycle)
    .flatMap((each) =>
      OF_CYCLE.map((name) => [`closed/${each}/${name}`, cycleText(each, name)] as const),
    )
  const known = Object.fromEntries([...files, ...open, ...closed])
  return { ...known, 'actuals.sop': rowsBefore(known['actuals.sop'] ?? '', cycle) }
}

function textOf(path: string): string {
  return readFileSync(join(ACME, path), 'utf8')
}

function cycleText(cycle: string, name: string): string {
  return textOf(cycle === LATEST ? name : `closed/${cycle}/${name}`)
}

/** The tables of actuals, which grow by a row each month; a table without rows is not there yet. */
function rowsBefore(text: string, cycle: string): string {
  const some = text.replace(/^ {2}(\d{4}-\d\d) .*\n/gm, (row, month) => (month < cycle ? row : ''))
  return some.replace(/^actual [^{]*\{\n {2}month .*\n\}\n/gm, '')
}

/** By `cycle series family month`. */
export type Cells = ReadonlyMap<string, number>

/** Every number of a plan in the texts, revisions counted in, without those that are money. */
export function plannedIn(texts: Texts): Cells {
  const cells = new Map<string, number>()
  for (const text of Object.values(texts)) {
    for (const [, family = '', cycle = '', block = ''] of text.matchAll(
      /^plan (\S+) for (\S+) \{\n(.*?)^\}/gms,
    )) {
      for (const { series, month, value } of rowsIn(block)) {
        cells.set(`${cycle} ${series} ${family} ${month}`, value)
      }
    }
  }
  for (const text of Object.values(texts)) {
    for (const [, cycle = '', block = ''] of text.matchAll(
      /^revision \S+ of (\S+) .*?\{\n(.*?)^\}/gms,
    )) {
      for (const [, series = '', family = '', month = '', by = ''] of block.matchAll(
        /change +(\S+) of (\S+) (\S+) by ([-+]\d+)$/gm,
      )) {
        revise(cells, { cycle, series, family, month, by: Number(by) })
      }
    }
  }
  return cells
}

/** What a unit more of a flow does to the stocks at the end of its month and of each month after. */
const STOCKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  shipments: { backlog: -1, inventory: -1 },
  operations: { inventory: 1 },
}

interface Revised {
  readonly cycle: string
  readonly series: string
  readonly family: string
  readonly month: string
  readonly by: number
}

function revise(cells: Map<string, number>, { cycle, series, family, month, by }: Revised): void {
  for (const [key, value] of cells) {
    const [ofCycle, what = '', of, at = ''] = key.split(' ')
    if (ofCycle !== cycle || of !== family || at < month) continue
    if (what === series && at === month) cells.set(key, value + by)
    else cells.set(key, value + by * (STOCKS[series]?.[what] ?? 0))
  }
}

/** By `series family month`. */
export function happenedIn(texts: Texts): Cells {
  const blocks = (texts['actuals.sop'] ?? '').matchAll(/^actual (\S+) \{\n(.*?)^\}/gms)
  return new Map(
    [...blocks].flatMap(([, family = '', block = '']) =>
      rowsIn(block).map(({ series, month, value }) => [`${series} ${family} ${month}`, value]),
    ),
  )
}

interface Cell {
  readonly series: string
  readonly month: string
  readonly value: number
}

function rowsIn(block: string): readonly Cell[] {
  const columns = /^ *month +(.*)$/m.exec(block)?.[1]?.trim().split(/ +/) ?? []
  return [...block.matchAll(/^ *(\d{4}-\d\d)(?: \.\. (\d{4}-\d\d))? +([^#\n]*)/gm)].flatMap(
    ([, from = '', to = from, numbers = '']) =>
      monthsFrom(from, to).flatMap((month) =>
        numbers
          .trim()
          .split(/ +/)
          .flatMap((text, at): readonly Cell[] =>
            text === '-' ? [] : [{ series: columns[at] ?? '', month, value: Number(text) }],
          ),
      ),
  )
}

/** Both ends count. */
export function monthsFrom(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let at = numberOf(from); at <= numberOf(to); at += 1) {
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  }
  return months
}

/** How many months after another. */
export function lagOf(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}
