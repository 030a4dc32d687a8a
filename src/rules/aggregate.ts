/** `count exists sum average min max every list`: over all that binders run over. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { printExpression } from '../syntax/print.ts'
import type { AggregateOperator, Expression } from '../../grammar/tree.ts'
import { kindSpec } from '../vocabulary/vocabulary.ts'
import { TOO_LONG } from './arithmetic.ts'
import type { Loop } from './binder.ts'
import { compileBinders } from './binder.ts'
import type { Compiler } from './compiler.ts'
import { compile, report, wrongBecause, wrongType } from './compiler.ts'
import { displayValue } from './display.ts'
import { mustBeTruth } from './logic.ts'
import type { Missing, Node } from './node.ts'
import { because, reads, whyUnknown } from './node.ts'
import { orderOf } from './same.ts'
import type { Scope } from './scope.ts'
import { NUMBER, TEXT, TRUTH, type Type } from './type.ts'
import { unitWords } from './type-words.ts'
import { mixedHelp } from './unlike.ts'
import type { Known, Value } from './value.ts'
import { MOST_WORK, tooMuchWork, walkLoops } from './walk.ts'

type Aggregate = Extract<Expression, { sort: 'aggregate' }>

/** Adds one turn to the value so far. */
interface Fold {
  /** What its body may be, where not anything. */
  readonly takes?: readonly Type['is'][]
  readonly type: (body: Node | undefined) => Type
  readonly start: () => Value
  /** `sure` is false where a condition of the binders is unknown. */
  readonly turn: (sofar: Value, body: Value, sure: boolean) => Value | Stop
  readonly end: (sofar: Value, count: number, unsure: boolean) => Value
}

/** Ends the loop with this value, whatever comes. */
class Stop {
  readonly value: Value

  constructor(value: Value) {
    this.value = value
  }
}

const UNKNOWN_FOR_GOOD = new Stop(undefined)
const TRUE_FOR_GOOD = new Stop(true)
const FALSE_FOR_GOOD = new Stop(false)

const ofBody = (body: Node | undefined): Type => body?.type ?? NUMBER

/** Adds up, or keeps the least or most; unknown as soon as a term is, or the result is too long. */
function keeping(combine: (a: never, b: never) => Value): Fold['turn'] {
  const apply = combine as (a: Value, b: Value) => Value
  return (sofar, body, sure) => {
    if (!sure || body === undefined) return UNKNOWN_FOR_GOOD
    if (sofar === undefined) return body
    const value = apply(sofar, body)
    return value ?? UNKNOWN_FOR_GOOD
  }
}

/** The lesser, or the greater, of two values that have an order. */
const least = keeping((a: Known, b: Known) => ((orderOf(b, a) ?? 0) < 0 ? b : a))
const most = keeping((a: Known, b: Known) => ((orderOf(b, a) ?? 0) > 0 ? b : a))

const NUMBERS: readonly Type['is'][] = ['quantity']
const ORDERED: readonly Type['is'][] = ['quantity', 'month', 'date']

/** One entry an operator. */
const FOLDS: Readonly<Record<AggregateOperator, Fold>> = {
  count: {
    type: () => NUMBER,
    start: () => 0,
    turn: (sofar, _, sure) => (sure ? (sofar as number) + 1 : UNKNOWN_FOR_GOOD),
    end: (sofar, _, unsure) => (unsure ? undefined : sofar),
  },
  exists: {
    type: () => TRUTH,
    start: () => false,
    turn: (_, __, sure) => (sure ? TRUE_FOR_GOOD : undefined),
    end: (sofar, _, unsure) => (unsure && sofar === false ? undefined : sofar),
  },
  every: {
    type: () => TRUTH,
    start: () => true,
    turn: (sofar, body, sure) => {
      if (body === false && sure) return FALSE_FOR_GOOD
      return body === true ? sofar : undefined
    },
    end: (sofar, _, unsure) => (unsure && sofar === true ? undefined : sofar),
  },
  sum: {
    takes: NUMBERS,
    type: ofBody,
    start: () => 0,
    turn: keeping(exact.add),
    end: (sofar, _, unsure) => (unsure ? undefined : sofar),
  },
  average: {
    takes: NUMBERS,
    type: ofBody,
    start: () => 0,
    turn: keeping(exact.add),
    end: (sofar, count, unsure) =>
      unsure || count === 0 || sofar === undefined
        ? undefined
        : exact.divide(sofar as Exact, count),
  },
  min: {
    takes: ORDERED,
    type: ofBody,
    start: () => undefined,
    turn: least,
    end: (sofar, count, unsure) => (unsure || count === 0 ? undefined : sofar),
  },
  max: {
    takes: ORDERED,
    type: ofBody,
    start: () => undefined,
    turn: most,
    end: (sofar, count, unsure) => (unsure || count === 0 ? undefined : sofar),
  },
  list: {
    type: () => TEXT,
    start: () => '',
    turn: (sofar, body, sure) => {
      if (!sure || body === undefined) return UNKNOWN_FOR_GOOD
      return sofar === '' ? body : `${sofar as string}, ${body as string}`
    },
    end: (sofar, _, unsure) => (unsure ? undefined : sofar),
  },
}

