/** Names in the small plans of tests: what a test declares itself, and what it sees around it. */

import type { Span } from '../base/source.ts'
import { builtInTrees } from '../built-in/trees.ts'
import { bind } from '../facts/bind.ts'
import type { Facts } from '../facts/fact.ts'
import type { Review } from '../pipeline.ts'
import { testsOf } from '../trials/rule-tests.ts'
import { worldOf } from '../trials/world.ts'
import { factMentions } from './fact-mentions.ts'
import { type Mention, sameSpan, type Target } from './mention.ts'
import { enclosedMentions } from './rule-mentions.ts'
import { targetNamed } from './targets.ts'

export function* testMentions(review: Review): Generator<Mention> {
  for (const test of testsOf(review)) {
    const { statement } = test
    if (statement === undefined) continue
    const trees = [...builtInTrees(), ...worldOf(test, review).trees]
    const { facts } = bind(trees, { readItems: () => ({ problem: 'a test reads no files' }) })
    for (const mention of [...factMentions(facts), ...enclosedMentions(facts, statement)]) {
      if (!isWithin(mention.span, statement.span)) continue
      const target = targetOutside(review.facts, mention.target, statement.span)
      if (target !== undefined) yield { ...mention, target }
    }
  }
}

/** What a test sees of the workspace is the same thing there; what it declares is its own. */
function targetOutside(facts: Facts, target: Target, test: Span): Target | undefined {
  const { declaration, fact, name } = target
  if (fact === undefined || isWithin(declaration, test)) return target
  const outside = targetNamed(facts, [fact.kind], name)
  return outside !== undefined && sameSpan(outside.declaration, declaration) ? outside : undefined
}

function isWithin({ source, start, end }: Span, outer: Span): boolean {
  return source === outer.source && start >= outer.start && end <= outer.end
}
