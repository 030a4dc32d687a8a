/** A roll that a host may write: refused where something is wrong, and proven to lose nothing. */

import type { ReadItems } from '../base/item-data.ts'
import { addMonths, type Month } from '../base/month.ts'
import { makeSource, type Source } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { closedFolder } from '../model/cycles.ts'
import { check, type Review } from '../pipeline.ts'
import { lostCells } from './lost.ts'
import { type Refused, roll, type Rolled } from './roll.ts'

export interface Opening {
  /** The workspace as it is, about its latest cycle, without a scenario. */
  readonly review: Review
  readonly configuration: Configuration
  readonly readItems: ReadItems
  /** The month of the cycle to open. */
  readonly opened: Month
  /** Whether there is a folder for the closed cycle already. */
  readonly folderThere: boolean
}

export function openCycle(opening: Opening): Rolled | Refused {
  const { review, configuration, readItems, opened, folderThere } = opening
  const errors = review.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return folderThere ? half(opened) : unreadable(errors)
  const rolled = roll(review.model, opened)
  if ('refused' in rolled) return rolled
  if (folderThere) return half(opened)
  const asked = withFiles(rolled, configuration)
  prove(review, asked, configuration, readItems)
  return asked
}

/** What cannot be read cannot be carried on. */
function unreadable(errors: Review['diagnostics']): Refused {
  const [first] = errors
  const rest = errors.length === 1 ? '' : ` (the first of ${errors.length} errors)`
  return {
    refused: `Nothing was rolled: ${first?.span.source.path ?? ''}: ${first?.message ?? ''}${rest}.`,
    help: 'Mend what `concord check` says first, so that nothing is lost.',
  }
}

function half(opened: Month): Refused {
  const folder = closedFolder(addMonths(opened, -1))
  return {
    refused: `Nothing was rolled: there is a folder ${folder} already.`,
    help: 'It may be of a roll that was undone in part. Move it away, and roll again.',
  }
}

/** A name of item data may stand for a file of another name: see `item-sources`. */
function withFiles(rolled: Rolled, { itemSources }: Configuration): Rolled {
  const copies = rolled.copies.map(({ from, to }) => ({
    from: itemSources.get(from)?.file ?? from,
    to,
  }))
  return { ...rolled, copies }
}

/** Invariant: nothing is given to be written unless the closed cycle reads the same after the roll. */
function prove(
  before: Review,
  { changed, kept, copies, closed }: Rolled,
  configuration: Configuration,
  readItems: ReadItems,
): void {
  const texts = new Map(changed.map(({ source, text }) => [source, text]))
  const sources: readonly Source[] = [
    ...before.trees
      .map((tree) => tree.source)
      .filter(({ builtIn }) => !builtIn)
      .map((source) => makeSource(source.path, texts.get(source) ?? source.text)),
    ...[...kept].map(([path, text]) => makeSource(path, text)),
  ]
  const after = check({
    sources,
    configuration,
    today: before.model.today,
    readItems: (name) => readItems(copies.find(({ to }) => to === name)?.from ?? name),
    cycle: closed,
    rules: [],
  })
  const wrong = after.diagnostics.find(({ severity }) => severity === 'error')
  if (wrong !== undefined) {
    throw new Error(`the roll would leave ${wrong.span.source.path} wrong: ${wrong.message}`)
  }
  const [lost] = lostCells(before.model, after.model)
  if (lost !== undefined) throw new Error(`the roll would lose ${lost}, so nothing was written`)
}
