/** What messages and reasons call a fact: `family pumps`, `meeting executive`, `opening`. */

import type { Fact } from '../facts/fact.ts'
import { nameOf } from '../facts/fact.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'

export function wordsOfFact(fact: Fact | undefined): string {
  if (fact === undefined) return 'something unknown'
  const kind = keywordOf(fact.spec)
  const name = nameOf(fact)
  if (name !== fact.kind) return `${kind} ${name}`
  return fact.parent === undefined ? kind : `${kind} of ${wordsOfFact(fact.parent)}`
}
