/** The end of the report: what was checked, how each principle fared, and what it comes to. */

import { printDay } from '../base/date.ts'
import { and } from '../base/phrases.ts'
import {
  type Block,
  code,
  faint,
  GAP,
  lines,
  paragraph,
  strong,
  type Text,
} from '../markup/document.ts'
import { objectiveBlocks } from './objectives.ts'
import { principleBlocks } from './principle-table.ts'
import { scorecard } from './scorecard.ts'
import type { Problem, Report } from './report.ts'
import { textIn } from './text-in.ts'
import { unguardedBlocks } from './unguarded.ts'
import { unjudgedBlocks } from './unjudged.ts'
import { verdict } from './verdict.ts'
import { monthsText } from './words.ts'

export function summaryBlocks(report: Report, problems: readonly Problem[]): readonly Block[] {
  const { judgement } = report.review
  return [
    lines([subjectOf(report)]),
    GAP,
    ...principleBlocks(scorecard(report.review)),
    ...objectiveBlocks(judgement.objectives),
    ...unjudgedBlocks(judgement.unjudged),
    ...areaBlocks(judgement.unusedAreas),
    ...unguardedBlocks(report.unguarded),
    ...report.notes.flatMap((text) => [paragraph([strong('Note:'), ` ${text}`]), GAP]),
    paragraph(verdict(report, problems)),
    ...hintBlocks(problems),
  ]
}

/** `Acme Widgets · cycle 2026-11, months 2026-11 .. 2028-04 · as of 2026-11-22`. */
export function subjectOf({ review, scenario }: Report): Text {
  const { model, facts } = review
  const name = textIn(facts.of('business')[0], 'title') ?? 'This workspace'
  const horizon = model.horizon === undefined ? '' : `, months ${monthsText([model.horizon])}`
  const cycle = model.cycle === undefined ? 'no cycle' : `cycle ${model.cycle.name ?? ''}${horizon}`
  const what = scenario === undefined ? '' : ` · scenario ${scenario}`
  return [strong(name), ` · ${cycle}${what} · as of ${printDay(model.today)}`]
}

function areaBlocks(areas: readonly string[]): readonly Block[] {
  if (areas.length === 0) return []
  const names = and(areas.toSorted())
  return [paragraph([strong('Not in use:'), ` ${names}. Rules about these are silent.`]), GAP]
}

/** Where to read more: about the first rule that is broken. */
function hintBlocks(problems: readonly Problem[]): readonly Block[] {
  const [first] = problems
  if (first === undefined) return []
  const name = first.sort === 'diagnostic' ? first.diagnostic.code : first.finding.rule
  return [paragraph([faint('More about it:'), ' ', code(`concord explain ${name}`)])]
}
