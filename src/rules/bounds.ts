/** Minimum, target and maximum: expressions of the plan, evaluated by the rule language. */

import * as exact from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import type { EvaluateBound } from '../model/model.ts'
import type { Compiler } from './compiler.ts'
import { compile, inWords, newProgram, newSlot, wrongType } from './compiler.ts'
import { constantNode } from './names.ts'
import type { Node } from './node.ts'
import { EMPTY_SCOPE, type Scope } from './scope.ts'
import { compatible, factOf, MONTH, quantityIn } from './type.ts'
import { unitOfFact } from './unit-of.ts'

const KINDS = ['minimum', 'target', 'maximum']

interface CompiledBound {
  readonly evaluate: (month: Month) => Exact | undefined
}

/** Compiles every bound of every family; what is wrong with one is reported at its place. */
export function compileBounds(base: Omit<Compiler, 'program'>, facts: Facts): EvaluateBound {
  const compiled = new Map<Fact, CompiledBound>()
  for (const kind of KINDS) {
    for (const bound of facts.of(kind)) {
      const family = bound.parent
      if (family !== undefined) compiled.set(bound, compileBound(base, bound, family))
    }
  }
  return (bound, _, month) => compiled.get(bound)?.evaluate(month)
}

function compileBound(base: Omit<Compiler, 'program'>, bound: Fact, family: Fact): CompiledBound {
  const field = bound.fields.get('value')
  const expression = field?.value.type === 'expression' ? field.value.expression : undefined
  const unit = wordIn(family, 'unit')
  // A family without a unit, or with one that nobody knows, has its message.
  const counted = unit !== undefined && base.model.units.has(unit)
  if (expression === undefined || !counted) return { evaluate: () => undefined }
  const compiler: Compiler = {
    ...base,
    program: newProgram(`${bound.kind} of ${family.name ?? ''}`),
  }
  const literal = literalBound(compiler, family, expression)
  if (literal !== undefined) return literal
  const slot = newSlot(compiler)
  const node = compile(compiler, scopeOf(expression, family, slot), expression)
  if (!inUnitOf(compiler, family, node)) return { evaluate: () => undefined }
  const { slots } = compiler.program
  return {
    evaluate: (month) => {
      slots[slot] = month
      return node.run() as Exact | undefined
    },
  }
}

/**
 * A number stands in the family's unit; with a unit of its own it is converted, month by month.
 * Undefined for what is no such number: it is typed as any expression.
 */
function literalBound(
  compiler: Compiler,
  family: Fact,
  expression: Expression,
): CompiledBound | undefined {
  if (expression.sort !== 'quantity' || expression.duration !== undefined) return undefined
  if (expression.percent || expression.unit?.per !== undefined) return undefined
  const { value } = expression
  const from = expression.unit?.name.text
  const to = wordIn(family, 'unit')
  if (from === undefined || from === to || to === undefined) return { evaluate: () => value }
  const { units } = compiler.model
  if (!units.has(from) || !units.connected(from, to, family)) return undefined
  return {
    evaluate: (month) => {
      const factor = units.factor(from, to, family, month)
      return factor === undefined ? undefined : exact.multiply(value, factor)
    },
  }
}

function inUnitOf(compiler: Compiler, family: Fact, node: Node): boolean {
  if (compiler.program.broken) return false
  const unit = unitOfFact(compiler, constantNode(node.expression, factOf('family'), family))
  const wanted = quantityIn(unit)
  if (compatible(node.type, wanted)) return true
  wrongType(compiler, node, inWords(compiler, wanted))
  return false
}

/** `f` is this family, `t` the month. */
function scopeOf(expression: Expression, family: Fact, slot: number): Scope {
  const { span } = expression
  const self = constantNode(expression, factOf('family'), family)
  const scope = EMPTY_SCOPE.with({
    name: 'f',
    type: self.type,
    slot: -1,
    depth: 0,
    span,
    path: `family:${family.name ?? ''}`,
    value: { ...self, path: `family:${family.name ?? ''}` },
  })
  return scope.with({ name: 't', type: MONTH, slot, depth: 0, span, path: 't' })
}
