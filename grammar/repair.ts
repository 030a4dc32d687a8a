// Characters that look like the right ones and are not: dashes, spaces and quotes from word
// processors. Each sort is said once a line, with the edit that mends them all.

import type { Span } from '../src/base/source.ts'
import {
  HASH,
  isOddMinus,
  isOddQuote,
  isOddSpace,
  NEWLINE,
  oddTextEnd,
  QUOTE,
  textEnd,
} from './chars.ts'
import type { Problems } from './problems.ts'
import { mendOf, report } from './problems.ts'

/**
 * The code of a line with its odd characters replaced one for one, so that offsets stay true; and
 * reports them. Undefined where there are none. Texts and comments may hold any character.
 */
export function repaired(problems: Problems, start: number, end: number): string | undefined {
  const { text } = problems.source
  const minuses: number[] = []
  const spaces: number[] = []
  const quotes: number[] = []
  let unclosed = -1
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const close = textEnd(text, at, end)
      if (close === -1) break
      at = close - 1
    } else if (code === HASH) at = endOfLine(text, at, end)
    else if (code < 128) continue
    else if (isOddMinus(code)) minuses.push(at)
    else if (isOddSpace(code)) spaces.push(at)
    else if (isOddQuote(code)) {
      const close = oddTextEnd(text, at, end)
      if (close === -1) {
        unclosed = at
        break
      }
      quotes.push(at, close - 1)
      at = close - 1
    }
  }
  if (minuses.length + spaces.length + quotes.length === 0 && unclosed === -1) return undefined
  const span = (at: number): Span => problems.span(at, at + 1)
  const edits = (places: readonly number[], by: string) => {
    return mendOf(
      `write \`${by}\``,
      places.map((at) => [span(at), by] as const),
    )
  }
  const [minus] = minuses
  const [space] = spaces
  const [quote] = quotes
  if (minus !== undefined) {
    problems.add(report('odd-minus', span(minus), {}, { mends: [edits(minuses, '-')] }))
  }
  if (space !== undefined) {
    problems.add(report('odd-space', span(space), {}, { mends: [edits(spaces, ' ')] }))
  }
  if (quote !== undefined) {
    const found = text.charAt(quote)
    const mends = [edits(quotes, '"')]
    problems.add(report('odd-quotes', span(quote), { found }, { mends }))
  }
  const changes: (readonly [number, string])[] = [
    ...minuses.map((at) => [at, '-'] as const),
    ...spaces.map((at) => [at, ' '] as const),
    ...quotes.map((at) => [at, '"'] as const),
  ]
  if (unclosed !== -1) changes.push([unclosed, '"'])
  return replaced(text, start, end, changes)
}

function replaced(
  text: string,
  start: number,
  end: number,
  changes: readonly (readonly [number, string])[],
): string {
  const parts: string[] = []
  let from = start
  for (const [at, by] of changes.toSorted((a, b) => a[0] - b[0])) {
    parts.push(text.slice(from, at), by)
    from = at + 1
  }
  parts.push(text.slice(from, end))
  return parts.join('')
}

function endOfLine(text: string, start: number, end: number): number {
  const found = text.indexOf('\n', start)
  return found === -1 || found > end ? end : found
}

/** A character as a message shows it. */
export function shown(text: string, at: number): string {
  const code = text.codePointAt(at) ?? NEWLINE
  const printable = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(code))
  if (printable) return `\`${String.fromCodePoint(code)}\``
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
