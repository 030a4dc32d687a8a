/** Writes commitments into plan files: broken seals anew where they stand, others as new lines. */

import { printDay } from '../base/date.ts'
import type { Edit, Source } from '../base/source.ts'
import { makeSource, textOf, withEdits } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, nameOf } from '../facts/fact.ts'
import { pathBeforeClosing } from '../model/cycles.ts'
import type { Review } from '../pipeline.ts'
import { format } from '../syntax/format.ts'
import { quoted } from '../syntax/print.ts'
import type { CommitRequest, Sealed } from './commitment.ts'

/** A file, and what it is to say. */
export interface FileChange {
  readonly source: Source
  readonly text: string
}

/** `file` is where new statements go; unsaid, `fileFor` tells. */
export function writeCommitments(
  review: Review,
  request: CommitRequest,
  sealed: readonly Sealed[],
  file: Source | undefined,
): readonly FileChange[] {
  const edits = sealed.flatMap((each) => replacing(request, each))
  const lines = sealed.flatMap((each) =>
    each.replaces === undefined ? [statementOf(request, each)] : [],
  )
  if (lines.length > 0)
    edits.push(appending(review, request, file ?? fileFor(review, request), lines))
  return [...new Set(edits.map(({ span }) => span.source))].map((source) => {
    const text = withEdits(
      source.text,
      edits.filter(({ span }) => span.source === source),
    )
    return { source, text: format(makeSource(source.path, text)) }
  })
}

/** `commit sales of pumps for 2026-11 by sales-director on 2026-11-19 as "sha256-…"`. */
function statementOf(request: CommitRequest, { family, seal }: Sealed): string {
  const { series, cycle, role, on } = request
  return `commit ${series} of ${written(family)} for ${nameOf(cycle)} by ${written(role)} on ${printDay(on)} as ${quoted(seal)}`
}

/** Of a commitment whose seal is broken, only who, when and the seal are written anew. */
function replacing({ role, on }: CommitRequest, { seal, replaces }: Sealed): readonly Edit[] {
  const anew = [
    ['by', written(role)],
    ['on', printDay(on)],
    ['as', quoted(seal)],
  ] as const
  return anew.flatMap(([field, text]) => {
    const span = replaces?.fields.get(field)?.span
    return span === undefined ? [] : [{ span, text }]
  })
}

/** Below the role's commitments to this cycle, so that they stand in columns; else at the end. */
function appending(
  { facts }: Review,
  { cycle, role }: CommitRequest,
  source: Source,
  lines: readonly string[],
): Edit {
  const last = facts
    .of('commit')
    .findLast(
      (commit) =>
        commit.span.source === source &&
        factIn(commit, 'by') === role &&
        factIn(commit, 'cycle') === cycle,
    )
  const { text } = source
  const end = last?.statement?.span.end
  const lineEnd = end === undefined ? -1 : text.indexOf('\n', end)
  const at = lineEnd === -1 ? text.length : lineEnd
  const before = end !== undefined || text.trim() === '' ? '\n' : '\n\n'
  return { span: { source, start: at, end: at }, text: `${before}${lines.join('\n')}` }
}

/**
 * The role's own file: where its commitments to this cycle stand; else where those to earlier cycles
 * did before they were closed, unless the file is a closed cycle's; else the file that holds the
 * plan, or the budget of what nobody plans, such as revenue; else the cycle's.
 */
function fileFor({ facts, trees }: Review, { series, cycle, role }: CommitRequest): Source {
  const own = facts.of('commit').filter((commit) => factIn(commit, 'by') === role)
  const now = own.findLast((commit) => factIn(commit, 'cycle') === cycle)
  const sources = new Map(trees.map(({ source }) => [source.path, source]))
  const earlier = own
    .flatMap(({ span }) => sources.get(pathBeforeClosing(span.source.path)) ?? [])
    .findLast((source) => !isClosed(facts.of('plan'), cycle, source))
  const plans = facts.of('plan').filter((plan) => factIn(plan, 'cycle') === cycle)
  const file = onlyFile(plans, series) ?? onlyFile(facts.of('budget'), series)
  return now?.span.source ?? earlier ?? file ?? cycle.span.source
}

/** The file of all statements that have a column of the series, if it is one. */
function onlyFile(statements: readonly Fact[], series: string): Source | undefined {
  const stating = statements.filter(({ tables }) =>
    tables.some(({ columns }) => columns.some((column) => column?.name === series)),
  )
  const files = new Set(stating.map(({ span }) => span.source))
  return files.size === 1 ? [...files][0] : undefined
}

/** A file with plans for other cycles alone. */
function isClosed(plans: readonly Fact[], cycle: Fact, source: Source): boolean {
  const here = plans.filter(({ span }) => span.source === source)
  return here.length > 0 && here.every((plan) => factIn(plan, 'cycle') !== cycle)
}

/** A name as its declaration writes it, in quotes or not. */
function written(fact: Fact): string {
  return fact.nameSpan === undefined ? nameOf(fact) : textOf(fact.nameSpan)
}
