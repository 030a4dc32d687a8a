/** What a host that serves an editor lends of its files. Nothing outside of a folder is ever read. */

import type { ReadItems } from '../base/item-data.ts'
import type { Settings } from './given.ts'
import type { FileChange } from './workspace.ts'

/** A workspace as it lies on the disk now. */
export interface OnDisk {
  readonly files: readonly FileChange[]
  readonly settings: Settings
  readonly readItems: ReadItems
}

/** Paths are absolute and real; URIs are those of an editor. */
export interface Disk {
  /** The path of a `file:` URI; links are followed, so that one file has one path. */
  pathOf(uri: string): string | undefined
  uriOf(path: string): string
  /** A path relative to a root, with `/`; undefined where it does not lie below. */
  below(root: string, path: string): string | undefined
  /** The folders of workspaces at or below a folder; the folder itself where none has settings. */
  roots(folder: string): Promise<readonly string[]>
  /** `settings` is the text of concord.yaml in the editor, where it is open. */
  read(root: string, settings: string | undefined): Promise<OnDisk>
  exists(path: string): boolean
}
