// Reads the house: every source file, and every import in it. `import type` counts.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Import = {
  readonly line: number
  /** As written. */
  readonly specifier: string
  /** A path below the root, or undefined when a package is imported. */
  readonly target: string | undefined
  readonly typeOnly: boolean
}
export type Source = {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export const root = normalize(join(import.meta.dirname, '../../'))
const skipped = new Set(['node_modules', 'dist', 'out', '.vscode-test'])

/** Every file below the folders, as paths from the root, sorted. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => [...walk(folder)]).toSorted()
}

export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, imports: /\.m?ts$|\.mjs$/.test(path) ? importsOf(path, text) : [] }
}

const fromClause = /^[ \t]*(?:import|export)\s+(?:([^'"`;=()]*?)\s*\bfrom\s*)?(['"])([^'"\n]+)\2/gm
const callOrType = /\bimport\s*\(\s*(['"])([^'"\n]+)\1/g

export function importsOf(path: string, text: string): readonly Import[] {
  const found: Import[] = []
  for (const match of text.matchAll(fromClause)) {
    found.push(importAt(path, text, match.index, match[3] ?? '', isTypeOnly(match[1])))
  }
  for (const match of text.matchAll(callOrType)) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
    if (/^\s*(?:\*|\/\/|\/\*)/.test(line)) continue
    found.push(importAt(path, text, match.index, match[2] ?? '', false))
  }
  return found
}

function importAt(
  path: string,
  text: string,
  offset: number,
  specifier: string,
  typeOnly: boolean,
): Import {
  const start = offset + (/^\s*/.exec(text.slice(offset))?.[0].length ?? 0)
  const line = text.slice(0, start).split('\n').length
  const target = specifier.startsWith('.') ? join(dirname(path), specifier) : undefined
  return { line, specifier, target, typeOnly }
}

/** `type { A }`, or braces in which every name says `type`. */
function isTypeOnly(clause: string | undefined): boolean {
  if (clause === undefined) return false
  if (/^type\s+[{*A-Za-z_$]/.test(clause)) return true
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  const written = names.split(',').filter((name) => name.trim() !== '')
  return written.length > 0 && written.every((name) => /^\s*type\s/.test(name))
}

function* walk(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) yield path
    else if (!skipped.has(entry.name)) yield* walk(path)
  }
}

/** A room may not be furnished yet. */
function entriesOf(folder: string) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
}
