/** From cycle to cycle: the page that compares two, and the roll to the next. */

import { window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

import {
  COMPARISON_PAGE,
  type RefusedRoll,
  ROLL,
  type RolledCycle,
  type WorkspaceParams,
} from '../requests.ts'
import { showPage } from './show-page.ts'

export async function compareCycles(client: BaseLanguageClient): Promise<void> {
  const page = await client.sendRequest<string | null>(COMPARISON_PAGE, shown(client))
  if (page !== null) return showPage(page)
  void window.showInformationMessage('There is no cycle before this one to compare with.')
}

/** The editor shows every change, and makes none that is not confirmed. */
export async function rollCycle(client: BaseLanguageClient): Promise<void> {
  const rolled = await client.sendRequest<RolledCycle | RefusedRoll>(ROLL, shown(client))
  if ('refused' in rolled) {
    void window.showWarningMessage(`${rolled.refused} ${rolled.help}`)
    return
  }
  const { opened, closed, folder, notes } = rolled
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(rolled.edit)
  const done = await workspace.applyEdit(edit, { isRefactoring: true })
  if (!done) return
  const kept = `The cycle ${opened} is open. What ${closed} held is kept in ${folder}.`
  void window.showInformationMessage([kept, ...notes].join(' '))
}

/** The workspace of the editor that is in front. */
function shown({ code2ProtocolConverter }: BaseLanguageClient): WorkspaceParams {
  const document = window.activeTextEditor?.document
  if (document === undefined) return {}
  return { textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document) }
}
