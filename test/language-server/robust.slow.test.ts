// Whatever an editor does: never a crash, never a stale answer.
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import type { Diagnostic, Hover, TextEdit, WorkspaceDiagnosticReport } from 'vscode-languageserver'
import { describe, expect, test, vi } from 'vitest'

import { HANDLERS } from '../../language-server/handlers.ts'
import {
  COMPARISON_PAGE,
  PRINCIPLES,
  type PrinciplesOf,
  ROLL,
} from '../../language-server/requests.ts'
import { makeSource } from '../../src/base/source.ts'
import { format } from '../../src/syntax/format.ts'
import type { Editor } from './editor.ts'
import { at, FILES, PLAN, RICH, serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

describe('requests', () => {
  test('without parameters are answered where none are needed', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const [found] = await editor.ask<readonly PrinciplesOf[]>(PRINCIPLES)
    expect(found?.cycle).toBe('2026-11')
  })

  test('that lack what they need are told so, every one', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const content = [PRINCIPLES, COMPARISON_PAGE, ROLL]
    const needy = HANDLERS.map(({ method }) => method).filter((method) => !content.includes(method))
    for (const params of [undefined, {}, { textDocument: 7, position: 'x', range: [], item: {} }]) {
      for (const method of needy) {
        await expect(editor.ask(method, params)).rejects.toThrow(/ says no [a-zA-Z]+$/)
      }
    }
    for (const params of [undefined, {}, { textDocument: 7 }]) {
      for (const method of content) expect(await editor.ask(method, params)).not.toBeUndefined()
    }
    const hover = await editor.ask<Hover | null>('textDocument/hover', at(editor, 'plan.sop', 0, 7))
    expect(hover).not.toBeNull()
  })

  test('about documents that nobody has are answered with nothing', async () => {
    const { editor } = await editorOn(FILES, RICH)
    for (const uri of ['', 'file:///', 'file://%', 'concord:/no.sop', 'untitled:x', 'http://a/b']) {
      const textDocument = { uri }
      const position = { line: 0, character: 0 }
      for (const method of ['hover', 'definition', 'completion', 'foldingRange', 'codeLens']) {
        expect(await editor.ask(`textDocument/${method}`, { textDocument, position })).toBeNull()
      }
    }
  })
})

/** The server's own text of a document. */
async function textIn(editor: Editor, path: string): Promise<string> {
  const { text } = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
    uri: editor.uri(path),
  })
  return text
}

interface Place {
  readonly line: number
  readonly character: number
}

function change(editor: Editor, path: string, version: number, text: string, range?: object): void {
  editor.tell('textDocument/didChange', {
    textDocument: { uri: editor.uri(path), version },
    contentChanges: [range === undefined ? { text } : { range, text }],
  })
}

/** The offset of a place as the protocol has it: lines end at LF, CR or both; beyond is the end. */
function offsetIn(text: string, { line, character }: Place): number {
  const lines = text.split(/(?<=\n)/)
  const before = lines.slice(0, line).join('').length
  const own = (lines[line] ?? '').replace(/\r?\n$/, '')
  return before + Math.min(character, own.length)
}

async function problemsOf(editor: Editor): Promise<readonly unknown[]> {
  const { items } = await editor.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  })
  const named = items.map((each) => {
    const name = each.uri.split('/').at(-1) ?? ''
    return { name, problems: 'items' in each ? each.items : [] }
  })
  return named.toSorted((a, b) => a.name.localeCompare(b.name))
}

const place = fc.record({ line: fc.nat(9), character: fc.nat(40) })
const edit = fc.record({
  path: fc.constantFrom('plan.sop', 'families.sop', 'business.sop'),
  from: place,
  to: place,
  text: fc.constantFrom(
    '',
    '7',
    '\r\n',
    '\n',
    '}',
    '"',
    '\u{1F4C8}',
    '\uD83D',
    '\uDCC8',
    'widgets',
    '\t',
  ),
})

