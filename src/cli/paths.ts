/** Paths that came from a person or from a plan, and whether they stay in the workspace. */

import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs'
import { dirname, isAbsolute, join, normalize, parse as parsePath, relative, sep } from 'node:path'

/** A file that may be read, or why not. */
export type SafePath =
  | { readonly file: string; readonly size: number }
  | { readonly refused: string; readonly help?: string }

/** A path in the workspace as a plan names it, with `/`. The root is a real path. */
export function safePath(root: string, path: string): SafePath {
  if (path === '' || path.includes('\0')) return { refused: 'this is no path of a file' }
  if (isAbsolute(path) || /^[a-z]:/i.test(path) || path.startsWith('\\')) {
    const help = 'name it from the folder of concord.yaml on, such as `data/items.csv`'
    return { refused: 'its path begins at the root of the disk, not at the workspace', help }
  }
  if (path.includes('\\')) return { refused: 'its path has a backslash', help: 'write `/`' }
  if (normalize(path).split(sep).includes('..')) {
    return { refused: 'its path leaves the workspace', help: 'move the file into the workspace' }
  }
  return realFile(root, join(root, path))
}

/** Follows links, and refuses those that lead out. */
export function realFile(root: string, path: string): SafePath {
  const found = realPathOf(path)
  if (found === undefined) {
    return { refused: isThere(path) ? 'it is a link to nothing' : 'there is no such file' }
  }
  if (typeof found === 'object') return { refused: found.refused }
  if (!isBelow(root, found)) {
    return {
      refused: 'it is a link that leaves the workspace',
      help: 'move the file into the workspace',
    }
  }
  return plainFile(found)
}

/** A file whose path has no links in it. */
export function plainFile(file: string): SafePath {
  const stats = statOf(file)
  if (stats === undefined) return { refused: 'there is no such file' }
  if (!stats.isFile()) return { refused: stats.isDirectory() ? 'it is a folder' : 'it is no file' }
  return { file, size: stats.size }
}

/** A path below a folder, neither of which needs tidying: there may be thousands. */
export function pathBelow(folder: string, path: string): string {
  return folder.endsWith(sep) ? folder + path : folder + sep + path
}

export function isBelow(root: string, path: string): boolean {
  if (path.startsWith(root) && path[root.length] === sep) return true
  const from = relative(root, path)
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from)
}

/** A path relative to the root, with `/`. */
export function shownPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

/** The nearest folder that has something of this name: the folder itself, or one above it. */
export function folderAbove(folder: string, name: string): string | undefined {
  const { root: top } = parsePath(folder)
  for (let at = folder; ; at = dirname(at)) {
    if (isThere(join(at, name))) return at
    if (at === top) return undefined
  }
}

/**
 * A workspace's folder from the root of the repository on that a command is called in, or from the
 * folder of the call where that is in none; empty where it is not below.
 */
export function folderInRepository(workspace: string, cwd: string): string {
  const repository = folderAbove(cwd, '.git')
  const bases = [...(repository === undefined ? [] : [repository]), cwd]
  const base = bases.find((each) => isBelow(each, workspace))
  return base === undefined ? '' : shownPath(base, workspace)
}

function realPathOf(path: string): string | { readonly refused: string } | undefined {
  try {
    return realpathSync.native(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    return { refused: reasonOf(error) }
  }
}

export function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** Whether anything has this name, be it no file, or a link to nothing. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Below a file there is nothing.
    return false
  }
}

/** Why the system would not do it, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Readonly<Record<string, string>> = {
    EACCES: 'nobody here may read it',
    EPERM: 'nobody here may read it',
    ELOOP: 'it is a link that leads to itself',
    ENAMETOOLONG: 'its path is too long',
    EISDIR: 'it is a folder',
    EMFILE: 'too many files are open',
  }
  return (code === undefined ? undefined : words[code]) ?? message
}
