/** What may be said of the company on a day: what chance did, and nothing else. */

import type { Judgement } from '../../../src/rules/finding.ts'
import { budgetGap, leans, missesIn } from './chance.ts'
import type { Company } from './company.ts'
import { isWritten, type Moment, monthText } from './moment.ts'

const GAP = 0.02

/** The first words of each finding to expect: its rule, and whom it is about. */
export function expectedOn({ families }: Company, now: Moment): readonly string[] {
  const { cycle } = now
  const agreed = isWritten(now, cycle, 'reconciliation')
  const revised = isWritten(now, cycle, 'revision')
  const said: string[] = []
  for (const family of families) {
    const { name } = family.profile
    if (isWritten(now, cycle, 'demand-review')) {
      for (const series of missesIn(family, cycle - 1)) {
        said.push(`commitment/kept ${name} ${monthText(cycle - 1)}: ${series}`)
      }
      for (const series of ['sales', 'operations'] as const) {
        if (leans(family, series, cycle)) said.push(`commitment/bias ${name}: ${series}`)
      }
    }
    if (agreed && Math.abs(budgetGap([family], cycle, revised)) > GAP) {
      said.push(`alignment/budget-gap ${name}:`)
    }
  }
  if (agreed && Math.abs(budgetGap(families, cycle, revised)) > GAP) {
    said.push('alignment/budget-gap-total The')
  }
  return said.toSorted()
}

/** What was said, in the same words. */
export function saidBy({ findings }: Judgement): readonly string[] {
  return findings
    .map(({ rule, message }) => {
      const words = message.split(' ')
      if (rule === 'commitment/kept') return `${rule} ${words.slice(0, 3).join(' ')}`
      if (rule !== 'commitment/bias') return `${rule} ${words[0]}`
      return `${rule} ${words[0]} ${words.find((word) => word === 'sales' || word === 'operations')}`
    })
    .toSorted()
}
