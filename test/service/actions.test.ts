// Code actions: what can be done, and the text afterwards.
import { describe, expect, test } from 'vitest'

import { actions } from '../../src/service/actions.ts'
import { readPasted } from '../../src/service/pasted.ts'
import { problemsIn } from '../../src/service/problems.ts'
import { BUSINESS, changedLines, cursorIn, edited, FAMILY } from './cursor.ts'

/** The titles that are offered at the cursor. */
function offered(text: string) {
  const { snapshot, path, offset } = cursorIn(text)
  return actions(snapshot, { path, start: offset, end: offset })
}

/** One of the actions, by its title, and the lines that are new after it. */
function expectAction(text: string, title: string, expected: readonly string[]): void {
  const list = offered(text)
  const found = list.find((each) => each.title === title)
  if (found === undefined) throw new Error(`offered: ${list.map((each) => each.title).join('; ')}`)
  expect(changedLines(found.edits)).toEqual(expected)
}

function expectTitles(text: string, expected: readonly string[]): void {
  expect(offered(text).map(({ title }) => title)).toEqual(expected)
}

/** Cells as a spreadsheet lends them, each way they can be read. */
function expectReadings(text: string, expected: readonly string[]): void {
  const said = readPasted(text).map(({ how, columns, rows }) =>
    [
      ...(how === undefined ? [] : [`(${how})`]),
      ...(columns === undefined ? [] : [columns.join(' ')]),
      ...rows.map(({ month, cells }) => `${month} ${cells.join(' ')}`),
    ].join(' | '),
  )
  expect(said).toEqual(expected)
}

const ALL = BUSINESS + FAMILY
const plan = (rows: string): string =>
  `${ALL}plan widgets for 2026-11 {\n  month    sales  operations\n${rows}\n}\n`

describe('mends', () => {
  test('write what was meant', () => {
    expectAction(`${ALL}item W-1 in widgest$0s\n`, 'Write `widgets`', ['item W-1 in widgets'])
  })
  test('write what a rule would', () => {
    const rule = `rule plant/level "All months are alike" {
  given   family f, month t in horizon
  require operations(f, t) = sales(f, t)
  at      operations(f, t)
  message "{f} {t}: not as the others"
  fix     operations(f, t) = sales(f, t)
}
`
    expectAction(plan('  2026-11    100         110$0') + rule, 'Write 100 each', [
      '  2026-11    100         100',
    ])
  })
  test('mend all of a file at once, but not what a rule says', () => {
    expectAction('role a in financ$0e-x\nrole b in operation\n', 'Mend all that can be mended', [
      'role a in finance',
      'role b in operations',
    ])
  })
})

describe('saying more', () => {
  test('waives a finding, with owner, date and a place for the reason', () => {
    const text = plan('  2026-11    100         110         7$01').replace(
      'operations\n  2',
      'operations  inventory\n  2',
    )
    const waive = offered(text).find(({ title }) => title.startsWith('Waive '))
    expect(waive && changedLines(waive.edits)).toEqual([
      `waive ${waive?.problem?.code} about widgets 2026-11 {`,
      '  by president until 2026-11',
      '  because',
    ])
    expect(waive?.snippet).toMatch(/\n {2}because "\$\{1:…\}"\n\\\}\n$/)
  })
  test('asks for the reason of a waiver until there is one', () => {
    const text = plan('  2026-11    100         110         7$01').replace(
      'operations\n  2',
      'operations  inventory\n  2',
    )
    const waive = offered(text).find(({ title }) => title.startsWith('Waive '))
    const { 'plan.sop': after = '' } = edited(waive?.edits ?? [])
    const { snapshot, path } = cursorIn(after)
    const said = problemsIn(snapshot, path).map(({ code }) => code)
    expect(said).toContain('clause-without-argument')
  })
  test('states the month that is missing next', () => {
    expectAction(plan('  2026-11    100         110$0'), 'State 2026-12', [
      '  2026-12    100         110',
    ])
  })
  test('states the month that is missing between two', () => {
    const rows = '  2026-11    100         1$010\n  2027-01 ..  90          90'
    expectAction(plan(rows), 'State 2026-12', ['  2026-12    100         110'])
  })
  test('states no month where none is missing', () => {
    expectTitles(plan('  2026-11 ..   100         11$00').replace('widgets for', 'widgets for'), [])
  })
  test('writes the lines that a statement must have', () => {
    expectAction('family a$0 {\n    unit each\n}\n', 'Write `strategy make-to-stock`', [
      '    strategy make-to-stock',
    ])
  })
})

