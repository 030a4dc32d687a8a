/** Source texts, and places in them. The only file that knows lines and columns. */

/** One file's text as the host lent it. Paths are relative to the workspace, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
  /** A built-in source is part of Concord: it is opened read-only and never edited. */
  readonly builtIn: boolean
  /** To look at each is quicker so, and needs no text. */
  readonly letters?: Letters | undefined
}

/** The characters of a text that is all ASCII, without a NUL. */
export interface Letters {
  readonly bytes: Uint8Array
  /** The text of some of them. */
  readonly textOf: (from: number, to: number) => string
}

/** A half-open range of UTF-16 offsets in one source. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** One-based line and column, as editors show them; columns count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Replaces the text of a span. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

const NEWLINE = 10
const RETURN = 13

const lineStartsBySource = new WeakMap<Source, Int32Array>()

export function makeSource(path: string, text: string, builtIn = false): Source {
  return { path, text, builtIn }
}

/** A built-in source whose text is read when somebody asks for it. */
export function lateSource(path: string, read: () => string): Source {
  let text: string | undefined
  return {
    path,
    builtIn: true,
    get text() {
      return (text ??= read())
    },
  }
}

/** A source whose text is made when somebody asks for it: most of a plan is numbers. */
export function lentSource(path: string, letters: Letters): Source {
  return new LentSource(path, letters)
}

class LentSource implements Source {
  readonly path: string
  readonly builtIn = false
  letters: Letters | undefined
  private made: string | undefined

  constructor(path: string, letters: Letters) {
    this.path = path
    this.letters = letters
    this.made = undefined
  }

  get text(): string {
    const { letters } = this
    return (this.made ??= letters?.textOf(0, letters.bytes.length) ?? '')
  }

  set text(text: string) {
    this.made = text
  }
}

/** One piece of a text that is replaced. */
export interface Replaced {
  readonly start: number
  /** The end of the piece in the text before. */
  readonly end: number
  /** By how much the text is longer then. */
  readonly longer: number
}

/**
 * Lets a source have another text, for whoever moves every span of it at once. Nobody else may know
 * the source as it was.
 */
export function rewriteSource(
  source: { text: string; letters?: Letters | undefined } & Omit<Source, 'text' | 'letters'>,
  text: string,
  { start, end, longer }: Replaced,
): void {
  const starts = lineStartsBySource.get(source)
  const lines = source.text.slice(start, end) + text.slice(start, end + longer)
  source.text = text
  source.letters = undefined
  if (starts === undefined) return
  // Long files have very many lines: they are looked for again only where there are others.
  if (lines.includes('\n')) lineStartsBySource.delete(source)
  else {
    for (let line = lineAt(starts, start) + 1; line < starts.length; line += 1) {
      starts[line] = (starts[line] ?? 0) + longer
    }
  }
}

export function spanOf(source: Source, start: number, end: number): Span {
  return { source, start, end }
}

/** A span of its own: some nodes of a tree are spans themselves. */
export function copyOfSpan({ source, start, end }: Span): Span {
  return { source, start, end }
}

/** The span from the start of one to the end of the other; both lie in one source. */
export function spanBetween(first: Span, last: Span): Span {
  return { source: first.source, start: first.start, end: last.end }
}

export function textOf({ source, start, end }: Span): string {
  return partOf(source, start, end)
}

/** Some of a text, without all of it made where its letters are lent. */
export function partOf(source: Source, from: number, to: number): string {
  return source.letters?.textOf(from, to) ?? source.text.slice(from, to)
}

/** How many characters a source has. */
export function lengthOf(source: Source): number {
  return source.letters?.bytes.length ?? source.text.length
}

/** The offset of the line end at or behind an offset, or of the end of the text. */
export function lineEndAt(source: Source, offset: number): number {
  const found = newlineAt(source, offset)
  return found === -1 ? lengthOf(source) : found
}

/** The offset at which the line of an offset begins. */
export function lineStartAt(source: Source, offset: number): number {
  const { letters } = source
  const before = offset - 1
  if (before < 0) return 0
  return (letters?.bytes.lastIndexOf(NEWLINE, before) ?? source.text.lastIndexOf('\n', before)) + 1
}

function newlineAt(source: Source, offset: number): number {
  const { letters } = source
  return letters?.bytes.indexOf(NEWLINE, offset) ?? source.text.indexOf('\n', offset)
}

/** So many characters are compared at once: to make a text of few takes no fresh memory. */
const AT_ONCE = 1 << 14

/** Whether two sources say the same between two offsets. */
export function saySame(one: Source, other: Source, from: number, to: number): boolean {
  for (let at = from; at < to; at += AT_ONCE) {
    const end = Math.min(at + AT_ONCE, to)
    if (partOf(one, at, end) !== partOf(other, at, end)) return false
  }
  return true
}

export function positionOf(source: Source, offset: number): Position {
  const starts = lineStartsOf(source)
  const line = lineAt(starts, offset)
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
}

/** The offset of a position. A place outside of the text is the nearest one in it. */
export function offsetOf(source: Source, { line, column }: Position): number {
  const { text } = source
  const starts = lineStartsOf(source)
  const start = line < 1 ? 0 : starts[line - 1]
  if (start === undefined) return text.length
  let end = starts[Math.max(line, 1)] ?? text.length
  if (end > start && text.charCodeAt(end - 1) === NEWLINE) end -= 1
  if (end > start && text.charCodeAt(end - 1) === RETURN) end -= 1
  return Math.min(start + Math.max(column - 1, 0), end)
}

/** The text of a one-based line, without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = lineStartsOf(source)
  const start = starts[line - 1]
  if (start === undefined) return ''
  const end = starts[line] ?? lengthOf(source)
  return partOf(source, start, end).replace(/\r?\n$/, '')
}

/** A text with edits made in it. Where two of them touch the same letters, the first one counts. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let made = ''
  let at = 0
  for (const { span, text: by } of sorted) {
    if (span.start < at) continue
    made += text.slice(at, span.start) + by
    at = span.end
  }
  return made + text.slice(at)
}

/** Orders spans by path, then by place: the order in which everything is reported. */
export function compareSpans(a: Span, b: Span): number {
  if (a.source !== b.source && a.source.path !== b.source.path) {
    return a.source.path < b.source.path ? -1 : 1
  }
  return a.start - b.start || a.end - b.end
}

/** The offset at which each line starts. */
export function lineStartsOf(source: Source): Int32Array {
  const known = lineStartsBySource.get(source)
  if (known !== undefined) return known
  const starts = [0]
  for (let at = newlineAt(source, 0); at !== -1; at = newlineAt(source, at + 1)) {
    starts.push(at + 1)
  }
  const result = Int32Array.from(starts)
  lineStartsBySource.set(source, result)
  return result
}

function lineAt(starts: Int32Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
