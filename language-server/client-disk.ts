/** Files on no disk of ours, such as those of a repository in a browser: the client reads them for us. */

import type { Connection } from 'vscode-languageserver'

import { itemPath, NO_FILE, type ReadItems } from '../src/base/item-data.ts'
import { makeSource } from '../src/base/source.ts'
import { type Configuration, DEFAULTS, SETTINGS_FILE } from '../src/configuration/configuration.ts'
import { readConfiguration } from '../src/configuration/read.ts'
import type { Disk, OnDisk } from '../src/service/disk.ts'
import type { Settings } from '../src/service/given.ts'
import { itemReader } from '../src/sources/item-reader.ts'
import { fileChange, itemTextOf } from './client-file.ts'
import { isPlanFile } from './plan-globs.ts'
import { type FolderEntry, READ_FILE, READ_FOLDER } from './requests.ts'

/** What is read of one folder that the client shows. */
const MOST_FILES = 10_000
const MOST_FOLDERS = 10_000

/** Paths are URIs without their escapes: `vscode-vfs://github/acme/plans/sales.sop`. */
export class ClientDisk implements Disk {
  private readonly connection: Connection
  private lent = false
  /** The files below each folder that was looked through, as paths relative to it. */
  private readonly listed = new Map<string, readonly string[]>()

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** A client that does not read files for us is never asked to. */
  lend(lent: boolean): void {
    this.lent = lent
  }

  pathOf(uri: string): string | undefined {
    if (!this.lent || !HIERARCHICAL.test(uri)) return undefined
    try {
      return decodeURIComponent(uri).replace(/(?<=[^/:])\/+$/, '')
    } catch {
      return undefined
    }
  }

  uriOf(path: string): string {
    const [, start = '', rest = ''] = PARTS.exec(path) ?? []
    return start + rest.split('/').map(encodeURIComponent).join('/')
  }

  below(root: string, path: string): string | undefined {
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
  }

  exists(path: string): boolean {
    return [...this.listed].some(([root, paths]) => {
      const below = this.below(root, path)
      return below !== undefined && paths.includes(below)
    })
  }

  async roots(folder: string): Promise<readonly string[]> {
    const paths = await this.list(folder)
    const found = paths.filter(isSettings).map((path) => `${folder}/${path}`.slice(0, -END.length))
    return found.length === 0 ? [folder] : found
  }

  async read(root: string, text: string | undefined): Promise<OnDisk> {
    const paths = await this.list(root)
    const settings = await this.settings(root, paths, text)
    const { configuration } = settings
    const plans = planFilesIn(paths, configuration)
    if (plans.length > MOST_FILES) {
      throw new Error(
        `there are ${plans.length} plan files in ${root}, and at most ${MOST_FILES} are read`,
      )
    }
    return {
      settings,
      files: await Promise.all(
        plans.map(async (path) => fileChange(path, await this.bytes(root, path))),
      ),
      readItems: await this.itemReader(root, paths, configuration),
    }
  }

  private async settings(
    root: string,
    paths: readonly string[],
    shown: string | undefined,
  ): Promise<Settings> {
    const none = { configuration: DEFAULTS, problems: [], source: undefined }
    if (shown === undefined && !paths.includes(SETTINGS_FILE)) return none
    const file = shown ?? fileChange(SETTINGS_FILE, await this.bytes(root, SETTINGS_FILE))
    const [text, problems] =
      typeof file === 'string' ? [file, []] : [file.text ?? '', file.problems ?? []]
    const source = makeSource(SETTINGS_FILE, text)
    if (problems.length > 0) return { ...none, problems, source }
    return { ...(await readConfiguration(source)), source }
  }

  /** What is lent must be there at once, so that all tables are read before. */
  private async itemReader(
    root: string,
    paths: readonly string[],
    { itemSources }: Configuration,
  ): Promise<ReadItems> {
    const named = new Set([...itemSources.values()].map(({ file }) => file && itemPath(file)))
    const wanted = paths.filter((path) => path.endsWith('.csv') || named.has(path))
    const texts = new Map(
      await Promise.all(
        wanted.map(async (path) => [path, itemTextOf(await this.bytes(root, path))] as const),
      ),
    )
    return itemReader(itemSources, (path) => texts.get(path) ?? NO_FILE)
  }

  /** Looks through a folder and those in it, but for hidden ones and node_modules. */
  private async list(root: string): Promise<readonly string[]> {
    const files: string[] = []
    let folders = ['']
    let looked = 0
    while (folders.length > 0) {
      looked += folders.length
      if (looked > MOST_FOLDERS) throw new Error(`${root} has more than ${MOST_FOLDERS} folders`)
      const all = await Promise.all(
        folders.map(async (folder) => {
          const entries = await this.entries(folder === '' ? root : `${root}/${folder}`)
          return entries.map(({ name, kind }) => ({
            path: folder === '' ? name : `${folder}/${name}`,
            kind,
            hidden: name.startsWith('.') || name === 'node_modules',
          }))
        }),
      )
      const shown = all.flat().filter(({ hidden }) => !hidden)
      for (const { kind, path } of shown) if (kind === 'file') files.push(path)
      folders = shown.filter(({ kind }) => kind === 'folder').map(({ path }) => path)
    }
    const inOrder = files.toSorted()
    this.listed.set(root, inOrder)
    return inOrder
  }

  private async entries(folder: string): Promise<readonly FolderEntry[]> {
    return this.connection.sendRequest<FolderEntry[]>(READ_FOLDER, { uri: this.uriOf(folder) })
  }

  private async bytes(root: string, path: string): Promise<string | null> {
    const uri = this.uriOf(`${root}/${path}`)
    return this.connection.sendRequest<string | null>(READ_FILE, { uri })
  }
}

/** The disk of the server for what lies there, and the client's files for all else. */
export function either(disk: Disk, elsewhere: Disk): Disk {
  const of = (path: string): Disk => (PARTS.test(path) ? elsewhere : disk)
  return {
    pathOf: (uri) => disk.pathOf(uri) ?? elsewhere.pathOf(uri),
    uriOf: (path) => of(path).uriOf(path),
    below: (root, path) => of(root).below(root, path),
    roots: async (folder) => of(folder).roots(folder),
    read: async (root, settings) => of(root).read(root, settings),
    exists: (path) => of(path).exists(path),
  }
}

/** A scheme of two letters or more, since `C:` is none; neither a query nor a fragment. */
const HIERARCHICAL = /^[a-z][\w+.-]+:(?:\/\/[^/?#]*)?\/[^?#]*$/i
const PARTS = /^([a-z][\w+.-]+:(?:\/\/[^/]*)?)(\/.*)$/is
const END = `/${SETTINGS_FILE}`

function isSettings(path: string): boolean {
  return path === SETTINGS_FILE || path.endsWith(END)
}

/** A folder with a concord.yaml is a workspace of its own, also inside of another. */
function planFilesIn(paths: readonly string[], configuration: Configuration): readonly string[] {
  const others = paths
    .filter((path) => path.endsWith(END))
    .map((path) => path.slice(0, -SETTINGS_FILE.length))
  const wanted = isPlanFile(configuration)
  return paths.filter(
    (path) =>
      path !== SETTINGS_FILE && wanted(path) && !others.some((folder) => path.startsWith(folder)),
  )
}
