/** The workspace that `concord init` begins: a small plan that holds, one file a role. */

import { addDays, type Day, printDay, weekday } from '../base/date.ts'
import {
  addMonths,
  firstDay,
  lastDay,
  type Month,
  monthOfYear,
  printMonth,
  printMonths,
} from '../base/month.ts'
import { SETTINGS_FILE } from '../configuration/configuration.ts'

/** Path → text, for the cycle of a month, begun on a day. */
export function workspaceFiles(cycle: Month, today: Day): ReadonlyMap<string, string> {
  const dates = meetingDates(cycle, today)
  return new Map([
    [SETTINGS_FILE, SETTINGS],
    ['business.sop', business(cycle)],
    ['families.sop', families(cycle)],
    ['policy.sop', POLICY],
    ['cycle.sop', cycleFile(cycle, dates, today > lastDay(cycle))],
    ['sales.sop', sales(cycle)],
    ['operations.sop', operations(cycle)],
    ['product.sop', product(cycle)],
    ['finance.sop', finance(cycle)],
    ['CODEOWNERS', CODEOWNERS],
  ])
}

/** The usual month has its meetings in its second and third week; a late start has what is left. */
function meetingDates(cycle: Month, today: Day): readonly [string, string, string, string] {
  const first = addDays(firstDay(cycle), 7)
  const last = lastDay(cycle)
  const workdays: Day[] = []
  for (let day = first > today ? first : today; day <= last; day = addDays(day, 1)) {
    if (weekday(day) <= 5) workdays.push(day)
  }
  const at = (index: number): string =>
    printDay(workdays[Math.min(index, workdays.length - 1)] ?? last)
  return [at(0), at(2), at(5), at(7)]
}

const SETTINGS = `# This file makes the folder a workspace; empty, it takes the defaults.
#
# fail-on: warning              # the check fails from this level on; unsaid: error
# rules:
#   balance: warning   # a rule, or a family of rules: off, error, warning or information
#
# The rules are listed by: concord explain rules
`

const business = (cycle: Month): string => `# Who we are: the business, its leader and its roles.
business "Our business" {
  currency    USD
  leader      president
  fiscal-year from ${printMonth(yearStart(cycle))}
}
role president       in general-management
role sales-director  in sales-marketing     under president
role plant-manager   in operations          under president
role product-manager in product-development under president
role controller      in finance             under president
`

const families = (
  cycle: Month,
): string => `# What we plan: families of products, as the market sees them.
family widgets "Widgets" {
  market    "Industrial distributors"
  strategy  make-to-stock               # customers are served from stock
  unit      each
  owner     sales-director for sales
  owner     plant-manager  for operations
  lead-time 6 weeks
  target    inventory = 50% * sales(f, t)   # half a month of sales
}

# What one is sold for, and what it costs to make.
conversion widgets {
  price = 25 USD per each from ${printMonth(yearStart(cycle))}
  cost  = 15 USD per each from ${printMonth(yearStart(cycle))}
}
`

const POLICY = `# What we agreed about changing the plan.
fence demand 1 month {
  change   sales, operations within 0%
  approval by president                 # of any change this month
}
fence planning 3 months {
  change   operations within 10%
  approval by plant-manager             # of a larger one
}

# A threshold of the rulebook, set for us; all of them: concord explain policies
policy operations-tolerance = 5%
`

/** When they met in a month that is over, nobody can tell for them. */
function cycleFile(
  cycle: Month,
  dates: readonly [string, string, string, string],
  over: boolean,
): string {
  const [demand, supply, reconciliation, executive] = dates
  const month = printMonth(cycle)
  const asked = over ? '\n  # The month is over: say when you met.' : ''
  const line = over ? '# meeting' : 'meeting'
  return `# This month's cycle: how far it looks ahead, when we meet, and who is there.
cycle ${month} {
  horizon 18 months${asked}
  ${line} demand-review  on ${demand} with sales-director, product-manager
  ${line} supply-review  on ${supply} with plant-manager
  ${line} reconciliation on ${reconciliation} with controller, sales-director, plant-manager
  ${line} executive on ${executive} with president, sales-director, plant-manager,
  ${over ? '#   ' : '    '}product-manager, controller
}

# After the executive meeting, each owner commits and the leader signs. From the first cycle on in
# which somebody does, these are to-dos until then, which concord check --todo lists. Or let concord
# commit write and seal the commitments:
# concord commit sales --for ${month} --by sales-director
# commit sales      for ${month} by sales-director on ${executive}
# commit operations for ${month} by plant-manager on ${executive}
# commit revenue    for ${month} by controller on ${executive}
# authorize ${month} by president on ${executive}
`
}

