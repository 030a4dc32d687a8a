/**
 * Compares two trees by what they say and not by where they say it. Trees that are equal give
 * equal facts, since facts are made from trees alone.
 */

import { spelledOut } from '../../grammar/spelled-out.ts'
import type { Span } from '../base/source.ts'
import type { Tree } from '../../grammar/tree.ts'

/** The first place at which two trees say different things. */
export interface Difference {
  readonly before: Span
  readonly after: Span
}

/** What is about places and not about meaning. */
const places: ReadonlySet<string> = new Set(['span', 'source', 'rowStart'])

/** Undefined when both say the same, statement by statement and cell by cell. */
export function treeDifference(before: Tree, after: Tree): Difference | undefined {
  const nearest: Difference = { before: wholeOf(before), after: wholeOf(after) }
  return (
    difference(before.statements, after.statements, nearest) ??
    difference(codesOf(before), codesOf(after), nearest)
  )
}

/** Whether two nodes of trees say the same. */
export function saysSame(a: { readonly span: Span }, b: { readonly span: Span }): boolean {
  return difference(a, b, { before: a.span, after: b.span }) === undefined
}

/** A damaged line says what its problems say. */
function codesOf(tree: Tree): readonly string[] {
  return tree.problems.map(({ code }) => code)
}

function wholeOf({ source }: Tree): Span {
  return { source, start: 0, end: source.text.length }
}

function difference(a: unknown, b: unknown, nearest: Difference): Difference | undefined {
  if (Object.is(a, b)) return undefined
  if (!isObject(a) || !isObject(b)) return nearest
  const here = placeOf(a, b) ?? nearest
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b], here)
  if (Array.isArray(a) || ArrayBuffer.isView(a)) return listDifference(a, b, here)
  return keysDifference({ ...spelledOut(a) }, { ...spelledOut(b) }, here)
}

/** Arrays and columns of numbers. */
function listDifference(a: object, b: object, nearest: Difference): Difference | undefined {
  const [first, second] = [a as ArrayLike<unknown>, b as ArrayLike<unknown>]
  const shared = Math.min(first.length, second.length)
  for (let index = 0; index < shared; index += 1) {
    const found = difference(first[index], second[index], nearest)
    if (found !== undefined) return found
  }
  return first.length === second.length ? undefined : nearest
}

function keysDifference(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  nearest: Difference,
): Difference | undefined {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (places.has(key)) continue
    const found = difference(a[key], b[key], nearest)
    if (found !== undefined) return found
  }
  return undefined
}

function placeOf(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): Difference | undefined {
  const [before, after] = [a['span'], b['span']]
  return isSpan(before) && isSpan(after) ? { before, after } : undefined
}

function isSpan(value: unknown): value is Span {
  return isObject(value) && 'start' in value && 'source' in value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
