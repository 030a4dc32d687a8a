/** What one model leaves to the next, where only the numbers of some tables differ between them. */

import type { Fact } from '../facts/fact.ts'

/** What statements say together. */
interface SaidTogether {
  readonly statements: readonly Fact[]
}

/** What the tables of statements say, until one of them is said to have changed. */
export class KeptSets {
  /** By the first of the statements. */
  private readonly known = new Map<Fact, SaidTogether>()

  /** Invariant: what is made of the same statements is of the same type each time. */
  of<Made extends SaidTogether>(own: readonly Fact[], make: () => Made): Made {
    const [first] = own
    const known = first && this.known.get(first)
    if (known !== undefined && isSame(known.statements, own)) return known as Made
    const made = make()
    if (first !== undefined) this.known.set(first, made)
    return made
  }

  /** Forgets what this statement is a part of. */
  drop(statement: Fact): void {
    for (const [first, { statements }] of this.known) {
      if (statements.includes(statement)) this.known.delete(first)
    }
  }
}

function isSame(a: readonly Fact[], b: readonly Fact[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

const NOBODY: readonly Fact[] = []

/** Notes whose numbers are read, so that it is known what must be judged again when they change. */
export class ReadLog {
  private readonly subjects = new Set<Fact>()
  private everything = false
  /** How much has been read. */
  private count = 0
  /** The last that was noted: most readings are of the same. */
  private last: Fact | undefined
  /** Subjects whose columns are being made, the outermost first. */
  private readonly making: Fact[] = []
  /** Whose columns were made from those of others: to read them is to read those, too. */
  private readonly mixed = new Set<Fact>()

  start(): void {
    if (this.subjects.size > 0) this.subjects.clear()
    this.everything = false
    this.last = undefined
  }

  /** Whose numbers were read since the start; undefined where it may have been anybody's. */
  read(): readonly Fact[] | undefined {
    if (this.everything) return undefined
    return this.subjects.size === 0 ? NOBODY : [...this.subjects]
  }

  of(subject: Fact): void {
    this.count += 1
    if (subject === this.last && this.making.length === 0) return
    this.last = subject
    const maker = this.making[0]
    if (maker !== undefined && maker !== subject) this.mixed.add(maker)
    if (this.mixed.has(subject)) this.everything = true
    this.subjects.add(subject)
  }

  /** What is found out once for all that is judged: it depends on whatever it reads. */
  once<Found>(find: () => Found): Found {
    const { count } = this
    const found = find()
    if (this.count !== count) this.everything = true
    return found
  }

  /** What is read now depends on more than can be told. */
  all(): void {
    this.count += 1
    const maker = this.making[0]
    if (maker !== undefined) this.mixed.add(maker)
    this.everything = true
  }

  /** Makes a column, and sees whose others it reads. */
  whileMaking<Made>(subject: Fact, make: () => Made): Made {
    this.making.push(subject)
    const made = make()
    this.making.pop()
    if (this.mixed.has(subject)) this.everything = true
    return made
  }
}
