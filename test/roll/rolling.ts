// A workspace in memory that is checked, rolled and checked again.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadItems } from '../../src/base/item-data.ts'
import { addMonths, parseMonth, printMonth } from '../../src/base/month.ts'
import { monthsIn } from '../../src/base/month-set.ts'
import { plainDecimal } from '../../src/base/exact.ts'
import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { check, type Review } from '../../src/pipeline.ts'
import { roll, type Rolled } from '../../src/roll/roll.ts'
import { SERIES_NAMES } from '../../src/vocabulary/series.ts'
import { parseCsv } from '../model/csv.ts'

/** Path → text, plan files and files of data. */
export type Files = Readonly<Record<string, string>>

export interface View {
  readonly asOf?: string | undefined
  readonly cycle?: string | undefined
  /** Judge these alone; all if unsaid. */
  readonly rules?: readonly string[] | undefined
}

export function reviewOf(files: Files, { asOf = '2026-12-01', cycle, rules }: View = {}): Review {
  const today = parseDay(asOf)
  if (today === undefined) throw new Error(`${asOf} is no day`)
  const readItems: ReadItems = (path) => {
    const text = files[path]
    return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
  }
  return check({
    sources: Object.entries(files)
      .filter(([path]) => path.endsWith('.sop'))
      .map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today,
    readItems,
    cycle: cycle === undefined ? undefined : parseMonth(cycle),
    rules,
  })
}

export function rollOf(files: Files, month: string): Rolled {
  const opened = parseMonth(month)
  if (opened === undefined) throw new Error(`${month} is no month`)
  const result = roll(reviewOf(files).model, opened)
  if ('refused' in result) throw new Error(result.refused)
  return result
}

/** The workspace after the roll. */
export function afterRoll(files: Files, { changed, kept, copies }: Rolled): Files {
  return {
    ...files,
    ...Object.fromEntries(changed.map(({ source, text }) => [source.path, text])),
    ...Object.fromEntries(kept),
    ...Object.fromEntries(copies.map(({ from, to }) => [to, files[from] ?? ''])),
  }
}

export function rolledTo(files: Files, month: string): Files {
  return afterRoll(files, rollOf(files, month))
}

/** Every cell of a cycle's plan, a line each: what a roll may not lose. */
export function cellsOf(files: Files, cycle: string): readonly string[] {
  const { model } = reviewOf(files, { cycle })
  const range = model.horizon
  if (range === undefined) return []
  return model.families.flatMap((family) =>
    SERIES_NAMES.flatMap((series) =>
      ['plan', 'mix', 'sales-marketing', 'finance'].flatMap((version) =>
        [...monthsIn({ from: addMonths(range.from, -1), to: range.to })].map((month) => {
          const of = model.facts.named('function', version) ?? version
          const value = model.value(of, series, family, month)
          const text = value === undefined ? '?' : (plainDecimal(value) ?? 'fraction')
          const stated = model.stated(of, series, family, month) ? ' stated' : ''
          return `${version} ${series} ${family.name} ${printMonth(month)} ${text}${stated}`
        }),
      ),
    ),
  )
}

/** What counts as wrong with a workspace now: errors of the language, and findings that are due. */
export function errorsOf(files: Files, view?: View): readonly string[] {
  const { diagnostics, judgement } = reviewOf(files, view)
  return [
    ...diagnostics.map(({ code, message }) => `${code}: ${message}`),
    ...judgement.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${rule}: ${message}`),
  ]
}

export function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length).replace(/^\//, ''), readFileSync(path, 'utf8')]),
  )
}
