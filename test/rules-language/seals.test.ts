// The laws of seals: what breaks one, what does not, and what history shows of it.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource, type Source } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { factIn, nameOf, wordIn } from '../../src/facts/fact.ts'
import { check, type ReadHistory, type Review } from '../../src/pipeline.ts'
import { sealNow } from '../../src/rules/seals.ts'
import { format } from '../../src/syntax/format.ts'
import { statedNumbers, withNumber } from '../examples/numbers.ts'
import { examplesRoot, mendedOrlicky, planText, PUBLISHED } from '../examples/workspaces.ts'

const SERIES = ['sales', 'shipments', 'operations', 'inventory', 'backlog', 'revenue'] as const

const EXAMPLES = PUBLISHED.map((name) => ({
  name,
  texts: [name === 'orlicky' ? mendedOrlicky() : planText(name)],
}))
const ACME = readdirSync(`${examplesRoot}acme`)
  .filter((name) => name.endsWith('.sop'))
  .map((name) => readFileSync(`${examplesRoot}acme/${name}`, 'utf8'))

function reviewed(texts: readonly string[], history?: ReadHistory): Review {
  return check({
    sources: texts.map((text, at) => makeSource(`${at}.sop`, text)),
    configuration: DEFAULTS,
    today: parseDay('2026-11-30') ?? (0 as never),
    readItems: () => ({ problem: 'a test has no files' }),
    rules: ['commitment/broken-seal'],
    history,
  })
}

/** The seals that every plan of a workspace would have: `2026-11 widgets sales` → the seal. */
function sealsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const { model } = reviewed(texts)
  const seals = new Map<string, string>()
  for (const cycle of model.facts.of('cycle')) {
    for (const family of model.families) {
      for (const series of SERIES) {
        const seal = sealNow(model, series, family, cycle)
        if (seal !== undefined) seals.set(`${nameOf(cycle)} ${nameOf(family)} ${series}`, seal)
      }
    }
  }
  return seals
}

function changedSeals(
  before: ReadonlyMap<string, string>,
  texts: readonly string[],
): readonly string[] {
  const after = sealsOf(texts)
  return [...before].flatMap(([plan, seal]) => (after.get(plan) === seal ? [] : [plan]))
}

describe.each([...EXAMPLES, { name: 'acme', texts: ACME }])('$name', ({ texts }) => {
  const before = sealsOf(texts)

  test('every number of a plan breaks its own seal, and no other of a volume', () => {
    let changed = 0
    texts.forEach((text, at) => {
      const statements = statedNumbers(text, (head) => !head.startsWith('plan'))
      for (const number of statements) {
        const [, family, cycle, series, month] =
          /^plan (\S+) for (\S+?)(?: in .*)?: (\S+) of (\S+)$/.exec(number.name) ?? []
        // Openings and totals are no cells of the plan.
        if (month === undefined || !/^\d/.test(month)) continue
        changed += 1
        const mutant = texts.with(at, withNumber(text, number, number.value + 1))
        const broken = changedSeals(before, mutant).filter((plan) => !plan.endsWith('revenue'))
        expect([number.name, ...broken]).toEqual([number.name, `${cycle} ${family} ${series}`])
      }
    })
    expect(changed).toBeGreaterThan(5)
  })

  test('the order of files and statements, and the layout, break none', () => {
    expect(changedSeals(before, texts.toReversed())).toEqual([])
    expect(changedSeals(before, [texts.join('\n')])).toEqual([])
    const turned = texts.map((text) =>
      text
        .split(/\n(?=[a-z])/)
        .toReversed()
        .join('\n'),
    )
    expect(turned).not.toEqual(texts)
    expect(changedSeals(before, turned)).toEqual([])
    const crooked = texts.map((text) =>
      text.replaceAll(
        /^( +)(\d{4}-\d{2}.*)$/gm,
        (_, indent: string, row: string) => `${indent}${row.replaceAll(/ {2,}/g, '   ')}`,
      ),
    )
    expect(crooked).not.toEqual(texts)
    expect(changedSeals(before, crooked)).toEqual([])
    const laidOut = crooked.map((text) => format(makeSource('a.sop', text)))
    expect(changedSeals(before, laidOut)).toEqual([])
  })
})

