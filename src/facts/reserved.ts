/** Words of the language that a planner's name may not be. */

import { keywords } from '../../grammar/kinds.ts'
import { seriesSpec } from '../vocabulary/series.ts'

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

/** What a name already is in the language; undefined where it is free. */
export function reservedAs(name: string): string | undefined {
  if (keywords.has(name)) return 'a word of the grammar'
  if (seriesSpec(name) !== undefined) return 'a series'
  return VERSION_WORDS.has(name) ? 'a version of the numbers' : undefined
}
