/** What a rule found before, part by part, so that only what has changed is judged again. */

import { sameList } from '../base/same-list.ts'
import type { Span } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import type { ReadLog } from '../model/kept.ts'
import type { Finding } from './finding.ts'
import { KeptOrder } from './kept-order.ts'
import { KeptParts } from './kept-parts.ts'
import { placesIn, withOwnPlaces } from './own-places.ts'
import type { CompiledRule } from './rule.ts'
import { emptyRun, outerTruth, requiresUnused, type Run, runRule } from './run.ts'

interface Whole {
  readonly run: Run
  readonly places: readonly Span[]
  readonly reads: ReadonlySet<Fact>
}

/** Keeps the runs of all rules of a workspace, by the statements of the rules. */
export class KeptRuns {
  private readonly parts = new Map<Fact, KeptParts>()
  /** The runs of rules that are not judged in parts, with whose numbers they read. */
  private readonly wholes = new Map<Fact, Whole>()
  private readonly made = new Map<
    Fact,
    { readonly counterexamples: Run['counterexamples']; readonly findings: readonly Finding[] }
  >()
  /** What all rules found. */
  readonly order = new KeptOrder()
  /** Rules of which a part reads anybody's numbers. */
  private readonly wide = new Set<Fact>()

  /** Every statement is the same as before; the numbers of these subjects are not. */
  run(rule: CompiledRule, reads: ReadLog, changed: ReadonlySet<Fact>): Run {
    const settled = this.settled(rule.fact, changed)
    if (settled !== undefined) return settled
    const parts = this.wide.has(rule.fact) ? undefined : this.inParts(rule, reads, changed)
    return parts ?? this.whole(rule, reads)
  }

  /** What a rule found before, where it has read none of these numbers. */
  settled(rule: Fact, changed: ReadonlySet<Fact>): Run | undefined {
    const whole = this.wholes.get(rule)
    if (whole !== undefined && ![...changed].some((fact) => whole.reads.has(fact))) return whole.run
    return this.parts.get(rule)?.settled(changed)
  }

  /** What a run found, by place: what is the same as before makes the same findings. */
  findings(
    rule: CompiledRule,
    run: Run,
    make: (run: Run) => readonly Finding[],
  ): readonly Finding[] {
    const parts = this.parts.get(rule.fact)
    if (parts?.isMadeOf(run) === true) return parts.findings(rule, make)
    const before = this.made.get(rule.fact)
    const { counterexamples } = run
    if (before !== undefined && sameList(before.counterexamples, counterexamples)) {
      return before.findings
    }
    const findings = make(run)
    this.made.set(rule.fact, { counterexamples, findings })
    return findings
  }

  /** Nothing is known any more of what the rules find. */
  clear(): void {
    this.wholes.clear()
    this.parts.clear()
    this.wide.clear()
    this.made.clear()
    this.order.clear()
  }

  /** The places of all that is kept, each once; they are in no tree. */
  *places(): Generator<readonly Span[]> {
    for (const { places } of this.wholes.values()) yield places
    for (const parts of this.parts.values()) yield* parts.places()
  }

  /** Undefined where the rule cannot be judged in parts. */
  private inParts(rule: CompiledRule, reads: ReadLog, changed: ReadonlySet<Fact>): Run | undefined {
    const loop = rule.loops[0]
    if (loop?.variable.type.is !== 'fact' || rule.compiler.program.late) return undefined
    reads.start()
    const run = emptyRun(rule)
    const outer = outerTruth(rule, run)
    const values = outer && (loop.domain() as readonly Fact[] | undefined)
    if (values !== undefined && values.length > 0 && requiresUnused(rule, run)) {
      return this.widen(rule)
    }
    // What is asked outside of all loops is nobody's part.
    const nobody = reads.read()?.length === 0
    if (outer === undefined || values === undefined || !nobody) return this.widen(rule)
    let parts = this.parts.get(rule.fact)
    if (parts?.isOf(values) !== true) parts = new KeptParts(values)
    if (!parts.judge(rule, reads, outer.unsure, changed)) return this.widen(rule)
    this.parts.set(rule.fact, parts)
    return parts.whole(rule)
  }

  private whole(rule: CompiledRule, reads: ReadLog): Run {
    reads.start()
    const run = runRule(rule)
    const read = reads.read()
    const lasts = read !== undefined && rule.fact.kind === 'rule' && !rule.compiler.program.late
    if (!lasts) {
      this.wholes.delete(rule.fact)
      return run
    }
    const own = withOwnPlaces(run)
    this.wholes.set(rule.fact, { run: own, places: placesIn(own), reads: new Set(read) })
    return own
  }

  private widen(rule: CompiledRule): undefined {
    this.wide.add(rule.fact)
    this.parts.delete(rule.fact)
    return undefined
  }
}
