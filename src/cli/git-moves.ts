/** How a number moved from commit to commit, also where its family had another name. */

import { parse } from '../../grammar/parse.ts'
import { sameNumber } from '../base/maybe-exact.ts'
import type { Month } from '../base/month.ts'
import { makeSource } from '../base/source.ts'
import { textsOfFamily } from '../difference/family-texts.ts'
import { renamedFamilies } from '../difference/renames.ts'
import { type Told, toldIn } from '../difference/told-in.ts'
import type { Model } from '../model/model.ts'
import { modelOfEarlier } from '../pipeline.ts'
import type { Move } from '../report/cell-history.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { Git } from './git.ts'
import { type CommitOfPlan, planLog, type PlanLog } from './git-log.ts'
import { CommitTexts } from './git-texts.ts'

/** The newest commits that are looked at. */
const MOST_COMMITS = 500

export interface AskedNumber {
  readonly series: string
  readonly family: string
  readonly month: Month
}

export interface Moves {
  readonly moves: readonly Move[]
  /** Why older moves may be missing. */
  readonly cut: PlanLog['cut']
}

/** Commits at which the number of the cycle then open became another; the working tree is the last. */
export async function movesOf(git: Git, now: Model, asked: AskedNumber): Promise<Moves> {
  const { commits, cut } = planLog(git, MOST_COMMITS)
  const states = await statesOf(git, commits, now, asked)
  const here = { commit: undefined, author: '', day: '', subject: 'not committed yet' }
  const moves: Move[] = []
  for (const [said, state] of [
    ...commits.map((commit, at) => [commit, states[at]] as const).toReversed(),
    [here, stateOf(now, asked, whose(now, asked))] as const,
  ]) {
    // Once the month is closed nobody plans it.
    if (state === undefined || state.closed) continue
    const { commit, author, day, subject } = said
    const { cycle, value } = state
    const move = { commit, author, day, subject, cycle, value }
    const last = moves.at(-1)
    const same = last?.cycle === cycle && sameNumber(last?.value, value)
    // Before anybody plans the month there is nothing that could have moved.
    const nothing = last === undefined && value === undefined
    if (!nothing && (last === undefined || !same)) moves.push(move)
  }
  return { moves, cut: states.includes(undefined) ? 'partial' : cut }
}

interface State extends Pick<Move, 'cycle' | 'value'> {
  readonly closed: boolean
}

function whose(model: Model, { family }: AskedNumber): Told {
  return { model, subject: model.facts.named('family', family) }
}

/** The number as `told` says it: the family may have been planned in another unit. */
function stateOf(model: Model, asked: AskedNumber, told: Told): State {
  const { series, month } = asked
  const own = whose(model, asked)
  const { subject } = own
  const money = seriesSpec(series)?.dimension === 'money'
  const value = (at: Month) => subject && model.value('plan', series, subject, at)
  return {
    cycle: model.cycle?.name,
    value: toldIn(value, money, own, told)(month),
    closed: model.closed(month),
  }
}

/**
 * From the newest commit to the oldest, by whatever name the family goes there; undefined where the
 * clone lacks files.
 */
async function statesOf(
  git: Git,
  commits: readonly CommitOfPlan[],
  now: Model,
  asked: AskedNumber,
): Promise<readonly (State | undefined)[]> {
  const texts = new CommitTexts(
    git,
    commits.map(({ files }) => files),
  )
  const modelOf = (parts: readonly string[], { files }: CommitOfPlan): Model =>
    modelOfEarlier(
      parts.map((text, part) => parse(makeSource(files[part]?.path ?? '', text))),
      now.today,
    )
  const told = whose(now, asked)
  let family = asked.family
  let newer: () => Model = () => now
  let wasThere = now.facts.named('family', family) !== undefined
  let last: { readonly key: string; readonly state: State } | undefined
  const states: (State | undefined)[] = []
  for (const [at, commit] of commits.entries()) {
    const whole = await texts.of(at)
    if (whole === undefined) {
      states.push(undefined)
      continue
    }
    let found = textsOfFamily(whole, family)
    if (wasThere && !found.declared) {
      const renamed = renamedFamilies(modelOf(whole, commit), newer())
      const [before] = [...renamed].find(([, to]) => to === family) ?? []
      if (before !== undefined) {
        family = before
        found = textsOfFamily(whole, family)
      }
    }
    wasThere = found.declared
    newer = () => modelOf(whole, commit)
    // Most commits change something else: what is the same text is the same number.
    const key = [family, ...found.texts.toSorted()].join('\0')
    const known = last?.key === key ? last.state : undefined
    const state = known ?? stateOf(modelOf(found.texts, commit), { ...asked, family }, told)
    last = { key, state }
    states.push(state)
  }
  return states
}
