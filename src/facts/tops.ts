/** The facts that stand at the top of files, in order, and those of each kind. */

import type { Draft } from './draft.ts'
import type { Shape } from './shape.ts'

export class Tops {
  readonly all: Draft[] = []
  readonly byShape = new Map<Shape, Draft[]>()
  /** Where one stands, most often the next is of the same kind. */
  private last: Draft[] = []

  add(draft: Draft): void {
    if (this.last[0]?.shape !== draft.shape) this.last = this.of(draft.shape)
    this.all.push(draft)
    this.last.push(draft)
  }

  private of(shape: Shape): Draft[] {
    let drafts = this.byShape.get(shape)
    if (drafts === undefined) this.byShape.set(shape, (drafts = []))
    return drafts
  }
}
