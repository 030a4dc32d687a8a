/** Functions of time: the horizon, the past, cycles, fences, working days. */

import type { Month, MonthRange } from '../../base/month.ts'
import { addMonths, makeMonth } from '../../base/month.ts'
import type { Day } from '../../base/date.ts'
import type { Fact } from '../../facts/fact.ts'
import { nameOf } from '../../facts/fact.ts'
import { closest } from '../../base/suggest.ts'
import type { Compiler } from '../compiler.ts'
import { meant, report, wrongBecause } from '../compiler.ts'
import type { Node } from '../node.ts'
import { because } from '../node.ts'
import { DATE, factOf, MONTH, MONTHS, NUMBER, setOf, TRUTH, type Type } from '../type.ts'
import type { Value } from '../value.ts'
import { type FunctionSpec, simple, type SimpleFunction } from './spec.ts'

const FAMILY = factOf('family')
const CYCLE = factOf('cycle')
const NAME: Type = { is: 'word', words: undefined }

const FIRST_MONTH = makeMonth(1, 1)

const nothing = (what: string) => () => because(what)

/** `fence planning of pumps`; nothing is said of it where there are no fences at all. */
const noFence: NonNullable<SimpleFunction['missing']> = ({ model }, name, family) => ({
  what: `fence ${name as string} of ${nameOf(family as Fact)}`,
  month: undefined,
  area: model.uses('fences') ? undefined : 'fences',
})

const onceEach = new WeakMap<MonthRange, readonly MonthRange[]>()

/** A range as a set: the same set each time, so that its months are listed once. */
function setOfRange(range: MonthRange | undefined): Value {
  if (range === undefined) return undefined
  let set = onceEach.get(range)
  if (set === undefined) {
    set = [range]
    onceEach.set(range, set)
  }
  return set
}

/** A rule of the workspace names a fence that there is; the built-in ones do without. */
function namingFence(spec: FunctionSpec): FunctionSpec {
  return {
    ...spec,
    build: (compiler, expression, given) => {
      const [name] = given
      const unknown = name === undefined ? undefined : unknownFence(compiler, name)
      return unknown ?? spec.build(compiler, expression, given)
    },
  }
}

function unknownFence(compiler: Compiler, { constant, expression }: Node): Node | undefined {
  const { span } = expression
  const names = compiler.model.facts.of('fence').flatMap((fence) => fence.name ?? [])
  if (span.source.builtIn || typeof constant !== 'string') return undefined
  if (names.length === 0 || names.includes(constant)) return undefined
  const values = { name: constant, expected: 'a fence' }
  const extras = meant(span, closest(constant, names))
  return wrongBecause(compiler, expression, report('unknown-rule-name', span, values, extras))
}

