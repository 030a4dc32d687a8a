// The server as an editor starts it: over its streams, with what the client announced.
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  InitializeResult,
  Location,
  LocationLink,
  PublishDiagnosticsParams,
  SemanticTokens,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { describe, expect, test, vi } from 'vitest'

import {
  NUMBER_PAGE,
  PRINCIPLES,
  PRINCIPLES_PAGE,
  type PrinciplesOf,
  RULES_PAGE,
} from '../../language-server/requests.ts'
import { folderWith } from '../cli/folder.ts'
import { FAMILY } from '../service/cursor.ts'
import type { Editor } from './editor.ts'
import { at, FILES, PLAN, RICH, serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

const codesOf = (items: readonly Diagnostic[]) => items.map(({ code }) => code)

describe('a client that announced nothing', () => {
  test('is sent problems, of files that are not open too', async () => {
    const { editor } = await editorOn({ ...FILES, 'more.sop': 'item W-1 in gadgets\n' })
    const told = await editor.until<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === editor.uri('more.sop'),
    )
    expect(codesOf(told.diagnostics)).toEqual(['unknown-name'])
    expect(told.version).toBeUndefined()
    for (const each of told.diagnostics) {
      expect(each.codeDescription).toBeUndefined()
      expect(each.relatedInformation).toBeUndefined()
    }
  })

  test('gets no snippets, no Markdown, no document changes, no links', async () => {
    const { editor } = await editorOn(FILES)
    const { capabilities } = editor.initialized as InitializeResult
    expect(capabilities.renameProvider).toBe(true)
    expect(capabilities.diagnosticProvider).toBeUndefined()
    editor.open('families.sop', `${FAMILY}\nfam`)
    const list = await editor.ask<CompletionList>(
      'textDocument/completion',
      at(editor, 'families.sop', 14, 3),
    )
    expect(list.items.length).toBeGreaterThan(10)
    const texts = list.items.flatMap(({ textEdit }) => textEdit?.newText ?? [])
    expect(texts.filter((text) => text.includes('$'))).toEqual([])
    expect(list.items.filter((item) => item.insertTextFormat !== undefined)).toEqual([])
    const hover = await editor.ask<Hover>('textDocument/hover', at(editor, 'families.sop', 0, 9))
    expect(hover.contents).toMatchObject({ kind: 'plaintext' })
    editor.open('policy.sop', 'policy mix-tolerance = 1%\n')
    const builtIn = await editor.ask('textDocument/definition', at(editor, 'policy.sop', 0, 9))
    expect(builtIn).toBeNull()
    const definition = await editor.ask<Location>(
      'textDocument/definition',
      at(editor, 'plan.sop', 0, 7),
    )
    expect(definition).toEqual({
      uri: editor.uri('families.sop'),
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 14 } },
    })
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', {
      ...at(editor, 'plan.sop', 0, 7),
      newName: 'gadgets',
    })
    expect(edit.documentChanges).toBeUndefined()
    expect(Object.keys(edit.changes ?? {}).toSorted()).toEqual([
      editor.uri('families.sop'),
      editor.uri('plan.sop'),
    ])
    expect(
      await editor.ask('textDocument/codeAction', {
        textDocument: { uri: editor.uri('plan.sop') },
        range: { start: { line: 2, character: 1 }, end: { line: 2, character: 1 } },
        context: { diagnostics: [] },
      }),
    ).toBeNull()
  })
})

