// Any text gives a tree: nothing throws, nothing hangs, and a damaged line speaks of itself alone.

import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parse, parseExpression, parseTemplate } from '../../grammar/parse.ts'
import { cellSpan, rowSpan, totalSpan } from '../../grammar/places.ts'
import type { Entry, Tree } from '../../grammar/tree.ts'
import { lentSource, makeSource, positionOf, spanOf } from '../../src/base/source.ts'
import { expression, outline, parsed, problemsOf } from './outline.ts'
import { sample } from './sample.ts'
import { told } from './told.ts'

const RUNS = 300
vi.setConfig({ testTimeout: 60_000 })

/** What the language is made of, and what people type instead. */
const scraps = fc.constantFrom(
  ...'{ } ( ) , = == + - * / . .. ... < > != && || ! " \' # % : ; \\ ^ [ ] $ @ _ \t'.split(' '),
  ...'\u2212 \u2013 \u00a0 \u200b \u201c \u201d \u00e4 \u{1f600} \ufffd \uFEFF \r'.split(' '),
  ...'<<<<<<< ======= >>>>>>> month total rest 2026-12 2026-13 2026-1 2026-12-04 1,200'.split(' '),
  ...'1200 12.5 15% 1e9 12each for of by in per and or not if then else between where'.split(' '),
  ...'plan family rule given let require at fix define sum count unit under "text"'.split(' '),
  '\n',
  '\n  ',
  ' ',
  '\r\n',
  ' {\n',
  '\n}\n',
  '\\"',
  '\\{',
)
const scrapped = fc.array(scraps, { maxLength: 80 }).map((parts) => parts.join(''))

/** What a tree says and where, as one text. */
function whole({ statements, problems }: Tree): string {
  const kept = (key: string, value: unknown): unknown => (key === 'source' ? undefined : value)
  return JSON.stringify([told(statements), problems], kept)
}

/** Reads all that a tree refers to. */
function explore(tree: Tree): void {
  const { source, statements, problems } = tree
  const inside = (start: number, end: number): void => {
    if (start < 0 || end < start || end > source.text.length) throw new Error(`${start} to ${end}`)
  }
  const walk = (entry: Entry): void => {
    inside(entry.span.start, entry.span.end)
    if (entry.sort === 'statement') {
      for (const { values } of entry.line.arguments) {
        for (const value of values) if (value.sort === 'name') parseTemplate(value)
      }
      for (const inner of entry.entries) walk(inner)
    }
    if (entry.sort !== 'table') return
    for (let column = 0; column <= entry.columns.length; column += 1) {
      for (let row = 0; row < entry.rowCount; row += 1) cellSpan(entry, row, column)
      totalSpan(entry, column)
    }
    for (let row = 0; row < entry.rowCount; row += 1) rowSpan(entry, row)
  }
  for (const statement of statements) walk(statement)
  for (const { span, labels, mends } of problems) {
    inside(span.start, span.end)
    for (const label of labels) inside(label.span.start, label.span.end)
    for (const { edits } of mends) {
      for (const edit of edits) inside(edit.span.start, edit.span.end)
    }
  }
}

function survives(text: string): void {
  const started = performance.now()
  const tree = parsed(text)
  explore(tree)
  outline(text)
  if (performance.now() - started > 2_000) throw new Error('this took too long')
}

/** Runs a property; what it finds is the message of what this throws. */
function holds<Given>(given: fc.Arbitrary<Given>, runs: number, check: (it: Given) => void): void {
  fc.assert(fc.property(given, check), { numRuns: runs })
}

describe('any text', () => {
  test('any characters', () => {
    const characters = fc.string({ unit: 'binary', maxLength: 300 })
    expect(() => holds(characters, RUNS, survives)).not.toThrow()
    expect(() => holds(fc.string({ unit: 'grapheme' }), RUNS, survives)).not.toThrow()
  })

  test('any bytes', () => {
    const check = (bytes: Uint8Array): void => {
      survives(new TextDecoder().decode(bytes))
      survives(String.fromCharCode(...bytes.map((byte) => byte || 32)))
    }
    expect(() => holds(fc.uint8Array({ maxLength: 300 }), RUNS, check)).not.toThrow()
  })

  test('scraps of the language', () => {
    expect(() => holds(scrapped, 5 * RUNS, survives)).not.toThrow()
    const inBlock = scrapped.map((text) => `plan a {\n  month b c\n  ${text}\n}\nunit d\n`)
    expect(() => holds(inBlock, 2 * RUNS, survives)).not.toThrow()
  })

  test('scraps as an expression and as a message', () => {
    const check = (text: string): void => {
      const source = makeSource('test.sop', text)
      parseTemplate({ span: spanOf(source, 0, text.length) })
      const found = parseExpression(source, 0, text.length).expression
      if (found !== undefined) expression(found)
    }
    expect(() => holds(scrapped, 2 * RUNS, check)).not.toThrow()
  })
})