describe('writing what the help says', () => {
  test('states an owner, one a plan', () => {
    const text = `${ALL}authorize 2026-11 by president on 2026-11-19\n`
      .replace('family wid', 'family w$0id')
      .replace('  owner planner for operations\n', '')
    expectAction(text, 'Write `owner ROLE for sales`', [
      '  owner ROLE for sales',
      '  owner ROLE for operations',
    ])
    const snippet = offered(text).find(({ title }) => title.startsWith('Write `owner'))?.snippet
    expect(snippet).toBe('  owner ${1:ROLE} for sales\n  owner ${2:ROLE} for operations\n')
  })
  test('approves a change inside a fence', () => {
    const text = `${ALL}fence planning 3 months {
  change operations within 10%
  approval by president
}
process {
  step reconciliation
  step executive
}
cycle 2026-10 {
  horizon 6 months
}
plan widgets for 2026-10 {
  month    sales  operations
  2026-11 ..  100   100
}
${plan('  2026-11 ..  100         15$00').slice(ALL.length)}`
    const found = offered(
      text.replace(
        'horizon 6 months\n}\nfamily',
        'horizon 6 months\n  meeting reconciliation on 2026-11-10\n}\nfamily',
      ),
    )
    const approve = found.find(({ title }) => title.startsWith('Write `approve '))
    expect(approve && changedLines(approve.edits)).toEqual([
      'approve operations of widgets 2026-11 .. 2027-01 for 2026-11 by president because',
    ])
    expect(approve?.snippet).toMatch(/ because "\$\{1:…\}"\n$/)
  })
  test('states a conversion, in the block that is there or in one of its own', () => {
    const own =
      'unit pallet\nplan widgets for 2026-11 {\n  in pal$0let\n  month  sales\n  2026-11  1\n}\n'
    const title = 'Write `unit each = … pallet`'
    expectAction(ALL + own, title, ['  unit each = pallet'])
    const apart = ALL.replace(/conversion [^]*/, '')
    expectAction(apart + own, title, ['conversion widgets {', '  unit each = pallet'])
    const snippet = offered(apart + own).find((each) => each.title === title)?.snippet
    expect(snippet).toBe('\nconversion widgets {\n  unit each = ${1} pallet\n\\}\n')
  })
  test('asks for the number of a conversion until there is one', () => {
    const text = `${ALL}unit pallet\nconversion widgets {\n  unit each = pal$0let\n}\n`
    const { snapshot, path } = cursorIn(text)
    expect(problemsIn(snapshot, path).map(({ code }) => code)).toContain('wrong-value')
  })
  test('declares a unit that nobody declares', () => {
    expectAction(`${ALL}unit crate = 6 pack$0s\n`, 'Write `unit packs`', ['unit packs'])
  })
})

describe('pasted cells', () => {
  test('become rows of the table', () => {
    expectAction(
      plan('  2026-11    100         110\nDec 2026\t1 200\t1 250\nJan 2027\t1 300\t$01 350'),
      'Make rows of the pasted cells',
      ['  2026-12  1200  1250', '  2027-01  1300  1350'],
    )
  })
  test('are found from the empty line below them, where the cursor is left', () => {
    expectAction(
      plan('  2026-11    100         110\nDec 2026\t1200\t1250\n$0'),
      'Make rows of the pasted cells',
      ['  2026-12  1200  1250'],
    )
    expectTitles(plan('  2026-11 .. 2027-04    100         110\n\n\n$0'), [])
  })
  test('are asked about where a mark may be read in two ways', () => {
    const text = plan('2026-12\t1,200\t$01,250')
    expectAction(text, 'Make rows of the pasted cells: 1,200 is 1200', ['  2026-12  1200  1250'])
    expectAction(text, 'Make rows of the pasted cells: 1,200 is 1.200', ['  2026-12  1.200  1.250'])
  })
  test('go to the columns that their header names', () => {
    expectAction(
      plan('Month\tOperations\tSales\n2026-12\t7\t$08'),
      'Make rows of the pasted cells',
      ['  2026-12  8  7'],
    )
  })
  test('are read as they can be', () => {
    expectReadings('2026-11\t1,200\t1.5', ['2026-11 1200 1.5'])
    expectReadings('2026-11\t1.200,5\t3', ['2026-11 1200.5 3'])
    expectReadings('2026-11\t1,234,567', ['2026-11 1234567'])
    expectReadings("2026-11\t1'200\t60%", ['2026-11 1200 60%'])
    expectReadings('2026-11\t\t-3', ['2026-11 - -3'])
    expectReadings('2026-11\t(3)\t(1,200)\t(7%)\t1.5', ['2026-11 -3 -1200 -7% 1.5'])
    expectReadings('2026-11\t(-3)', [])
    expectReadings('11/2026\t1\nNov-27\t2', ['2026-11 1 | 2027-11 2'])
    expectReadings('2026-11\t1,20,000', [])
    expectReadings('2026-11\tabc', [])
    expectReadings('2026-13\t1', [])
    expectReadings('no tabs', [])
  })
  test('may have their months across', () => {
    expectReadings('\tNov 2026\tDec 2026\nsales\t1\t2\noperations\t3\t4', [
      'sales operations | 2026-11 1 3 | 2026-12 2 4',
    ])
  })
})
