/** Lends files of item data to the checker: only those that lie in the workspace, each read once. */

import { readFileSync } from 'node:fs'

import { itemText, type ReadItems, type SourceProblem, tooLong } from '../base/item-data.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { itemReader } from '../sources/item-reader.ts'
import { decode } from './decode.ts'
import { reasonOf, safePath } from './paths.ts'

/** Bytes of one file. */
const MOST_ITEM_BYTES = 64 * 1024 * 1024

export function itemsOnDisk(root: string, { itemSources }: Configuration): ReadItems {
  return itemReader(itemSources, (path) => readText(root, path))
}

function readText(root: string, path: string): string | SourceProblem {
  const safe = safePath(root, path)
  if ('refused' in safe) {
    return safe.help === undefined
      ? { problem: safe.refused }
      : { problem: safe.refused, help: safe.help }
  }
  if (safe.size > MOST_ITEM_BYTES) {
    return tooLong(safe.size, MOST_ITEM_BYTES)
  }
  try {
    return itemText(decode(readFileSync(safe.file)))
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}