describe('any edits', () => {
  test('leave the server with the text of the editor, and say what a fresh server says', async () => {
    const [edits] = fc.sample(fc.array(edit, { minLength: 120, maxLength: 120 }), {
      numRuns: 1,
      seed: 7,
    })
    const { editor } = await editorOn(FILES, RICH)
    const texts = new Map(Object.entries(FILES).filter(([path]) => path.endsWith('.sop')))
    // Line ends of Windows in one of them.
    texts.set('plan.sop', PLAN.replaceAll('\n', '\r\n'))
    for (const [path, text] of texts) editor.open(path, text)
    for (const [at, { path, from, to, text }] of (edits ?? []).entries()) {
      const [start, end] = [from, to].toSorted(
        (a, b) => a.line - b.line || a.character - b.character,
      )
      if (start === undefined || end === undefined) continue
      change(editor, path, at + 2, text, { start, end })
      const old = texts.get(path) ?? ''
      const changed = old.slice(0, offsetIn(old, start)) + text + old.slice(offsetIn(old, end))
      texts.set(path, changed)
      if (at % 10 === 0)
        await editor.ask('textDocument/hover', { ...placeIn(editor, path), position: from })
    }
    for (const [path, text] of texts) expect(await textIn(editor, path)).toBe(text)
    const { editor: fresh } = await editorOn(FILES, RICH)
    for (const [path, text] of texts) fresh.open(path, text)
    const ours = JSON.stringify(await problemsOf(editor)).replaceAll(editor.uri(''), '')
    expect(ours).toBe(JSON.stringify(await problemsOf(fresh)).replaceAll(fresh.uri(''), ''))
  })

  test('that come between two halves of a letter keep both', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('more.sop', '# \u{1F4C8}\n')
    const middle = { line: 0, character: 3 }
    expect(
      await editor.ask('textDocument/hover', { ...placeIn(editor, 'more.sop'), position: middle }),
    ).toBeNull()
    change(editor, 'more.sop', 2, 'x', { start: middle, end: middle })
    expect(await textIn(editor, 'more.sop')).toBe('# \uD83Dx\uDCC8\n')
    change(editor, 'more.sop', 3, '', { start: middle, end: { line: 0, character: 4 } })
    expect(await textIn(editor, 'more.sop')).toBe('# \u{1F4C8}\n')
  })

  test('count letters as editors do, in UTF-16', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('more.sop', 'item "\u{1F4C8}\u{1F4C8}" in gadgets\n')
    const { items } = await editor.ask<{ items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      placeIn(editor, 'more.sop'),
    )
    expect(items.map(({ range }) => [range.start.character, range.end.character])).toEqual([
      [15, 22],
    ])
  })

  test('are laid out as `concord fmt` does it, with line ends of Windows, too', async () => {
    const { editor } = await editorOn(FILES, RICH)
    const untidy = PLAN.replaceAll('  ', '   ').replaceAll('\n', '\r\n')
    editor.open('plan.sop', untidy)
    const edits = await editor.ask<readonly TextEdit[]>('textDocument/formatting', {
      ...placeIn(editor, 'plan.sop'),
      options: { tabSize: 2, insertSpaces: true },
    })
    const tidy = edits.toReversed().reduce((text, { range, newText }) => {
      return (
        text.slice(0, offsetIn(text, range.start)) + newText + text.slice(offsetIn(text, range.end))
      )
    }, untidy)
    expect(edits.length).toBeGreaterThan(0)
    expect(tidy).toBe(format(makeSource('plan.sop', untidy)))
  })
})

describe('files', () => {
  test('that vanish while they are open stay as they are shown, until they are closed', async () => {
    const { editor, folder } = await editorOn(FILES, RICH)
    editor.open('families.sop', FILES['families.sop'])
    const hover = async () =>
      editor.ask<Hover | null>('textDocument/hover', at(editor, 'plan.sop', 0, 7))
    rmSync(join(folder, 'families.sop'))
    const uri = editor.uri('families.sop')
    editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] })
    await editor.until('workspace/diagnostic/refresh', () => true)
    expect(await hover()).not.toBeNull()
    editor.tell('textDocument/didClose', { textDocument: { uri } })
    await vi.waitFor(async () => expect(await hover()).toBeNull(), { timeout: 5000 })
  })

  test('that come back are read again', async () => {
    const { editor, folder } = await editorOn(FILES, RICH)
    const read = async () =>
      JSON.stringify(await editor.ask('textDocument/diagnostic', placeIn(editor, 'more.sop')))
    expect(await read()).toContain('"items":[]')
    writeFileSync(join(folder, 'more.sop'), 'item W-1 in gadgets\n')
    const changes = [{ uri: editor.uri('more.sop'), type: 1 }]
    editor.tell('workspace/didChangeWatchedFiles', { changes })
    await vi.waitFor(async () => expect(await read()).toContain('unknown-name'), { timeout: 5000 })
  })

  test('that are open twice have the text that was typed last', async () => {
    const { editor, folder } = await editorOn(FILES, RICH)
    symlinkSync(join(folder, 'plan.sop'), join(folder, 'link.sop'))
    editor.open('plan.sop', PLAN)
    editor.open('link.sop', PLAN)
    for (const [version, path] of [
      [2, 'plan.sop'],
      [2, 'link.sop'],
      [3, 'plan.sop'],
    ] as const) {
      const text = `# ${path} ${version}\n`
      change(editor, path, version, text)
      for (const each of ['plan.sop', 'link.sop']) expect(await textIn(editor, each)).toBe(text)
    }
    editor.tell('textDocument/didClose', { textDocument: { uri: editor.uri('plan.sop') } })
    expect(await textIn(editor, 'plan.sop')).toBe('# link.sop 2\n')
  })
})

describe('requests that are taken back', () => {
  test('are told so, and those between them are answered', async () => {
    const { editor } = await editorOn(FILES, RICH)
    editor.open('plan.sop', PLAN)
    const hover = at(editor, 'plan.sop', 0, 7)
    const all = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        change(editor, 'plan.sop', index + 2, `${PLAN}# ${index}\n`)
        if (index % 2 === 0) return editor.askAndCancel('textDocument/hover', hover)
        return { result: await editor.ask('textDocument/hover', hover) }
      }),
    )
    for (const [index, answer] of all.entries()) {
      const isCancelled = 'error' in answer && answer.error?.code === -32800
      expect([index, isCancelled || answer.result !== null]).toEqual([index, true])
    }
    expect(all.filter((answer) => 'error' in answer).length).toBeGreaterThan(0)
    expect(await textIn(editor, 'plan.sop')).toBe(`${PLAN}# 39\n`)
  })
})

function placeIn(editor: Editor, path: string) {
  return { textDocument: { uri: editor.uri(path) } }
}
