/** Functions of prices and of rough-cut capacity: what the model knows beside the cells. */

import type { Month } from '../../base/month.ts'
import type { Fact } from '../../facts/fact.ts'
import { nameOf } from '../../facts/fact.ts'
import { atomUnit, divideUnits } from '../../units/unit.ts'
import type { Compiler } from '../compiler.ts'
import { mayStand } from '../doubt.ts'
import type { Node } from '../node.ts'
import { factOf, MONTH, NUMBER, quantityIn, type Type } from '../type.ts'
import { moneyUnit, unitOfFact } from '../unit-of.ts'
import type { Known } from '../value.ts'
import { type FunctionSpec, simple, type SimpleFunction } from './spec.ts'

const FAMILY = factOf('family')
const RESOURCE = factOf('resource')

const ofUnit = (compiler: Compiler, given: readonly Node[]): Type => {
  const [owner] = given
  return owner === undefined ? NUMBER : quantityIn(unitOfFact(compiler, owner))
}

const perUnit = (compiler: Compiler, given: readonly Node[]): Type => {
  const [family] = given
  return family === undefined
    ? NUMBER
    : quantityIn(divideUnits(moneyUnit(compiler), unitOfFact(compiler, family)))
}

/** `price of medium-widgets`, in the month that the last argument says. */
const lacking =
  (what: string, area?: string): NonNullable<SimpleFunction['missing']> =>
  ({ model }, ...values: readonly Known[]) => ({
    what: `${what} of ${nameOf(values[0] as Fact)}`,
    month: values.at(-1) as Month,
    area: area === undefined || model.uses(area) ? undefined : area,
  })

/** What a function gives of a family, its first argument, in a month, its last, converts as a cell. */
function converting(spec: SimpleFunction): FunctionSpec {
  const made = simple(spec)
  return {
    ...made,
    build: (compiler, expression, given) => {
      const node = made.build(compiler, expression, given)
      const [subject] = given
      const month = given.at(-1)
      return subject === undefined || month === undefined
        ? node
        : { ...node, volume: { subject, month } }
    },
  }
}

export const supplyFunctions = [
  simple({
    name: 'price',
    signature: 'price(f, t)',
    doc: 'The price of one unit of a family in force in a month.',
    parameters: [FAMILY, MONTH],
    type: perUnit,
    area: 'prices',
    apply: ({ model }, family, month) => model.price(family as Fact, month as Month),
    missing: lacking('price', 'prices'),
    unread: ({ model }, family, month) =>
      model.unread('price', family as Fact, month as Month) ||
      mayStand(model.facts, family as Fact),
  }),
  simple({
    name: 'cost',
    signature: 'cost(f, t)',
    doc: 'The cost of one unit of a family in force in a month.',
    parameters: [FAMILY, MONTH],
    type: perUnit,
    area: 'costs',
    apply: ({ model }, family, month) => model.cost(family as Fact, month as Month),
    missing: lacking('cost', 'costs'),
    unread: ({ model }, family, month) =>
      model.unread('cost', family as Fact, month as Month) || mayStand(model.facts, family as Fact),
  }),
  simple({
    name: 'rate',
    signature: 'rate(CURRENCY, plan|actual, t)',
    doc: 'What one of a currency is worth in the reporting currency, planned or actual.',
    parameters: [{ is: 'unit' }, { is: 'word', words: ['plan', 'actual'] }, MONTH],
    type: (compiler, given) => {
      const currency = given[0]?.constant
      return typeof currency === 'string'
        ? quantityIn(divideUnits(moneyUnit(compiler), atomUnit(currency)))
        : NUMBER
    },
    apply: ({ model }, currency, which, month) =>
      model.units.rate(currency as string, which as 'plan' | 'actual', month as Month),
    missing: (_, currency, which, month) => ({
      what: `${which as string} rate of ${currency as string}`,
      month: month as Month,
      area: undefined,
    }),
  }),
  converting({
    name: 'supplied',
    signature: 'supplied(f, g, t)',
    doc: "What of a family's operations plan goes to a group: its share, its number, or the rest.",
    parameters: [FAMILY, factOf('group'), MONTH],
    type: ofUnit,
    area: 'supply',
    apply: ({ model }, family, group, month) =>
      model.supplied(family as Fact, group as Fact, month as Month),
    missing: lacking('supply', 'supply'),
    unread: ({ model }, family, _, month) =>
      model.unreadSupply(family as Fact, month as Month) || mayStand(model.facts, family as Fact),
  }),
  simple({
    name: 'load',
    signature: 'load(r, t)',
    doc: 'How much of a resource all families together need.',
    parameters: [RESOURCE, MONTH],
    type: ofUnit,
    area: 'resources',
    apply: ({ model }, resource, month) => model.load(resource as Fact, month as Month),
    missing: lacking('load'),
  }),
  simple({
    name: 'available',
    signature: 'available(r, t)',
    doc: 'How much there is of a resource, without overtime.',
    parameters: [RESOURCE, MONTH],
    type: ofUnit,
    area: 'resources',
    apply: ({ model }, resource, month) => model.available(resource as Fact, month as Month),
    missing: lacking('available'),
  }),
  simple({
    name: 'overtime',
    signature: 'overtime(r, t)',
    doc: 'What overtime adds to a resource; 0 where nobody says.',
    parameters: [RESOURCE, MONTH],
    type: ofUnit,
    area: 'resources',
    apply: ({ model }, resource, month) => model.overtime(resource as Fact, month as Month),
    missing: lacking('overtime'),
  }),
  simple({
    name: 'cover',
    signature: 'cover(f, t, forward|current)',
    doc: "The working days that the stock at the end of a month lasts: forward, through the sales of the next months; current, at this month's sales.",
    parameters: [FAMILY, MONTH, { is: 'word', words: ['forward', 'current'] }],
    type: NUMBER,
    apply: ({ model }, family, month, which) =>
      model.cover(family as Fact, month as Month, which as 'forward' | 'current'),
    missing: (_, family, month) => ({
      what: `cover of ${nameOf(family as Fact)}`,
      month: month as Month,
      area: undefined,
    }),
  }),
]
