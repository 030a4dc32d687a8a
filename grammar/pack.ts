// A tree as one text and back: so that the built-in files are parsed by the build, not at each start.

import type { Source } from '../src/base/source.ts'
import type { Statement, Tree } from './tree.ts'

/** A span without its source, which is the same for a whole tree. */
type PackedSpan = readonly [start: number, end: number]

/** The statements of a tree as JSON. The tree must be free of problems and tables. */
export function packTree(tree: Tree): string {
  if (tree.problems.length > 0) throw new Error(`${tree.source.path} has problems`)
  return JSON.stringify(tree.statements, (key, value: unknown) => {
    if (key === 'span') return packSpan(value as { start: number; end: number })
    if (value instanceof Map || ArrayBuffer.isView(value))
      throw new Error('a table in a packed tree')
    return value
  })
}

/** The tree that was packed, of a source with the same text. */
export function unpackTree(source: Source, packed: string): Tree {
  const statements = JSON.parse(packed) as Statement[]
  for (const statement of statements) restoreSpans(source, statement)
  return { source, statements, problems: [] }
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
