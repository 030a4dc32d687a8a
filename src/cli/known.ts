/** What a gate lets pass: the problems of `--since REV`, and those of `--baseline FILE`. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { renamedFamilies } from '../difference/renames.ts'
import type { Model } from '../model/model.ts'
import { readBaseline } from '../report/baseline.ts'
import { type KnownProblem, knownProblem } from '../report/known-problems.ts'
import { type Problem, problemsOf, reportOn } from '../report/report.ts'
import { findingKey } from '../rules/finding-key.ts'
import { reasonOf, statOf } from './paths.ts'
import type { ViewOptions } from './review.ts'
import { reviewAt } from './review-at.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

/** Bytes of a baseline. */
const MOST_BYTES = 64 * 1024 * 1024

export interface Known {
  readonly problems: readonly KnownProblem[]
  /** What a reader of the answer must know. */
  readonly notes: readonly string[]
}

/**
 * Both sides by the same options and settings, so that what only they changed fails nobody. A family
 * under another name is known by its numbers, as in a difference.
 */
export async function knownSince(
  revision: string,
  workspace: Workspace,
  configuration: Configuration,
  options: ViewOptions,
  now: Model,
): Promise<Known> {
  const review = await reviewAt(revision, workspace, configuration, options)
  const report = reportOn(review, () => true, { named: [], notes: [], scenario: undefined })
  const renamed = renamedFamilies(review.model, now)
  const problems = problemsOf(report).map((problem) => {
    const called = asCalledNow(problem, renamed)
    // Under another name a finding says the same in other words.
    return { ...knownProblem(called), ...(called === problem ? {} : { message: undefined }) }
  })
  return {
    problems,
    notes: review.trees.some(({ source }) => !source.builtIn) ? [] : [noPlanAt(revision)],
  }
}

function noPlanAt(revision: string): string {
  return `At ${revision} there is no plan in this folder: all problems count as new. If it stood elsewhere, \`--baseline\` can let those pass that it had.`
}

function asCalledNow(problem: Problem, renamed: ReadonlyMap<string, string>): Problem {
  if (problem.sort === 'diagnostic' || renamed.size === 0) return problem
  const { finding } = problem
  const key = findingKey(finding, (name) => renamed.get(name) ?? name)
  if (key === finding.key) return problem
  return { sort: 'finding', finding: { ...finding, key } }
}

export function knownInBaseline(path: string): readonly KnownProblem[] {
  const known = readBaseline(textOf(path))
  if (known !== undefined) return known
  throw new WrongUse(
    `${path} is no baseline.`,
    `Write it with \`concord check --write-baseline ${path}\`.`,
  )
}

function textOf(path: string): string {
  const file = resolve(process.cwd(), path)
  const stats = statOf(file)
  if (stats === undefined) {
    throw new WrongUse(
      `There is no baseline ${path}.`,
      `Write it with \`concord check --write-baseline ${path}\`.`,
    )
  }
  if (!stats.isFile()) throw new WrongUse(`The baseline ${path} is no file.`)
  if (stats.size > MOST_BYTES) throw new WrongUse(`The baseline ${path} is too large.`)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongUse(`The baseline ${path} cannot be read: ${reasonOf(error)}.`)
  }
}
