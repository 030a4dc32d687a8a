/** The world of a test: its own plan, and what it sees of the workspace around it. */

import type { Day } from '../base/date.ts'
import { largest } from '../base/largest.ts'
import { lastDay, type Month } from '../base/month.ts'
import { compareSpans, type Source, type Span } from '../base/source.ts'
import type { Statement, Tree } from '../../grammar/tree.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { dayIn, type Fact, type FieldValue } from '../facts/fact.ts'
import { monthNamedKinds } from '../facts/month-named.ts'
import type { Review } from '../pipeline.ts'
import { keywordOf, lineKind, topKind, VOCABULARY } from '../vocabulary/vocabulary.ts'

export interface World {
  /** Its own plan first, then what it sees. */
  readonly trees: readonly Tree[]
  /** The day on which it takes place: never that of the clock, so that a test says the same always. */
  readonly today: Day
  /** Tests inside of it, which are a mistake. */
  readonly nested: readonly Statement[]
}

/** A test without a cycle takes place on the first day there is; nothing has passed. */
const NO_DAY = 0 as Day

/** `review` is that of the workspace in which the test stands. */
export function worldOf(test: Fact, { facts, trees }: Review): World {
  const { source, start, end } = test.statement?.span ?? test.span
  const inside = (span: Span): boolean =>
    span.source === source && span.start >= start && span.end <= end
  const enclosed = statementsIn(test).filter(
    ({ line }) => topKind(line.keyword.text)?.encloses !== true,
  )
  const problems = trees.flatMap((tree) => tree.problems).filter(({ span }) => inside(span))
  const said = new Set(enclosed.map(keyOf))
  const seen = VOCABULARY.filter((spec) => spec.seenInside === true)
    .flatMap(({ kind }) => facts.of(kind))
    .filter((fact) => !fact.span.source.builtIn && !namesFacts(fact))
    .flatMap(({ statement }) => statement ?? [])
    .filter((statement) => !said.has(keyOf(statement)))
  return {
    trees: [{ source, statements: enclosed, problems }, ...bySource(seen)],
    today: dayIn(test, 'on') ?? lastDayOf(enclosed),
    nested: statementsIn(test).filter((statement) => !enclosed.includes(statement)),
  }
}

/** The statements of the test's plan, without the lines of the test itself. */
function statementsIn({ statement, spec }: Fact): readonly Statement[] {
  return (statement?.entries ?? []).flatMap((entry) =>
    entry.sort === 'statement' && lineKind(spec, entry.line.keyword.text) === undefined
      ? [entry]
      : [],
  )
}

/**
 * What a statement is about, so that the test's own takes the place of one outside. What is no
 * name's declaration differs by its arguments: a policy that is set leaves its declaration alone.
 */
function keyOf({ line, define }: Statement): string {
  const name = line.arguments[0]?.values[0]
  const text = define?.name.text ?? (name?.sort === 'name' ? name.text : '')
  const { text: keyword } = line.keyword
  const isNamed = topKind(keyword)?.repetition === 'named'
  return `${keyword} ${text} ${isNamed ? '' : line.arguments.length}`
}

/** Whether it names families or other facts of the plan, which a test does not see. */
function namesFacts({ fields }: Fact): boolean {
  return [...fields.values()].some(({ value }) => isFact(value))
}

function isFact(value: FieldValue): boolean {
  if (value.type === 'list') return value.items.some((item) => isFact(item.value))
  return value.type === 'fact' && value.fact.parent === undefined
}

function bySource(statements: readonly Statement[]): readonly Tree[] {
  const sources = new Map<Source, Statement[]>()
  for (const statement of statements.toSorted((a, b) => compareSpans(a.span, b.span))) {
    const { source } = statement.span
    const list = sources.get(source)
    if (list === undefined) sources.set(source, [statement])
    else list.push(statement)
  }
  const problems: readonly Diagnostic[] = []
  return [...sources].map(([source, own]) => ({ source, statements: own, problems }))
}

/** The last day of the month of the latest cycle. */
function lastDayOf(statements: readonly Statement[]): Day {
  const keywords = VOCABULARY.filter((spec) => monthNamedKinds.has(spec.kind)).map(keywordOf)
  const months = statements.flatMap(({ line }): readonly Month[] => {
    const value = line.arguments[0]?.values[0]
    return keywords.includes(line.keyword.text) && value?.sort === 'months' ? [value.from] : []
  })
  return months.length === 0 ? NO_DAY : lastDay(largest(months) as Month)
}
