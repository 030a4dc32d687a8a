/** Reads a workspace from disk and checks it: what the commands share. */

import type { Day } from '../base/date.ts'
import type { ReadItems } from '../base/item-data.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import { portableSha256 } from '../base/sha256.ts'
import type { CheckInput, Review } from '../pipeline.ts'
import { ruleWords } from '../rules/judged.ts'
import { treeOf } from '../service/kept-trees.ts'
import { Workspace as Service } from '../service/workspace.ts'
import { gitHistory } from './git-history.ts'
import { itemsOnDisk } from './item-files.ts'
import { dayOption, monthOption, today } from './option-values.ts'
import { FILE_LIMITS, nothingThere, readPlanFiles } from './plan-files.ts'
import { readSettings } from './settings.ts'
import { findWorkspace, type Workspace } from './workspace.ts'
import { noSuch } from './wrong-use.ts'

/** Options that say what is checked, as they are written. */
export interface ViewOptions {
  readonly cycle?: string
  readonly asOf?: string
  readonly scenario?: string
  readonly rule?: readonly string[]
  readonly step?: string
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

type View = Pick<CheckInput, 'cycle' | 'scenario' | 'rules' | 'step'> & { readonly today: Day }

/** History unsaid is that of the folder's own repository. */
export type Host = Pick<CheckInput, 'progress' | 'now' | 'history' | 'treeOf' | 'like' | 'keep'> & {
  /** Whether there is something to say where there are no plan files. */
  readonly mayBeEmpty?: boolean
}

export async function reviewPaths(
  paths: readonly string[],
  options: ViewOptions,
  host: Host,
): Promise<Reviewed> {
  return reviewWorkspace(findWorkspace(paths, process.cwd()), options, host)
}

/** To load Node's own hashing takes as long as to hash so many characters without it. */
const FEW_HASHED = 1 << 18
let hashed = 0

function sha256(text: string): string {
  hashed += text.length
  if (hashed < FEW_HASHED) return portableSha256(text)
  return process.getBuiltinModule('node:crypto').hash('sha256', text)
}

export async function reviewWorkspace(
  workspace: Workspace,
  options: ViewOptions,
  host: Host,
): Promise<Reviewed> {
  const view = viewOf(options)
  const settings = await readSettings(workspace)
  const { configuration, problems } = settings
  if (problems.length > 0) return { problems }
  const start = host.now?.() ?? 0
  const ready = host.treeOf === undefined ? treeOf : undefined
  const files = await readPlanFiles(workspace, configuration, FILE_LIMITS, ready)
  if (files.sources.length === 0 && host.mayBeEmpty !== true) throw nothingThere(workspace.root)
  const readItems = itemsOnDisk(workspace.root, configuration)
  const read = { stage: 'read', milliseconds: (host.now?.() ?? 0) - start }
  const snapshot = new Service(view.today).apply({
    files: files.sources.map((source) => ({
      path: source.path,
      text: source,
      problems: files.problems.filter(({ span }) => span.source.path === source.path),
    })),
    settings,
    readItems,
    sha256,
    ...view,
    ...host,
    history: host.history ?? gitHistory(workspace.root),
  })
  const { review } = snapshot
  const unknown = snapshot.settingsProblems
  if (unknown.length > 0) return { problems: unknown }
  refuseUnknownNames(review, options)
  return {
    workspace,
    configuration,
    sources: files.sources.length,
    readItems,
    review: { ...review, timings: [read, ...review.timings] },
  }
}

export function viewOf({ cycle, asOf, scenario, rule, step }: ViewOptions): View {
  return {
    today: asOf === undefined ? today() : dayOption('--as-of', asOf),
    cycle: cycle === undefined ? undefined : monthOption('--cycle', cycle),
    scenario,
    rules: rule,
    step,
  }
}

/** What the options name must be there. */
function refuseUnknownNames({ facts }: Review, { cycle, scenario, rule, step }: ViewOptions): void {
  refuse('cycle', cycle, namesOf(facts.of('cycle')))
  refuse('scenario', scenario, namesOf(facts.of('scenario')))
  refuse('step', step, namesOf(facts.of('step')))
  for (const name of rule ?? []) refuse('rule', name, ruleWords(facts))
}

function refuse(what: string, name: string | undefined, known: readonly string[]): void {
  if (name !== undefined && !known.includes(name)) throw noSuch(what, name, known)
}

function namesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(({ name }) => name ?? [])
}
