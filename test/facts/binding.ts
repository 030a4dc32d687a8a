/** Binds small workspaces for tests, and prints what is said about them. */

import { parse } from '../../grammar/parse.ts'
import { printExact } from '../../src/base/exact.ts'
import type { ItemData, SourceProblem } from '../../src/base/item-data.ts'
import type { Span } from '../../src/base/source.ts'
import { makeSource, positionOf } from '../../src/base/source.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Bound } from '../../src/facts/bind.ts'
import { bind } from '../../src/facts/bind.ts'
import type { FieldValue } from '../../src/facts/fact.ts'

export interface Lent {
  readonly builtIn?: Readonly<Record<string, string>>
  /** CSV texts without quotes, or why a file cannot be read. */
  readonly files?: Readonly<Record<string, string | SourceProblem>>
}

/** One text, or several files. */
export function bound(text: string | Readonly<Record<string, string>>, lent: Lent = {}): Bound {
  const files = typeof text === 'string' ? { 'plan.sop': text } : text
  const trees = [
    ...Object.entries(files).map(([path, content]) => parse(makeSource(path, content))),
    ...Object.entries(lent.builtIn ?? {}).map(([path, content]) =>
      parse(makeSource(path, content, true)),
    ),
  ]
  const result = bind(trees, { readItems: (path) => read(path, lent) })
  const problems = [...trees.flatMap((tree) => tree.problems), ...result.problems]
  return { facts: result.facts, problems }
}

/** `plan.sop:3:7 code: message`, then its help, labels and mends, one a line. */
export function said(problems: readonly Diagnostic[]): readonly string[] {
  return problems.flatMap((problem) => [
    `${place(problem.span)} ${problem.code}: ${problem.message}`,
    ...(problem.help === undefined ? [] : [`  help: ${problem.help}`]),
    ...problem.labels.map((label) => `  ${place(label.span)} ${label.text}`),
    ...problem.mends.map(
      (mend) =>
        `  mend: ${mend.title}: ` +
        mend.edits.map((edit) => `${place(edit.span)} → ${edit.text}`).join(', '),
    ),
  ])
}

export function codes(problems: readonly Diagnostic[]): readonly string[] {
  return problems.map((problem) => problem.code)
}

export function place({ source, start, end }: Span): string {
  const { line, column } = positionOf(source, start)
  return `${source.path}:${line}:${column}-${column + end - start}`
}

/** A field's value in short. */
export function brief(value: FieldValue | undefined): unknown {
  switch (value?.type) {
    case undefined:
      return undefined
    case 'text':
      return value.text
    case 'word':
      return value.word
    case 'fact':
      return `${value.fact.kind} ${value.fact.name ?? value.fact.index}`
    case 'months':
      return [value.from, value.to]
    case 'month':
      return value.month
    case 'date':
      return value.day
    case 'duration':
      return `${value.duration.count} ${value.duration.of}`
    case 'quantity':
      return `${printExact(value.value)}${value.percent ? ' per cent' : ''} ${value.unit?.name.text ?? ''}`
    case 'expression':
      return value.expression.sort
    case 'flag':
      return true
    case 'list':
      return value.items.map((item) => brief(item.value))
  }
}

function read(path: string, lent: Lent): ItemData | SourceProblem {
  const file = lent.files?.[path]
  if (file === undefined) return { problem: 'there is no such file' }
  if (typeof file !== 'string') return file
  const [header = '', ...rows] = file.split('\n')
  return {
    source: makeSource(path, file),
    header: header.split(','),
    rows: rows.map((row, at) => ({ line: at + 2, cells: row.split(',') })),
  }
}
