// The pages that `concord explain` prints.
import { describe, expect, test } from 'vitest'

import type { Day } from '../../src/base/date.ts'
import { addMonths } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { pageNames, pageOf } from '../../src/cli/pages.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { SETTINGS } from '../../src/configuration/settings-list.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import type { CellAddress, Model, Origin } from '../../src/model/model.ts'
import { check } from '../../src/pipeline.ts'
import { MOST_DEPTH, MOST_LINES, originTree } from '../../src/report/origin.ts'
import { makeFact, month, placeIn } from './sample.ts'

const OWN = makeSource(
  'own.sop',
  `policy sure "How sure we want to be." = 95% {
  source "Our own."
}
policy sure = 90% about widgets
family widgets {
  strategy make-to-stock
  unit each
}
define enough(family f, month t) = sure(f) * sales(f, t)
rule own/enough "There is enough" {
  principle 2
  severity warning
  after executive
  why "Because \`enough\` is as good as a feast."
  given family f, month t in horizon
  require inventory(f, t) >= enough(f, t)
  at inventory(f, t)
  message "{f} {t}: not enough"
}
`,
)

const review = check({
  sources: [OWN],
  configuration: DEFAULTS,
  today: 0 as Day,
  readItems: () => ({ problem: 'there is no such file' }),
  rules: [],
})

function page(name: string): string {
  const found = pageOf(name, review, DEFAULTS)
  return found === undefined ? '' : printPlain(found, 80)
}

