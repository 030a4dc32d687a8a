/** A workspace whose people do everything right, for tests that change one thing in it. */

import { parseDay } from '../../src/base/date.ts'
import { parseMonth } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'

export const PROCESS = `business "Test" {
  currency USD
  leader   president
}
role president       in general-management
role sales-director  in sales-marketing     under president
role plant-manager   in operations          under president
role foreman         in operations          under plant-manager
role product-manager in product-development under president
role controller      in finance             under president
family widgets {
  market   "Shops"
  strategy make-to-stock
  unit     each
  owner    sales-director for sales
  owner    plant-manager  for operations
}
conversion widgets {
  price = 10 USD per each from 2026-01
}
fence demand 1 month {
  change   sales, operations within 0%
  approval by president
}
fence planning 3 months {
  change   operations within 10%
  approval by plant-manager
}
cycle 2026-10 {
  horizon 18 months
  meeting demand-review  on 2026-10-09 with sales-director, product-manager
  meeting supply-review  on 2026-10-13 with plant-manager
  meeting reconciliation on 2026-10-15 with controller, sales-director, plant-manager
  meeting executive      on 2026-10-20 with president, sales-director, plant-manager, product-manager, controller
}
cycle 2026-11 {
  horizon 18 months
  meeting demand-review  on 2026-11-10 with sales-director, product-manager
  meeting supply-review  on 2026-11-12 with plant-manager
  meeting reconciliation on 2026-11-17 with controller, sales-director, plant-manager
  meeting executive      on 2026-11-19 with president, sales-director, plant-manager, product-manager, controller
}
plan widgets for 2026-10 {
  month               sales  operations
  2026-10 .. 2028-03    100         100
}
plan widgets for 2026-11 {
  month               sales  operations
  2026-11               100         100
  2026-12               100         100
  2027-01               100         100
  2027-02 .. 2028-04    100         100
}
actual widgets {
  month    sales  operations  inventory
  2026-09      -           -        500
  2026-10    100         100        500
}
commit sales      for 2026-11 by sales-director on 2026-11-19
commit operations for 2026-11 by plant-manager  on 2026-11-19
commit revenue    for 2026-11 by controller     on 2026-11-19
authorize 2026-11 by president on 2026-11-19
`

export type Edit = readonly [old: string, young: string]

interface Given {
  readonly today?: string
  readonly cycle?: string
}

/** The text with each edit made once. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((now, [old, young]) => {
    if (!now.includes(old)) throw new Error(`there is no ${old}`)
    return now.replace(old, young)
  }, text)
}

export function reviewed(text: string, rule: string, given: Given = {}): Review {
  const today = parseDay(given.today ?? '2026-11-20')
  if (today === undefined) throw new Error('no day')
  const cycle = given.cycle === undefined ? undefined : parseMonth(given.cycle)
  return check({
    sources: [makeSource('plan.sop', text)],
    configuration: DEFAULTS,
    today,
    readItems: (name) => ({ problem: `a test has no file ${name}` }),
    rules: [rule],
    ...(cycle === undefined ? {} : { cycle }),
  })
}

/** What one rule finds: `severity: message`, or `after STEP: message` for what is to be done. */
export function found(text: string, rule: string, given: Given = {}): readonly string[] {
  const { diagnostics, judgement } = reviewed(text, rule, given)
  if (diagnostics.length > 0) throw new Error(diagnostics.map((each) => each.message).join('\n'))
  return [
    ...judgement.findings.map(({ severity, message }) => `${severity}: ${message}`),
    ...judgement.todos.map(({ due, message }) => `after ${due}: ${message}`),
  ]
}

/** What one rule advises, with the severity. */
export function advice(text: string, rule: string, given: Given = {}): readonly string[] {
  const { diagnostics, judgement } = reviewed(text, rule, given)
  if (diagnostics.length > 0) throw new Error(diagnostics.map((each) => each.message).join('\n'))
  return judgement.findings.map(({ severity, help }) => `${severity}: ${help}`)
}

/** How many instances held, broke and could not be judged. */
export function tally(text: string, rule: string, given: Given = {}): readonly number[] {
  const [outcome] = reviewed(text, rule, given).judgement.outcomes
  return outcome === undefined
    ? []
    : [outcome.held, outcome.broken + outcome.todo, outcome.unjudged]
}
