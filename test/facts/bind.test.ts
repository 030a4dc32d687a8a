import { describe, expect, it } from 'vitest'
import { printMonth } from '../../src/base/month.ts'
import type { Fact, Facts } from '../../src/facts/fact.ts'
import { factIn, factsIn } from '../../src/facts/fact.ts'
import { bound, brief, codes, place, said } from './binding.ts'

const company = `
business "Acme" {
  currency USD
  leader president
  fiscal-year from 2026-04
}
function finance
role president in finance
role controller in finance under president
unit each
family widgets "Widgets" {
  strategy make-to-stock
  unit each
  owner president for sales
  lead-time 9 weeks
  target inventory = 50% * sales(f, t + 1) from 2026-11
  until 2028-12
}
family pumps {
  strategy make-to-order
  unit each
}
cycle 2026-11 {
  horizon 18 months
}
`

describe('fields', () => {
  it('come from arguments, clauses and lines that stand once', () => {
    const { facts, problems } = bound(company)
    expect(said(problems)).toEqual([])
    expect(fieldsOf(facts.named('family', 'widgets'))).toEqual({
      name: 'widgets',
      title: 'Widgets',
      strategy: 'make-to-stock',
      unit: 'each',
      'lead-time': '9 week',
      until: 2028 * 12 + 11,
    })
    expect(fieldsOf(facts.of('business')[0])).toEqual({
      title: 'Acme',
      currency: 'USD',
      leader: 'role president',
      'fiscal-year': 2026 * 12 + 3,
    })
    expect(fieldsOf(facts.of('role')[1])).toEqual({
      name: 'controller',
      function: 'function finance',
      under: 'role president',
    })
  })

  it('mean the same on the head line and in the block', () => {
    const head = 'waive a/b about pumps, widgets 2027-03 by president until 2027-03 because "x"\n'
    const block =
      'waive a/b {\n  because "x"\n  about pumps, widgets 2027-03\n  by president until 2027-03\n}\n'
    const [one, other] = [head, block].map((text) =>
      fieldsOf(bound(company + text).facts.of('waive')[0]),
    )
    expect(one).toMatchObject({ about: ['family pumps', 'family widgets'], by: 'role president' })
    expect(new Map(Object.entries(other ?? {}))).toEqual(new Map(Object.entries(one ?? {})))
  })

  it('are facts where the line says more than one thing', () => {
    const text = `${company}fence demand 1 month {\n  change sales within 0%\n  approval by president\n}\n`
    const { facts, problems } = bound(text)
    expect(said(problems)).toEqual([])
    const fence = facts.of('fence')[0]
    expect(fieldsOf(fence)).toMatchObject({ length: '1 month', approval: 'role president' })
    const change = fence === undefined ? undefined : factIn(fence, 'change')
    expect(change).toBe(facts.of('fence-change')[0])
    expect(fieldsOf(change)).toEqual({ series: ['sales'], within: '0 per cent ' })
  })

  it('take a title by its quotes, and a name with or without', () => {
    const { facts, problems } = bound(
      `${company}item "10023" "Widget, 2\\" bore" in "widgets"\nitem W-1 in widgets\n`,
    )
    expect(said(problems)).toEqual([])
    expect(facts.of('item').map(fieldsOf)).toEqual([
      { name: '10023', title: 'Widget, 2" bore', family: 'family widgets' },
      { name: 'W-1', family: 'family widgets' },
    ])
  })

  it('take a month as the first day of a start and the last of an end', () => {
    const { facts } = bound(
      `${company}objective lean "Lean" by president until 2026-02 {\n  require 1 = 1\n}\n` +
        'authorize 2026-11 by president on 2026-02\n',
    )
    const day = (year: number, month: number, date: number): number =>
      Date.UTC(year, month - 1, date) / 86_400_000
    expect(fieldsOf(facts.of('objective')[0])).toMatchObject({ until: day(2026, 2, 28) })
    expect(fieldsOf(facts.of('authorize')[0])).toMatchObject({ on: day(2026, 2, 1) })
  })

  it('take the first of several types that fits', () => {
    const { facts, problems } = bound(
      `${company}group tower {\n  unit each\n}\nresource saw {\n  unit each\n}\n` +
        'cycle 2026-12 {\n  horizon 2026-12 .. 2027-01\n}\n' +
        'scenario s of 2026-11 {\n  change price of pumps 2026-12 by -1%\n' +
        '  change tower of pumps 2026-12 to 5\n  change overtime of saw by +5\n}\n' +
        'scenario t of s\n',
    )
    expect(said(problems)).toEqual([])
    expect(facts.of('change').map(fieldsOf)).toMatchObject([
      { series: 'price', of: ['family pumps'], by: '-0.01 per cent ' },
      { series: 'group tower', of: ['family pumps'], to: '5 ' },
      { series: 'overtime', of: ['resource saw'] },
    ])
    expect(facts.of('scenario').map(fieldsOf)).toMatchObject([
      { on: 'cycle 2026-11' },
      { on: 'scenario s' },
    ])
    expect(fieldsOf(facts.of('cycle')[1])).toMatchObject({ horizon: [24323, 24324] })
  })
})

