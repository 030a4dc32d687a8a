// Changes inside fences at their edges: lengths, series, families, rank, revisions, many cycles.

import { describe, expect, test } from 'vitest'

import { edited, type Edit, found, PROCESS, tally } from './process.ts'

const RULE = 'commitment/change-inside-fence'
const DECEMBER = '2026-12               100         100'
const PLANNING = '  change   operations within 10%\n  approval by plant-manager\n'

/** The plan of a month of the cycle anew: its sales and its operations. */
const planned = (month: string, sales: number, operations: number): Edit => [
  `${month}               100         100`,
  `${month}               ${sales}         ${operations}`,
]

const december = (operations: number, ...edits: readonly Edit[]) =>
  edited(PROCESS, planned('2026-12', 100, operations), ...edits)

describe('a change inside a fence', () => {
  test('of what the fence lets pass holds; one more does not', () => {
    expect(found(december(110), RULE)).toEqual([])
    expect(found(december(90), RULE)).toEqual([])
    expect(found(december(111), RULE)).toEqual([
      'error: widgets 2026-12: operations goes from 100 each to 111 each, +11 each (11%), inside the planning fence, where 10% may change without the approval of the plant-manager; approved so far by: nobody',
    ])
  })

  test('may be negligible', () => {
    const negligible = december(111, [
      '  unit     each\n',
      '  unit     each\n  negligible 11 each\n',
    ])
    expect(found(negligible, RULE)).toEqual([])
  })

  test('from nothing', () => {
    const text = december(5, [
      '2026-10 .. 2028-03    100         100',
      '2026-10 .. 2028-03    100           0',
    ])
    expect(found(text, RULE).join()).toContain('from 0 each to 5 each, +5 each (from nothing)')
  })

  test('is to do until the reconciliation has passed', () => {
    expect(found(december(111), RULE, { today: '2026-11-17' })[0]).toMatch(
      /^after reconciliation: /,
    )
    expect(found(december(111), RULE, { today: '2026-11-18' })[0]).toMatch(/^error: /)
  })

  test('is of the series that the fence names', () => {
    expect(found(edited(PROCESS, planned('2026-12', 150, 100)), RULE)).toEqual([])
    expect(found(edited(PROCESS, planned('2026-11', 101, 100)), RULE)).toHaveLength(1)
    const unsaid = december(111, ['  change   operations within 10%\n', ''])
    expect(found(unsaid, RULE)[0]).toContain('where 0% may change')
  })

  test('of a cycle that has none before it is not one', () => {
    expect(
      tally(
        PROCESS.replace(/cycle 2026-10 \{[^}]*\}\n/, '').replace(
          /plan widgets for 2026-10 \{[^}]*\}\n/,
          '',
        ),
        RULE,
      ),
    ).toEqual([0, 0, 0])
  })

  test('of a month that does not add up is judged once it does', () => {
    const text = edited(PROCESS, planned('2026-12', 100, 150), [
      'plan widgets for 2026-11 {\n',
      'plan widgets for 2026-11 {\n  month inventory\n  2026-12 500\n}\nplan widgets for 2026-11 {\n',
    ])
    expect(found(text, RULE)).toEqual([])
    expect(found(text, 'balance/ending-inventory')).toHaveLength(1)
  })
})

describe('the reach of a fence', () => {
  const january = edited(PROCESS, planned('2027-01', 100, 120))
  const length = (text: string): Edit => ['fence planning 3 months', `fence planning ${text}`]

  test.each([
    ['3 months', 1],
    ['2 months', 0],
    ['9 weeks', 1],
    ['8 weeks', 0],
    ['62 days', 1],
    ['61 days', 0],
  ])('%s from November: January is inside %i times', (text, count) => {
    expect(found(edited(january, length(text)), RULE)).toHaveLength(count)
  })

  test('is that of the family, where it has a fence of its own', () => {
    const own = `fence planning 2 months about widgets {\n${PLANNING}}\n`
    expect(found(january + own, RULE)).toEqual([])
    const looser = `fence planning 3 months about widgets {\n  change operations within 20%\n}\n`
    expect(found(january + looser, RULE)).toEqual([])
    const stricter = `fence planning 3 months about widgets {\n  change operations within 5%\n  approval by controller\n}\n`
    expect(found(january + stricter, RULE)[0]).toContain(
      'where 5% may change without the approval of the controller',
    )
  })

  test('says of each fence by itself who approves', () => {
    const text = edited(PROCESS, planned('2026-11', 100, 120), planned('2026-12', 100, 120))
    const said = found(text, RULE)
    expect(said.map((each) => /approval of the (\S+);/.exec(each)?.[1])).toEqual([
      'president',
      'plant-manager',
    ])
  })

  test('the shortest governs a month that several reach', () => {
    const text = edited(PROCESS, planned('2026-11', 100, 101))
    expect(found(text, RULE)[0]).toContain(
      'inside the demand fence, where 0% may change without the approval of the president',
    )
  })
})

