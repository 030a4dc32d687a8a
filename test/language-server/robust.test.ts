// Whatever an editor does: never a crash, never a stale answer.
import type { Hover } from 'vscode-languageserver'
import { describe, expect, test, vi } from 'vitest'

import { HANDLERS } from '../../language-server/handlers.ts'
import { PRINCIPLES, type PrinciplesOf } from '../../language-server/requests.ts'
import { at, FILES, RICH, serving } from './served.ts'

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
    const needy = HANDLERS.map(({ method }) => method).filter((method) => method !== PRINCIPLES)
    for (const params of [undefined, {}, { textDocument: 7, position: 'x', range: [], item: {} }]) {
      for (const method of needy) {
        await expect(editor.ask(method, params)).rejects.toThrow(/ says no [a-zA-Z]+$/)
      }
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
