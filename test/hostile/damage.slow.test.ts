// One damaged line speaks of itself alone: the examples, with lines that the parser cannot read.

import { expect, test } from 'vitest'

import { positionOf } from '../../src/base/source.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { checked, exampleTexts, EXAMPLES, placeOf } from './checked.ts'
import { type Damage, damagesOf } from './damage.ts'

/** Every so many ways of damage are tried. */
const STEP = 58
/** The closed cycles of a year say the same things month after month. */
const CLOSED_STEP = STEP * 16

/** Errors that a damage brings, by code, place and message. */
function fresh(all: readonly Diagnostic[], before: ReadonlySet<string>): readonly Diagnostic[] {
  return all.filter(({ severity, code, message }) => {
    return severity === 'error' && !before.has(`${code} ${message}`)
  })
}

/**
 * The law. Where the damaged line has an error of its own, every other new error shows that line
 * as a second place, or names a word that stood in it: what it declared is missed where it is
 * used. Where the line has no error it has become another valid line, and there is no law.
 */
function strangers(damage: Damage, line: string, errors: readonly Diagnostic[]): readonly string[] {
  const isHere = ({ source, start }: Diagnostic['span']): boolean =>
    source.path === damage.path && positionOf(source, start).line === damage.line
  if (!errors.some(({ span }) => isHere(span))) return []
  const words = [...line.matchAll(/[\p{L}\d][\p{L}\d-]*/gu)].map(([word]) => word)
  return errors
    .filter(({ span, labels }) => !isHere(span) && !labels.some((label) => isHere(label.span)))
    .filter(({ message }) => !words.some((word) => message.includes(word)))
    .map(({ span, code, message }) => `${damage.how} => ${placeOf(span)} ${code}: ${message}`)
}

test.each(EXAMPLES)(
  '%s',
  (name) => {
    const texts = exampleTexts(name)
    const before = new Set(
      checked(texts).diagnostics.map(({ code, message }) => `${code} ${message}`),
    )
    const all = Object.entries(texts)
      .filter(([path]) => path.endsWith('.sop'))
      .flatMap(([path, text]) => damagesOf(path, text))
    const tried = all.filter(
      ({ path }, at) => at % (path.startsWith('closed/') ? CLOSED_STEP : STEP) === 0,
    )
    expect(tried.length).toBeGreaterThan(2)
    const found = tried.flatMap((damage) => {
      const { diagnostics } = checked({ ...texts, [damage.path]: damage.text })
      const line = (texts[damage.path] ?? '').split('\n')[damage.line - 1] ?? ''
      return strangers(damage, line, fresh(diagnostics, before))
    })
    expect(found).toEqual([])
  },
  60_000,
)
