/** Where settings stand in `concord.yaml`: each name, and each value. */

import { type Document, isAlias, isMap, isNode, isScalar } from 'yaml'

import { type Source, type Span, spanOf } from '../base/source.ts'

/** Names and indexes that lead from the file's start to a value. */
export type SettingPath = readonly (string | number)[]

/** Where a setting stands: its name, and its value. */
export interface Places {
  nameSpan(path: SettingPath): Span
  valueSpan(path: SettingPath): Span
}

export function placesIn(source: Source, document: Document.Parsed | undefined): Places {
  const valueSpan = (path: SettingPath): Span => {
    const node: unknown = document?.getIn(path, true)
    return isNode(node) ? spanOfNode(source, node) : spanOf(source, 0, 0)
  }
  const nameSpan = (path: SettingPath): Span => {
    const map: unknown =
      path.length > 1 ? document?.getIn(path.slice(0, -1), true) : document?.contents
    if (!isMap(map)) return valueSpan(path)
    const name = String(path.at(-1))
    const key = map.items
      .map((pair) => pair.key)
      .find((k) => isScalar(k) && String(k.value) === name)
    return isNode(key) ? spanOfNode(source, key) : valueSpan(path)
  }
  return { nameSpan, valueSpan }
}

export function spanOfNode(source: Source, node: unknown): Span {
  if (!isNode(node) && !isAlias(node)) return spanOf(source, 0, 0)
  const [start, end] = node.range ?? [0, 0]
  return spanOf(source, start, end)
}