function sales(cycle: Month): string {
  const month = (count: number): string => printMonth(addMonths(cycle, count))
  return `# The sales plan: what customers will order. Kept by the sales director.
plan widgets for ${month(0)} {
  month               sales
  ${month(0)} .. ${month(2)}   1000
  ${month(3)} .. ${month(5)}   1200
  ${month(6)} .. ${month(17)}   1000
}

# What was sold, from the closed months.
actual widgets {
  month               sales
  ${printMonths(closedFrom(cycle), addMonths(cycle, -1))}   1000
}

assumption season "Distributors stock up for their season" about widgets ${month(3)} .. ${month(5)} {
  by     sales-director until ${month(5)}
  driver season
}
`
}

function operations(cycle: Month): string {
  const month = (count: number): string => printMonth(addMonths(cycle, count))
  return `# The operations plan: what will be made, and the stock that results. Kept by the plant manager.
plan widgets for ${month(0)} {
  month               operations  inventory
  ${month(0)} .. ${month(2)}        1000        500
  ${pad(month(3))}        1300        600
  ${month(4)} .. ${month(5)}        1200        600
  ${pad(month(6))}         900        500
  ${month(7)} .. ${month(17)}        1000        500
}

# What was made, and what was in stock at the end of each month.
actual widgets {
  month               operations  inventory
  ${printMonths(closedFrom(cycle), addMonths(cycle, -1))}        1000        500
}

# Where it is made, what that takes, and what there is.
group line-1 "Assembly line" {
  unit each
}
resource assembly "Assembly" {
  unit hour
  month       available  overtime
  ${month(0)} ..        100        20
}
supply widgets {
  uses assembly 0.05 hour per each
  month       line-1
  ${month(0)} ..    rest
}
`
}

function product(cycle: Month): string {
  const month = printMonth(cycle)
  return `# The items of a family, and how its volume falls on them. Kept by the product manager.
item W-1 "Widget, small" in widgets
item W-2 "Widget, large" in widgets

mix sales of widgets for ${month} as share {
  month       W-1      W-2
  ${month} ..  60%     rest
}
`
}

function finance(cycle: Month): string {
  const start = yearStart(cycle)
  const rows = [start, addMonths(start, 12)].map(
    (from) => `  ${printMonths(from, addMonths(from, 11))}    ${budgetOf(cycle, from)}`,
  )
  return `# The budget, by month. Kept by the controller.
budget widgets in USD {
  month               revenue
${rows.join('\n')}
}
`
}

/** A little more than a twelfth of what the plan comes to in the year: a plan is no budget. */
function budgetOf(cycle: Month, from: Month): number {
  let units = 0
  for (let index = 0; index < 12; index += 1) {
    const ahead = addMonths(from, index) - cycle
    units += ahead >= 3 && ahead <= 5 ? 1200 : 1000
  }
  return Math.round((units * 25 * 1.01) / 12 / 10) * 10
}

const yearStart = (cycle: Month): Month => addMonths(cycle, 1 - monthOfYear(cycle))

/** The closed months of the year, at least two. */
function closedFrom(cycle: Month): Month {
  const [start, twoBefore] = [yearStart(cycle), addMonths(cycle, -2)]
  return start < twoBefore ? start : twoBefore
}

/** A month as wide as a range of months. */
function pad(month: string): string {
  return month.padEnd('2026-01 .. 2026-12'.length)
}

const CODEOWNERS = `# Who may change which file. Put the names of your people here.
*               @president
/families.sop   @product-manager @sales-director
/sales.sop      @sales-director
/operations.sop @plant-manager
/product.sop    @product-manager
/finance.sop    @controller
`
