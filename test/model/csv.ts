// A table of texts for tests: no quotes, no escapes.

import type { ItemData } from '../../src/base/item-data.ts'
import { makeSource } from '../../src/base/source.ts'

export function parseCsv(path: string, text: string): ItemData {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  return {
    source: makeSource(path, text),
    header: header.split(','),
    rows: lines.map((line, at) => ({ line: at + 2, cells: line.split(',') })),
  }
}
