/** Paths of facts: facts of one path are one fact, so that `unit(f)` is one unit. */

import { computedFields } from './computed.ts'
import { fieldSpec, lineOnce } from './kind-fields.ts'
import type { Node } from './node.ts'

export interface FactPaths {
  readonly path?: string
  readonly parentPath?: string
}

/** `d.resolved` stands in d's block; `p.family` is a path of its own. */
export function pathsOf(of: Node, field: string): FactPaths {
  const { path, type } = of
  if (path === undefined || type.is !== 'fact') return NO_PATH
  if (field === 'family') return familyPath(of)
  const line = lineOnce(type.kinds[0] ?? '', field)
  const inBlock = line !== undefined && line.gives === undefined
  return inBlock ? { path: `${path}.${field}`, parentPath: path } : { path: `${path}.${field}` }
}

/** `p.family` has a path; a line has the family of its statement. */
export function familyPath(of: Node): FactPaths {
  const { path, parentPath, type } = of
  const kind = type.is === 'fact' ? type.kinds[0] : undefined
  if (kind === undefined || kind === 'family') return path === undefined ? NO_PATH : { path }
  const own = fieldSpec(kind, 'family') !== undefined || computedFields.has(`${kind}.family`)
  const owner = own || parentPath === undefined ? path : parentPath
  return owner === undefined ? NO_PATH : { path: `${owner}.family` }
}

const NO_PATH: FactPaths = {}
