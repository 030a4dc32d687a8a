/** What a change is worth: the revenue of all families, before and after. */

import type { Exact } from '../base/exact.ts'
import { sumOver } from '../base/maybe-exact.ts'
import type { Sheet } from './sheets.ts'

/**
 * By the families whose revenue differs; 0 where none does. Revenue that nobody knows on either side, as
 * that of a family without a price, is the same: so the sum is known where that of the business is not.
 */
export function revenueChange(sheets: readonly Sheet[]): Exact | undefined {
  const plans = sheets.filter(({ version }) => version === 'plan')
  const lines = plans.flatMap((sheet) => sheet.lines.filter(({ what }) => what === 'revenue'))
  return sumOver(lines, ({ total }) => total?.difference)
}
