/** `concord history sales medium-widgets 2027-03`: how a number moved, and what was said about it. */

import type { Month } from '../base/month.ts'
import { sameNumber } from '../difference/renames.ts'
import { reasonsFor } from '../difference/reasons.ts'
import { biasByLag, waterfallOf } from '../difference/waterfall.ts'
import type { Model } from '../model/model.ts'
import { modelOfEarlier } from '../pipeline.ts'
import type { CellHistory, Move } from '../report/cell-history.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import { CLEAN, WRONG } from './check.ts'
import { gitIn, type Git, type GitLimits } from './git.ts'
import { planCommits } from './git-log.ts'
import { choice, monthOption } from './option-values.ts'
import { reviewWorkspace } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say } from './terminal.ts'
import { findWorkspace } from './workspace.ts'
import { noSuch } from './wrong-use.ts'

export interface HistoryOptions {
  readonly folder?: string
  readonly asOf?: string
  readonly format?: string
}

const LIMITS: GitLimits = { milliseconds: 60_000, bytes: 256 * 1024 * 1024 }

/** The newest commits that are looked at. */
const MOST_COMMITS = 500

export async function historyCommand(
  [series, name, when]: readonly [string, string, string],
  options: HistoryOptions,
): Promise<number> {
  const format = choice('--format', options.format ?? 'pretty', ['pretty', 'json'] as const)
  if (!SERIES_NAMES.includes(series)) throw noSuch('series', series, SERIES_NAMES)
  const month = monthOption('month', when)
  const workspace = findWorkspace([options.folder ?? '.'], process.cwd())
  const view = options.asOf === undefined ? {} : { asOf: options.asOf }
  const run = await reviewWorkspace(workspace, view, {})
  if ('problems' in run) {
    saySettingsProblems(run.problems)
    return WRONG
  }
  const { facts, model } = run.review
  const family = facts.named('family', name)
  if (family === undefined) {
    const known = facts.of('family').flatMap((each) => each.name ?? [])
    throw noSuch('family', name, known)
  }
  const waterfall = waterfallOf(model, series, family)
  const money = seriesSpec(series)?.dimension === 'money'
  const history: CellHistory = {
    series,
    family: name,
    month,
    unit: money ? model.units.reporting : unitOf(family),
    actual: model.value('actual', series, family, month),
    waterfall,
    bias: waterfall === undefined ? [] : biasByLag(waterfall),
    moves: movesOf(gitIn(workspace.root, LIMITS), model, { series, name, month }),
    reasons: reasonsFor(facts, series, family, month),
  }
  const { cellHistoryReport, cellHistoryJson } = await import('../report/cell-history.ts')
  if (format === 'json') process.stdout.write(cellHistoryJson(history))
  else say(cellHistoryReport(history), run.configuration.report)
  return CLEAN
}

interface Asked {
  readonly series: string
  readonly name: string
  readonly month: Month
}

/** Commits at which the number of the cycle then open became another; the working tree is the last. */
function movesOf(git: Git, now: Model, asked: Asked): readonly Move[] {
  const moves: Move[] = []
  const add = (move: Move): void => {
    const last = moves.at(-1)
    const same =
      last !== undefined && last.cycle === move.cycle && sameNumber(last.value, move.value)
    // Before anybody plans the month there is nothing that could have moved.
    const nothing = last === undefined && move.value === undefined
    if (!same && !nothing) moves.push(move)
  }
  for (const { trees, ...said } of planCommits(git, MOST_COMMITS)) {
    const model = modelOfEarlier(trees, now.today)
    // Once the month is closed nobody plans it.
    if (!model.closed(asked.month)) add({ ...said, ...plannedIn(model, asked) })
  }
  const here = { commit: undefined, author: '', day: '', subject: 'not committed yet' }
  if (!now.closed(asked.month)) add({ ...here, ...plannedIn(now, asked) })
  return moves
}

function plannedIn(model: Model, { series, name, month }: Asked): Pick<Move, 'cycle' | 'value'> {
  const family = model.facts.named('family', name)
  return {
    cycle: model.cycle?.name,
    value: family && model.value('plan', series, family, month),
  }
}
