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
  if (page !== null) return showPage(page, 'whole')
  void window.showInformationMessage('There is no cycle before this one to compare with.')
}

/** A half of a roll would be no plan: it is asked for once, and is one step to undo. */
export async function rollCycle(client: BaseLanguageClient): Promise<void> {
  const rolled = await client.sendRequest<RolledCycle | RefusedRoll>(ROLL, shown(client))
  if ('refused' in rolled) {
    void window.showWarningMessage(`${rolled.refused} ${rolled.help}`)
    return
  }
  const { opened, closed, folder, changed, notes } = rolled
  const question = `Roll from ${closed} to ${opened}?`
  const detail = `What ${closed} held is kept in ${folder}. These files change: ${changed.join(', ')}.`
  const yes = 'Roll'
  if ((await window.showInformationMessage(question, { modal: true, detail }, yes)) !== yes) return
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(rolled.edit)
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) {
    void window.showWarningMessage('Nothing was rolled: the files have changed. Roll again.')
    return
  }
  void window.showInformationMessage([`The cycle ${opened} is open.`, ...notes].join(' '))
}

/** The workspace of the editor that is in front. */
function shown({ code2ProtocolConverter }: BaseLanguageClient): WorkspaceParams {
  const document = window.activeTextEditor?.document
  if (document === undefined) return {}
  return { textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document) }
}
