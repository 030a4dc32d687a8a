// The shortest way through a plan line: most lines are a word, its arguments and its clauses, each
// one token. What has a comma, a range, a unit, a sign or a value goes the way of the grammar.
//
// Invariant: it gives what the grammar gives, or nothing; a test reads lines both ways.

import type { Source } from '../src/base/source.ts'
import { emptyParts } from './line-parser.ts'
import type { LineParts } from './line-parser.ts'
import {
  dayOfToken,
  makeName,
  makeQuantity,
  makeWord,
  monthOfToken,
  spanOfTokens,
} from './nodes.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { Value } from './tree.ts'

/** The parts of a line whose first token is a word; undefined if the grammar is to read it. */
export function simpleLine(source: Source, tokens: readonly Token[]): LineParts | undefined {
  const [first] = tokens
  if (first === undefined) return undefined
  const parts = emptyParts()
  let values = parts.arguments
  let preposition: Token | undefined
  for (let at = 1; at <= tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || isPreposition(token)) {
      if (preposition !== undefined) {
        if (values.length === 0) return undefined
        const span = spanOfTokens(source, preposition, tokens[at - 1] ?? preposition)
        const word = makeWord(source, preposition)
        parts.clauses.push({ preposition: word, arguments: values, span })
      }
      preposition = token
      values = []
      continue
    }
    const value = simpleValue(source, token, tokens[at + 1])
    if (value === undefined) return undefined
    values.push({ values: [value], span: value.span })
  }
  parts.word = makeWord(source, first)
  return parts
}

function simpleValue(source: Source, token: Token, next: Token | undefined): Value | undefined {
  switch (token.tokenType) {
    case T.Word:
    case T.Text:
      return makeName(source, token)
    case T.MonthToken: {
      if (next?.tokenType === T.Range) return undefined
      const month = monthOfToken(token)
      return { sort: 'months', from: month, to: month, span: spanOfTokens(source, token, token) }
    }
    case T.DateToken:
      return { sort: 'date', value: dayOfToken(token), span: spanOfTokens(source, token, token) }
    case T.NumberToken:
      return mayBeUnit(next) ? undefined : plainQuantity(source, token, false)
    case T.Percent:
      return plainQuantity(source, token, true)
    default:
      return undefined
  }
}

function plainQuantity(source: Source, number: Token, percent: boolean): Value {
  const none = undefined
  return makeQuantity(source, {
    sign: none,
    number,
    percent,
    unit: none,
    duration: none,
    last: number,
  })
}

function mayBeUnit(token: Token | undefined): boolean {
  const type = token?.tokenType
  return type === T.Word || type === T.Text || type === T.MonthWord
}

function isPreposition(token: Token): boolean {
  return token.tokenType.CATEGORIES?.[0] === T.Preposition
}
