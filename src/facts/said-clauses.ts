/** The clauses of the statement that is being bound: few, and forgotten again for each statement. */

import type { Clause } from '../../grammar/tree.ts'

/** By preposition. A map that is cleared makes a new table each time; this keeps its room. */
export class SaidClauses {
  private readonly words: string[] = []
  private readonly clauses: Clause[] = []
  private count = 0

  get(preposition: string): Clause | undefined {
    for (let at = 0; at < this.count; at += 1) {
      if (this.words[at] === preposition) return this.clauses[at]
    }
    return undefined
  }

  add(preposition: string, clause: Clause): void {
    this.words[this.count] = preposition
    this.clauses[this.count] = clause
    this.count += 1
  }

  clear(): void {
    this.count = 0
  }
}
