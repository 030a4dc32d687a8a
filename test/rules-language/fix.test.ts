// `fix` as an edit of the text: in the unit it is written in, and only where one text is one number.

import { describe, expect, test } from 'vitest'

import { review, said } from './harness.ts'

/** The plan after the fix of the one finding; undefined where it has none. */
function fixed(plan: string, target: string, value: string, ...lines: readonly string[]) {
  const rule = `rule test/it "x" {
${lines.map((line) => `  ${line}\n`).join('')}  require 1 = 2
  at business
  message "x"
  fix ${target} = ${value}
}
`
  const seen = review(rule, { plan })
  expect(said(seen.diagnostics)).toEqual([])
  const mends = seen.judgement.findings.map(({ mend }) => mend)
  expect(mends).toHaveLength(1)
  const [mend] = mends
  if (mend === undefined) return undefined
  const [edit] = mend.edits
  if (edit === undefined) return mend.title
  const { start, end, source } = edit.span
  const line = source.text.slice(0, start).split('\n').length - 1
  const text = source.text.slice(0, start) + edit.text + source.text.slice(end)
  return [mend.title, text.split('\n')[line]?.trim()]
}

const PLAN = `business "Test" {
  currency USD
}
unit pallet
family widgets {
  strategy make-to-stock
  unit each
}
conversion widgets {
  unit pallet = 400 each
}
cycle 2026-11 {
  horizon 4 months
}
plan widgets for 2026-11 {
  opening inventory 2 pallet
  month sales operations
  2026-11 1200 1200
  2026-12 .. 2027-01 1300 1300
  2027-02 1400 -
}
actual widgets in pallet {
  month sales
  2026-10 2.5
}
`

describe('a cell', () => {
  test('is written anew', () => {
    expect(fixed(PLAN, 'sales(widgets, 2026-11)', '1250 each')).toEqual([
      'Write 1250 each',
      '2026-11 1250 1200',
    ])
    expect(fixed(PLAN, 'outlook.sales(widgets, 2026-11)', 'sales(widgets, 2026-11) / 8')).toEqual([
      'Write 150 each',
      '2026-11 150 1200',
    ])
  })

  test('in the unit of its table', () => {
    expect(fixed(PLAN, 'actual.sales(widgets, 2026-10)', '900 each')).toEqual([
      'Write 2.25 pallet',
      '2026-10 2.25',
    ])
    expect(fixed(PLAN, 'outlook.sales(widgets, 2026-10)', '900 each')).toEqual([
      'Write 2.25 pallet',
      '2026-10 2.25',
    ])
  })

  test('is left alone where its row states several months, or nobody states it', () => {
    expect(fixed(PLAN, 'sales(widgets, 2026-12)', '5 each')).toBeUndefined()
    expect(fixed(PLAN, 'sales(widgets, 2027-01)', '5 each')).toBeUndefined()
    expect(fixed(PLAN, 'operations(widgets, 2027-02)', '5 each')).toBeUndefined()
    expect(fixed(PLAN, 'inventory(widgets, 2026-11)', '5 each')).toBeUndefined()
    expect(fixed(PLAN, 'sales(widgets, 2029-01)', '5 each')).toBeUndefined()
  })

  test('and where the number is unknown, or has no end', () => {
    expect(fixed(PLAN, 'sales(widgets, 2026-11)', 'sales(widgets, 2029-01)')).toBeUndefined()
    expect(fixed(PLAN, 'sales(widgets, 2026-11)', '1 each / 3')).toBeUndefined()
  })

  test('of several findings in one has no fix', () => {
    const rule = `rule test/it "x" {
  given month t in 2026-11 .. 2026-12
  collect t
  require 1 = 2
  at sales(widgets, t)
  message "x"
  fix sales(widgets, t) = 5 each
}
`
    expect(review(rule, { plan: PLAN }).judgement.findings.map(({ mend }) => mend)).toEqual([
      undefined,
    ])
  })
})

test('a number that a statement says is written in the unit it has', () => {
  expect(
    fixed(
      PLAN,
      'o.value',
      '900 each'.replace('900 each', 'o.value + o.value / 8'),
      'given opening o',
    ),
  ).toEqual(['Write 2.25 pallet', 'opening inventory 2.25 pallet'])
})

test('a zero tells nothing of the unit it has, so that nothing is written', () => {
  const opened = (amount: string) =>
    fixed(
      PLAN.replace('inventory 2 pallet', `inventory ${amount}`),
      'o.value',
      'actual.sales(o.family, 2026-10)',
      'given opening o',
    )
  expect(opened('0 pallet')).toBeUndefined()
  expect(opened('0')).toEqual(['Write 1000 each', 'opening inventory 1000'])
})

test.each([
  ['actual.sales(widgets, 2026-10)', '2.5 pallet'],
  ['outlook.sales(widgets, 2026-10)', '2.5 pallet'],
  ['900 each, actual.sales(widgets, 2026-10)', '2.25 pallet'],
  ['1000 each / 3, actual.sales(widgets, 2026-10)', '≈0.83 pallet'],
  ['900 each, sales(widgets, 2026-11)', '900 each'],
  ['o.value', '2 pallet'],
  ['9 / 8 * o.value, o.value', '2.25 pallet'],
  // Nobody stated it.
  ['inventory(widgets, 2026-11)', '800 each'],
])('as-stated(%s) is %s', (given, shown) => {
  const rule = `rule test/it "x" {
  given opening o
  require 1 = 2
  at business
  message "{as-stated(${given})}"
}
`
  const seen = review(rule, { plan: PLAN })
  expect([
    ...said(seen.diagnostics),
    ...seen.judgement.findings.map((each) => each.message),
  ]).toEqual([shown])
})

test('what is to be typed is not cut where its decimals end', () => {
  const rule = `rule test/it "x" {
  given month t in 2026-11 .. 2026-11
  let   wanted = sales(widgets, t) / 1024 / 1000
  require 1 = 2
  at business
  message "{wanted}, {as-stated(wanted, sales(widgets, t))}"
  help "{wanted}, {as-stated(wanted, sales(widgets, t))}, {as-stated(wanted / 3, sales(widgets, t))}"
}
`
  const [finding] = review(rule, { plan: PLAN }).judgement.findings
  expect(finding?.message).toBe('≈0 each, ≈0 each')
  expect(finding?.help).toBe('≈0 each, 0.001171875 each, 0.000390625 each')
})

describe('what a fix may not be', () => {
  const problems = (fix: string) =>
    said(
      review(
        `rule test/it "x" {\n  given family f, price p\n  require 1 = 2\n  at f\n  message "x"\n  fix ${fix}\n}\n`,
      ).diagnostics,
    )

  test.each([
    [
      '5 = 3',
      'wrong-type at `5`: This is a number without a unit, and a cell or a number of a statement is wanted.',
    ],
    [
      'f.market = "x"',
      'wrong-type at `f.market`: This is a text, and a cell or a number of a statement is wanted.',
    ],
    [
      'f = widgets',
      'wrong-type at `f`: This is a family, and a cell or a number of a statement is wanted.',
    ],
    [
      'sales(f, 2026-11) = 5',
      'wrong-type at `5`: This is a number without a unit, and a number in the unit of f is wanted.',
    ],
    [
      'sales(widgets, 2026-11) = 5 kg',
      'wrong-type at `5 kg`: This is a number in kg, and a number in each is wanted.',
    ],
  ])('%s', (fix, message) => {
    expect(problems(fix)).toEqual([message])
  })

  test('a price has no fix: its unit would be lost', () => {
    expect(problems('p.value = p.value * 2')).toEqual([])
  })
})
