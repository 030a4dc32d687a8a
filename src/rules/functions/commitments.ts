/** Functions of commitments: what a seal would be now, and what has changed since it was made. */

import { printExact } from '../../base/exact.ts'
import type { Month } from '../../base/month.ts'
import type { Fact } from '../../facts/fact.ts'
import { nameOf } from '../../facts/fact.ts'
import type { WrittenCell } from '../../model/model.ts'
import { because } from '../node.ts'
import { changesSince, sealNow } from '../seals.ts'
import { factOf, MONTH, SERIES_TYPE, TEXT } from '../type.ts'
import { simple } from './spec.ts'

const FAMILY = factOf('family')
const CYCLE = factOf('cycle')
const SEAL = factOf('seal')

/** The number as written, for a message. */
function shown(cell: WrittenCell | undefined): string {
  if (cell === undefined) return 'nothing'
  return `${printExact(cell.value, { group: true })} ${cell.unit}`
}

export const commitmentFunctions = [
  simple({
    name: 'seal',
    signature: 'seal(series, f, cycle)',
    doc: "The seal that a commitment to a plan would have now: a hash over its cells in the cycle's plan as written, before revisions.",
    parameters: [SERIES_TYPE, FAMILY, CYCLE],
    type: TEXT,
    apply: ({ model }, series, family, cycle) =>
      sealNow(model, series as string, family as Fact, cycle as Fact),
    missing: (_, series, family, cycle) =>
      because(
        `all of the ${series as string} plan of ${nameOf(family as Fact)} for ${nameOf(cycle as Fact)}`,
      ),
  }),
  simple({
    name: 'sealed',
    signature: 'sealed(l, t)',
    doc: 'What a month of a plan said when the seal l was put on it, in messages; unknown where no earlier state of the workspace shows it.',
    parameters: [SEAL, MONTH],
    type: TEXT,
    apply: ({ model }, seal, month) => {
      const changes = changesSince(model, seal as Fact)
      return changes && shown(changes.was.get(month as Month))
    },
  }),
  simple({
    name: 'written',
    signature: 'written(l, t)',
    doc: 'What a month of the plan under the seal l says now, before revisions, in messages; known where sealed(l, t) is.',
    parameters: [SEAL, MONTH],
    type: TEXT,
    apply: ({ model }, seal, month) => {
      const changes = changesSince(model, seal as Fact)
      return changes && shown(changes.now.get(month as Month))
    },
  }),
]
