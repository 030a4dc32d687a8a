/** Diagnostics for clients that ask for them, and the texts that only the server has. */

import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  TextDocumentContentRequest,
  type WorkspaceDocumentDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver'

import { printMarkdown } from '../src/markup/markdown.ts'
import { comparisonPage, isComparisonPage } from './comparison-page.ts'
import { pageNamed } from './pages.ts'
import { allDiagnostics, diagnosticsIn, pageNameIn } from './diagnostics.ts'
import { isLensPage, lensPage } from './lens-pages.ts'
import { isNumberPage, numberPage } from './number-page.ts'
import { type Desk, handle, type Handler } from './handler.ts'

export const diagnosticHandlers: readonly Handler[] = [
  handle(DocumentDiagnosticRequest.type, (desk, params): DocumentDiagnosticReport => {
    const { uri } = params.textDocument
    const located = desk.session.locate(uri)
    const items =
      located === undefined
        ? []
        : diagnosticsIn(desk.client, located.root, located.snapshot, located.path)
    const { id } = desk.told.idOf(uri, items)
    if (params.previousResultId === id) return { kind: 'unchanged', resultId: id }
    return { kind: 'full', resultId: id, items }
  }),
  handle(WorkspaceDiagnosticRequest.type, (desk, params) => {
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]))
    const found = desk.session.all().flatMap((root) => allDiagnostics(desk.client, root))
    const items = found.map(({ uri, items }): WorkspaceDocumentDiagnosticReport => {
      const version = desk.session.documents.get(uri)?.version ?? null
      const { id } = desk.told.idOf(uri, items)
      if (known.get(uri) === id) return { kind: 'unchanged', uri, version, resultId: id }
      return { kind: 'full', uri, version, resultId: id, items: [...items] }
    })
    const there = new Set(items.map(({ uri }) => uri))
    const gone = [...known.keys()].filter((uri) => !there.has(uri))
    for (const uri of gone) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }),
  handle(TextDocumentContentRequest.type, (desk, { uri }) => ({ text: textOf(desk, uri) })),
]

/** A built-in file, or the page of a rule, a diagnostic, a number or a lens. */
function textOf({ session }: Desk, uri: string): string {
  if (isNumberPage(uri)) {
    const page = numberPage(session.all(), uri)
    return page === undefined ? 'The plan no longer has this number.\n' : printMarkdown(page)
  }
  if (isLensPage(uri)) {
    const page = lensPage(session.all(), uri)
    return page === undefined ? 'The text has changed since.\n' : printMarkdown(page)
  }
  if (isComparisonPage(uri)) {
    const page = comparisonPage(session.all(), uri)
    return page === undefined ? 'There are no two cycles to compare.\n' : printMarkdown(page)
  }
  const name = pageNameIn(uri)
  const [root] = session.all()
  if (name !== undefined) {
    const page = root && pageNamed(root.snapshot, name)
    return page === undefined ? '' : printMarkdown(page)
  }
  const located = session.locate(uri)
  return located?.snapshot.source(located.path)?.text ?? ''
}
