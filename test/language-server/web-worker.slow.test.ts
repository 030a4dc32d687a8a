// The server in a web worker: no Node, no disk; the client lends it the files of a folder.
import { Buffer } from 'node:buffer'
import { rmSync } from 'node:fs'
import type { Hover, PublishDiagnosticsParams } from 'vscode-languageserver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import {
  type FolderEntry,
  READ_FILE,
  READ_FOLDER,
  type UriParams,
} from '../../language-server/requests.ts'
import { BUSINESS, FAMILY } from '../service/cursor.ts'
import { startEditor } from './editor.ts'
import { startWorker, type WebEditor } from './web-worker.ts'

const bundler = '../../src/build/bundled.mjs'
const editors: WebEditor[] = []
let script = ''

beforeAll(async () => {
  const { bundledForBrowser } = (await import(bundler)) as {
    bundledForBrowser: (input: string) => Promise<string>
  }
  script = await bundledForBrowser('language-server/worker.ts')
}, 60_000)

afterAll(async () => Promise.all(editors.map(async (editor) => editor.end())))

const ROOT = 'vscode-vfs://github/acme/plan%20%231'
const PLAN = `plan widgets for 2026-11 {
  month       sales  operations
  2026-11       100         110
  2026-12 ..     90          90
}
`
const FILES: Readonly<Record<string, string | Buffer>> = {
  'concord.yaml': 'exclude: [drafts/**]\n',
  'business.sop': BUSINESS,
  'master/families.sop': FAMILY,
  'plan.sop': PLAN,
  'drafts/plan.sop': 'no plan at all\n',
  'node_modules/a/plan.sop': 'no plan either\n',
  'broken.sop': Buffer.from([0x23, 0x20, 0xc3, 0x28, 0x0a]),
  'inner/concord.yaml': '',
  'inner/alone.sop': 'item W-1 in gadgets\n',
}

/** The entries of a folder of these files, and the files. */
function lent(files: typeof FILES) {
  const below = (uri: string): string =>
    decodeURIComponent(uri.slice(ROOT.length)).replace(/^\//, '')
  return (method: string, { uri }: UriParams): unknown => {
    const path = below(uri)
    if (method === READ_FILE) {
      const file = files[path]
      return file === undefined ? null : Buffer.from(file).toString('base64')
    }
    if (method !== READ_FOLDER) return null
    const start = path === '' ? '' : `${path}/`
    const entries = new Map<string, FolderEntry>()
    for (const each of Object.keys(files).filter((each) => each.startsWith(start))) {
      const [name = '', ...rest] = each.slice(start.length).split('/')
      entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'folder' })
    }
    return [...entries.values()]
  }
}

async function editorOn(capabilities: unknown): Promise<WebEditor> {
  const editor = startWorker(script, lent(FILES))
  editors.push(editor)
  const workspaceFolders = [{ uri: ROOT, name: 'plan' }]
  const params = { processId: null, rootUri: ROOT, workspaceFolders, capabilities }
  await editor.ask('initialize', params)
  editor.tell('initialized', {})
  return editor
}

const told = async (editor: WebEditor, path: string, fits: (codes: unknown[]) => boolean) => {
  const codesOf = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map(({ code }) => code)
  const params = await editor.until<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    (each) => each.uri === `${ROOT}/${path}` && fits(codesOf(each)),
  )
  return codesOf(params)
}
const some = (codes: unknown[]) => codes.length > 0

describe('a worker of a client that lends files', () => {
  test('reads the folder, and tells what is wrong in files that nobody opened', async () => {
    const editor = await editorOn({ experimental: { concord: { files: true } } })
    expect(await told(editor, 'broken.sop', some)).toEqual(['file-not-utf8'])
    expect(await told(editor, 'inner/alone.sop', some)).toContain('unknown-name')
  })

  test('tells what is wrong as somebody types, and answers', async () => {
    const editor = await editorOn({ experimental: { concord: { files: true } } })
    const uri = `${ROOT}/plan.sop`
    const text = PLAN.replace('month ', 'months')
    const textDocument = { uri, languageId: 'sop', version: 1, text }
    editor.tell('textDocument/didOpen', { textDocument })
    expect(await told(editor, 'plan.sop', some)).toEqual(['header-without-month'])
    editor.tell('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: PLAN }],
    })
    await told(editor, 'plan.sop', (codes) => codes.length === 0)
    const hover = await editor.ask<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 17 },
    })
    expect(JSON.stringify(hover.contents)).toContain('sales of widgets 2026-11')
  })

  test('asks a client for no file that did not offer any', async () => {
    const editor = await editorOn({})
    const uri = `${ROOT}/plan.sop`
    const text = 'item W-1 in gadgets\n'
    const textDocument = { uri, languageId: 'sop', version: 1, text }
    editor.tell('textDocument/didOpen', { textDocument })
    expect(await told(editor, 'plan.sop', some)).toEqual(['unknown-name'])
    expect(editor.asked).toEqual([])
  })
})

describe('a process on a desktop that shows a folder of no disk', () => {
  test('reads it through the client, too', async () => {
    const { bundled } = (await import(bundler)) as {
      bundled: (input: string) => Promise<{ folder: string; file: string }>
    }
    const { folder, file } = await bundled('src/lsp.ts')
    const files = { experimental: { concord: { files: true } } }
    const elsewhere = { uri: ROOT, answer: lent(FILES) }
    const editor = await startEditor(file, folder, files, elsewhere)
    const told = await editor.until<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === `${ROOT}/broken.sop`,
    )
    expect(told.diagnostics.map(({ code }) => code)).toEqual(['file-not-utf8'])
    expect(await editor.end()).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })
})
