/** What the extension does wherever it runs: a client, its commands, its pages and its status. */

import { type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

import { SECTION } from './client-options.ts'
import { registerCommands } from './commands.ts'
import { lendFiles } from './files.ts'
import { Pages } from './pages.ts'
import { Status } from './status.ts'

export async function start(
  { subscriptions }: ExtensionContext,
  client: BaseLanguageClient,
): Promise<void> {
  const status = new Status(client)
  const pages = new Pages(client)
  subscriptions.push(status, pages, ...lendFiles(client), ...registerCommands(client))
  subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.statusBar`)) status.refresh()
    }),
  )
  await client.start()
  status.refresh()
}