const HEAD = `business "Test" {
  currency USD
  leader   president
}
role president      in general-management
role sales-director in sales-marketing under president
unit case = 12 each
family widgets {
  strategy make-to-stock
  unit     each
  owner    sales-director for sales
}
family gears {
  strategy make-to-stock
  unit     each
}
conversion widgets {
  price = 25 USD per each from 2026-01
}
cycle 2026-11 {
  horizon 3 months
}
plan gears for 2026-11 {
  month       sales  operations
  2026-11 ..     20          20
}
`

const plan = (rows: string, head = 'plan widgets for 2026-11'): string =>
  `${head} {\n  month    sales  operations\n${rows}}\n`

const ROWS = plan('  2026-11  1200  1000\n  2026-12  1200  1000\n  2027-01  1250.5  1000\n')

const sealIn = (text: string, series = 'sales'): string | undefined =>
  sealsOf([HEAD + text]).get(`2026-11 widgets ${series}`)

const hashed = (...lines: readonly string[]): string =>
  `sha256-${createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex')}`

describe('a seal', () => {
  const seal = sealIn(ROWS)

  test('is a hash over the lines that the reference names', () => {
    expect(seal).toBe(
      hashed(
        'widgets 2026-11 1200 each',
        'widgets 2026-12 1200 each',
        'widgets 2027-01 1250.5 each',
      ),
    )
  })

  test('of revenue is over units at price', () => {
    expect(sealIn(ROWS, 'revenue')).toBe(
      hashed(
        'widgets 2026-11 30000 USD',
        'widgets 2026-12 30000 USD',
        'widgets 2027-01 31262.5 USD',
      ),
    )
    const dear = ROWS.concat('currency EUR = 1.1 USD\n')
    expect(sealIn(dear, 'revenue')).toBe(sealIn(ROWS, 'revenue'))
  })

  test('of a number whose decimals never end has it as a fraction', () => {
    const perCase = HEAD.replace('25 USD per each', '1 USD per 3 each')
    expect(sealsOf([perCase + ROWS]).get('2026-11 widgets revenue')).toBe(
      hashed('widgets 2026-11 400 USD', 'widgets 2026-12 400 USD', 'widgets 2027-01 2501/6 USD'),
    )
  })

  const holding: readonly (readonly [string, string])[] = [
    ['digits in groups', ROWS.replace('1200', '1_200').replace('1200', '12_00')],
    ['zeros behind the point', ROWS.replace('1250.5', '1250.500')],
    ['a range', plan('  2026-11 .. 2026-12  1200  1000\n  2027-01  1250.5  1000\n')],
    ['an open row', plan('  2026-11 ..  1200  1000\n  2027-01  1250.5  1000\n')],
    ['rows in another order', plan('  2027-01  1250.5  1000\n  2026-11 .. 2026-12  1200  1000\n')],
    ['its unit said', ROWS.replace('for 2026-11', 'for 2026-11 in each')],
    ['a factor that nothing here is written in', `${ROWS}unit dozen = 12 each\n`],
    ['comments', ROWS.replace('  2026-12', '  # as agreed\n  2026-12')],
    ['other series', ROWS.replaceAll('1000', '900')],
    [
      'two statements',
      plan('  2026-11  1200  1000\n') + plan('  2026-12  1200  1000\n  2027-01  1250.5  1000\n'),
    ],
    [
      'a revision',
      `${ROWS}revision orders of 2026-11 on 2026-12-04 by sales-director {\n  change sales of widgets 2026-12 by +50\n}\n`,
    ],
    [
      'a scenario',
      `${ROWS}scenario strong "Strong" of 2026-11 {\n  change sales of widgets 2026-12 by +50\n}\n`,
    ],
  ]
  test.each(holding)('holds: %s', (_, text) => {
    expect(sealIn(text)).toBe(seal)
  })

  const breaking: readonly (readonly [string, string])[] = [
    ['a number', ROWS.replace('1250.5', '1250.50001')],
    ['a sign', ROWS.replace('1200', '-1200')],
    ['a unit', ROWS.replace('for 2026-11', 'for 2026-11 in case')],
    ['a cell less', ROWS.replace('  2027-01  1250.5', '  2027-01  -')],
    ['a row less', ROWS.replace('  2027-01  1250.5  1000\n', '')],
    [
      'two months exchanged',
      ROWS.replace('2026-12', '2027-02')
        .replace('2027-01', '2026-12')
        .replace('2027-02', '2027-01'),
    ],
    ['no plan', ''],
  ]
  test.each(breaking)('breaks: %s', (_, text) => {
    expect(sealIn(text)).toMatch(/^sha256-[0-9a-f]{64}$/)
    expect(sealIn(text)).not.toBe(seal)
  })

  test('breaks with the unit of the family, and with its name', () => {
    const heavy = HEAD.replace('  unit     each\n  owner', '  unit     case\n  owner')
    expect(sealsOf([heavy + ROWS]).get('2026-11 widgets sales')).not.toBe(seal)
    const other = sealsOf([
      HEAD + ROWS.replace('widgets', 'gears').replace('sales  op', 'backlog  op'),
    ])
    expect(other.get('2026-11 gears backlog')).not.toBe(seal)
  })

  test('is unknown where the plan cannot be read in full: that is said once, by the language', () => {
    expect(sealIn(ROWS.replace('1250.5', '1250,5'))).toBeUndefined()
    expect(sealIn(ROWS.replace('sales', 'salse'))).toBeUndefined()
    expect(
      sealIn(`${ROWS}plan wigets for 2026-11 {\n  month  sales\n  2026-11  1\n}\n`),
    ).toBeUndefined()
  })

  test('of revenue is unknown where some of it may follow from what cannot be read', () => {
    const priced = `${ROWS}conversion widgets {\n  price = 2 USD per each from 2026-01\n  price = 3 USD per each from 2026-12\n}\n`
    const sealed = (text: string) => sealsOf([HEAD + text]).get('2026-11 widgets revenue')
    expect(sealed(priced)).toMatch(/^sha256-/)
    expect(sealed(priced.replace('price = 3', '= price = 3'))).toBeUndefined()
    expect(sealed(priced.replace('3 USD', '3 EUR') + 'currency EUR 1.10 USD\n')).toBeUndefined()
    // Where nothing is wrong, a price that is not there is a cell that is not there.
    expect(sealed(ROWS)).toMatch(/^sha256-/)
  })
})

