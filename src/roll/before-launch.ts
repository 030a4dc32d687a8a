/** Families before their launch: what is to move is counted, and a stock that stands still goes on. */

import { isZero } from '../base/exact.ts'
import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { SERIES } from '../vocabulary/series.ts'

/** Whether a family that begins later was to move in a month: there is something to count then. */
export function movesBeforeLaunch(model: Model, cycle: Fact, family: Fact, month: Month): boolean {
  if (!beginsAfter(model, family, month)) return false
  return SERIES.some(({ series, nature, dimension }) => {
    const volume = nature === 'flow' && dimension === 'volume'
    const value = volume ? model.value(cycle, series, family, month) : undefined
    return value !== undefined && !isZero(value)
  })
}

/** Whether a stock that a plan opens with is the same at the end of its first month, uncounted. */
export function standsStill(model: Model, opening: Fact, month: Month): boolean {
  const plan = opening.parent
  const cycle = plan && factIn(plan, 'cycle')
  const family = plan && factIn(plan, 'family')
  const series = wordIn(opening, 'series')
  if (cycle === undefined || family === undefined || series === undefined) return false
  return (
    beginsAfter(model, family, month) &&
    model.value(cycle, series, family, month) !== undefined &&
    !movesBeforeLaunch(model, cycle, family, month)
  )
}

function beginsAfter(model: Model, family: Fact, month: Month): boolean {
  const life = model.life(family)
  return life !== undefined && life.from > month
}