describe('a client of today', () => {
  test('asks for problems, and is told when they are the same', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('more.sop', 'item W-1 in gadgets\n')
    const params = { textDocument: { uri: editor.uri('more.sop') } }
    const first = await editor.ask<DocumentDiagnosticReport>('textDocument/diagnostic', params)
    if (first.kind !== 'full') throw new Error('nothing was known before')
    expect(codesOf(first.items)).toEqual(['unknown-name'])
    const again = await editor.ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      ...params,
      previousResultId: first.resultId,
    })
    expect(again.kind).toBe('unchanged')
    const all = await editor.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    })
    expect(all.items.map(({ uri }) => uri).toSorted()).toEqual(
      ['business.sop', 'concord.yaml', 'families.sop', 'more.sop', 'plan.sop'].map(editor.uri),
    )
    expect(
      editor.sent.filter(({ method }) => method === 'textDocument/publishDiagnostics'),
    ).toEqual([])
  })

  test('gets snippets, Markdown, document changes and links', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('families.sop', `${FAMILY}\nfam`)
    const list = await editor.ask<CompletionList>(
      'textDocument/completion',
      at(editor, 'families.sop', 14, 3),
    )
    const family = list.items.find(({ label }) => label === 'family')
    expect(family).toMatchObject({ insertTextFormat: 2, documentation: { kind: 'markdown' } })
    const links = await editor.ask<readonly LocationLink[]>(
      'textDocument/definition',
      at(editor, 'plan.sop', 0, 7),
    )
    expect(links[0]?.targetUri).toBe(editor.uri('families.sop'))
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', {
      ...at(editor, 'plan.sop', 0, 7),
      newName: 'gadgets',
    })
    expect(edit.changes).toBeUndefined()
    expect(
      edit.documentChanges?.map((each) => 'textDocument' in each && each.textDocument.version),
    ).toEqual([1, null])
    editor.open('more.sop', 'item W-1 in widgest\n')
    const actions = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri('more.sop') },
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } },
      context: { diagnostics: [], only: ['quickfix'] },
    })
    expect(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
      ['Write `widgets`', 'quickfix', true],
    ])
  })

  test('sees the outline, the layout, colours and what a name cannot be', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const file = { textDocument: { uri: editor.uri('plan.sop') } }
    const symbols = await editor.ask<readonly DocumentSymbol[]>('textDocument/documentSymbol', file)
    expect(symbols.map(({ name }) => name)).toEqual(['plan widgets'])
    const edits = await editor.ask<readonly TextEdit[]>('textDocument/formatting', {
      ...file,
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(edits.length).toBeGreaterThan(0)
    const tokens = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', file)
    expect(tokens.data.length % 5).toBe(0)
    await expect(
      editor.ask('textDocument/rename', { ...at(editor, 'plan.sop', 0, 7), newName: 'sales' }),
    ).rejects.toThrow('`sales` is a series and cannot be a name.')
  })

  test('reads built-in files and pages from the server', async () => {
    const { editor } = await editorOn({ ...FILES, 'rule.sop': 'policy mix-tolerance = 1%\n' }, RICH)
    const [link] = await editor.ask<readonly LocationLink[]>(
      'textDocument/definition',
      at(editor, 'rule.sop', 0, 9),
    )
    expect(link?.targetUri).toMatch(/^concord:\/.*\.sop$/)
    const content = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
      uri: link?.targetUri,
    })
    expect(content.text).toContain('policy mix-tolerance')
    const page = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
      uri: 'concord:/pages/unknown-name.md',
    })
    expect(page.text).toMatch(/^# unknown-name/)
    const rules = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
      uri: RULES_PAGE,
    })
    expect(rules.text).toMatch(/^# Rules/)
  })

  test('gives the page of a number, and of a number that is gone', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const read = async (uri: string) => {
      const { text } = await editor.ask<{ text: string }>('workspace/textDocumentContent', { uri })
      return text
    }
    const uri = await editor.ask<string>(NUMBER_PAGE, at(editor, 'plan.sop', 2, 13))
    expect(await read(uri)).toMatch(/^# sales of widgets 2026-11\n[^]*plan\.sop:3:/)
    expect(await editor.ask(NUMBER_PAGE, at(editor, 'plan.sop', 1, 13))).toBeNull()
    for (const broken of [uri.replaceAll('widgets', 'gadgets'), 'concord:/numbers/x.md?%', '']) {
      expect(await read(broken || 'concord:/numbers/')).toBe(
        'The plan no longer has this number.\n',
      )
    }
  })

  test('says how the ten principles fare', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const [found] = await editor.ask<readonly PrinciplesOf[]>(PRINCIPLES, {})
    expect(found?.cycle).toBe('2026-11')
    expect(found?.principles.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(found?.principles.some(({ why }) => why === undefined)).toBe(true)
    const { text } = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
      uri: PRINCIPLES_PAGE,
    })
    expect(text).toMatch(/^# The ten principles/)
  })
})

