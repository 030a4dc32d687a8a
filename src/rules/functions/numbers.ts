/** Functions of numbers: `near`, `abs`, `min`, `max`, and how a message shows them. */

import * as exact from '../../base/exact.ts'
import type { Exact } from '../../base/exact.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../facts/fact.ts'
import { missingMark } from '../../facts/missing-mark.ts'
import { sameUnit } from '../../units/unit.ts'
import type { Expression } from '../../../grammar/tree.ts'
import { familyAmount } from '../amounts.ts'
import { TOO_LONG } from '../arithmetic.ts'
import type { Compiler } from '../compiler.ts'
import { report, wrong, wrongBecause, wrongType } from '../compiler.ts'
import { displayStated, displayStatedWritten, displayValue } from '../display.ts'
import type { Lane, Lanes, Node } from '../node.ts'
import { rowsLane } from '../lane.ts'
import { same } from '../lane-loops.ts'
import { because, unusableBecause } from '../node.ts'
import { orderOf } from '../same.ts'
import { statedAt } from '../stated-at.ts'
import { compatible, factOf, joined, NUMBER, TEXT, TRUTH, type Type } from '../type.ts'
import { unitOfFact } from '../unit-of.ts'
import { unlike } from '../unlike.ts'
import type { Known } from '../value.ts'
import type { FunctionSpec } from './spec.ts'

type Build = FunctionSpec['build']

const NUMBERS: readonly Type['is'][] = ['quantity', 'wrong']
const ORDERED: readonly Type['is'][] = ['quantity', 'month', 'date', 'wrong']

/** The type that arguments share; undefined where they do not, which is reported. */
function sharedType(
  compiler: Compiler,
  expression: Expression,
  given: readonly Node[],
  may: readonly Type['is'][],
): Type | undefined {
  const odd = given.find((node) => !may.includes(node.type.is))
  if (odd !== undefined) {
    wrongType(compiler, odd, may === NUMBERS ? 'a number' : 'a number, a month or a date')
    return undefined
  }
  let type = given[0]?.type
  for (const node of given) {
    if (type === undefined) break
    if (!compatible(type, node.type)) {
      const first = given.find((each) => !compatible(each.type, node.type)) ?? node
      wrongBecause(compiler, expression, unlike(compiler, expression, first, node))
      return undefined
    }
    type = joined(type, node.type)
  }
  return type
}

/** `near(a, b, p, f)` is `abs(a - b) <= max(p * abs(b), f.negligible)`. */
const near: Build = (compiler, expression, given) => {
  const [a, b, percent, family] = given
  if (a === undefined || b === undefined || percent === undefined) return wrong(expression)
  const type = sharedType(compiler, expression, [a, b], NUMBERS)
  if (type === undefined) return wrong(expression)
  const bare = withoutMark(compiler, percent.expression)
  if (bare !== undefined) return wrongBecause(compiler, expression, bare)
  const negligible = negligibleOf(compiler, type, family)
  const runA = a.run
  const runB = b.run
  const runPercent = percent.run
  return {
    type: TRUTH,
    run: () => {
      const x = runA() as Exact | undefined
      if (x === undefined) return undefined
      const y = runB() as Exact | undefined
      const p = runPercent() as Exact | undefined
      if (y === undefined || p === undefined) return undefined
      if (family !== undefined && family.run() === undefined) return undefined
      return x === y || isNear(x, y, p, negligible())
    },
    expression,
    parts: given,
    why: () => (given.every((node) => node.run() !== undefined) ? because(TOO_LONG) : undefined),
    unusable: unusableBecause(given.slice(0, 3)),
    lane: (lanes) => sameLane(lanes, a, b, [percent, ...(family === undefined ? [] : [family])]),
  }
}

/** A number, or a policy, that may mean as many per cent or a hundred times that: 0 is 0 in both. */
function withoutMark(compiler: Compiler, place: Expression): Diagnostic | undefined {
  if (place.sort === 'quantity' && place.unit === undefined && !place.percent) {
    return exact.isZero(place.value) ? undefined : missingMark(place.span, place.value)
  }
  const name = place.sort === 'call' ? place.callee : place
  const policy = name.sort === 'word' ? compiler.policies.get(name.text) : undefined
  if (policy?.mark !== 'number') return undefined
  const values = { found: 'a policy that is a plain number', wanted: 'a percentage' }
  const help = `Set it with its mark, as in \`policy ${policy.name} "…" = 5%\`.`
  return report('wrong-type', place.span, values, { help })
}

/** The same number is near, whatever the percentage is, as long as there is one. */
function sameLane(lanes: Lanes, a: Node, b: Node, others: readonly Node[]): Lane | undefined {
  const left = lanes.of(a)
  const right = lanes.of(b)
  if (left === undefined || right === undefined || !others.every(lanes.isSteady)) return undefined
  const perhaps = others.filter((other) => other.constant === undefined)
  return rowsLane(lanes.sweep, [left, right], (into, from, end) => {
    const known = perhaps.every((other) => other.run() !== undefined)
    if (known) same(into, left(), right(), from, end)
    else into.fill(Number.NaN, from, end)
  })
}

