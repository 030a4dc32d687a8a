// The grammar of plan lines and rule lines, in chevrotain. What a line had when it could not be
// read to its end is kept.

import type { IRecognitionException, IToken, ParserMethod } from 'chevrotain'
import type { Source, Span } from '../src/base/source.ts'
import { ExpressionParser } from './expression-parser.ts'
import { emptyParts, type LineParts, type LineRule } from './line-parts.ts'
import { dateNode, makeName, makeWord, monthOfToken, percentNode, spanOfTokens } from './nodes.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { Argument, Binder, MonthsLiteral, Quantity, Value } from './tree.ts'
import { AN_ARGUMENT } from './wanted.ts'

export interface ParsedLine {
  readonly parts: LineParts
  /** The first place where the line could not be read, and so the only one. */
  readonly error: IRecognitionException | undefined
  /** The first range of months that ends before it begins; it is read the other way round. */
  readonly backwards: Span | undefined
}

type Rule<Result> = ParserMethod<[], Result>

export class LineParser extends ExpressionParser {
  private parts: LineParts = emptyParts()
  private backwards: Span | undefined
  /** Of the clause at hand. */
  private clause: { preposition: Token; values: Argument[]; last: Token } | undefined

  constructor(skipValidations = true) {
    super(skipValidations)
    this.performSelfAnalysis()
  }

  read(rule: LineRule, source: Source, tokens: readonly Token[]): ParsedLine {
    this.source = source
    this.parts = emptyParts()
    this.clause = undefined
    this.backwards = undefined
    this.nothingFits = undefined
    this.input = tokens.map((token) => numbered(token))
    this[rule]()
    this.keepClause()
    return {
      parts: this.parts,
      error: this.nothingFits ?? this.errors[0],
      backwards: this.backwards,
    }
  }

  readonly planLine: Rule<void> = this.RULE('planLine', (): void => {
    this.parts.word = makeWord(this.source, this.CONSUME(T.Word) as Token)
    this.MANY(() => this.parts.arguments.push(this.SUBRULE(this.argument)))
    this.OPTION(() => {
      this.CONSUME(T.Equals)
      this.parts.value = this.SUBRULE(this.expression)
    })
    this.OPTION2(() => {
      this.CONSUME(T.At)
      this.parts.at = this.SUBRULE2(this.expression)
    })
    this.OPTION3(() => this.SUBRULE(this.clauses))
  })

  readonly clauses: Rule<void> = this.RULE('clauses', (): void => {
    this.AT_LEAST_ONE(() => {
      const preposition = this.CONSUME(T.Preposition) as Token
      const clause: typeof this.clause = { preposition, values: [], last: preposition }
      this.clause = clause
      this.AT_LEAST_ONE2({
        ERR_MSG: AN_ARGUMENT,
        DEF: () => {
          clause.values.push(this.SUBRULE(this.argument))
          clause.last = this.LA(0) as Token
        },
      })
      this.keepClause()
    })
  })

  private readonly argument: Rule<Argument> = this.RULE('argument', (): Argument => {
    const first = this.LA(1) as Token
    const values = [this.SUBRULE(this.value)]
    this.MANY(() => {
      this.CONSUME(T.Comma)
      values.push(this.SUBRULE2(this.value))
    })
    return { values, span: this.spanFrom(first) }
  })

  private readonly value: Rule<Value> = this.RULE('value', (): Value => {
    return this.OR<Value>({
      ERR_MSG: AN_ARGUMENT,
      DEF: this.valueAlternatives,
    })
  })

  private readonly signed: Rule<Quantity> = this.RULE('signed', (): Quantity => {
    const sign = this.OR([
      { ALT: () => this.CONSUME(T.Plus) },
      { ALT: () => this.CONSUME(T.Minus) },
    ]) as Token
    return this.OR2<Quantity>({
      ERR_MSG: 'a number',
      DEF: [
        { ALT: () => this.SUBRULE(this.quantity, { ARGS: [sign] }) },
        { ALT: () => percentNode(this.source, sign, this.CONSUME(T.Percent) as Token) },
      ],
    })
  })

