import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceProblem } from '../../src/base/item-data.ts'
import { nameDiagnostics } from '../../src/diagnostics/names.ts'
import { bound, codes, said } from './binding.ts'

/** Declares what the cases name. It is built in, so that it never stands in a case's way. */
const company = `business "Acme" {
  currency USD
}
function finance
role president in finance
role controller in finance
unit each
family widgets {
  strategy make-to-stock
  unit each
}
family pumps {
  strategy make-to-order
  unit each
}
item W-1 in widgets
group tower {
  unit each
}
cycle 2026-11 {
  horizon 18 months
}
`

/** A case is `=== code`, a plan, its files (`--- path`), and below `>>>` what is said about it. */
const golden = readFileSync(new URL('errors.txt', import.meta.url), 'utf8')
const cases = golden.split(/^=== /m).slice(1).map(readCase)

describe('what is said about mistakes', () => {
  it('is as recorded (`UPDATE=1` records it anew)', async () => {
    const recorded = cases.map((one) => {
      const lines = said(problemsOf(one)).join('\n')
      return `=== ${one.code}\n${one.given}\n>>>\n${lines}\n`
    })
    await expect(recorded.join('\n')).toMatchFileSnapshot('errors.txt')
  })

  it.each(cases.map((one, at) => [one.code, at, one] as const))('%s (%i)', (code, _, one) => {
    expect(codes(problemsOf(one))).toContain(code)
  })

  it('is tried for every code', () => {
    const tried = new Set(cases.map(({ code }) => code))
    expect(Object.keys(nameDiagnostics).filter((code) => !tried.has(code))).toEqual([])
  })
})

interface Case {
  readonly code: string
  readonly given: string
}

function readCase(text: string): Case {
  const code = text.slice(0, text.indexOf('\n'))
  const end = text.indexOf('\n>>>')
  return { code, given: text.slice(code.length + 1, end) }
}

function problemsOf({ given }: Case) {
  const [text = '', ...files] = given.split(/\n--- /)
  const lent = files.map((file) => {
    const line = file.indexOf('\n')
    return [file.slice(0, line), readFile(file.slice(line + 1))] as const
  })
  const rulebook = 'define twice(family f) = 2\n'
  const builtIn = { 'company.sop': company, 'rulebook.sop': rulebook }
  return bound(`${text}\n`, { builtIn, files: Object.fromEntries(lent) }).problems
}

/** A CSV text, or `! problem | line | help`. */
function readFile(text: string): string | SourceProblem {
  if (!text.startsWith('! ')) return text
  const [problem = '', line = '', help = ''] = text.slice(2).split(' | ')
  return { problem, line: Number(line), help }
}
