// Makes of the parser's one error on a line what a planner can act on.

import type { IRecognitionException } from 'chevrotain'
import type { Span } from '../src/base/source.ts'
import type { Extras } from '../src/diagnostics/define.ts'
import { connectives } from './kinds.ts'
import { operatorOf } from './operators.ts'
import { planHint } from './plan-hints.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import { isRuleWord, misspeltRuleWord, ruleHint } from './rule-hints.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'
import { AN_ARGUMENT, NOTHING_MORE } from './wanted.ts'

const connectiveWords: ReadonlySet<string> = new Set(connectives)
const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

/** A line's tokens, and its first word where that is none of them. */
export interface Mistaken {
  readonly tokens: readonly Token[]
  readonly head: Span
}

/** Reports the error. */
export function reportMistake(
  problems: Problems,
  line: Mistaken,
  error: IRecognitionException,
): void {
  const at = placeOf(line.tokens, error)
  const found = line.tokens[at]
  const before = line.tokens[at - 1]
  const wanted = error.message
  const beforeSpan = before === undefined ? line.head : spanOf(problems, before)
  const beforeText = brief(textAt(problems, beforeSpan))
  if (wanted !== NOTHING_MORE && before !== undefined && T.isPreposition(before)) {
    if (wanted === AN_ARGUMENT) {
      const preposition = before.image
      return problems.add(report('clause-without-argument', beforeSpan, { preposition }))
    }
  }
  if (found === undefined) {
    const values = { wanted, before: beforeText }
    const extras = wanted === T.CloseParen.LABEL ? openedAt(problems, line.tokens, at) : {}
    return problems.add(report('something-missing', beforeSpan, values, extras))
  }
  const span = spanOf(problems, found)
  const text = brief(textAt(problems, span))
  const head = textAt(problems, line.head)
  const named = startsArgument(before, line.tokens[0]) && namesWanted(wanted, line.tokens)
  if (isNoName(found) && !isRuleWord(head) && named) {
    const mends = [mend(`write "${text}"`, [span, `"${text}"`])]
    return problems.add(report('keyword-as-name', span, { found: text }, { mends }))
  }
  const hint = ruleHint(head, line.tokens, at)
  if (wanted === NOTHING_MORE) {
    const values = { found: text, before: beforeText }
    const help = hint ?? misspeltRuleWord(head, found)
    const likely = isRuleWord(head) ? undefined : planHint(problems, line.tokens, at)
    const extras = help === undefined ? (likely ?? helpFor(found)) : { help }
    return problems.add(report('something-too-many', span, values, extras))
  }
  const values = { wanted, before: beforeText, found: text }
  const extras = hint === undefined ? {} : { help: hint }
  problems.add(report('something-else-expected', span, values, extras))
}

/** Reports a range of months that ends before it begins. */
export function reportBackwards(problems: Problems, span: Span): void {
  const [from = '', to = ''] = textAt(problems, span).split(/[\s.]+/)
  const mends = [mend(`write ${to} .. ${from}`, [span, `${to} .. ${from}`])]
  problems.add(report('months-backwards', span, { from, to }, { mends }))
}

/** Where in the line the error is: its length when the line stops early. */
function placeOf(tokens: readonly Token[], error: IRecognitionException): number {
  const { startOffset } = error.token
  if (Number.isNaN(startOffset)) return tokens.length
  return tokens.findIndex((token) => token.startOffset === startOffset)
}

/** In an expression a word of the language may well stand, though not here. */
function namesWanted(wanted: string, tokens: readonly Token[]): boolean {
  if (wanted === AN_ARGUMENT || wanted === T.Word.LABEL) return true
  return wanted === NOTHING_MORE && !tokens.some((token) => token.tokenType === T.Equals)
}

function isNoName(token: Token): boolean {
  return connectiveWords.has(token.image) || T.isPreposition(token)
}

/** Behind a name or a number a word of the language is out of its place, and hardly a name itself. */
function startsArgument(before: Token | undefined, first: Token | undefined): boolean {
  if (before === undefined || before === first || before.tokenType === T.Comma) return true
  return T.isPreposition(before)
}

function helpFor(found: Token): Extras {
  if (found.tokenType === T.CloseParen) return { help: 'no parenthesis is open here' }
  const operator = operatorOf(found.image)
  if (operator === undefined || operator.chains) return {}
  return COMPARISONS.has(found.image)
    ? { help: 'compare twice, joined by `and`, or use `between`' }
    : { help: `put what \`${found.image}\` stands between in parentheses` }
}

function openedAt(problems: Problems, tokens: readonly Token[], end: number): Extras {
  let depth = 0
  for (let at = end - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token?.tokenType === T.CloseParen) depth += 1
    if (token?.tokenType !== T.OpenParen) continue
    if (depth === 0) return { labels: [{ span: spanOf(problems, token), text: 'opened here' }] }
    depth -= 1
  }
  return {}
}

function spanOf(problems: Problems, token: Token): Span {
  return problems.span(token.startOffset, token.endOffset + 1)
}

function textAt(problems: Problems, span: Span): string {
  return problems.source.text.slice(span.start, span.end)
}
