/** Lines with something to fill in: as text that the checker asks about, and as a snippet. */

import type { Facts } from '../facts/fact.ts'
import { targetsNamed } from './targets.ts'

/** A text in dots, dots, or a word in capitals, such as `ROLE`. */
const PLACE = /"…"|…|\b[A-Z]{4,}\b/g

/**
 * Dots are left out: nothing then stands where something must, and the checker says so. A word in
 * capitals stays: nothing has that name.
 */
export function asText(line: string): string {
  return line.replace(/ ?(?:"…"|…)/g, '')
}

/** Undefined where nothing is to be filled in. */
export function asSnippet(facts: Facts, lines: string): string | undefined {
  let places = 0
  const snippet = escaped(lines).replace(PLACE, (place) => {
    if (targetsNamed(facts, place).length > 0) return place
    places += 1
    if (place === '…') return `\${${places}}`
    return place === '"…"' ? `"\${${places}:…}"` : `\${${places}:${place}}`
  })
  return places === 0 ? undefined : snippet
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
