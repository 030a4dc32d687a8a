// What a line of a rule was most likely to say, where it goes on with something that does not fit.

import { closest } from '../src/base/suggest.ts'
import { ruleWords } from './kinds.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'

const RULE_WORDS: ReadonlySet<string> = new Set(ruleWords)

/** Words that other languages put where this one has something else. */
const INSTEAD: Readonly<Record<string, string>> = {
  to: 'months go from one to another as in `2026-11 .. 2027-02`',
  and: 'what a rule goes through stands behind commas: `family f, month t in horizon`',
  for: 'what a rule goes through stands behind commas: `family f, month t in horizon`',
  where:
    'a condition on what is counted stands inside the parentheses; one of the rule is a line of its own',
  if: 'a condition of the rule is a line of its own, as in `where t != horizon.first`',
}

/** Whether a line is one of the rule language. */
export function isRuleWord(head: string): boolean {
  return RULE_WORDS.has(head)
}

/** A line that a misspelt word made a plan line of; undefined where its word is like none. */
export function misspeltRuleWord(head: string, found: Token): string | undefined {
  const reckons = found.tokenType === T.OpenParen || T.isOperator(found)
  const near = reckons ? closest(head, ruleWords) : undefined
  return near === undefined ? undefined : `did you mean \`${near}\`?`
}

/** What to write instead; undefined where that is not told. */
export function ruleHint(head: string, tokens: readonly Token[], at: number): string | undefined {
  return aroundOf(tokens, at) ?? (isRuleWord(head) ? INSTEAD[tokens[at]?.image ?? ''] : undefined)
}

/** How a count or a sum is written, where the token stands in one. */
function aroundOf(tokens: readonly Token[], end: number): string | undefined {
  let depth = 0
  for (let at = end - 1; at > 0; at -= 1) {
    const type = tokens[at]?.tokenType
    if (type === T.CloseParen) depth += 1
    if (type !== T.OpenParen) continue
    if (depth > 0) depth -= 1
    else return howWritten(tokens[at - 1])
  }
  return undefined
}

function howWritten(token: Token | undefined): string | undefined {
  const name = token?.image ?? ''
  if (token?.tokenType === T.Counting) {
    return `\`${name}\` takes what to go through: \`${name}(month t in horizon where …)\``
  }
  if (token?.tokenType !== T.Folding) return undefined
  const several = name === 'min' || name === 'max' ? `, or several values: \`${name}(a, b)\`` : ''
  return `\`${name}\` takes a value, and then what to go through: \`${name}(… for month t in horizon)\`${several}`
}
