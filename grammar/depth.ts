// How deep a line nests, told from its tokens before any rule calls itself: so that neither the
// parser nor anybody who walks the tree ever runs out of stack.

import { MOST_DEPTH, MOST_PARENTHESES } from './limits.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'

/** What stands between a parenthesis and its end, as far as it was read. */
interface Level {
  /** Operators since the last comma: a chain is as deep a tree as it is long. */
  operators: number
  /** The deepest operand since the last comma, and the one at hand. */
  deepest: number
  operand: number
  /** The deepest part between commas. */
  parts: number
}

/** The token at which it gets too deep, and the limit that it is past. */
export interface TooDeep {
  readonly token: Token
  readonly most: number
}

/**
 * Whether a line is past `MOST_PARENTHESES` or its tree deeper than `MOST_DEPTH`. The depth is counted too high rather
 * than too low: every operator is taken to stand above all operands of its part.
 */
export function tooDeepAt(tokens: readonly Token[]): TooDeep | undefined {
  if (tokens.length <= MOST_PARENTHESES) return undefined
  const outer: Level[] = []
  let level = newLevel()
  /** The first `=` of a line stands before its value, and is no operator of it. */
  let valued = false
  for (const token of tokens) {
    const type = token.tokenType
    if (type === T.OpenParen) {
      outer.push(level)
      level = newLevel()
    } else if (type === T.CloseParen) {
      const inner = Math.max(level.parts, heightOf(level))
      level = outer.pop() ?? newLevel()
      level.operand = Math.max(level.operand, inner) + 1
    } else if (type === T.Comma || (type === T.Equals && outer.length === 0 && !valued)) {
      valued ||= type === T.Equals
      level.parts = Math.max(level.parts, heightOf(level))
      level.operators = 0
      level.deepest = 0
      level.operand = 0
    } else if (type === T.Dot) level.operand += 1
    else if (nests(token)) {
      level.operators += 1
      level.deepest = Math.max(level.deepest, level.operand)
      level.operand = 0
    } else level.operand = Math.max(level.operand, 1)
    if (outer.length > MOST_PARENTHESES) return { token, most: MOST_PARENTHESES }
    if (heightOf(level) > MOST_DEPTH) return { token, most: MOST_DEPTH }
  }
  let height = Math.max(level.parts, heightOf(level))
  for (const open of outer.toReversed()) {
    open.operand = Math.max(open.operand, height) + 1
    height = Math.max(open.parts, heightOf(open))
    const token = tokens.at(-1)
    if (height > MOST_DEPTH && token !== undefined) return { token, most: MOST_DEPTH }
  }
  return undefined
}

function newLevel(): Level {
  return { operators: 0, deepest: 0, operand: 0, parts: 0 }
}

function heightOf(level: Level): number {
  return level.operators + Math.max(level.deepest, level.operand)
}

function nests(token: Token): boolean {
  const type = token.tokenType
  return (
    type === T.Not || type === T.If || type === T.In || type === T.Between || T.isOperator(token)
  )
}
