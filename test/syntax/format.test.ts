// The formatter: what it makes of texts, and what it never does.

import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { MOST_LINE } from '../../grammar/limits.ts'
import { lineAt } from '../../src/syntax/page.ts'
import { parse } from '../../grammar/parse.ts'
import { lineText, makeSource } from '../../src/base/source.ts'
import { format, formatEdits } from '../../src/syntax/format.ts'
import { treeDifference } from '../../src/syntax/tree-difference.ts'
import { pinned } from '../golden.ts'
import { edited, flawsOf, formatted } from './formatting.ts'
import { allTexts, damagedTexts, examplePlans, scrambled, withoutComments } from './plan-texts.ts'

const cases = join(import.meta.dirname, 'format')

describe('a text is laid out', () => {
  test.each(readdirSync(cases))('%s', (name) => {
    const text = readFileSync(join(cases, name, 'in.sop'), 'utf8')
    const laidOut = formatted(text)
    expect(laidOut).toBe(pinned(join(cases, name, 'out.sop'), laidOut))
    expect(formatted(laidOut)).toBe(laidOut)
  })

  test.each([
    ['', ''],
    ['\n \n\t\n', ''],
    ['# only a comment', '# only a comment\n'],
    ['unit each', 'unit each\n'],
    ['\ufeffunit each\n', 'unit each\n'],
    ['unit each\r\n\r\n\r\nunit  kg\r\n', 'unit each\n\nunit kg\n'],
    ['group a {\r\n  unit each # c \r\n}', 'group a {\n  unit each  # c\n}\n'],
    ['role x in\r\nunit  kg\r\n', 'role x in\nunit kg\n'],
  ])('%j', (text, laidOut) => {
    expect(formatted(text)).toBe(laidOut)
    expect(edited(text)).toBe(laidOut)
  })

  test('a text that touches a word was meant to go on: its line stays', () => {
    const line = '  message "{exists(item i in f where i = "10023")}"  '
    expect(formatted(`rule x/a "T" {\n given family f\n${line}\n}\n`)).toBe(
      `rule x/a "T" {\n  given family f\n${line}\n}\n`,
    )
    expect(formatted('item "a""b" in   f\nitem  "c" in   f\n')).toBe(
      'item "a""b" in   f\nitem "c" in f\n',
    )
  })

  test('names of all scripts stand in columns', () => {
    const text = 'plan x for 2026-11 {\n  month größe e\u0301te 日本 \n  2026-11 1 22 333\n}\n'
    const table = formatted(text).split('\n').slice(1, 3)
    expect(table).toEqual([
      '  month    größe  e\u0301te      日本',
      '  2026-11      1   22     333',
    ])
  })

  test('a long name does not drag its neighbours along', () => {
    const name = 'x'.repeat(5000)
    const text = `role ${name} in finance\nrole president in finance\n`
    expect(formatted(text)).toBe(text)
    const table = `plan x for 2026-11 {\n  month    "${name}"\n  2026-11 5\n}\n`
    expect(formatted(table).length).toBeLessThan(text.length + 200)
  })

  test('a line may not grow past what is read of a line', () => {
    const line = `define f(month t) = ${'a+'.repeat(100)}b(${'c,'.repeat(MOST_LINE / 2 - 200)}d)\n`
    const source = makeSource('a.sop', line)
    expect(
      treeDifference(parse(source), parse(makeSource('a.sop', format(source)))),
    ).toBeUndefined()
  })
})

test('byte order marks before all else go', () => {
  expect(formatted('\n \uFEFF\nbusiness "A" {\n}\n')).toBe('business "A" {\n}\n')
})

describe('a text that needs no change', () => {
  test('is returned as it is', () => {
    for (const text of allTexts) {
      const source = makeSource('a.sop', formatted(text))
      expect(format(source)).toBe(source.text)
      expect(formatEdits(source)).toEqual([])
    }
  })

  test('is the same however it was written', () => {
    const plain = allTexts
      .map(withoutComments)
      .filter((text) => parse(makeSource('a.sop', text)).problems.length === 0)
    expect(plain.length).toBeGreaterThan(10)
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.array(fc.nat(3), { minLength: 7, maxLength: 30 }),
        (text, widths) => {
          expect(formatted(scrambled(text, widths))).toBe(formatted(text))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('whatever the text', () => {
  test('formatting says the same, keeps the comments, and is done at once', () => {
    fc.assert(
      fc.property(damagedTexts, (text) => {
        expect(flawsOf(text)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('lines with a problem stay as they are', () => {
    fc.assert(
      fc.property(damagedTexts, (text) => {
        const source = makeSource('a.sop', text)
        const after = new Set(formatted(text).split('\n'))
        for (const { span } of parse(source).problems) {
          const line = lineText(source, lineAt(source, span.start) + 1)
          expect(after).toContain(line.replace(/^\uFEFF/, '').replace(/\r$/, ''))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(edited(text)).toBe(formatted(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a number of a table', () => {
  test('that gets a digit more, or less, changes no other line', () => {
    const plans = examplePlans.map(formatted)
    const changes = plans.flatMap((text) => [...longer(text), ...shorter(text)])
    expect(changes.length).toBeGreaterThan(200)
    expect(changes.filter((text) => formatted(text) !== text)).toEqual([])
  })
})

interface WholeNumber {
  readonly at: number
  readonly digits: string
  /** How much wider than the number its header is. */
  readonly room: number
}

/** The whole numbers of the tables of a formatted text. */
function* numbersOf(text: string): Generator<WholeNumber> {
  const headers = new Map<number, number>()
  for (const line of text.matchAll(/^ +(month|\d{4}-\d\d|total) .*$/gm)) {
    if (line[1] === 'month') headers.clear()
    for (const cell of line[0].matchAll(/(?<= )[\w-]+(?= |$)/g)) {
      const end = cell.index + cell[0].length
      if (line[1] === 'month') headers.set(end, cell[0].length)
      if (line[1] === 'month' || !/^\d+$/.test(cell[0])) continue
      const room = (headers.get(end) ?? 0) - cell[0].length
      yield { at: line.index + cell.index, digits: cell[0], room }
    }
  }
}

/** The text with one number longer by a digit, where its header is wider; each such text. */
function* longer(text: string): Generator<string> {
  for (const { at, digits, room } of numbersOf(text)) {
    if (room > 0) yield `${text.slice(0, at - 1)}${digits}0${text.slice(at + digits.length)}`
  }
}

/** The text with one number shorter by a digit; each such text. */
function* shorter(text: string): Generator<string> {
  for (const { at, digits, room } of numbersOf(text)) {
    if (room >= 0 && digits.length > 1) yield `${text.slice(0, at)} ${text.slice(at + 1)}`
  }
}
