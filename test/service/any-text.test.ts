// Whatever a file says and wherever one asks: every feature answers, and with places in the text.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Span } from '../../src/base/source.ts'
import { actions } from '../../src/service/actions.ts'
import { callerAt, incomingCalls, outgoingCalls } from '../../src/service/calls.ts'
import { completion } from '../../src/service/completion.ts'
import { definition } from '../../src/service/definition.ts'
import { folds } from '../../src/service/folding.ts'
import { formatFile, formatOnType, formatRange } from '../../src/service/formatting.ts'
import { hover } from '../../src/service/hover.ts'
import { INLAY_KINDS, inlays } from '../../src/service/inlays.ts'
import { lenses } from '../../src/service/lenses.ts'
import { linkedRanges } from '../../src/service/linked.ts'
import { links } from '../../src/service/links.ts'
import { problemsIn } from '../../src/service/problems.ts'
import { highlights, references } from '../../src/service/references.ts'
import { rename, renameable } from '../../src/service/rename.ts'
import { selectionRanges } from '../../src/service/selection.ts'
import { semanticTokens } from '../../src/service/semantic-tokens.ts'
import { signatureHelp } from '../../src/service/signature-help.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { documentSymbols, type PlanSymbol, workspaceSymbols } from '../../src/service/symbols.ts'
import { BUSINESS, FAMILY, snapshotOf } from './cursor.ts'

const PATH = 'plan.sop'

/** Every place that any feature gives for an offset. */
function placesAt(snapshot: Snapshot, offset: number): readonly Span[] {
  const at = [snapshot, PATH, offset] as const
  const size = snapshot.source(PATH)?.text.length ?? 0
  const stretch = { path: PATH, start: offset, end: Math.min(offset + 20, size) }
  const calls = [...incomingCalls(...at), ...outgoingCalls(...at)]
  const renamed = rename(...at, 'other')
  const found = definition(...at)
  void [signatureHelp(...at), callerAt(...at), renameable(...at), workspaceSymbols(snapshot, 'a')]
  return [
    ...completion(...at).items.map(({ span }) => span),
    ...[hover(...at)].flatMap((each) => each?.span ?? []),
    ...(found === undefined ? [] : [found.origin, found.name, found.whole]),
    ...references(...at, { declaration: true }),
    ...highlights(...at).map(({ span }) => span),
    ...(renamed === undefined || 'refused' in renamed ? [] : renamed.edits.map(({ span }) => span)),
    ...selectionRanges(...at),
    ...(linkedRanges(...at) ?? []),
    ...calls.flatMap(({ of, places }) => [of.span, of.nameSpan, ...places]),
    ...actions(snapshot, stretch).flatMap(({ edits }) => edits.map(({ span }) => span)),
    ...formatOnType(...at).map(({ span }) => span),
    ...formatRange(snapshot, PATH, stretch.start, stretch.end).map(({ span }) => span),
  ]
}

/** Every place that any feature gives for the file. */
function placesIn(snapshot: Snapshot): readonly Span[] {
  const size = snapshot.source(PATH)?.text.length ?? 0
  const flat = (symbols: readonly PlanSymbol[]): readonly Span[] =>
    symbols.flatMap(({ span, selection, children }) => [span, selection, ...flat(children)])
  return [
    ...formatFile(snapshot, PATH).map(({ span }) => span),
    ...problemsIn(snapshot, PATH).flatMap(({ span, labels, mends }) => [
      span,
      ...labels.map((label) => label.span),
      ...mends.flatMap(({ edits }) => edits.map((edit) => edit.span)),
    ]),
    ...inlays(snapshot, PATH, { start: 0, end: size }, new Set(INLAY_KINDS)).map(
      ({ span }) => span,
    ),
    ...lenses(snapshot, PATH).flatMap(({ span, places }) => [
      span,
      ...places.map((each) => each.span),
    ]),
    ...links(snapshot, PATH).map(({ span }) => span),
    ...flat(documentSymbols(snapshot, PATH)),
    ...semanticTokens(snapshot, PATH).map(({ span }) => span),
  ]
}

function isInText({ source, start, end }: Span): boolean {
  return start >= 0 && start <= end && end <= source.text.length
}

const RULE = `rule plant/low "Low" {
  given   family f, month t in horizon where f.unit = each
  let     left = sum(inventory(g, t) in case for family g)
  require left >= least(f) or if left > 1 then known(left) else sales(f, t) between 1 and 2
  at      inventory(f, t)
  message "{f} {t}: {left} left"
  fix     sales(f, t) = 2 * -operations(f, t)
}
define least(family g) = 10 * factor(g)
`
const PLAN = `plan widgets for 2026-11 {
  month               sales  operations
  2026-11               100         110   # more
  2026-12 .. 2027-04    90%        rest
  total                 100           -
}
item "10 \u{1F4C8}" "A \\" B" in widgets
supply widgets {
  uses hall 0.5 hour per 12 each on line
  month  line
  2026-10 ..  60%
}
`
const NOISE = [
  '\r\n',
  '\t',
  '{',
  '}',
  '"',
  '(',
  ')',
  ',',
  '..',
  '#',
  ' for ',
  '\uD83D',
  '\u{1F4C8}',
  '2026-',
  '-',
  '=',
]

const wholeText = fc
  .record({
    parts: fc.shuffledSubarray([BUSINESS, FAMILY, RULE, PLAN], { minLength: 1 }),
    wounds: fc.array(
      fc.record({ at: fc.nat(900), cut: fc.nat(25), by: fc.constantFrom('', ...NOISE) }),
      { maxLength: 5 },
    ),
    windows: fc.boolean(),
  })
  .map(({ parts, wounds, windows }) => {
    const text = wounds.reduce(
      (all, { at, cut, by }) => all.slice(0, at) + by + all.slice(at + cut),
      parts.join(''),
    )
    return windows ? text.replace(/\r?\n/g, '\r\n') : text
  })

describe('any text', () => {
  test('has an answer at any offset, past its end as well', () => {
    fc.assert(
      fc.property(
        wholeText,
        fc.array(fc.nat(1300), { minLength: 12, maxLength: 12 }),
        (text, offsets) => {
          const snapshot = snapshotOf(new Map([[PATH, text]]))
          for (const offset of offsets) {
            expect(placesAt(snapshot, offset).filter((span) => !isInText(span))).toEqual([])
          }
          expect(placesIn(snapshot).filter((span) => !isInText(span))).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('has colours and folds that editors can take', () => {
    fc.assert(
      fc.property(wholeText, (text) => {
        const snapshot = snapshotOf(new Map([[PATH, text]]))
        let end = 0
        for (const { span } of semanticTokens(snapshot, PATH)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(span.start, span.end)).not.toContain('\n')
          ;({ end } = span)
        }
        for (const { from, to } of folds(snapshot, PATH)) expect(to).toBeGreaterThan(from)
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  test('of a file that is not there has no answer, and no failure', () => {
    const snapshot = snapshotOf(new Map())
    expect(placesAt(snapshot, 7)).toEqual([])
    expect(placesIn(snapshot)).toEqual([])
  })
})