describe('pages', () => {
  test('a policy says its value, its source and who reads it', () => {
    expect(page('sure')).toContain(
      `sure
How sure we want to be.

  value        95%, set in own.sop:1:1; 90% about widgets, set in own.sop:4:1
  source       Our own.
  of a family  \`policy sure = … about FAMILY\`
  read by      `,
    )
    expect(page('leader-presence')).toContain('value    11, built in\n')
    expect(page('leader-presence')).toContain('source   Practice; no published value was found.\n')
    expect(page('leader-presence')).toContain('read by  commitment/leader-present-often\n')
    // Of one person: no family has a value of its own.
    expect(page('leader-presence')).not.toContain('family')
  })

  test('each policy of the rulebook has a source', () => {
    const names = [...review.rulebook.policies.keys()]
    expect(names.filter((name) => !/^ {2}source /m.test(page(name)))).toEqual([])
  })

  test('the source of a built-in value is none of another value', () => {
    const set = makeSource('set.sop', 'policy busy-load = 90%\n')
    const changed = check({
      sources: [set],
      configuration: DEFAULTS,
      today: 0 as Day,
      readItems: () => ({ problem: 'there is no such file' }),
      rules: [],
    })
    const shown = printPlain(pageOf('busy-load', changed, DEFAULTS) ?? [], 80)
    expect(shown).toContain('value     90%, set in set.sop:1:1\n')
    expect(shown).toContain('built in  85%\n')
    expect(shown).toContain('S&OP. (of 85%)\n')
  })

  test('a rule about waivers offers none', () => {
    const [about] = pageNames(review).filter((name) => name.endsWith('/waiver-unused'))
    expect(page(about ?? '')).toContain('To change its level')
    expect(page(about ?? '')).not.toContain('To accept a finding')
    expect(page('own/enough')).toContain('To accept a finding')
  })

  test.each([
    ['inventory(f, t)', 'family f, month t in horizon', 'own/it about NAME 2027-03 {'],
    ['inventory(f, horizon.last)', 'family f', 'own/it about NAME 2027-03 {'],
    ['f', 'family f', 'own/it about NAME {'],
    ['business', '', 'own/it {'],
  ])('a waiver names what a rule at %s is about', (at, given, waiver) => {
    const lines = given === '' ? '' : `  given ${given}\n`
    const rule = `rule own/it "It" {\n${lines}  require 1 = 1\n  at ${at}\n  message "x"\n}\n`
    const changed = check({
      sources: [makeSource('own.sop', rule)],
      configuration: DEFAULTS,
      today: 0 as Day,
      readItems: () => ({ problem: 'there is no such file' }),
      rules: [],
    })
    expect(printPlain(pageOf('own/it', changed, DEFAULTS) ?? [], 80)).toContain(`waive ${waiver}`)
  })

  test.each([
    ['own/enough', 'rule'],
    ['plan', 'statement'],
    ['configuration-setting-unknown', 'diagnostic'],
    ['settings', 'settings'],
  ])('%s', async (name, file) => {
    await expect(page(name)).toMatchFileSnapshot(`expected/page-${file}.txt`)
  })

  test('a rule as Markdown', async () => {
    const found = pageOf('own/enough', review, DEFAULTS)
    await expect(printMarkdown(found ?? [])).toMatchFileSnapshot('expected/page-rule.md')
  })

  test('every name has one', () => {
    const poor = pageNames(review).filter((name) => {
      const text = page(name)
      return text.length < 20 || /undefined|\[object/.test(text)
    })
    expect(poor).toEqual([])
  })

  test('every setting is described', () => {
    expect(SETTINGS.filter(({ doc }) => doc.length < 10)).toEqual([])
    expect(SETTINGS.map(({ name }) => name)).toContain('item-sources.NAME.separator')
  })

  test('what has no name has no page', () => {
    expect(['constructor', '__proto__', 'toString', ''].map(page)).toEqual(['', '', '', ''])
  })
})

describe('the tree of a number', () => {
  const widgets = makeFact('family', 'widgets')
  const cellOf = (series: string, ahead: number): CellAddress => ({
    version: 'plan',
    series,
    subject: widgets,
    month: addMonths(month('2026-11'), ahead),
  })
  const treeOf = (cell: CellAddress, origin: (cell: CellAddress) => Origin): string => {
    const model = {
      value: () => 12_345,
      origin: (version: string, series: string, subject: typeof widgets, at: typeof cell.month) =>
        origin({ version, series, subject, month: at }),
    } as unknown as Model
    return printPlain(
      originTree(model, cell, () => 'each'),
      100,
    )
  }
  const start = month('2026-11')

  test('names every sort of origin', async () => {
    const span = placeIn(OWN, '95%')
    const change = makeFact('revision', 'fire')
    const parts: Readonly<Record<string, Origin>> = {
      inventory: {
        from: 'sum',
        terms: [
          { sign: 1, cell: cellOf('sales', 0) },
          { sign: -1, cell: cellOf('shipments', 0) },
          { sign: 1, cell: cellOf('adjustment', 0) },
          { sign: 1, cell: cellOf('operations', 0) },
          { sign: 1, cell: cellOf('revenue', 0) },
          { sign: 1, cell: cellOf('backlog', 0) },
        ],
      },
      sales: {
        from: 'stated',
        span,
        written: 10,
        unit: 'case',
        steps: [{ from: 'case', to: 'each', factor: 12, span }],
      },
      shipments: { from: 'cell', cell: cellOf('sales', 0) },
      adjustment: { from: 'default', why: 'nobody states adjustment: it is 0' },
      operations: { from: 'change', by: change, span, below: 1000 },
      revenue: { from: 'product', cell: cellOf('shipments', 0), factor: 25, what: 'price', span },
      backlog: {
        from: 'nothing',
        missing: { what: 'backlog of widgets', month: start, area: undefined },
      },
    }
    const tree = treeOf(cellOf('inventory', 0), ({ series }) => parts[series] as Origin)
    await expect(tree).toMatchFileSnapshot('expected/origin.txt')
  })

  test('ends, however long the chain, and whatever circle it goes in', () => {
    const wide = treeOf(cellOf('inventory', 0), ({ series }) =>
      series === 'sales'
        ? { from: 'default', why: 'said so' }
        : {
            from: 'sum',
            terms: Array.from({ length: 1000 }, (_, at) => ({
              sign: 1,
              cell: cellOf('sales', at),
            })),
          },
    )
    expect(wide.split('\n')).toHaveLength(MOST_LINES + 2)
    expect(wide).toContain('the tree goes on')
    const deep = treeOf(cellOf('inventory', 0), (cell) => ({
      from: 'cell',
      cell: { ...cell, month: addMonths(cell.month, -1) },
    }))
    expect(deep.split('\n')).toHaveLength(MOST_DEPTH + 2)
    expect(deep).toContain('(goes on)')
    const circle = treeOf(cellOf('inventory', 0), (cell) => ({ from: 'cell', cell }))
    expect(circle).toBe(
      [
        'inventory of widgets 2026-11 = 12,345 each  the same as',
        '└─ inventory of widgets 2026-11 = 12,345 each  (see above)',
        '',
      ].join('\n'),
    )
  })
})