describe('lines', () => {
  const text = `function marketing
role a in marketing
role b in marketing
unit each
family f {
  owner a for sales
  minimum inventory = 1
  strategy make-to-order
  owner b for operations
  unit each
  minimum backlog = 2
}
`
  const { facts, problems } = bound(text)
  const family = facts.named('family', 'f')

  it('of one kind are one list, also where they stand apart', () => {
    expect(said(problems)).toEqual([])
    const lines = [...(family?.lines ?? [])].map(([kind, own]) => [kind, own.length])
    expect(lines).toEqual([
      ['owner', 2],
      ['minimum', 2],
      ['family-strategy', 1],
      ['family-unit', 1],
    ])
    for (const [kind, own] of family?.lines ?? []) {
      expect(family?.lines.get(kind)).toEqual(own)
      expect(facts.of(kind)).toEqual(own)
      expect(own.map(({ index }) => index)).toEqual([...own.keys()])
    }
    expect(family?.lines.has('lead-time')).toBe(false)
    expect(family?.lines.get('lead-time')).toBeUndefined()
  })

  it('have the field that they give to their statement', () => {
    const line = only(facts, 'family-unit')
    expect(fieldsOf(line)).toEqual({ value: 'each' })
    expect(line.fields.get('value')).toBe(family?.fields.get('unit'))
  })

  it('have their own fields where they stand twice', () => {
    const twice = bound(text.replace('make-to-order', 'make-to-order\n  strategy make-to-stock'))
    expect(codes(twice.problems)).toEqual(['doubled-line'])
    expect(fieldsOf(only(twice.facts, 'family-strategy'))).toEqual({ value: 'make-to-order' })
  })
})

