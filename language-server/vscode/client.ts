/** The client of the language server, which runs in a process of its own. */

import { type ExtensionContext, Uri, workspace } from 'vscode'
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node'

export const LANGUAGE = 'sop'
const SECTION = 'concord'
/** The server as the package holds it, beside this file. */
const SERVER = 'server.cjs'

export function makeClient({ extensionUri }: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(extensionUri, SERVER).fsPath
  return new LanguageClient(
    SECTION,
    'Concord',
    { module, transport: TransportKind.stdio },
    {
      documentSelector: [{ language: LANGUAGE }, { scheme: 'file', pattern: '**/concord.yaml' }],
      initializationOptions: { inlays: workspace.getConfiguration(SECTION).get('inlays') },
      synchronize: { configurationSection: SECTION },
      // A planner is told of mistakes in the plan; the panel is for whoever looks for a fault.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: false, supportHtml: false },
    },
  )
}
