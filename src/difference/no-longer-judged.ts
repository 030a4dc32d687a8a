/** Findings that are gone because their rule has stopped judging there, and not because it holds. */

import { gather } from '../base/gather.ts'
import type { Month, MonthRange } from '../base/month.ts'
import { inRange, listMonths, makeMonthSet } from '../base/month-set.ts'
import type { Finding } from '../rules/finding.ts'
import { type Answer, judgeAgain } from '../rules/again.ts'
import { factWords } from '../rules/finding-key.ts'
import type { Ends } from './end.ts'
import type { Found } from './found.ts'

export interface Gone {
  readonly mended: readonly Found[]
  readonly unjudged: readonly Found[]
}

/** `gone` are findings of the base that the other side has not; `key` is what it would know them by. */
export function partGone(
  ends: Ends,
  gone: readonly Found[],
  key: (finding: Finding) => string,
): Gone {
  const byRule = gather(gone, ({ finding }) => finding.rule)
  const judged = new Map([...byRule].map(([rule, found]) => [rule, judgedBy(ends, rule, found)]))
  const parts = (is: boolean): readonly Found[] =>
    gone.flatMap(({ finding, months }): readonly Found[] => {
      const isJudged = judged.get(finding.rule) ?? (() => false)
      const fate = (id: string, month: Month | undefined) => isJudged(id, month, finding)
      const id = key(finding)
      if (months.length === 0) return fate(id, undefined) === is ? [{ finding, months }] : []
      const own = listMonths(makeMonthSet(months)).filter((month) => fate(id, month) === is)
      const kept = makeMonthSet(own.map((month) => ({ from: month, to: month })))
      return own.length === 0 ? [] : [{ finding, months: kept }]
    })
  return { mended: parts(true), unjudged: parts(false) }
}

/** Whether the other side judges an instance, and finds nothing. */
function judgedBy(
  ends: Ends,
  name: string,
  found: readonly Found[],
): (key: string, month: Month | undefined, finding: Finding) => boolean {
  const { other, renamed } = ends
  const { rulebook, judgement } = other.review
  const off = judgement.outcomes.some((each) => each.rule === name && each.severity === 'off')
  const fact = [...rulebook.rules, ...rulebook.objectives].find((each) => each.name === name)
  const rule = fact === undefined || off ? undefined : rulebook.compile(fact)
  const facts = found.flatMap(({ finding }) => finding.about)
  const called = (family: string): string => renamed.get(family) ?? family
  const about = new Set(facts.map((fact) => factWords(fact, called)))
  const answers = rule && judgeAgain(rule, about)
  if (answers === undefined) return () => false
  return (key, month, finding) => {
    const answer: Answer = answers(key, month)
    if (answer === 'none') return !isPast(ends, month) && !isUnsaid(ends, finding, month)
    return answer !== 'unknown'
  }
}

/**
 * Where a rule's conditions leave nothing to judge, what was wrong is gone: a change that was taken back,
 * a waiver nobody needs. Unless time went by: then the rule looks at other months.
 */
function isPast({ base, other }: Ends, month: Month | undefined): boolean {
  const [was, is] = [base.review.model, other.review.model]
  if (was.cycle?.name !== is.cycle?.name) return true
  const has = (range: MonthRange | undefined): boolean =>
    month !== undefined && range !== undefined && inRange(range, month)
  return (has(was.horizon) && !has(is.horizon)) || (has(was.past) && !has(is.past))
}

/** A number that nobody says any more is not right now: its plan may have been taken out. */
function isUnsaid(
  { base, other, renamed }: Ends,
  finding: Finding,
  month: Month | undefined,
): boolean {
  return finding.places.some(({ cell }) => {
    if (cell === undefined || typeof cell.version !== 'string') return false
    const { version, series, subject } = cell
    const at = month ?? cell.month
    const called = renamed.get(subject.name ?? '') ?? subject.name
    const { model, facts } = other.review
    const twin =
      called === undefined ? facts.of(subject.kind)[0] : facts.named(subject.kind, called)
    const isSaid = twin !== undefined && model.stated(version, series, twin, at)
    return base.review.model.stated(version, series, subject, at) && !isSaid
  })
}
