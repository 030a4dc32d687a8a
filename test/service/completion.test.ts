// Completion and signature help: what may stand at the cursor.
import { describe, expect, test } from 'vitest'

import { completion } from '../../src/service/completion.ts'
import { signatureHelp } from '../../src/service/signature-help.ts'
import { RULE_LINES } from '../../src/vocabulary/rule-lines.ts'
import { VOCABULARY } from '../../src/vocabulary/vocabulary.ts'
import { BUSINESS, cursorIn, FAMILY, type Files } from './cursor.ts'

/** These are offered, and none of those behind `!`. */
function expectOffered(files: Files, ...expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(files)
  const labels = completion(snapshot, path, offset).items.map(({ label }) => label)
  const missing = expected.filter((each) => !each.startsWith('!') && !labels.includes(each))
  const extra = expected.filter((each) => each.startsWith('!') && labels.includes(each.slice(1)))
  expect({ missing, extra }).toEqual({ missing: [], extra: [] })
}

/** All that is offered, in order. */
function expectAll(files: Files, expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(files)
  const { items } = completion(snapshot, path, offset)
  expect(items.map(({ label }) => label)).toEqual(expected)
}

/** `owner [ROLE] for SERIES`: what is being written stands in brackets. */
function expectSignature(files: Files, expected: string | undefined): void {
  const { snapshot, path, offset } = cursorIn(files)
  const help = signatureHelp(snapshot, path, offset)
  const active = help?.active === undefined ? undefined : help.parameters[help.active]
  const label = help?.label
  const marked =
    label === undefined || active === undefined
      ? label
      : `${label.slice(0, active.start)}<${label.slice(active.start, active.end)}>${label.slice(active.end)}`
  expect(marked).toBe(expected)
}

const ALL = BUSINESS + FAMILY

describe('completion at the start of a line', () => {
  test('offers kinds at the top', () => {
    expectOffered('$0', 'family', 'plan', 'rule', '!owner', '!strategy')
    expectOffered('fam$0', 'family')
  })
  test('offers lines and clauses in a block, but none twice', () => {
    const text = 'family a {\n  unit each\n  $0\n}\n'
    expectOffered(text, 'owner', 'strategy', 'from', 'until', '!unit', '!family')
  })
  test('offers kinds on the last line of a file, and nothing of the line before', () => {
    expectOffered('role a in finance\n$0', 'family', 'plan', '!under')
    expectOffered('role a in finance\r\n$0', 'family', 'plan', '!under')
  })
  test('offers nothing behind a brace, where Enter begins the block', () => {
    expectAll(`${ALL}plan widgets for 2026-11 {$0}`, [])
    expectAll(`${ALL}plan widgets for 2026-11 {$0\n`, [])
    expectAll('family a { $0\n}\n', [])
    expectAll('family a {\n} $0\n', [])
  })
  test('knows the block of a statement that is not closed', () => {
    expectOffered('fence demand 1 month {\n  $0', 'change', 'approval')
  })
  test('offers the next month of a table, with the numbers of the last', () => {
    const text = 'plan widgets for 2026-11 {\n  month  sales\n  2026-11 .. 2026-12  70\n  $0\n}\n'
    const { snapshot, path, offset } = cursorIn(ALL + text)
    const [first] = completion(snapshot, path, offset).items
    expect([first?.label, first?.snippet]).toEqual(['2027-01', '2027-01  ${1:70}'])
  })
  test('offers the month that a row leaves out before the next, and none that is stated', () => {
    const plan = (rows: string) =>
      `${ALL}plan widgets for 2026-11 {\n  month  sales\n  2026-11  70\n  $0\n${rows}}\n`
    expectOffered(plan('  2027-01  80\n'), '2026-12', '!2027-02')
    expectOffered(plan('  2026-12  80\n'), 'opening', '!2026-12', '!2027-01')
  })
  test('offers whole tables of families that have none', () => {
    const { snapshot, path, offset } = cursorIn(`${ALL}$0`)
    const found = completion(snapshot, path, offset).items.find(
      ({ label }) => label === 'plan widgets for 2026-11',
    )
    expect(found?.text).toBe(
      'plan widgets for 2026-11 {\n  month  sales  operations\n  2026-11 .. 2027-04  -  -\n}',
    )
  })
  test('offers everything in the small plan of a test', () => {
    expectOffered('test "a" {\n  $0\n}\n', 'expect', 'family', 'plan')
    expectOffered('test "a" {\n  family b {\n    $0\n  }\n}\n', 'owner', '!plan')
  })
  test('offers rule lines in a rule', () => {
    expectOffered('rule a/b "c" {\n  $0\n}\n', 'given', 'require', 'message', '!month')
  })
})

