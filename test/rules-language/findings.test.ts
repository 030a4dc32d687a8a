// What becomes of counterexamples: their places, months, severities and evidence.

import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { found, review, said } from './harness.ts'

/** A rule over months, with its lines. */
function rule(...lines: readonly string[]): string {
  return `rule test/it "It holds" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

/** The findings of a rule, each with its place in the plan. */
function findings(...lines: readonly string[]): readonly string[] {
  const seen = review(rule(...lines))
  expect(said(seen.diagnostics)).toEqual([])
  return found(seen.judgement.findings)
}

describe('months', () => {
  test('adjacent ones are one finding, a gap makes two', () => {
    const months = 'given month t in 2026-10 .. 2027-08'
    const require = 'require t in (2026-11, 2027-02, 2027-03, 2027-08)'
    expect(findings(months, 'collect t', require, 'at business', 'message "{t}"')).toEqual([
      '1:1 error test/it 2026-10: 2026-10',
      '1:1 error test/it 2026-12 .. 2027-01: 2026-12',
      '1:1 error test/it 2027-04 .. 2027-07: 2027-04',
    ])
  })

  test('are collected for each value of the other variables', () => {
    expect(
      findings(
        'given family f, series s in (sales, operations), month t in horizon',
        'collect t',
        'require t = 2026-12',
        'at cell(plan, s, f, t)',
        'message "{f} {s} {t}"',
      ).map((each) => each.replace(/^\S+ error /, '')),
    ).toEqual([
      'test/it 2026-11: widgets sales 2026-11',
      'test/it 2026-11: widgets operations 2026-11',
      'test/it 2027-01: widgets sales 2027-01',
      'test/it 2027-01: widgets operations 2027-01',
      'test/it 2026-11: paint sales 2026-11',
      'test/it 2027-01: paint sales 2027-01',
      'test/it 2026-11: paint operations 2026-11',
      'test/it 2027-01: paint operations 2027-01',
    ])
  })

  test('are those of the collected variable, whichever binds last', () => {
    expect(
      findings(
        'given month t in horizon, month u in (2026-01)',
        'collect t',
        'require t = 2026-12',
        'at business',
        'message "{t} {u}"',
      ),
    ).toEqual([
      '1:1 error test/it 2026-11: 2026-11 2026-01',
      '1:1 error test/it 2027-01: 2027-01 2026-01',
    ])
  })

  test('that one text states are one finding, which lists them', () => {
    expect(
      findings(
        'given family f where f = paint, month t in horizon',
        'require sales(f, t) = 0 or t = 2026-12',
        'at sales(f, t)',
        'message "{t}"',
      ),
    ).toEqual([expect.stringMatching(/ error test\/it 2026-11 2027-01: 2026-11$/)])
  })

  test('that two texts state are two findings', () => {
    expect(
      findings(
        'given family f where f = widgets, month t in 2026-11 .. 2026-12',
        'require sales(f, t) = 0',
        'at sales(f, t)',
        'message "{t}"',
      ),
    ).toHaveLength(2)
  })

  test('at one text, what differs in more than the month is told apart', () => {
    expect(
      findings(
        'given family f, month t in horizon',
        'require sales(f, t) = 0',
        'at business',
        'message "{f}"',
      ),
    ).toEqual([
      '1:1 error test/it 2026-11 .. 2027-01: widgets',
      '1:1 error test/it 2026-11 .. 2027-01: paint',
    ])
  })
})

describe('places', () => {
  const at = (place: string, ...lines: readonly string[]) => {
    const seen = review(
      rule(
        'given family f where f = widgets, month t in (2026-11)',
        ...lines,
        'require 1 = 2',
        `at ${place}`,
        'message "x"',
      ),
    )
    expect(said(seen.diagnostics)).toEqual([])
    return seen.judgement.findings.map(({ span }) => textOf(span)).join(', ')
  }

  test('the text of a cell, or of what it comes from', () => {
    expect(at('sales(f, t)')).toBe('1200')
    expect(at('it', 'let it = inventory(f, t)')).toBe('600')
    expect(at('outlook.inventory(f, t)')).toBe('600')
    expect(at('budget.revenue(business, t)')).toBe('30000')
  })

  test('of a cell that nobody stated, the statement that should hold it', () => {
    expect(at('budget.operations(f, t)')).toBe('budget widgets')
    expect(at('inventory(paint, t)')).toBe('plan paint for 2026-11')
    expect(at('sales(f, 2029-01)')).toBe('plan widgets for 2026-11')
  })

  test('a fact, or a field of one', () => {
    expect(at('f')).toBe('family widgets "Widgets"')
    expect(at('f.market')).toBe('"Industry"')
    expect(at('cycle')).toBe('cycle 2026-11')
    expect(at('business')).toBe('business "Acme"')
    expect(at('available(r, t)', 'given resource r')).toBe('resource assembly')
    expect(at('f.owner(sales)')).toBe('role sales-director in sales-marketing under president')
  })

  test('a fact that there is none of points at the business', () => {
    expect(at('cycle.previous.previous')).toBe('business "Acme"')
  })
})

describe('severity', () => {
  const severities = (...lines: readonly string[]) =>
    review(rule(...lines, 'at sales(widgets, t)', 'message "x"')).judgement.findings.map(
      ({ severity }) => severity,
    )
  const three = ['given month t in horizon', 'require 1 = 2']

  test('as written; error where nothing is', () => {
    expect(severities(...three)).toEqual(['error', 'error', 'error'])
    expect(severities(...three, 'severity warning')).toEqual(['warning', 'warning', 'warning'])
    expect(severities(...three, 'severity information')).toEqual([
      'information',
      'information',
      'information',
    ])
  })

  test('by an expression, for each instance', () => {
    expect(
      severities(
        ...three,
        'severity if t = 2026-11 then information else (if t = 2026-12 then warning else error)',
      ),
    ).toEqual(['information', 'warning', 'error'])
  })

  test('of what is one finding is one: a worse month says its own numbers', () => {
    const found = review(
      rule(
        ...three,
        'collect t',
        'severity if t = 2026-12 then warning else information',
        'at business',
        'message "{t}"',
      ),
    ).judgement.findings
    expect(
      found.map(({ severity, message, months }) => [severity, message, months.length]),
    ).toEqual([
      ['information', '2026-11', 2],
      ['warning', '2026-12', 1],
    ])
    const ofOneText = severities(
      'given family f where f = paint, month t in horizon',
      'require t = 2026-12',
      'severity if t = 2027-01 then warning else information',
    )
    expect(ofOneText).toEqual(['information', 'warning'])
  })

  test('where it is unknown is error', () => {
    expect(
      severities(
        ...three,
        'collect t',
        'severity if sales(widgets, 2029-01) > 0 then warning else information',
      ),
    ).toEqual(['error'])
  })

  test('from the configuration, by the name of the rule or the family of its name', () => {
    const text = rule(...three, 'collect t', 'at business', 'message "x"')
    const levelled = (levels: Record<string, 'error' | 'warning' | 'information' | 'off'>) =>
      review(text, { levels }).judgement
    expect(levelled({ 'test/it': 'information' }).findings.map((each) => each.severity)).toEqual([
      'information',
    ])
    expect(levelled({ test: 'warning' }).findings.map((each) => each.severity)).toEqual(['warning'])
    expect(
      levelled({ test: 'warning', 'test/it': 'error' }).findings.map((each) => each.severity),
    ).toEqual(['error'])
    const off = levelled({ test: 'off' })
    expect(off.findings).toEqual([])
    expect(off.outcomes).toMatchObject([{ rule: 'test/it', severity: 'off', held: 0, broken: 0 }])
  })
})

describe('evidence', () => {
  const SAID = ['at sales(widgets, t)', 'message "{t}"']
  const evidence = (...lines: readonly string[]) => {
    const seen = review(rule(...lines, 'at business', 'message "x"'))
    expect(said(seen.diagnostics)).toEqual([])
    return seen.judgement.findings.flatMap((each) =>
      each.evidence.map(({ reading, value }) => `${reading} = ${value}`),
    )
  }
  const FT = 'given family f where f = widgets, month t in (2026-12)'

  test('is what the condition read, in its order', () => {
    expect(
      evidence(
        FT,
        'require sales(f, t) > operations(f, t) + 5 * price(f, t) / price(f, t) * sales(f, t)',
      ),
    ).toEqual([
      'sales of widgets 2026-12 = 1,200 each',
      'operations of widgets 2026-12 = 1,300 each',
      'price(widgets, 2026-12) = 24 USD per each',
    ])
  })

  test('through lets, functions and aggregates', () => {
    expect(
      evidence(
        FT,
        'let half = operations(f, t) / 2',
        'let whole = sum(sales(f, u) for month u in horizon)',
        'require half > whole',
      ),
    ).toEqual(['operations of widgets 2026-12 = 1,300 each', 'whole = 3,700 each'])
    expect(evidence(FT, 'require gap(inventory, f, t) != 0')).toContain(
      'outlook inventory of widgets 2026-12 = 700 each',
    )
    // Whether there is one is no value that was read: the message says so.
    expect(evidence(FT, 'require exists(family g where g.unit = litre)')).toEqual([])
    expect(
      evidence(
        'given resource r, month t in (2026-12)',
        'let need = load(r, t)',
        'require need > available(r, t)',
      ),
    ).toEqual(['load(assembly, 2026-12) = 65 hour', 'available(assembly, 2026-12) = 100 hour'])
  })

  test('of what broke alone, and of an if the branch that counted', () => {
    expect(evidence(FT, 'require sales(f, t) > 0', 'require operations(f, t) < 0')).toEqual([
      'operations of widgets 2026-12 = 1,300 each',
    ])
    expect(evidence(FT, 'require if 1 = 1 then operations(f, t) < 0 else sales(f, t) < 0')).toEqual(
      ['operations of widgets 2026-12 = 1,300 each'],
    )
  })

  test('is that of the instance, also where a function was not called this time', () => {
    const text = 'define sold(family f, month t) = sales(f, t) > 0\n'
    const require = 'require t = 2026-10 and sold(widgets, t - 1)'
    const rules = text + rule('given month t in 2026-12 .. 2027-01', require, ...SAID)
    const { findings: made } = review(rules).judgement
    expect(made.map((each) => each.evidence)).toEqual([[], []])
    const either = 'require not (t = 2026-12 and sold(widgets, t - 1) or sold(widgets, t))'
    const both = review(
      text + rule('given month t in 2026-12 .. 2027-01', either, ...SAID),
    ).judgement
    expect(both.findings.map((each) => each.evidence.map(({ reading }) => reading))).toEqual([
      ['sales of widgets 2026-11', 'sales of widgets 2026-12'],
      ['sales of widgets 2026-12', 'sales of widgets 2027-01'],
    ])
  })

  test('is short, and quick where a let stands in many places', () => {
    const lets = Array.from({ length: 40 }, (_, at) => `let x${at + 1} = x${at} + x${at}`)
    expect(
      evidence(
        'given month t in (2026-12)',
        'let x0 = sales(widgets, t)',
        ...lets,
        'require x40 < 0',
      ),
    ).toEqual(['sales of widgets 2026-12 = 1,200 each'])
    const many = Array.from(
      { length: 30 },
      (_, at) => `sales(widgets, t) + sales(widgets, 2026-11 + ${at}) < 0`,
    )
    expect(
      evidence('given month t in (2026-12)', `require ${many.slice(0, 3).join(' or ')}`).length,
    ).toBeLessThanOrEqual(12)
  })
})

test('a finding is about the facts of its variables, and of its place', () => {
  const about = (...lines: readonly string[]) =>
    review(rule(...lines, 'message "x"')).judgement.findings.map((each) =>
      each.about.map(({ name }) => name),
    )
  expect(about('given resource r, family f where f = paint', 'require 1 = 2', 'at f')).toEqual([
    ['assembly', 'paint'],
  ])
  expect(about('require 1 = 2', 'at sales(widgets, 2026-11)')).toEqual([['widgets']])
  expect(about('require 1 = 2', 'at cycle')).toEqual([['2026-11']])
})

test('a message and its help have holes for any expression', () => {
  const seen = review(
    rule(
      'given family f where f = widgets',
      'require 1 = 2',
      'at f',
      'message "{f}: {sales(f, 2026-11) * 2}, {percent(12.5%)} \\{as is}, {if f.unit = each then \\"pieces\\" else \\"weight\\"}, {horizon}, {f.production}"',
      'help "write {signed(-5 each)}, once {1000 each} are there: sales {f} {2000 each}"',
    ),
  )
  expect(said(seen.diagnostics)).toEqual([])
  expect(seen.judgement.findings.map(({ message, help }) => [message, help])).toEqual([
    [
      'widgets: 2,400 each, 12.5% {as is}, pieces, 2026-11 .. 2027-01, unknown',
      'write -5 each, once 1000 each are there: sales widgets 2000 each',
    ],
  ])
})

describe('numbers', () => {
  const help = (text: string, ...lines: readonly string[]) => {
    const seen = review(rule(...lines) + text)
    expect(said(seen.diagnostics)).toEqual([])
    return seen.judgement.findings.map((finding) => [finding.message, finding.help])
  }

  test('have commas where they are read, and none where they are typed', () => {
    expect(
      help('', 'let n = 1234567.5', 'require n = 0', 'at business', 'message "{n}"', 'help "{n}"'),
    ).toEqual([['1,234,567.5', '1234567.5']])
  })

  test('have the per cent mark that they are written with', () => {
    const believed = (name: string, value: string) =>
      `assumption ${name} "It" about widgets {\n  by president\n  value ${value}\n}\n`
    expect(
      help(
        `${believed('low', '4%')}${believed('high', '0.05')}`,
        'given assumption a where a.name = "low" or a.name = "high"',
        'let v = a.value',
        'require a.value = 0',
        'at a',
        'message "{a.value} {v} {gap-warning}"',
        'help "{a.value} {v} {gap-warning}"',
      ),
    ).toEqual([
      ['4% 4% 2%', '4% 4% 2%'],
      ['0.05 0.05 2%', '0.05 0.05 2%'],
    ])
  })
})
