/** The instances of one rule, a part for each fact that its outermost loop runs over. */

import { sameList } from '../base/same-list.ts'
import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import type { ReadLog } from '../model/kept.ts'
import type { Finding } from './finding.ts'
import { KeptFindings } from './kept-findings.ts'
import type { Node } from './node.ts'
import { placesIn, withOwnPlaces } from './own-places.ts'
import type { CompiledRule } from './rule.ts'
import { addLacking, emptyRun, finished, type Run, runPart } from './run.ts'
import { sweepOf } from './sweep.ts'

interface Part {
  readonly held: number
  /** What else it gave than what held: nearly always nothing. */
  readonly told: Told | undefined
  /** Whose numbers it read. */
  readonly reads: readonly Fact[]
}

/** The rule is left out: it was compiled for the numbers of then, which nobody needs any more. */
interface Told {
  readonly run: Omit<Run, 'rule'>
  readonly places: readonly Span[]
}

/** A part that reads of more than so many makes its rule one that reads of all. */
const MOST_READ = 8

export class KeptParts {
  private readonly values: readonly Fact[]
  private readonly parts: (Part | undefined)[]
  /** Parts that read of others than the fact they are about. */
  private readonly crossing = new Set<number>()
  /** What the parts gave that gave something else than what held. */
  private readonly told = new Map<number, Told>()
  /** The parts that could not be judged whole. */
  private readonly lacking = new Set<number>()
  private held = 0
  private broken = 0
  private readonly found = new KeptFindings()
  private made: Run | undefined

  constructor(values: readonly Fact[]) {
    this.values = values
    this.parts = values.map(() => undefined)
  }

  /** Whether the loop runs over the same facts as before. */
  isOf(values: readonly Fact[]): boolean {
    return sameList(this.values, values)
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
      this.put(at, part)
      if (part.reads.every((fact) => fact === value)) this.crossing.delete(at)
      else this.crossing.add(at)
    }
    return true
  }

  private put(at: number, part: Part): void {
    const before = this.parts[at]
    this.parts[at] = part
    this.made = undefined
    this.held += part.held - (before?.held ?? 0)
    this.broken += (part.told?.run.broken ?? 0) - (before?.told?.run.broken ?? 0)
    if (before?.told !== undefined || part.told !== undefined) this.found.drop(at)
    if (part.told === undefined) this.told.delete(at)
    else this.told.set(at, part.told)
    if (part.told === undefined || isJudged(part.told.run)) this.lacking.delete(at)
    else this.lacking.add(at)
  }

  /** All parts as one run, where none of them reads these numbers. */
  settled(changed: ReadonlySet<Fact>): Run | undefined {
    return this.stale(changed).length === 0 ? this.made : undefined
  }

  /** All parts as one run; the same as long as none of them has changed. */
  whole(rule: CompiledRule): Run {
    if (this.made === undefined) {
      const { told } = this
      const whole: Run = {
        ...emptyRun(rule),
        // Findings are made part by part: nobody goes through what all parts gave.
        get counterexamples() {
          return inOrder(told.keys()).flatMap((at) => told.get(at)?.run.counterexamples ?? [])
        },
      }
      for (const at of inOrder(this.lacking)) {
        const part = told.get(at)
        if (part !== undefined) addLacking(whole, part.run)
      }
      this.made = finished(Object.assign(whole, { held: this.held, broken: this.broken }))
    }
    return this.made
  }

  /** Whether a run is all parts as they are now. */
  isMadeOf(run: Run): boolean {
    return this.made === run
  }

  /**
   * What is found in all parts, by place; only for what has changed is it made anew.
   * Instances of different parts are never one finding, since they differ in a fact.
   */
  findings(rule: CompiledRule, make: (run: Run) => readonly Finding[]): readonly Finding[] {
    return this.found.all((at) => {
      const told = this.told.get(at)
      return told === undefined ? [] : make({ ...told.run, rule })
    })
  }

  /** The places of what the parts gave: they are nobody else's. */
  *places(): Generator<readonly Span[]> {
    for (const { places } of this.told.values()) yield places
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
    runPart(rule, run, sweep, unsure, value)
    const read = reads.read()
    if (read === undefined || read.length > MOST_READ) return undefined
    const { held } = run
    if (!isPlain(run)) {
      const { rule: _, ...own } = withOwnPlaces(run)
      run = emptyRun(rule)
      return { held, told: { run: own, places: placesIn(own) }, reads: read }
    }
    run.held = 0
    return { held, told: undefined, reads: read }
  }
}

function isPlain(run: Run): boolean {
  return run.counterexamples.length === 0 && isJudged(run)
}

function isJudged({ missing, unsure, unusedAreas }: Omit<Run, 'rule'>): boolean {
  return missing.size === 0 && unsure === 0 && unusedAreas.size === 0
}

function inOrder(parts: Iterable<number>): readonly number[] {
  return [...parts].toSorted((a, b) => a - b)
}
