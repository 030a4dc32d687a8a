// What the server sends is what the client announced: each thing is sent with it, never without.
import { describe, expect, test, vi } from 'vitest'

import { ALL, everything, MORE, SENT } from './announced.ts'
import { serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

describe('a client that announces everything', () => {
  test('is sent everything', async () => {
    const { editor } = await editorOn(MORE, ALL)
    const said = await everything(editor)
    const never = SENT.filter(([, sign]) => !said.some((each) => sign.test(each)))
    expect(never.map(([path]) => path)).toEqual([])
  })
})

describe('a client that announces nothing', () => {
  test('is sent nothing of it', async () => {
    const { editor } = await editorOn(MORE, {})
    const asked = await everything(editor)
    // It does not ask for diagnostics, since nobody told it that it may.
    const said = asked.filter((each) => !each.startsWith('textDocument/diagnostic '))
    const seen = SENT.filter(([, sign]) => said.some((each) => sign.test(each)))
    expect(seen.map(([path]) => path)).toEqual([])
  })
})
