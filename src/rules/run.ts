/** Runs one compiled rule over the facts: what holds, what breaks, what cannot be judged. */

import type { Month, MonthRange } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Mend, Severity } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import { nameOf, textIn } from '../facts/fact.ts'
import type { Evidence, Place } from './finding.ts'
import { evidenceOf } from './evidence.ts'
import { brokenLimit } from './limit.ts'
import { fixOf } from './fix.ts'
import type { Missing, Node } from './node.ts'
import { whyUnknown } from './node.ts'
import type { CompiledRule } from './rule.ts'
import type { Known, Value } from './value.ts'
import { severityNow } from './saying.ts'
import { HELD, LEFT_OUT } from './lane-loops.ts'
import { type RowSweep, sweepOf } from './sweep.ts'
import { allHold, MOST_WORK, tooMuchWork } from './walk.ts'

/** One instance that failed, with everything said of it while its values were there. */
export interface Counterexample {
  readonly severity: Severity
  readonly message: string
  readonly help: string | undefined
  readonly span: Span
  readonly place: Place
  readonly evidence: readonly Evidence[]
  readonly fix: Mend | undefined
  readonly about: readonly Fact[]
  readonly month: Month | undefined
  /** Equal for instances that differ in their month alone. */
  readonly key: string
}

/** How a rule fared, before findings are made of it. */
export interface Run {
  readonly rule: CompiledRule
  held: number
  broken: number
  readonly counterexamples: Counterexample[]
  /** What was missing, by its words, with the months in which it was. */
  readonly missing: Map<string, { months: MonthRange[]; instances: number }>
  /** Instances that were not judged, those included of which nothing is said. */
  unsure: number
  /** Areas that the workspace does not use, met while running. */
  readonly unusedAreas: Set<string>
}

/** A run that has judged nothing. */
export function emptyRun(rule: CompiledRule): Run {
  return {
    rule,
    held: 0,
    broken: 0,
    counterexamples: [],
    missing: new Map(),
    unsure: 0,
    unusedAreas: new Set(),
  }
}

/** Judges every instance of a rule. */
export function runRule(rule: CompiledRule): Run {
  const run = emptyRun(rule)
  const outer = outerTruth(rule, run)
  const sweep = sweepOf(rule)
  if (outer !== undefined) walkFrom(rule, run, sweep, 0, outer.unsure)
  if (sweep !== undefined) judgeRows(rule, run, sweep)
  return finished(run)
}

/** Judges the instances of one value of the outermost loop. */
export function runPart(
  rule: CompiledRule,
  run: Run,
  sweep: RowSweep | undefined,
  unsure: Node | undefined,
  value: Value,
): void {
  walkValue(rule, run, sweep, 0, unsure, value)
  if (sweep !== undefined) judgeRows(rule, run, sweep)
}

/** Says of a run that was given up that it was. */
export function finished(run: Run): Run {
  if (run.rule.compiler.program.work >= MOST_WORK) note(run, tooMuchWork())
  return run
}

/**
 * Whether there is anything to judge; and the condition outside of all loops that is unknown. Each
 * step compiles more of the rule, so that what has nothing to say is told early.
 */
export function outerTruth(
  rule: CompiledRule,
  run: Run,
): { readonly unsure: Node | undefined } | undefined {
  const { truths } = rule
  if (lacksAreas(rule, run)) return undefined
  const first = truths.outer
  if (lacksAreas(rule, run) || allHold(first) === false) return undefined
  const outer = truths.conditions[0] ?? []
  if (lacksAreas(rule, run)) return undefined
  const truth = allHold(outer)
  if (truth === false) return undefined
  return { unsure: truth === true ? undefined : firstUnknown(outer) }
}

/** Whether what must hold is about an area that is not used: asked once there is something to judge. */
export function requiresUnused(rule: CompiledRule, run: Run): boolean {
  void rule.truths.requires
  return lacksAreas(rule, run)
}

/** Notes the areas without which the rule has nothing to say. */
function lacksAreas({ truths }: CompiledRule, run: Run): boolean {
  const areas = truths.unusedAreas
  for (const area of areas) run.unusedAreas.add(area)
  return areas.length > 0
}

