/** Which series the columns of a table are of. */

import type { BoundTable } from '../facts/fact.ts'
import { seriesIndex } from '../vocabulary/series.ts'

export interface Head {
  /** As written, column by column; undefined where a column names nothing. */
  readonly words: readonly (string | undefined)[]
  /** The words of those that name something. */
  readonly names: readonly string[]
  /** By the index of a series, the place of its column. */
  readonly places: readonly (number | undefined)[]
  /** A column is of no series. */
  readonly lost: boolean
}

let latest: Head = { words: [], names: [], places: [], lost: false }

/** The head of a table; the same as for the last, where that has the same words, as most do. */
export function headOf({ columns }: BoundTable): Head {
  let same = latest.words.length === columns.length
  for (let at = 0; same && at < columns.length; at += 1) {
    same = columns[at]?.name === latest.words[at]
  }
  if (!same) latest = makeHead(columns)
  return latest
}

function makeHead(columns: BoundTable['columns']): Head {
  const words = columns.map((column) => column?.name)
  const places: number[] = []
  words.forEach((word, at) => {
    const index = word === undefined ? -1 : seriesIndex(word)
    if (index >= 0) places[index] = at
  })
  const lost = words.some((word) => word === undefined || seriesIndex(word) < 0)
  return { words, names: words.flatMap((word) => word ?? []), places, lost }
}
