// Of a source whose letters are lent the same is found as of one with a text.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  lengthOf,
  lentSource,
  lineEndAt,
  lineStartAt,
  lineStartsOf,
  lineText,
  makeSource,
  partOf,
  saySame,
  type Source,
} from '../../src/base/source.ts'

const texts = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '}'), { maxLength: 12 })

function lent(text: string): Source {
  const bytes = new TextEncoder().encode(text)
  return lentSource('plan.sop', { bytes, textOf: (from, to) => text.slice(from, to) })
}

test('lines and parts', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (parts, one, other) => {
      const text = parts.join('')
      const [from, to] = [Math.min(one, other, text.length), Math.min(other, text.length)]
      const answers = (source: Source) => [
        lengthOf(source),
        partOf(source, from, to),
        lineEndAt(source, from),
        lineStartAt(source, from),
        [...lineStartsOf(source)],
        lineText(source, 1),
        lineText(source, 2),
      ]
      expect(answers(lent(text))).toEqual(answers(makeSource('plan.sop', text)))
    }),
  )
})

test('whether two say the same, also where they are long', () => {
  const long = `${'a line\n'.repeat(5000)}end`
  fc.assert(
    fc.property(fc.nat(long.length - 1), fc.nat(long.length), fc.nat(long.length), (at, a, b) => {
      const other = `${long.slice(0, at)}!${long.slice(at + 1)}`
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const same = at < from || at >= to
      expect(saySame(lent(long), lent(other), from, to)).toBe(same)
      expect(saySame(lent(long), makeSource('plan.sop', other), from, to)).toBe(same)
      expect(saySame(lent(long), lent(long), from, to)).toBe(true)
    }),
  )
})