/** Judges all instances of the loops from a depth on, for what the loops outside of it have. */
function walkFrom(
  rule: CompiledRule,
  run: Run,
  sweep: RowSweep | undefined,
  depth: number,
  unsure: Node | undefined,
): void {
  const loop = rule.loops[depth]
  const values = loop?.domain()
  if (depth === 0 && values?.length !== 0 && requiresUnused(rule, run)) return
  if (loop === undefined) return judge(rule, run, unsure)
  if (values === undefined) {
    note(run, loop.domainNode === undefined ? undefined : whyUnknown(loop.domainNode))
    return
  }
  if (sweep !== undefined && depth === rule.loops.length - 1 && values.length > 0) {
    if (!sweep.takes(values)) judgeRows(rule, run, sweep)
    sweep.add(values, unsure)
    return
  }
  for (let at = 0; at < values.length; at += 1) {
    if (!walkValue(rule, run, sweep, depth, unsure, values[at])) return
  }
}

/** Judges the rows that wait, in order; the loops outside then go on where they are. */
function judgeRows(rule: CompiledRule, run: Run, sweep: RowSweep): void {
  const { rows } = sweep
  if (rows === 0) return
  const told = sweep.told()
  for (let row = 0; row < rows; row += 1) if (!judgeRow(rule, run, sweep, told, row)) break
  sweep.end()
}

/** Judges a row by what is told of its months; false where it has become too much. */
function judgeRow(
  rule: CompiledRule,
  run: Run,
  sweep: RowSweep,
  told: Uint8Array | undefined,
  row: number,
): boolean {
  const { program } = rule.compiler
  const { list, width } = sweep
  const unsure = sweep.unsure(row)
  let entered = false
  for (let at = 0; at < width; at += 1) {
    const of = told?.[row * width + at]
    if (of === LEFT_OUT || (of === HELD && unsure === undefined)) {
      if (program.work++ >= MOST_WORK) return false
      if (of === HELD) run.held++
      continue
    }
    if (!entered) sweep.enter(row)
    entered = true
    if (!walkValue(rule, run, undefined, rule.loops.length - 1, unsure, list[at])) return false
  }
  return true
}

/** Judges the instances of one value of a loop; false where that has become too much. */
function walkValue(
  rule: CompiledRule,
  run: Run,
  sweep: RowSweep | undefined,
  depth: number,
  unsure: Node | undefined,
  value: Value,
): boolean {
  const { program } = rule.compiler
  const { slots, turns } = program
  const loop = rule.loops[depth]
  if (loop === undefined || program.work++ >= MOST_WORK) return false
  slots[loop.slot] = value
  turns[depth + 1] = (turns[depth + 1] ?? 0) + 1
  const level = rule.truths.conditions[depth + 1] ?? []
  const truth = allHold(level)
  if (truth === false) return true
  const missing = truth === true ? unsure : (unsure ?? firstUnknown(level))
  walkFrom(rule, run, sweep, depth + 1, missing)
  return true
}

function firstUnknown(nodes: readonly Node[]): Node | undefined {
  return nodes.find((node) => node.run() === undefined)
}

/** Judges the instance whose values the slots hold. */
function judge(rule: CompiledRule, run: Run, unsure: Node | undefined): void {
  if (unsure !== undefined) return note(run, whyUnknown(unsure))
  const truth = allHold(rule.truths.requires)
  if (truth === true) run.held++
  else if (truth === false) {
    run.broken++
    run.counterexamples.push(counterexample(rule))
  } else note(run, whyUnknown(firstUnknown(rule.truths.requires) as Node))
}

/** Adds what could not be judged in one part of a rule's instances to that of those before it. */
export function addLacking(all: Run, part: Omit<Run, 'rule'>): void {
  all.unsure += part.unsure
  for (const area of part.unusedAreas) all.unusedAreas.add(area)
  for (const [what, { months, instances }] of part.missing) {
    const entry = entryOf(all, what)
    entry.instances += instances
    for (const { from, to } of months) noteMonths(entry.months, from, to)
  }
}

/** Notes what an instance was missing; one that lacks an unused area is silent. */
function note(run: Run, missing: Missing | undefined): void {
  run.unsure++
  if (missing?.area !== undefined) run.unusedAreas.add(missing.area)
  if (missing?.area !== undefined || missing?.silent === true) return
  const what = missing?.what ?? 'a number'
  const entry = entryOf(run, what)
  entry.instances++
  if (missing?.month !== undefined) noteMonths(entry.months, missing.month, missing.month)
}

