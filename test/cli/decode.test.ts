// The first byte that is no UTF-8 is named exactly.
import { assert, oneof, property, string, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decodeUtf8 } from '../../src/base/utf8.ts'
import { decode, lettersOf } from '../../src/cli/decode.ts'

/** The plain way: the longest prefix that is UTF-8. */
function firstBad(bytes: Uint8Array): number | undefined {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const good = (length: number): boolean => {
    try {
      strict.decode(bytes.subarray(0, length))
      return true
    } catch {
      return false
    }
  }
  if (good(bytes.length)) return undefined
  let longest = 0
  for (let length = 0; length < bytes.length; length += 1) if (good(length)) longest = length
  return longest
}

describe('decoding', () => {
  test('gives back any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const bytes = Buffer.from(text)
        expect(decode(bytes)).toEqual({ text, broken: undefined })
        expect(decodeUtf8(bytes)).toEqual({ text, broken: undefined })
      }),
    )
  })

  test('names the first byte that is no UTF-8', () => {
    const bytes = oneof(
      uint8Array({ maxLength: 24 }),
      tuple(string({ unit: 'binary' }), uint8Array({ maxLength: 4 }), string()).map(
        ([before, odd, after]) =>
          Buffer.concat([Buffer.from(before), Buffer.from(odd), Buffer.from(after)]),
      ),
    )
    assert(
      property(bytes, (given) => {
        expect(decode(Buffer.from(given)).broken?.byte).toBe(firstBad(given))
      }),
      { numRuns: 1000 },
    )
  })

  test('knows its place in the text', () => {
    const { text, broken } = decode(Buffer.from([0x61, 0xc3, 0xa4, 0x0a, 0xe4, 0x62]))
    expect(text).toBe('aä\n\uFFFDb')
    expect(broken).toEqual({ byte: 4, value: 0xe4, offset: 3 })
  })
})

test('letters are lent of ASCII alone, without a NUL', () => {
  const letters = lettersOf(Buffer.from('plan kettles'))
  expect(letters?.textOf(5, 12)).toBe('kettles')
  expect([...(letters?.bytes ?? [])]).toEqual([...Buffer.from('plan kettles')])
  for (const other of ['größe', '\0', '\uFEFFplan']) {
    expect(lettersOf(Buffer.from(other))).toBeUndefined()
  }
})
