/** Numbers, months and names as reports write them. */

import { type MonthRange, printRange } from '../base/month.ts'
import type { Version } from '../model/model.ts'

/** `1 error`, `2 errors`, `1,200 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${count === 1 ? one : many}`
}

/** Puts commas between the thousands of a number that begins a text. */
export function grouped(text: string): string {
  return text.replace(/^(≈?-?)(\d+)(?![\d,-])/, (_, sign: string, digits: string) => {
    return sign + digits.replace(/\B(?=(?:\d{3})+$)/g, ',')
  })
}

/** `2026-01`, `2026-01 .. 2026-09`, several with commas. */
export function monthsText(ranges: readonly MonthRange[]): string {
  return ranges.map(printRange).join(', ')
}

/** How many months ranges have. */
export function monthCount(ranges: readonly MonthRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)
}

/** `plan`, `scenario strong`, `cycle 2026-11`. */
export function versionName(version: Version): string {
  return typeof version === 'string' ? version : `${version.kind} ${version.name ?? ''}`.trim()
}
