/** Problems as the protocol's diagnostics: given when asked for, or sent when they have changed. */

import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'

import { type Problem, problemsIn, allProblems } from '../src/service/problems.ts'
import { BUILT_IN, pathOf, type Snapshot } from '../src/service/snapshot.ts'
import type { Client } from './client.ts'
import { canShow, locationOf, rangeOf } from './positions.ts'
import type { Root } from './root.ts'

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

export function diagnosticsIn(client: Client, root: Root, snapshot: Snapshot, path: string) {
  return problemsIn(snapshot, path).map((problem) => diagnosticOf(client, root, problem))
}

export function diagnosticOf(client: Client, root: Root, problem: Problem): Diagnostic {
  const { span, severity, code, message, help, unnecessary } = problem
  const labels = problem.labels.filter((label) => canShow(client, label.span))
  return {
    range: rangeOf(span),
    severity: SEVERITIES[severity],
    code,
    source: 'concord',
    message: help === undefined ? message : `${message}\n${help}`,
    ...(client.codeDescription && client.builtInTexts
      ? { codeDescription: { href: pageOf(code) } }
      : {}),
    ...(client.diagnosticTags && unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(client.relatedInformation && labels.length > 0
      ? {
          relatedInformation: labels.map((label) => ({
            location: locationOf(root, label.span),
            message: label.text,
          })),
        }
      : {}),
  }
}

const PAGES = `${BUILT_IN}pages/`
const PAGE_END = '.md'

/** The page of a code: the client asks the server for its text. */
export function pageOf(code: string): string {
  return PAGES + code + PAGE_END
}

/** The code whose page a URI is. */
export function pageNameIn(uri: string): string | undefined {
  return uri.startsWith(PAGES) && uri.endsWith(PAGE_END)
    ? uri.slice(PAGES.length, -PAGE_END.length)
    : undefined
}

/** Keeps what each document was told last, so that only changes are sent. */
export class Told {
  private readonly last = new Map<string, { readonly id: string; readonly text: string }>()
  private count = 0

  /** Whether the diagnostics of a document differ from those it was told; then they are now told. */
  differs(uri: string, diagnostics: readonly Diagnostic[]): boolean {
    return this.idOf(uri, diagnostics).changed
  }

  /** The same id for the same diagnostics of a document. */
  idOf(
    uri: string,
    diagnostics: readonly Diagnostic[],
  ): { readonly id: string; readonly changed: boolean } {
    const text = JSON.stringify(diagnostics)
    const before = this.last.get(uri)
    if (before?.text === text) return { id: before.id, changed: false }
    this.count += 1
    const id = String(this.count)
    this.last.set(uri, { id, text })
    return { id, changed: before !== undefined || diagnostics.length > 0 }
  }

  /** Documents that were told something. */
  uris(): readonly string[] {
    return [...this.last.keys()]
  }

  forget(uri: string): void {
    this.last.delete(uri)
  }
}

/** Every file of a workspace that has problems, or is open, with its diagnostics. */
export function allDiagnostics(
  client: Client,
  root: Root,
): readonly { readonly uri: string; readonly items: readonly Diagnostic[] }[] {
  const { snapshot } = root
  const paths = new Set([...snapshot.paths, ...allProblems(snapshot).keys()])
  const settings = snapshot.given.settings.source
  if (settings !== undefined) paths.add(pathOf(settings))
  return [...paths].flatMap((path) => {
    const items = diagnosticsIn(client, root, snapshot, path)
    return root.urisOf(path).map((uri) => ({ uri, items }))
  })
}