const commit = (seal: string | undefined, series = 'sales'): string =>
  `commit ${series} of widgets for 2026-11 by sales-director on 2026-11-19 as "${seal}"\n`

const messages = ({ judgement }: Review): readonly string[] =>
  judgement.findings.map(({ message }) => message)

const said = (review: Review): readonly string[] => {
  expect(review.diagnostics).toEqual([])
  return messages(review)
}

describe('a broken seal', () => {
  const whole = HEAD + ROWS + commit(sealIn(ROWS))
  const changed = whole.replace('1250.5', '1300').replace('2026-12  1200', '2026-12     -')
  const then: readonly Source[] = [makeSource('then.sop', whole)]

  test('shows what was committed to, and what stands there now', () => {
    expect(said(reviewed([changed], () => [then]))).toEqual([
      'widgets: the sales plan of 2026-11 is not the one that the sales-director committed to on 2026-11-19: 2026-12 (committed 1,200 each, now nothing), 2027-01 (committed 1,250.5 each, now 1,300 each)',
    ])
  })

  test('shows a new cell', () => {
    const fewer = ROWS.replace('  2027-01  1250.5  1000\n', '')
    const before = HEAD + fewer + commit(sealIn(fewer))
    const now = HEAD + ROWS + commit(sealIn(fewer))
    expect(said(reviewed([now], () => [[makeSource('then.sop', before)]]))).toEqual([
      expect.stringContaining(': 2027-01 (committed nothing, now 1,250.5 each)'),
    ])
  })

  test('takes no other state for the one committed to, however damaged', () => {
    const states = [HEAD, whole.replace('1250.5', '1251'), '{{{', ''].map((text) => [
      makeSource('then.sop', text),
    ])
    expect(said(reviewed([changed], () => states))).toEqual([
      expect.stringContaining('no earlier version shows which months differ'),
    ])
    expect(said(reviewed([changed], () => [...states, then]))).toEqual([
      expect.stringContaining('committed 1,200 each'),
    ])
  })

  test('looks for the seal in history, and history is asked of nothing else', () => {
    const asked: string[] = []
    const history: ReadHistory = (text) => {
      asked.push(text)
      return []
    }
    reviewed([whole], history)
    expect(asked).toEqual([])
    reviewed([changed], history)
    expect(asked).toEqual([sealIn(ROWS)])
  })

  test('of revenue is not said again where a volume has changed', () => {
    const both = whole + commit(sealIn(ROWS, 'revenue'), 'revenue')
    expect(said(reviewed([both]))).toEqual([])
    expect(said(reviewed([both.replace('1250.5', '1300')]))).toEqual([
      expect.stringContaining('the sales plan'),
    ])
    expect(said(reviewed([both.replace('25 USD', '26 USD')]))).toEqual([
      expect.stringContaining('the revenue plan'),
    ])
  })

  test('of a commitment that names no family is not judged', () => {
    const { judgement } = reviewed([whole.replace('sales of widgets', 'sales')])
    expect(judgement.findings).toEqual([])
    expect(judgement.unjudged.map(({ rules }) => rules)).toEqual([['commitment/broken-seal']])
  })

  test('is waived about its family', () => {
    const waiver = (family: string): string =>
      `waive commitment/broken-seal about ${family} {\n  by      president until 2027-01\n  because "Agreed by all."\n}\n`
    expect(said(reviewed([changed + waiver('widgets')]))).toEqual([])
    expect(said(reviewed([changed + waiver('gears')]))).toHaveLength(1)
  })

  test('can be read by rules', () => {
    const rule = `rule test/it "It" {
  given   commit k, seal l in k
  require seal(k.series, l.family, k.cycle) = l.value
  at      l
  message "{list(t for month t in l.changed)}: {sealed(l, 2026-12)}, {written(l, 2026-12)}, {sealed(l, 2026-11)}"
}
`
    const review = check({
      sources: [makeSource('now.sop', changed + rule)],
      configuration: DEFAULTS,
      today: parseDay('2026-11-30') ?? (0 as never),
      readItems: () => ({ problem: 'a test has no files' }),
      rules: ['test'],
      history: () => [then],
    })
    expect(said(review)).toEqual(['2026-12, 2027-01: 1,200 each, nothing, 1,200 each'])
    const [seal] = review.judgement.findings
    expect(seal?.span.source.text.slice(seal.span.start, seal.span.end)).toBe(`"${sealIn(ROWS)}"`)
  })
})

