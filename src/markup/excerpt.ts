/** Draws lines of sources with labelled marks below them. */

import { compareSpans, positionOf, type Source, type Span } from '../base/source.ts'
import { drawLine } from './drawn-line.ts'
import { clean } from './clean.ts'
import { faint, type Piece, piece, type Style, type Text } from './document.ts'
import { markRows } from './mark-rows.ts'

export interface Mark {
  readonly span: Span
  /** What stands beside or below the mark; may be empty. */
  readonly label: string
  /** The place that it is all about: drawn with `^` in the excerpt's colour. */
  readonly primary: boolean
}

export interface ExcerptOptions {
  readonly width: number
  /** The colour of the primary mark. */
  readonly style: Style
  /** Lines to show for orientation, such as the header of a table. */
  readonly context: readonly { readonly source: Source; readonly line: number }[]
}

/** The first mark is the primary one; marks of its source come first, others by path. */
export function drawExcerpt(marks: readonly Mark[], options: ExcerptOptions): readonly Text[] {
  const [first] = marks
  if (first === undefined) return []
  const sources = [...new Set(marks.map((mark) => mark.span.source))]
  const gutter = Math.max(...shownLines(marks, options).map((line) => String(line).length))
  const blank = ' '.repeat(gutter)
  const rows: Text[] = []
  for (const source of sources) {
    const own = marks.filter((mark) => mark.span.source === source)
    const arrow = source === first.span.source ? '-->' : ':::'
    rows.push([faint(`${blank}${arrow} `), placeOf((own[0] ?? first).span)])
    rows.push([faint(`${blank} |`)], ...sourceRows(source, own, gutter, options))
  }
  return rows
}

/** `path:line:column`. */
export function placeOf(span: Span): string {
  const { line, column } = positionOf(span.source, span.start)
  return clean(`${span.source.path}:${line}:${column}`)
}

function shownLines(marks: readonly Mark[], options: ExcerptOptions): readonly number[] {
  return [...marks.map((mark) => lineOf(mark.span)), ...options.context.map(({ line }) => line)]
}

function lineOf(span: Span): number {
  return positionOf(span.source, span.start).line
}

function sourceRows(
  source: Source,
  marks: readonly Mark[],
  gutter: number,
  options: ExcerptOptions,
): readonly Text[] {
  const byLine = new Map<number, Mark[]>()
  for (const { source: of, line } of options.context) if (of === source) byLine.set(line, [])
  for (const mark of marks.toSorted((a, b) => compareSpans(a.span, b.span))) {
    const line = lineOf(mark.span)
    byLine.set(line, [...(byLine.get(line) ?? []), mark])
  }
  const rows: Text[] = []
  let last: number | undefined
  for (const line of [...byLine.keys()].toSorted((a, b) => a - b)) {
    if (last !== undefined && line > last + 1) rows.push([faint(' '.repeat(gutter - 1) + '...')])
    rows.push(...lineRows(source, line, byLine.get(line) ?? [], gutter, options))
    last = line
  }
  return rows
}

function lineRows(
  source: Source,
  line: number,
  marks: readonly Mark[],
  gutter: number,
  options: ExcerptOptions,
): readonly Text[] {
  const room = Math.max(options.width - gutter - 3, 20)
  const focus = marks.find((mark) => mark.primary) ?? marks[0]
  const drawn = drawLine(source, line, focus?.span.start ?? 0, room)
  const number = faint(`${String(line).padStart(gutter)} | `)
  const text = marks.length === 0 ? faint(drawn.text) : drawn.text
  const placed = marks.map((mark) => {
    const from = drawn.columnOf(mark.span.start)
    const to = Math.max(drawn.columnOf(mark.span.end), from + 1)
    const style: Style = mark.primary ? options.style : 'faint'
    return { from, to, label: clean(mark.label), sign: mark.primary ? '^' : '-', style }
  })
  const margin: Piece = piece('faint', `${' '.repeat(gutter)} | `)
  return [[number, text], ...markRows(placed, room).map((row) => [margin, ...row])]
}
