// Hover: what the text under the cursor means.
import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { hover } from '../../src/service/hover.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { BUSINESS, cursorIn, FAMILY, type Files } from './cursor.ts'

/** The text that is hovered over, and the lines that are shown. */
function expectHover(files: Files, over: string, expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(files)
  const found = hover(snapshot, path, offset)
  const lines = found === undefined ? [] : printPlain(found.doc, 100).trimEnd().split('\n')
  expect({ over: found && textOf(found.span), lines }).toEqual({ over, lines: expected })
}

function shownAt(snapshot: Snapshot, path: string, offset: number): readonly string[] {
  return printPlain(hover(snapshot, path, offset)?.doc ?? [], 100).split('\n')
}

function expectNothing(files: Files): void {
  const { snapshot, path, offset } = cursorIn(files)
  expect(hover(snapshot, path, offset)).toBeUndefined()
}

const ALL = BUSINESS + FAMILY
const plan = (row: string, columns = 'sales  operations  inventory'): string =>
  `${ALL}plan widgets for 2026-11 {\n  month  ${columns}\n  ${row}\n}\n`

describe('hover over a number', () => {
  test('shows it in other units and money, and where it comes from', () => {
    expectHover(plan('2026-11  120$0  1210  70'), '120', [
      'sales of widgets 2026-11 = 120 each',
      '10 case · 600 USD at its price',
    ])
  })
  test('shows what the flows of a stock give', () => {
    expectHover(plan('2026-11  100  110  6$05'), '65', [
      'inventory of widgets 2026-11 = 65 each',
      '≈5.42 case · 325 USD at its price',
      'Its flows give:',
      '  - + 60 inventory 2026-10',
      '  - + 110 operations 2026-11',
      '  - − 100 shipments 2026-11',
      '  - + 0 adjustment 2026-11',
      '  - = 70',
    ])
  })
  test('shows how far it moved since the cycle before', () => {
    const before = `cycle 2026-10 {\n  horizon 6 months\n}\nplan widgets for 2026-10 {\n  month  sales\n  2026-11  90\n}\n`
    expectHover(before + plan('2026-11  10$02  110  68'), '102', [
      'sales of widgets 2026-11 = 102 each',
      '8.5 case · 510 USD at its price',
      '+12 from the cycle before, which planned 90',
    ])
  })
  test('shows the stocks of a month over the month', () => {
    expectHover(plan('2026-$011  100  110', 'sales  operations'), '2026-11  100  110', [
      'inventory of widgets 2026-11 = 70 each',
      '≈5.83 case · 350 USD at its price',
    ])
  })
})

describe('hover over a word', () => {
  test('shows what a name is, and its declaration', () => {
    expectHover(`${ALL}item W-1 in wid$0gets\n`, 'widgets', [
      'family widgets: Widgets',
      '  family widgets "Widgets" {',
      '    market "Shops"',
      '    strategy make-to-stock',
      '    unit each',
      '    owner planner for operations',
      '  }',
    ])
  })
  test('shows the numbers of a family, months that are alike in one row', () => {
    const rows = '2026-11  100  110\n  2026-12 ..  90  90'
    const { snapshot, path, offset } = cursorIn(
      `${plan(rows, 'sales  operations')}item W-1 in wid$0gets\n`,
    )
    expect(shownAt(snapshot, path, offset).slice(0, 4)).toEqual([
      'family widgets: Widgets',
      '  month, in each      sales  operations  inventory',
      '  2026-11               100         110         70',
      '  2026-12 .. 2027-04     90          90         70',
    ])
  })
  test('shows what a resource has, and what the plan needs of it', () => {
    const supply =
      'resource hall {\n  unit hour\n  month  available\n  2026-11 ..  99\n}\nsupply widgets {\n  uses ha$0ll 0.5 hour per each\n}\n'
    const { snapshot, path, offset } = cursorIn(
      plan('2026-11 ..  90  100', 'sales  operations') + supply,
    )
    expect(shownAt(snapshot, path, offset).slice(0, 3)).toEqual([
      'resource hall',
      '  month, in hour      available  load',
      '  2026-11 .. 2027-04         99    50',
    ])
  })
  test('shows how a rule fares', () => {
    const waive = 'waive balance/no-stock$0out about widgets {\n  by president until 2026-12\n}\n'
    const { snapshot, path, offset } = cursorIn(
      plan('2026-11 ..  90  90', 'sales  operations') + waive,
    )
    expect(shownAt(snapshot, path, offset)).toContain('Here: holds 6 times')
  })
  test('shows the page of a keyword', () => {
    const { snapshot, path, offset } = cursorIn(`${ALL}it$0em W-1 in widgets\n`)
    const shown = printPlain(hover(snapshot, path, offset)?.doc ?? [], 100)
    expect(shown).toContain('item NAME')
    expect(shown).toContain('An item of a family: what the mix is made of.')
  })
  test('shows what a line of a rule says', () => {
    expectHover('rule a/b "c" {\n  col$0lect t\n}\n', 'collect', [
      '  collect NAME',
      'Cases of one severity that differ only in this, in months that follow one another, are one finding.',
      '  collect t',
    ])
  })
  test('shows what a preposition takes', () => {
    expectHover(`${ALL}item W-1 i$0n widgets\n`, 'in', ['  in FAMILY', 'The family it belongs to.'])
  })
  test('shows a series, a version and a function', () => {
    const rule = (text: string): string => `rule a/b "c" {\n  require ${text}\n}\n`
    expectHover(rule('outlook.sal$0es(f, t) > 0'), 'sales', [
      "sales, of a month, in the family's unit",
      'The sales plan: incoming demand, when it is ordered.',
    ])
    expectHover(rule('out$0look.sales(f, t) > 0'), 'outlook', [
      '`outlook`: The actual of a closed month, else the plan.',
    ])
    expectHover(rule('kno$0wn(sales(f, t))'), 'known', [
      '  known(x)',
      'Whether something is not unknown.',
    ])
  })
  test('shows the value of a policy', () => {
    const { snapshot, path, offset } = cursorIn(`${ALL}policy mix-tol$0erance = 1%\n`)
    expect(printPlain(hover(snapshot, path, offset)?.doc ?? [], 100)).toMatch(
      /^`mix-tolerance` = 1%\n/,
    )
  })
  test('shows where a variable is bound', () => {
    expectHover('rule a/b "c" {\n  let le$0ft = 2 * 3\n  require left > 0\n}\n', 'left', [
      '  - `let left = 2 * 3`',
    ])
  })
  test('shows nothing in a comment', () => {
    expectNothing(`${ALL}# widg$0ets\n`)
  })
})
