// A roll opens the next cycle: what goes on, what stays, what closes, what is asked for.

import { describe, expect, test, vi } from 'vitest'

import { addDays, parseDay, printDay } from '../../src/base/date.ts'
import { roll } from '../../src/roll/roll.ts'
import { daysToNext } from '../../src/roll/meetings.ts'
import { makeMonth, monthOf, parseMonth } from '../../src/base/month.ts'
import type { Files } from './rolling.ts'
import { afterRoll, cellsOf, errorsOf, reviewOf, rolledTo, rollOf } from './rolling.ts'

// Each case checks whole workspaces, and machines are busy.
vi.setConfig({ testTimeout: 60_000 })

const BASICS = `business "Test" {
  currency USD
}
role president     in general-management
role sales-manager in sales-marketing under president
unit each
unit case = 10 each
family a {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
`

const CYCLE = `cycle 2026-11 {
  horizon 3 months
}
`

/** One plan in a workspace of its own, and what becomes of it. */
function plan(text: string, more = ''): string {
  const files = { 'basics.sop': BASICS, 'cycle.sop': CYCLE, 'plan.sop': text, 'more.sop': more }
  return rolledTo(files, '2026-12')['plan.sop'] ?? ''
}

const table = (rows: string, head = 'sales  operations') =>
  `plan a for 2026-11 {\n  month               ${head}\n${rows}}\n`

describe('a table', () => {
  test('loses the closed month, and its last row reaches the new end', () => {
    expect(
      plan(
        `plan a for 2026-11 {
  month               sales  operations
  2026-11 .. 2026-12     10          11  # two months
  2027-01                12          13
}
`,
      ),
    ).toBe(`plan a for 2026-12 {
  month               sales  operations
  2026-12                10          11  # two months
  2027-01 .. 2027-02     12          13
}
`)
  })

  test('keeps open rows open, unless the next row begins at once', () => {
    const rolled = plan(`plan a for 2026-11 {
  month       sales
  2026-11 ..     10
  2026-12 ..     12
}
`)
    expect(rolled).toBe(`plan a for 2026-12 {
  month       sales
  2026-12 ..     12
}
`)
  })

  test('carries on no stock and no opening', () => {
    const rolled = plan(`plan a for 2026-11 {
  opening inventory 50
  month               sales  operations  inventory
  2026-11 .. 2027-01     10          10         50
}
`)
    expect(rolled).toBe(`plan a for 2026-12 {
  month               sales  operations  inventory
  2026-12 .. 2027-02     10          10          -
}
`)
  })

  test('moves its total by what it lost and gained', () => {
    const rolled = plan(`plan a for 2026-11 {
  month    sales  inventory
  2026-11     10          -
  2026-12     12          -
  2027-01   12.5         40
  total     34.5         40
}
`)
    expect(rolled).toBe(`plan a for 2026-12 {
  month               sales  inventory
  2026-12                12          -
  2027-01 .. 2027-02   12.5          -
  total                  37          -
}
`)
  })

  test('that has no month left closes with its statement', () => {
    const view = `# What sales would sell.
view sales-marketing of a for 2026-11 {
  month    sales
  2026-11     20
}

# Not of a cycle.
policy mix-tolerance = 1%
`
    expect(plan(view)).toBe('# Not of a cycle.\npolicy mix-tolerance = 1%\n')
  })

  test('of a text that is not laid out is changed only where it must be', () => {
    const rolled = plan(`plan a   for 2026-11 {
    month      sales   inventory
    2026-11      10    5   # gone
    2026-12  ..  12    5   # here
}
`)
    expect(rolled).toBe(`plan a   for 2026-12 {
    month      sales   inventory
    2026-12 ..   12    -   # here
}
`)
  })
})

