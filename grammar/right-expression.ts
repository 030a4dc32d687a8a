// Reads the expressions of a line that is right, token by token. It accepts what the grammar of
// `expression-parser.ts` accepts and makes the same nodes; where that finds something wrong, this stops.

import type { TokenType } from 'chevrotain'
import { makeSource, type Source, type Span } from '../src/base/source.ts'
import {
  dateNode,
  foldedNode,
  makeWord,
  measuredNumber,
  monthNode,
  percentNode,
  spanOfTokens,
  textNode,
  wordNode,
} from './nodes.ts'
import {
  BETWEEN_LEVEL,
  LOWEST_LEVEL,
  NOT_LEVEL,
  type Operator,
  operatorOf,
  RANGE_LEVEL,
  SIGN_LEVEL,
} from './operators.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { AggregateOperator, BinaryOperator, Binder, Expression, Quantity } from './tree.ts'

/** Thrown where a line is not right: the grammar then says what is wrong with it. */
export class NotRight extends Error {}

/** Stands behind the last token. Its offsets are whole numbers, or V8 would keep no offset as one. */
const END: Token = {
  image: '',
  startOffset: 0,
  endOffset: 0,
  tokenType: { name: 'End' },
}

/** The tokens of the line at hand, and where it is read; the rules of lines stand in `right-line.ts`. */
export abstract class RightExpression {
  protected source: Source = makeSource('', '')
  protected tokens: readonly Token[] = []
  protected at = 0

  protected expression(): Expression {
    return this.isNext(T.If) ? this.conditional() : this.operation(LOWEST_LEVEL)
  }

  private conditional(): Expression {
    const first = this.take(T.If)
    const condition = this.expression()
    this.take(T.Then)
    const then = this.expression()
    this.take(T.Else)
    const otherwise = this.expression()
    // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; nobody awaits a tree
    return { sort: 'if', condition, then, otherwise, span: this.spanFrom(first) }
  }

  /** Operators of a level and tighter ones. */
  protected operation(level: number): Expression {
    const first = this.next()
    let left = this.operand(level)
    let below = Number.POSITIVE_INFINITY
    for (;;) {
      const operator = this.operator()
      if (operator === undefined || operator.level < level || operator.level >= below) return left
      left = this.rest(first, left, operator)
      if (!operator.chains) below = operator.level
    }
  }

  /** The operator that stands next: its word may also be a name, or the preposition of a clause. */
  private operator(): Operator | undefined {
    const next = this.next()
    const mayBe = this.isNext(T.In) || this.isNext(T.Between) || T.isOperator(next)
    return mayBe ? operatorOf(next.image) : undefined
  }

  private operand(level: number): Expression {
    const first = this.next()
    if (first.tokenType === T.Not && level <= NOT_LEVEL) {
      this.at += 1
      const operand = this.operation(NOT_LEVEL)
      return { sort: 'unary', operator: 'not', operand, span: this.spanFrom(first) }
    }
    if (first.tokenType === T.Minus) {
      this.at += 1
      const operand = this.operation(SIGN_LEVEL)
      return { sort: 'unary', operator: '-', operand, span: this.spanFrom(first) }
    }
    return this.postfix()
  }

  /** An operator and what stands behind it. */
  private rest(first: Token, left: Expression, { level }: Operator): Expression {
    const { tokenType: type, image } = this.next()
    this.at += 1
    if (type === T.Between) {
      const low = this.operation(BETWEEN_LEVEL + 1)
      this.take(T.And)
      const high = this.operation(BETWEEN_LEVEL + 1)
      return { sort: 'between', value: left, low, high, span: this.spanFrom(first) }
    }
    const operator = image as BinaryOperator
    const right = this.operation(type === T.In ? RANGE_LEVEL : level + 1)
    return { sort: 'binary', operator, left, right, span: this.spanFrom(first) }
  }

  protected postfix(): Expression {
    const first = this.next()
    let of = this.primary()
    for (;;) {
      if (this.takes(T.Dot)) {
        const field = makeWord(this.source, this.take(T.Word))
        of = { sort: 'field', of, field, span: this.spanFrom(first) }
      } else if (this.takes(T.OpenParen)) {
        const values = this.isNext(T.CloseParen) ? [] : this.expressions()
        this.take(T.CloseParen)
        of = { sort: 'call', callee: of, arguments: values, span: this.spanFrom(first) }
      } else return of
    }
  }

