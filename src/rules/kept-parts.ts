/** The instances of one rule, a part for each fact that its outermost loop runs over. */

import type { Fact } from '../facts/fact.ts'
import type { ReadLog } from '../model/kept.ts'
import type { Node } from './node.ts'
import type { CompiledRule } from './rule.ts'
import { addRun, emptyRun, finished, type Run, walkValue } from './run.ts'
import { sweepOf } from './sweep.ts'

interface Part {
  readonly held: number
  /** What else it gave than what held: nearly always nothing. */
  readonly run: Run | undefined
  /** Whose numbers it read. */
  readonly reads: readonly Fact[]
}

/** A part that reads of more than so many makes its rule one that reads of all. */
const MOST_READ = 8

export class KeptParts {
  private readonly values: readonly Fact[]
  private readonly parts: (Part | undefined)[]
  /** Parts that read of others than the fact they are about. */
  private readonly crossing = new Set<number>()
  private made: Run | undefined

  constructor(values: readonly Fact[]) {
    this.values = values
    this.parts = values.map(() => undefined)
  }

  /** Whether the loop runs over the same facts as before. */
  isOf(values: readonly Fact[]): boolean {
    const { values: own } = this
    return (
      own === values || (own.length === values.length && own.every((v, at) => v === values[at]))
    )
  }

  /** Judges what reads the numbers of these subjects; false where a part reads of too many. */
  judge(
    rule: CompiledRule,
    reads: ReadLog,
    unsure: Node | undefined,
    changed: ReadonlySet<Fact>,
  ): boolean {
    const judge = partsJudge(rule, reads, unsure)
    for (const at of this.stale(changed)) {
      const value = this.values[at]
      const part = value && judge(value)
      if (part === undefined) return false
      this.parts[at] = part
      if (part.reads.every((fact) => fact === value)) this.crossing.delete(at)
      else this.crossing.add(at)
      this.made = undefined
    }
    return true
  }

  /** All parts as one run, where none of them reads these numbers. */
  settled(changed: ReadonlySet<Fact>): Run | undefined {
    return this.stale(changed).length === 0 ? this.made : undefined
  }

  /** All parts as one run; the same as long as none of them has changed. */
  whole(rule: CompiledRule): Run {
    if (this.made === undefined) {
      const whole = emptyRun(rule)
      for (const part of this.parts) {
        if (part?.run === undefined) whole.held += part?.held ?? 0
        else addRun(whole, part.run)
      }
      this.made = finished(whole)
    }
    return this.made
  }

  *runs(): Generator<Run> {
    for (const part of this.parts) if (part?.run !== undefined) yield part.run
  }

  private stale(changed: ReadonlySet<Fact>): readonly number[] {
    if (this.parts[0] === undefined) return this.values.map((_, at) => at)
    const touched = (at: number): boolean =>
      this.parts[at]?.reads.some((fact) => changed.has(fact)) === true
    const own = [...changed].map((fact) => placeIn(this.values, fact))
    return [...new Set([...own, ...this.crossing])].filter(touched)
  }
}

const placesByValues = new WeakMap<readonly Fact[], ReadonlyMap<Fact, number>>()

/** Where a fact stands in a list that many rules run over; -1 where it does not. */
function placeIn(values: readonly Fact[], fact: Fact): number {
  let places = placesByValues.get(values)
  if (places === undefined) {
    places = new Map(values.map((value, at) => [value, at]))
    placesByValues.set(values, places)
  }
  return places.get(fact) ?? -1
}

/** Judges the instances of one fact after the other; undefined where they read of too many. */
function partsJudge(
  rule: CompiledRule,
  reads: ReadLog,
  unsure: Node | undefined,
): (value: Fact) => Part | undefined {
  const sweep = sweepOf(rule)
  let run = emptyRun(rule)
  return (value) => {
    reads.start()
    walkValue(rule, run, sweep, 0, unsure, value)
    const read = reads.read()
    if (read === undefined || read.length > MOST_READ) return undefined
    const { held } = run
    if (!isPlain(run)) {
      const part = { held, run, reads: read }
      run = emptyRun(rule)
      return part
    }
    run.held = 0
    return { held, run: undefined, reads: read }
  }
}

function isPlain({ counterexamples, missing, unsure, unusedAreas }: Run): boolean {
  return (
    counterexamples.length === 0 && missing.size === 0 && unsure === 0 && unusedAreas.size === 0
  )
}
