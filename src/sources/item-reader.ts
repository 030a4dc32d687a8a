/** Item data by the name that a plan gives it: a file, or one that concord.yaml calls so. */

import { type ItemData, itemPath, type ReadItems, type SourceProblem } from '../base/item-data.ts'
import { makeSource } from '../base/source.ts'
import { readCsv } from './csv.ts'

interface ItemSource {
  /** Undefined where the name is the file. */
  readonly file: string | undefined
  readonly separator: string | undefined
}

/**
 * Each file is read once.
 *
 * @param sources those of concord.yaml
 * @param textOf the text of a file by its path from the workspace's folder, or why there is none
 */
export function itemReader(
  sources: ReadonlyMap<string, ItemSource>,
  textOf: (path: string) => string | SourceProblem,
): ReadItems {
  const known = new Map<string, ItemData | SourceProblem>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const source = sources.get(name)
    const path = itemPath(source?.file ?? name)
    const text = textOf(path)
    const data =
      typeof text === 'string' ? readCsv(makeSource(path, text), source?.separator) : text
    known.set(name, data)
    return data
  }
}
