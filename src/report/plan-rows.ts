/** A plan file as git compares it: each row of a table says whose it is, and each number its column. */

import type { Entry, Statement, Table, Tree } from '../../grammar/tree.ts'
import { positionOf, textOf } from '../base/source.ts'

/** Lines that are no rows stay as they are. The same rows give the same text, however they are laid out. */
export function planRows(tree: Tree): string {
  const { source } = tree
  const lines = source.text.split(/\r?\n/)
  const lineOf = (offset: number): number => positionOf(source, offset).line - 1
  for (const { head, table } of tablesIn(tree.statements, '')) {
    const names = table.columns.map(({ text }) => text)
    const starts = [
      ...table.rowStart,
      ...(table.total === undefined ? [] : [table.total.span.start]),
    ]
    for (const start of starts) {
      const at = lineOf(start)
      lines[at] = rowText(head, names, lines[at] ?? '') ?? lines[at] ?? ''
    }
  }
  return lines.join('\n')
}

interface Headed {
  /** The statements it stands in, outermost first. */
  readonly head: string
  readonly table: Table
}

function tablesIn(entries: readonly Entry[], head: string): readonly Headed[] {
  return entries.flatMap((entry): readonly Headed[] => {
    if (entry.sort === 'table') return [{ head, table: entry }]
    return entry.sort === 'statement' ? tablesIn(entry.entries, headOf(entry, head)) : []
  })
}

function headOf({ line }: Statement, outer: string): string {
  const own = textOf(line.span).trim().replace(/\s+/g, ' ')
  return outer === '' ? own : `${outer}, ${own}`
}

/** Undefined where a row has not a cell for each column. */
function rowText(head: string, names: readonly string[], line: string): string | undefined {
  const [, indent = '', row = '', comment = ''] = /^(\s*)([^#]*)(#.*)?$/s.exec(line) ?? []
  const words = row.trim().split(/\s+/)
  const when = words.slice(0, -names.length)
  if (names.length === 0 || when.length === 0) return undefined
  const cells = words.slice(-names.length).map((word, at) => `${names[at] ?? ''} ${word}`)
  const said = [head, when.join(' '), ...cells].join(' | ')
  return `${indent}${said}${comment === '' ? '' : ` ${comment}`}`
}