describe('texts of any kind', () => {
  test('keep their line ends', () => {
    const text = table('  2026-11 ..  1  1  # all\n').replaceAll('\n', '\r\n')
    expect(plan(text)).toBe(text.replaceAll('2026-11', '2026-12'))
  })

  test('may end without a line end', () => {
    const text = table('  2026-11  1  1\n  2026-12  2  2\n').trimEnd()
    const rolled = plan(text)
    expect(rolled).toBe(
      'plan a for 2026-12 {\n  month               sales  operations\n  2026-12  2  2\n}',
    )
    const closed = rolledTo({ 'basics.sop': BASICS + CYCLE, 'plan.sop': text }, '2026-12')
    expect(closed['closed/2026-11/plan.sop']).toBe(`${text}\n`)
  })

  test('may have several tables, of which one ends', () => {
    expect(
      plan(`plan a for 2026-11 {
  month       sales
  2026-11 ..     10
  month    operations
  2026-11           5
}
`),
    ).toBe(`plan a for 2026-12 {
  month       sales
  2026-12 ..     10
}
`)
  })

  test('may hold names in quotes', () => {
    const basics = BASICS.replaceAll('family a', 'family "2 a"')
    const files = {
      'a.sop': basics + CYCLE,
      'plan.sop': 'plan "2 a" for 2026-11 {\n  month    sales\n  2026-12      1\n}\n',
    }
    const rolled = rolledTo(files, '2026-12')
    expect(rolled['plan.sop']).toContain('plan "2 a" for 2026-12 {')
    expect(rolled['a.sop']).toContain('actual "2 a" {')
    expect(errorsOf(rolled)).toEqual([])
  })
})

describe('revisions', () => {
  const revision = (lines: string) =>
    `revision fire of 2026-11 on 2026-11-20 by president {\n${lines}\n}\n`

  test('are kept with their cycle, and the flows they changed go on', () => {
    const rolled = plan(
      `plan a for 2026-11 {
  month               sales  operations
  2026-11 .. 2027-01     10          20
}
`,
      revision(
        '  change operations of a 2026-12 by -5\n  change sales of a 2027-01 .. 2027-01 by 10%',
      ),
    )
    expect(rolled).toBe(`plan a for 2026-12 {
  month               sales  operations
  2026-12                10          15
  2027-01 .. 2027-02     11          20
}
`)
  })

  test('are written in the unit of the table', () => {
    const rolled = plan(
      'plan a for 2026-11 in case {\n  month       sales\n  2026-11 ..     10\n}\n',
      revision('  change sales of a 2026-12 by -5'),
    )
    expect(rolled).toBe(`plan a for 2026-12 in case {
  month       sales
  2026-12       9.5
  2027-01 ..     10
}
`)
  })

  test('of what no table says get a statement', () => {
    const rolled = plan(
      'plan a for 2026-11 {\n  month       sales\n  2026-11 ..     10\n}\n',
      revision('  change adjustment of a 2026-12 by -5'),
    )
    expect(rolled).toContain(`
plan a for 2026-12 {
  month    adjustment
  2026-12          -5
}
`)
  })

  test('of prices are not of a cycle, and are said to a person', () => {
    const files = {
      'all.sop': `${BASICS}${CYCLE}conversion a {\n  price = 2 USD per each\n}
${table('  2026-11 ..  1  1\n')}${revision('  change price of a 2026-12 by -5%')}`,
    }
    expect(rollOf(files, '2026-12').notes).toEqual([
      'The revision fire changed more than flows: what of it still holds has to be stated anew.',
    ])
  })
})

