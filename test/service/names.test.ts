// Definition, references, highlights and renaming: what is made of names.
import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { definition } from '../../src/service/definition.ts'
import { highlights, references } from '../../src/service/references.ts'
import { rename, renameable } from '../../src/service/rename.ts'
import { BUSINESS, changedLines, cursorIn, FAMILY, type Files, shown } from './cursor.ts'

function expectDefinition(files: Files, expected: string | undefined): void {
  const { snapshot, path, offset } = cursorIn(files)
  const found = definition(snapshot, path, offset)
  expect(found && shown(found.name, path)).toBe(expected)
}

function expectReferences(files: Files, expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(files)
  const found = references(snapshot, path, offset, { declaration: true })
  expect(found.map((span) => shown(span, path))).toEqual(expected)
}

function expectHighlights(files: Files, expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(files)
  const found = highlights(snapshot, path, offset)
  expect(
    found.map(({ span, declared }) => `${shown(span, path)}${declared ? ' declared' : ''}`),
  ).toEqual(expected)
}

function expectRename(files: Files, name: string, expected: readonly string[] | string): void {
  const { snapshot, path, offset } = cursorIn(files)
  const made = rename(snapshot, path, offset, name)
  if (made === undefined) throw new Error('nothing is named there')
  expect('refused' in made ? made.refused : changedLines(made.edits)).toEqual(expected)
}

const RULE = `rule plant/low "Stock is low" {
  given   family f, month t in horizon
  let     left = inventory(f, t)
  require left >= least(f)
  at      inventory(f, t)
  message "{f} {t}: {left} left"
}
define least(family g) = 10 * factor(g)
define factor(family g) = if g = widgets then 2 else 1
`

describe('definition', () => {
  test('of a role, from the line that names it', () => {
    expectDefinition(BUSINESS + FAMILY.replace('owner planner', 'owner pl$0anner'), '6:6 planner')
  })
  test('of a family, in another file', () => {
    const files = { 'a.sop': BUSINESS + FAMILY, 'b.sop': 'item W-1 in widgets$0\n' }
    expectDefinition(files, 'a.sop:11:8 widgets')
  })
  test('of a unit behind a number', () => {
    expectDefinition(`${BUSINESS}unit pallet = 40 ca$0se\n`, '7:6 case')
  })
  test('of an item, from the header of a table', () => {
    const mix = 'mix sales of widgets for 2026-11 {\n  month  W-1$0\n  2026-11  10\n}\n'
    expectDefinition(`${BUSINESS}${FAMILY}item W-1 in widgets\n${mix}`, '24:6 W-1')
  })
  test('of an item that a file of data declares', () => {
    const text = `${BUSINESS}${FAMILY}items from "items.csv"\nmix sales of widgets for 2026-11 {\n  month  W-9$0\n}\n`
    const files = { 'plan.sop': text, 'items.csv': 'item,family\nW-9,widgets\n' }
    expectDefinition(files, 'items.csv:2:1 W-9')
  })
  test('of a function, in the built-in rulebook', () => {
    const text = `${BUSINESS}define double(family f, month t) = 2 * inventory-ba$0nd(f)\n`
    const { snapshot, path, offset } = cursorIn(text)
    const name = definition(snapshot, path, offset)?.name
    expect(name?.source.builtIn).toBe(true)
    expect(name && textOf(name)).toBe('inventory-band')
  })
  test('of a policy that the rulebook declares', () => {
    const { snapshot, path, offset } = cursorIn(`${BUSINESS}policy mix-tol$0erance = 1%\n`)
    expect(definition(snapshot, path, offset)?.name.source.builtIn).toBe(true)
  })
  test('of a variable of a rule, from the hole of a message', () => {
    expectDefinition(RULE.replace('{left} left', '{le$0ft} left'), '3:11 left')
  })
  test('of nothing, in a comment', () => {
    expectDefinition('# wid$0gets\n', undefined)
  })
})

describe('references', () => {
  test('stand in every file, the declaration first', () => {
    const files = {
      'a.sop': 'item W-1 in widgets\n',
      'b.sop': BUSINESS + FAMILY.replace('family widgets', 'family wid$0gets'),
    }
    expectReferences(files, ['11:8 widgets', 'a.sop:1:13 widgets', '17:8 widgets', '21:12 widgets'])
  })
  test('of a family in the condition of a rule', () => {
    expectReferences(`${FAMILY.replace('family wid', 'family w$0id')}${RULE}`, [
      '1:8 widgets',
      '7:8 widgets',
      '11:12 widgets',
      '22:34 widgets',
    ])
  })
  test('of the family and month of a bound are none', () => {
    expectReferences('family f$0 {\n  target inventory = 50% * sales(f, t + 1)\n}\n', ['1:8 f'])
  })
})

describe('highlights', () => {
  test('mark a variable in its rule alone', () => {
    expectHighlights(RULE.replace('family f,', 'family f$0,'), [
      '2:18 f declared',
      '3:28 f',
      '4:25 f',
      '5:21 f',
      '6:13 f',
    ])
  })
})

