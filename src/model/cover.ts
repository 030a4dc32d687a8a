/** How long a stock lasts, in working days. */

import { add, compare, divide, multiply, sign, subtract } from '../base/exact.ts'
import type { Exact } from '../base/exact.ts'
import { addMonths } from '../base/month.ts'
import type { Month } from '../base/month.ts'

export interface Covered {
  readonly stock: (month: Month) => Exact | undefined
  readonly sales: (month: Month) => Exact | undefined
  readonly workdays: (month: Month) => number
}

/** Stock over this month's sales a working day. */
export function coverCurrent(of: Covered, month: Month): Exact | undefined {
  const stock = of.stock(month)
  const sales = of.sales(month)
  if (stock === undefined || sales === undefined) return undefined
  const days = multiply(stock, of.workdays(month))
  return days === undefined ? undefined : divide(days, sales)
}

/** Working days until the sales of the next months have used the stock up. */
export function coverForward(of: Covered, month: Month): Exact | undefined {
  let stock = of.stock(month)
  let days: Exact | undefined = 0
  for (
    let next = addMonths(month, 1);
    stock !== undefined && days !== undefined;
    next = addMonths(next, 1)
  ) {
    if (sign(stock) <= 0) return days
    const sales = of.sales(next)
    if (sales === undefined) return undefined
    const workdays = of.workdays(next)
    if (compare(stock, sales) < 0) {
      const used = multiply(stock, workdays)
      const part = used === undefined ? undefined : divide(used, sales)
      return part === undefined ? undefined : add(days, part)
    }
    stock = subtract(stock, sales)
    days = add(days, workdays)
  }
  return undefined
}
