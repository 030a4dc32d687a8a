/** Findings that a change brings in, mends or leaves: by rule in the summary, all of them folded. */

import type { FindingChanges } from '../difference/findings.ts'
import type { Found } from '../difference/found.ts'
import {
  type Block,
  details,
  faint,
  GAP,
  list,
  paragraph,
  piece,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import { SEVERITIES } from '../diagnostics/severity.ts'
import { type Reach, restOf } from './reach.ts'
import { counted, monthsText } from './words.ts'

/** Rules of the summary. */
const MOST_RULES = 8

/** A line for each rule, with its first finding: the summary fits a screen. */
export function newFindings({ new: found }: FindingChanges): readonly Block[] {
  const groups = byRule(worstFirst(found))
  if (groups.length === 0) return []
  const items = groups
    .slice(0, MOST_RULES)
    .map(([first, ...others]) => [
      ...foundText(first),
      ...(others.length === 0 ? [] : [faint(` (and ${others.length} more of this rule)`)]),
    ])
  const left = groups.length - MOST_RULES
  const rest = left > 0 ? [`And ${counted(left, 'more rule')}, below.`] : []
  return [paragraph([strong('Findings that this brings in:')]), list([...items, ...rest]), GAP]
}

/** Those of the summary stand here again only where it has not said them all. */
export function findingDetails(findings: FindingChanges, reach: Reach): readonly Block[] {
  const { new: brought, mended, unjudged, waived, still } = findings
  const groups = byRule(brought)
  const told = groups.length <= MOST_RULES && groups.every((group) => group.length === 1)
  return [
    ...(told ? [] : folded('All new findings', brought, reach)),
    ...folded('Findings mended', mended, reach),
    ...folded('Findings no longer judged', unjudged, reach),
    ...folded('Findings newly waived', waived, reach),
    ...folded('Findings still there', still, reach),
  ]
}

function folded(title: string, found: readonly Found[], reach: Reach): readonly Block[] {
  if (found.length === 0) return []
  const items = worstFirst(found).slice(0, reach.most).map(foundText)
  const rest = restOf(found.length, reach, 'finding')
  const all = rest === undefined ? items : [...items, rest]
  return [details(`${title}: ${found.length}`, [list(all)]), GAP]
}

function worstFirst(found: readonly Found[]): readonly Found[] {
  return SEVERITIES.flatMap((severity) =>
    found.filter(({ finding }) => finding.severity === severity),
  )
}

/** In the order of the first of each. */
function byRule(found: readonly Found[]): readonly (readonly [Found, ...Found[]])[] {
  const groups = new Map<string, [Found, ...Found[]]>()
  for (const each of found) {
    const group = groups.get(each.finding.rule)
    if (group === undefined) groups.set(each.finding.rule, [each])
    else group.push(each)
  }
  return [...groups.values()]
}

function foundText({ finding, months, before }: Found): Exclude<Text, string> {
  const { severity, rule, message, due } = finding
  const several = months.some(({ from, to }) => from !== to) || months.length > 1
  const also = [
    ...(several ? [`months ${monthsText(months)}`] : []),
    ...(due === undefined ? [] : [`to do by the ${due}`]),
    ...(before === undefined ? [] : [`before: ${before}`]),
  ]
  const head = piece(severity, `${severity}[${rule}]`)
  return [
    head,
    ' ',
    ...[withCode(message)].flat(),
    ...(also.length === 0 ? [] : [faint(` (${also.join('; ')})`)]),
  ]
}