describe('facts', () => {
  it('stand in order of path and place, built-in ones first', () => {
    const { facts } = bound(
      { 'b.sop': 'unit b\nunit a\n', 'a.sop': 'unit z\n' },
      { builtIn: { 'z.sop': 'unit each\n' } },
    )
    expect(facts.of('unit').map((fact) => [fact.name, fact.index])).toEqual([
      ['each', 0],
      ['z', 1],
      ['b', 2],
      ['a', 3],
    ])
  })

  it('are the same in whatever order files and statements stand', () => {
    const files = { 'a.sop': company, 'b.sop': 'plan pumps for 2026-11\nactual pmups\n' }
    const turned = { 'b.sop': files['b.sop'], 'a.sop': files['a.sop'] }
    const statements = company.trim().split(/\n(?=\S)(?!\})/)
    const last = { 'a.sop': statements.toReversed().join('\n'), 'b.sop': files['b.sop'] }
    const [one, two, three] = [files, turned, last].map((lent) => bound(lent))
    expect(summary(two?.facts)).toEqual(summary(one?.facts))
    expect(said(two?.problems ?? [])).toEqual(said(one?.problems ?? []))
    expect(summary(three?.facts).toSorted()).toEqual(summary(one?.facts).toSorted())
    expect(said(three?.problems ?? [])).toEqual(said(one?.problems ?? []))
  })

  it('give way to the workspace where they are built in', () => {
    const builtIn = {
      'prelude.sop':
        'process {\n  step demand-review\n  step executive\n}\nfunction finance "Money"\nfunction other\n' +
        'rule a/b "Old" {\n  require 1 = 1\n}\npolicy p "P" = 1%\n',
    }
    const text =
      'process {\n  step only with finance\n}\nfunction finance\n' +
      'rule a/b "New" {\n  require 1 = 1\n}\npolicy p = 2%\n'
    const { facts, problems } = bound(text, { builtIn })
    expect(said(problems)).toEqual([])
    expect(facts.of('process')).toHaveLength(1)
    expect(facts.of('step').map((step) => step.name)).toEqual(['only'])
    expect(facts.named('step', 'executive')).toBeUndefined()
    expect(facts.of('function').map((fact) => fact.name)).toEqual(['other', 'finance'])
    expect(facts.of('rule').map(fieldsOf)).toEqual([{ name: 'a/b', title: 'New' }])
    expect(facts.of('policy')).toHaveLength(2)
  })

  it('may have a word of the language for a name where built-in ones have it', () => {
    const builtIn = { 'prelude.sop': 'function operations\n' }
    const { problems } = bound('function operations "Ours"\n', { builtIn })
    expect(said(problems)).toEqual([])
  })

  it('are found by name and by what they name', () => {
    const { facts } = bound(
      `${company}plan pumps for 2026-11\nactual pumps\nactual widgets\nactual pumps\n` +
        'commit sales of pumps, widgets, pumps for 2026-11 by president on 2026-11-19\n',
    )
    const pumps = facts.named('family', 'pumps')
    if (pumps === undefined) throw new Error('no pumps')
    expect(facts.whose('actual', 'family', pumps).map((fact) => fact.index)).toEqual([0, 2])
    expect(facts.whose('commit', 'families', pumps)).toEqual(facts.of('commit'))
    expect(facts.whose('commit', 'family', pumps)).toEqual([])
    expect(factsIn(only(facts, 'commit'), 'families').map((fact) => fact.name)).toEqual([
      'pumps',
      'widgets',
      'pumps',
    ])
    const places = facts.references
      .filter(({ fact }) => fact === pumps)
      .map(({ span }) => place(span))
    expect(places).toHaveLength(5)
  })

  it('keep lines by kind, with their statement', () => {
    const { facts } = bound(company)
    const widgets = facts.named('family', 'widgets')
    expect(widgets?.lines.get('owner')?.map(fieldsOf)).toEqual([
      { role: 'role president', for: 'sales' },
    ])
    expect(widgets?.lines.get('target')?.[0]?.parent).toBe(widgets)
    expect(fieldsOf(widgets?.lines.get('target')?.[0])).toEqual({
      series: 'inventory',
      value: 'binary',
      from: 2026 * 12 + 10,
    })
  })

  it('of a test are its own lines and nothing of the plan in it', () => {
    const { facts, problems } = bound(
      `${company}test "t" {\n  family widgets {\n    unit box\n  }\n  plan nothing for 2026-01\n` +
        '  expect no balance/no-stockout at inventory(widgets, 2027-01)\n}\n',
    )
    expect(said(problems)).toEqual([])
    expect(facts.of('plan')).toEqual([])
    expect(facts.of('family')).toHaveLength(2)
    expect(fieldsOf(only(facts, 'expect'))).toEqual({
      no: true,
      rule: 'balance/no-stockout',
      at: 'call',
    })
  })
})

describe('tables', () => {
  it('have their columns resolved', () => {
    const { facts, problems } = bound(
      `${company}item W-1 in widgets\ngroup tower {\n  unit each\n}\n` +
        'mix sales of widgets for 2026-11 as share {\n  month    "W-1"\n  2026-11  100%\n}\n' +
        'supply widgets {\n  month    tower\n  2026-11   rest\n}\n' +
        'plan widgets for 2026-11 {\n  month    sales  inventory\n  2026-11    5  -\n}\n',
    )
    expect(said(problems)).toEqual([])
    const columns = (kind: string): unknown =>
      only(facts, kind).tables[0]?.columns.map((column) => [column?.name, column?.fact?.kind])
    expect(columns('mix')).toEqual([['W-1', 'item']])
    expect(columns('supply')).toEqual([['tower', 'group']])
    expect(columns('plan')).toEqual([
      ['sales', undefined],
      ['inventory', undefined],
    ])
  })

  it('leave out a column that is none', () => {
    const { facts, problems } = bound(
      `${company}plan pumps for 2026-11 {\n  month    sale  operations\n  2026-11     5           6\n}\n`,
    )
    expect(codes(problems)).toEqual(['unknown-column'])
    expect(only(facts, 'plan').damaged).toBe(true)
    expect(only(facts, 'plan').tables[0]?.columns.map((column) => column?.name)).toEqual([
      undefined,
      'operations',
    ])
  })
})

