/** Which setting of `concord.yaml` a place is, in a text that is still being typed, too. */

import { isMap, isNode, isScalar, isSeq, parseDocument, type ParsedNode } from 'yaml'

import { type Source, type Span, spanOf } from '../base/source.ts'
import { type SettingPath, spanOfNode } from './places.ts'

/** A setting at a place. */
export interface SettingAt {
  /** From the file's start to the setting; of a value, to the setting that has it. */
  readonly path: SettingPath
  readonly is: 'name' | 'value'
  readonly span: Span
  /** The names of the settings beside it, its own included; none of a value. */
  readonly beside: readonly string[]
}

/** What stands at an offset; undefined in comments, between settings, and in what is no YAML. */
export function settingAt(source: Source, offset: number): SettingAt | undefined {
  const root = parsed(source.text)
  return root === undefined ? undefined : find(source, root, [], offset)
}

/** What would stand at an offset if a word were written there; `span` is the word so far. */
export function settingTyped(source: Source, offset: number): SettingAt | undefined {
  const { text } = source
  const word = wordAround(source, offset)
  // Without a blank a colon is part of the name that it ends.
  if (text.charAt(word.start - 1) === ':') return undefined
  const before = text.slice(0, word.start)
  const behind = text.slice(word.end)
  // A word alone on its line is a name to be: without a colon the next line would go on with it.
  const alone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t\r]*(?:\n|$)/.test(behind)
  const written = `${text.slice(word.start, word.end) || 'x'}${alone ? ':' : ''}`
  const root = parsed(before + written + behind)
  const found = root && find(source, root, [], word.start)
  return found && { ...found, span: word }
}

/** Undefined where the text nests too deep for the reader. */
function parsed(text: string): ParsedNode | undefined {
  try {
    return parseDocument(text, { logLevel: 'silent', version: '1.2' }).contents ?? undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function find(
  source: Source,
  node: unknown,
  path: SettingPath,
  offset: number,
): SettingAt | undefined {
  if (isMap(node)) {
    const beside = node.items.flatMap(({ key }) => (isScalar(key) ? String(key.value) : []))
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const inner = [...path, String(key.value)]
      if (holds(key, offset)) {
        return { path: inner, is: 'name', span: spanOfNode(source, key), beside }
      }
      if (holds(value, offset)) return find(source, value, inner, offset)
    }
    return undefined
  }
  if (isSeq(node)) {
    const at = node.items.findIndex((item) => holds(item, offset))
    return at < 0 ? undefined : find(source, node.items[at], [...path, at], offset)
  }
  if (!isScalar(node) || !holds(node, offset)) return undefined
  return { path, is: 'value', span: spanOfNode(source, node), beside: [] }
}

function holds(node: unknown, offset: number): boolean {
  if (!isNode(node) || node.range === undefined || node.range === null) return false
  const [start, end] = node.range
  // A value that is not written has a place, and no text.
  return start < end && start <= offset && offset <= end
}

/** Names and values end at blanks, quotes and brackets; a colon in them ends the name of a setting. */
const END = /[\s"'#,:[\]{}]/

function wordAround(source: Source, offset: number): Span {
  const { text } = source
  let start = Math.min(offset, text.length)
  let end = start
  while (start > 0 && !END.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && !END.test(text.charAt(end))) end += 1
  return spanOf(source, start, end)
}
