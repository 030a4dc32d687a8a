/** The company's files, as they are on a day: what is not done yet is not in them. */

import { businessText } from './business-text.ts'
import type { Company } from './company.ts'
import { cycleText } from './cycle-text.ts'
import { familiesText } from './families-text.ts'
import { actualText, plansText } from './numbers-text.ts'
import type { Moment } from './moment.ts'
import { peopleText } from './people-text.ts'

export interface File {
  readonly path: string
  readonly text: string
}

export function workspaceOf(company: Company, now: Moment): readonly File[] {
  const cycles = Array.from({ length: now.cycle + 1 }, (_, cycle) => cycle)
  return [
    { path: 'business.sop', text: businessText(company) },
    { path: 'families.sop', text: familiesText(company) },
    { path: 'actuals.sop', text: actualText(company, now) },
    ...cycles.map((cycle) => ({
      path: `cycle-${cycle}.sop`,
      text: [
        cycleText(company, cycle, now),
        plansText(company, cycle, now),
        peopleText(company, cycle, now),
      ].join(''),
    })),
  ]
}
