/** Keeps the server's pages that are shown as the plan is now. */

import { type Disposable, languages, type Uri, workspace } from 'vscode'
import { type BaseLanguageClient, TextDocumentContentRequest } from 'vscode-languageclient'

import { PAGES_SCHEME } from '../requests.ts'

export class Pages implements Disposable {
  private readonly client: BaseLanguageClient
  private readonly watched: readonly Disposable[]

  constructor(client: BaseLanguageClient) {
    this.client = client
    this.watched = [
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(({ scheme }) => scheme !== PAGES_SCHEME)) this.renew()
      }),
      workspace.onDidSaveTextDocument(() => this.renew()),
    ]
  }

  private renew(): void {
    const shown = workspace.textDocuments.map(({ uri }) => uri).filter(isPage)
    if (shown.length === 0) return
    const feature = this.client.getFeature(TextDocumentContentRequest.method)
    const providers = feature?.getProviders() ?? []
    for (const { scheme, onDidChangeEmitter } of providers) {
      if (scheme === PAGES_SCHEME) for (const uri of shown) onDidChangeEmitter.fire(uri)
    }
  }

  dispose(): void {
    for (const each of this.watched) each.dispose()
  }
}

/** Built-in plan files never change. */
function isPage({ scheme, path }: Uri): boolean {
  return scheme === PAGES_SCHEME && path.endsWith('.md')
}
