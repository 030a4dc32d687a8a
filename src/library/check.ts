/** `check` for programs: a plan's texts in, plain data out. */

import type { CheckData } from '../report/check-data.ts'
import { checkData } from '../report/json.ts'
import { reportOn } from '../report/report.ts'
import { type CheckOptions, type Files, reviewOf } from './files.ts'

/**
 * Checks a plan. What it gives is what `concord check --format json` prints: what the files say wrong
 * (`diagnostics`), where a rule does not hold (`findings`), how each principle fared (`scorecard`).
 * The same texts give the same data.
 * @throws RangeError where the options name a day, cycle, scenario, step or rule that is none.
 */
export async function check(files: Files, options: CheckOptions): Promise<CheckData> {
  const review = await reviewOf(files, options)
  return checkData(
    reportOn(review, () => true, { named: [], notes: [], scenario: options.scenario }),
  )
}
