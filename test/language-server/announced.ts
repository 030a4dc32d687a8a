/** What a client may announce, and the signs by which one sees that the server knows of it. */

import type { Editor } from './editor.ts'
import { FILES, PLAN } from './served.ts'

const RULE = `rule plant/made "All that is sold is made" {
  given   family f, month t in horizon
  require sales(f, t) <= operations(f, t)
  at      sales(f, t)
  message "{f} {t}: too little"
  help    "record it: decision NAME \\"…\\" about {f} {t}"
}
define twice(family f, month t) = 2 * tolerance(sales, f)
item W-1 in widgest
commit sales for 2026-11 by president on 2026-11-19
}
`
export const MORE = {
  ...FILES,
  'plan.sop': PLAN,
  'rule.sop': RULE,
  'cut.sop': 'policy mix-tolerance = 1%\n',
}

/** All that a client may announce of what the server looks at. */
export const ALL = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    textDocumentContent: {},
    executeCommand: {},
  },
  window: { showDocument: { support: true } },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'] },
    },
    hover: { contentFormat: ['markdown'] },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ['markdown'],
        parameterInformation: { labelOffsetSupport: true },
      },
    },
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
    },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
    },
    rename: { prepareSupport: true },
    publishDiagnostics: { versionSupport: true },
  },
}

/** The capabilities without one, which its path names. */
export function without(path: string): unknown {
  const copy = structuredClone(ALL)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce<Record<string, unknown>>(
    (object, name) => object[name] as Record<string, unknown>,
    copy,
  )
  if (!Object.hasOwn(parent, last)) throw new Error(`nobody announces ${path}`)
  delete parent[last]
  return copy
}

const ofDocument = [
  'documentSymbol',
  'codeLens',
  'documentLink',
  'foldingRange',
  'diagnostic',
  'semanticTokens/full',
]
const ofPosition = ['completion', 'hover', 'signatureHelp', 'definition', 'references']

/** What the server answers to everything, at each fifth place of each line, as `method value`. */
export async function everything(editor: Editor): Promise<readonly string[]> {
  const found: string[] = [`initialize ${JSON.stringify(editor.initialized)}`]
  const ask = async (method: string, params: unknown): Promise<void> => {
    const answer = await editor.ask<unknown>(method, params)
    found.push(`${method} ${JSON.stringify(answer)}`)
  }
  for (const [path, text] of Object.entries(MORE)) {
    if (!path.endsWith('.sop')) continue
    editor.open(path, text)
    const textDocument = { uri: editor.uri(path) }
    for (const method of ofDocument) await ask(`textDocument/${method}`, { textDocument })
    for (const [line, { length }] of text.split('\n').entries()) {
      for (let character = 0; character <= length; character += 5) {
        const position = { line, character }
        const about = { textDocument, position, context: { includeDeclaration: true } }
        for (const method of ofPosition) await ask(`textDocument/${method}`, about)
      }
      const range = { start: { line, character: 0 }, end: { line, character: length } }
      const context = { diagnostics: [] }
      await ask('textDocument/codeAction', { textDocument, range, context })
    }
  }
  await ask('textDocument/rename', {
    textDocument: { uri: editor.uri('plan.sop') },
    position: { line: 0, character: 7 },
    newName: 'gadgets',
  })
  // Long enough for what it sends of itself.
  await new Promise((resolve) => setTimeout(resolve, 400))
  return [
    ...found,
    ...editor.sent.map(({ method, params }) => `${method} ${JSON.stringify(params) ?? ''}`),
  ]
}

/** What only a client that announced it is sent: in the answer of a request, or as one. */
export const SENT: readonly (readonly [string, RegExp])[] = [
  [
    'textDocument.completion.completionItem.snippetSupport',
    /^\S+completion .*"insertTextFormat":2/,
  ],
  ['textDocument.completion.completionItem.documentationFormat', /^\S+completion .*"markdown"/],
  ['textDocument.hover.contentFormat', /^\S+hover .*"markdown"/],
  [
    'textDocument.signatureHelp.signatureInformation.documentationFormat',
    /^\S+signatureHelp .*"markdown"/,
  ],
  [
    'textDocument.signatureHelp.signatureInformation.parameterInformation',
    /^\S+signatureHelp .*"label":\[/,
  ],
  ['textDocument.diagnostic', /^textDocument\/diagnostic .*"resultId"|"diagnosticProvider"/],
  ['textDocument.diagnostic.relatedInformation', /"relatedInformation"/],
  ['textDocument.diagnostic.tagSupport', /"tags":\[1\]/],
  ['textDocument.diagnostic.codeDescriptionSupport', /"codeDescription"/],
  ['textDocument.definition.linkSupport', /"targetUri"/],
  ['textDocument.documentSymbol.hierarchicalDocumentSymbolSupport', /Symbol .*"selectionRange"/],
  ['textDocument.codeAction.codeActionLiteralSupport', /^\S+codeAction .*"title"|"quickfix"/],
  ['textDocument.codeAction.isPreferredSupport', /"isPreferred"/],
  ['textDocument.rename.prepareSupport', /"prepareProvider"/],
  ['workspace.workspaceEdit.documentChanges', /"documentChanges"/],
  ['workspace.workspaceEdit.snippetEditSupport', /"snippet":/],
  ['workspace.textDocumentContent', /"(?:targetUri|uri|href)":"concord:|"textDocumentContent"/],
  ['workspace.executeCommand', /"command":"concord|"executeCommandProvider"/],
  ['workspace.workspaceFolders', /"workspaceFolders"/],
  ['workspace.didChangeWatchedFiles', /^client\/registerCapability .*didChangeWatchedFiles/],
  ['workspace.inlayHint', /^workspace\/inlayHint\/refresh/],
  ['workspace.codeLens', /^workspace\/codeLens\/refresh/],
]
