/** A workspace that a program holds as texts, and its review. */

import { parseDay } from '../base/date.ts'
import { NO_FILE } from '../base/item-data.ts'
import { parseMonth } from '../base/month.ts'
import { makeSource } from '../base/source.ts'
import { DEFAULTS, SETTINGS_FILE } from '../configuration/configuration.ts'
import { readConfiguration } from '../configuration/read.ts'
import type { Facts } from '../facts/fact.ts'
import type { Review } from '../pipeline.ts'
import { ruleWords } from '../rules/judged.ts'
import { Workspace } from '../service/workspace.ts'
import { itemReader } from '../sources/item-reader.ts'

/**
 * The files of a workspace: path → text. Paths are relative to the workspace, with `/`. Files that end
 * in `.sop` are its plan, `concord.yaml` its settings, all others item data. Its `include` and `exclude`
 * count nothing here: what is given is read.
 */
export type Files = Readonly<Record<string, string>>

/** What is asked of the files. Whatever names something that is not there is a `RangeError`. */
export interface Options {
  /** The day that is taken for today, such as `2026-11-20`: the library reads no clock. */
  readonly asOf: string
  /** The cycle, such as `2026-11`; unsaid, the latest. */
  readonly cycle?: string
}

/** More that `check` may be asked. */
export interface CheckOptions extends Options {
  /** Take this scenario as the plan. */
  readonly scenario?: string
  /** Judge as if the meeting of this step had passed, such as `demand-review`. */
  readonly step?: string
  /** Judge these rules only: names, or the first part of names such as `balance`. */
  readonly rules?: readonly string[]
}

/** What is wrong with the settings stands among the diagnostics, and the default ones are used. */
export async function reviewOf(files: Files, options: CheckOptions): Promise<Review> {
  const { asOf, cycle, scenario, step, rules } = options
  const today = parseDay(asOf)
  if (today === undefined) throw new RangeError(`asOf: ${asOf} is no day such as 2026-11-20.`)
  const month = cycle === undefined ? undefined : parseMonth(cycle)
  const settings = await settingsOf(files[SETTINGS_FILE])
  const snapshot = new Workspace(today).apply({
    files: Object.entries(files)
      .filter(([path]) => path.endsWith('.sop'))
      .map(([path, text]) => ({ path, text })),
    settings,
    readItems: itemReader(settings.configuration.itemSources, (path) =>
      Object.hasOwn(files, path) ? (files[path] ?? NO_FILE) : NO_FILE,
    ),
    cycle: month,
    scenario,
    step,
    rules,
  })
  const { review, settingsProblems } = snapshot
  refuseUnknown(review.facts, options)
  return { ...review, diagnostics: [...settingsProblems, ...review.diagnostics] }
}

async function settingsOf(text: string | undefined) {
  if (text === undefined) return { configuration: DEFAULTS, problems: [], source: undefined }
  const source = makeSource(SETTINGS_FILE, text)
  return { ...(await readConfiguration(source)), source }
}

function refuseUnknown(facts: Facts, { cycle, scenario, step, rules }: CheckOptions): void {
  const names = (kind: string): readonly string[] =>
    facts.of(kind).flatMap(({ name }) => name ?? [])
  const asked: readonly (readonly [string, string | undefined, readonly string[]])[] = [
    ['cycle', cycle, names('cycle')],
    ['scenario', scenario, names('scenario')],
    ['step', step, names('step')],
    ...(rules ?? []).map((rule) => ['rule', rule, ruleWords(facts)] as const),
  ]
  for (const [what, name, known] of asked) {
    if (name !== undefined && !known.includes(name)) {
      throw new RangeError(`There is no ${what} ${name} in these files.`)
    }
  }
}
