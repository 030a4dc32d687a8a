/** Commitments that a change touches, and whether their seals hold. */

import type { Fact } from '../facts/fact.ts'
import { factIn, factsIn, nameOf, textIn, wordIn } from '../facts/fact.ts'
import { sealNow } from '../rules/seals.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { End, Ends } from './end.ts'
import type { Sheet } from './sheets.ts'
import type { Unchanged } from './unchanged.ts'

/** Not judged: what was committed to cannot be read. */
export type Standing = 'sealed, holds' | 'sealed, broken' | 'sealed, not judged' | 'not sealed'

export interface CommitmentChange {
  readonly series: string
  readonly family: string
  readonly cycle: string
  readonly by: string
  /** Undefined where that side has no such commitment. */
  readonly old: Standing | undefined
  readonly new: Standing | undefined
  /** Whether a number that it is about changed. */
  readonly touched: boolean
  /** Whether it carries another seal than before. */
  readonly resealed: boolean
}

interface Held {
  readonly key: string
  readonly commit: Fact
  readonly family: Fact
}

export function commitmentChanges(
  ends: Ends,
  sheets: readonly Sheet[],
  same: Unchanged,
): readonly CommitmentChange[] {
  const { base, other, renamed } = ends
  const before = byKey(held(base, (name) => renamed.get(name) ?? name))
  const after = byKey(held(other, (name) => name))
  const changed = changedPlans(ends, sheets)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(
    (key): readonly CommitmentChange[] => {
      const [old, now] = [before.get(key), after.get(key)]
      const own = now ?? old
      if (own === undefined) return []
      const touched = changed.has(planKey(own, renamed))
      // Working out a seal takes longer than seeing that nothing could have changed.
      const kept = old && now && same.says(old.commit) && same.says(now.commit)
      if (!touched && kept && !same.touches(nameOf(now.family))) return []
      const sides = { old: old && standing(base, old), new: now && standing(other, now) }
      const resealed =
        old !== undefined &&
        now !== undefined &&
        textIn(old.commit, 'as') !== textIn(now.commit, 'as')
      if (!touched && !resealed && sides.old === sides.new) return []
      const { commit, family } = own
      if (!resealed && isClosedWorth(other, own)) return []
      const by = factIn(commit, 'by')
      return [
        {
          series: wordIn(commit, 'series') ?? '',
          family: nameOf(family),
          cycle: nameOf(factIn(commit, 'cycle') ?? commit),
          by: by === undefined ? '' : nameOf(by),
          ...sides,
          touched,
          resealed,
        },
      ]
    },
  )
}

/**
 * What the plan of a closed cycle was worth moves with every price that is stated since: nobody is asked
 * to commit to it again.
 */
function isClosedWorth({ review }: End, { commit }: Held): boolean {
  const { dimension } = seriesSpec(wordIn(commit, 'series') ?? '') ?? {}
  return dimension === 'money' && wordsOf(commit, 'cycle') !== review.model.cycle?.name
}

function held({ review }: End, called: (name: string) => string): readonly Held[] {
  const { facts, model } = review
  return facts.of('commit').flatMap((commit) => {
    const named = factsIn(commit, 'families').filter(({ kind }) => kind === 'family')
    const series = wordIn(commit, 'series') ?? ''
    const unsaid = named.length === 0 && !commit.damaged
    const families = unsaid ? ownedBy(model.families, commit, series) : named
    const words = [series, wordsOf(commit, 'cycle'), wordsOf(commit, 'by')]
    return families.map((family) => ({
      key: [...words, called(nameOf(family))].join('\n'),
      commit,
      family,
    }))
  })
}

/** A commitment that names no family is to all that its role owns. */
function ownedBy(families: readonly Fact[], commit: Fact, series: string): readonly Fact[] {
  const by = factIn(commit, 'by')
  const owned = families.filter((family) =>
    (family.lines.get('owner') ?? []).some(
      (line) => wordIn(line, 'for') === series && factIn(line, 'role') === by,
    ),
  )
  return owned.length > 0 ? owned : families
}

function wordsOf(fact: Fact, field: string): string {
  const named = factIn(fact, field)
  return named === undefined ? '' : nameOf(named)
}

function byKey(all: readonly Held[]): ReadonlyMap<string, Held> {
  return new Map(all.map((each) => [each.key, each]))
}

function standing({ review }: End, { commit, family }: Held): Standing {
  const seal = textIn(commit, 'as')
  const cycle = factIn(commit, 'cycle')
  if (seal === undefined) return 'not sealed'
  const now = cycle && sealNow(review.model, wordIn(commit, 'series') ?? '', family, cycle)
  if (now === undefined) return 'sealed, not judged'
  return now === seal ? 'sealed, holds' : 'sealed, broken'
}

function changedPlans({ base, other }: Ends, sheets: readonly Sheet[]): ReadonlySet<string> {
  const cycles = [base, other].flatMap(({ review }) => review.model.cycle ?? []).map(nameOf)
  return new Set(
    sheets.flatMap(({ version, subject, lines }) =>
      lines.flatMap(({ what }) =>
        (version === 'plan' ? cycles : [version]).map((cycle) =>
          [cycle, subject.name, what].join('\n'),
        ),
      ),
    ),
  )
}

function planKey({ commit, family }: Held, renamed: ReadonlyMap<string, string>): string {
  const name = renamed.get(nameOf(family)) ?? nameOf(family)
  return [wordsOf(commit, 'cycle'), name, wordIn(commit, 'series') ?? ''].join('\n')
}
