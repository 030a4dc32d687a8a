// Each request once over the wire, in the shapes of the protocol.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Hover,
  LinkedEditingRanges,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { describe, expect, test, vi } from 'vitest'

import { BUSINESS, FAMILY } from '../service/cursor.ts'
import type { Editor } from './editor.ts'
import { at, FILES, PLAN, RICH, serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

const RULES = `define twice(family f, month t) = 2 * sales(f, t)
rule plant/made "All that is sold is made" {
  given   family f, month t in horizon
  require twice(f, t) <= 4 * operations(f, t)
  at      sales(f, t)
  message "{f} {t}: too little"
}
`
const ALL = { ...FILES, 'rules.sop': RULES }

const file = (editor: Editor, path: string) => ({ textDocument: { uri: editor.uri(path) } })
const range = (line: number, from: number, to: number, last = line): Range => ({
  start: { line, character: from },
  end: { line: last, character: to },
})
const said = ({ start, end }: Range) =>
  `${start.line}:${start.character}-${end.line}:${end.character}`

describe('names', () => {
  test('are found, marked and changed together', async () => {
    const { editor } = await editorOn(ALL, RICH)
    const place = at(editor, 'rules.sop', 0, 21)
    const references = await editor.ask<readonly Location[]>('textDocument/references', {
      ...at(editor, 'rules.sop', 0, 9),
      context: { includeDeclaration: false },
    })
    expect(references.map((each) => said(each.range))).toEqual(['3:10-3:15'])
    const marks = await editor.ask<readonly DocumentHighlight[]>(
      'textDocument/documentHighlight',
      place,
    )
    expect(marks.map((each) => [said(each.range), each.kind])).toEqual([
      ['0:20-0:21', 3],
      ['0:44-0:45', 2],
    ])
    const linked = await editor.ask<LinkedEditingRanges>('textDocument/linkedEditingRange', place)
    expect(linked.ranges.map(said)).toEqual(['0:20-0:21', '0:44-0:45'])
  })

  test('are renamed in files of data, too', async () => {
    const items = 'item,family\nW-9,widgets\n'
    const { editor, folder } = await editorOn(
      { ...ALL, 'items.sop': 'items from "items.csv"\n', 'items.csv': items },
      RICH,
    )
    const { documentChanges } = await editor.ask<WorkspaceEdit>('textDocument/rename', {
      ...at(editor, 'families.sop', 0, 8),
      newName: 'gadgets',
    })
    const changed = documentChanges?.flatMap((each) =>
      'textDocument' in each ? [each.textDocument.uri.split('/').at(-1)] : [],
    )
    expect(changed).toEqual(['families.sop', 'items.csv', 'plan.sop'])
    expect(readFileSync(join(folder, 'items.csv'), 'utf8')).toBe(items)
  })

  test('of functions and rules lead to who calls them', async () => {
    const { editor } = await editorOn(ALL, RICH)
    const [item] = await editor.ask<readonly CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      at(editor, 'rules.sop', 0, 9),
    )
    expect([item?.name, item && said(item.selectionRange)]).toEqual(['twice', '0:7-0:12'])
    const incoming = await editor.ask<readonly CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item },
    )
    expect(incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map(said)])).toEqual([
      ['plant/made', ['3:10-3:15']],
    ])
    const outgoing = await editor.ask<readonly CallHierarchyOutgoingCall[]>(
      'callHierarchy/outgoingCalls',
      { item: incoming[0]?.from },
    )
    expect(outgoing.map(({ to }) => to.name)).toEqual(['twice'])
  })
})

