// What the line scanner says of each physical line: the formatter and the parser rely on it.

import { expect, test } from 'vitest'
import { lastOf, LineFlag, LineSort, scanLines } from '../../grammar/lines.ts'
import { makeSource } from '../../src/base/source.ts'

const names = new Map(Object.entries(LineSort).map(([name, sort]) => [sort as number, name]))
const flags = Object.entries(LineFlag)

/** `sort flags |code| #comment` of each line. */
function scanned(text: string): readonly string[] {
  const lines = scanLines(makeSource('test.sop', text))
  return Array.from({ length: lines.count }, (_, at) => {
    const name = names.get(lines.sort[at] ?? -1)
    const set = flags.filter(([, bit]) => ((lines.flags[at] ?? 0) & bit) !== 0).map(([key]) => key)
    const code = text.slice(lines.codeStart[at], lines.codeEnd[at])
    const comment = lines.comment[at] ?? -1
    const behind = comment === -1 ? '' : ` ${text.slice(comment, lines.end[at])}`
    return `${[name, ...set].join(' ')} |${code}|${behind}`
  })
}

test('sorts, code and comments', () => {
  const text = `# a
family b "c # d" {   # e

  by f
  let g = 1
  month h i # j
  2026-12 1 2#k
  total   1 2
}
define l() = 1
monthly m
month (n)
`
  expect(scanned(text)).toEqual([
    'comment || # a',
    'plan opens |family b "c # d"| # e',
    'blank ||',
    'clauses |by f|',
    'rule |let g = 1|',
    'header |month h i| # j',
    'row |2026-12 1 2| #k',
    'total |total   1 2|',
    'brace closes |}|',
    'define |define l() = 1|',
    'plan |monthly m|',
    'plan |month (n)|',
  ])
})

test('a line goes on where it ends with a comma or an open parenthesis, and the next is deeper', () => {
  expect(scanned('a b,\n  c, # d\n  # e\n   f\n  g')).toEqual([
    'plan |a b,|',
    'continuation |c,| # d',
    'continuation || # e',
    'continuation |f|',
    'plan |g|',
  ])
  expect(scanned('a = (b\n  2026-12\n  ) {\n')).toEqual([
    'plan |a = (b|',
    'continuation |2026-12|',
    'continuation opens |)|',
  ])
  expect(scanned('a b,\nc')).toEqual(['plan |a b,|', 'plan |c|'])
  expect(scanned('a b,\n\n  c')).toEqual(['plan |a b,|', 'blank ||', 'plan |c|'])
  expect(scanned('a "b (",\n  c')).toEqual(['plan |a "b (",|', 'continuation |c|'])
  expect(scanned('a (\n  }')).toEqual(['plan |a (|', 'brace closes |}|'])
  const lines = scanLines(makeSource('test.sop', 'a,\n b,\n c\nd'))
  expect([0, 1, 2, 3].map((at) => lastOf(lines, at))).toEqual([2, 2, 2, 3])
})

test('braces out of place, and texts that do not end', () => {
  expect(scanned('a { b }\n} c\n{\na "b {')).toEqual([
    'plan braces |a { b }|',
    'brace braces |} c|',
    'brace opens ||',
    'plan opens openText |a "b|',
  ])
})

test('line ends, the byte order mark and white space around', () => {
  expect(scanned('\uFEFF \ta\t \r\n\u00a0\r\n\r\nb')).toEqual([
    'plan |a|',
    'blank ||',
    'blank ||',
    'plan |b|',
  ])
  expect(scanned('')).toEqual([])
})

test('of a conflict the first side is read', () => {
  const text = '<<<<<<< a\nb\n||||||| c\nd\n=======\ne {\n>>>>>>> f (g,\n  h'
  expect(scanned(text).map((line) => line.split(' ', 1)[0])).toEqual([
    'conflict',
    'plan',
    'conflict',
    'conflict',
    'conflict',
    'conflict',
    'conflict',
    'plan',
  ])
  expect(scanned('=======\na')).toEqual(['conflict |=======|', 'plan |a|'])
})
