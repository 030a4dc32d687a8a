// What an editor shows beside the text: inlays, lenses, colours, links between names.
import { describe, expect, test } from 'vitest'

import { positionOf, type Span, textOf } from '../../src/base/source.ts'
import { sealNow } from '../../src/rules/seals.ts'
import { callerAt, incomingCalls, outgoingCalls } from '../../src/service/calls.ts'
import { INLAY_KINDS, type InlayKind, inlays } from '../../src/service/inlays.ts'
import { lenses } from '../../src/service/lenses.ts'
import { linkedRanges } from '../../src/service/linked.ts'
import { semanticTokens } from '../../src/service/semantic-tokens.ts'
import { BUSINESS, cursorIn, FAMILY, shown } from './cursor.ts'

const ALL = BUSINESS + FAMILY
const PLAN = `plan widgets for 2026-11 {
  month    sales  operations
  2026-11    100         110
  2026-12 ..  90          80
}
`

function expectInlays(
  text: string,
  kinds: readonly InlayKind[],
  expected: readonly string[],
): void {
  const { snapshot, path, offset } = cursorIn(text)
  const end = text.length
  const found = inlays(snapshot, path, { start: offset, end }, new Set(kinds))
  expect(found.map((each) => `${shown(each.span).trim()} ${each.text}`)).toEqual(expected)
}

function expectLenses(text: string, expected: readonly string[]): void {
  const { snapshot, path } = cursorIn(text)
  const found = lenses(snapshot, path)
  expect(found.map(({ span, title }) => `${textOf(span).split(' ')[0]}: ${title}`)).toEqual(
    expected,
  )
}

function expectTokens(text: string, expected: readonly string[]): void {
  const { snapshot, path } = cursorIn(text)
  const found = semanticTokens(snapshot, path)
  expect(
    found.map(({ span, type, declaration, builtIn }) =>
      [textOf(span), type, declaration ? 'declared' : '', builtIn ? 'built-in' : '']
        .filter((part) => part !== '')
        .join(' '),
    ),
  ).toEqual(expected)
}

function expectLinked(text: string, expected: readonly string[] | undefined): void {
  const { snapshot, path, offset } = cursorIn(text)
  expect(linkedRanges(snapshot, path, offset)?.map((span) => shown(span))).toEqual(expected)
}

function expectCalls(
  text: string,
  expected: Readonly<Record<'in' | 'out', readonly string[]>>,
): void {
  const { snapshot, path, offset } = cursorIn(text)
  const said = (calls: ReturnType<typeof incomingCalls>): readonly string[] =>
    calls.map(({ of, places }) => `${of.kind} ${of.name}: ${places.length}`)
  expect({
    in: said(incomingCalls(snapshot, path, offset)),
    out: said(outgoingCalls(snapshot, path, offset)),
  }).toEqual(expected)
}

describe('inlays', () => {
  test('show the stock and the value of each row', () => {
    expectInlays(ALL + PLAN.replace('plan', '$0plan'), INLAY_KINDS, [
      '26:29 inventory 70 each',
      '26:29 500 USD',
      '27:29 inventory 20 each',
      '27:29 450 USD',
    ])
  })
  test('are of the rows in sight, and of the kinds that are wanted', () => {
    expectInlays(
      ALL + PLAN.replace('  2026-12', '$0  2026-12'),
      ['stock'],
      ['27:29 inventory 20 each'],
    )
    expectInlays(ALL + PLAN, [], [])
  })
  test('show the backlog of what is made to order', () => {
    const text = (ALL + PLAN)
      .replace('make-to-stock', 'make-to-order')
      .replace(
        'operations  inventory\n  2026-10    100         110         60',
        'shipments  backlog\n  2026-10  100  90  60',
      )
    expectInlays(
      text.replace('plan wid', '$0plan wid'),
      ['stock'],
      ['26:29 backlog 50 each', '27:29 backlog 100 each'],
    )
  })
  test.each(INLAY_KINDS)('of %s can be switched off by themselves', (kind) => {
    const mix =
      'item W-1 in widgets\nmix sales of widgets for 2026-11 {\n  month  W-1\n  2026-11  60\n}\n'
    const load =
      'resource hall {\n  unit hour\n  month  available\n  2026-11 ..  99\n}\nsupply widgets {\n  uses hall 0.5 hour per each\n}\n'
    const text = ALL + PLAN + mix + load
    const { snapshot, path } = cursorIn(text)
    const kinds = new Set(INLAY_KINDS.filter((each) => each !== kind))
    const range = { start: 0, end: text.length }
    const shownKinds = new Set(inlays(snapshot, path, range, kinds).map((each) => each.kind))
    expect([...shownKinds].toSorted()).toEqual([...kinds].toSorted())
  })
  test('leave out a stock that the table states', () => {
    const text = PLAN.replace('operations', 'inventory')
    expectInlays(ALL + text, ['stock'], [])
  })
  test('show the value beside what is shipped alone', () => {
    const operations = PLAN.replace('  sales  operations', '  operations').replaceAll(
      / +(?:110|80)$/gm,
      '',
    )
    expectInlays(`${ALL}$0${operations}`, ['value'], [])
  })
  test('add up the items of a mix, and the load of a resource', () => {
    const mix =
      'item W-1 in widgets\nitem W-2 in widgets\nmix sales of widgets for 2026-11 {\n  month  W-1  W-2\n  2026-11  60  40\n}\n'
    expectInlays(ALL + PLAN + mix, ['items'], ['33:18 items 100 each'])
    const load =
      'resource hall {\n  unit hour\n  month  available\n  2026-11 ..  99\n}\nsupply widgets {\n  uses hall 0.5 hour per each\n}\n'
    expectInlays(ALL + PLAN + load, ['load'], ['32:17 load 55 hour'])
  })
})

