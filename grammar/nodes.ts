// Makes the nodes of the tree from tokens.

import type { Day } from '../src/base/date.ts'
import { parseDay } from '../src/base/date.ts'
import type { Exact } from '../src/base/exact.ts'
import { divide, negate, readExact } from '../src/base/exact.ts'
import type { Month } from '../src/base/month.ts'
import { parseMonth } from '../src/base/month.ts'
import type { Source, Span } from '../src/base/source.ts'
import { durationWords } from './kinds.ts'
import type { Token } from './tokens.ts'
import { Text } from './tokens.ts'
import type {
  AggregateOperator,
  Binder,
  DateLiteral,
  Expression,
  Name,
  Quantity,
  UnitLiteral,
  Word,
} from './tree.ts'

/** The text in quotes, its escapes undone. */
function unquoted(image: string): string {
  const inner = image.slice(1, -1)
  const plain = inner.includes('\\') ? inner.replace(/\\(["\\{])/g, '$1') : inner
  return /[^ -~]/.test(plain) ? plain.normalize('NFC') : plain
}

export function spanOfTokens(source: Source, first: Token, last: Token): Span {
  return { source, start: first.startOffset, end: last.endOffset + 1 }
}

export function makeWord(source: Source, token: Token): Word {
  return { text: token.image, span: spanOfTokens(source, token, token) }
}

export function makeName(source: Source, token: Token): Name {
  const quoted = token.tokenType === Text
  const text = quoted ? unquoted(token.image) : token.image
  return { sort: 'name', text, quoted, span: spanOfTokens(source, token, token) }
}

/** The lexer gave the token its type since there is such a month. */
export function monthOfToken(token: Token): Month {
  return parseMonth(token.image) ?? (0 as Month)
}

function dayOfToken(token: Token): Day {
  return parseDay(token.image) ?? (0 as Day)
}

function exactOfToken(token: Token): Exact {
  return readExact(token.image) ?? 0
}

export function percentOf(written: Exact): Exact {
  return divide(written, 100) ?? 0
}

export function percentNode(source: Source, sign: Token | undefined, number: Token): Quantity {
  const none = undefined
  const parts = { sign, number, percent: true, unit: none, duration: none, last: number }
  return makeQuantity(source, parts)
}

/** The tokens of a number with a unit or a length of time behind it. */
export interface MeasuredTokens {
  readonly sign: Token | undefined
  readonly number: Token
  readonly unit: Token | undefined
  /** What stands behind `per`: `USD per 1000 each`. */
  readonly per: { readonly count: Token | undefined; readonly name: Token } | undefined
}

export function measuredNumber(source: Source, tokens: MeasuredTokens): Quantity {
  const { sign, number, unit, per } = tokens
  const last = per?.name ?? unit ?? number
  const plain = unit !== undefined && per === undefined && unit.tokenType !== Text
  const duration = plain ? durationWords.get(unit.image) : undefined
  const hasUnit = unit !== undefined && duration === undefined
  return makeQuantity(source, {
    sign,
    number,
    percent: false,
    duration,
    unit: hasUnit ? unitOf(source, unit, per, last) : undefined,
    last,
  })
}

function unitOf(source: Source, unit: Token, per: MeasuredTokens['per'], last: Token): UnitLiteral {
  const name = makeName(source, unit)
  const span = spanOfTokens(source, unit, last)
  if (per === undefined) return { name, span }
  const count = per.count === undefined ? 1 : exactOfToken(per.count)
  return { name, per: { count, name: makeName(source, per.name) }, span }
}

export function wordNode(source: Source, token: Token): Expression {
  return { sort: 'word', text: token.image, span: spanOfTokens(source, token, token) }
}

export function monthNode(source: Source, token: Token): Expression {
  return { sort: 'month', value: monthOfToken(token), span: spanOfTokens(source, token, token) }
}

export function dateNode(source: Source, token: Token): DateLiteral {
  return { sort: 'date', value: dayOfToken(token), span: spanOfTokens(source, token, token) }
}

export function textNode(source: Source, token: Token): Expression {
  return { sort: 'text', text: unquoted(token.image), span: spanOfTokens(source, token, token) }
}

/** `sum(x for …)` and its like, or `min` and `max` of several values. */
export function foldedNode(
  source: Source,
  first: Token,
  last: Token,
  values: readonly Expression[],
  binders: readonly Binder[],
): Expression {
  const span = spanOfTokens(source, first, last)
  const [body] = values
  if (values.length > 1) {
    return { sort: 'call', callee: wordNode(source, first), arguments: values, span }
  }
  return { sort: 'aggregate', operator: first.image as AggregateOperator, body, binders, span }
}

/** The parts of a quantity as the parser met them. */
interface QuantityParts {
  readonly sign: Token | undefined
  readonly number: Token
  readonly percent: boolean
  readonly unit: UnitLiteral | undefined
  readonly duration: 'month' | 'week' | 'day' | undefined
  readonly last: Token
}

function makeQuantity(source: Source, parts: QuantityParts): Quantity {
  const { sign, number, percent, unit, duration, last } = parts
  const { image } = number
  const written = percent
    ? percentOf(readExact(image, 0, image.length - 1) ?? 0)
    : exactOfToken(number)
  const negative = sign !== undefined && sign.image === '-'
  return {
    sort: 'quantity',
    value: negative ? (negate(written) ?? 0) : written,
    percent,
    sign: sign === undefined ? '' : negative ? '-' : '+',
    ...(unit === undefined ? {} : { unit }),
    ...(duration === undefined ? {} : { duration }),
    span: spanOfTokens(source, sign ?? number, last),
  }
}
