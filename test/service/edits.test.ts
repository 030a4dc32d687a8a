// The law of the service: after any edits a snapshot says what a fresh one says.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseDay, type Day } from '../../src/base/date.ts'
import { makeSource, offsetOf, positionOf } from '../../src/base/source.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { BUSINESS, FAMILY } from './cursor.ts'
import { printed } from './printed.ts'

const PLAN = `plan widgets for 2026-11 {
  month               sales  operations  inventory
  2026-11               100         100         60
  2026-12 .. 2027-04    110         110         60
}
`
const START: ReadonlyMap<string, string> = new Map([
  ['business.sop', BUSINESS],
  ['families.sop', FAMILY],
  ['plans/sales.sop', PLAN],
])

/** What planners and chance put into a text: words, breaks of both kinds, letters of two units. */
const SNIPPETS = [
  'widgets',
  '100',
  '}\n',
  ' {\r\n',
  '\r\n',
  '\r',
  '"',
  '\u{1F4C8}',
  '\uD83D',
  '  2026-12  7\n',
  'family gadgets {\n  strategy make-to-stock\n  unit each\n}\n',
  'role planner in operations\n',
  '# ',
  '\t',
]

type Step =
  | { readonly at: number; readonly cut: number; readonly text: string; readonly file: number }
  | { readonly gone: number }
  | { readonly whole: number; readonly with: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      file: fc.nat(2),
      at: fc.nat(400),
      cut: fc.nat(30),
      text: fc.constantFrom('', ...SNIPPETS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ gone: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ whole: fc.nat(2), with: fc.nat(2) }) },
)

const paths = [...START.keys()]
const texts = [...START.values()]
const today = parseDay('2026-11-20') as Day

function fresh(files: ReadonlyMap<string, string>): Snapshot {
  return new Workspace(today).apply({
    files: [...files].map(([path, text]) => ({ path, text })),
  })
}

/** The change of one step, and the files after it. */
function after(files: ReadonlyMap<string, string>, step: Step) {
  const next = new Map(files)
  const path = paths['gone' in step ? step.gone : 'whole' in step ? step.whole : step.file] ?? ''
  const text = next.get(path) ?? ''
  if ('gone' in step) next.delete(path)
  else if ('whole' in step) next.set(path, texts[step.with] ?? '')
  else {
    const at = Math.min(step.at, text.length)
    next.set(path, text.slice(0, at) + step.text + text.slice(at + step.cut))
  }
  return { next, change: { files: [{ path, text: next.get(path) }] } }
}

describe('edits', () => {
  test('in any order give what a fresh workspace gives', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (steps, ask) => {
        const workspace = new Workspace(today)
        workspace.apply({ files: [...START].map(([path, text]) => ({ path, text })) })
        let files = START
        for (const each of steps) {
          const { next, change } = after(files, each)
          const snapshot = workspace.apply(change)
          files = next
          // Whether somebody asked in between makes no difference.
          if (ask) void snapshot.review
        }
        expect(printed(workspace.snapshot)).toBe(printed(fresh(files)))
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('leave the snapshots before them as they were', () => {
    const workspace = new Workspace(today)
    const first = workspace.apply({ files: [...START].map(([path, text]) => ({ path, text })) })
    const second = workspace.apply({ files: [{ path: 'families.sop', text: undefined }] })
    expect(printed(first)).toBe(printed(fresh(START)))
    expect(printed(second)).not.toBe(printed(first))
    expect(second.tree('families.sop')).toBeUndefined()
  })

  test('parse nothing again that did not change', () => {
    const workspace = new Workspace(today)
    const first = workspace.apply({ files: [...START].map(([path, text]) => ({ path, text })) })
    const second = workspace.apply({
      files: [
        { path: 'business.sop', text: BUSINESS },
        { path: 'families.sop', text: `${FAMILY}# more\n` },
      ],
    })
    expect(second.tree('business.sop')).toBe(first.tree('business.sop'))
    expect(second.tree('plans/sales.sop')).toBe(first.tree('plans/sales.sop'))
    expect(second.tree('families.sop')).not.toBe(first.tree('families.sop'))
  })
})

describe('lines and columns', () => {
  test('lead to an offset and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SNIPPETS, 'x')), fc.nat(60), (parts, offset) => {
        const source = makeSource('a.sop', parts.join(''))
        const at = Math.min(offset, source.text.length)
        const back = offsetOf(source, positionOf(source, at))
        // Between the two signs of a line end there is no column: it is the end of the line.
        expect(source.text.slice(back, at).replace(/^\r?$/, '')).toBe('')
        expect(at - back).toBeLessThanOrEqual(1)
      }),
    )
  })
  test.each([
    [0, 0, 0],
    [1, -3, 0],
    [1, 99, 2],
    [2, 99, 6],
    [3, 1, 7],
    [9, 1, 7],
    [-1, 5, 2],
  ])('of places outside are the nearest: line %d, column %d is at %d', (line, column, expected) => {
    expect(offsetOf(makeSource('a.sop', 'ab\r\ncd\n'), { line, column })).toBe(expected)
  })
})
