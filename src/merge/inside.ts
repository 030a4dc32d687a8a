/** Where in a file a merge is. */

import type { BlockItem } from './item.ts'
import type { Side } from './three-way.ts'

/** The statements that something stands in, outermost first. */
export interface Inside {
  readonly path: readonly string[]
  readonly block: BlockItem | undefined
  /** Who made the two sides. */
  readonly people: Readonly<Record<Side, string>>
}
