// The grammar of expressions and binders, in chevrotain. Its rules build the tree as they go.
//
// While chevrotain records the grammar it runs the rules without arguments and with stand-ins: so a
// rule never looks into what another rule gave it, and takes places from tokens alone.

import type { ParserMethod } from 'chevrotain'
import {
  createToken,
  EarlyExitException,
  EmbeddedActionsParser,
  Lexer,
  NoViableAltException,
} from 'chevrotain'
import type { Source, Span } from '../src/base/source.ts'
import { makeSource } from '../src/base/source.ts'
import {
  dateNode,
  foldedNode,
  makeWord,
  type MeasuredTokens,
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
  operatorOf,
  RANGE_LEVEL,
  SIGN_LEVEL,
} from './operators.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import type { AggregateOperator, BinaryOperator, Binder, Expression, Quantity } from './tree.ts'
import { wantedProvider } from './wanted.ts'

// Chevrotain has its own numbers for types of tokens, and knows by them which are in a category.
for (const type of T.allTokenTypes) {
  const { name, CATEGORIES: categories = [] } = type
  Object.assign(type, createToken({ name, categories, pattern: Lexer.NA }))
}

const A_VALUE = 'a value'
const A_VARIABLE = 'the name of a variable, as in `family f`,'

/** Stands for a token while the grammar is recorded. */
const noToken: Token = {
  image: '',
  startOffset: 0,
  endOffset: 0,
  tokenType: T.Word,
}

type Rule<Result> = ParserMethod<[], Result>

/** Holds the source of the line at hand; the rules of lines stand in `line-parser.ts`. */
export abstract class ExpressionParser extends EmbeddedActionsParser {
  source: Source = makeSource('', '')
  /** The error of a line where nothing fits that could stand there. */
  protected nothingFits: NoViableAltException | EarlyExitException | undefined

  constructor(skipValidations: boolean) {
    super(T.allTokenTypes, {
      maxLookahead: 1,
      recoveryEnabled: false,
      nodeLocationTracking: 'none',
      errorMessageProvider: wantedProvider,
      skipValidations,
    })
  }

  readonly expression: Rule<Expression> = this.RULE('expression', (): Expression => {
    return this.OR<Expression>({
      ERR_MSG: A_VALUE,
      DEF: [
        { ALT: () => this.SUBRULE(this.conditional) },
        { ALT: () => this.SUBRULE(this.operation, { ARGS: [LOWEST_LEVEL] }) },
      ],
    })
  })

  private readonly conditional: Rule<Expression> = this.RULE('conditional', (): Expression => {
    const first = this.CONSUME(T.If) as Token
    const condition = this.SUBRULE(this.expression)
    this.CONSUME(T.Then)
    const then = this.SUBRULE2(this.expression)
    this.CONSUME(T.Else)
    const otherwise = this.SUBRULE3(this.expression)
    // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; nobody awaits a tree
    return { sort: 'if', condition, then, otherwise, span: this.spanFrom(first) }
  })

  /** Operators of a level and tighter ones: `operators.ts` has the levels. */
  readonly operation: ParserMethod<[number], Expression> = this.RULE(
    'operation',
    (level: number) => {
      const first = this.LA(1) as Token
      let left = this.SUBRULE(this.operand, { ARGS: [level] })
      let below = Number.POSITIVE_INFINITY
      this.MANY({
        GATE: () => {
          const next = operatorOf(this.LA(1).image)
          return next !== undefined && next.level >= level && next.level < below
        },
        DEF: () => {
          const operator = operatorOf(this.LA(1).image)
          left = this.SUBRULE(this.rest, { ARGS: [first, left] })
          below = operator === undefined || operator.chains ? below : operator.level
        },
      })
      return left
    },
  )

  private readonly operand: ParserMethod<[number], Expression> = this.RULE(
    'operand',
    (level: number) => {
      return this.OR<Expression>({
        ERR_MSG: A_VALUE,
        DEF: [
          {
            GATE: () => level <= NOT_LEVEL,
            ALT: () => {
              const sign = this.CONSUME(T.Not) as Token
              const operand = this.SUBRULE(this.operation, { ARGS: [NOT_LEVEL] })
              return { sort: 'unary', operator: 'not', operand, span: this.spanFrom(sign) }
            },
          },
          {
            ALT: () => {
              const sign = this.CONSUME(T.Minus) as Token
              const operand = this.SUBRULE2(this.operation, { ARGS: [SIGN_LEVEL] })
              return { sort: 'unary', operator: '-', operand, span: this.spanFrom(sign) }
            },
          },
          { ALT: () => this.SUBRULE(this.postfix) },
        ],
      })
    },
  )

