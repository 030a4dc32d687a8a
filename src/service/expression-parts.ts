/** The parts of expressions: see `part.ts`. */

import { spanBetween } from '../base/source.ts'
import type { Binder, Expression } from '../../grammar/tree.ts'
import type { Part } from './part.ts'

type ExpressionOrBinder = Extract<Part, { readonly is: 'expression' | 'binder' }>

/** The parts directly within an expression or a binder, in order of place. */
export function expressionParts(part: ExpressionOrBinder): readonly Part[] {
  const parts = part.is === 'binder' ? binderParts(part.of) : insideOf(part.of)
  return parts.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

function binderParts({ kind, name, domain, condition }: Binder): readonly Part[] {
  return [
    { is: 'kind', of: kind, span: kind.span },
    { is: 'bound', of: name, span: name.span },
    ...expressions(domain, condition),
  ]
}

function insideOf(expression: Expression): readonly Part[] {
  switch (expression.sort) {
    case 'unary':
      return expressions(expression.operand)
    case 'binary':
      return expressions(expression.left, expression.right)
    case 'between':
      return expressions(expression.value, expression.low, expression.high)
    case 'if':
      return expressions(expression.condition, expression.then, expression.otherwise)
    case 'field': {
      const { field } = expression
      return [...expressions(expression.of), { is: 'field', of: field, span: field.span }]
    }
    case 'call':
      return expressions(expression.callee, ...expression.arguments)
    case 'aggregate':
      return [...expressions(expression.body), ...expression.binders.map(binderPart)]
    case 'list':
      return expressions(...expression.items)
    case 'quantity': {
      const { unit } = expression
      if (unit === undefined) return []
      const names = [unit.name, ...(unit.per === undefined ? [] : [unit.per.name])]
      return names.map((of): Part => ({ is: 'unit', of, span: of.span }))
    }
    default:
      return []
  }
}

function expressions(...given: readonly (Expression | undefined)[]): readonly Part[] {
  return given.flatMap((of): readonly Part[] =>
    of === undefined ? [] : [{ is: 'expression', of, span: of.span }],
  )
}

export function binderPart(of: Binder): Part {
  const last = of.condition?.span ?? of.domain?.span ?? of.name.span
  return { is: 'binder', of, span: spanBetween(of.kind.span, last) }
}
