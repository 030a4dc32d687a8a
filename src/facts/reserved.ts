/** Words of the language that a planner's name may not be. */

import { keywords } from '../../grammar/kinds.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'

/** The versions that the language itself names: see "The model" in the language reference. */
export const VERSION_WORDS: ReadonlySet<string> = new Set([
  'plan',
  'previous',
  'committed',
  'actual',
  'outlook',
  'budget',
  'minimum',
  'target',
  'maximum',
  'mix',
  'projected',
])

/** What they are: where a word is more than one of these, the last. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ...[...VERSION_WORDS].map((word) => [word, 'a version of the numbers'] as const),
  ...SERIES_NAMES.map((word) => [word, 'a series'] as const),
  ...[...keywords].map((word) => [word, 'a word of the grammar'] as const),
])

/** What a name already is in the language; undefined where it is free. */
export function reservedAs(name: string): string | undefined {
  return RESERVED.get(name)
}
