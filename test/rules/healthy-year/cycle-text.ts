/** A cycle's meetings, who was there, and who signed. */

import type { Company } from './company.ts'
import { isWritten, type Moment, monthText, onDay } from './moment.ts'

const MEETINGS = {
  'demand-review': 'sales-director, product-manager',
  'supply-review': 'plant-manager',
  reconciliation: 'controller, sales-director, plant-manager',
  executive: 'president, sales-director, plant-manager, product-manager, controller',
} as const

export function cycleText({ size }: Company, cycle: number, now: Moment): string {
  const steps = Object.keys(MEETINGS) as (keyof typeof MEETINGS)[]
  const meetings = steps.map((step) => {
    const there = isWritten(now, cycle, step) ? ` with ${MEETINGS[step]}` : ''
    return `  meeting ${step} on ${onDay(cycle, step)}${there}\n`
  })
  const signed = `authorize ${monthText(cycle)} by president on ${onDay(cycle, 'executive')}\n`
  return `cycle ${monthText(cycle)} {
  horizon ${size.horizon} months
${meetings.join('')}}
${isWritten(now, cycle, 'executive') ? signed : ''}`
}
