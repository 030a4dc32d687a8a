/** Reads a workspace from disk and checks it: what the commands share. */

import { createHash } from 'node:crypto'

import type { Day } from '../base/date.ts'
import type { ReadItems } from '../base/item-data.ts'
import { compareSpans } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { unknownRules } from '../configuration/read.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { check, type CheckInput, type Review } from '../pipeline.ts'
import { gitHistory } from './git-history.ts'
import { itemReader } from './item-files.ts'
import { dayOption, monthOption, today } from './option-values.ts'
import { readPlanFiles, withoutEchoes } from './plan-files.ts'
import { readSettings } from './settings.ts'
import { findWorkspace, type Workspace } from './workspace.ts'
import { noSuch } from './wrong-use.ts'

/** Options that say what is checked, as they are written. */
export interface ViewOptions {
  readonly cycle?: string
  readonly asOf?: string
  readonly scenario?: string
  readonly rule?: readonly string[]
}

export type Reviewed =
  | {
      readonly workspace: Workspace
      readonly configuration: Configuration
      readonly review: Review
      readonly sources: number
      readonly readItems: ReadItems
    }
  /** What is wrong with concord.yaml. */
  | { readonly problems: readonly Diagnostic[] }

type Host = Pick<CheckInput, 'progress' | 'now'>

export async function reviewPaths(
  paths: readonly string[],
  options: ViewOptions,
  host: Host,
): Promise<Reviewed> {
  return reviewWorkspace(findWorkspace(paths, process.cwd()), options, host)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export async function reviewWorkspace(
  workspace: Workspace,
  options: ViewOptions,
  host: Host,
): Promise<Reviewed> {
  const view = viewOf(options)
  const { configuration, problems } = await readSettings(workspace)
  if (problems.length > 0) return { problems }
  const start = host.now?.() ?? 0
  const files = await readPlanFiles(workspace, configuration)
  const asks = files.sources.some(({ text }) => /\bfrom\s+"/.test(text))
  const readItems = await itemReader(workspace.root, configuration, asks)
  const read = { stage: 'read', milliseconds: (host.now?.() ?? 0) - start }
  const history = gitHistory(workspace.root)
  const { sources } = files
  const review = check({ sources, configuration, readItems, history, sha256, ...view, ...host })
  const unknown = unknownRules(configuration, ruleNames(review.facts))
  if (unknown.length > 0) return { problems: unknown }
  refuseUnknownNames(review, options)
  const diagnostics = [...files.problems, ...withoutEchoes(review.diagnostics, files.problems)]
  return {
    workspace,
    configuration,
    sources: files.sources.length,
    readItems,
    review: {
      ...review,
      diagnostics: diagnostics.toSorted((a, b) => compareSpans(a.span, b.span)),
      timings: [read, ...review.timings],
    },
  }
}

function viewOf({
  cycle,
  asOf,
  scenario,
  rule,
}: ViewOptions): Pick<CheckInput, 'cycle' | 'scenario' | 'rules'> & { readonly today: Day } {
  return {
    today: asOf === undefined ? today() : dayOption('--as-of', asOf),
    cycle: cycle === undefined ? undefined : monthOption('--cycle', cycle),
    scenario,
    rules: rule,
  }
}

/** What the options name must be there. */
function refuseUnknownNames({ facts }: Review, { cycle, scenario, rule }: ViewOptions): void {
  refuse('cycle', cycle, namesOf(facts.of('cycle')))
  refuse('scenario', scenario, namesOf(facts.of('scenario')))
  const rules = ruleNames(facts)
  const families = rules.flatMap((name) => (name.includes('/') ? [name.replace(/\/.*/, '')] : []))
  for (const name of rule ?? []) refuse('rule', name, [...new Set([...rules, ...families])])
}

function refuse(what: string, name: string | undefined, known: readonly string[]): void {
  if (name !== undefined && !known.includes(name)) throw noSuch(what, name, known)
}

export function ruleNames(facts: Facts): readonly string[] {
  return [...namesOf(facts.of('rule')), ...namesOf(facts.of('objective'))]
}

function namesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(({ name }) => name ?? [])
}