describe('acme', () => {
  test('is sealed in its newest cycle, by each owner and by finance', () => {
    const review = reviewed(ACME)
    expect(messages(review)).toEqual([])
    const sealed = review.facts.of('commit').filter(({ fields }) => fields.has('as'))
    expect(sealed.map((each) => factIn(each, 'cycle')?.name)).toEqual(sealed.map(() => '2026-11'))
    const plans = new Set(sealed.map((each) => wordIn(each, 'series')))
    expect(plans).toEqual(new Set(['sales', 'operations', 'revenue']))
    expect(review.judgement.outcomes.map(({ held }) => held)).toEqual([sealed.length])
  })

  test('each number of a sealed plan, changed by itself, is one finding about its family', () => {
    let count = 0
    ACME.forEach((text, at) => {
      for (const number of statedNumbers(text, (head) => !/^plan .* for 2026-11$/.test(head))) {
        const [, family, series] =
          /^plan (\S+) for \S+: (sales|operations) of /.exec(number.name) ?? []
        if (family === undefined || number.name.endsWith(' of total')) continue
        count += 1
        const found = messages(reviewed(ACME.with(at, withNumber(text, number, number.value - 1))))
        expect(found.map((message) => message.split(' plan')[0])).toEqual([
          `${family}: the ${series}`,
        ])
      }
    })
    expect(count).toBeGreaterThan(30)
  })
})
