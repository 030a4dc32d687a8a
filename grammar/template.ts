// Texts with holes, and expressions by themselves: for messages of rules, and for whoever asks.

import type { Source, Span } from '../src/base/source.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { BACKSLASH, CLOSE_BRACE, OPEN_BRACE, QUOTE } from './chars.ts'
import { readExpression } from './parse-line.ts'
import { mend, Problems, report } from './problems.ts'
import type { Expression, Template } from './tree.ts'

/** An expression, if it could be read, and what was wrong with it. */
export interface ParsedExpression {
  readonly expression: Expression | undefined
  readonly problems: readonly Diagnostic[]
}

/** Parses what stands between two offsets of a source as one expression. */
export function parseExpression(source: Source, start: number, end: number): ParsedExpression {
  const problems = new Problems(source)
  if (source.text.slice(start, end).trim() === '') {
    problems.add(report('expression-missing', problems.span(start, end), {}))
    return { expression: undefined, problems: problems.list() }
  }
  const expression = readExpression(problems, start, end, false)
  return { expression, problems: problems.list() }
}

const keptBySource = new WeakMap<Source, (start: number) => Template['parts'] | undefined>()

/** Lends the parts of a source's templates, by their offsets, which were parsed before. */
export function keepTemplates(
  source: Source,
  partsAt: (start: number) => Template['parts'] | undefined,
): void {
  keptBySource.set(source, partsAt)
}

/**
 * Parses a text in quotes whose `{expression}` are holes, from its place in the source: so that
 * the places in the holes are true. A hole that cannot be read is left out and reported. A text
 * within a hole has its quotes escaped, as it stands in a text.
 */
export function parseTemplate(text: { readonly span: Span }): Template {
  const { span } = text
  const kept = keptBySource.get(span.source)?.(span.start)
  if (kept !== undefined) return { parts: kept, problems: [], span }
  const problems = new Problems(span.source)
  const parts: (string | Expression)[] = []
  const whole = span.source.text
  const quoted = whole.charCodeAt(span.start) === QUOTE
  const closed = span.end - span.start > 1 && whole.charCodeAt(span.end - 1) === QUOTE
  const end = quoted && closed ? span.end - 1 : span.end
  let literal = ''
  for (let at = quoted ? span.start + 1 : span.start; at < end;) {
    const code = whole.charCodeAt(at)
    if (code === BACKSLASH && at + 1 < end) {
      literal += whole.charAt(at + 1)
      at += 2
    } else if (code === OPEN_BRACE) {
      const close = holeEnd(whole, at, end)
      if (literal !== '') parts.push(literal)
      literal = ''
      const hole = close === -1 ? unclosed(problems, at, span.end) : readHole(problems, at, close)
      if (hole !== undefined) parts.push(hole)
      at = close === -1 ? end : close + 1
    } else {
      const next = nextSpecial(whole, at + 1, end)
      literal += whole.slice(at, next)
      at = next
    }
  }
  if (literal !== '') parts.push(literal)
  return { parts, problems: problems.list(), span }
}

function readHole(problems: Problems, open: number, close: number): Expression | undefined {
  const { text } = problems.source
  if (text.slice(open + 1, close).trim() === '') {
    const span = problems.span(open, close + 1)
    const mends = [mend('delete it', [span, ''])]
    problems.add(report('expression-missing', span, {}, { mends }))
    return undefined
  }
  return readExpression(problems, open + 1, close, true)
}

/** A quote in a hole ends the text, which then touches what was to stand in it: that is told. */
function unclosed(problems: Problems, at: number, end: number): undefined {
  if (/^[^\s,]/.test(problems.source.text.charAt(end))) return undefined
  const span = problems.span(at, at + 1)
  const mends = [mend('write the brace itself', [span, '\\{'])]
  problems.add(report('hole-not-closed', span, { brace: '{' }, { mends }))
  return undefined
}

/** The brace that closes a hole: not one in a text within it. */
function holeEnd(text: string, open: number, end: number): number {
  let inText = false
  for (let at = open + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) {
      at += 1
      if (text.charCodeAt(at) === QUOTE) inText = !inText
    } else if (code === CLOSE_BRACE && !inText) return at
  }
  return -1
}

function nextSpecial(text: string, start: number, end: number): number {
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH || code === OPEN_BRACE) return at
    at += 1
  }
  return end
}
