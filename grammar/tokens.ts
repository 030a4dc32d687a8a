// The token types of a line. The lexer makes the tokens, the line parser's grammar names the types.

import type { TokenType } from 'chevrotain'
import { connectives, prepositions } from './kinds.ts'

/** A token; its offsets are true offsets in the source, `endOffset` is the last character's. */
export interface Token {
  readonly image: string
  readonly startOffset: number
  readonly endOffset: number
  readonly tokenType: TokenType
}

/** What chevrotain needs besides it is given where chevrotain is loaded. */
function type(name: string, label: string, categories: TokenType[] = []): TokenType {
  return { name, LABEL: label, CATEGORIES: categories }
}

function symbol(name: string, text: string, categories: TokenType[] = []): TokenType {
  return type(name, `\`${text}\``, categories)
}

export const Preposition = type('Preposition', 'a preposition')
/** Any binary operator but `in`, which is a preposition as well. */
export const Operator = type('Operator', 'an operator')

export const Word = type('Word', 'a name')
export const Text = type('Text', 'a text in quotes')
export const NumberToken = type('Number', 'a number')
export const Percent = type('Percent', 'a percentage')
export const MonthToken = type('Month', 'a month')
export const DateToken = type('Date', 'a date')
/** `count` or `exists`, and `sum` and its like, before a parenthesis. */
export const Counting = type('Counting', 'count')
export const Folding = type('Folding', 'sum')

export const Comma = symbol('Comma', ',')
export const OpenParen = symbol('OpenParen', '(')
export const CloseParen = symbol('CloseParen', ')')
export const Dot = symbol('Dot', '.')
export const Range = symbol('Range', '..', [Operator])
export const Equals = symbol('Equals', '=', [Operator])
export const Plus = symbol('Plus', '+', [Operator])
export const Minus = symbol('Minus', '-', [Operator])
const Times = symbol('Times', '*', [Operator])
const Over = symbol('Over', '/', [Operator])
const Unequal = symbol('Unequal', '!=', [Operator])
const Less = symbol('Less', '<', [Operator])
const LessOrEqual = symbol('LessOrEqual', '<=', [Operator])
const Greater = symbol('Greater', '>', [Operator])
const GreaterOrEqual = symbol('GreaterOrEqual', '>=', [Operator])

/** The operators that are no words, longest first. */
export const operatorTypes: ReadonlyMap<string, TokenType> = new Map([
  ['..', Range],
  ['!=', Unequal],
  ['<=', LessOrEqual],
  ['>=', GreaterOrEqual],
  ['=', Equals],
  ['<', Less],
  ['>', Greater],
  ['+', Plus],
  ['-', Minus],
  ['*', Times],
  ['/', Over],
  ['.', Dot],
  [',', Comma],
  ['(', OpenParen],
  [')', CloseParen],
])

const operatorWords: ReadonlySet<string> = new Set(['and', 'or'])

/** The words that are no names, each with a type of its own. */
export const wordTypes: ReadonlyMap<string, TokenType> = new Map<string, TokenType>([
  ...prepositions.map((word) => [word, symbol(word, word, [Preposition])] as const),
  ...connectives.map((word) => {
    return [word, symbol(word, word, operatorWords.has(word) ? [Operator] : [])] as const
  }),
])

function wordType(word: string): TokenType {
  return wordTypes.get(word) ?? Word
}

export const For = wordType('for')
export const In = wordType('in')
export const Per = wordType('per')
export const And = wordType('and')
export const Not = wordType('not')
export const If = wordType('if')
export const Then = wordType('then')
export const Else = wordType('else')
export const Between = wordType('between')
export const Where = wordType('where')
export const At = wordType('at')
export const MonthWord = wordType('month')

export const allTokenTypes: TokenType[] = [
  ...new Set([
    Preposition,
    Operator,
    Word,
    Text,
    NumberToken,
    Percent,
    MonthToken,
    DateToken,
    Counting,
    Folding,
    ...operatorTypes.values(),
    ...wordTypes.values(),
  ]),
]

/** Whether a token begins a clause. */
export function isPreposition({ tokenType }: Token): boolean {
  return tokenType.CATEGORIES?.includes(Preposition) === true
}

/** Whether it is a binary operator, be it a word: not `in`. */
export function isOperator({ tokenType }: Token): boolean {
  return tokenType.CATEGORIES?.includes(Operator) === true
}