describe('editing', () => {
  const change = (editor: Editor, path: string, version: number, text: string) =>
    editor.tell('textDocument/didChange', {
      textDocument: { uri: editor.uri(path), version },
      contentChanges: [{ text }],
    })

  test('answers from the newest text, however fast it changes', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('plan.sop', PLAN)
    for (let version = 2; version <= 1000; version += 1) {
      editor.tell('textDocument/didChange', {
        textDocument: { uri: editor.uri('plan.sop'), version },
        contentChanges: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            text: '#',
          },
        ],
      })
    }
    const hover = await editor.ask<Hover | null>(
      'textDocument/hover',
      at(editor, 'plan.sop', 0, 1003),
    )
    expect(hover).toBeNull()
    change(editor, 'plan.sop', 1001, PLAN)
    const again = await editor.ask<Hover | null>('textDocument/hover', at(editor, 'plan.sop', 0, 7))
    expect(again).not.toBeNull()
  })

  test('leaves out-of-date versions and places outside of the text alone', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('plan.sop', PLAN)
    change(editor, 'plan.sop', 5, PLAN)
    change(editor, 'plan.sop', 4, '')
    const symbols = await editor.ask<readonly DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('plan.sop') },
    })
    expect(symbols.length).toBe(1)
    const beyond = at(editor, 'plan.sop', 9999, 9999)
    for (const method of [
      'hover',
      'definition',
      'completion',
      'documentHighlight',
      'prepareRename',
    ]) {
      await expect(editor.ask(`textDocument/${method}`, beyond)).resolves.toBeDefined()
    }
  })

  test('knows one file under two URIs', async () => {
    const { editor, folder } = await editorOn(FILES)
    symlinkSync(join(folder, 'plan.sop'), join(folder, 'link.sop'))
    editor.open('plan.sop', PLAN)
    const other = editor.uri('link.sop')
    editor.open('link.sop', `${PLAN}item W-1 in gadgets\n`, other)
    for (const uri of [editor.uri('plan.sop'), other]) {
      const told = await editor.until<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === uri && codesOf(params.diagnostics).includes('unknown-name'),
      )
      expect(told.diagnostics.length).toBeGreaterThan(0)
    }
  })

  test('gives no answer to a question that was taken back', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('plan.sop', PLAN)
    const answer = await editor.askAndCancel('textDocument/hover', at(editor, 'plan.sop', 0, 7))
    expect(answer.error?.code).toBe(-32800)
  })

  test('takes back the problems of a file that vanishes', async () => {
    const { editor, folder } = await editorOn({ ...FILES, 'more.sop': 'item W-1 in gadgets\n' })
    const uri = editor.uri('more.sop')
    const told = (count: number) =>
      editor.until<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === uri && params.diagnostics.length === count,
      )
    await told(1)
    rmSync(join(folder, 'more.sop'))
    editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] })
    expect((await told(0)).diagnostics).toEqual([])
  })

  test('reads nothing outside of its folder', async () => {
    const secret = folderWith({ 'items.csv': 'item,family\nSECRET,widgets\n' })
    const { editor, folder } = await editorOn(FILES, RICH)
    symlinkSync(join(secret, 'items.csv'), join(folder, 'items.csv'))
    editor.open('items.sop', 'items from "items.csv"\nitems from "../x.csv"\n')
    const { items } = await editor.ask<{ items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri: editor.uri('items.sop') },
      },
    )
    expect(codesOf(items)).toEqual(['items-unreadable', 'path-outside'])
    const found = await editor.ask<readonly unknown[]>('workspace/symbol', { query: 'SECRET' })
    expect(found).toEqual([])
  })
})