  private readonly months: Rule<MonthsLiteral> = this.RULE('months', (): MonthsLiteral => {
    const first = this.CONSUME(T.MonthToken) as Token
    const from = monthOfToken(first)
    let to: MonthsLiteral['to'] = from
    this.OPTION(() => {
      this.CONSUME(T.Range)
      to = undefined
      this.OPTION2(() => {
        to = monthOfToken(this.CONSUME2(T.MonthToken) as Token)
      })
    })
    const span = this.spanFrom(first)
    if (to === undefined || to >= from) return { sort: 'months', from, to, span }
    this.backwards ??= span
    return { sort: 'months', from: to, to: from, span }
  })

  /** `NAME(family f, …) = …`, behind the word `define`. */
  readonly definition: Rule<void> = this.RULE('definition', (): void => {
    const binders: Binder[] = []
    this.parts.binders = binders
    this.parts.word = makeWord(this.source, this.CONSUME(T.Word) as Token)
    this.CONSUME(T.OpenParen)
    this.MANY_SEP({ SEP: T.Comma, DEF: () => binders.push(this.SUBRULE(this.variable)) })
    this.CONSUME(T.CloseParen)
    this.CONSUME(T.Equals)
    this.parts.value = this.SUBRULE(this.expression)
  })

  readonly wholeExpression: Rule<void> = this.RULE('wholeExpression', (): void => {
    this.parts.value = this.SUBRULE(this.expression)
  })

  readonly assignment: Rule<void> = this.RULE('assignment', (): void => {
    this.parts.word = makeWord(this.source, this.CONSUME(T.Word) as Token)
    this.CONSUME(T.Equals)
    this.parts.value = this.SUBRULE(this.expression)
  })

  readonly fixing: Rule<void> = this.RULE('fixing', (): void => {
    this.parts.target = this.SUBRULE(this.postfix)
    this.CONSUME(T.Equals)
    this.parts.value = this.SUBRULE(this.expression)
  })

  readonly given: Rule<void> = this.RULE('given', (): void => {
    this.parts.binders = this.SUBRULE(this.binders)
  })

  readonly named: Rule<void> = this.RULE('named', (): void => {
    this.parts.word = makeWord(this.source, this.CONSUME(T.Word) as Token)
  })

  /** Made once: this rule runs more often than all others. */
  private get valueAlternatives(): { ALT: () => Value }[] {
    this.cachedAlternatives ??= [
      { ALT: () => makeName(this.source, this.CONSUME(T.Word) as Token) },
      { ALT: () => this.SUBRULE(this.months) },
      { ALT: () => this.SUBRULE(this.quantity, { ARGS: [undefined] }) },
      { ALT: () => makeName(this.source, this.CONSUME(T.Text) as Token) },
      { ALT: () => percentNode(this.source, undefined, this.CONSUME(T.Percent) as Token) },
      { ALT: () => this.SUBRULE(this.signed) },
      { ALT: () => dateNode(this.source, this.CONSUME(T.DateToken) as Token) },
    ]
    return this.cachedAlternatives
  }

  private cachedAlternatives: { ALT: () => Value }[] | undefined

  /** A clause whose argument could not be read stands there all the same. */
  private keepClause(): void {
    const { clause } = this
    if (clause === undefined) return
    const preposition = makeWord(this.source, clause.preposition)
    const span = spanOfTokens(this.source, clause.preposition, clause.last)
    this.parts.clauses.push({ preposition, arguments: clause.values, span })
    this.clause = undefined
  }
}

/** Chevrotain tells types by their numbers, which it gives when it is loaded. */
function numbered(token: Token): IToken {
  return { ...token, tokenTypeIdx: token.tokenType.tokenTypeIdx ?? 0 }
}

let shared: LineParser | undefined

/** Made when the first line needs it. */
export function lineParser(): LineParser {
  shared ??= new LineParser()
  return shared
}