describe('the text', () => {
  test('folds, is selected part by part, and leads to files', async () => {
    const { editor } = await editorOn({ ...ALL, 'items.sop': 'items from "items.csv"\n' }, RICH)
    const folds = await editor.ask<readonly FoldingRange[]>(
      'textDocument/foldingRange',
      file(editor, 'plan.sop'),
    )
    expect(folds).toEqual([{ startLine: 0, endLine: 3 }])
    const [first] = await editor.ask<readonly SelectionRange[]>('textDocument/selectionRange', {
      ...file(editor, 'plan.sop'),
      positions: [{ line: 2, character: 14 }],
    })
    const chain: string[] = []
    for (let each = first; each !== undefined; each = each.parent) chain.push(said(each.range))
    expect(chain).toEqual(['2:13-2:16', '2:2-2:28', '1:2-3:28', '0:0-4:1', '0:0-5:0'])
    const links = await editor.ask<readonly DocumentLink[]>(
      'textDocument/documentLink',
      file(editor, 'items.sop'),
    )
    expect(links.map((each) => [said(each.range), each.target])).toEqual([
      ['0:11-0:22', editor.uri('items.csv')],
    ])
  })

  test('is coloured, and coloured anew by what has changed', async () => {
    const { editor } = await editorOn(ALL, RICH)
    editor.open('rules.sop', RULES)
    const whole = await editor.ask<SemanticTokens>(
      'textDocument/semanticTokens/full',
      file(editor, 'rules.sop'),
    )
    editor.tell('textDocument/didChange', {
      textDocument: { uri: editor.uri('rules.sop'), version: 2 },
      contentChanges: [{ range: range(0, 0, 0), text: '# more\nunit crate = 6 each\n' }],
    })
    const { edits } = await editor.ask<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      { ...file(editor, 'rules.sop'), previousResultId: whole.resultId },
    )
    const data = [...whole.data]
    for (const { start, deleteCount, data: put = [] } of edits.toReversed()) {
      data.splice(start, deleteCount, ...put)
    }
    const { editor: other } = await editorOn(ALL, RICH)
    other.open('rules.sop', `# more\nunit crate = 6 each\n${RULES}`)
    const fresh = await other.ask<SemanticTokens>(
      'textDocument/semanticTokens/full',
      file(other, 'rules.sop'),
    )
    expect(data).toEqual(fresh.data)
    expect(edits.flatMap((each) => each.data ?? []).length).toBeLessThan(fresh.data.length)
    const some = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', {
      ...file(editor, 'rules.sop'),
      range: range(1, 0, 20),
    })
    expect(some.data.slice(0, 2)).toEqual([1, 0])
    expect(some.data.length).toBeLessThan(fresh.data.length)
  })

  test('is laid out whole, in part, and as it is typed', async () => {
    const { editor } = await editorOn(ALL, RICH)
    const untidy = 'role   a in finance\nrole   b   in finance\n'
    editor.open('more.sop', untidy)
    const options = { tabSize: 2, insertSpaces: true }
    const ask = async (method: string, more: object) => {
      const asked = { ...file(editor, 'more.sop'), options, ...more }
      const edits = await editor.ask<readonly TextEdit[]>(`textDocument/${method}`, asked)
      return edits.map((each) => each.range.start.line)
    }
    expect(new Set(await ask('formatting', {}))).toEqual(new Set([0, 1]))
    // What an editor asks for when something is pasted.
    expect(new Set(await ask('rangeFormatting', { range: range(1, 0, 21) }))).toEqual(new Set([1]))
    editor.open('typed.sop', 'family   a {\n unit    each\n\n}\n')
    const typed = await editor.ask<readonly TextEdit[]>('textDocument/onTypeFormatting', {
      ...at(editor, 'typed.sop', 2, 0),
      ch: '\n',
      options,
    })
    expect(typed.map(({ range: { start } }) => start.line).every((line) => line < 2)).toBe(true)
    expect(typed.length).toBeGreaterThan(0)
  })
})

