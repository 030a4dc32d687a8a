/** What a gate lets pass: the problems of `--since REV`, and those of `--baseline FILE`. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { readBaseline } from '../report/baseline.ts'
import { type KnownProblem, knownProblem } from '../report/known-problems.ts'
import { problemsOf, reportOn } from '../report/report.ts'
import { reasonOf, statOf } from './paths.ts'
import type { ViewOptions } from './review.ts'
import { reviewAt } from './review-at.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

/** Bytes of a baseline. */
const MOST_BYTES = 64 * 1024 * 1024

/** Both sides by the same options and settings, so that what only they changed fails nobody. */
export async function knownSince(
  revision: string,
  workspace: Workspace,
  configuration: Configuration,
  options: ViewOptions,
): Promise<readonly KnownProblem[]> {
  const review = await reviewAt(revision, workspace, configuration, options)
  const report = reportOn(review, () => true, { named: [], notes: [], scenario: undefined })
  return problemsOf(report).map(knownProblem)
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