describe('documents outside of the folders', () => {
  test('are workspaces by themselves, saved or not', async () => {
    const { editor } = await editorOn(FILES)
    const other = folderWith({ 'alone.sop': 'item W-1 in widgets\n', 'beside.sop': FAMILY })
    const uris = ['untitled:Untitled-1', pathToFileURL(join(other, 'alone.sop')).href]
    for (const uri of uris) {
      editor.open('', 'item W-1 in widgets\n', uri)
      const told = await editor.until<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === uri && params.diagnostics.length > 0,
      )
      // Neither the folder of the editor nor the file beside it is read for them.
      expect(codesOf(told.diagnostics)).toContain('unknown-name')
      editor.tell('textDocument/didClose', { textDocument: { uri } })
      await editor.until<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === uri && params.diagnostics.length === 0,
      )
    }
  })
})

describe('settings', () => {
  test('switch inlays off one by one', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const ask = async () => {
      const hints = await editor.ask<readonly { label: string }[]>('textDocument/inlayHint', {
        textDocument: { uri: editor.uri('plan.sop') },
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } },
      })
      return hints.map(({ label }) => label)
    }
    expect(await ask()).toEqual(['inventory 70 each', '500 USD'])
    editor.tell('workspace/didChangeConfiguration', {
      settings: { concord: { inlays: { value: false } } },
    })
    expect(await ask()).toEqual(['inventory 70 each'])
  })
})

describe('concord.yaml', () => {
  test('is checked by its schema while it is typed, and holds at once', async () => {
    const { editor, folder } = await editorOn(FILES, RICH)
    writeFileSync(join(folder, 'more.sop'), 'item W-1 in gadgets\n')
    editor.open('concord.yaml', 'fail-onn: error\n')
    const params = { textDocument: { uri: editor.uri('concord.yaml') } }
    const { items } = await editor.ask<{ items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      params,
    )
    expect(
      items.map(({ message, range }) => [range.start, JSON.stringify(message).includes('fail-on')]),
    ).toEqual([[{ line: 0, character: 0 }, true]])
    editor.tell('textDocument/didChange', {
      textDocument: { uri: editor.uri('concord.yaml'), version: 2 },
      contentChanges: [{ text: 'fail-on: error\n' }],
    })
    const after = await editor.ask<{ items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      params,
    )
    expect(after.items).toEqual([])
  })

  test('names a rule of the workspace, which can be renamed', async () => {
    const rule =
      'rule plant/low "Low" {\n  given   family f, month t in horizon\n  require sales(f, t) > 0\n  at      sales(f, t)\n  message "low"\n}\n'
    const settings = 'rules:\n  plant/low: warning\n'
    const { editor } = await editorOn(
      { ...FILES, 'concord.yaml': settings, 'rule.sop': rule },
      RICH,
    )
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', {
      ...at(editor, 'rule.sop', 0, 8),
      newName: 'plant/few',
    })
    const files = edit.documentChanges?.map(
      (each) => 'textDocument' in each && each.textDocument.uri,
    )
    expect(files).toEqual([editor.uri('rule.sop'), editor.uri('concord.yaml')])
  })
})

describe('a client out of order', () => {
  const hover = (editor: Editor) =>
    editor.ask<Hover>('textDocument/hover', at(editor, 'families.sop', 0, 9))

  test('is greeted once, and answered no more once it has said to end', async () => {
    const { editor } = await editorOn(FILES)
    await expect(editor.ask('initialize', { capabilities: {} })).rejects.toThrow(
      'initialized already',
    )
    expect(await hover(editor)).not.toBeNull()
    await editor.ask('shutdown', null)
    await expect(hover(editor)).rejects.toThrow('shut down already')
  })

  test('opens nothing without a text', async () => {
    const { editor } = await editorOn(FILES)
    const uri = editor.uri('families.sop')
    const textDocument = { uri, languageId: 'sop', version: 1, text: 5 }
    editor.tell('textDocument/didOpen', { textDocument })
    expect(await hover(editor)).not.toBeNull()
  })
})