export const timeFunctions = [
  simple({
    name: 'horizon',
    signature: 'horizon',
    doc: 'The months that the checked cycle plans.',
    parameters: [],
    type: MONTHS,
    apply: ({ model }) => setOfRange(model.horizon),
    missing: nothing('a cycle with a horizon'),
  }),
  simple({
    name: 'months',
    signature: 'months',
    doc: 'All months that the workspace has numbers for.',
    parameters: [],
    type: MONTHS,
    apply: ({ model }) => setOfRange(model.months),
    missing: nothing('months with numbers'),
  }),
  simple({
    name: 'past',
    signature: 'past, past(n)',
    doc: 'The closed months since the first cycle; with a number, that many months before the horizon.',
    parameters: [NUMBER],
    least: 0,
    type: MONTHS,
    apply: ({ model }, count) => {
      if (count === undefined) return setOfRange(model.past) ?? []
      const first = model.horizon?.from
      if (first === undefined || typeof count !== 'number') return undefined
      const from = Math.max(first - count, FIRST_MONTH) as Month
      return count < 1 ? [] : [{ from, to: addMonths(first, -1) }]
    },
    missing: nothing('a cycle with a horizon, and a whole number of months'),
  }),
  simple({
    name: 'cycle',
    signature: 'cycle',
    doc: 'The cycle that is checked.',
    parameters: [],
    type: CYCLE,
    apply: ({ model }) => model.cycle,
    missing: nothing('a cycle'),
  }),
  simple({
    name: 'business',
    signature: 'business',
    doc: 'The business.',
    parameters: [],
    type: factOf('business'),
    apply: ({ model }) => model.facts.of('business')[0],
    missing: nothing('a business statement'),
  }),
  simple({
    name: 'today',
    signature: 'today',
    doc: 'The day of the check; `--as-of` says which.',
    parameters: [],
    type: DATE,
    apply: ({ model }) => model.today,
  }),
  simple({
    name: 'passed',
    signature: 'passed(date)',
    doc: 'Whether a day lies before today.',
    parameters: [DATE],
    type: TRUTH,
    apply: ({ model }, day) => (day as Day) < model.today,
  }),
  simple({
    name: 'closed',
    signature: 'closed(t)',
    doc: 'Whether a month lies before the horizon.',
    parameters: [MONTH],
    type: TRUTH,
    apply: ({ model }, month) => model.closed(month as Month),
  }),
  simple({
    name: 'cycles',
    signature: 'cycles(n)',
    doc: 'The last n cycles whose executive meeting has passed, the checked one included.',
    parameters: [NUMBER],
    type: setOf(CYCLE),
    apply: ({ model }, count) => (typeof count === 'number' ? model.cycles(count) : undefined),
    missing: nothing('a whole number of cycles'),
  }),
  simple({
    name: 'year',
    signature: 'year(t)',
    doc: 'The months of the fiscal year that a month lies in.',
    parameters: [MONTH],
    type: MONTHS,
    apply: ({ model }, month) => setOfRange(model.year(month as Month)),
  }),
  simple({
    name: 'workdays',
    signature: 'workdays(t)',
    doc: 'The working days of a month: as the calendar says, else Monday to Friday.',
    parameters: [MONTH],
    type: NUMBER,
    apply: ({ model }, month) => model.workdays(month as Month),
  }),
  namingFence(
    simple({
      name: 'fence',
      signature: 'fence(NAME, f), fence(NAME, f, cycle)',
      doc: 'The months of the horizon inside the fence of this name.',
      parameters: [NAME, FAMILY, CYCLE],
      least: 2,
      type: MONTHS,
      area: 'fences',
      apply: ({ model }, name, family, cycle) =>
        setOfRange(model.fence(name as string, family as Fact, cycle as Fact | undefined)),
      missing: noFence,
    }),
  ),
  namingFence(
    simple({
      name: 'fence-end',
      signature: 'fence-end(NAME, f)',
      doc: 'The first day outside the fence of this name.',
      parameters: [NAME, FAMILY, CYCLE],
      least: 2,
      type: DATE,
      area: 'fences',
      apply: ({ model }, name, family, cycle) =>
        model.fenceEnd(name as string, family as Fact, cycle as Fact | undefined),
      missing: noFence,
    }),
  ),
  simple({
    name: 'zone',
    signature: 'zone(f, t), zone(f, t, cycle)',
    doc: 'The shortest fence that reaches a month; unknown beyond all fences.',
    parameters: [FAMILY, MONTH, CYCLE],
    least: 2,
    type: factOf('fence'),
    area: 'fences',
    apply: ({ model }, family, month, cycle) =>
      model.zone(family as Fact, month as Month, cycle as Fact | undefined),
    unread: ({ model: { facts } }) =>
      facts.strays || facts.mayLack('fence') || facts.of('fence').some(({ damaged }) => damaged),
    missing: ({ model }, family, month) => ({
      what: `a fence of ${nameOf(family as Fact)}`,
      month: month as Month,
      area: model.uses('fences') ? undefined : 'fences',
    }),
  }),
]
