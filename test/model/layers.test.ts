// Revisions and scenarios: what they change, what they set aside, and what they may not.

import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { textOf } from '../../src/base/source.ts'
import { BASICS, codes, month, shown, workspace } from './workspace.ts'

const PLAN = (sales = [100, 100, 100, 100]) => `${BASICS}unit case = 10 each
unit hour
family a {
  strategy make-to-stock
  unit each
}
conversion a {
  price = 2 USD per each
}
group here {
  unit each
}
group there {
  unit each
}
resource r {
  unit hour
  month available
  2027-01 .. 50
}
supply a {
  uses r 0.5 hour per each on here
  month here there
  2027-01 .. 60% rest
}
cycle 2027-01 {
  horizon 4 months
}
plan a for 2027-01 {
  opening inventory 50
  month    sales  operations  inventory
${sales.map((each, at) => `  2027-0${at + 1} ${each} 100 ${at === 2 ? 50 : '-'}`).join('\n')}
}
`

const scenario = (lines: string, head = 'scenario s of 2027-01') => `${head} {\n${lines}\n}\n`

describe('what a layer changes', () => {
  test('by a number, by per cent, to a number, in another unit', () => {
    const { row, problems } = workspace(
      PLAN() +
        scenario(`  change sales of a 2027-01 by -5
  change sales of a 2027-02 by +20%
  change sales of a 2027-03 .. to 9 case
  change operations of a 2027-04 by 2 case`),
    )
    expect(problems).toEqual([])
    expect(row('s', 'sales', '2027-01', '2027-04')).toBe('95 120 90 90')
    expect(row('s', 'operations', '2027-01', '2027-04')).toBe('100 100 100 120')
    expect(row('plan', 'sales', '2027-01', '2027-02')).toBe('100 100')
  })

  test('a changed flow sets aside the stocks stated below, from its month on', () => {
    const { row, model, named, family } = workspace(
      PLAN() + scenario('  change sales of a 2027-02 by +20'),
    )
    expect(row('plan', 'inventory', '2027-01', '2027-04')).toBe('50 50 50 50')
    expect(row('s', 'inventory', '2027-01', '2027-04')).toBe('50 30 30 30')
    const s = named('scenario', 's')
    expect(model.stated('plan', 'inventory', family(), month('2027-03'))).toBe(true)
    expect(model.stated(s, 'inventory', family(), month('2027-03'))).toBe(false)
  })

  test('a stock that the changed flow does not feed stays an assertion', () => {
    const text = PLAN().replace(
      '  month    sales  operations  inventory',
      '  month    sales  operations  inventory shipments',
    )
    const shipping = text.replace(/^( {2}2027-0\d .*)$/gm, (line) =>
      line.includes('..') ? line : `${line} 100`,
    )
    const { row } = workspace(shipping + scenario('  change sales of a 2027-02 by +20'))
    expect(row('s', 'inventory', '2027-02', '2027-04')).toBe('50 50 50')
    expect(row('s', 'backlog', '2027-01', '2027-04')).toBe('0 20 20 20')
  })

  test('a table says `to` for its cells, and a scenario stands on another', () => {
    const { row } = workspace(
      PLAN() +
        scenario('  change sales of a 2027-02 by +20') +
        scenario(
          '  plan a in case {\n    month operations\n    2027-02 .. 2027-03 11\n  }\n  change sales of a 2027-02 by 10%',
          'scenario on-top of s',
        ),
    )
    expect(row('on-top', 'sales', '2027-02', '2027-02')).toBe('132')
    expect(row('on-top', 'operations', '2027-01', '2027-04')).toBe('100 110 110 100')
    expect(row('on-top', 'inventory', '2027-01', '2027-04')).toBe('50 28 38 38')
  })

  test('prices, groups and resources, read by the scenario that is the plan', () => {
    const text =
      PLAN() +
      scenario(`  change price of a 2027-02 by -10%
  change here of a 2027-02 to 40%
  change available of r 2027-02 by 5 hour
  change overtime of r 2027-02 .. to 8`)
    const as = (name: string | undefined) =>
      workspace(text, name === undefined ? {} : { scenario: name })
    const plan = as(undefined)
    const what = as('s')
    const at = month('2027-02')
    expect([plan.problems, what.problems]).toEqual([[], []])
    expect(shown(what.model.price(what.family(), at))).toBe('1.8')
    expect(what.row('plan', 'revenue', '2027-01', '2027-02')).toBe('200 180')
    expect(plan.row('s', 'revenue', '2027-01', '2027-02')).toBe('200 180')
    expect(plan.model.available(plan.named('resource', 'r'), at)).toBe(50)
    expect(what.model.available(what.named('resource', 'r'), at)).toBe(55)
    expect(what.model.overtime(what.named('resource', 'r'), at)).toBe(8)
    expect(plan.model.load(plan.named('resource', 'r'), at)).toBe(30)
    expect(what.model.load(what.named('resource', 'r'), at)).toBe(20)
    expect(what.model.supplied(what.family(), what.named('group', 'there'), at)).toBe(60)
  })

  test('revisions hold in order of their dates, and are part of the plan', () => {
    const { row, model, family } = workspace(
      `${PLAN()}revision late of 2027-01 on 2027-01-20 {
  change sales of a 2027-02 to 70
}
revision early of 2027-01 on 2027-01-10 {
  change sales of a 2027-02 .. 2027-03 by -10
}
`,
    )
    expect(row('plan', 'sales', '2027-01', '2027-04')).toBe('100 70 90 100')
    const origin = model.origin('plan', 'sales', family(), month('2027-02'))
    expect(origin).toMatchObject({ from: 'change', below: 90 })
    expect(origin.from === 'change' && origin.by.name).toBe('late')
    expect(textOf(model.place('plan', 'sales', family(), month('2027-03')))).toBe(
      'change sales of a 2027-02 .. 2027-03 by -10',
    )
  })

  describe('revisions of one day', () => {
    const revision = (name: string, line: string) =>
      `revision ${name} of 2027-01 on 2027-01-10 {\n  change ${line}\n}\n`
    const percent = revision('b', 'sales of a 2027-02 .. by 10%')
    const number = revision('a', 'sales of a 2027-01 .. 2027-03 by -20')

    test('hold in order of their names, wherever they stand', () => {
      for (const files of [
        [PLAN(), percent, number],
        [number, percent, PLAN()],
      ]) {
        expect(workspace(files).row('plan', 'sales', '2027-01', '2027-04')).toBe('80 88 88 110')
      }
    })

    test('that change one number leave open which comes first', () => {
      const { problems } = workspace([PLAN(), percent, number])
      expect(codes(problems)).toEqual(['same-day-changes "change sales of a 2027-02 .. by 10%"'])
      expect(problems[0]?.message).toBe(
        'sales of a in 2027-02 is changed by a and by b, both on 2027-01-10: which comes first?',
      )
      expect(problems[0]?.labels.map(({ span }) => textOf(span))).toEqual([
        'change sales of a 2027-01 .. 2027-03 by -20',
      ])
    })

    test('that change other numbers are in no one’s way', () => {
      const other = revision('c', 'operations of a 2027-02 by 5')
      expect(codes(workspace([PLAN(), number, other]).problems)).toEqual([])
    })
  })

  test('a scenario that changes a flow is the same as the plan edited', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        // The stock stated in the third month is set aside by the change, so it goes from the edit.
        const lines = after.map((each, at) => `  change sales of a 2027-0${at + 1} to ${each}`)
        const changed = workspace(PLAN(before) + scenario(lines.join('\n')))
        const edited = workspace(PLAN(after).replace(/ 100 50$/m, ' 100 -'))
        for (const series of ['sales', 'shipments', 'inventory', 'backlog', 'revenue']) {
          expect(changed.row('s', series, '2027-01', '2027-04')).toBe(
            edited.row('plan', series, '2027-01', '2027-04'),
          )
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('what nobody can read of a change', () => {
  const read = (lines: string) => {
    const { bound, problems, row } = workspace(PLAN() + scenario(lines))
    return {
      said: [...codes(bound), ...codes(problems)],
      sales: row('s', 'sales', '2027-01', '2027-04'),
      inventory: row('s', 'inventory', '2027-01', '2027-04'),
    }
  }

  test('its months: each may have changed, but for those that another line says', () => {
    const { said, sales, inventory } = read(`  change sales of a 2027-13 by -20
  change sales of a 2027-01 to 5`)
    expect(said).toEqual(['unreadable-month "2027-13"'])
    expect(sales).toBe('5 ? ? ?')
    expect(inventory).toBe('145 ? ? ?')
  })

  test('its months, behind the amount', () => {
    const { said, sales } = read('  change sales of a by -20 2027-02')
    expect(said).toEqual(['unexpected-argument "2027-02"'])
    expect(sales).toBe('? ? ? ?')
  })

  test('its amount: the months are known', () => {
    const { sales } = read('  change sales of a 2027-02 .. 2027-03 by 5 to 7')
    expect(sales).toBe('100 ? ? 100')
  })

  test('a cell of a table, or one that its column cannot have', () => {
    const { sales } = read('  plan a {\n    month sales\n    2027-02 1x\n    2027-03 5%\n  }')
    expect(sales).toBe('100 ? ? 100')
  })

  test('of a price, a share and a capacity', () => {
    const at = month('2027-02')
    const { model, family, named } = workspace(
      PLAN() +
        scenario(`  change price of a 2027-13 by 5%
  change here of a 2027-13 to 40%
  change available of r 2027-13 to 5`),
      { scenario: 's' },
    )
    expect(model.price(family(), at)).toBeUndefined()
    expect(model.supplied(family(), named('group', 'here'), at)).toBeUndefined()
    expect(model.available(named('resource', 'r'), at)).toBeUndefined()
  })
})

describe('what a layer may not do', () => {
  const found = (lines: string) => codes(workspace(PLAN() + scenario(lines)).problems)

  test('change one cell twice', () => {
    expect(
      found('  change sales of a 2027-02 by 5\n  change sales of a 2027-01 .. 2027-03 by 5%'),
    ).toEqual(['doubled-change "change sales of a 2027-01 .. 2027-03 by 5%"'])
  })

  test('change what nobody states; but what has a default may be changed', () => {
    expect(found('  change backlog of a 2027-02 to 5')).toEqual([
      'change-of-nothing "change backlog of a 2027-02 to 5"',
    ])
    expect(found('  change sales of a 2027-05 to 5')).toEqual([
      'change-of-nothing "change sales of a 2027-05 to 5"',
    ])
    expect(found('  change adjustment of a 2027-02 by -5')).toEqual([])
    expect(found('  change cost of a 2027-02 to 5 USD per each')).toEqual([
      'change-of-nothing "change cost of a 2027-02 to 5 USD per each"',
    ])
  })

  test('add an amount to a share, or to a rest', () => {
    expect(found('  change here of a 2027-02 by 5')).toEqual([
      'change-does-not-fit "change here of a 2027-02 by 5"',
    ])
    expect(found('  change there of a 2027-02 by 5%')).toEqual([
      'change-does-not-fit "change there of a 2027-02 by 5%"',
    ])
  })

  test('stand on itself', () => {
    const { problems, row } = workspace(
      `${PLAN()}scenario x of y {\n  change sales of a 2027-02 by 5\n}\nscenario y of x {\n  change sales of a 2027-02 by 5\n}\n`,
    )
    // The binder has said that they go in a circle.
    expect(problems).toEqual([])
    expect(row('x', 'sales', '2027-01', '2027-01')).toBe('?')
  })

  test('however many layers there are, all of them are read', () => {
    const many = Array.from({ length: 2000 }, (_, at) => {
      const on = at === 1999 ? '2027-01' : `s${at + 1}`
      return `scenario s${at} of ${on} {\n  change sales of a 2027-01 by 1\n}\n`
    })
    const { row, problems } = workspace(PLAN() + many.join(''))
    expect(problems).toEqual([])
    expect(row('s0', 'sales', '2027-01', '2027-02')).toBe('2100 100')
  })

  test('a closed month is for a rule to judge', () => {
    expect(found('  change sales of a 2026-12 to 5')).toEqual([])
  })
})
