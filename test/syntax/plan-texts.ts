/** Plans and rules of this repository as texts, and ways to write them worse. */

import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'

import { lastOf, LineSort, scanLines } from '../../grammar/lines.ts'
import { makeSource } from '../../src/base/source.ts'
import { filesBelow, root } from '../house/imports.ts'

function textsBelow(...folders: readonly string[]): readonly string[] {
  return filesBelow(...folders)
    .filter((path) => path.endsWith('.sop'))
    .map((path) => readFileSync(root + path, 'utf8'))
}

/** Plans of the examples, published ones among them. */
export const examplePlans = textsBelow('examples')

export const allTexts: readonly string[] = [
  ...examplePlans,
  ...textsBelow('src/prelude', 'src/rulebook', 'test/syntax/format'),
]

/** Some lines of a text, a few statements or a part of one. */
const stretches: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...allTexts), fc.nat(), fc.integer({ min: 3, max: 40 }))
  .map(([text, from, count]) => {
    const lines = text.split('\n')
    const start = from % lines.length
    return lines.slice(start, start + count).join('\n')
  })

const scraps = [
  ['"', '{', '}', '(', ')', ',', '#', '\\', '.', '..', '-', '=', '[', '%', '\0', '\f', '\r'],
  ['\n', '\r\n', '\n\n\n', '  ', '\t', '\u00a0', '\u2013', '\u201c', '\u2028', '\ufeff', 'ä'],
  [' {\n', '\n}\n', '  }', ',\n', '(\n', ',\n      ', '\n# c\n', ' # c', '#', 'plan x {\n'],
  ['month a b\n', '2027-01', '2027-01 .. ', 'total 1', 'unit each', 'test "a" {\n', 'by'],
  ['let x = ', 'given ', 'define f(month t) = ', ' in ', ' for ', ' if ', 'count (', '- -5'],
  ['5%', '1,200', '12_000', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n', '+', '$'],
].flat()

/** One change to a text, anywhere. */
type Change = (text: string) => string

function atPlace(place: number, change: (before: string, after: string) => string): Change {
  return (text) => {
    const at = place % (text.length + 1)
    return change(text.slice(0, at), text.slice(at))
  }
}

function inLine(place: number, change: (line: string) => readonly string[]): Change {
  return (text) => {
    const lines = text.split('\n')
    const at = place % lines.length
    return lines.flatMap((line, index) => (index === at ? change(line) : [line])).join('\n')
  }
}

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.nat(), fc.constantFrom(...scraps))
    .map(([place, scrap]) => atPlace(place, (before, after) => before + scrap + after)),
  fc
    .tuple(fc.nat(), fc.integer({ min: 1, max: 4 }))
    .map(([place, count]) => atPlace(place, (before, after) => before + after.slice(count))),
  fc.nat().map((place) => inLine(place, () => [])),
  fc.nat().map((place) => inLine(place, (line) => [line, line])),
  fc
    .tuple(fc.nat(), fc.nat(6))
    .map(([place, indent]) => inLine(place, (line) => [' '.repeat(indent) + line.trimStart()])),
)

/** Texts with any damage. */
export const damagedTexts: fc.Arbitrary<string> = fc
  .tuple(stretches, fc.array(changes, { maxLength: 6 }))
  .map(([text, list]) => list.reduce((changed, change) => change(changed), text))

/** The text without its comments. */
export function withoutComments(text: string): string {
  const lines = scanLines(makeSource('a.sop', text))
  const kept: string[] = []
  for (let line = 0; line < lines.count; line += 1) {
    const comment = lines.comment[line] ?? -1
    const code = text.slice(lines.start[line], comment === -1 ? lines.end[line] : comment)
    if (comment === -1 || code.trim() !== '') kept.push(code.trimEnd())
  }
  return `${kept.join('\n')}\n`
}

/** All comments of a text, in order. */
export function commentsOf(text: string): readonly string[] {
  const lines = scanLines(makeSource('a.sop', text))
  const comments: string[] = []
  for (let line = 0; line < lines.count; line += 1) {
    const comment = lines.comment[line] ?? -1
    if (comment !== -1) comments.push(text.slice(comment, lines.end[line]).trimEnd())
  }
  return comments
}

/** The same lines with other indents and other spaces; `widths` are taken one after another. */
export function scrambled(text: string, widths: readonly number[]): string {
  const lines = scanLines(makeSource('a.sop', text))
  let taken = 0
  const next = (): number => widths[(taken += 1) % widths.length] ?? 0
  const texts: string[] = []
  for (let first = 0; first < lines.count; first += 1) {
    const atTop = lines.codeStart[first] === lines.start[first]
    const indent = atTop ? 0 : 1 + next()
    const last = lastOf(lines, first)
    for (let line = first; line <= last; line += 1) {
      const code = text.slice(lines.codeStart[line], lines.end[line])
      const own = line === first ? indent : indent + 1 + next()
      const spaced = code.replace(/"(?:[^"\\]|\\.)*"| +/g, (found) => {
        return found.startsWith('"') ? found : ' '.repeat(1 + next())
      })
      texts.push(lines.sort[line] === LineSort.blank ? '' : ' '.repeat(own) + spaced)
    }
    first = last
  }
  return texts.join('\n')
}