describe('items from a file', () => {
  it('are facts with places in the file', () => {
    const { facts, problems } = bound(
      { 'm.sop': `${company}items from "data/items.csv"\n`, 'z.sop': 'item Z in pumps\n' },
      { files: { 'data/items.csv': 'title,item,family\nOne,A-1,pumps\n,"B 2",widgets' } },
    )
    expect(codes(problems)).toEqual([])
    expect(facts.of('item').map((item) => [item.index, place(item.span)])).toEqual([
      [0, 'data/items.csv:2:5-8'],
      [1, 'data/items.csv:3:2-7'],
      [2, 'z.sop:1:1-16'],
    ])
    expect(fieldsOf(facts.of('item')[0])).toEqual({
      name: 'A-1',
      title: 'One',
      family: 'family pumps',
    })
    const places = facts.references.map(({ span }) => place(span))
    expect(places).toContain('data/items.csv:2:9-14')
  })

  it('are not read from a line with a cell too many', () => {
    const { facts, problems } = bound(
      `${company}items from "items.csv"\nmix sales of pumps for 2026-11 {\n  month    A-2\n  2026-11   5\n}\n`,
      {
        files: {
          'items.csv': 'item,family,title,\nA-1,pumps\nA-2,pumps,Pump, big\nA-3,pumps,,',
        },
      },
    )
    expect(codes(problems)).toEqual(['items-cells'])
    expect(problems[0]?.message).toBe('line 3 has 4 cells, the header 3')
    expect(facts.of('item').map(({ name }) => name)).toEqual(['A-1', 'A-3'])
  })

  it('that cannot be read are missed nowhere else', () => {
    const { problems } = bound(
      `${company}items from "gone.csv"\nmix sales of pumps for 2026-11 {\n  month    A-1\n  2026-11   5\n}\n`,
    )
    expect(codes(problems)).toEqual(['items-unreadable'])
  })
})

describe('words with blanks for their hyphens', () => {
  it('are one word that is none', () => {
    for (const [strategy, meant] of [
      ['make to stock', 'make-to-stock'],
      ['make to order', 'make-to-order'],
    ]) {
      const { problems } = bound(
        `${company}family lamps {\n  strategy ${strategy}\n  unit each\n}\n`,
      )
      expect(problems.map(({ message, help }) => [message, help])).toEqual([
        [
          `\`${strategy}\` is not \`make-to-stock\`, \`make-to-order\` or \`finish-to-order\``,
          `did you mean \`${meant}\`?`,
        ],
      ])
    }
  })

  it('are one name that nobody has', () => {
    const { problems } = bound(
      `${company}role sales-clerk in finance\nauthorize 2026-11 by sales clerk on 2026-11-19\n`,
    )
    expect(problems.map(({ code, help }) => [code, help])).toEqual([
      ['unknown-name', 'did you mean `sales-clerk`?'],
    ])
  })
})

