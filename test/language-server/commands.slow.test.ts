// Lenses over the wire: what they run, and what the client sees of it.
import type { CodeLens } from 'vscode-languageserver'
import { describe, expect, test, vi } from 'vitest'

import { RUN_RULE_TESTS, SHOW_PLACES } from '../../language-server/requests.ts'
import type { Editor } from './editor.ts'
import { FILES, PLAN, RICH, serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

const RULE = `rule plant/made "All that is sold is made" {
  given   family f, month t in horizon
  require sales(f, t) <= operations(f, t)
  at      sales(f, t)
  message "{f} {t}: too little"
}
`
const TEST = (name: string, expected: string): string => `test "${name}" {
  unit each
  family widgets "Widgets" {
    strategy make-to-stock
    unit each
  }
  cycle 2026-11 {
    horizon 1 month
  }
  plan widgets for 2026-11 {
    month    sales  operations
    2026-11     10           5
  }
  expect ${expected}
}
`
const WITH_RULE = {
  ...FILES,
  'plan.sop': PLAN.replace('110', '80'),
  'rule.sop': RULE,
}

async function lensesOf(editor: Editor, path: string): Promise<readonly CodeLens[]> {
  return editor.ask('textDocument/codeLens', { textDocument: { uri: editor.uri(path) } })
}

/** Chooses the first lens that fits. */
async function choose(editor: Editor, path: string, fits: RegExp): Promise<void> {
  const lens = (await lensesOf(editor, path)).find(({ command }) => fits.test(command?.title ?? ''))
  if (lens?.command === undefined) throw new Error(`${path} has no lens ${fits}`)
  const { command, arguments: given } = lens.command
  expect(await editor.ask('workspace/executeCommand', { command, arguments: given })).toBeNull()
}

const said = (editor: Editor, fits: RegExp) =>
  editor.until<{ type: number; message: string }>('window/showMessage', ({ message }) =>
    fits.test(message),
  )
const opened = (editor: Editor) =>
  editor.until<{ uri: string; selection?: unknown }>('window/showDocument', () => true)

async function textOf(editor: Editor, uri: string): Promise<string> {
  const { text } = await editor.ask<{ text: string }>('workspace/textDocumentContent', { uri })
  return text
}

describe('a client of today', () => {
  test('opens the one place that a lens speaks of', async () => {
    const commit = 'commit sales for 2026-11 by president on 2026-11-19\n'
    const { editor } = await editorOn({ ...FILES, 'commit.sop': commit }, RICH)
    await choose(editor, 'plan.sop', /^sales committed by president/)
    expect(await opened(editor)).toEqual({
      uri: editor.uri('commit.sop'),
      takeFocus: true,
      selection: { start: { line: 0, character: 0 }, end: { line: 0, character: 51 } },
    })
  })

  test('opens a page of several places, for as long as they are there', async () => {
    const { editor } = await editorOn(WITH_RULE, RICH)
    await choose(editor, 'rule.sop', /^breaks 6 times/)
    const { uri } = await opened(editor)
    expect(await textOf(editor, uri)).toMatch(
      /^# breaks 6 times, holds 0 times\n[^]*`plan\.sop:3:14` widgets 2026-11: [^]*`plan\.sop:4:15` widgets 2026-12/,
    )
    editor.open('rule.sop', '')
    expect(await textOf(editor, uri)).toBe('The text has changed since.\n')
  })

  test('runs the tests of a rule', async () => {
    const tests = TEST('too little is found', 'plant/made') + TEST('none is found', 'no plant/made')
    const { editor } = await editorOn({ ...WITH_RULE, 'test.sop': tests }, RICH)
    await choose(editor, 'rule.sop', /^run its 2 tests$/)
    const { type } = await said(editor, /^1 test fails of plant\/made: "none is found"\. 1 held\.$/)
    expect(type).toBe(2)
    const text = await textOf(editor, (await opened(editor)).uri)
    expect(text).toMatch(/^# Tests of plant\/made\n[^]*fails[^]*none is found/)
    editor.open('test.sop', TEST('too little is found', 'plant/made'))
    await choose(editor, 'rule.sop', /^run its 1 test$/)
    await said(editor, /^1 test of plant\/made: held\.$/)
  })

  test('is told how to test a rule that no test names', async () => {
    const { editor } = await editorOn(WITH_RULE, RICH)
    await choose(editor, 'rule.sop', /^no test names it$/)
    const { type } = await said(
      editor,
      /^No test names plant\/made\. Write one beside it: test "…"/,
    )
    expect(type).toBe(3)
  })

  test('is told when the text has changed since, and what is no command', async () => {
    const { editor } = await editorOn(WITH_RULE, RICH)
    for (const given of [undefined, [], [editor.uri('rule.sop'), 0, 'gone'], ['x', 'y', 'z']]) {
      const asked = { command: SHOW_PLACES, ...(given === undefined ? {} : { arguments: given }) }
      expect(await editor.ask('workspace/executeCommand', asked)).toBeNull()
      await said(editor, /^The text has changed since/)
    }
    await expect(editor.ask('workspace/executeCommand', { command: 'rm' })).rejects.toThrow(
      'There is no command rm.',
    )
  })
})

describe('a client that runs commands and opens nothing', () => {
  test('is told the places', async () => {
    const { editor } = await editorOn(WITH_RULE, { workspace: { executeCommand: {} } })
    await choose(editor, 'rule.sop', /^breaks 6 times/)
    const { message } = await said(editor, /^breaks 6 times/)
    expect(message.split('\n').slice(0, 3)).toEqual([
      'breaks 6 times, holds 0 times',
      'plan.sop:3:14 widgets 2026-11: too little',
      'plan.sop:4:15 widgets 2026-12: too little',
    ])
  })
})

describe('a client that runs no commands', () => {
  test('is given none, and sees the lines', async () => {
    const { editor } = await editorOn(WITH_RULE)
    const all = await lensesOf(editor, 'rule.sop')
    expect(all.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['breaks 6 times, holds 0 times', ''],
      ['no test names it', ''],
    ])
    const offered = JSON.stringify(editor.initialized)
    for (const name of [SHOW_PLACES, RUN_RULE_TESTS]) expect(offered).not.toContain(name)
  })
})