export function aggregateNode(compiler: Compiler, scope: Scope, node: Aggregate): Node {
  const { loops, scope: inner } = compileBinders(compiler, scope, node.binders, false)
  const fold = FOLDS[node.operator]
  const body = node.body === undefined ? undefined : compileBody(compiler, inner, node, node.body)
  if (body?.type.is === 'wrong') return { ...body, expression: node }
  const mixed = mixedUnit(compiler, node, loops, body)
  if (mixed !== undefined) return mixed
  const run = aggregateRun(compiler, fold, loops, body, node.operator === 'list')
  const conditions = loops.flatMap((loop) => loop.conditions)
  const domains = loops.flatMap((loop) => loop.domainNode ?? [])
  return {
    type: fold.type(body),
    run,
    expression: node,
    parts: [...domains, ...conditions, ...(body === undefined ? [] : [body])],
    why: () => whyAggregate(compiler, node, loops, body),
    unread: () => mayBeUnread(compiler, loops),
    unusable: node.operator === 'every' ? undefined : body?.unusable,
    idle: node.operator === 'exists' ? nowhereUsed(compiler, loops) : undefined,
  }
}

/** There is no commitment in a workspace that uses no commitments: for certain, and to be said. */
function nowhereUsed(compiler: Compiler, loops: readonly Loop[]): string | undefined {
  for (const { variable } of loops) {
    const [kind, ...others] = variable.type.is === 'fact' ? variable.type.kinds : []
    const area = kind === undefined || others.length > 0 ? undefined : kindSpec(kind)?.area
    if (kind === undefined || area === undefined) continue
    const { facts } = compiler.model
    if (facts.of(kind).length === 0 && !facts.mayLack(kind)) return area
  }
  return undefined
}

function compileBody(
  compiler: Compiler,
  inner: Scope,
  { operator }: Aggregate,
  body: Expression,
): Node {
  const made = compile(compiler, inner, body)
  if (operator === 'every') return mustBeTruth(compiler, made)
  const { takes } = FOLDS[operator]
  if (takes === undefined || made.type.is === 'wrong' || takes.includes(made.type.is)) return made
  return wrongType(compiler, made, takes === NUMBERS ? 'a number' : 'a number, a month or a date')
}

function aggregateRun(
  compiler: Compiler,
  fold: Fold,
  loops: readonly Loop[],
  body: Node | undefined,
  shown: boolean,
): () => Value {
  const { program } = compiler
  const term =
    body === undefined ? () => true : shown ? () => displayValue(compiler, body) : body.run
  return () => {
    let sofar = fold.start()
    let count = 0
    const walked = walkLoops(program, loops, (sure) => {
      count++
      const turn = fold.turn(sofar, term(), sure)
      const stops = turn instanceof Stop
      sofar = stops ? turn.value : turn
      return stops
    })
    return walked === 'stopped' ? sofar : fold.end(sofar, count, walked === 'unsure')
  }
}

/** Of nothing for certain there is none, whatever could not be read elsewhere. */
function mayBeUnread({ model, program }: Compiler, loops: readonly Loop[]): boolean {
  if (model.facts.complete) return false
  const domain = loops[0]?.domainNode
  if (domain !== undefined && domain.run() === undefined) return domain.unread?.() ?? true
  return walkLoops(program, loops, () => true) !== 'done'
}

/** The first unknown condition or term: found by running until it shows. */
function whyAggregate(
  compiler: Compiler,
  node: Aggregate,
  loops: readonly Loop[],
  body: Node | undefined,
): Missing | undefined {
  const { program } = compiler
  if (program.work >= MOST_WORK) return tooMuchWork()
  const parts = [...loops.flatMap((loop) => loop.conditions), ...(body === undefined ? [] : [body])]
  let missing: Missing | undefined
  let count = 0
  const walked = walkLoops(program, loops, () => {
    count++
    const unknown = parts.find((part) => part.run() === undefined)
    missing = unknown && whyUnknown(unknown)
    return unknown !== undefined
  })
  if (walked === 'stopped') return missing
  if (walked === 'unsure') return whyUnsure(loops)
  const text = printExpression(node)
  return because(count === 0 ? `anything that \`${text}\` runs over` : TOO_LONG)
}

function whyUnsure(loops: readonly Loop[]): Missing | undefined {
  for (const { domainNode, more } of loops) {
    const missing = (domainNode && whyUnknown(domainNode)) ?? more?.()
    if (missing !== undefined) return missing
  }
  return undefined
}

/** A sum over families whose numbers are each in the family's own unit means nothing. */
function mixedUnit(
  compiler: Compiler,
  node: Aggregate,
  loops: readonly Loop[],
  body: Node | undefined,
): Node | undefined {
  const unit = body?.type.is === 'quantity' ? body.type.unit : undefined
  if (body === undefined || unit === undefined) return undefined
  if (FOLDS[node.operator].takes === undefined) return undefined
  const { unitOwners } = compiler.program
  const mixed = unit.atoms.some(([atom]) => {
    const owner = unitOwners.get(atom)
    return owner !== undefined && loops.some((loop) => reads(owner.of, loop.variable))
  })
  if (!mixed) return undefined
  const values = { unit: unitWords(unit, unitOwners) }
  const help = mixedHelp(compiler, body)
  return wrongBecause(compiler, node, report('families-mixed', node.span, values, { help }))
}
