/** The vocabulary: every kind of statement. To add a kind is to add an entry to one of its lists. */

import { businessKinds } from './business.ts'
import { changeKinds } from './changes.ts'
import { familyKinds } from './families.ts'
import { peopleKinds } from './people.ts'
import { planKinds } from './plans.ts'
import { policyKinds } from './policy.ts'
import type { KindSpec, LineSpec } from './spec.ts'
import { supplyKinds } from './supply.ts'

/** The kinds that stand at the top of a file, in the order of the language reference. */
export const VOCABULARY: readonly KindSpec[] = [
  ...businessKinds,
  ...familyKinds,
  ...supplyKinds,
  ...policyKinds,
  ...planKinds,
  ...peopleKinds,
  ...changeKinds,
]

const topByKeyword = new Map(VOCABULARY.map((spec) => [keywordOf(spec), spec]))

const linesOf = new Map<KindSpec, ReadonlyMap<string, LineSpec>>()

const byKind = new Map<string, KindSpec | LineSpec>()
for (const spec of VOCABULARY) remember(spec)

export function keywordOf(spec: KindSpec): string {
  return spec.keyword ?? spec.kind
}

/** The kind that a keyword at the top of a file begins. */
export function topKind(keyword: string): KindSpec | undefined {
  return topByKeyword.get(keyword)
}

/** The kind that a keyword begins in the block of another. */
export function lineKind(parent: KindSpec, keyword: string): LineSpec | undefined {
  let lines = linesOf.get(parent)
  if (lines === undefined) {
    lines = new Map((parent.lines ?? []).map((spec) => [keywordOf(spec), spec]))
    linesOf.set(parent, lines)
  }
  return lines.get(keyword)
}

/** A kind by its own name, wherever it stands. */
export function kindSpec(kind: string): KindSpec | LineSpec | undefined {
  return byKind.get(kind)
}

export function allKinds(): IterableIterator<KindSpec | LineSpec> {
  return byKind.values()
}

function remember(spec: KindSpec): void {
  byKind.set(spec.kind, spec)
  for (const line of spec.lines ?? []) remember(line)
}
