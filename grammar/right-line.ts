// Reads a line that is right. Nearly all are, and to set up the grammar takes longer than to read a
// plan: so the grammar reads the others alone, to say what is wrong with them.
//
// Invariant: it gives what the grammar gives, or nothing; a test reads lines both ways.

import type { Source } from '../src/base/source.ts'
import { emptyParts, type LineParts, type LineRule } from './line-parts.ts'
import { dateNode, makeName, makeWord, monthOfToken, percentNode } from './nodes.ts'
import { NotRight, RightExpression } from './right-expression.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { Argument, Binder, Value } from './tree.ts'

class RightLine extends RightExpression {
  private parts: LineParts = emptyParts()

  read(rule: LineRule, source: Source, tokens: readonly Token[]): LineParts | undefined {
    this.source = source
    this.tokens = tokens
    this.at = 0
    this.parts = emptyParts()
    try {
      this[rule]()
    } catch (error) {
      if (error instanceof NotRight) return undefined
      throw error
    }
    return this.at === tokens.length ? this.parts : undefined
  }

  planLine(): void {
    const { parts } = this
    parts.word = this.word()
    while (this.argumentIsNext()) parts.arguments.push(this.argument())
    if (this.takes(T.Equals)) parts.value = this.expression()
    if (this.takes(T.At)) parts.at = this.expression()
    if (T.isPreposition(this.next())) this.clauses()
  }

  clauses(): void {
    do {
      const preposition = this.next()
      if (!T.isPreposition(preposition)) throw new NotRight()
      this.at += 1
      const values: Argument[] = []
      do values.push(this.argument())
      while (this.argumentIsNext())
      this.parts.clauses.push({
        preposition: makeWord(this.source, preposition),
        arguments: values,
        span: this.spanFrom(preposition),
      })
    } while (T.isPreposition(this.next()))
  }

  /** `NAME(family f, …) = …`, behind the word `define`. */
  definition(): void {
    const binders: Binder[] = []
    this.parts.word = this.word()
    this.take(T.OpenParen)
    if (!this.isNext(T.CloseParen)) {
      do binders.push(this.variable())
      while (this.takes(T.Comma))
    }
    this.take(T.CloseParen)
    this.parts.binders = binders
    this.value()
  }

  wholeExpression(): void {
    this.parts.value = this.expression()
  }

  assignment(): void {
    this.parts.word = this.word()
    this.value()
  }

  fixing(): void {
    this.parts.target = this.postfix()
    this.value()
  }

  given(): void {
    this.parts.binders = this.binders()
  }

  named(): void {
    this.parts.word = this.word()
  }

  private word(): ReturnType<typeof makeWord> {
    return makeWord(this.source, this.take(T.Word))
  }

  private value(): void {
    this.take(T.Equals)
    this.parts.value = this.expression()
  }

  private argumentIsNext(): boolean {
    return argumentTypes.has(this.next().tokenType)
  }

  private argument(): Argument {
    const first = this.next()
    const values = [this.argumentValue()]
    while (this.takes(T.Comma)) values.push(this.argumentValue())
    return { values, span: this.spanFrom(first) }
  }

  private argumentValue(): Value {
    const { source } = this
    const token = this.next()
    if (token.tokenType === T.NumberToken) return this.quantity(undefined)
    this.at += 1
    switch (token.tokenType) {
      case T.Word:
      case T.Text:
        return makeName(source, token)
      case T.MonthToken:
        return this.months(token)
      case T.Percent:
        return percentNode(source, undefined, token)
      case T.Plus:
      case T.Minus: {
        const percent = this.takeIf(T.Percent)
        return percent === undefined ? this.quantity(token) : percentNode(source, token, percent)
      }
      case T.DateToken:
        return dateNode(source, token)
      default:
        throw new NotRight()
    }
  }

  /** A range that ends before it begins is said by the grammar. */
  private months(first: Token): Value {
    const from = monthOfToken(first)
    if (!this.takes(T.Range)) return { sort: 'months', from, to: from, span: this.spanFrom(first) }
    const last = this.takeIf(T.MonthToken)
    const to = last && monthOfToken(last)
    if (to !== undefined && to < from) throw new NotRight()
    return { sort: 'months', from, to, span: this.spanFrom(first) }
  }
}

/** What an argument may begin with. */
const argumentTypes = new Set([
  T.Word,
  T.Text,
  T.NumberToken,
  T.Percent,
  T.MonthToken,
  T.DateToken,
  T.Plus,
  T.Minus,
])

const shared = new RightLine()

/** What a line says; undefined if it is not right. */
export function readRightLine(
  rule: LineRule,
  source: Source,
  tokens: readonly Token[],
): LineParts | undefined {
  return shared.read(rule, source, tokens)
}
