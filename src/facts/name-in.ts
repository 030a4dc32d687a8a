/** The name that a statement declares. */

import { printMonth } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import { argumentOf, valueOf } from '../../grammar/lean-nodes.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { Shape } from './shape.ts'

export interface DeclaredName {
  readonly text: string
  readonly span: Span
}

export function nameIn({ spec, declares }: Shape, statement: Statement): DeclaredName | undefined {
  if (statement.define !== undefined) return statement.define.name
  const argument = declares < 0 ? undefined : argumentOf(statement.line, declares)
  const value = argument && valueOf(argument, 0)
  if (value === undefined) return undefined
  const type = spec.arguments[declares]?.type.type
  if (value.sort === 'name' && type !== 'month') return value
  if (value.sort !== 'months' || type !== 'month' || value.from !== value.to) return undefined
  return { text: printMonth(value.from), span: value.span }
}