describe('completion of values', () => {
  test('offers the names that fit', () => {
    expectAll(`${ALL}item W-1 in $0\n`, ['widgets'])
    expectAll(`${ALL}commit sales for 2026-11 by $0\n`, ['president', 'planner'])
  })
  test('offers no name that is to be declared', () => {
    expectAll('item $0', [])
  })
  test('offers words and series', () => {
    expectOffered('family a {\n  strategy $0\n}\n', 'make-to-stock', 'make-to-order')
    expectOffered(`${ALL}commit $0`, 'sales', 'operations')
    expectOffered(`${ALL}family a {\n  owner planner for $0\n}\n`, 'sales', 'launch')
    expectOffered(`${ALL}family a {\n  maximum $0\n}\n`, 'inventory', 'backlog', '!sales')
  })
  test('goes on with clauses once the rest is said', () => {
    expectOffered(`${ALL}commit sales for 2026-11 $0`, 'by', 'on', 'of', '!for')
    expectOffered(`${ALL}commit sales for $0`, '2026-11', '!by')
  })
  test('offers another of a list', () => {
    expectAll(`${ALL}fence demand 1 month about widgets, $0`, ['widgets'])
  })
  test('offers units behind a number, and lengths of time', () => {
    expectOffered(`${ALL}conversion widgets {\n  unit case = 12 $0\n}\n`, 'each', 'case', 'USD')
    expectOffered('fence demand 2 $0', 'months', 'weeks', 'days')
  })
  test('offers units behind `per`, and no clause', () => {
    const price = (text: string) => `${ALL}conversion widgets {\n  price = 5 USD ${text}\n}\n`
    expectOffered(price('per $0'), 'each', 'case', '!from')
    expectOffered(price('per 100 $0'), 'each', 'case')
    expectAll(price('per each $0'), ['from'])
  })
  test('offers the place of a finding that a test expects', () => {
    const test = (text: string) => `${ALL}test "a" {\n  expect ${text}\n}\n`
    expectOffered(test('$0'), 'no', 'balance/capacity')
    expectAll(test('balance/capacity $0'), ['at'])
    expectAll(test('no balance/capacity $0'), ['at'])
    expectOffered(test('balance/capacity at $0'), 'sales', 'inventory', '!balance/capacity')
    expectOffered(test('balance/capacity at inventory(widgets, $0'), 'sales', '!at')
  })
  test('offers days and months', () => {
    expectOffered(`${ALL}authorize 2026-11 by president on $0`, '2026-11-20')
    expectOffered(`${ALL}waive a/b about widgets $0`, '2026-12')
  })
  test('offers rules and policies, those of the rulebook too', () => {
    expectOffered(`${ALL}policy $0`, 'mix-tolerance')
    expectOffered(`${ALL}waive balance/c$0`, 'balance/capacity')
  })
  test('offers nothing in comments and texts', () => {
    expectAll('family a # $0\n', [])
    expectAll('family a "$0"\n', [])
  })
  test('offers the columns that a header does not have', () => {
    const text = 'plan widgets for 2026-11 {\n  month  sales  $0\n}\n'
    expectOffered(ALL + text, 'operations', 'inventory', '!sales')
    const mix = 'item W-1 in widgets\nmix sales of widgets for 2026-11 {\n  month  $0\n}\n'
    expectAll(ALL + mix, ['W-1'])
  })
})

describe('completion in rules', () => {
  const rule = (line: string): string =>
    `${ALL}rule a/b "c" {\n  given   family f, month t in horizon\n  let     left = sales(f, t)\n  ${line}\n}\n`
  test('offers variables, functions, series, versions and policies', () => {
    expectOffered(
      rule('require $0'),
      'f',
      't',
      'left',
      'cover',
      'sales',
      'outlook',
      'mix-tolerance',
    )
  })
  test('offers the fields of a variable, and the series of a version', () => {
    expectOffered(rule('require f.$0'), 'owner', 'strategy', 'life', '!sales')
    expectOffered(rule('require outlook.$0'), 'sales', 'inventory', '!owner')
  })
  test('offers kinds after given', () => {
    expectOffered(rule('given $0'), 'family', 'month', 'resource')
  })
  test('offers no name that a rule is to choose', () => {
    expectAll(rule('given month $0'), [])
    expectAll(rule('given month u, family $0'), [])
    expectAll(rule('let $0'), [])
    expectOffered(rule('let twice = $0'), 'sales')
  })
  test('knows the commas of a call from those between what is given', () => {
    expectOffered(rule('given family g where known(sales(g, $0'), 'sales', '!family')
    expectOffered(rule('given family g where known(sales(g, t)), $0'), 'family', '!sales')
  })
  test('offers expressions in the holes of a text', () => {
    expectOffered(rule('message "{f} {$0"'), 'left', 'sales')
    expectAll(rule('message "{f} $0"'), [])
  })
  test('offers the family and month of a bound', () => {
    expectOffered('family a {\n  target inventory = 2 * $0\n}\n', 'f', 't', 'sales')
  })
})

