/** Which policies a rule reads, by itself or through the functions it calls; and which about a family. */

import type { Fact, Facts } from '../facts/fact.ts'
import type { Expression } from '../../grammar/tree.ts'
import { partsOf } from '../syntax/expression-parts.ts'
import { judgedIn } from './judged.ts'
import type { Policies } from './policy.ts'
import { expressionsOf } from './written-lines.ts'

/** The names of the policies that a rule reads, in their order. */
export function policiesReadBy(rule: Fact, facts: Facts, policies: Policies): readonly string[] {
  const words = wordsRead(rule, facts)
  return [...policies.keys()].filter((name) => words.has(name)).toSorted()
}

/** Whether anything reads the value about a family: else one of its own would change nothing. */
export function isReadAboutFamilies(policy: string, facts: Facts): boolean {
  const asks = (expression: Expression): boolean =>
    (expression.sort === 'call' &&
      expression.callee.sort === 'word' &&
      expression.callee.text === policy) ||
    partsOf(expression).some(asks)
  const bodies = facts.of('define').flatMap((fact) => fact.statement?.define?.body ?? [])
  return bodies.some(asks) || judgedIn(facts).some((rule) => expressionsOf(rule).some(asks))
}

/** All words that a rule's expressions hold, and those of the functions that it calls. */
function wordsRead(rule: Fact, facts: Facts): ReadonlySet<string> {
  const bodies = new Map(
    facts.of('define').map((fact) => [fact.name ?? '', fact.statement?.define?.body]),
  )
  const words = new Set<string>()
  const visit = (word: string): void => {
    if (words.has(word)) return
    words.add(word)
    const body = bodies.get(word)
    if (body !== undefined) visitWords(body, visit)
  }
  for (const expression of expressionsOf(rule)) visitWords(expression, visit)
  return words
}

function visitWords(expression: Expression, visit: (word: string) => void): void {
  if (expression.sort === 'word') visit(expression.text)
  for (const part of partsOf(expression)) visitWords(part, visit)
}
