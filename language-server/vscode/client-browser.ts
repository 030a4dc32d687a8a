/** The client of the language server in a browser, where the server is a web worker. */

import { type ExtensionContext, Uri, workspace } from 'vscode'
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
/** Of the globals of the Web, those that Node has not. */
interface Web {
  readonly Worker: new (url: string) => Port
}
const { Worker } = globalThis as unknown as Web

export function makeClient({ extensionUri, subscriptions }: ExtensionContext): LanguageClient {
  let port: Port | undefined
  // Each start is of a fresh worker: the one before has said good-bye.
  const startServer = async () => {
    port?.terminate()
    port = new Worker(await scriptAt(Uri.joinPath(extensionUri, SERVER)))
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) }
  }
  subscriptions.push({ dispose: () => port?.terminate() })
  return new LanguageClient(SECTION, NAME, startServer, clientOptions())
}

/** A browser starts no worker from a file of a remote machine, but from what the file says. */
async function scriptAt(uri: Uri): Promise<string> {
  if (uri.scheme !== 'vscode-remote') return uri.toString(true)
  const script = await workspace.fs.readFile(uri)
  return URL.createObjectURL(new Blob([Uint8Array.from(script)], { type: 'text/javascript' }))
}