describe('signature help', () => {
  test('shows the parameters of functions', () => {
    expectSignature('define a(family f, month t) = cover(f, $0', 'cover(f, <t>, forward|current)')
  })
  test('shows those of a cell', () => {
    expectSignature('define a(family f, month t) = outlook.sales(f, $0', 'sales(family, <month>)')
  })
  test('shows those of a define', () => {
    expectSignature(
      'define a(family f, month t) = 1\ndefine b(family g) = a(g$0',
      'a(<family f>, month t)',
    )
  })
  test('shows what a statement takes', () => {
    expectSignature('family a {\n  owner $0\n}\n', 'owner <ROLE> for SERIES')
    expectSignature('family a {\n  owner b for $0\n}\n', 'owner ROLE <for SERIES>')
    expectSignature(
      'family a {\n  target inventory = $0\n}\n',
      'target STOCK <= EXPRESSION> [from MONTH] [until MONTH]',
    )
  })
  test('shows what a test takes', () => {
    const test = (text: string) => `test "a" {\n  expect ${text}\n}\n`
    expectSignature(test('$0'), 'expect <[no]> RULE [at EXPRESSION]')
    expectSignature(test('a/b at $0'), 'expect [no] RULE <[at EXPRESSION]>')
  })
  test('shows nothing in a comment', () => {
    expectSignature('owner # $0', undefined)
  })
})

describe('what is offered', () => {
  const rule = (line: string): string =>
    `${ALL}define twice(family f) = 2\nrule a/b "c" {\n  given   family f, month t in horizon\n  let     left = sales(f, t)\n  ${line}\n}\n`
  test.each([
    '$0',
    'family a {\n  $0\n}\n',
    ALL + 'item W in $0',
    'family a {\n  strategy $0',
    'family a { \n unit $0',
    ALL + 'conversion widgets {\n  unit case = 12 $0\n}\n',
    ALL + 'commit $0',
    ALL + 'commit sales for $0',
    ALL + 'commit sales for 2026-11 by president on $0',
    'fence demand 2 $0',
    ALL + 'policy $0',
    ALL + 'waive $0',
    ALL + 'assumption a "b" driver $0',
    rule('$0'),
    rule('require $0'),
    rule('require f.$0'),
    rule('given $0'),
    rule('after $0'),
    ALL + 'plan widgets for 2026-11 {\n $0\n}\n',
    ALL + 'plan widgets for 2026-11 {\n  month $0\n}\n',
    ALL + 'item W-1 in widgets\nmix sales of widgets for 2026-11 {\n  month  $0\n}\n',
    ALL + 'item W-1 in widgets\nmix sales of widgets for 2026-11 {\n  month  W-1\n 2026-11 $0\n}\n',
    ALL + 'plan widgets for 2026-11 {\n  month  sales\n  2026-11  7\n  $0\n}\n',
    ALL + 'calendar {\n  month $0',
    ALL + 'test "a" {\n expect $0\n}\n',
  ])('has its documentation: %#', (text) => {
    const { snapshot, path, offset } = cursorIn(text)
    const { items } = completion(snapshot, path, offset)
    const silent = items.filter(({ doc }) => doc === undefined || doc.length === 0)
    expect(silent.map(({ kind, label }) => `${kind} ${label}`)).toEqual([])
    expect(items.length).toBeGreaterThan(0)
  })
  test('is every line of the rule language, each with its words', () => {
    const words = VOCABULARY.flatMap(({ ruleLines = [] }) => ruleLines)
    expect(RULE_LINES.map(({ word }) => word).toSorted()).toEqual([...new Set(words)].toSorted())
    for (const { word, example } of RULE_LINES) expect(example.startsWith(`${word} `)).toBe(true)
  })
})
