/** What the closed cycle keeps: the text of its statements, in a folder of its own. */

import type { Edit, Source, Span } from '../base/source.ts'
import { spanOf, textOf, withEdits } from '../base/source.ts'
import { textIn } from '../facts/fact.ts'
import { quoted } from '../syntax/print.ts'
import { laidOutAs, withCommentsAbove } from './text.ts'
import type { Said } from './turn.ts'
import { fieldsOf } from './turn.ts'

/** A file of data that the closed cycle reads: the next cycle's would change under it. */
export interface Copy {
  readonly from: string
  readonly to: string
}

export interface ClosedFiles {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>
  readonly copies: readonly Copy[]
}

/** Each file of the workspace has one of its name in the folder, with the comment at its head. */
export function closedFiles(folder: string, kept: readonly Said[]): ClosedFiles {
  const files = new Map<string, string>()
  const copies = new Map<string, Copy>()
  for (const source of new Set(kept.map((said) => said.source))) {
    const own = kept.filter((said) => said.source === source)
    const edits = own.flatMap((said) => pathEdits(folder, said, copies))
    const head = headComment(source)
    const pieces = own.map(({ statement }) => withCommentsAbove(statement.span))
    const first = pieces[0]
    const parts = head !== undefined && (first?.start ?? 0) >= head.end ? [head, ...pieces] : pieces
    const text = parts.map((part, at) => between(parts[at - 1], part) + piece(part, edits)).join('')
    files.set(`${folder}/${source.path}`, laidOutAs(source, text))
  }
  return { files, copies: [...copies.values()] }
}

/** The comment that begins a file, about the file rather than about its first statement. */
function headComment(source: Source): Span | undefined {
  const found = /^(?:[^\S\n]*#[^\n]*\n)+(?=[^\S\n]*\r?\n)/.exec(source.text)
  return found === null ? undefined : spanOf(source, 0, found[0].length)
}

/** Statements that stood together still do. */
function between(before: Span | undefined, piece: Span): string {
  return before === undefined || before.end === piece.start ? '' : '\n'
}

function piece(span: Span, edits: readonly Edit[]): string {
  const own = edits
    .filter(({ span: at }) => at.start >= span.start && at.end <= span.end)
    .map(({ span: at, text }) => ({
      span: spanOf(span.source, at.start - span.start, at.end - span.start),
      text,
    }))
  const text = withEdits(textOf(span), own)
  return text.endsWith('\n') ? text : `${text}\n`
}

function pathEdits(folder: string, { fact }: Said, copies: Map<string, Copy>): readonly Edit[] {
  return fieldsOf(fact.spec).flatMap(({ field, type }) => {
    const from = type.type === 'path' ? textIn(fact, field) : undefined
    const span = fact.fields.get(field)?.span
    if (from === undefined || span === undefined) return []
    const to = `${folder}/${from}`
    copies.set(from, { from, to })
    return [{ span, text: quoted(to) }]
  })
}
