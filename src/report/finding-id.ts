/** A finding's id: the same for as long as it says the same of the same things, wherever they stand. */

import { printMonth } from '../base/month.ts'
import { compareSpans } from '../base/source.ts'
import { portableSha256 } from '../base/sha256.ts'
import type { Finding, Judgement } from '../rules/finding.ts'

/** Hexadecimal digits: 64 bits are plenty for the findings of one workspace. */
const LENGTH = 16

/** The id of each finding, each only once. */
export type FindingIds = ReadonlyMap<Finding, string>

/** 16 hexadecimal digits over a finding's key and months. Two findings may share one: see `findingIds`. */
export function findingId({ key, months }: Pick<Finding, 'key' | 'months'>): string {
  const when = months.map(({ from, to }) => [printMonth(from), printMonth(to)])
  return shortHash(JSON.stringify([key, when]))
}

/** 16 hexadecimal digits over a text. */
export function shortHash(text: string): string {
  return portableSha256(text).slice(0, LENGTH)
}

/**
 * The ids of a run's findings: of twins, the second by place ends in `-2`. All of the run count, shown
 * or not, open or waived, so that an id is the same in each form of a report and whatever was asked for.
 */
export function findingIds({ findings, todos, waived }: Judgement): FindingIds {
  const seen = new Map<string, number>()
  const ids = [...findings, ...todos, ...waived]
    .toSorted((a, b) => compareSpans(a.span, b.span))
    .map((finding): readonly [Finding, string] => {
      const id = findingId(finding)
      const count = (seen.get(id) ?? 0) + 1
      seen.set(id, count)
      return [finding, count === 1 ? id : `${id}-${count}`]
    })
  return new Map(ids)
}
