/** `concord compare plan strong`: two versions side by side, in numbers, objectives and findings. */

import { compareVersions } from '../comparison/compare.ts'
import type { Side } from '../comparison/side.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { cycleOf } from '../model/cycles.ts'
import { VERSION_NAMES } from '../vocabulary/versions.ts'
import { comparisonReport } from '../report/comparison.ts'
import { counted } from '../report/words.ts'
import { output } from './console.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { choice } from './option-values.ts'
import { type Reviewed, reviewWorkspace } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say } from './terminal.ts'
import { findWorkspace } from './workspace.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

export interface CompareOptions {
  readonly cycle?: string
  readonly asOf?: string
  readonly format?: string
}

const FORMATS = ['pretty', 'json'] as const

type Run = Exclude<Reviewed, { readonly problems: unknown }>

/** How a version is run: as the plan, or as numbers of a run about another. */
interface Wanted {
  readonly name: string
  readonly cycle?: string
  readonly scenario?: string
  /** Undefined where it is the plan of its run. */
  readonly version?: string | Fact
}

export async function compareCommand(
  names: readonly [string, string],
  folder: string,
  options: CompareOptions,
): Promise<number> {
  const format = choice('--format', options.format ?? 'pretty', FORMATS)
  const workspace = findWorkspace([folder], process.cwd())
  const runs = new Map<string, Run>()
  const run = async (cycle: string | undefined, scenario?: string): Promise<Run | undefined> => {
    const key = keyOf(cycle, scenario)
    const known = runs.get(key)
    if (known !== undefined) return known
    const { asOf } = options
    const view = {
      ...(cycle === undefined ? {} : { cycle }),
      ...(scenario === undefined ? {} : { scenario }),
      ...(asOf === undefined ? {} : { asOf }),
    }
    const reviewed = await reviewWorkspace(workspace, view, {})
    if ('problems' in reviewed) {
      saySettingsProblems(reviewed.problems)
      return undefined
    }
    runs.set(key, reviewed)
    return reviewed
  }
  const first = await run(options.cycle)
  if (first === undefined) return WRONG
  const { facts, model } = first.review
  // The latest cycle is the same run, whether it is named or not.
  runs.set(keyOf(model.cycle?.name), first)
  const cycle = options.cycle ?? cycleOfScenarios(facts, names) ?? model.cycle?.name
  const sides: Side[] = []
  for (const name of names) {
    const wanted = wantedBy(first, name, cycle)
    const own = await run(wanted.cycle ?? cycle, wanted.scenario)
    if (own === undefined) return WRONG
    sides.push(sideOf(own, wanted))
  }
  const [base, other] = sides
  if (base === undefined || other === undefined) return WRONG
  const comparison = compareVersions(base, other)
  const notes = notesOn(first)
  if (format === 'json') {
    const { comparisonJson } = await import('../report/comparison-json.ts')
    output.write(comparisonJson(comparison, notes))
  } else say(comparisonReport(comparison, notes), first.configuration.report)
  return CLEAN
}

function keyOf(cycle: string | undefined, scenario?: string): string {
  return `${cycle ?? ''} ${scenario ?? ''}`
}

/** What a scenario is compared with is of the cycle that it stands on. */
function cycleOfScenarios(facts: Facts, names: readonly string[]): string | undefined {
  const scenarios = names.flatMap((name) => facts.named('scenario', name) ?? [])
  const [first, second] = scenarios.map((scenario) => cycleOf(scenario)?.name)
  if (second !== undefined && first !== second) {
    throw new WrongUse(
      `${names.join(' and ')} stand on the plans of two cycles, ${first ?? 'none'} and ${second}.`,
      'Compare scenarios of one cycle.',
    )
  }
  return first
}

function wantedBy({ review }: Run, name: string, cycle: string | undefined): Wanted {
  const { facts, model } = review
  if (name === 'plan') return { name }
  if (name === 'previous') {
    const held = cycle === undefined ? undefined : facts.named('cycle', cycle)
    const before = held && model.previous(held)?.name
    if (before !== undefined) return { name, cycle: before }
    throw new WrongUse(`There is no cycle before ${cycle ?? 'the first'}.`)
  }
  if (VERSION_NAMES.includes(name)) return { name, version: name }
  if (facts.named('cycle', name) !== undefined) return { name, cycle: name }
  const scenario = facts.named('scenario', name)
  if (scenario !== undefined) return { name, scenario: name }
  const owner = facts.named('function', name)
  if (owner !== undefined) return { name, version: owner }
  const kinds = ['scenario', 'cycle', 'function']
  const known = kinds.flatMap((kind) => facts.of(kind).flatMap((fact) => fact.name ?? []))
  throw noSuch('version', name, [...VERSION_NAMES, ...known])
}

function sideOf({ review }: Run, { name, version }: Wanted): Side {
  const { model, judgement, facts } = review
  if (version === undefined) return { name, model, version: 'plan', judgement }
  const own = typeof version === 'string' ? version : (facts.named(version.kind, name) ?? version)
  return { name, model, version: own, judgement: undefined }
}

function notesOn({ review, workspace }: Run): readonly string[] {
  const errors = review.diagnostics.filter(({ severity }) => severity === 'error').length
  return [
    ...(workspace.hasSettings ? [] : ['There is no concord.yaml here or above.']),
    ...(errors === 0
      ? []
      : [
          `What the files say is wrong in ${counted(errors, 'place')}, and numbers may be missing: \`concord check\` says where.`,
        ]),
  ]
}
