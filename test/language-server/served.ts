/** What tests of the server share: the bundle as an editor starts it, and editors on folders. */

import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'

import { folderWith } from '../cli/folder.ts'
import { BUSINESS, FAMILY } from '../service/cursor.ts'
import { type Editor, startEditor } from './editor.ts'

export const PLAN = `plan widgets for 2026-11 {
  month    sales  operations
  2026-11    100         110
  2026-12 ..  90          80
}
`
export const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'families.sop': FAMILY,
  'plan.sop': PLAN,
}

/** What an editor of today announces. */
export const RICH = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    textDocumentContent: {},
    executeCommand: {},
  },
  window: { showDocument: { support: true } },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: { relatedDocumentSupport: false },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
    },
    rename: { prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
}

export interface Served {
  readonly editor: Editor
  readonly folder: string
}

/** Starts editors for the tests of a file, and ends them afterwards: each server must end well. */
export function serving(): (
  files: Readonly<Record<string, string>>,
  capabilities?: unknown,
) => Promise<Served> {
  const bundler = '../../src/build/bundled.mjs'
  const editors: Editor[] = []
  let bundle: { readonly folder: string; readonly file: string } | undefined

  beforeAll(async () => {
    const { bundled } = (await import(bundler)) as {
      bundled: (input: string) => Promise<{ folder: string; file: string }>
    }
    bundle = await bundled('src/lsp.ts')
  }, 60_000)

  afterAll(async () => {
    const codes = await Promise.all(editors.map(async (editor) => editor.end()))
    if (bundle !== undefined) rmSync(bundle.folder, { recursive: true, force: true })
    if (codes.some((code) => code !== 0)) throw new Error(`servers ended with ${codes.join(', ')}`)
  })

  return async (files, capabilities = {}) => {
    const folder = folderWith(files)
    const editor = await startEditor(bundle?.file ?? '', folder, capabilities)
    editors.push(editor)
    return { editor, folder }
  }
}

/** A place of a request: line and character from 0. */
export const at = (editor: Editor, path: string, line: number, character: number) => ({
  textDocument: { uri: editor.uri(path) },
  position: { line, character },
})
