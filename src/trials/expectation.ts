/** What a test expects: which rule, whether it must speak, and of which cell or name. */

import { closest } from '../base/suggest.ts'
import { type MonthRange, printMonth } from '../base/month.ts'
import { textOf } from '../base/source.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportTrial } from '../diagnostics/trials.ts'
import { type Fact, wordIn } from '../facts/fact.ts'
import type { CellAddress, Model } from '../model/model.ts'
import type { Review } from '../pipeline.ts'
import { compile, type Compiler, meant, newProgram } from '../rules/compiler.ts'
import type { Finding, Place } from '../rules/finding.ts'
import { compilerBase } from '../rules/rulebook.ts'
import { placeNow } from '../rules/run.ts'
import { mustBePlace } from '../rules/saying.ts'
import { EMPTY_SCOPE } from '../rules/scope.ts'

export interface Expectation {
  /** The line of the test. */
  readonly fact: Fact
  readonly rule: string
  /** The rule must not speak. */
  readonly no: boolean
  /** As written; undefined where it may be anywhere. */
  readonly at: string | undefined
  readonly fits: (finding: Finding) => boolean
}

export interface Expectations {
  readonly all: readonly Expectation[]
  readonly problems: readonly Diagnostic[]
}

/** Reads the expectations against the world of their test; what is wrong with one is reported. */
export function readExpectations(lines: readonly Fact[], world: Review): Expectations {
  const problems: Diagnostic[] = []
  const all = lines.flatMap((fact): readonly Expectation[] => {
    const rule = wordIn(fact, 'rule')
    if (rule === undefined) return []
    const no = fact.fields.has('no')
    const at = fact.fields.get('at')
    const expression = at?.value.type === 'expression' ? at.value.expression : undefined
    if (expression === undefined) {
      return [{ fact, rule, no, at: undefined, fits: (finding) => finding.rule === rule }]
    }
    const reads = placesOf(expression, world, problems)
    if (reads === undefined) return []
    const fits = (finding: Finding): boolean => finding.rule === rule && reads(finding)
    return [{ fact, rule, no, at: textOf(expression.span), fits }]
  })
  return { all, problems }
}

type Reads = (finding: Finding) => boolean

/** Undefined where nothing is there to point at, which has been reported. */
function placesOf(
  expression: Expression,
  world: Review,
  problems: Diagnostic[],
): Reads | undefined {
  if (expression.sort === 'word' || expression.sort === 'text') {
    return namedFacts(expression.text, expression, world, problems)
  }
  const base = compilerBase(world.facts, world.model)
  const own = { list: [] as Diagnostic[], seen: new Set<string>() }
  const compiler: Compiler = { ...base, problems: own, program: newProgram('expect') }
  const node = mustBePlace(compiler, compile(compiler, EMPTY_SCOPE, expression))
  problems.push(...own.list)
  if (own.list.length > 0 || node.type.is === 'wrong') return undefined
  const wanted = placeNow(node)
  const { cell } = wanted
  if (cell !== undefined && !isThere(world.model, cell)) {
    const values = { reading: wanted.reading, months: monthsOf(world.model.months) }
    problems.push(reportTrial('expectation-of-no-cell', expression.span, values))
    return undefined
  }
  return (finding) => finding.places.some((place) => same(world.model, place, wanted))
}

/** A family, a resource, a role: whatever of the test has the name. */
function namedFacts(
  name: string,
  { span }: Expression,
  { facts }: Review,
  problems: Diagnostic[],
): Reads | undefined {
  const found = facts.kinds.flatMap((kind) => facts.named(kind, name) ?? [])
  if (found.length === 0) {
    const names = facts.kinds
      .flatMap((kind) => facts.of(kind))
      .flatMap((fact) => (fact.span.source.builtIn ? [] : (fact.name ?? [])))
    const near = closest(name, names)
    const extras = meant(span, near)
    problems.push(reportTrial('expectation-of-no-name', span, { name }, extras))
    return undefined
  }
  return ({ about, places }) =>
    found.some((fact) => about.includes(fact) || places.some((place) => place.fact === fact))
}

/** `plan` and `outlook` are one cell in the horizon, `actual` and `outlook` before it. */
function same(model: Model, a: Place, b: Place): boolean {
  if (a.cell === undefined || b.cell === undefined) {
    return a.fact === undefined ? a.reading === b.reading : a.fact === b.fact
  }
  return (
    a.cell.series === b.cell.series &&
    a.cell.subject === b.cell.subject &&
    a.cell.month === b.cell.month &&
    versionOf(model, a.cell) === versionOf(model, b.cell)
  )
}

function versionOf(model: Model, { version, month }: CellAddress): CellAddress['version'] {
  if (version !== 'outlook') return version
  return model.closed(month) ? 'actual' : 'plan'
}

function isThere(model: Model, { version, series, subject, month }: CellAddress): boolean {
  const { first, length } = model.column(version, series, subject)
  const { months } = model
  const planned = months !== undefined && month >= months.from && month <= months.to
  const closed = version === 'plan' && model.closed(month)
  return (planned && !closed) || (month >= first && month < first + length)
}

function monthsOf(months: MonthRange | undefined): string {
  if (months === undefined) return 'the test has no plan and no actuals'
  return `the test has the months ${printMonth(months.from)} .. ${printMonth(months.to)}`
}
