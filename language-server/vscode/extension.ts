/** The extension: starts the language server that it brings along, in a process of its own. */

import type { ExtensionContext } from 'vscode'

import { makeClient } from './client.ts'
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
