/** Kinds of which a fact may be lacking: it may stand in a line that could not be read. */

import type { KindSpec } from '../vocabulary/spec.ts'
import { topKind } from '../vocabulary/vocabulary.ts'

export class Lacking {
  /** Nobody can tell what some line is: it may be one of any statement, or a statement of any kind. */
  strays = false
  private readonly kinds = new Set<string>()

  has(kind: string): boolean {
    return this.kinds.has(kind)
  }

  /** A fact of this kind, with its lines. */
  add(spec: KindSpec): void {
    this.kinds.add(spec.kind)
    this.addLines(spec)
  }

  /** Any line of a block. */
  addLines({ lines = [] }: KindSpec): void {
    for (const line of lines) this.add(line)
  }

  /** What the words of a text begin. */
  addText(text: string): void {
    const meant = text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => topKind(word) ?? [])
    for (const spec of meant) this.add(spec)
    if (meant.length === 0) this.strays = true
  }
}
