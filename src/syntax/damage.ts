/**
 * Finds the lines that stay as they are. A line with a problem is one. Where braces are lost, or
 * lines stand outside their block, indents decide what belongs together: there nothing is moved.
 */

import {
  CLOSE_PAREN,
  COMMA,
  HASH,
  isWordPart,
  OPEN_PAREN,
  QUOTE,
  textEnd,
} from '../../grammar/chars.ts'
import { lastOf, LineFlag, LineSort } from '../../grammar/lines.ts'
import type { Entry, Tree } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { syntaxDiagnostics } from '../diagnostics/syntax.ts'
import type { Page } from './page.ts'
import { keep, keepWhole, lineAt } from './page.ts'

type Code = keyof typeof syntaxDiagnostics

/** Nothing is known of the file, or not all that is wrong with it. */
const unreadable: ReadonlySet<string> = new Set<Code>([
  'file-too-long',
  'more-problems',
  'not-text',
])

/** What belongs to which block is in doubt. */
const structural: ReadonlySet<string> = new Set<Code>([
  'block-not-closed',
  'block-not-opened',
  'block-without-head',
  'blocks-too-deep',
  'brace-in-line',
  'brace-on-next-line',
  'conflict-marker',
  'line-outside-block',
  'stray-brace',
])

export function keepDamaged(page: Page, tree: Tree): void {
  const { source, lines } = page
  if (tree.problems.some(({ code }) => unreadable.has(code))) {
    keep(page, 0, lines.count - 1)
    return
  }
  for (const { span } of tree.problems) {
    const last = lineAt(source, Math.max(span.start, span.end - 1))
    for (let line = lineAt(source, span.start); line <= last; line += 1) keepWhole(page, line)
  }
  for (const entry of tree.statements) keepDamagedEntries(page, entry)
  const doubtful = tree.problems.filter(({ code }) => structural.has(code))
  if (doubtful.length > 0) keepDoubtful(page, tree, doubtful)
  keepBehindOpen(page)
  keepGlued(page)
}

/**
 * A text that touches a word or another text was meant to go on, as one with a quote inside it: what
 * stands apart in it for the reader does not for the planner.
 */
function keepGlued(page: Page): void {
  const { lines } = page
  for (let first = 0; first < lines.count; first += 1) {
    const last = lastOf(lines, first)
    if (hasGluedText(page, first, last)) keep(page, first, last)
    first = last
  }
}

function hasGluedText({ source, lines }: Page, first: number, last: number): boolean {
  const { text } = source
  const start = lines.codeStart[first] ?? 0
  const end = lines.codeEnd[last] ?? 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === HASH) at = text.indexOf('\n', at)
    if (at < 0) return false
    if (code !== QUOTE) continue
    const behind = textEnd(text, at, end)
    if (behind < 0) return false
    if (at > start && isPart(text.charCodeAt(at - 1))) return true
    if (behind < end && isPart(text.charCodeAt(behind))) return true
    at = behind - 1
  }
  return false
}

function isPart(code: number): boolean {
  return code === QUOTE || isWordPart(code)
}

function keepDamagedEntries(page: Page, entry: Entry): void {
  if (entry.sort === 'table') return
  const damaged =
    entry.sort === 'statement'
      ? entry.line.damaged
      : entry.sort === 'clauses'
        ? entry.damaged
        : entry.sort === 'damaged-rule-line'
  if (damaged) {
    const { start } = entry.sort === 'statement' ? entry.line.span : entry.span
    keepWhole(page, lineAt(page.source, start))
  }
  if (entry.sort === 'statement') for (const inner of entry.entries) keepDamagedEntries(page, inner)
}

/** Keeps whole statements at the top, with all lines to the next one. */
function keepDoubtful(page: Page, tree: Tree, doubtful: readonly Diagnostic[]): void {
  const { source, lines } = page
  const starts = tree.statements.map(({ line }) => lineAt(source, line.span.start))
  const places = doubtful.flatMap(placesOf).map((start) => lineAt(source, start))
  places.sort((a, b) => a - b)
  let next = 0
  for (let index = -1; index < starts.length; index += 1) {
    const first = index === -1 ? 0 : (starts[index] ?? 0)
    const behind = starts[index + 1] ?? lines.count
    const indented = index >= 0 && lines.codeStart[first] !== lines.start[first]
    const from = next
    while ((places[next] ?? behind) < behind) next += 1
    if (next > from || indented) keep(page, first, behind - 1)
  }
}

/** Where a problem is, and where it would be mended: blocks left open may share one report. */
function placesOf({ span, mends }: Diagnostic): readonly number[] {
  return [span.start, ...mends.flatMap(({ edits }) => edits.map((edit) => edit.span.start))]
}

/**
 * A line that ends with a comma or an open parenthesis, and does not go on, may not get a deeper
 * line behind it: that would be taken for its continuation.
 */
function keepBehindOpen(page: Page): void {
  const { lines } = page
  for (let first = 0; first < lines.count; first += 1) {
    const last = lastOf(lines, first)
    if (mayGoOn(page, first, last)) {
      keep(page, first, last)
      let next = last + 1
      while (lines.sort[next] === LineSort.comment) {
        keep(page, next, next)
        next += 1
      }
      const sort = lines.sort[next] ?? LineSort.blank
      if (sort !== LineSort.blank && sort !== LineSort.brace) keepWhole(page, next)
    }
    first = last
  }
}

function mayGoOn({ source, lines }: Page, first: number, last: number): boolean {
  const sort = lines.sort[first] ?? LineSort.blank
  if (sort < LineSort.plan || sort > LineSort.define) return false
  if (((lines.flags[last] ?? 0) & LineFlag.opens) !== 0) return false
  const end = lines.codeEnd[last] ?? 0
  if (source.text.charCodeAt(end - 1) === COMMA) return true
  let open = 0
  for (let at = lines.codeStart[first] ?? 0; at < end; at += 1) {
    const code = source.text.charCodeAt(at)
    if (code === OPEN_PAREN) open += 1
    else if (code === CLOSE_PAREN) open -= open > 0 ? 1 : 0
    else if (code === HASH) at = source.text.indexOf('\n', at)
    else if (code === QUOTE) at = textEnd(source.text, at, end) - 1
    if (at < 0) return true
  }
  return open > 0
}