describe('a cycle', () => {
  const cycle = (text: string) =>
    rolledTo({ 'a.sop': BASICS, 'cycle.sop': text }, '2026-12')['cycle.sop']

  test('has its meetings weeks later, without those who were there', () => {
    expect(
      cycle(`cycle 2026-11 {
  horizon 2026-11 .. 2027-01
  meeting demand-review on 2026-11-10 with sales-manager,
      president
  meeting executive on 2026-11-19 with president  # in the hall
}
`),
    ).toBe(`cycle 2026-12 {
  horizon 2026-12 .. 2027-02
  meeting demand-review on 2026-12-08
  meeting executive     on 2026-12-17  # in the hall
}
`)
  })

  test.each([
    ['2026-11-10', '2026-12-08', 'the second Tuesday'],
    ['2026-12-08', '2027-01-12', 'the second Tuesday, five weeks on'],
    ['2026-11-30', '2026-12-28', 'the fifth Monday, and December has four'],
    ['2026-05-01', '2026-06-05', 'the first Friday'],
  ])('that met on %s meets on %s: %s', (before, after) => {
    const day = parseDay(before)
    expect(day && printDay(addDays(day, daysToNext(day)))).toBe(after)
  })

  test('keeps the weekdays and order of all its meetings over years', () => {
    let day = parseDay('2026-11-10')
    for (let at = 11; at < 71 && day !== undefined; at += 1) {
      const later = daysToNext(day)
      expect(later % 7).toBe(0)
      day = addDays(day, later)
      expect(monthOf(day)).toBe(makeMonth(2026, at + 1))
    }
  })
})

describe('what closes, and what stays', () => {
  const acts = `# Signed.
commit sales for 2026-11 by sales-manager on 2026-11-19
authorize 2026-11 by president on 2026-11-19

disagreement open about a 2026-12 {
  position president     sales 5
  position sales-manager sales 6
}

# They met half way.
disagreement done about a 2026-12 {
  position president     sales 5
  position sales-manager sales 6
  resolved to 5 by president on 2026-11-19 because "It is."
}
decision hire "Somebody" about a 2026-12 {
  by president on 2026-11-19
}
scenario one "More" of 2026-11 {
  change sales of a 2026-12 by 1
}
scenario two "More still" of one {
  change sales of a 2027-01 by 1
}
waive balance/capacity about a by president until 2027-01 because "So."
`
  const files: Files = {
    'basics.sop': BASICS,
    'cycle.sop': CYCLE,
    'plan.sop': 'plan a for 2026-11 {\n  month       sales\n  2026-11 ..     10\n}\n',
    'acts.sop': acts,
  }

  test('acts, scenarios and what is resolved close, with their comments', () => {
    const rolled = rolledTo(files, '2026-12')
    expect(rolled['acts.sop']).toBe(`disagreement open about a 2026-12 {
  position president     sales 5
  position sales-manager sales 6
}

decision hire "Somebody" about a 2026-12 {
  by president on 2026-11-19
}
waive balance/capacity about a by president until 2027-01 because "So."
`)
    expect(rolled['closed/2026-11/acts.sop']).toBe(
      `# Signed.
commit sales for 2026-11 by sales-manager on 2026-11-19
authorize 2026-11 by president on 2026-11-19

# They met half way.
disagreement done about a 2026-12 {
  position president     sales 5
  position sales-manager sales 6
  resolved to 5 by president on 2026-11-19 because "It is."
}

scenario one "More" of 2026-11 {
  change sales of a 2026-12 by 1
}
scenario two "More still" of one {
  change sales of a 2027-01 by 1
}
`,
    )
  })

  test('what closed with an earlier cycle stays where it is kept', () => {
    const once = rolledTo(files, '2026-12')
    const twice = rolledTo(once, '2027-01')
    const of = (now: Files) => Object.entries(now).filter(([path]) => path.includes('2026-11'))
    expect(of(twice)).toEqual(of(once))
  })

  test('every line that goes from its file is in the closed one', () => {
    const { changed, kept } = rollOf(files, '2026-12')
    const now = [...changed.map(({ text }) => text), ...kept.values()].join('\n')
    const lines = Object.entries(files)
      .filter(([path]) => path !== 'basics.sop')
      .flatMap(([, text]) => text.split('\n'))
    expect(lines.filter((line) => !now.includes(line))).toEqual([])
  })

  test('a scenario still judges the cycle it was of', () => {
    const { facts, model } = reviewOf(rolledTo(files, '2026-12'))
    const two = facts.named('scenario', 'two')
    const [family] = model.families
    const month = parseMonth('2027-01')
    if (two === undefined || family === undefined || month === undefined) throw new Error('lost')
    expect(model.value(two, 'sales', family, month)).toBe(11)
  })
})

