// A client that announces all but one thing is not sent that one.
import { describe, expect, test, vi } from 'vitest'

import { everything, MORE, SENT, without } from './announced.ts'
import { serving } from './served.ts'

vi.setConfig({ testTimeout: 60_000 })

const editorOn = serving()

describe('a client that does not announce', () => {
  test.each(SENT.filter(([path]) => path !== 'textDocument.diagnostic'))(
    '%s is not sent it',
    async (path, sign) => {
      const { editor } = await editorOn(MORE, without(path))
      const said = await everything(editor)
      expect(said.filter((each) => sign.test(each))).toEqual([])
    },
  )
})
