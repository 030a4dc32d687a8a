// Makes the nodes of the tree from tokens.

import type { Day } from '../src/base/date.ts'
import { parseDay } from '../src/base/date.ts'
import type { Exact } from '../src/base/exact.ts'
import { divide, negate, readExact } from '../src/base/exact.ts'
import type { Month } from '../src/base/month.ts'
import { parseMonth } from '../src/base/month.ts'
import type { Source, Span } from '../src/base/source.ts'
import type { Token } from './tokens.ts'
import { Text } from './tokens.ts'
import type { Name, Quantity, UnitLiteral, Word } from './tree.ts'

/** The text in quotes, its escapes undone. */
export function unquoted(image: string): string {
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

export function dayOfToken(token: Token): Day {
  return parseDay(token.image) ?? (0 as Day)
}

export function exactOfToken(token: Token): Exact {
  return readExact(token.image) ?? 0
}

export function percentOf(written: Exact): Exact {
  return divide(written, 100) ?? 0
}

/** The parts of a quantity as the parser met them. */
export interface QuantityParts {
  readonly sign: Token | undefined
  readonly number: Token
  readonly percent: boolean
  readonly unit: UnitLiteral | undefined
  readonly duration: 'month' | 'week' | 'day' | undefined
  readonly last: Token
}

export function makeQuantity(source: Source, parts: QuantityParts): Quantity {
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
