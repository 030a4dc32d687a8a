/** Settings as most files have them, read without the YAML reader: to load that takes longer. */

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
const ITEM = /^( +)- "([ !#-[\]-~]+)" *$/

/** What stands below a name that has nothing behind it: a line each, indented alike. */
interface Block {
  readonly name: string
  indent: number
  readonly values: Record<string, string>
  readonly items: string[]
}

/**
 * Lines of a name and a word each; behind a name alone, such lines that are indented, or a list of
 * texts in quotes. Undefined where a file says anything else.
 */
export function plainSettings(source: Source): PlainSettings | undefined {
  const values: Record<string, string> = {}
  const blocks = new Map<string, Block>()
  const names = new Map<string, Span>()
  let block: Block | undefined
  let start = 0
  for (const line of source.text.split('\n')) {
    const at = start
    start += line.length + 1
    if (NOTHING.test(line)) continue
    const [, before, text] = ITEM.exec(line) ?? []
    const [, blanks = before ?? '', name, word] = SETTING.exec(line) ?? []
    const isInner = blanks !== ''
    if (isInner && (block === undefined || !isAlike(block, blanks.length))) return undefined
    if (text !== undefined) {
      block?.items.push(text)
      continue
    }
    if (name === undefined || NO_TEXTS.has(name) || NO_TEXTS.has(word ?? '')) return undefined
    const into: object = isInner ? (block?.values ?? {}) : values
    if (Object.hasOwn(into, name) || (!isInner && blocks.has(name))) return undefined
    const nameStart = at + blanks.length
    const path = isInner ? `${block?.name} ${name}` : name
    names.set(path, spanOf(source, nameStart, nameStart + name.length))
    if (isInner && word === undefined) return undefined
    if (!isInner)
      block = word === undefined ? { name, indent: 0, values: {}, items: [] } : undefined
    if (word !== undefined) Object.assign(into, { [name]: word })
    else if (block !== undefined) blocks.set(name, block)
  }
  const inner = [...blocks.values()].map((each) => [each.name, contentOf(each)] as const)
  if (inner.some(([, content]) => content === undefined)) return undefined
  const nowhere = spanOf(source, 0, 0)
  const nameSpan: Places['nameSpan'] = (path) => names.get(path.join(' ')) ?? nowhere
  return {
    values: { ...values, ...Object.fromEntries(inner) },
    places: { nameSpan, valueSpan: nameSpan },
  }
}

/** Whether a line of a block is indented as its first. */
function isAlike(block: Block, indent: number): boolean {
  if (block.indent === 0) block.indent = indent
  return block.indent === indent
}

/** Undefined where there is nothing, or both names and a list. */
function contentOf({ values, items }: Block): object | undefined {
  const hasValues = Object.keys(values).length > 0
  if (hasValues === items.length > 0) return undefined
  return hasValues ? values : items
}
