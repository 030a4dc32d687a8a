// The operators of expressions and how tightly they bind, for the parser and for whoever prints.

import type { BinaryOperator } from './tree.ts'

export interface Operator {
  /** The higher, the tighter. */
  readonly level: number
  /** `a op b op c` is `(a op b) op c`; without this it cannot be written. */
  readonly chains: boolean
}

export const operators = {
  or: { level: 1, chains: true },
  and: { level: 2, chains: true },
  '=': { level: 4, chains: false },
  '!=': { level: 4, chains: false },
  '<': { level: 4, chains: false },
  '<=': { level: 4, chains: false },
  '>': { level: 4, chains: false },
  '>=': { level: 4, chains: false },
  in: { level: 5, chains: false },
  '..': { level: 6, chains: false },
  '+': { level: 7, chains: true },
  '-': { level: 7, chains: true },
  '*': { level: 8, chains: true },
  '/': { level: 8, chains: true },
} as const satisfies Readonly<Record<BinaryOperator, Operator>>

/** What stands behind `not`, and on both sides of `between` and of its `and`. */
export const NOT_LEVEL = 3
export const BETWEEN_LEVEL = 4
/** Behind the minus sign. */
export const SIGN_LEVEL = 9
export const LOWEST_LEVEL = 1
/** Of the domain of a binder: a range of months, or anything that binds more tightly. */
export const RANGE_LEVEL = 6

const byText: ReadonlyMap<string, Operator> = new Map(Object.entries(operators))

/** The operator that a token's text is, `between` included. */
export function operatorOf(text: string): Operator | undefined {
  return text === 'between' ? { level: BETWEEN_LEVEL, chains: false } : byText.get(text)
}
