// Operators and signs of other languages, and what is written here instead.

import { mend, report } from './problems.ts'
import type { TokenSink } from './token-sink.ts'
import { operatorTypes, wordTypes } from './tokens.ts'

/** Longest first, so that `===` is not read as `==` and `=`. */
const ours: readonly (readonly [string, string])[] = [
  ['===', '='],
  ['!==', '!='],
  ['...', '..'],
  ['==', '='],
  [':=', '='],
  ['=<', '<='],
  ['=>', '>='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['…', '..'],
]

const hints: readonly (readonly [string, string])[] = [
  ['//', 'a comment begins with `#`'],
  ['**', 'multiply the value with itself'],
  ['->', 'a name and its value stand behind one another'],
  ['^', 'multiply the value with itself'],
  [';', 'a line needs nothing at its end'],
  [':', 'a word and its value stand behind one another, as in `unit each`'],
  ['[', 'a list stands in parentheses'],
  [']', 'a list stands in parentheses'],
  ['?', 'write `if … then … else …`'],
  ['$', 'a currency stands behind its number, as in `5 USD`'],
  ['€', 'a currency stands behind its number, as in `5 EUR`'],
  ['£', 'a currency stands behind its number, as in `5 GBP`'],
]

/** What a line says as well without them. */
const needless: ReadonlySet<string> = new Set([':', ';', '->'])

interface Foreign {
  readonly found: string
  readonly written?: string
  readonly hint?: string
}

/** By the code of the first character. */
const foreignByCode = new Map<number, Foreign[]>()
for (const [found, written] of ours) addForeign({ found, written })
for (const [found, hint] of hints) addForeign({ found, hint })

function addForeign(foreign: Foreign): void {
  const code = foreign.found.charCodeAt(0)
  const known = foreignByCode.get(code)
  if (known === undefined) foreignByCode.set(code, [foreign])
  else known.push(foreign)
}

/** Reads a foreign operator, says so, and gives the offset behind it; undefined if none is here. */
export function foreignAt(lexer: TokenSink, start: number, end: number): number | undefined {
  const { text, problems, base } = lexer
  for (const { found, written, hint } of foreignByCode.get(text.charCodeAt(start)) ?? []) {
    if (!text.startsWith(found, start) || (found === '!' && text[start + 1] === '=')) continue
    const behind = start + found.length
    const span = problems.span(base + start, base + behind)
    if (written === undefined) {
      if (!lexer.unknown) {
        const mends = needless.has(found) ? [mend('delete it', [span, ''])] : []
        problems.add(report('unknown-operator', span, { found, hint: hint ?? '' }, { mends }))
      }
      lexer.unknown = true
      lexer.damaged = true
      return found === '//' ? end : behind
    }
    const mends = [mend(`write \`${written}\``, [span, spaced(text, start, found, written)])]
    problems.add(report('foreign-operator', span, { found, ours: written }, { mends }))
    const type = wordTypes.get(written) ?? operatorTypes.get(written)
    if (type !== undefined) lexer.push(type, start, behind, written)
    return behind
  }
  return undefined
}

/** A word in the place of a sign needs spaces around it. */
function spaced(text: string, start: number, found: string, written: string): string {
  if (!wordTypes.has(written)) return written
  const before = start > 0 && /\w/.test(text.charAt(start - 1)) ? ' ' : ''
  const after = /[\w(]/.test(text.charAt(start + found.length)) ? ' ' : ''
  return before + written + after
}
