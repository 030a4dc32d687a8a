/** Words of the language that a planner's name may not be. */

import { keywords } from '../../grammar/kinds.ts'
import { BARE_FUNCTIONS } from '../vocabulary/functions.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import { allKinds, keywordOf } from '../vocabulary/vocabulary.ts'

/** What they are: where a word is more than one of these, the last. */
const RESERVED: ReadonlyMap<string, string> = readReserved()

/** By kind, the words that may stand where its names do: `change price of …`, and no group `price`. */
const BESIDE: ReadonlyMap<string, ReadonlyMap<string, string>> = readBeside()

/** What a name already is in the language, for a fact of this kind; undefined where it is free. */
export function reservedAs(name: string, kind?: string): string | undefined {
  return RESERVED.get(name) ?? (kind === undefined ? undefined : BESIDE.get(kind)?.get(name))
}

function readReserved(): ReadonlyMap<string, string> {
  const reserved = new Map<string, string>()
  for (const word of BARE_FUNCTIONS) reserved.set(word, 'a function of rules')
  for (const word of VERSION_NAMES) reserved.set(word, 'a version of the numbers')
  for (const word of SERIES_NAMES) reserved.set(word, 'a series')
  for (const word of keywords) reserved.set(word, 'a word of the grammar')
  return reserved
}

function readBeside(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const beside = new Map<string, Map<string, string>>()
  for (const spec of allKinds()) {
    addBeside(beside, spec, spec.arguments)
    for (const { fields } of Object.values(spec.clauses ?? {})) addBeside(beside, spec, fields)
  }
  return beside
}

function addBeside(
  beside: Map<string, Map<string, string>>,
  spec: KindSpec,
  fields: readonly Pick<FieldSpec, 'type'>[],
): void {
  for (const { type } of fields) {
    if (type.type !== 'either') continue
    const words = type.of.flatMap((one) => (one.type === 'series' ? (one.also ?? []) : []))
    for (const kind of type.of.flatMap((one) => (one.type === 'fact' ? one.kinds : []))) {
      const known = beside.get(kind) ?? new Map<string, string>()
      beside.set(kind, known)
      for (const word of words) known.set(word, `a word of \`${keywordOf(spec)}\``)
    }
  }
}
