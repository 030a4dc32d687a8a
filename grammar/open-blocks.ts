// The blocks that are open while a tree is built. There are very many, one after the other, and a list
// that is emptied gives its room away: so the room of a closed block serves the next.

import type { Define, Entry, PlanLine } from './tree.ts'

/** Without a line it belongs to no statement, and what it has is dropped. */
export interface OpenBlock {
  readonly line: PlanLine | undefined
  readonly define: Define | undefined
  readonly start: number
  readonly indent: number
}

class Room implements OpenBlock {
  line: PlanLine | undefined
  define: Define | undefined
  start = 0
  indent = 0
  /** Where its entries begin among those of all open blocks. */
  first = 0
}

export class OpenBlocks {
  depth = 0
  /** The second entry of the block that was closed last, where it had just two. */
  second: Entry | undefined
  private readonly rooms: Room[] = []
  /** What stands in the open blocks, the outermost's first; behind `used` it is left over. */
  private readonly entries: Entry[] = []
  private used = 0

  /** The innermost. */
  get last(): OpenBlock | undefined {
    return this.depth === 0 ? undefined : this.rooms[this.depth - 1]
  }

  /** The last entry of the innermost. */
  get lastEntry(): Entry | undefined {
    const { entries, used } = this
    return used > (this.rooms[this.depth - 1]?.first ?? 0) ? entries[used - 1] : undefined
  }

  open(
    line: PlanLine | undefined,
    define: Define | undefined,
    start: number,
    indent: number,
  ): void {
    if (this.rooms.length === this.depth) this.rooms.push(new Room())
    const room = this.rooms[this.depth]
    if (room === undefined) return
    room.line = line
    room.define = define
    room.start = start
    room.indent = indent
    room.first = this.used
    this.depth += 1
  }

  add(entry: Entry): void {
    this.entries[this.used] = entry
    this.used += 1
  }

  /** Takes the last entry away. */
  drop(): void {
    this.used -= 1
  }

  /** Closes the innermost, and gives its entries; where there are no more than two, the first. */
  close(): Entry | readonly Entry[] | undefined {
    const { entries, used } = this
    this.depth -= 1
    const first = this.rooms[this.depth]?.first ?? used
    this.used = first
    const few = used - first <= 2
    this.second = used - first === 2 ? entries[first + 1] : undefined
    if (few) return used > first ? entries[first] : undefined
    return entries.slice(first, used)
  }
}
