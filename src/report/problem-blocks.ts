/** One problem drawn in full: what is wrong, where, what was read, why it matters, what to do. */

import { positionOf } from '../base/source.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import {
  type Block,
  entry,
  faint,
  GAP,
  lines,
  piece,
  strong,
  paragraph,
  piecesOf,
  type Text,
  withCode,
} from '../markup/document.ts'
import { drawExcerpt, type Mark } from '../markup/excerpt.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { Finding } from '../rules/finding.ts'
import { showEvidence } from './evidence.ts'
import { headerOf, type HeaderLine } from './table-header.ts'
import { counted, monthCount, monthsText } from './words.ts'

export interface DrawingOptions {
  readonly width: number
  /** The reason of a rule is given once, with its first finding. */
  readonly withWhy: boolean
}

export function diagnosticBlocks(
  diagnostic: Diagnostic,
  trees: readonly Tree[],
  options: DrawingOptions,
): readonly Block[] {
  const { severity, code, span, message } = diagnostic
  const marks: readonly Mark[] = [
    { span, label: '', primary: true },
    ...diagnostic.labels.map((label) => ({ span: label.span, label: label.text, primary: false })),
  ]
  const context = contextOf(trees, marks)
  const indent = gutterOf(marks, context) + 1
  return [
    headline(severity, code, message),
    lines(drawExcerpt(marks, { width: options.width, style: severity, context })),
    ...adviceOf(diagnostic.help ?? diagnostic.mends[0]?.title, indent),
    GAP,
  ]
}

export function findingBlocks(
  finding: Finding,
  trees: readonly Tree[],
  options: DrawingOptions,
): readonly Block[] {
  const { severity, rule, title, message, span, why } = finding
  const { marks, listed, more } = showEvidence(span, finding.evidence)
  const context = contextOf(trees, marks)
  const indent = gutterOf(marks, context) + 1
  const notes: Block[] = listed.map(({ text, place }, at) =>
    note(at === 0 ? 'read' : '', place === undefined ? text : [text, faint(` ${place}`)], indent),
  )
  if (more > 0) notes.push(note('', `and ${counted(more, 'more value')}`, indent))
  if (monthCount(finding.months) > 1) {
    const months = `${monthsText(finding.months)} (${counted(monthCount(finding.months), 'month')})`
    notes.push(note('for', months, indent))
  }
  if (options.withWhy && why !== undefined) notes.push(note('why', withCode(why), indent))
  return [
    headline(severity, rule, title),
    paragraph(withCode(message), 2),
    lines(drawExcerpt(marks, { width: options.width, style: severity, context })),
    ...notes,
    ...adviceOf(finding.help ?? finding.mend?.title, indent),
    GAP,
  ]
}

/** `error[plant/stock-cover] The stock covers a week`. */
function headline(severity: Severity, name: string, text: string): Block {
  const words = piecesOf(withCode(text)).map((part) =>
    part.style === 'plain' ? strong(part.text) : part,
  )
  return paragraph([piece(severity, `${severity}[${name}]`), ' ', ...words])
}

/** The words of all notes are equally wide, so that what they say is aligned. */
function note(word: '' | 'read' | 'for' | 'why' | 'do', text: Text, indent: number): Block {
  const label = word === '' ? '' : `${word}:`
  return entry([faint('= '), strong(label.padEnd('read:'.length))], text, indent)
}

function adviceOf(help: string | undefined, indent: number): readonly Block[] {
  return help === undefined ? [] : [note('do', withCode(help), indent)]
}

/** The headers of the tables that marks lie in. */
function contextOf(trees: readonly Tree[], marks: readonly Mark[]): readonly HeaderLine[] {
  return marks.flatMap((mark) => headerOf(trees, mark.span) ?? [])
}

/** The width of the longest line number. */
function gutterOf(marks: readonly Mark[], context: readonly HeaderLine[]): number {
  const shown = marks.map(({ span }) => positionOf(span.source, span.start).line)
  return Math.max(...[...shown, ...context.map(({ line }) => line)].map((line) => `${line}`.length))
}
