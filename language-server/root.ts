/** One workspace: what lies on the disk, what is open in the editor, and the service over both. */

import type { Day } from '../src/base/date.ts'
import { makeSource } from '../src/base/source.ts'
import { readConfiguration } from '../src/configuration/read.ts'
import type { Disk } from '../src/service/disk.ts'
import type { Snapshot } from '../src/service/snapshot.ts'
import { type FileChange, Workspace } from '../src/service/workspace.ts'
import { SETTINGS_FILE } from '../src/configuration/configuration.ts'
import type { Documents } from './documents.ts'

export class Root {
  readonly path: string
  private readonly disk: Disk | undefined
  private readonly documents: Documents
  private readonly service: Workspace
  /** The files as they were read last. */
  private known: ReadonlyMap<string, FileChange> = new Map()
  private reading: Promise<void> = Promise.resolve()

  /** Without a disk the workspace is what is open. */
  constructor(path: string, disk: Disk | undefined, documents: Documents, today: Day) {
    this.path = path
    this.disk = disk
    this.documents = documents
    this.service = new Workspace(today, { follows: true })
  }

  get snapshot(): Snapshot {
    return this.service.snapshot
  }

  /** The path in the workspace; undefined for a file that is not below it. */
  below(path: string): string | undefined {
    if (this.disk === undefined) return path === this.path ? path : undefined
    return this.disk.below(this.path, path)
  }

  /** A URI of a file that the workspace has. */
  uriOf(path: string): string {
    const whole = this.disk === undefined ? this.path : `${this.path}/${path}`
    return this.documents.at(whole)?.uri ?? this.disk?.uriOf(whole) ?? whole
  }

  /** Every URI under which a file is open; its own where it is not. */
  urisOf(path: string): readonly string[] {
    const whole = this.disk === undefined ? this.path : `${this.path}/${path}`
    const open = this.documents.all().filter((each) => each.path === whole)
    return open.length === 0 ? [this.uriOf(path)] : open.map(({ uri }) => uri)
  }

  /**
   * Reads everything again, one reading after the other; what is open counts before it. One that
   * failed fails for whoever asked for it, and not for the next.
   */
  async read(): Promise<void> {
    const readNow = async (): Promise<void> => this.readNow()
    this.reading = this.reading.then(readNow, readNow)
    return this.reading
  }

  private async readNow(): Promise<void> {
    const { disk } = this
    if (disk === undefined) return
    const { files, settings, readItems } = await disk.read(this.path, this.textOf(SETTINGS_FILE))
    const next = new Map(files.map((file) => [file.path, file]))
    const gone = [...this.known.keys()].filter((path) => !next.has(path))
    this.known = next
    this.service.apply({ settings, readItems })
    this.show([...gone, ...next.keys(), ...this.openPaths()])
  }

  /** Shows the service what a file is now, after it was opened, changed or closed. */
  async update(path: string): Promise<void> {
    if (path !== SETTINGS_FILE) return this.show([path])
    const text = this.textOf(SETTINGS_FILE)
    if (text === undefined) return this.read()
    const source = makeSource(SETTINGS_FILE, text)
    const read = await readConfiguration(source)
    // A later keystroke has shown its own by now.
    if (this.textOf(SETTINGS_FILE) === text) this.service.apply({ settings: { ...read, source } })
  }

  private show(paths: readonly string[]): void {
    const plans = [...new Set(paths)].filter((path) => path !== SETTINGS_FILE)
    this.service.apply({ files: plans.map((path) => this.fileAt(path)) })
  }

  /** A file that is left out by concord.yaml stays out, though it be open. */
  private fileAt(path: string): FileChange {
    const onDisk = this.known.get(path)
    const text = this.textOf(path)
    if (text === undefined) return onDisk ?? { path, text: undefined }
    const fresh = this.disk?.exists(`${this.path}/${path}`) !== true
    return onDisk !== undefined || fresh ? { path, text } : { path, text: undefined }
  }

  private textOf(path: string): string | undefined {
    const whole = this.disk === undefined ? this.path : `${this.path}/${path}`
    return this.documents.at(whole)?.text
  }

  private openPaths(): readonly string[] {
    return this.documents
      .all()
      .flatMap((document) => this.below(document.path) ?? [])
      .filter((path) => path.endsWith('.sop'))
  }

  setToday(today: Day): void {
    this.service.apply({ today })
  }
}