  /** An operator and what stands behind it. */
  private readonly rest: ParserMethod<[Token, Expression], Expression> = this.RULE(
    'rest',
    (first: Token = noToken, left: Expression) => {
      return this.OR<Expression>([
        {
          ALT: () => {
            this.CONSUME(T.Between)
            const low = this.SUBRULE(this.operation, { ARGS: [BETWEEN_LEVEL + 1] })
            this.CONSUME(T.And)
            const high = this.SUBRULE2(this.operation, { ARGS: [BETWEEN_LEVEL + 1] })
            return { sort: 'between', value: left, low, high, span: this.spanFrom(first) }
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.In)
            const right = this.SUBRULE3(this.operation, { ARGS: [RANGE_LEVEL] })
            return { sort: 'binary', operator: 'in', left, right, span: this.spanFrom(first) }
          },
        },
        {
          ALT: () => {
            const operator = this.CONSUME(T.Operator).image as BinaryOperator
            const level = (operatorOf(operator)?.level ?? 0) + 1
            const right = this.SUBRULE4(this.operation, { ARGS: [level] })
            return { sort: 'binary', operator, left, right, span: this.spanFrom(first) }
          },
        },
      ])
    },
  )

  readonly postfix: Rule<Expression> = this.RULE('postfix', (): Expression => {
    const first = this.LA(1) as Token
    let of = this.SUBRULE(this.primary)
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(T.Dot)
            const field = makeWord(this.source, this.CONSUME(T.Word) as Token)
            of = { sort: 'field', of, field, span: this.spanFrom(first) }
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.OpenParen)
            const values: Expression[] = []
            this.MANY_SEP({
              SEP: T.Comma,
              DEF: () => values.push(this.SUBRULE(this.expression)),
            })
            this.CONSUME(T.CloseParen)
            of = { sort: 'call', callee: of, arguments: values, span: this.spanFrom(first) }
          },
        },
      ])
    })
    return of
  })

  private readonly primary: Rule<Expression> = this.RULE('primary', (): Expression => {
    return this.OR<Expression>({
      ERR_MSG: A_VALUE,
      DEF: [
        { ALT: () => wordNode(this.source, this.CONSUME(T.Word) as Token) },
        { ALT: () => this.SUBRULE(this.quantity, { ARGS: [undefined] }) },
        { ALT: () => this.SUBRULE(this.group) },
        { ALT: () => percentNode(this.source, undefined, this.CONSUME(T.Percent) as Token) },
        { ALT: () => monthNode(this.source, this.CONSUME(T.MonthToken) as Token) },
        { ALT: () => textNode(this.source, this.CONSUME(T.Text) as Token) },
        { ALT: () => this.SUBRULE(this.counting) },
        { ALT: () => this.SUBRULE(this.folding) },
        { ALT: () => dateNode(this.source, this.CONSUME(T.DateToken) as Token) },
      ],
    })
  })

  /** Parentheses around one expression leave no node; around several they make a list. */
  private readonly group: Rule<Expression> = this.RULE('group', (): Expression => {
    const first = this.CONSUME(T.OpenParen) as Token
    const items = [this.SUBRULE(this.expression)]
    this.MANY(() => {
      this.CONSUME(T.Comma)
      items.push(this.SUBRULE2(this.expression))
    })
    this.CONSUME(T.CloseParen)
    const [only] = items
    if (only !== undefined && items.length === 1) return only
    return { sort: 'list', items, span: this.spanFrom(first) }
  })

  private readonly counting: Rule<Expression> = this.RULE('counting', (): Expression => {
    const first = this.CONSUME(T.Counting) as Token
    this.CONSUME(T.OpenParen)
    const binders = this.SUBRULE(this.binders)
    this.CONSUME(T.CloseParen)
    const operator = first.image as AggregateOperator
    return { sort: 'aggregate', operator, body: undefined, binders, span: this.spanFrom(first) }
  })

  /** `min` and `max` of several values are calls; all others, and these, go over binders. */
  private readonly folding: Rule<Expression> = this.RULE('folding', (): Expression => {
    const first = this.CONSUME(T.Folding) as Token
    const isCall = (): boolean => first.image === 'min' || first.image === 'max'
    this.CONSUME(T.OpenParen)
    const body = this.SUBRULE(this.expression)
    let binders: readonly Binder[] = []
    const values = [body]
    this.OR({
      ERR_MSG: T.For.LABEL ?? '',
      DEF: [
        {
          ALT: () => {
            this.CONSUME(T.For)
            binders = this.SUBRULE(this.binders)
          },
        },
        {
          GATE: isCall,
          ALT: () => {
            this.AT_LEAST_ONE(() => {
              this.CONSUME(T.Comma)
              values.push(this.SUBRULE2(this.expression))
            })
          },
        },
      ],
    })
    this.CONSUME(T.CloseParen)
    return foldedNode(this.source, first, this.LA(0) as Token, values, binders)
  })

  readonly binders: Rule<readonly Binder[]> = this.RULE('binders', (): readonly Binder[] => {
    const binders = [this.SUBRULE(this.binder)]
    this.MANY(() => {
      this.CONSUME(T.Comma)
      binders.push(this.SUBRULE2(this.binder))
    })
    return binders
  })

  private readonly binder: Rule<Binder> = this.RULE('binder', (): Binder => {
    const first = this.LA(1) as Token
    const { kind, name } = this.SUBRULE(this.variable)
    let domain: Expression | undefined
    let condition: Expression | undefined
    this.OPTION(() => {
      this.CONSUME(T.In)
      domain = this.SUBRULE(this.operation, { ARGS: [RANGE_LEVEL] })
    })
    this.OPTION2(() => {
      this.CONSUME(T.Where)
      condition = this.SUBRULE(this.expression)
    })
    return {
      kind,
      name,
      ...(domain === undefined ? {} : { domain }),
      ...(condition === undefined ? {} : { condition }),
      span: this.spanFrom(first),
    }
  })

  /** A kind and the name of a variable: `family f`. */
  protected readonly variable: Rule<Binder> = this.RULE('variable', (): Binder => {
    const kind = this.OR({
      ERR_MSG: 'a kind and a name, as in `family f`',
      DEF: [{ ALT: () => this.CONSUME(T.Word) }, { ALT: () => this.CONSUME(T.MonthWord) }],
    }) as Token
    const name = this.CONSUME2(T.Word, { ERR_MSG: A_VARIABLE }) as Token
    return {
      kind: makeWord(this.source, kind),
      name: makeWord(this.source, name),
      span: spanOfTokens(this.source, kind, name),
    }
  })

  /** A number with a unit or a length of time behind it. */
  readonly quantity: ParserMethod<[Token | undefined], Quantity> = this.RULE(
    'quantity',
    (sign: Token | undefined) => {
      const number = this.CONSUME(T.NumberToken) as Token
      let unit: Token | undefined
      let per: MeasuredTokens['per']
      this.OPTION(() => {
        unit = this.OR([
          { ALT: () => this.CONSUME(T.Word) },
          { ALT: () => this.CONSUME(T.Text) },
          { ALT: () => this.CONSUME(T.MonthWord) },
        ]) as Token
        this.OPTION2(() => {
          this.CONSUME(T.Per)
          let count: Token | undefined
          this.OPTION3(() => {
            count = this.CONSUME2(T.NumberToken) as Token
          })
          const name = this.OR2({
            ERR_MSG: 'a unit',
            DEF: [{ ALT: () => this.CONSUME2(T.Word) }, { ALT: () => this.CONSUME2(T.Text) }],
          }) as Token
          per = { count, name }
        })
      })
      return measuredNumber(this.source, { sign, number, unit, per })
    },
  )

  /**
   * Called by chevrotain where no alternative fits. Its own way works out all that might have stood
   * there, which nobody reads and which makes a file of errors three times as slow.
   */
  protected raiseNoAltException(_occurrence: number, wanted: string | undefined): never {
    this.nothingFits = new NoViableAltException(wanted ?? '', this.LA(1), this.LA(0))
    throw this.nothingFits
  }

  /** The same where something should stand at least once. */
  protected raiseEarlyExitException(
    _occurrence: number,
    _sort: unknown,
    wanted: string | undefined,
  ): never {
    this.nothingFits = new EarlyExitException(wanted ?? '', this.LA(1), this.LA(0))
    throw this.nothingFits
  }

  /** From a token to the one read last. */
  protected spanFrom(first: Token): Span {
    return spanOfTokens(this.source, first, this.LA(0) as Token)
  }
}