describe('damage', () => {
  it('does not spread from a line to what names it', () => {
    const { facts, problems } = bound(
      `${company}family lamps "Lamps {\n  strategy make-to-stock\n  unit each\n}\n` +
        'plan lamps for 2026-11\nactual lamps\n',
    )
    expect(problems).toHaveLength(1)
    expect(facts.named('family', 'lamps')?.damaged).toBe(true)
  })

  it('marks a statement with a line that nobody can read', () => {
    for (const line of ['" maximum inventory = 5', '= maximum inventory = 5', ') market "Shops"']) {
      const { facts, problems } = bound(
        `${company}family lamps {\n  strategy make-to-stock\n  ${line}\n  unit each\n}\n`,
      )
      expect(problems).toHaveLength(1)
      expect(facts.named('family', 'lamps')?.damaged).toBe(true)
      expect(facts.named('family', 'pumps')?.damaged).toBe(false)
    }
  })

  it('of a row of its table is no damage of a statement', () => {
    const { facts, problems } = bound(
      `${company}actual pumps {\n  month    sales\n  2026-10@    5\n  2026-11  1,000\n}\n`,
    )
    expect(problems).toHaveLength(2)
    expect(only(facts, 'actual').damaged).toBe(false)
    expect(only(facts, 'actual').tables[0]?.table.damaged).toBe(true)
  })

  it('marks a fact whose name led nowhere, and leaves its field unknown', () => {
    const { facts } = bound(`${company}commit sales for 2026-11 by presdent on 2026-11-19\n`)
    expect(only(facts, 'commit').damaged).toBe(true)
    expect(fieldsOf(only(facts, 'commit'))).not.toHaveProperty('by')
    expect(fieldsOf(only(facts, 'commit'))).toMatchObject({ series: 'sales', on: 20_776 })
  })

  it('drops a list that lacks a member', () => {
    const { facts } = bound(
      `${company}commit sales of pumps, wigdets for 2026-11 by president on 2026-11-19\n`,
    )
    expect(only(facts, 'commit').damaged).toBe(true)
    expect(fieldsOf(only(facts, 'commit'))).not.toHaveProperty('families')
  })

  it('is said once for a misspelt line and what its statement then lacks', () => {
    const { problems } = bound('family lamps {\n  stratgey make-to-stock\n  uint each\n}\n')
    expect(codes(problems)).toEqual(['unknown-line', 'unknown-line'])
  })

  it('is offered the word that sums a table', () => {
    const table = '  month sales\n  2026-12 5\n  Total 5\n'
    const { problems } = bound(`${company}actual pumps {\n${table}}\n`)
    expect(codes(problems)).toEqual(['unknown-line'])
    expect(problems[0]?.help).toBe('did you mean `total`?')
  })

  it('is said once for forty places', () => {
    const many = Array.from({ length: 40 }, () => 'actual pmups\n').join('')
    const { facts, problems } = bound(company + many)
    expect(codes(problems)).toEqual(['unknown-name'])
    expect(problems[0]?.message).toContain('(and in 39 more places)')
    expect(problems[0]?.mends[0]?.edits).toHaveLength(40)
    expect(facts.of('actual').every((fact) => fact.damaged)).toBe(true)
  })

  it('takes a misspelt statement for what it nearly says', () => {
    const { problems } = bound(`${company}famly lamps {\n  unit each\n}\nactual lamps\n`)
    expect(codes(problems)).toEqual(['unknown-statement'])
  })
})

describe('one misspelt word', () => {
  const words = [...company.matchAll(/(?<!["\w])[a-zA-Z][\w-]{3,}(?!")/g)]
  it.each(words.map((match) => [match[0], match.index] as const))('%s at %i', (word, at) => {
    const text = company.slice(0, at + 2) + company.slice(at + 3)
    const { problems } = bound(text.length < company.length ? text : `${company}${word}`)
    expect(said(problems.slice(1))).toEqual([])
  })
})

describe('hostile names', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s', (name) => {
    const text = `family ${name} {\n  strategy make-to-stock\n  unit each\n}\nactual ${name}\n`
    const { facts, problems } = bound(text)
    expect(said(problems)).toEqual([])
    expect(fieldsOf(only(facts, 'actual'))).toEqual({ family: `family ${name}` })
    expect(codes(bound(`actual ${name}\n`).problems)).toEqual(['unknown-name'])
    expect(codes(bound(`${name} a\n`).problems)).toEqual(['unknown-statement'])
    const block = `family a {\n  strategy make-to-stock\n  unit each\n  ${name} b\n}\n`
    expect(codes(bound(block).problems)).toEqual(['unknown-line'])
    const column = `calendar {\n  month    ${name}\n  2026-11  5\n}\n`
    expect(codes(bound(column).problems)).toEqual(['unknown-column'])
  })
})

function only(facts: Facts, kind: string): Fact {
  const [fact, ...others] = facts.of(kind)
  if (fact === undefined || others.length > 0) throw new Error(`not one ${kind}`)
  return fact
}

function fieldsOf(fact: Fact | undefined): Record<string, unknown> {
  const fields = [...(fact?.fields ?? [])]
  return Object.fromEntries(fields.map(([name, field]) => [name, brief(field.value)]))
}

function summary(facts: Facts | undefined): readonly string[] {
  return (facts?.kinds ?? []).flatMap((kind) =>
    (facts?.of(kind) ?? []).map((fact) => `${kind} ${fact.name} ${JSON.stringify(fieldsOf(fact))}`),
  )
}

it('names cycles by their month', () => {
  const { facts } = bound(company)
  expect(facts.of('cycle').map((cycle) => cycle.name)).toEqual([printMonth(24322 as never)])
})
