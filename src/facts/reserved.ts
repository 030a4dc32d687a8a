/** Words of the language that a planner's name may not be. */

import { keywords } from '../../grammar/kinds.ts'
import { BARE_FUNCTIONS } from '../vocabulary/functions.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'
import type { FieldType, KindSpec } from '../vocabulary/spec.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import { allKinds, keywordOf } from '../vocabulary/vocabulary.ts'

/** What they are: where a word is more than one of these, the last. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ...BARE_FUNCTIONS.map((word) => [word, 'a function of rules'] as const),
  ...VERSION_NAMES.map((word) => [word, 'a version of the numbers'] as const),
  ...SERIES_NAMES.map((word) => [word, 'a series'] as const),
  ...[...keywords].map((word) => [word, 'a word of the grammar'] as const),
])

/** By kind, the words that may stand where its names do: `change price of …`, and no group `price`. */
const BESIDE: ReadonlyMap<string, ReadonlyMap<string, string>> = readBeside()

/** What a name already is in the language, for a fact of this kind; undefined where it is free. */
export function reservedAs(name: string, kind?: string): string | undefined {
  return RESERVED.get(name) ?? (kind === undefined ? undefined : BESIDE.get(kind)?.get(name))
}

function readBeside(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const beside = new Map<string, Map<string, string>>()
  for (const spec of allKinds()) {
    for (const type of typesIn(spec)) {
      if (type.type !== 'either') continue
      const words = type.of.flatMap((one) => (one.type === 'series' ? (one.also ?? []) : []))
      for (const kind of type.of.flatMap((one) => (one.type === 'fact' ? one.kinds : []))) {
        const known = beside.get(kind) ?? new Map<string, string>()
        beside.set(kind, known)
        for (const word of words) known.set(word, `a word of \`${keywordOf(spec)}\``)
      }
    }
  }
  return beside
}

function typesIn({ arguments: own, clauses = {} }: KindSpec): readonly FieldType[] {
  const fields = [...own, ...Object.values(clauses).flatMap((clause) => clause.fields)]
  return fields.map(({ type }) => type)
}