describe('an approval', () => {
  const approve = (of: string, cycle = '2026-11') =>
    `approve ${of} for ${cycle} by plant-manager on 2026-11-18\n`
  const text = december(111)

  test('is of the series, the month and the cycle', () => {
    expect(found(text + approve('operations of widgets 2026-12'), RULE)).toEqual([])
    expect(found(text + approve('operations of widgets 2026-12 .. 2027-03'), RULE)).toEqual([])
    expect(found(text + approve('operations of widgets'), RULE)).toEqual([])
    expect(found(text + approve('sales of widgets 2026-12'), RULE)).toHaveLength(1)
    expect(found(text + approve('operations of widgets 2027-01'), RULE)).toHaveLength(1)
    expect(found(text + approve('operations of widgets 2026-12', '2026-10'), RULE)).toHaveLength(1)
  })

  test('may name several families', () => {
    const other = 'family gadgets {\n  strategy make-to-stock\n  unit each\n}\n'
    expect(found(text + other + approve('operations of gadgets, widgets 2026-12'), RULE)).toEqual(
      [],
    )
  })

  test('by somebody who may not is one finding, of who approved', () => {
    const wrong =
      text + approve('operations of widgets 2026-12').replace('plant-manager', 'controller')
    expect(found(wrong, RULE)).toEqual([])
    expect(found(wrong, 'commitment/approver-has-authority')).toHaveLength(1)
  })
})

describe('a revision', () => {
  const revised = (change: string, approved: string) =>
    `${PROCESS}revision fire of 2026-11 on 2026-11-24 by plant-manager {\n  because "Fire."\n${approved}  ${change}\n}\n`
  const LINE = 'change operations of widgets 2026-12 by -20'
  const TABLE = 'plan widgets {\n    month operations\n    2026-12 80\n  }'

  test.each([LINE, TABLE])('approves its own changes: %s', (change) => {
    expect(found(revised(change, '  approved by plant-manager\n'), RULE)).toEqual([])
    expect(found(revised(change, '  approved by president\n'), RULE)).toEqual([])
  })

  test.each([
    ['', 'nobody'],
    ['  approved by sales-director on 2026-11-25\n', 'sales-director'],
    ['  approved by foreman on 2026-11-25\n', 'foreman'],
  ])('approved by: %s', (approved, who) => {
    for (const change of [LINE, TABLE]) {
      expect(found(revised(change, approved), RULE)).toEqual([
        `error: widgets 2026-12: operations goes from 100 each to 80 each, -20 each (20%), inside the planning fence, where 10% may change without the approval of the plant-manager; approved so far by: ${who}`,
      ])
    }
  })

  test('approves no other change', () => {
    const text = revised('change operations of widgets 2027-06 by -20', '  approved by president\n')
    expect(
      found(edited(text, [DECEMBER, '2026-12               100         120']), RULE),
    ).toHaveLength(1)
  })

  test('that takes a change back leaves nothing to approve', () => {
    const back = revised(LINE, '').replace(DECEMBER, '2026-12               100         120')
    expect(found(back, RULE)).toEqual([])
  })

  test('where the fence names nobody, anybody may', () => {
    const text = edited(revised(LINE, '  approved by foreman\n'), [
      PLANNING,
      '  change   operations within 10%\n',
    ])
    expect(found(text, RULE)).toEqual([])
    expect(
      found(december(111, [PLANNING, '  change   operations within 10%\n']), RULE)[0],
    ).toContain('where 10% may change without an approval; approved so far by: nobody')
  })
})

describe('stability', () => {
  const rule = 'commitment/fence-stability'
  const month = (index: number): string =>
    `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

  /** Cycles of six months from 2025-01 on; each adds so much to the third month of its horizon. */
  const cycles = (changes: readonly number[]): string => {
    const plan = new Map<number, number>()
    const texts = changes.map((change, index) => {
      plan.set(index + 2, (plan.get(index + 2) ?? 100) + change)
      const rows = Array.from(
        { length: 6 },
        (_, at) => `  ${month(index + at)} 100 ${plan.get(index + at) ?? 100}`,
      )
      return `cycle ${month(index)} {\n  horizon 6 months\n  meeting executive on ${month(index)}-20 with president\n}\nplan widgets for ${month(index)} {\n  month sales operations\n${rows.join('\n')}\n}\n`
    })
    return PROCESS.slice(0, PROCESS.indexOf('cycle 2026-10')) + texts.join('')
  }

  test('needs four cycles, and looks at the last of 24', () => {
    expect(tally(cycles([0, 0, 50]), rule)).toEqual([0, 0, 0])
    expect(tally(cycles([0, 0, 0, 50]), rule)).toEqual([1, 0, 0])
    expect(tally(cycles(Array.from({ length: 24 }, () => 0)), rule)).toEqual([1, 0, 0])
  })

  test('what the fence lets pass is no change', () => {
    const small = cycles([0, 0, 0, 0].map(() => 10))
    expect(found(small, rule)).toEqual([])
  })
})
