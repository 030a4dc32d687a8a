/** Edits of several files, in the form that the client takes. */

import type {
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'

import type { Edit } from '../src/base/source.ts'
import type { Client } from './client.ts'
import { rangeOf, uriOf } from './positions.ts'
import type { Located, Session } from './session.ts'

/** With `documentChanges` each file says the version that the edits are for. */
export function workspaceEdit(
  client: Client,
  session: Session,
  { root }: Located,
  edits: readonly Edit[],
): WorkspaceEdit {
  const files = new Map<string, TextEdit[]>()
  for (const { span, text } of edits) {
    const uri = uriOf(root, span.source)
    const edit = { range: rangeOf(span), newText: text }
    const list = files.get(uri)
    if (list === undefined) files.set(uri, [edit])
    else list.push(edit)
  }
  if (!client.documentChanges) return { changes: Object.fromEntries(files) }
  return { documentChanges: documentEdits(session, files) }
}

/** One edit with places to fill in, for a client that takes such; else the edits without. */
export function snippetEdit(
  client: Client,
  session: Session,
  located: Located,
  edits: readonly Edit[],
  snippet: string | undefined,
): WorkspaceEdit {
  const [edit] = edits
  if (snippet === undefined || edit === undefined || !client.snippetEdits) {
    return workspaceEdit(client, session, located, edits)
  }
  const { span } = edit
  const made = { range: rangeOf(span), snippet: { kind: 'snippet', value: snippet } as const }
  const files = new Map([[uriOf(located.root, span.source), [made]]])
  return { documentChanges: documentEdits(session, files) }
}

function documentEdits(
  session: Session,
  files: ReadonlyMap<string, (TextEdit | SnippetTextEdit)[]>,
): TextDocumentEdit[] {
  return [...files].map(([uri, list]): TextDocumentEdit => {
    const version = session.documents.get(uri)?.version ?? null
    return { textDocument: { uri, version }, edits: list }
  })
}
