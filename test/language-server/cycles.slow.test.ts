// From cycle to cycle in an editor: the page that compares, and the roll as edits.
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CreateFile, TextDocumentContentResult, TextDocumentEdit } from 'vscode-languageserver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import {
  COMPARISON_PAGE,
  type RefusedRoll,
  ROLL,
  type RolledCycle,
} from '../../language-server/requests.ts'
import { makeSource, offsetOf } from '../../src/base/source.ts'
import { folderWith } from '../cli/folder.ts'
import { filesIn, rolledTo } from '../roll/rolling.ts'
import { BUSINESS, FAMILY } from '../service/cursor.ts'
import { type Editor, startEditor } from './editor.ts'

const bundler = '../../src/build/bundled.mjs'
let bundle: { readonly folder: string; readonly file: string } | undefined
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-')))
const editors: Editor[] = []

beforeAll(async () => {
  const { bundled } = (await import(bundler)) as {
    bundled: (input: string) => Promise<{ folder: string; file: string }>
  }
  bundle = await bundled('src/lsp.ts')
  cpSync('examples/acme', folder, { recursive: true })
}, 60_000)

afterAll(async () => {
  await Promise.all(editors.map(async (editor) => editor.end()))
  if (bundle !== undefined) rmSync(bundle.folder, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const editorOn = async (at: string, workspaceEdit: unknown): Promise<Editor> => {
  const textDocumentContent = {}
  const capabilities = { workspace: { textDocumentContent, workspaceEdit } }
  const editor = await startEditor(bundle?.file ?? '', at, capabilities)
  editors.push(editor)
  return editor
}

const ABLE = {
  documentChanges: true,
  resourceOperations: ['create'],
}

/** The files after an edit of documents that were not open. */
function after(
  files: Readonly<Record<string, string>>,
  changes: readonly (CreateFile | TextDocumentEdit)[],
): Readonly<Record<string, string>> {
  const next = { ...files }
  const start = `${pathToFileURL(folder).href}/`
  const pathOf = (uri: string): string => decodeURIComponent(uri.slice(start.length))
  for (const change of changes) {
    if ('kind' in change) next[pathOf(change.uri)] = ''
    else {
      const path = pathOf(change.textDocument.uri)
      const source = makeSource(path, next[path] ?? '')
      const at = ({ line, character }: { line: number; character: number }) =>
        offsetOf(source, { line: line + 1, column: character + 1 })
      next[path] = change.edits
        .map((edit) => edit as { range: { start: never; end: never }; newText: string })
        .toSorted((a, b) => at(b.range.start) - at(a.range.start))
        .reduce(
          (text, { range, newText }) =>
            text.slice(0, at(range.start)) + newText + text.slice(at(range.end)),
          source.text,
        )
    }
  }
  return next
}

describe('the roll', () => {
  test('gives the edits that make what `concord roll` makes', async () => {
    const editor = await editorOn(folder, ABLE)
    const rolled = await editor.ask<RolledCycle>(ROLL, {})
    expect([rolled.closed, rolled.opened, rolled.folder]).toEqual([
      '2026-11',
      '2026-12',
      'closed/2026-11',
    ])
    const changes = (rolled.edit.documentChanges ?? []) as (CreateFile | TextDocumentEdit)[]
    const files = filesIn(folder)
    expect(after(files, changes)).toEqual(rolledTo(files, '2026-12'))
    expect(rolled.changed).toContain('sales.sop')
  })

  test('is of what is typed, and refused where a text is wrong', async () => {
    const editor = await editorOn(folder, ABLE)
    editor.open('sales.sop', 'plan nothing for 2026-11 {\n')
    const refused = await editor.ask<RefusedRoll>(ROLL, {
      textDocument: { uri: editor.uri('sales.sop') },
    })
    expect(refused.refused).toContain('Nothing was rolled: sales.sop')
  })

  test('is refused where concord.yaml would leave out the closed cycle', async () => {
    const files = { 'business.sop': BUSINESS, 'families.sop': FAMILY }
    const own = folderWith({ ...files, 'concord.yaml': 'exclude: ["closed/**"]\n' })
    const editor = await editorOn(own, ABLE)
    const { refused, help } = await editor.ask<RefusedRoll>(ROLL, {})
    expect(refused).toContain('concord.yaml leaves out closed/2026-11/')
    expect(help).toBe('Include `closed/**/*.sop`.')
  })

  test('names the command to an editor that cannot make files', async () => {
    const editor = await editorOn(folder, { documentChanges: true })
    const { help } = await editor.ask<RefusedRoll>(ROLL, {})
    expect(help).toBe('Roll on the command line: `concord roll 2026-12`.')
  })
})

describe('the comparison', () => {
  test('is a page of the cycle and the one before', async () => {
    const editor = await editorOn(folder, ABLE)
    const uri = await editor.ask<string>(COMPARISON_PAGE, {})
    expect(decodeURIComponent(uri)).toContain('concord:/comparisons/2026-11 against 2026-10.md?')
    const { text } = await editor.ask<TextDocumentContentResult>('workspace/textDocumentContent', {
      uri,
    })
    expect(text).toContain('# 2026-11 against 2026-10')
    expect(text).toMatch(/\| sales, each \| 2026-10 \| 2026-11 \| difference \|/)
  })

  test('is none for a first cycle', async () => {
    const own = folderWith({ 'business.sop': BUSINESS, 'families.sop': FAMILY })
    const editor = await editorOn(own, ABLE)
    expect(await editor.ask<string | null>(COMPARISON_PAGE, {})).toBeNull()
  })

  test('of a URI that somebody made up says so', async () => {
    const editor = await editorOn(folder, ABLE)
    const { text } = await editor.ask<TextDocumentContentResult>('workspace/textDocumentContent', {
      uri: 'concord:/comparisons/a.md?%',
    })
    expect(text).toBe('There are no two cycles to compare.\n')
  })
})
