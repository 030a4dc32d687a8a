/** Fields of values that are no facts: `t.first`, `d.month`, `horizon.last`. */

import type { Day } from '../base/date.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { monthOf } from '../base/month.ts'
import type { Expression, Word } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { inWords, report, wrongBecause } from './compiler.ts'
import type { Node } from './node.ts'
import { because } from './node.ts'
import { DATE, MONTH, type Type } from './type.ts'
import type { Known, Value } from './value.ts'

interface PlainField {
  readonly on: (type: Type) => boolean
  readonly field: string
  readonly type: (of: Type) => Type
  readonly read: (compiler: Compiler, value: Known) => Value
}

const isMonths = (type: Type): boolean => type.is === 'set' && type.of.is === 'month'
const isList = (type: Type): boolean => type.is === 'set' && type.of.is !== 'month'
const memberOf = (type: Type): Type => (type.is === 'set' ? type.of : type)

const PLAIN_FIELDS: readonly PlainField[] = [
  {
    on: (type) => type.is === 'month',
    field: 'first',
    type: () => DATE,
    read: ({ model }, month) => model.firstDay(month as Month),
  },
  {
    on: (type) => type.is === 'month',
    field: 'last',
    type: () => DATE,
    read: ({ model }, month) => model.lastDay(month as Month),
  },
  {
    on: (type) => type.is === 'date',
    field: 'month',
    type: () => MONTH,
    read: (_, day) => monthOf(day as Day),
  },
  {
    on: isMonths,
    field: 'first',
    type: () => MONTH,
    read: (_, months) => (months as readonly MonthRange[])[0]?.from,
  },
  {
    on: isMonths,
    field: 'last',
    type: () => MONTH,
    read: (_, months) => (months as readonly MonthRange[]).at(-1)?.to,
  },
  { on: isList, field: 'first', type: memberOf, read: (_, list) => (list as readonly Known[])[0] },
  {
    on: isList,
    field: 'last',
    type: memberOf,
    read: (_, list) => (list as readonly Known[]).at(-1),
  },
]

export function plainFieldNode(
  compiler: Compiler,
  expression: Expression,
  of: Node,
  field: Word,
): Node {
  const fields = PLAIN_FIELDS.filter((entry) => entry.on(of.type))
  const plain = fields.find((entry) => entry.field === field.text)
  if (plain === undefined) {
    const what = inWords(compiler, of.type)
    const values = {
      of: what.charAt(0).toUpperCase() + what.slice(1),
      field: field.text,
      fields: fields.map((entry) => entry.field).join(', '),
    }
    const extras =
      fields.length === 0 ? { help: 'Facts, months, dates and lists have fields.' } : {}
    return wrongBecause(compiler, expression, report('unknown-field', field.span, values, extras))
  }
  return {
    type: plain.type(of.type),
    run: () => {
      const value = of.run()
      return value === undefined ? undefined : plain.read(compiler, value)
    },
    expression,
    parts: [of],
    why: () => (of.run() === undefined ? undefined : because(`the ${field.text} of an empty list`)),
    unusable: of.unusable,
  }
}
