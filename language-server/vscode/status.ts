/** The status bar: how the ten principles fare. */

import {
  type Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'

import { PRINCIPLES, type PrinciplesOf } from '../requests.ts'
import { principlesText, principlesTip } from './status-text.ts'

/** Typing goes on: asked once it rests for so long. */
const REST = 400

export class Status implements Disposable {
  private readonly client: BaseLanguageClient
  private readonly item = window.createStatusBarItem('concord', StatusBarAlignment.Left, 0)
  private readonly watched: readonly Disposable[]
  private waiting: ReturnType<typeof setTimeout> | undefined

  constructor(client: BaseLanguageClient) {
    this.client = client
    this.item.name = 'Concord: the ten principles'
    this.item.command = 'concord.checkWorkspace'
    this.watched = [
      this.item,
      languages.onDidChangeDiagnostics(() => this.refresh()),
      workspace.onDidChangeTextDocument(() => this.refresh()),
      client.onDidChangeState(() => this.refresh()),
    ]
  }

  refresh(): void {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => void this.show(), REST)
  }

  private async show(): Promise<void> {
    const wanted = workspace.getConfiguration('concord').get('statusBar') === true
    if (!wanted || this.client.state !== State.Running) return this.item.hide()
    // A server that is just going away answers nothing; the next state asks again.
    const found = await this.client
      .sendRequest<readonly PrinciplesOf[]>(PRINCIPLES, {})
      .catch(() => undefined)
    if (found === undefined) return
    const text = principlesText(found)
    if (text === undefined) return this.item.hide()
    const broken = found.some(({ principles }) => principles.some((each) => each.broken > 0))
    this.item.text = `$(${broken ? 'warning' : 'check-all'}) ${text}`
    this.item.tooltip = new MarkdownString(principlesTip(found))
    this.item.backgroundColor = broken
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined
    this.item.show()
  }

  dispose(): void {
    clearTimeout(this.waiting)
    for (const each of this.watched) each.dispose()
  }
}