function isNear(
  x: Exact,
  y: Exact,
  percent: Exact,
  negligible: Exact | undefined,
): boolean | undefined {
  const gap = exact.subtract(x, y)
  const share = exact.multiply(percent, exact.abs(y))
  if (gap === undefined || share === undefined) return undefined
  const size = exact.abs(gap)
  if (exact.compare(size, share) <= 0) return true
  return negligible === undefined ? undefined : exact.compare(size, negligible) <= 0
}

/**
 * A difference nobody needs to look at; 0 where the numbers are not in the family's unit, or nobody
 * says one; undefined where it is said, and cannot be read.
 */
function negligibleOf(
  compiler: Compiler,
  type: Type,
  family: Node | undefined,
): () => Exact | undefined {
  if (family === undefined || type.is !== 'quantity' || type.unit === undefined) return () => 0
  if (!sameUnit(type.unit, unitOfFact(compiler, family))) return () => 0
  return () => {
    const fact = family.run() as Fact | undefined
    const field = fact?.fields.get('negligible')
    if (fact === undefined || field !== undefined) {
      return fact && familyAmount(compiler.model, fact, field)
    }
    return (fact.lines.get('family-negligible') ?? []).some(({ damaged }) => damaged)
      ? undefined
      : 0
  }
}

/** The one of several values of one type that an order picks. */
function picking(better: (order: number) => boolean): Build {
  return (compiler, expression, given) => {
    const type = sharedType(compiler, expression, given, ORDERED)
    if (type === undefined) return wrong(expression)
    const [first, ...rest] = given.map((node) => node.run)
    return {
      type,
      run: () => {
        let best = first?.()
        for (const run of rest) {
          const value = run()
          if (best === undefined || value === undefined) return undefined
          if (better(orderOf(value, best) ?? 0)) best = value
        }
        return best
      },
      expression,
      parts: given,
      unusable: unusableBecause(given),
    }
  }
}

/** A function of one number; `shown` has the number as messages show it. */
function ofNumber(
  type: Type | undefined,
  make: (value: Exact, shown: () => string) => Known,
): Build {
  return (compiler, expression, given) => {
    const [number] = given
    if (number === undefined || number.type.is === 'wrong') return wrong(expression)
    if (number.type.is !== 'quantity') return wrongType(compiler, number, 'a number')
    const shown = () => displayValue(compiler, number)
    return {
      type: type ?? number.type,
      run: () => {
        const value = number.run() as Exact | undefined
        return value === undefined ? undefined : make(value, shown)
      },
      expression,
      parts: given,
      unusable: number.unusable,
    }
  }
}

/** A number as whoever stated the cell beside it would write it. */
const asStated: Build = (compiler, expression, given) => {
  const [number, place = number] = given
  if (number === undefined || place === undefined) return wrong(expression)
  if (sharedType(compiler, expression, given, NUMBERS) === undefined) return wrong(expression)
  if (place.type.is !== 'wrong' && place.cell === undefined && place.expression.sort !== 'field') {
    return wrongType(compiler, place, 'a cell such as `sales(f, t)` or a field')
  }
  return {
    type: TEXT,
    run: () =>
      number.run() === undefined
        ? undefined
        : displayStated(compiler, number, statedAt(compiler, place)),
    typed: () => displayStatedWritten(compiler, number, statedAt(compiler, place)),
    expression,
    parts: given,
    unusable: number.unusable,
  }
}

export const numberFunctions: readonly FunctionSpec[] = [
  {
    name: 'near',
    signature: 'near(a, b, percent), near(a, b, percent, f)',
    doc: 'Whether a differs from b by at most a percentage of b, or by what is negligible for the family.',
    parameters: ['any', 'any', NUMBER, factOf('family')],
    least: 3,
    most: 4,
    build: near,
  },
  {
    name: 'abs',
    signature: 'abs(a)',
    doc: 'A number without its sign.',
    parameters: ['any'],
    build: ofNumber(undefined, exact.abs),
  },
  {
    name: 'min',
    signature: 'min(a, b, …)',
    doc: 'The least of its arguments: numbers of one unit, months or dates.',
    parameters: ['any'],
    least: 1,
    most: 20,
    build: picking((order) => order < 0),
  },
  {
    name: 'max',
    signature: 'max(a, b, …)',
    doc: 'The greatest of its arguments: numbers of one unit, months or dates.',
    parameters: ['any'],
    least: 1,
    most: 20,
    build: picking((order) => order > 0),
  },
  {
    name: 'signed',
    signature: 'signed(a)',
    doc: 'A number with its sign, in messages.',
    parameters: ['any'],
    build: ofNumber(TEXT, (value, shown) => (exact.sign(value) > 0 ? `+${shown()}` : shown())),
  },
  {
    name: 'as-stated',
    signature: 'as-stated(cell), as-stated(a, cell)',
    doc: 'A number in the unit in which somebody stated the cell, or the field of a statement, in messages; in that of the family where nobody did.',
    parameters: ['any', 'any'],
    least: 1,
    build: asStated,
  },
  {
    name: 'percent',
    signature: 'percent(a)',
    doc: 'A number as a percentage, in messages.',
    parameters: [NUMBER],
    build: ofNumber(TEXT, (value) => exact.printPercent(value, { places: 1, exactTo: 1 })),
  },
]
