/** The lines of a block, by kind. Lines of one kind stand side by side in the chain of all. */

import { VisitedMap } from '../base/few.ts'
import type { Shape } from './shape.ts'

export interface ChainedLine<Self> {
  readonly shape: Shape
  nextLine: Self | undefined
}

/** A view of a chain: what is asked of it is gathered each time. */
export class BlockLines<Line extends ChainedLine<Line>> extends VisitedMap<
  string,
  readonly Line[]
> {
  private readonly first: Line

  constructor(first: Line) {
    super()
    this.first = first
  }

  get(kind: string): readonly Line[] | undefined {
    const first = this.firstOf(kind)
    return first && runFrom(first)
  }

  has(kind: string): boolean {
    return this.firstOf(kind) !== undefined
  }

  forEach(
    visit: (
      lines: readonly Line[],
      kind: string,
      map: ReadonlyMap<string, readonly Line[]>,
    ) => void,
  ): void {
    for (let line: Line | undefined = this.first; line !== undefined; line = behindRun(line)) {
      visit(runFrom(line), line.shape.kind, this)
    }
  }

  private firstOf(kind: string): Line | undefined {
    let line: Line | undefined = this.first
    while (line !== undefined && line.shape.kind !== kind) line = line.nextLine
    return line
  }
}

/** The lines of the same kind from the first of them. */
export function runFrom<Line extends ChainedLine<Line>>(first: Line): readonly Line[] {
  const second = first.nextLine
  if (second?.shape !== first.shape) return [first]
  const run = [first, second]
  for (let line = second.nextLine; line?.shape === first.shape; line = line.nextLine) run.push(line)
  return run
}

/** The first line of the next kind. */
function behindRun<Line extends ChainedLine<Line>>(first: Line): Line | undefined {
  let line = first.nextLine
  while (line?.shape === first.shape) line = line.nextLine
  return line
}

/** Brings lines of one kind together that stand apart in the text; the first of all stays. */
export function bringTogether<Line extends ChainedLine<Line>>(first: Line): void {
  const runs = new Map<Shape, Line[]>()
  for (let line: Line | undefined = first; line !== undefined; line = line.nextLine) {
    const run = runs.get(line.shape)
    if (run === undefined) runs.set(line.shape, [line])
    else run.push(line)
  }
  const sorted = [...runs.values()].flat()
  sorted.forEach((line, at) => (line.nextLine = sorted[at + 1]))
}
