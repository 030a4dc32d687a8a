/** What one model leaves to the next, where only the numbers of some tables differ between them. */

import { sameList } from '../base/same-list.ts'
import type { Fact } from '../facts/fact.ts'
import { ByFact } from './by-fact.ts'

/** What is made of facts, and stays as long as only the numbers in their tables change. */
export class KeptFacts {
  private readonly known = new Map<string, unknown>()
  private readonly groups = new Map<Fact, KeptGroup>()

  /** Invariant: what is made under a name is of the same type each time. */
  lasting<Made>(name: string, make: () => Made): Made {
    if (!this.known.has(name)) this.known.set(name, make())
    return this.known.get(name) as Made
  }

  /**
   * What statements say, by the subject that they speak of; only what was dropped is read again, and
   * `read` is told so.
   * Invariant: the same statements are gathered and read in the same way each time.
   */
  sets<Said>(
    statements: readonly Fact[],
    gathered: () => ByFact<Fact[]>,
    read: (subject: Fact, own: readonly Fact[], again: boolean) => Said,
  ): ByFact<Said> {
    const [first] = statements
    let group = first && this.groups.get(first)
    if (group === undefined || !sameList(group.statements, statements)) {
      group = { statements, own: gathered(), sets: new ByFact(), stale: 'all' }
      if (first !== undefined) this.groups.set(first, group)
    }
    const { own, stale } = group
    const sets = group.sets as ByFact<Said>
    if (stale === 'all')
      own.forEach((each, subject) => sets.set(subject, read(subject, each, false)))
    else {
      for (const subject of stale) sets.set(subject, read(subject, own.get(subject) ?? [], true))
    }
    group.stale = new Set()
    return sets
  }

  /** Forgets what this statement says. */
  drop(statement: Fact): void {
    for (const { own, stale } of this.groups.values()) {
      if (stale === 'all') continue
      own.forEach((statements, subject) => {
        if (statements.includes(statement)) stale.add(subject)
      })
    }
  }
}

interface KeptGroup {
  readonly statements: readonly Fact[]
  readonly own: ByFact<Fact[]>
  readonly sets: ByFact<unknown>
  /** The subjects of whom something has changed. */
  stale: Set<Fact> | 'all'
}

const NOBODY: readonly Fact[] = []

/** Notes whose numbers are read, so that it is known what must be judged again when they change. */
export class ReadLog {
  private readonly subjects = new Set<Fact>()
  private everything = false
  private readonly found = new Map<object, unknown>()
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

  /**
   * What is found out once for all that is judged: it depends on whatever it reads. Where it reads
   * no numbers it stays the same, and is found out no more.
   */
  once<Found>(expression: object, find: () => Found): Found {
    if (this.found.has(expression)) return this.found.get(expression) as Found
    const { count } = this
    const found = find()
    if (this.count === count) this.found.set(expression, found)
    else this.everything = true
    return found
  }

  /** It is remembered, and nobody finds it out: who asks now has read what it read all the same. */
  again(expression: object): void {
    if (!this.found.has(expression)) this.all()
  }

  /** What was found out may be another thing now. */
  forget(): void {
    this.found.clear()
    this.mixed.clear()
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
