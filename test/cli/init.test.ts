// The workspace that `concord init` begins holds, whatever the day, and is laid out as it should be.
import { describe, expect, test } from 'vitest'

import { addDays, type Day, parseDay, printDay } from '../../src/base/date.ts'
import { addMonths, type Month, monthOf, parseMonth, printMonth } from '../../src/base/month.ts'
import { makeSource } from '../../src/base/source.ts'
import { workspaceFiles } from '../../src/cli/init-files.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { readConfiguration } from '../../src/configuration/read.ts'
import { check } from '../../src/pipeline.ts'
import { format } from '../../src/syntax/format.ts'

function sourcesOf(cycle: Month, today: Day) {
  return [...workspaceFiles(cycle, today)]
    .filter(([path]) => path.endsWith('.sop'))
    .map(([path, text]) => makeSource(path, text))
}

function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(text)
  return found
}

/** What is found in the workspace on the day it is begun, of any severity. */
function problemsOn(cycle: Month, today: Day): readonly string[] {
  const { diagnostics, judgement } = check({
    sources: sourcesOf(cycle, today),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'there is no such file' }),
  })
  return [
    ...diagnostics.map(({ message }) => message),
    ...judgement.findings.map(({ rule, message }) => `${rule}: ${message}`),
  ]
}

describe('a workspace that is begun', () => {
  test('holds in every month of the year', () => {
    for (let count = 0; count < 12; count += 1) {
      const month = addMonths(parseMonth('2026-01') as Month, count)
      const today = day(`${printMonth(month)}-09`)
      expect([printMonth(month), problemsOn(month, today)]).toEqual([printMonth(month), []])
    }
  })

  test('holds on every day of a month', () => {
    for (let today = day('2027-02-01'); monthOf(today) === monthOf(day('2027-02-01'));) {
      expect([printDay(today), problemsOn(monthOf(today), today)]).toEqual([printDay(today), []])
      today = addDays(today, 1)
    }
  })

  test('for a month that is over is asked when they met, and who signed', () => {
    expect(problemsOn(parseMonth('2026-03') as Month, day('2026-11-22'))).toEqual([
      'commitment/authorized-by-leader: the president has not authorized the plan of 2026-03; signed so far by: nobody',
      'commitment/cycle-current: no executive meeting is on record, and 2026-03 began 266 days ago; at most 35 days may pass',
      'commitment/finance-confirmed: finance has neither stated its own value of 2026-03 nor committed to its revenue',
    ])
  })

  test('may be begun for a month to come', () => {
    expect(problemsOn(parseMonth('2028-03') as Month, day('2026-11-22'))).toEqual([])
  })

  test('is laid out as it should be', () => {
    for (const today of ['2027-01-05', '2027-03-05'].map(day)) {
      for (const source of sourcesOf(parseMonth('2027-01') as Month, today)) {
        expect(format(source)).toBe(source.text)
      }
    }
  })

  test('has settings that say nothing yet', async () => {
    const files = workspaceFiles(parseMonth('2027-01') as Month, day('2027-01-05'))
    const source = makeSource('concord.yaml', files.get('concord.yaml') ?? '')
    expect(await readConfiguration(source)).toEqual({ configuration: DEFAULTS, problems: [] })
  })
})
