/** What a family is: how it meets demand, what its market will buy, and what it holds. */

import type { Chance } from './random.ts'

export const STRATEGIES = ['make-to-stock', 'make-to-order', 'finish-to-order'] as const
export type Strategy = (typeof STRATEGIES)[number]

export interface Profile {
  readonly name: string
  readonly strategy: Strategy
  readonly production: 'level' | 'chase' | undefined
  /** What is sold in a month if nothing comes between. */
  readonly expected: (month: number) => number
  /** The month of its launch; below 0 for those that were there before. */
  readonly from: number
  /** Targets, as parts of what leaves in the month after. */
  readonly inventory: number
  readonly backlog: number
  readonly price: number
}

/** Shares of a year's average, by month of the year; together 12. */
const SEASON = [0.97, 0.97, 0.99, 1.01, 1.02, 1.03, 1.03, 1.02, 1.01, 0.99, 0.98, 0.98] as const

/** The one family that starts within the time looked at. */
const LAUNCHED = 9
const LAUNCH_MONTH = 8
const LEVEL = 3
const CHASE = 4

export function familyProfile(index: number, chance: Chance): Profile {
  const level = 400 + Math.floor(chance.even() * 1600)
  const strategy = STRATEGIES[index % STRATEGIES.length] ?? 'make-to-stock'
  const shift = Math.floor(chance.even() * SEASON.length)
  const steady = index === LEVEL
  const season = (month: number): number =>
    steady ? 1 : (SEASON[(month + shift + SEASON.length) % SEASON.length] ?? 1)
  return {
    name: `family-${String(index + 1).padStart(2, '0')}`,
    strategy,
    production: steady ? 'level' : index === CHASE ? 'chase' : undefined,
    expected: (month) => level * season(month),
    from: index === LAUNCHED ? LAUNCH_MONTH : -1,
    inventory: strategy === 'make-to-stock' ? 1.5 : 1,
    backlog: 1.5,
    price: 20 + Math.floor(chance.even() * 25),
  }
}