describe('help', () => {
  test('is given for calls, and for numbers of a plan', async () => {
    const { editor } = await editorOn(ALL, RICH)
    const help = await editor.ask<SignatureHelp>(
      'textDocument/signatureHelp',
      at(editor, 'rules.sop', 0, 46),
    )
    expect([help.signatures[0]?.label, help.activeParameter]).toEqual(['sales(family, month)', 1])
    const hover = await editor.ask<Hover>('textDocument/hover', at(editor, 'plan.sop', 2, 14))
    expect(JSON.stringify(hover.contents)).toContain('sales of widgets 2026-11')
  })

  test('is given in concord.yaml', async () => {
    const { editor } = await editorOn({ ...ALL, 'concord.yaml': 'fail-on: error\n' }, RICH)
    const hover = await editor.ask<Hover>('textDocument/hover', at(editor, 'concord.yaml', 0, 3))
    expect(hover.range && said(hover.range)).toBe('0:0-0:7')
    editor.open('concord.yaml', 'fail-on: error\nrules:\n  plant/\n')
    const { items } = await editor.ask<CompletionList>(
      'textDocument/completion',
      at(editor, 'concord.yaml', 2, 8),
    )
    const own = items.find(({ label }) => label === 'plant/made')
    expect(own?.textEdit).toEqual({ range: range(2, 2, 8), newText: 'plant/made: ' })
  })
})

describe('problems', () => {
  test('lead to the page of their rule, and to the values it read', async () => {
    const rich = structuredClone(RICH) as { textDocument: Record<string, unknown> }
    rich.textDocument['diagnostic'] = { relatedInformation: true, codeDescriptionSupport: true }
    const { editor } = await editorOn(
      { ...ALL, 'plan.sop': PLAN.replace('110', '10'), 'rules.sop': RULES },
      rich,
    )
    const { items } = await editor.ask<{ items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      file(editor, 'plan.sop'),
    )
    const found = items.find(({ code }) => code === 'plant/made')
    expect(found?.relatedInformation?.map((each) => each.message)).toContain(
      'operations of widgets 2026-11 = 10 each',
    )
    const { text } = await editor.ask<{ text: string }>('workspace/textDocumentContent', {
      uri: found?.codeDescription?.href,
    })
    expect(text).toMatch(/^# plant\/made\n/)
  })

  test('are mended one by one, or all of a file', async () => {
    const { editor } = await editorOn(ALL, RICH)
    editor.open('more.sop', 'role a in financ\nrole b in operation\n')
    const ask = async (only: string) =>
      editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
        ...file(editor, 'more.sop'),
        range: range(0, 12, 12),
        context: { diagnostics: [], only: [only] },
      })
    expect((await ask('source')).map(({ title, kind }) => [title, kind])).toEqual([
      ['Mend all that can be mended', 'source.fixAll'],
    ])
    const [mend] = await ask('quickfix')
    expect(mend?.diagnostics?.map(({ code }) => code)).toEqual(['unknown-name'])
  })

  test('are answered by statements with places to fill in, for clients that take such', async () => {
    const own = { 'business.sop': BUSINESS, 'families.sop': FAMILY }
    const rich = structuredClone(RICH) as { workspace: Record<string, unknown> }
    rich.workspace['workspaceEdit'] = { documentChanges: true, snippetEditSupport: true }
    const stated = { ...own, 'act.sop': 'authorize 2026-11 by president on 2026-11-19\n' }
    for (const [capabilities, written] of [
      [rich, { kind: 'snippet', value: '  owner ${1:ROLE} for sales\n' }],
      [RICH, '  owner ROLE for sales\n'],
    ] as const) {
      const { editor } = await editorOn(stated, capabilities)
      const actions = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
        ...file(editor, 'families.sop'),
        range: range(0, 8, 8),
        context: { diagnostics: [] },
      })
      const owner = actions.find(({ title }) => title === 'Write `owner ROLE for sales`')
      const [change] = owner?.edit?.documentChanges ?? []
      const [edit] = change !== undefined && 'edits' in change ? change.edits : []
      expect(edit && ('snippet' in edit ? edit.snippet : edit.newText)).toEqual(written)
    }
  })
})
