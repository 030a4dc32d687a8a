// The law of the service: after any edits a snapshot says what a fresh one says.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { makeSource, offsetOf, positionOf } from '../../src/base/source.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { BUSINESS, FAMILY } from './cursor.ts'
import { printed } from './printed.ts'
import { fresh, sameAsFresh, SNIPPETS, START, today } from './random-edits.ts'

describe('edits', () => {
  test('in any order give what a fresh workspace gives', () => {
    fc.assert(sameAsFresh, { numRuns: 12 })
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
