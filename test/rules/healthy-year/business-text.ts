/** Who the company is, and what it has agreed about changing things. */

import type { Company } from './company.ts'
import { monthText } from './moment.ts'

/** Narrower than the first tolerances, as the field advises once a process runs. */
export const SALES_TOLERANCE = 0.12

const HEADROOM = 1.5
const HOURS_EACH = 0.05
/** What a launch makes besides, in months of sales. */
const LAUNCH = 2

export function businessText({ size, families }: Company): string {
  const most = families.reduce((sum, { profile }) => {
    const launch = profile.from > 0 ? LAUNCH : 0
    return sum + profile.expected(0) * (1 + launch)
  }, 0)
  const hours = Math.ceil(most * HOURS_EACH * HEADROOM)
  return `business "Healthy" {
  currency    USD
  leader      president
  fiscal-year from ${monthText(0)}
}
role president       in general-management
role sales-director  in sales-marketing     under president
role plant-manager   in operations          under president
role product-manager in product-development under president
role controller      in finance             under president
unit each
unit hour
calendar {
  month    workdays
  ${monthText(2)}        17
  ${monthText(14)}        17
}
fence demand 1 month {
  change   sales, operations within 0%
  approval by president
}
fence planning 3 months {
  change   operations within 10%
  approval by plant-manager
}
policy sales-tolerance = ${SALES_TOLERANCE * 100}%
policy planning-horizon = ${size.horizon}
${families.length > 15 ? `policy many-families = ${families.length}\npolicy small-family = 0%\n` : ''}group line-a "Presses over 200 t" {
  unit each
}
group line-b "Presses up to 200 t" {
  unit each
}
resource assembly "Assembly" {
  unit hour
  month       available  overtime
  ${monthText(0)} ..        ${hours}        20
}
objective lean "A stock that lasts no longer than a quarter" by controller until ${monthText(size.cycles + size.horizon)} {
  given   family f, month t in horizon
  let     stock = inventory(f, t)
  where   known(stock) and known(sales(f, t))
  require stock <= 4 * sales(f, t)
}
`
}
