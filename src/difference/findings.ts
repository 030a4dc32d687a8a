/** Findings on both sides: new, gone, still there and waived, known again wherever lines went. */

import { gather } from '../base/gather.ts'
import { listMonths, makeMonthSet } from '../base/month-set.ts'
import { saidBefore } from '../base/said-before.ts'
import type { Finding } from '../rules/finding.ts'
import { findingKey } from '../rules/finding-key.ts'
import type { End, Ends } from './end.ts'
import type { Found } from './found.ts'
import { partGone } from './no-longer-judged.ts'

export interface FindingChanges {
  readonly new: readonly Found[]
  readonly mended: readonly Found[]
  /** Not found on the other side, because the rule has stopped judging there. */
  readonly unjudged: readonly Found[]
  readonly still: readonly Found[]
  /** Waived on the other side and not before. */
  readonly waived: readonly Found[]
}

type Key = (finding: Finding) => string

/** What is still to be done counts as found. */
export function findingChanges(ends: Ends): FindingChanges {
  const { base, other, renamed } = ends
  const before: Key = (finding) => findingKey(finding, (name) => renamed.get(name) ?? name)
  const after: Key = ({ key }) => key
  const was = { found: foundIn(base), waived: base.review.judgement.waived }
  const is = { found: foundIn(other), waived: other.review.judgement.waived }
  const known = monthsByKey(was.found, before)
  const now = monthsByKey([...is.found, ...is.waived], after)
  return {
    new: parted(is.found, after, known, false),
    ...partGone(ends, parted(was.found, before, now, false), before),
    still: withWords(parted(is.found, after, known, true), gather(was.found, wordedAlike(before))),
    waived: parted(is.waived, after, monthsByKey(was.waived, before), false),
  }
}

/** Under another name a finding says the same in other words: these are not compared. */
function wordedAlike(key: Key): (finding: Finding) => string | undefined {
  return (finding) => (key(finding) === finding.key ? finding.key : undefined)
}

function withWords(
  still: readonly Found[],
  was: ReadonlyMap<string, readonly Finding[]>,
): readonly Found[] {
  return still.map((found) => {
    const before = saidBefore(found.finding, was.get(found.finding.key) ?? [])
    return before === undefined ? found : { ...found, before }
  })
}

function foundIn({ review }: End): readonly Finding[] {
  return [...review.judgement.findings, ...review.judgement.todos]
}

function monthsByKey(
  findings: readonly Finding[],
  key: Key,
): ReadonlyMap<string, ReadonlySet<number>> {
  const known = new Map<string, Set<number>>()
  for (const finding of findings) {
    const months = known.get(key(finding)) ?? new Set<number>()
    known.set(key(finding), months)
    for (const month of listMonths(makeMonthSet(finding.months))) months.add(month)
  }
  return known
}

/** Of each finding the months that the other side has, or has not. */
function parted(
  findings: readonly Finding[],
  key: Key,
  there: ReadonlyMap<string, ReadonlySet<number>>,
  has: boolean,
): readonly Found[] {
  return findings.flatMap((finding): readonly Found[] => {
    const months = there.get(key(finding))
    if (finding.months.length === 0) {
      return (months !== undefined) === has ? [{ finding, months: [] }] : []
    }
    const left = listMonths(makeMonthSet(finding.months)).filter(
      (month) => (months?.has(month) ?? false) === has,
    )
    if (left.length === 0) return []
    return [{ finding, months: makeMonthSet(left.map((month) => ({ from: month, to: month }))) }]
  })
}