  private primary(): Expression {
    const { source } = this
    const token = this.next()
    switch (token.tokenType) {
      case T.NumberToken:
        return this.quantity(undefined)
      case T.OpenParen:
        return this.group()
      case T.Counting:
        return this.counting()
      case T.Folding:
        return this.folding()
    }
    this.at += 1
    switch (token.tokenType) {
      case T.Word:
        return wordNode(source, token)
      case T.Percent:
        return percentNode(source, undefined, token)
      case T.Text:
        return textNode(source, token)
      case T.MonthToken:
        return monthNode(source, token)
      case T.DateToken:
        return dateNode(source, token)
      default:
        throw new NotRight()
    }
  }

  /** Parentheses around one expression leave no node; around several they make a list. */
  private group(): Expression {
    const first = this.take(T.OpenParen)
    const items = this.expressions()
    this.take(T.CloseParen)
    const [only] = items
    if (only !== undefined && items.length === 1) return only
    return { sort: 'list', items, span: this.spanFrom(first) }
  }

  private counting(): Expression {
    const first = this.take(T.Counting)
    this.take(T.OpenParen)
    const binders = this.binders()
    this.take(T.CloseParen)
    const operator = first.image as AggregateOperator
    return { sort: 'aggregate', operator, body: undefined, binders, span: this.spanFrom(first) }
  }

  /** `min` and `max` of several values are calls; all others, and these, go over binders. */
  private folding(): Expression {
    const first = this.take(T.Folding)
    this.take(T.OpenParen)
    const values = [this.expression()]
    let binders: readonly Binder[] = []
    if (this.takes(T.For)) binders = this.binders()
    else if (first.image === 'min' || first.image === 'max') {
      this.take(T.Comma)
      values.push(...this.expressions())
    } else throw new NotRight()
    this.take(T.CloseParen)
    return foldedNode(this.source, first, this.last(), values, binders)
  }

  private expressions(): Expression[] {
    const items = [this.expression()]
    while (this.takes(T.Comma)) items.push(this.expression())
    return items
  }

  protected binders(): readonly Binder[] {
    const binders = [this.binder()]
    while (this.takes(T.Comma)) binders.push(this.binder())
    return binders
  }

  private binder(): Binder {
    const first = this.next()
    const { kind, name } = this.variable()
    const domain = this.takes(T.In) ? this.operation(RANGE_LEVEL) : undefined
    const condition = this.takes(T.Where) ? this.expression() : undefined
    return {
      kind,
      name,
      ...(domain === undefined ? {} : { domain }),
      ...(condition === undefined ? {} : { condition }),
      span: this.spanFrom(first),
    }
  }

  /** A kind and the name of a variable: `family f`. */
  protected variable(): Binder {
    const { source } = this
    const kind = this.isNext(T.MonthWord) ? this.take(T.MonthWord) : this.take(T.Word)
    const name = this.take(T.Word)
    return {
      kind: makeWord(source, kind),
      name: makeWord(source, name),
      span: spanOfTokens(source, kind, name),
    }
  }

  /** A number with a unit or a length of time behind it. */
  protected quantity(sign: Token | undefined): Quantity {
    const number = this.take(T.NumberToken)
    const unit = this.takeIf(T.Word) ?? this.takeIf(T.Text) ?? this.takeIf(T.MonthWord)
    if (unit === undefined || !this.takes(T.Per)) {
      return measuredNumber(this.source, { sign, number, unit, per: undefined })
    }
    const count = this.takeIf(T.NumberToken)
    const name = this.takeIf(T.Text) ?? this.take(T.Word)
    return measuredNumber(this.source, { sign, number, unit, per: { count, name } })
  }

  protected next(): Token {
    return this.tokens[this.at] ?? END
  }

  protected last(): Token {
    return this.tokens[this.at - 1] ?? END
  }

  protected isNext(type: TokenType): boolean {
    return this.next().tokenType === type
  }

  protected takeIf(type: TokenType): Token | undefined {
    return this.isNext(type) ? this.take(type) : undefined
  }

  /** Whether a token of the type stood next, which is behind us then. */
  protected takes(type: TokenType): boolean {
    return this.takeIf(type) !== undefined
  }

  protected take(type: TokenType): Token {
    const token = this.next()
    if (token.tokenType !== type) throw new NotRight()
    this.at += 1
    return token
  }

  /** From a token to the one read last. */
  protected spanFrom(first: Token): Span {
    return spanOfTokens(this.source, first, this.last())
  }
}
