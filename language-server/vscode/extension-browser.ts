/** The extension in a browser: starts the language server that it brings along, as a web worker. */

import type { ExtensionContext } from 'vscode'

import { makeClient } from './client-browser.ts'
import { start } from './start.ts'

let stop: (() => Promise<void>) | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const client = makeClient(context)
  stop = async () => client.dispose()
  await start(context, client)
}

export async function deactivate(): Promise<void> {
  await stop?.()
}
