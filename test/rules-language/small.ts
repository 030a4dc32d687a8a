/** The smallest plan that rules can judge: for tests that write the rest themselves. */

import { parseMonth } from '../../src/base/month.ts'
import type { Month } from '../../src/base/month.ts'

/** The first month of its horizon. */
export const FIRST = parseMonth('2026-11') as Month

export const BASICS = `business "Test" {
  currency USD
}
family a {
  strategy finish-to-order
  unit each
}
cycle 2026-11 {
  horizon 6 months
}
`