function entryOf({ missing }: Run, what: string) {
  let entry = missing.get(what)
  if (entry === undefined) missing.set(what, (entry = { months: [], instances: 0 }))
  return entry
}

/** Months come one after the other, so that most go on where the last ones end. */
function noteMonths(months: MonthRange[], from: Month, to: Month): void {
  const last = months.at(-1)
  if (last !== undefined && last.to + 1 === from) {
    months[months.length - 1] = { from: last.from, to }
  } else if (last?.to !== from || to > from) months.push({ from, to })
}

function counterexample(rule: CompiledRule): Counterexample {
  const saying = rule.saying()
  const failed = rule.truths.requires.filter((node) => node.run() === false)
  const limit = saying.message === undefined ? brokenLimit(rule, failed) : undefined
  return {
    severity: severityNow(saying),
    message: saying.message?.() ?? limit?.message ?? textIn(rule.fact, 'title') ?? rule.name,
    help: saying.help?.() ?? limit?.help,
    span: spanOf(rule),
    place: placeOf(rule),
    evidence: evidenceOf(rule.compiler, failed, rule.lets),
    fix: fixOf(rule),
    about: aboutOf(rule),
    month: monthOf(rule),
    key: keyOf(rule),
  }
}

/** What `at` names; the rule itself where it has none, as an objective. */
export function placeOf(rule: CompiledRule): Place {
  const { at } = rule.saying()
  if (at === undefined) return { reading: rule.name, cell: undefined, fact: rule.fact }
  return placeNow(at)
}

/** What an expression for a cell or a fact names now. */
export function placeNow(at: Node): Place {
  const fact = at.type.is === 'fact' ? (at.run() as Fact | undefined) : undefined
  const reading = fact === undefined ? at.leaf?.reading() : nameOf(fact)
  return { reading: reading ?? '', cell: at.leaf?.address?.(), fact }
}

/** Where a finding points: the cell, or the head of the fact, that `at` names. */
function spanOf(rule: CompiledRule): Span {
  const { at } = rule.saying()
  if (at === undefined) return rule.fact.span
  const value = at.run()
  if (at.type.is === 'fact') return (value as Fact | undefined)?.span ?? businessSpan(rule)
  return at.leaf?.span?.() ?? ownerSpan(at) ?? businessSpan(rule)
}

/** `available(r, t)` points at the resource. */
function ownerSpan(at: Node): Span | undefined {
  const owner = at.parts.find((part) => part.type.is === 'fact')
  return (owner?.run() as Fact | undefined)?.span
}

/** A rule about something that nobody stated points at the business, or at itself. */
function businessSpan(rule: CompiledRule): Span {
  return rule.compiler.model.facts.of('business')[0]?.span ?? rule.fact.span
}

/** The facts that the loops and `at` name now. */
export function aboutOf(rule: CompiledRule): readonly Fact[] {
  const { slots } = rule.compiler.program
  const facts = new Set<Fact>()
  for (const loop of rule.loops) {
    if (loop.variable.type.is === 'fact') facts.add(slots[loop.slot] as Fact)
  }
  const { at } = rule.saying()
  const place = (at?.type.is === 'fact' ? at : at?.cell?.subject)?.run() as Fact | undefined
  if (place !== undefined) facts.add(place)
  return [...facts]
}

/** The month that is collected; else the innermost that `given` binds, or that of the cell. */
export function monthOf(rule: CompiledRule): Month | undefined {
  const { slots } = rule.compiler.program
  const collected = rule.loops.find((loop) => loop.variable === rule.collect)
  const loop = collected ?? rule.loops.findLast((each) => each.variable.type.is === 'month')
  if (loop !== undefined) return slots[loop.slot] as Month
  return rule.saying().at?.cell?.month.run() as Month | undefined
}

/** The values of all variables but that of the month, as one key. */
function keyOf(rule: CompiledRule): string {
  const { slots } = rule.compiler.program
  const month =
    rule.collect ?? rule.loops.findLast((each) => each.variable.type.is === 'month')?.variable
  return rule.loops
    .filter((loop) => loop.variable !== month)
    .map(({ slot }) => keyWord(slots[slot] as Known))
    .join(' ')
}

function keyWord(value: Known): string {
  if (typeof value !== 'object') return value.toString()
  return 'kind' in value && 'index' in value ? `${value.kind}#${value.index}` : ''
}