describe('a damaged sample', () => {
  const lines = sample.split('\n')

  test('the sample is in order', () => {
    expect(problemsOf(sample)).toEqual([])
  })

  test('characters put in, taken out and doubled', () => {
    const change = fc.record({
      at: fc.nat(sample.length),
      cut: fc.nat(12),
      put: fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 4 })),
    })
    const changed = fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
      return changes.reduce((text, { at, cut, put }) => {
        return text.slice(0, at) + put + text.slice(at + cut)
      }, sample)
    })
    expect(() => holds(changed, 2 * RUNS, survives)).not.toThrow()
  })

  test('lines taken out and swapped', () => {
    const some = fc.shuffledSubarray([...lines.keys()])
    const mixed = fc.tuple(some, fc.boolean()).map(([kept, inOrder]) => {
      const order = inOrder ? kept.toSorted((a, b) => a - b) : kept
      return order.map((line) => lines[line]).join('\n')
    })
    expect(() => holds(mixed, RUNS, survives)).not.toThrow()
  })

  const closing = [...lines.keys()].filter((at) => lines[at]?.trim() === '}')
  const opening = [...lines.keys()].filter((at) => /^\S.* \{$/.test(lines[at] ?? ''))

  test.each(closing)('the closing brace of line %i taken out is said once', (at) => {
    expect(parsed(lines.toSpliced(at, 1).join('\n')).problems).toHaveLength(1)
  })

  test.each(opening)('the opening brace of line %i taken out is said at its line', (at) => {
    const text = lines.with(at, lines[at]?.slice(0, -2) ?? '').join('\n')
    expect(problemsOf(text)).toEqual([expect.stringContaining(`${at + 1}:1+`)])
    expect(problemsOf(text)).toEqual([expect.stringContaining('block-not-opened')])
  })

  /** Lines of which only the words change, not what they open, close or go on with. */
  const plain = [...lines.entries()].filter(([at, line]) => {
    const continued = /[,(]$/.test(lines[at - 1] ?? '') || /[,(]$/.test(line)
    return line.trim() !== '' && !/^\s*[#})]|[{]$/.test(line) && !continued
  })
  const damages: readonly ((line: string) => string)[] = [
    (line) => line.replace(/(\s+#.*)?$/, ' @$1'),
    (line) => line.replace(/ ([^\s#]+)(\s+#.*)?$/, ' "$1'),
    (line) => line.replace(/^(\s*\S+)/, '$1 ; '),
    (line) => line.replace(/^(\s*\S+\s+)/, '$1 2026-13 '),
    (line) => line.replace(/(\s+#.*)?$/, ' = =$1'),
    (line) => line.replace(/^(\s*)/, '$1+ '),
    (line) => line.replaceAll(' ', '\u00a0'),
  ]
  const shape = outline(sample).split('\n')

  test.each(plain)('line %i alone speaks: %s', (at, line) => {
    const isTable = /^\s*(?:month|total|\d)/.test(line)
    const complaints = damages.map((damage) => {
      const text = lines.with(at, damage(line)).join('\n')
      const tree = parsed(text)
      const now = new Set(outline(text).split('\n'))
      const lost = shape.filter((entry) => !now.has(entry)).length
      return {
        elsewhere: tree.problems.filter(({ span }) => {
          return positionOf(tree.source, span.start).line !== at + 1
        }),
        silent: tree.problems.length === 0,
        othersLost: lost > (isTable ? 7 : 1),
      }
    })
    const none = { elsewhere: [], silent: false, othersLost: false }
    expect(complaints).toEqual(damages.map(() => none))
  })
})

test('letters that a host lends say what their text says', () => {
  const letters = scrapped.map((text) => text.replaceAll(/[^\t\n\r -~]/g, ''))
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = new TextEncoder().encode(text)
      const textOf = (from: number, to: number): string => text.slice(from, to)
      const lent = parse(lentSource('test.sop', { bytes, textOf }))
      expect(whole(lent)).toBe(whole(parsed(text)))
    }),
    { numRuns: RUNS },
  )
})
