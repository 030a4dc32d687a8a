/** Accepting a finding: the statement that waives it, with owner, date and a place for the reason. */

import { printMonth, printMonths } from '../base/month.ts'
import { spanOf } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn } from '../facts/fact.ts'
import { kindsIn } from '../facts/resolve.ts'
import { written } from '../facts/wanted.ts'
import type { Finding } from '../rules/finding.ts'
import { fieldSpec } from '../rules/kind-fields.ts'
import { subjectsOf } from '../rules/waivers.ts'
import { statementAtEnd } from './action-edits.ts'
import type { Action } from './action.ts'
import type { Problem } from './problems.ts'
import type { Snapshot } from './snapshot.ts'
import { asSnippet, asText } from './to-fill.ts'

export function waiveActions(snapshot: Snapshot, problems: readonly Problem[]): readonly Action[] {
  return problems.flatMap((problem): readonly Action[] => {
    const { finding, span, code } = problem
    const by = finding && ownerOf(snapshot)
    if (finding === undefined || by === undefined) return []
    const { length } = span.source.text
    const end = spanOf(span.source, length, length)
    const lines = waiverOf(snapshot, finding, by)
    return [
      {
        title: `Waive ${code} here`,
        kind: 'write',
        // Without a reason the checker asks for one.
        edits: [statementAtEnd(end, lines.map(asText))],
        snippet: asSnippet(snapshot.review.facts, statementAtEnd(end, lines).text),
        problem,
        preferred: false,
      },
    ]
  })
}

function waiverOf(snapshot: Snapshot, finding: Finding, by: string): readonly string[] {
  const { horizon } = snapshot.review.model
  const names = aboutOf(finding).flatMap(({ name }) => (name === undefined ? [] : [written(name)]))
  const from = finding.months[0]?.from
  const to = finding.months.at(-1)?.to
  const months = from === undefined || to === undefined ? '' : ` ${printMonths(from, to)}`
  const about = names.length === 0 ? '' : ` about ${names.join(', ')}${months}`
  const until = to ?? horizon?.to
  return [
    `waive ${written(finding.rule)}${about} {`,
    `  by ${written(by)}${until === undefined ? '' : ` until ${printMonth(until)}`}`,
    '  because "…"',
    '}',
  ]
}

/** Of the facts it is about, those that a waiver can name. */
function aboutOf(finding: Finding): readonly Fact[] {
  const field = fieldSpec('waive', 'about')
  const kinds = field === undefined ? [] : kindsIn(field.type)
  return subjectsOf(finding).filter(({ kind }) => kinds.includes(kind))
}

/** The leader of the business, else the first role. */
function ownerOf({ review: { facts } }: Snapshot): string | undefined {
  const business = facts.of('business')[0]
  const leader = business && factIn(business, 'leader')
  return (leader ?? facts.of('role')[0])?.name
}
