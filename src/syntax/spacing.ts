/** The canonical space between the tokens of a line: none, or one. */

import { weakWords } from '../../grammar/kinds.ts'
import type { Token } from '../../grammar/tokens.ts'
import {
  CloseParen,
  Comma,
  Counting,
  DateToken,
  Dot,
  Equals,
  Folding,
  In,
  Minus,
  MonthToken,
  MonthWord,
  NumberToken,
  OpenParen,
  Percent,
  Plus,
  Preposition,
  Text,
  Word,
} from '../../grammar/tokens.ts'

/** Behind these stands an operator or a call's parenthesis; behind others, an operand. */
const operandEnds: ReadonlySet<unknown> = new Set([
  Word,
  Text,
  NumberToken,
  Percent,
  MonthToken,
  DateToken,
  MonthWord,
  CloseParen,
])

/**
 * For each token whether a space stands before it. In arguments every plus and minus is a sign;
 * behind `=`, and in lines of the rule language, it is one where an operand is due.
 */
export function spacesBefore(tokens: readonly Token[], expression: boolean): boolean[] {
  const spaces: boolean[] = []
  let inExpression = expression
  let depth = 0
  let sign = false
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const type = token.tokenType
    if (type === OpenParen) depth += 1
    else if (type === CloseParen) depth -= 1
    else if (depth === 0 && !expression) inExpression = stillExpression(token, inExpression)
    const isSign =
      (type === Minus || type === Plus) && (!inExpression || !endsOperand(tokens, index - 1))
    const touches = before === undefined || touch(tokens, index, before) || (sign && !isSign)
    spaces.push(!touches)
    sign = isSign
  }
  return spaces
}

/** `=` begins an expression, and a preposition that is no operator ends it. */
function stillExpression(token: Token, before: boolean): boolean {
  if (token.tokenType === Equals) return true
  const preposition = token.tokenType.CATEGORIES?.includes(Preposition) === true
  return before && (!preposition || token.tokenType === In)
}

function touch(tokens: readonly Token[], index: number, before: Token): boolean {
  const type = tokens[index]?.tokenType
  if (type === Comma || type === CloseParen || type === Dot) return true
  if (before.tokenType === OpenParen || before.tokenType === Dot) return true
  if (type !== OpenParen) return false
  const { tokenType } = before
  return tokenType === Counting || tokenType === Folding || endsOperand(tokens, index - 1)
}

/** The first word of a line is no operand. */
function endsOperand(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token === undefined || index === 0) return false
  return operandEnds.has(token.tokenType) || weakWords.has(token.image)
}
