/** `concord commit`: a role commits to its plan, and seals it. */

import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { type Day, printDay } from '../base/date.ts'
import { printMonth } from '../base/month.ts'
import { positionOf, type Source } from '../base/source.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import { dayIn, type Fact, factIn, type Facts, nameOf } from '../facts/fact.ts'
import { clean } from '../markup/clean.ts'
import { type Document, paragraph, piece } from '../markup/document.ts'
import { type FileChange, writeCommitments } from '../review/commit-statement.ts'
import { commitTo, type Commitment, type CommitRequest } from '../review/commitment.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { replaceFile } from './fmt.ts'
import { dayOption, monthOption, today } from './option-values.ts'
import { shownPath } from './paths.ts'
import { reviewWorkspace } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say } from './terminal.ts'
import { findWorkspace } from './workspace.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

export interface CommitOptions {
  readonly of?: readonly string[]
  readonly for: string
  readonly by: string
  readonly on?: string
  readonly file?: string
}

/** What has to add up before anybody commits to it: the rules of this family. */
const JUDGED = ['balance']

export async function commitCommand(series: string, options: CommitOptions): Promise<number> {
  if (!SERIES_NAMES.includes(series)) throw noSuch('series', series, SERIES_NAMES)
  const on = options.on === undefined ? today() : dayOption('--on', options.on)
  const cycle = printMonth(monthOption('--for', options.for))
  const workspace = findWorkspace([], process.cwd())
  const reviewed = await reviewWorkspace(workspace, { cycle, rule: JUDGED }, {})
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review } = reviewed
  const request = requestOf(review.facts, { series, cycle, on }, options)
  const sources = review.trees.map(({ source }) => source)
  const file =
    options.file === undefined ? undefined : fileNamed(workspace.root, options.file, sources)
  const commitment = commitTo(review, request)
  if ('refused' in commitment) throw new WrongUse(commitment.refused, commitment.help)
  const changes = writeCommitments(review, request, commitment.sealed, file)
  for (const { source, text } of changes)
    replaceFile(realpathSync(join(workspace.root, source.path)), text)
  say(saidOf(commitment, request, changes), DEFAULTS.report)
  return CLEAN
}

function requestOf(
  facts: Facts,
  { series, cycle, on }: { readonly series: string; readonly cycle: string; readonly on: Day },
  { of, by }: CommitOptions,
): CommitRequest {
  return {
    series,
    on,
    cycle: named(facts, 'cycle', cycle),
    role: named(facts, 'role', by),
    families: of && [...new Set(of)].map((family) => named(facts, 'family', family)),
  }
}

function named(facts: Facts, kind: string, name: string): Fact {
  const found = facts.named(kind, name)
  if (found !== undefined) return found
  throw noSuch(
    kind,
    name,
    facts.of(kind).flatMap((fact) => fact.name ?? []),
  )
}

/** A plan file of this workspace. */
function fileNamed(root: string, file: string, sources: readonly Source[]): Source {
  const path = shownPath(root, resolve(process.cwd(), file))
  const own = sources.filter(({ builtIn }) => !builtIn)
  const found = own.find((source) => source.path === path)
  if (found !== undefined) return found
  throw noSuch(
    'plan file',
    file,
    own.map((source) => source.path),
  )
}

function saidOf(
  { sealed, held }: Commitment,
  { series, cycle, role }: CommitRequest,
  changes: readonly FileChange[],
): Document {
  const files = changes.map(({ source }) => clean(source.path)).join(', ')
  const lines = sealed.map(({ family, replaces }) =>
    paragraph(
      `${nameOf(family)}${replaces === undefined ? '' : `, ${replacedWords(replaces)}`}`,
      2,
    ),
  )
  const already = held.map((family) =>
    paragraph(`${nameOf(family)}: committed already, and its seal holds`, 2),
  )
  return [
    paragraph([
      piece('good', 'Committed'),
      ` by the ${nameOf(role)} to the ${series} plan for ${nameOf(cycle)}, in ${files}:`,
    ]),
    ...lines,
    ...already,
  ]
}

/** `in place of the commitment of 2026-11-19 by the sales-director (sales.sop:51)`. */
function replacedWords(commit: Fact): string {
  const by = factIn(commit, 'by')
  const on = dayIn(commit, 'on')
  const { source, start } = commit.span
  const { line } = positionOf(source, start)
  return [
    'in place of the commitment',
    ...(on === undefined ? [] : [`of ${printDay(on)}`]),
    ...(by === undefined ? [] : [`by the ${nameOf(by)}`]),
    `(${clean(source.path)}:${line}), whose seal was broken`,
  ].join(' ')
}
