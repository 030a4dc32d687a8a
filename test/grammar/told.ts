// What nodes say, whichever way they keep it.

import { spelledOut } from '../../grammar/spelled-out.ts'
import type { Span } from '../../src/base/source.ts'

export function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told)
  if (typeof node !== 'object' || node === null) return node
  const parts = Object.entries(spelledOut(node)).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    parts.map(([key, part]) => [key, key === 'span' ? place(part) : told(part)]),
  )
}

function place(span: unknown): string {
  const { source, start, end } = span as Span
  return `${source.path} ${start} ${end}`
}
