/** What the client announced: the server sends nothing that it did not ask for. */

import type { ClientCapabilities, MarkupContent } from 'vscode-languageserver'

import type { Document } from '../src/markup/document.ts'
import { printMarkdown } from '../src/markup/markdown.ts'
import { printPlain } from '../src/markup/terminal.ts'
import type { ClientFiles } from './requests.ts'

export interface Client {
  readonly snippets: boolean
  /** Whether each kind of documentation may be Markdown. */
  readonly markdown: Readonly<Record<'hover' | 'completion' | 'signature', boolean>>
  readonly labelOffsets: boolean
  readonly documentChanges: boolean
  /** An edit may create files. */
  readonly createsFiles: boolean
  readonly pullDiagnostics: boolean
  readonly relatedInformation: boolean
  readonly diagnosticTags: boolean
  readonly diagnosticData: boolean
  readonly codeDescription: boolean
  /** It asks the server for texts that are on no disk: built-in files and pages. */
  readonly builtInTexts: boolean
  readonly diagnosticVersions: boolean
  readonly nestedSymbols: boolean
  readonly definitionLinks: boolean
  readonly codeActions: boolean
  readonly preferredActions: boolean
  readonly prepareRename: boolean
  readonly watchesFiles: boolean
  /** It reads files for the server: see `requests.ts`. */
  readonly lendsFiles: boolean
  readonly folders: boolean
  /** It asks the server to run the commands of lenses. */
  readonly commands: boolean
  /** It opens a document when the server says so. */
  readonly showsDocuments: boolean
  /** Edits may have `${1:places}` to fill in. */
  readonly snippetEdits: boolean
  /** Which views can be told to ask again. */
  readonly refreshes: Readonly<Record<'diagnostics' | 'inlays' | 'lenses' | 'tokens', boolean>>
}

export function clientOf(capabilities: ClientCapabilities): Client {
  const { textDocument: text, workspace, window } = capabilities
  const experimental = capabilities.experimental as Partial<ClientFiles> | null | undefined
  const markdown = (formats: readonly string[] | undefined) => formats?.[0] === 'markdown'
  const item = text?.completion?.completionItem
  const signature = text?.signatureHelp?.signatureInformation
  const published = text?.publishDiagnostics
  const pulled = text?.diagnostic
  return {
    snippets: item?.snippetSupport === true,
    markdown: {
      hover: markdown(text?.hover?.contentFormat),
      completion: markdown(item?.documentationFormat),
      signature: markdown(signature?.documentationFormat),
    },
    labelOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    pullDiagnostics: pulled !== undefined,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    diagnosticTags: (pulled?.tagSupport ?? published?.tagSupport) !== undefined,
    diagnosticData: (pulled?.dataSupport ?? published?.dataSupport) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    builtInTexts: workspace?.textDocumentContent !== undefined,
    diagnosticVersions: published?.versionSupport === true,
    nestedSymbols: text?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: text?.definition?.linkSupport === true,
    codeActions: text?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: text?.codeAction?.isPreferredSupport === true,
    prepareRename: text?.rename?.prepareSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    lendsFiles: experimental?.concord?.files === true,
    folders: workspace?.workspaceFolders === true,
    commands: workspace?.executeCommand !== undefined,
    showsDocuments: window?.showDocument?.support === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlays: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
      tokens: workspace?.semanticTokens?.refreshSupport === true,
    },
  }
}

const WIDTH = 80

/** A document as the client reads it. */
export function content(
  client: Client,
  where: keyof Client['markdown'],
  document: Document,
): MarkupContent {
  return client.markdown[where]
    ? { kind: 'markdown', value: printMarkdown(document) }
    : { kind: 'plaintext', value: printPlain(document, WIDTH) }
}
