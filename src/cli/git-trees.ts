/** The files of many commits at once: a folder that did not change is read once for all of them. */

import { objectsOf, type Git } from './git.ts'

/** A plain file of a commit. */
export interface TreeFile {
  /** From the folder asked about, with `/`. */
  readonly path: string
  readonly blob: string
}

interface TreeEntry {
  readonly name: string
  readonly object: string
  readonly is: 'file' | 'folder' | 'other'
}

type Trees = Map<string, readonly TreeEntry[]>

/**
 * For each root tree its files below the folder, such as `plans/` or nothing: no links, no other
 * repositories, no hidden folders, no node_modules. Undefined where git fails, or the clone lacks folders.
 */
export function filesInTrees(
  git: Git,
  roots: readonly string[],
  folder: string,
): readonly (readonly TreeFile[])[] | undefined {
  const trees: Trees = new Map()
  let tops: readonly (string | undefined)[] = roots
  for (const part of folder.split('/').filter((each) => each !== '')) {
    if (!readTrees(git, tops, trees)) return undefined
    tops = tops.map((top) =>
      top === undefined ? undefined : folderIn(trees.get(top) ?? [], part)?.object,
    )
  }
  let level = tops
  while (level.length > 0) {
    if (!readTrees(git, level, trees)) return undefined
    level = level.flatMap((tree) =>
      (trees.get(tree ?? '') ?? []).flatMap(({ is, object }) =>
        is === 'folder' && !trees.has(object) ? [object] : [],
      ),
    )
    level = [...new Set(level)]
  }
  const below = new Map<string, readonly TreeFile[]>()
  return tops.map((top) => (top === undefined ? [] : filesBelow(trees, top, below)))
}

function folderIn(entries: readonly TreeEntry[], part: string): TreeEntry | undefined {
  return entries.find(({ name, is }) => is === 'folder' && name === part)
}

/** Reads those that are not known yet; whether all are there. */
function readTrees(git: Git, names: readonly (string | undefined)[], trees: Trees): boolean {
  const wanted = [...new Set(names)].flatMap((name) =>
    name === undefined || trees.has(name) ? [] : [name],
  )
  const found = objectsOf(git, wanted)
  for (const [at, name] of wanted.entries()) {
    const bytes = found?.[at]
    if (bytes === undefined) return false
    trees.set(name, entriesIn(bytes, name.length / 2))
  }
  return true
}

/** `100644 NAME`, a zero byte and the object's name in bytes, one after the other. */
function entriesIn(bytes: Buffer, size: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const zero = bytes.indexOf(0, space)
    if (space === -1 || zero === -1) break
    const mode = bytes.toString('latin1', at, space)
    const name = bytes.toString('utf8', space + 1, zero)
    const is = mode.startsWith('100') ? 'file' : mode === '40000' ? 'folder' : 'other'
    const object = bytes.toString('hex', zero + 1, zero + 1 + size)
    if (!name.startsWith('.') && name !== 'node_modules') entries.push({ name, object, is })
    at = zero + 1 + size
  }
  return entries
}

function filesBelow(
  trees: Trees,
  tree: string,
  known: Map<string, readonly TreeFile[]>,
): readonly TreeFile[] {
  const before = known.get(tree)
  if (before !== undefined) return before
  const files = (trees.get(tree) ?? []).flatMap(({ name, object, is }): readonly TreeFile[] => {
    if (is === 'file') return [{ path: name, blob: object }]
    if (is === 'other') return []
    const inner = filesBelow(trees, object, known)
    return inner.map(({ path, blob }) => ({ path: `${name}/${path}`, blob }))
  })
  known.set(tree, files)
  return files
}
