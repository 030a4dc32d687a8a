/** Texts of commits, read some at a time: a hundred states of a large plan need not be held at once. */

import { decode } from './decode.ts'
import { objectsOf, type Git } from './git.ts'
import type { TreeFile } from './git-trees.ts'

/** Bytes that are read at once; a file that is larger is read by itself. */
const AT_ONCE = 16 * 1024 * 1024

/** Commits are asked for in order; a text that no later one has is let go. */
export class CommitTexts {
  private readonly git: Git
  private readonly commits: readonly (readonly TreeFile[])[]
  private readonly sizes: ReadonlyMap<string, number>
  private readonly last = new Map<string, number>()
  /** Undefined is what the clone lacks. */
  private readonly texts = new Map<string, string | undefined>()

  constructor(git: Git, commits: readonly (readonly TreeFile[])[]) {
    this.git = git
    this.commits = commits
    for (const [at, files] of commits.entries()) {
      for (const { blob } of files) this.last.set(blob, at)
    }
    this.sizes = sizesOf(git, [...this.last.keys()])
  }

  /** The texts of a commit's files, in their order; undefined where the clone lacks one of them. */
  of(at: number): readonly string[] | undefined {
    const files = this.commits[at] ?? []
    if (files.some(({ blob }) => !this.texts.has(blob))) this.readFrom(at)
    const texts = files.flatMap(({ blob }) => this.texts.get(blob) ?? [])
    for (const { blob } of files) if (this.last.get(blob) === at) this.texts.delete(blob)
    return texts.length === files.length ? texts : undefined
  }

  /** What this commit lacks, and of the next ones as much as is read at once. */
  private readFrom(first: number): void {
    const wanted = new Set<string>()
    let bytes = 0
    for (let at = first; at < this.commits.length; at += 1) {
      const lacking = (this.commits[at] ?? []).filter(
        ({ blob }) => !wanted.has(blob) && !this.texts.has(blob),
      )
      bytes += lacking.reduce((sum, { blob }) => sum + (this.sizes.get(blob) ?? 0), 0)
      if (at > first && bytes > AT_ONCE) break
      for (const { blob } of lacking) wanted.add(blob)
    }
    const blobs = [...wanted]
    const found = objectsOf(this.git, blobs)
    for (const [at, blob] of blobs.entries()) {
      const bytes = found?.[at]
      this.texts.set(blob, bytes && decode(bytes).text)
    }
  }
}

function sizesOf(git: Git, blobs: readonly string[]): ReadonlyMap<string, number> {
  const input = blobs.map((blob) => `${blob}\n`).join('')
  const listed = git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], input)
  const lines = listed?.toString().split('\n') ?? []
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1]) || 0]))
}
