/** What one editor has open: its folders, the workspaces in them, and its documents. */

import type { Day } from '../src/base/date.ts'
import type { Disk } from '../src/service/disk.ts'
import { INLAY_KINDS, type InlayKind } from '../src/service/inlays.ts'
import { BUILT_IN, type Snapshot } from '../src/service/snapshot.ts'
import { SETTINGS_FILE } from '../src/configuration/configuration.ts'
import type { Client } from './client.ts'
import { Documents, type TextChange } from './documents.ts'
import { Root } from './root.ts'

/** What the server's host lends it. */
export interface Host {
  readonly disk: Disk
  /** Hears what the client announced, before any folder is read. */
  readonly announced?: (client: Client) => void
  today(): Day
  /** Does something soon, unless it is asked to again before. */
  later(milliseconds: number, work: () => void): () => void
}

/** A file of a workspace, as a request names it. */
export interface Located {
  readonly root: Root
  readonly path: string
  readonly snapshot: Snapshot
}

export class Session {
  readonly documents = new Documents()
  /** Those that the editor's settings leave on. */
  inlays: ReadonlySet<InlayKind> = new Set(INLAY_KINDS)
  private readonly host: Host
  private roots: readonly Root[] = []
  private folders: readonly string[] = []
  /** Documents outside of every folder: each is a workspace by itself. */
  private readonly alone = new Map<string, Root>()

  constructor(host: Host) {
    this.host = host
  }

  all(): readonly Root[] {
    return [...this.roots, ...this.alone.values()]
  }

  /** The folders that the editor shows, by URI. Workspaces that stay keep what they know. */
  async setFolders(uris: readonly string[]): Promise<void> {
    const { disk } = this.host
    this.folders = uris.flatMap((uri) => disk.pathOf(uri) ?? [])
    await this.findRoots()
  }

  /** Finds workspaces that came or went. */
  async findRoots(): Promise<void> {
    const { disk } = this.host
    const paths = new Set<string>()
    for (const folder of this.folders) for (const path of await disk.roots(folder)) paths.add(path)
    const known = new Map(this.roots.map((root) => [root.path, root]))
    const today = this.host.today()
    this.roots = [...paths]
      .map((path) => known.get(path) ?? new Root(path, disk, this.documents, today))
      // The innermost workspace of a file comes first.
      .toSorted((a, b) => b.path.length - a.path.length)
    for (const path of this.alone.keys()) {
      if (this.roots.some((root) => root.below(path) !== undefined)) this.alone.delete(path)
    }
    await this.read()
  }

  /** Reads all workspaces again: files on the disk have changed. */
  async read(): Promise<void> {
    await Promise.all(this.roots.map(async (root) => root.read()))
  }

  async open(uri: string, version: number, text: string): Promise<void> {
    const path = this.pathOf(uri)
    this.documents.open({ uri, path, version, text })
    if (this.rootOf(path) === undefined && !uri.startsWith(BUILT_IN)) {
      this.alone.set(path, new Root(path, undefined, this.documents, this.host.today()))
    }
    await this.update(path)
  }

  async change(
    uri: string,
    version: number | null,
    changes: readonly TextChange[],
  ): Promise<boolean> {
    const document = this.documents.change(uri, version, changes)
    if (document === undefined) return false
    await this.update(document.path)
    return true
  }

  async close(uri: string): Promise<void> {
    const document = this.documents.close(uri)
    if (document === undefined) return
    const root = this.rootOf(document.path)
    if (root !== undefined && this.alone.get(document.path) === root) {
      if (this.documents.at(document.path) === undefined) this.alone.delete(document.path)
    }
    await this.update(document.path)
  }

  /** Undefined for a document that no workspace has. */
  locate(uri: string): Located | undefined {
    if (uri.startsWith(BUILT_IN)) {
      const [root] = this.all()
      return root && { root, path: uri, snapshot: root.snapshot }
    }
    const whole = this.pathOf(uri)
    const root = this.rootOf(whole)
    const path = root?.below(whole)
    return root === undefined || path === undefined
      ? undefined
      : { root, path, snapshot: root.snapshot }
  }

  /** Midnight has passed: what is due may be another thing. */
  newDay(): void {
    for (const root of this.all()) root.setToday(this.host.today())
  }

  private async update(path: string): Promise<void> {
    const root = this.rootOf(path)
    const below = root?.below(path)
    if (root === undefined || below === undefined) return
    if (below.endsWith('.sop') || below === SETTINGS_FILE || this.alone.has(path)) {
      await root.update(below)
    }
  }

  private rootOf(path: string): Root | undefined {
    return this.roots.find((root) => root.below(path) !== undefined) ?? this.alone.get(path)
  }

  /** What is no file has its URI for a path. */
  private pathOf(uri: string): string {
    return this.host.disk.pathOf(uri) ?? uri
  }
}
