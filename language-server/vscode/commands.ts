/** The commands: one table, by the names that the manifest gives them. */

import { commands, type Disposable, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

import { NUMBER_PAGE, type NumberPageParams, PRINCIPLES_PAGE, RULES_PAGE } from '../requests.ts'
import { compareCycles, rollCycle } from './cycles.ts'
import { showPage } from './show-page.ts'

const COMMANDS: Readonly<Record<string, (client: BaseLanguageClient) => Promise<void>>> = {
  'concord.checkWorkspace': async () => {
    await commands.executeCommand('workbench.actions.view.problems')
    await showPage(PRINCIPLES_PAGE, 'whole')
  },
  'concord.explainNumber': explainNumber,
  'concord.openRulebook': async () => showPage(RULES_PAGE, 'whole'),
  'concord.compareCycles': compareCycles,
  'concord.rollCycle': rollCycle,
  'concord.restart': async (client) => {
    await client.stop()
    await client.start()
  },
}

export function registerCommands(client: BaseLanguageClient): readonly Disposable[] {
  return Object.entries(COMMANDS).map(([name, run]) =>
    commands.registerCommand(name, async () => {
      // A server that is just starting is waited for; one that runs is there at once.
      await client.start()
      return run(client)
    }),
  )
}

async function explainNumber(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const params: NumberPageParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  }
  const page = await client.sendRequest<string | null>(NUMBER_PAGE, params)
  if (page !== null) return showPage(page, 'beside')
  void window.showInformationMessage(
    'There is no number of a plan here. Set the cursor on a number in a table of months.',
  )
}
