/** The extension: starts the language server that it brings along, and adds commands and a status. */

import { type ExtensionContext, workspace } from 'vscode'

import { makeClient } from './client.ts'
import { registerCommands } from './commands.ts'
import { Pages } from './pages.ts'
import { Status } from './status.ts'

let stop: (() => Promise<void>) | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const client = makeClient(context)
  const status = new Status(client)
  const pages = new Pages(client)
  context.subscriptions.push(status, pages, ...registerCommands(client))
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('concord.statusBar')) status.refresh()
    }),
  )
  stop = async () => client.dispose()
  await client.start()
  status.refresh()
}

export async function deactivate(): Promise<void> {
  await stop?.()
}