describe('renaming', () => {
  test('changes every place', () => {
    expectRename(BUSINESS + FAMILY.replace('family widgets', 'family wid$0gets'), 'gadgets', [
      'family gadgets "Widgets" {',
      'actual gadgets {',
      'conversion gadgets {',
    ])
  })
  test('writes quotes where the name needs them', () => {
    expectRename('family a {\n}\nitem M$01 in a\n', '10 mm', ['item "10 mm" in a'])
  })
  test('changes the file of item data as well', () => {
    const text = `${BUSINESS}${FAMILY}items from "items.csv"\nmix sales of widgets for 2026-11 {\n  month  W-9$0\n}\n`
    expectRename({ 'plan.sop': text, 'items.csv': 'item,family\nW-9,widgets\n' }, 'W-7', [
      'W-7,widgets',
      '  month  W-7',
    ])
  })
  test('of a variable changes its rule', () => {
    expectRename(RULE.replace('let     le', 'let     le$0'), 'rest-of-it', [
      '  let     rest-of-it = inventory(f, t)',
      '  require rest-of-it >= least(f)',
      '  message "{f} {t}: {rest-of-it} left"',
    ])
  })
  test('refuses a name that is taken', () => {
    const text = BUSINESS.replace('role planner', 'role plan$0ner')
    expectRename(text, 'president', 'There is a role `president` already, in plan.sop.')
  })
  test('refuses a word of the language', () => {
    const text = BUSINESS.replace('role planner', 'role plan$0ner')
    expectRename(text, 'sales', '`sales` is a series and cannot be a name.')
    expectRename(text, 'for', '`for` is a word of the grammar and cannot be a name.')
  })
  test('leaves out spaces around the new name', () => {
    expectRename('role a$0 in operations\n', ' b ', ['role b in operations'])
  })
  test('refuses a cycle that is no month', () => {
    const text = BUSINESS.replace('cycle 2026-11', 'cycle 2026-1$01')
    expectRename(text, 'autumn', 'The name of a cycle is a month, such as 2026-11.')
    expectRename(text, '2026-12', ['cycle 2026-12 {'])
  })
  test('refuses what Concord brings along', () => {
    const { snapshot, path, offset } = cursorIn('role a in oper$0ations\n')
    expect(renameable(snapshot, path, offset)).toEqual({
      refused: '`operations` is part of Concord and keeps its name.',
    })
  })
  test('refuses a word of a rule that may mean two things', () => {
    const text = `${FAMILY.replace('family wid', 'family w$0id')}${RULE}role widgets in operations\n`
    expectRename(
      text,
      'gadgets',
      'A rule in plan.sop says `widgets`, which is the name of several things here: rename those by hand.',
    )
  })
  test('refuses a variable that the rule has already', () => {
    const text = RULE.replace('let     le', 'let     le$0')
    expectRename(text, 'f', '`f` means something else in this rule already.')
  })
})

describe('in the plan of a test', () => {
  const world = (
    unit = 'case',
    policy = 'least',
  ) => `${BUSINESS}${FAMILY}policy least "The least." = 5
rule plant/low "Stock is low" {
  given   family f, month t in horizon
  require inventory(f, t) >= least(f) * 1 each
  at      inventory(f, t)
  message "{f}: low"
}
test "low" {
  family widgets {
    strategy make-to-stock
    unit     ${unit}
  }
  policy ${policy} = 6
  plan widgets for 2026-11 in case {
    opening inventory 5 case
    month    sales
    2026-11     10
  }
  expect plant/low at inventory(widgets, 2026-11)
}
`
  test('units and policies are those of the workspace', () => {
    expectDefinition(world('ca$0se'), '7:6 case')
    expectDefinition(world('case', 'lea$0st'), '24:8 least')
    expectRename(world('ca$0se'), 'box', [
      'unit box = 12 each',
      '    unit     box',
      '  plan widgets for 2026-11 in box {',
      '    opening inventory 5 box',
    ])
    expectRename(world('case', 'lea$0st'), 'floor', [
      'policy floor "The least." = 5',
      '  require inventory(f, t) >= floor(f) * 1 each',
      '  policy floor = 6',
    ])
  })
  test('families are its own', () => {
    const inner = world().replace('plan widgets', 'plan wid$0gets')
    expectRename(inner, 'pots', [
      '  family pots {',
      '  plan pots for 2026-11 in case {',
      '  expect plant/low at inventory(pots, 2026-11)',
    ])
    const outer = world().replace('actual widgets', 'actual wid$0gets')
    expectReferences(outer, ['11:8 widgets', '17:8 widgets', '21:12 widgets'])
  })
  test('rules are those of the workspace', () => {
    expectDefinition(world().replace('expect plant', 'expect pl$0ant'), '25:6 plant/low')
  })
})