describe('actuals', () => {
  const asked = (actuals: string, family = '', rows = '  2026-11 ..  1  1\n') => {
    const files = {
      'basics.sop': BASICS.replace('  unit     each\n}', `  unit     each\n${family}}`),
      'cycle.sop': `${CYCLE}${table(rows)}`,
      'actuals.sop': actuals,
    }
    return rolledTo(files, '2026-12')
  }

  test('are asked for in the tables that go on, before a total', () => {
    const text = `actual a {
  month    sales
  2026-09      1
}
actual a {
  month    sales  operations
  2026-10      1           2  # a note
  total        1           2
}
actual a {
  month    inventory
  2026-11          7
}
`
    expect(asked(text)['actuals.sop']).toBe(
      text.replace('# a note\n', '# a note\n  2026-11      -           -\n'),
    )
  })

  test('of a family that has none get a statement', () => {
    expect(asked('')['cycle.sop']).toContain(`
actual a {
  month    sales  operations  inventory
  2026-11      -           -          -
}
`)
  })

  test('are not asked of a family before or after its life', () => {
    const before = asked('', '  from     2026-12\n', '  2026-12 ..  1  1\n')
    const after = asked('', '  until    2026-10\n')
    expect([before, after].flatMap(Object.values<string>).join('')).not.toContain('actual')
  })
})

describe('what is refused', () => {
  const files = { 'a.sop': `${BASICS}${CYCLE}` }
  const refused = (month: string, texts: Files = files) => {
    const result = roll(reviewOf(texts).model, parseMonth(month) ?? (0 as never))
    return 'refused' in result ? `${result.refused} ${result.help}` : 'rolled'
  }

  test.each([
    ['2026-11', 'The cycle 2026-11 is open already. The next is 2026-12.'],
    [
      '2027-01',
      'Between the latest cycle, 2026-11, and 2027-01 a month would have no cycle. Roll to the month after the latest: `concord roll 2026-12`.',
    ],
    [
      '2026-05',
      'The cycle 2026-05 lies before the latest, 2026-11. Roll to the month after the latest: `concord roll 2026-12`.',
    ],
    ['2026-12', 'rolled'],
  ])('%s: %s', (month, words) => {
    expect(refused(month)).toBe(words)
  })

  test('a workspace without a cycle', () => {
    expect(refused('2026-12', { 'a.sop': BASICS })).toContain('There is no cycle to roll from.')
  })
})

/** With everybody there whom the process needs. */
const PEOPLED = `${BASICS.replace('USD\n', 'USD\n  leader president\n').replace(
  /each\n\}\n$/,
  'each\n  owner sales-manager for sales\n  owner plant-manager for operations\n}\n',
)}role plant-manager in operations under president
role product-manager in product-development under president
role controller in finance under president
`

test('twelve rolls keep every cycle as it was, and are never wrong on the morning after', () => {
  let files: Files = {
    'basics.sop': PEOPLED,
    'cycle.sop': `cycle 2026-11 {
  horizon 18 months
  meeting demand-review on 2026-11-10 with sales-manager
  meeting executive     on 2026-11-19 with president
}
`,
    'plan.sop': `plan a for 2026-11 {
  opening inventory 50
  month       sales  operations
  2026-11 ..     10          10
}
`,
  }
  const first = cellsOf(files, '2026-11')
  for (let month = 0; month < 12; month += 1) {
    const opened = `${month === 0 ? 2026 : 2027}-${String(month === 0 ? 12 : month).padStart(2, '0')}`
    files = afterRoll(files, rollOf(files, opened))
    expect(errorsOf(files, { asOf: `${opened}-01` })).toEqual([])
  }
  expect(cellsOf(files, '2026-11')).toEqual(first)
  expect(reviewOf(files).facts.of('cycle')).toHaveLength(13)
})
