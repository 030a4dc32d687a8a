/** Lends files of item data to the checker: only those that lie in the workspace, each read once. */

import { readFileSync } from 'node:fs'

import type { ItemData, ReadItems, SourceProblem } from '../base/item-data.ts'
import { makeSource } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { decode } from './decode.ts'
import { reasonOf, safePath } from './paths.ts'

/** Bytes of one file. */
const MOST_ITEM_BYTES = 64 * 1024 * 1024

/** csv-parse is loaded before, since what is lent must be there at once. */
export async function itemReader(
  root: string,
  configuration: Configuration,
  mayBeAsked: boolean,
): Promise<ReadItems> {
  if (!mayBeAsked) return () => ({ problem: 'there is no such file' })
  const { readCsv } = await import('../sources/csv.ts')
  const known = new Map<string, ItemData | SourceProblem>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const source = configuration.itemSources.get(name)
    const text = readText(root, source?.file ?? name)
    const data =
      typeof text === 'string'
        ? readCsv(makeSource(source?.file ?? name, text), source?.separator)
        : text
    known.set(name, data)
    return data
  }
}

function readText(root: string, path: string): string | SourceProblem {
  const safe = safePath(root, path)
  if ('refused' in safe) {
    return safe.help === undefined
      ? { problem: safe.refused }
      : { problem: safe.refused, help: safe.help }
  }
  if (safe.size > MOST_ITEM_BYTES) {
    return { problem: `it has ${safe.size} bytes; at most ${MOST_ITEM_BYTES} are read` }
  }
  try {
    const { text, broken } = decode(readFileSync(safe.file))
    if (broken === undefined) return text
    const line = text.slice(0, broken.offset).split('\n').length
    return { problem: `byte ${broken.byte} is no UTF-8`, line, help: 'save the file as UTF-8' }
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}
