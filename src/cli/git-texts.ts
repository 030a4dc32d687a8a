/** Texts of commits, read some at a time: a hundred states of a large plan need not be held at once. */

import { decode } from './decode.ts'
import type { Memory } from './git-beside.ts'
import { objectsBeside, type Git, type Objects } from './git.ts'
import type { TreeFile } from './git-trees.ts'

/** Bytes that are read at once; a file that is larger is read by itself. */
const AT_ONCE = 16 * 1024 * 1024

/** Some objects that are read at once. */
interface Batch {
  readonly blobs: readonly string[]
  /** The first commit that may lack others. */
  readonly end: number
  readonly found: Promise<Objects>
}

/** Commits are asked for in order; a text that no later one has is let go. */
export class CommitTexts {
  private readonly git: Git
  private readonly commits: readonly (readonly TreeFile[])[]
  private readonly sizes: ReadonlyMap<string, number>
  private readonly last = new Map<string, number>()
  /** Undefined is what the clone lacks. */
  private readonly texts = new Map<string, string | undefined>()
  /** Texts are made of an answer before the next is read. */
  private readonly memory: Memory = { bytes: Buffer.alloc(0) }
  /** What git reads meanwhile. */
  private coming: Batch | undefined

  constructor(git: Git, commits: readonly (readonly TreeFile[])[]) {
    this.git = git
    this.commits = commits
    for (const [at, files] of commits.entries()) {
      for (const { blob } of files) this.last.set(blob, at)
    }
    this.sizes = sizesOf(git, [...this.last.keys()])
  }

  /** The texts of a commit's files, in their order; undefined where the clone lacks one of them. */
  async of(at: number): Promise<readonly string[] | undefined> {
    const files = this.commits[at] ?? []
    while (files.some(({ blob }) => !this.texts.has(blob))) {
      const { blobs, end, found } = this.coming ?? this.beginAt(at)
      const contents = await found
      this.coming = end < this.commits.length ? this.beginAt(end, blobs) : undefined
      for (const [place, blob] of blobs.entries()) {
        const bytes = contents?.[place]
        this.texts.set(blob, bytes && decode(bytes).text)
      }
    }
    const texts = files.flatMap(({ blob }) => this.texts.get(blob) ?? [])
    for (const { blob } of files) if (this.last.get(blob) === at) this.texts.delete(blob)
    return texts.length === files.length ? texts : undefined
  }

  /** What this commit lacks, and of the next ones as much as is read at once; but for what comes already. */
  private beginAt(first: number, before: readonly string[] = []): Batch {
    const wanted = new Set<string>()
    const others = new Set(before)
    let bytes = 0
    let at = first
    for (; at < this.commits.length; at += 1) {
      const lacking = (this.commits[at] ?? []).filter(
        ({ blob }) => !wanted.has(blob) && !others.has(blob) && !this.texts.has(blob),
      )
      bytes += lacking.reduce((sum, { blob }) => sum + (this.sizes.get(blob) ?? 0), 0)
      if (at > first && bytes > AT_ONCE) break
      for (const { blob } of lacking) wanted.add(blob)
    }
    const blobs = [...wanted]
    return { blobs, end: at, found: objectsBeside(this.git, blobs, this.memory) }
  }
}

function sizesOf(git: Git, blobs: readonly string[]): ReadonlyMap<string, number> {
  const input = blobs.map((blob) => `${blob}\n`).join('')
  const listed = git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], input)
  const lines = listed?.toString().split('\n') ?? []
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1]) || 0]))
}
