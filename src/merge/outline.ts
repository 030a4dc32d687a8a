/** Finds the items of a text: its lines are all in them, each once. */

import { lex } from '../../grammar/lexer.ts'
import type { Lines } from '../../grammar/lines.ts'
import { lastOf, LineFlag, scanLines } from '../../grammar/lines.ts'
import { Problems } from '../../grammar/problems.ts'
import type { Entry, RuleLine, Statement, Table, Tree } from '../../grammar/tree.ts'
import type { Source } from '../base/source.ts'
import { lineAt } from '../syntax/page.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { identityOf, kindOf } from './identity.ts'
import {
  type BlockItem,
  commentsIn,
  type Item,
  type LineItem,
  type Outline,
  type TableItem,
  type Written,
} from './item.ts'
import { rowsOfTable } from './table-rows.ts'

/** Of a tree without problems. */
export function outlineOf({ source, statements }: Tree): Outline {
  return new Outliner(source).read(statements, { from: 0, to: undefined }, undefined)
}

class Outliner {
  readonly source: Source
  readonly lines: Lines

  constructor(source: Source) {
    this.source = source
    this.lines = scanLines(source)
  }

  read(
    entries: readonly Entry[],
    place: { readonly from: number; readonly to: number | undefined },
    parent: KindSpec | undefined,
  ): Outline {
    const items: Item[] = []
    let at = place.from
    for (const entry of entries) {
      const first = this.lineAt(startOf(entry))
      const above = this.texts(at, first)
      const [item, next] = this.item(entry, first, above, parent)
      items.push(item)
      at = next
    }
    return { items, below: this.texts(at, place.to ?? this.lines.count) }
  }

  private item(
    entry: Entry,
    first: number,
    above: readonly string[],
    parent: KindSpec | undefined,
  ): readonly [Item, number] {
    if (entry.sort === 'table') return this.table(entry, first, above)
    const last = lastOf(this.lines, first)
    const written = this.written(first, last)
    if (entry.sort === 'statement' && entry.hasBlock) {
      return this.block(entry, { first, last, above, head: written }, parent)
    }
    const word = wordOf(entry)
    const identity =
      entry.sort === 'statement' ? identityOf(entry, kindOf(entry, parent)) : `the line ${word}`
    const said = saidOf(written)
    const item: LineItem = {
      sort: 'line',
      identities: [identity, identity, said],
      word,
      above,
      lines: written.lines,
      said,
      written,
    }
    return [item, last + 1]
  }

  private block(
    statement: Statement,
    place: {
      readonly first: number
      readonly last: number
      readonly above: readonly string[]
      readonly head: Written
    },
    parent: KindSpec | undefined,
  ): readonly [BlockItem, number] {
    const { first, last, above, head } = place
    const end = this.lineAt(statement.span.end)
    const spec = kindOf(statement, parent)
    const inside = this.read(statement.entries, { from: last + 1, to: end }, spec)
    const close = this.written(end, end)
    const identity = identityOf(statement, spec)
    const columns = statement.entries.flatMap((entry) =>
      entry.sort === 'table' ? [columnsOf(entry).toSorted().join(' ')] : [],
    )
    const said = [saidOf(head), outlineSaid(inside), saidOf(close)].join('\n')
    const item: BlockItem = {
      sort: 'block',
      identities: [identity, [identity, ...columns].join(' | '), said],
      word: wordOf(statement),
      above,
      lines: this.texts(first, end + 1),
      said,
      statement,
      spec,
      head,
      inside,
      close,
      ordered: statement.entries.some(isRuleLine),
    }
    return [item, end + 1]
  }

  private table(
    table: Table,
    first: number,
    above: readonly string[],
  ): readonly [TableItem, number] {
    const { source, lines } = this
    const last = this.lineAt(table.span.end)
    const header = this.written(first, first)
    const columns = columnsOf(table)
    const { rows, total } = rowsOfTable(table, source.text, lines, [first + 1, last])
    const said = [
      saidOf(header),
      ...[...(rows ?? []), ...(total === undefined ? [] : [total])].map(
        (row) => `${commentsIn(row.above)}\n${row.said}`,
      ),
      rows === undefined ? this.texts(first, last + 1).join('\n') : '',
    ].join('\n')
    const item: TableItem = {
      sort: 'table',
      identities: ['the table', `the table ${columns.join(' ')}`, said],
      word: 'the table',
      above,
      lines: this.texts(first, last + 1),
      said,
      header,
      columns,
      rows,
      total,
    }
    return [item, last + 1]
  }

  private written(first: number, last: number): Written {
    const { source, lines } = this
    const { tokens } = lex(
      new Problems(source),
      lines.codeStart[first] ?? 0,
      lines.codeEnd[last] ?? 0,
    )
    const words = tokens.map(({ image }) => image)
    const flags = lines.flags[last] ?? 0
    if ((flags & LineFlag.opens) !== 0) words.push('{')
    const comments: string[] = []
    for (let line = first; line <= last; line += 1) {
      const comment = lines.comment[line] ?? -1
      if (comment !== -1) comments.push(source.text.slice(comment, lines.end[line]).trim())
    }
    return {
      lines: this.texts(first, last + 1),
      code: words.join(' '),
      comment: comments.join('\n'),
    }
  }

  private texts(from: number, to: number): readonly string[] {
    const { source, lines } = this
    const texts: string[] = []
    for (let line = from; line < to; line += 1) {
      texts.push(source.text.slice(lines.start[line], lines.end[line]))
    }
    return texts
  }

  private lineAt(offset: number): number {
    return lineAt(this.source, offset)
  }
}

function outlineSaid({ items, below }: Outline): string {
  return [
    ...items.map(({ above, said }) => `${commentsIn(above)}\n${said}`),
    commentsIn(below),
  ].join('\n')
}

function saidOf({ code, comment }: Written): string {
  return comment === '' ? code : `${code}\n${comment}`
}

/** Its name twice makes a column's name empty in the tree. */
function columnsOf(table: Table): readonly string[] {
  return table.columns.map(({ span }) => table.source.text.slice(span.start, span.end))
}

function wordOf(entry: Exclude<Entry, Table>): string {
  if (entry.sort === 'statement') return entry.line.keyword.text
  if (entry.sort === 'clauses') return entry.clauses[0]?.preposition.text ?? ''
  return entry.sort === 'damaged-rule-line' ? entry.word : entry.sort
}

function startOf(entry: Entry): number {
  return entry.sort === 'statement' ? entry.line.span.start : entry.span.start
}

function isRuleLine(entry: Entry): entry is RuleLine {
  return entry.sort !== 'table' && entry.sort !== 'statement' && entry.sort !== 'clauses'
}
