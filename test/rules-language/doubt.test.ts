// What a mistake leaves in doubt: what may stand where it could not be read, and nothing else.

import { expect, test } from 'vitest'

import { review, ruleOf } from './harness.ts'

const PLAN = `business "Test" {
  currency USD
  leader   boss
}
role boss in general-management
unit each
unit case = 12 each
family a {
  strategy make-to-stock
  unit     each
  owner    boss for sales
}
family b {
  strategy make-to-stock
  unit     each
}
conversion a {
  price = 2 USD per each from 2027-01
}
group g {
  unit each
}
supply a {
  month g
  2026-11 100%
}
fence demand 1 month about a
cycle 2026-11 {
  horizon 3 months
}
plan a for 2026-11 {
  month    sales  operations
  2026-11     10          10
  2026-12     10           -
}
plan b for 2026-11 {
  month    sales  operations
  2026-11     10          10
}
budget a {
  month    revenue
  2026-11       10
}
commit sales of a for 2026-11 by boss on 2026-11-19
`

/** By name, what is false for certain as long as nothing is wrong. */
const ASKED: Readonly<Record<string, string>> = {
  'cell of a': 'known(operations(a, 2026-12))',
  'cell of b': 'known(operations(b, 2026-12))',
  'stated for a': 'stated(operations(a, 2026-12))',
  'stated for b': 'stated(operations(b, 2026-12))',
  'since of b': 'known(since(operations(b, 2026-12)))',
  'sum of b': 'known(operations(b, 2026-12) + sales(b, 2026-12))',
  'first of b': 'known(first-known(operations(b, 2026-12), sales(b, 2026-12)))',
  'price of a': 'known(price(a, 2026-12))',
  'price of b': 'known(price(b, 2026-12))',
  'supply of a': 'known(supplied(a, g, 2026-12))',
  'fence of b': 'known(zone(b, 2026-11))',
  'market of a': 'known(a.market)',
  'market of b': 'known(b.market)',
  'owner of a': 'known(a.owner(operations))',
  'previous cycle': 'exists(cycle c where known(c.previous))',
  'latest of nothing': 'known(max(k.on for commit k where k.series = operations))',
  commitment: 'exists(commit k where k.series = operations)',
  role: 'exists(role r where r.function = finance)',
  price: 'exists(price p where p.family = b)',
}

/** Which of these a mistake leaves in doubt. */
function inDoubt(from: string, to: string): readonly string[] {
  const plan = PLAN.replace(from, to)
  expect(plan).not.toBe(PLAN)
  const rules = Object.values(ASKED).map(
    (asked, at) =>
      `rule test/n${at} "x" {\n  require not (${asked})\n  at business\n  message "x"\n}\n`,
  )
  const { judgement, diagnostics } = review(rules.join(''), { plan })
  expect(diagnostics).toHaveLength(1)
  expect(judgement.findings).toEqual([])
  const held = new Set(
    judgement.outcomes.flatMap(({ rule, held: count }) => (count > 0 ? rule : [])),
  )
  return Object.keys(ASKED).filter((_, at) => !held.has(`test/n${at}`))
}

test.each<readonly [what: string, from: string, to: string, doubt: readonly string[]]>([
  ['a role of no function', 'role boss', 'role clerk in finanse\nrole boss', ['role']],
  ['a role by another word', 'role boss', 'rolle clerk in finance\nrole boss', ['role']],
  ['a rule', 'commit', 'rule test/zz "x" {\n  require 1 = = 1\n}\ncommit', []],
  ['a commitment behind a stray sign', 'commit', '= commit', ['latest of nothing', 'commitment']],
  [
    'a commitment to no series',
    'commit sales',
    'commit salse',
    ['latest of nothing', 'commitment'],
  ],
  [
    'a line of a family',
    '  owner',
    '  ) market "Shops"\n  owner',
    ['cell of a', 'stated for a', 'price of a', 'supply of a', 'market of a', 'owner of a'],
  ],
  [
    'a row of a plan',
    '  2026-12     10',
    '  2026-12@    10',
    ['cell of a', 'stated for a', 'price of a', 'supply of a'],
  ],
  [
    'a price',
    '  price =',
    '  = price =',
    ['cell of a', 'stated for a', 'price of a', 'supply of a', 'price'],
  ],
  ['a cell of a supply', '100%', '10o%', []],
  ['a fence', 'about a', 'about aa', ['fence of b']],
])('%s', (_, from, to, doubt) => {
  expect(inDoubt(from, to)).toEqual(doubt)
})

test('of what nobody can tell what it is, whatever is absent', () => {
  const doubt = inDoubt('role boss', 'xyzzy "clerk"\nrole boss')
  expect(doubt).toContain('cell of b')
  expect(doubt).toContain('market of b')
  expect(doubt).not.toContain('commitment')
})

test('what is negligible and cannot be read is not nothing', () => {
  const near = (line: string, by: number) => {
    const plan = PLAN.replace('  owner', `  ${line}\n  owner`)
    const asked = `near(sales(a, 2026-11), sales(a, 2026-11) + ${by} each, 0%, a)`
    return review(ruleOf([asked]), { plan }).judgement.findings.map(({ message }) => message)
  }
  expect(near('negligible 2 each', 2)).toEqual(['yes'])
  expect(near('negligible 2 each', 3)).toEqual(['no'])
  expect(near('market "Shops"', 1)).toEqual(['no'])
  expect(near('negligible 2 eech', 1)).toEqual(['unknown'])
  expect(near('negligible 2%', 1)).toEqual(['unknown'])
  expect(near('negligible 2%', 0)).toEqual(['yes'])
  // Neither yes nor no.
  expect(near('negligible two', 1)).toEqual([])
})
