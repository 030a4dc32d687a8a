/** `concord history sales medium-widgets 2027-03`: how a number moved, and what was said about it. */

import { reasonsFor } from '../difference/reasons.ts'
import { biasByLag, waterfallOf } from '../difference/waterfall.ts'
import type { CellHistory } from '../report/cell-history.ts'
import { unitOf } from '../units/owner.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import { output } from './console.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { gitIn, type GitLimits } from './git.ts'
import { type Moves, movesOf } from './git-moves.ts'
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

/** Why the oldest moves may be missing. */
const CUT: Readonly<Record<NonNullable<Moves['cut']>, string>> = {
  shallow:
    'This clone is shallow: older commits are not in it. `git fetch --unshallow` brings them.',
  partial:
    'Some commits could not be read, as in a clone without all files: what moved in them is not shown.',
  most: 'Only the newest commits of the plan are looked at: older moves are not shown.',
}

export async function historyCommand(
  [series, name, when]: readonly [string, string, string],
  options: HistoryOptions,
): Promise<number> {
  const format = choice('--format', options.format ?? 'pretty', ['pretty', 'json'] as const)
  if (!SERIES_NAMES.includes(series)) throw noSuch('series', series, SERIES_NAMES)
  const month = monthOption('month', when)
  const workspace = findWorkspace([options.folder ?? '.'], process.cwd())
  // Numbers alone are wanted: no rule is judged.
  const view = { rule: [], ...(options.asOf === undefined ? {} : { asOf: options.asOf }) }
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
  const { moves, cut } = await movesOf(gitIn(workspace.root, LIMITS), model, {
    series,
    family: name,
    month,
  })
  const history: CellHistory = {
    series,
    family: name,
    month,
    unit: money ? model.units.reporting : unitOf(family),
    actual: model.value('actual', series, family, month),
    waterfall,
    bias: waterfall === undefined ? [] : biasByLag(waterfall),
    moves,
    notes: cut === undefined ? [] : [CUT[cut]],
    reasons: reasonsFor(facts, series, family, month),
  }
  const { cellHistoryReport, cellHistoryJson } = await import('../report/cell-history.ts')
  if (format === 'json') output.write(cellHistoryJson(history))
  else say(cellHistoryReport(history), run.configuration.report)
  return CLEAN
}
