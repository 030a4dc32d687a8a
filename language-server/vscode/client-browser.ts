/** The client of the language server in a browser, where the server is a web worker. */

import { type ExtensionContext, Uri } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from 'vscode-languageclient/browser'

import { clientOptions, NAME, SECTION } from './client-options.ts'

/** The server as the package holds it, beside this file. */
const SERVER = 'server.worker.js'

/** What is used of a worker. */
interface Port {
  terminate(): void
}
const { Worker } = globalThis as unknown as { readonly Worker: new (url: string) => Port }

export function makeClient({ extensionUri, subscriptions }: ExtensionContext): LanguageClient {
  let port: Port | undefined
  // Each start is of a fresh worker: the one before has said good-bye.
  const startServer = async () => {
    port?.terminate()
    port = new Worker(Uri.joinPath(extensionUri, SERVER).toString(true))
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) }
  }
  subscriptions.push({ dispose: () => port?.terminate() })
  return new LanguageClient(SECTION, NAME, startServer, clientOptions())
}
