/** What a roll cannot write in a row that is there: cells of revisions, and what is no flow. */

import { printMonth } from '../base/month.ts'
import type { Source } from '../base/source.ts'
import { textOf } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf, wordIn } from '../facts/fact.ts'
import type { Model } from '../model/model.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import type { Horizons } from './carry-table.ts'
import type { RevisedPlan } from './revised.ts'
import { revisedText } from './revised.ts'
import type { Roll, Turns } from './turn.ts'

export interface Left {
  /** Statements to be written behind the others of a file. */
  readonly added: readonly { readonly source: Source; readonly text: string }[]
  /** What a person has to see to. */
  readonly notes: readonly string[]
}

/** Cells that a revision made and no table has: what was 0 until it, such as an adjustment. */
export function statementsLeft(
  roll: Roll,
  model: Model,
  turns: Turns,
  horizons: Horizons,
  revised: RevisedPlan,
): Left {
  const added: { source: Source; text: string }[] = []
  const notes: string[] = []
  for (const cell of revised.left()) {
    const text = revisedText(model, roll.closing, cell)
    const plan = turns.goingOn.find(
      ({ fact }) => fact.kind === 'plan' && factIn(fact, 'family') === cell.family,
    )
    const name = cell.family.nameSpan === undefined ? '' : textOf(cell.family.nameSpan)
    const month = printMonth(cell.month)
    if (plan === undefined || text === undefined) {
      const what = `${cell.series} of ${name} in ${month}`
      notes.push(`A revision made ${what} a number whose decimals do not end: write it anew.`)
      continue
    }
    const head = `plan ${name} for ${printMonth(roll.opened)} {`
    const { closing, next } = horizons
    const months = cell.month === closing.to ? `${month} .. ${printMonth(next.to)}` : month
    const table = `  month ${cell.series}\n  ${months} ${text}`
    added.push({ source: plan.source, text: `${head}\n${table}\n}\n` })
  }
  return { added, notes }
}

/** Prices, shares and capacities are not of a cycle: a revision of one ends with its cycle. */
export function ratesLeft({ facts, closing }: Roll): readonly string[] {
  return facts.of('revision').flatMap((revision) => {
    if (factIn(revision, 'cycle') !== closing) return []
    if (![...revision.lines.values()].flat().some(changesMore)) return []
    return [
      `The revision ${nameOf(revision)} changed more than flows: what of it still holds has to be stated anew.`,
    ]
  })
}

/** Whether a line of a layer changes anything that no plan states. */
function changesMore(line: Fact): boolean {
  const word = wordIn(line, 'series')
  if (factIn(line, 'series') !== undefined) return true
  if (word !== undefined) return !isStated(word)
  const columns = line.tables.flatMap((bound) => bound.columns)
  return columns.some(
    (column) => column !== undefined && (column.fact !== undefined || !isStated(column.name)),
  )
}

/** Whether a plan can state it: no price, and nothing that follows from the rest. */
function isStated(word: string): boolean {
  const spec = seriesSpec(word)
  return spec !== undefined && spec.computed === undefined
}
