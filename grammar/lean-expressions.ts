// Expressions of packed trees, where there are very many: each is its own span.

import type { Source, Span } from '../src/base/source.ts'
import { LeanWord } from './lean-nodes.ts'
import type { BinaryOperator, Expression, Word } from './tree.ts'

type Of<Sort extends Expression['sort']> = Extract<Expression, { sort: Sort }>

abstract class LeanExpression {
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(source: Source, start: number, end: number) {
    this.source = source
    this.start = start
    this.end = end
  }

  get span(): Span {
    return this
  }
}

export class WordExpression extends LeanExpression implements Of<'word'> {
  readonly text: string

  constructor(text: string, source: Source, start: number) {
    super(source, start, start + text.length)
    this.text = text
  }

  get sort(): 'word' {
    return 'word'
  }
}

export class CallExpression extends LeanExpression implements Of<'call'> {
  readonly callee: Expression
  readonly arguments: readonly Expression[]

  constructor(
    callee: Expression,
    given: readonly Expression[],
    source: Source,
    start: number,
    end: number,
  ) {
    super(source, start, end)
    this.callee = callee
    this.arguments = given
  }

  get sort(): 'call' {
    return 'call'
  }
}

export class FieldExpression extends LeanExpression implements Of<'field'> {
  readonly of: Expression
  readonly name: string

  constructor(of: Expression, name: string, source: Source, start: number, end: number) {
    super(source, start, end)
    this.of = of
    this.name = name
  }

  get sort(): 'field' {
    return 'field'
  }

  /** It ends the expression. */
  get field(): Word {
    return new LeanWord(this.name, this.source, this.end - this.name.length)
  }
}

export class BinaryExpression extends LeanExpression implements Of<'binary'> {
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression

  constructor(
    operator: BinaryOperator,
    left: Expression,
    right: Expression,
    source: Source,
    start: number,
    end: number,
  ) {
    super(source, start, end)
    this.operator = operator
    this.left = left
    this.right = right
  }

  get sort(): 'binary' {
    return 'binary'
  }
}