describe('lenses', () => {
  test('say who committed to a plan', () => {
    const commit = 'commit sales for 2026-11 by president on 2026-11-19\n'
    expectLenses(ALL + PLAN + commit, ['plan: sales committed by president on 2026-11-19'])
    expectLenses(ALL + PLAN + commit.replace('sales', 'revenue'), [])
    const view = 'view finance of widgets for 2026-11 {\n  month  sales\n  2026-11  100\n}\n'
    expectLenses(ALL + view + commit, [])
  })
  test('say whether the numbers are still those committed to', () => {
    const { snapshot } = cursorIn(ALL + PLAN)
    const { facts, model } = snapshot.review
    const [family, cycle] = [facts.named('family', 'widgets'), facts.named('cycle', '2026-11')]
    const seal = family && cycle && sealNow(model, 'sales', family, cycle)
    const commit = `commit sales of widgets for 2026-11 by president on 2026-11-19 as "${seal}"\n`
    const said = 'plan: sales committed by president on 2026-11-19'
    expectLenses(ALL + PLAN + commit, [`${said}, seal intact`])
    expectLenses(ALL + PLAN.replace(' 100 ', ' 101 ') + commit, [`${said}, seal broken`])
  })
  test('lead to what they speak of', () => {
    const commit = 'commit sales for 2026-11 by president on 2026-11-19\n'
    const { snapshot, path } = cursorIn(ALL + PLAN + commit)
    const [lens] = lenses(snapshot, path)
    expect(lens?.places.map(({ span, text }) => [textOf(span), text])).toEqual([
      [commit.trim(), commit.trim()],
    ])
  })
  test('say how a rule fares', () => {
    const rule =
      'rule plant/made "All that is sold is made" {\n  given   family f, month t in horizon\n  require sales(f, t) <= operations(f, t)\n  at      sales(f, t)\n  message "too little"\n}\n'
    expectLenses(ALL + PLAN + rule, [
      'plan: 1 finding',
      'rule: breaks 5 times, holds 1 time',
      'rule: no test names it',
    ])
    const tests = 'test "a" {\n  expect plant/made\n}\ntest "b" {\n  expect no plant/made\n}\n'
    expectLenses(rule + tests, ['rule: holds 0 times', 'rule: run its 2 tests'])
  })
})

describe('lenses of findings', () => {
  test('stand at the plan in which they are', () => {
    const lineOf = ({ source, start }: Span): number => positionOf(source, start).line
    const other = (text: string): string => text.replaceAll(/widgets/gi, 'gadgets')
    const rule =
      'rule plant/little "No more is sold than is made" {\n  given   family f, month t in horizon\n  require sales(f, t) <= operations(f, t)\n  at      sales(f, t)\n  message "much"\n}\n'
    const fine = other(PLAN).replace(' 80', ' 90')
    const { snapshot, path } = cursorIn(ALL + other(FAMILY) + PLAN + fine + rule)
    const found = lenses(snapshot, path).flatMap(({ span: head, places }) =>
      places
        .filter(({ text }) => text.startsWith('plant/little: much ('))
        .map(({ span }) => [textOf(head).split(' ', 2).join(' '), lineOf(span)]),
    )
    const line = (ALL + other(FAMILY)).split('\n').length + 3
    expect(found).toEqual([['plan widgets', line]])
  })
})

describe('semantic tokens', () => {
  test('colour words by what they mean', () => {
    expectTokens('unit case = 12 each\nrole a in operations\n', [
      'unit keyword',
      'case type declared',
      'each type built-in',
      'role keyword',
      'a class declared',
      'in keyword',
      'operations class built-in',
    ])
    expectTokens('define twice(family f, month t) = 2 * plan.sales(f, t)\n', [
      'define keyword',
      'twice function declared',
      'family type',
      'f parameter declared',
      'month type',
      't parameter declared',
      'plan enumMember',
      'sales property',
      'f parameter',
      't parameter',
    ])
  })
})

describe('linked editing', () => {
  test('is of the variables of one rule', () => {
    expectLinked('define a(family f$0) = 2 * sales(f, 2026-11)\n', ['1:17 f', '1:32 f'])
    expectLinked('role a$0 in finance\nrole b in finance under a\n', undefined)
  })
})

describe('calls', () => {
  test('lead from rules to functions and back', () => {
    const text =
      'define a(family f) = 1\ndefine b$0(family f) = a(f) + a(f)\nobjective c "d" by e until 2027-01 {\n  given family f\n  require b(f) > 0\n}\n'
    expectCalls(text, { in: ['objective c: 1'], out: ['define a: 2'] })
  })
  test('are none of a family', () => {
    const { snapshot, path, offset } = cursorIn(ALL.replace('family wid', 'family w$0id'))
    expect(callerAt(snapshot, path, offset)).toBeUndefined()
  })
})
