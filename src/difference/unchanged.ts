/** What the two sides have in common word for word: most of a plan, so that only the rest is compared. */

import { textOf } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import type { Statement } from '../../grammar/tree.ts'
import { mayReadItems } from '../syntax/reads-items.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import type { End } from './end.ts'

/** Statements of both sides, and the families whose numbers may differ. */
export interface Unchanged {
  /** Whether the other side has a statement with the same text, in whatever file. */
  readonly says: (fact: Fact) => boolean
  /** Whether the numbers of the family's plans may differ. */
  readonly touches: (family: string) => boolean
}

export function unchangedBetween(base: End, other: End): Unchanged {
  const before = statementsOf(base)
  const after = statementsOf(other)
  const same = sameTexts(before, after)
  // Two cycles of the same files differ in all they plan.
  const [was, is] = [base.review.model, other.review.model]
  const alike = was.cycle?.name === is.cycle?.name && was.scenario?.name === is.scenario?.name
  const touched = alike ? touchedBy(base, before, same) : undefined
  const now = touched && touchedBy(other, after, same)
  return {
    says: ({ statement }) => statement !== undefined && same.has(statement),
    touches: (family) =>
      touched === undefined || now === undefined || touched.has(family) || now.has(family),
  }
}

function statementsOf({ review }: End): readonly Statement[] {
  return review.trees.flatMap(({ source, statements }) => (source.builtIn ? [] : statements))
}

/** Those that stand on the other side, too: what stands twice here and once there, once. */
function sameTexts(
  before: readonly Statement[],
  after: readonly Statement[],
): ReadonlySet<Statement> {
  const same = new Set<Statement>()
  // Most stand where they stood: texts that are long are compared, and looked up only where they moved.
  for (const [at, statement] of before.entries()) {
    const twin = after[at]
    if (twin === statement || (twin && textOf(twin.span) === textOf(statement.span))) {
      same.add(statement).add(twin)
    }
  }
  const left = new Map<string, Statement[]>()
  for (const statement of after) {
    if (same.has(statement)) continue
    const text = textOf(statement.span)
    const twins = left.get(text)
    if (twins === undefined) left.set(text, [statement])
    else twins.push(statement)
  }
  for (const statement of before) {
    const twin = same.has(statement) ? undefined : left.get(textOf(statement.span))?.pop()
    if (twin !== undefined) same.add(statement).add(twin)
  }
  return same
}

/**
 * The families of the statements that changed, where each is a table of a family in a cycle. Any other
 * statement may change every number: a unit, a horizon, a price. Undefined is every family.
 */
function touchedBy(
  { review: { facts, trees } }: End,
  statements: readonly Statement[],
  same: ReadonlySet<Statement>,
): ReadonlySet<string> | undefined {
  const changed = new Set(statements.filter((statement) => !same.has(statement)))
  // What a file of items says is no part of the texts compared.
  const lent = trees.some(({ source }) => !source.builtIn && mayReadItems(source))
  if (lent || !facts.complete) return undefined
  const touched = new Set<string>()
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      if (fact.statement === undefined || !changed.has(fact.statement)) continue
      const family = factIn(fact, 'family')?.name
      const ofCycle = VERSION_NAMES.includes(fact.kind) && factIn(fact, 'cycle') !== undefined
      if (!ofCycle || family === undefined) return undefined
      touched.add(family)
      changed.delete(fact.statement)
    }
  }
  return changed.size === 0 ? touched : undefined
}
