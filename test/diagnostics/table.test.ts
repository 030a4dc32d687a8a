// The table of diagnostics: every code once, with all its words, and a page.
import { describe, expect, test } from 'vitest'

import { allDiagnostics, DIAGNOSTIC_TABLES } from '../../src/diagnostics/table.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { codePage } from '../../src/report/code-page.ts'

describe('the table of diagnostics', () => {
  test('has every code once', () => {
    const codes = DIAGNOSTIC_TABLES.flatMap((table) => Object.keys(table))
    const doubled = codes.filter((code, at) => codes.indexOf(code) !== at)
    expect(doubled).toEqual([])
  })

  test('writes codes in kebab-case', () => {
    const odd = [...allDiagnostics().keys()].filter(
      (code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code),
    )
    expect(odd).toEqual([])
  })

  test('has the words of each', () => {
    const poor = [...allDiagnostics()].filter(([, { title, message, why }]) =>
      [title, message, why].some((text) => text.trim().length < 8),
    )
    expect(poor.map(([code]) => code)).toEqual([])
  })

  test('has a page for each, without holes', () => {
    const poor = [...allDiagnostics()].filter(([code, spec]) => {
      const page = codePage(code, spec)
      const text = printPlain(page, 100)
      const begins = text.startsWith(`${code}\n`) && printMarkdown(page).startsWith('# ')
      return !begins || /\{\w+\}/.test(text)
    })
    expect(poor.map(([code]) => code)).toEqual([])
  })
})
