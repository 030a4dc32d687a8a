/** The expressions that stand directly within an expression, in order. */

import type { Binder, Expression } from '../../grammar/tree.ts'

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.sort) {
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'between':
      return [expression.value, expression.low, expression.high]
    case 'if':
      return [expression.condition, expression.then, expression.otherwise]
    case 'field':
      return [expression.of]
    case 'call':
      return [expression.callee, ...expression.arguments]
    case 'aggregate':
      return [
        ...(expression.body === undefined ? [] : [expression.body]),
        ...expression.binders.flatMap(partsOfBinder),
      ]
    case 'list':
      return expression.items
    case 'quantity':
    case 'date':
    case 'month':
    case 'text':
    case 'word':
      return []
  }
}

function partsOfBinder({ domain, condition }: Binder): readonly Expression[] {
  return [
    ...(domain === undefined ? [] : [domain]),
    ...(condition === undefined ? [] : [condition]),
  ]
}
