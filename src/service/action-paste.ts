/** Cells of a spreadsheet that were pasted into a table, made into its rows. */

import { type Source, spanOf } from '../base/source.ts'
import { TAB } from '../../grammar/chars.ts'
import type { Table, Statement } from '../../grammar/tree.ts'
import type { Action, Stretch } from './action.ts'
import { type Block, lineContext } from './line-context.ts'
import { type Reading, readPasted } from './pasted.ts'
import type { Snapshot } from './snapshot.ts'

/** An action for each way to read the lines with tabs around the stretch. */
export function pasteActions(snapshot: Snapshot, { path, start }: Stretch): readonly Action[] {
  const tree = snapshot.tree(path)
  if (tree === undefined) return []
  const { source } = tree
  const lines = tabbedLines(source, start)
  if (lines === undefined) return []
  const block = lineContext(tree, lines.start).blocks.at(-1)
  const columns = columnsOf(block)
  if (block === undefined || columns === undefined) return []
  const pasted = source.text.slice(lines.start, lines.end)
  return readPasted(pasted).flatMap((reading) => {
    const rows = rowsOf(reading, columns)
    if (rows === undefined) return []
    const newline = pasted.includes('\r\n') ? '\r\n' : '\n'
    const text = rows.map((row) => `  ${row}`).join(newline)
    const title = `Make rows of the pasted cells${reading.how === undefined ? '' : `: ${reading.how}`}`
    const edits = [{ span: spanOf(source, lines.start, lines.end), text }]
    return [
      {
        title,
        kind: 'write' as const,
        edits,
        snippet: undefined,
        problem: undefined,
        preferred: false,
      },
    ]
  })
}

/** The rows of cells as lines of a table with these columns; undefined where they do not fit. */
export function rowsOf(
  { rows, columns: names }: Reading,
  columns: readonly string[],
): readonly string[] | undefined {
  const order = columns.map((column, at) =>
    names === undefined ? at : names.findIndex((name) => name.toLowerCase() === column),
  )
  if (order.includes(-1)) return undefined
  const fits = rows.every(({ cells }) => names !== undefined || cells.length === columns.length)
  if (!fits) return undefined
  return rows.map(({ month, cells }) => [month, ...order.map((at) => cells[at] ?? '-')].join('  '))
}

/**
 * The lines around an offset that have tabs between words. Spreadsheets end the last one, too, so that
 * the cursor stands on an empty line below them.
 */
function tabbedLines(
  { text }: Source,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  let start = lineStart(text, offset)
  let end = lineEnd(text, offset)
  if (start > 0 && text.slice(start, end).trim() === '') {
    end = start - 1
    start = lineStart(text, end)
  }
  if (!hasTabs(text, start, end)) return undefined
  while (start > 0 && hasTabs(text, lineStart(text, start - 1), start - 1)) {
    start = lineStart(text, start - 1)
  }
  while (end < text.length && hasTabs(text, end + 1, lineEnd(text, end + 1))) {
    end = lineEnd(text, end + 1)
  }
  if (text.charAt(end - 1) === '\r') end -= 1
  return { start, end }
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline === -1 ? text.length : newline
}

/** A tab that only indents is none. */
function hasTabs(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end).trim()
  for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) === TAB) return true
  return false
}

/** The columns of the block's table. */
function columnsOf(block: Block | undefined): readonly string[] | undefined {
  const statement: Statement | undefined = block?.statement
  const table = statement?.entries.find((entry): entry is Table => entry.sort === 'table')
  return table?.columns.map(({ text }) => text)
}
