/** Settings as most files have them, a word each, read without the YAML reader: that takes longer. */

import { type Source, type Span, spanOf } from '../base/source.ts'
import type { Places } from './places.ts'

export interface PlainSettings {
  readonly values: Readonly<Record<string, unknown>>
  readonly places: Places
}

/** Words that are no texts in YAML. */
const NO_TEXTS = new Set(['true', 'false', 'null'])

const NOTHING = /^ *(?:#.*)?$/
const SETTING = /^( *)([a-z][a-z-]*(?:\/[a-z][a-z-]*)?):(?: +([a-z][a-z-]*))? *$/

/**
 * Lines of a name and a word each; behind a name alone, lines that are indented alike. Undefined where
 * a file says anything else.
 */
export function plainSettings(source: Source): PlainSettings | undefined {
  const values: Record<string, string | Record<string, string>> = {}
  const names = new Map<string, Span>()
  let block: { readonly name: string; readonly values: Record<string, string> } | undefined
  let indent = 0
  let start = 0
  for (const line of source.text.split('\n')) {
    const at = start
    start += line.length + 1
    if (NOTHING.test(line)) continue
    const [, blanks = '', name, word] = SETTING.exec(line) ?? []
    if (name === undefined || NO_TEXTS.has(name) || NO_TEXTS.has(word ?? '')) return undefined
    const isInner = blanks !== ''
    if (!isInner && isBare(block)) return undefined
    if (isInner && indent === 0) indent = blanks.length
    const into = isInner ? block?.values : values
    if (into === undefined || Object.hasOwn(into, name)) return undefined
    if (isInner && blanks.length !== indent) return undefined
    const path = isInner ? [block?.name, name].join(' ') : name
    names.set(path, spanOf(source, at + blanks.length, at + blanks.length + name.length))
    if (!isInner) {
      block = word === undefined ? { name, values: {} } : undefined
      indent = 0
    }
    if (word !== undefined) into[name] = word
    else if (isInner || block === undefined) return undefined
    else values[name] = block.values
  }
  if (isBare(block)) return undefined
  const nowhere = spanOf(source, 0, 0)
  const nameSpan: Places['nameSpan'] = (path) => names.get(path.join(' ')) ?? nowhere
  return { values, places: { nameSpan, valueSpan: nameSpan } }
}

/** A name with nothing behind or below it. */
function isBare(block: { readonly values: object } | undefined): boolean {
  return block !== undefined && Object.keys(block.values).length === 0
}
