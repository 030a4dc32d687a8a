/** What the server offers: everything that the service can do, in the words of the protocol. */

import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'

import { TOKEN_TYPES } from '../src/service/semantic-tokens.ts'
import type { Client } from './client.ts'
import { COMMANDS } from './handlers-lenses.ts'

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    completionProvider: { triggerCharacters: [' ', '.', '{', '(', ','] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [' ', '(', ','] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    codeActionProvider: client.codeActions
      ? { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll'] }
      : false,
    codeLensProvider: {},
    ...(client.commands ? { executeCommandProvider: { commands: Object.keys(COMMANDS) } } : {}),
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}'] },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    callHierarchyProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: {
        tokenTypes: [...TOKEN_TYPES],
        tokenModifiers: ['declaration', 'defaultLibrary'],
      },
      full: { delta: true },
      range: true,
    },
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'concord',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: {
      ...(client.folders
        ? { workspaceFolders: { supported: true, changeNotifications: true } }
        : {}),
      ...(client.builtInTexts ? { textDocumentContent: { schemes: ['concord'] } } : {}),
    },
  }
}
