/** What a host has said of a workspace: all that a snapshot is made from. */

import type { Day } from '../base/date.ts'
import type { ReadItems } from '../base/item-data.ts'
import type { Month } from '../base/month.ts'
import type { Source } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckInput } from '../pipeline.ts'

/** What a snapshot is made from. */
export interface Given {
  readonly files: ReadonlyMap<string, File>
  readonly settings: Settings
  /** Whether the next snapshot is to follow from this one quickly, at the cost of some memory. */
  readonly follows: boolean
  readonly readItems: ReadItems
  readonly today: Day
  readonly cycle: Month | undefined
  readonly scenario: string | undefined
  readonly rules: readonly string[] | undefined
  /** Judge as if the meetings up to this step had passed. */
  readonly step: string | undefined
  /** Earlier states of the workspace, where the host has them. */
  readonly history: CheckInput['history']
  /** Lends the trees of sources that were parsed before. */
  readonly treeOf: CheckInput['treeOf']
  /** Lends what was found of texts that are nearly the same. */
  readonly like: CheckInput['like']
  /** Filled by this check for one that is to be like it. */
  readonly keep: CheckInput['keep']
  /** A faster hash than the checker's own, where the host has one. */
  readonly sha256: CheckInput['sha256']
  readonly progress: CheckInput['progress']
  readonly now: CheckInput['now']
}

/** A plan file, and what the host found wrong while it read it. */
export interface File {
  readonly source: Source
  readonly problems: readonly Diagnostic[]
}

/** `concord.yaml` as it was read: see `configuration/read.ts`. */
export interface Settings {
  readonly configuration: Configuration
  readonly problems: readonly Diagnostic[]
  /** Undefined where the workspace has none. */
  readonly source: Source | undefined
}
