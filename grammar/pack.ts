// A tree as one text and back: so that the built-in files are parsed by the build, not at each start.

import type { Source } from '../src/base/source.ts'
import { keepTemplates, parseTemplate } from './template.ts'
import type { Name, Statement, Template, Tree } from './tree.ts'

/** A span without its source, which is the same for a whole tree. */
type PackedSpan = readonly [start: number, end: number]

/** A tree without its source: its statements, and the texts with holes by their offsets. */
interface PackedTree {
  readonly statements: readonly Statement[]
  readonly templates: Readonly<Record<number, Template['parts']>>
}

/** A tree as JSON. The tree must be free of problems and tables. */
export function packTree(tree: Tree): string {
  if (tree.problems.length > 0) throw new Error(`${tree.source.path} has problems`)
  const templates: Record<number, Template['parts']> = {}
  const packed: PackedTree = { statements: tree.statements, templates }
  return JSON.stringify(packed, (key, value: unknown) => {
    if (key === 'span') return packSpan(value as { start: number; end: number })
    if (value instanceof Map || ArrayBuffer.isView(value))
      throw new Error('a table in a packed tree')
    if (isName(value) && value.quoted) {
      const { parts, problems } = parseTemplate(value)
      const plain = parts.every((part) => typeof part === 'string')
      if (!plain && problems.length === 0) templates[value.span.start] = parts
    }
    return value
  })
}

/** The tree that was packed, of a source with the same text. */
export function unpackTree(source: Source, packed: string): Tree {
  const { statements, templates } = JSON.parse(packed) as PackedTree
  for (const statement of statements) restoreSpans(source, statement)
  const restored = new Set<number>()
  keepTemplates(source, (start) => {
    const parts = templates[start]
    if (parts !== undefined && !restored.has(start)) restoreSpans(source, parts)
    restored.add(start)
    return parts
  })
  return { source, statements, problems: [] }
}

function isName(value: unknown): value is Name {
  return typeof value === 'object' && value !== null && 'sort' in value && value.sort === 'name'
}

function packSpan(span: { start: number; end: number }): PackedSpan {
  return [span.start, span.end]
}

function restoreSpans(source: Source, node: object): void {
  if (Array.isArray(node)) {
    for (const each of node) restoreValue(source, each)
    return
  }
  const fields = node as Record<string, unknown>
  for (const key in fields) {
    const value = fields[key]
    if (key === 'span') {
      const [start, end] = value as PackedSpan
      fields[key] = { source, start, end }
    } else restoreValue(source, value)
  }
}

function restoreValue(source: Source, value: unknown): void {
  if (typeof value === 'object' && value !== null) restoreSpans(source, value)
}
