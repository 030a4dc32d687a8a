/** The client of the language server, which runs in a process of its own. */

import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

import { clientOptions, NAME, SECTION } from './client-options.ts'

/** The server as the package holds it, beside this file. */
const SERVER = 'server.cjs'

export function makeClient({ extensionUri }: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(extensionUri, SERVER).fsPath
  return new LanguageClient(
    SECTION,
    NAME,
    { module, transport: TransportKind.stdio },
    clientOptions(),
  )
}
