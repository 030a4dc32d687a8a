// A workspace from texts, for tests: parsed, bound, its units and its model built.

import { addMonths, parseMonth } from '../../src/base/month.ts'
import type { Month, MonthRange } from '../../src/base/month.ts'
import { parseDay } from '../../src/base/date.ts'
import { parseCsv } from './csv.ts'
import { plainDecimal } from '../../src/base/exact.ts'
import type { Exact } from '../../src/base/exact.ts'
import type { ReadItems } from '../../src/base/item-data.ts'
import { makeSource, textOf } from '../../src/base/source.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { bind } from '../../src/facts/bind.ts'
import type { Fact, Facts } from '../../src/facts/fact.ts'
import { buildModel } from '../../src/model/build.ts'
import type { EvaluateBound, Model, Version } from '../../src/model/model.ts'
import { buildUnits } from '../../src/units/build.ts'
import type { Units } from '../../src/units/units.ts'
import { parse } from '../../grammar/parse.ts'

export interface Given {
  readonly today?: string
  readonly cycle?: string
  readonly scenario?: string
  readonly data?: Readonly<Record<string, string>>
  readonly bound?: EvaluateBound
}

export interface Workspace {
  readonly facts: Facts
  readonly units: Units
  readonly model: Model
  /** What binding said: tests of the model want none. */
  readonly bound: readonly Diagnostic[]
  readonly problems: readonly Diagnostic[]
  readonly family: (name?: string) => Fact
  readonly named: (kind: string, name: string) => Fact
  /** The numbers of a stretch of months, in decimals; `?` where unknown. */
  readonly row: (
    version: Version,
    series: string,
    from: string,
    to: string,
    family?: string,
  ) => string
}

/** The statement every workspace of these tests has. */
export const BASICS = `business "Test" {
  currency USD
}
unit each
`

export function workspace(files: string | readonly string[], given: Given = {}): Workspace {
  const texts = typeof files === 'string' ? [files] : files
  const trees = texts.map((text, at) => parse(makeSource(`${at}.sop`, text)))
  const readItems: ReadItems = (path) => {
    const text = given.data?.[path]
    return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
  }
  const { facts, problems } = bind(trees, { readItems })
  const built = buildUnits(facts)
  const made = buildModel(
    facts,
    built.units,
    {
      today: day(given.today ?? '2026-11-20'),
      cycle: given.cycle === undefined ? undefined : month(given.cycle),
      scenario: given.scenario,
    },
    readItems,
    given.bound ?? (() => undefined),
  )
  const named = (kind: string, name: string): Fact => {
    const fact = facts.named(kind, name)
    if (fact === undefined) throw new Error(`there is no ${kind} ${name}`)
    return fact
  }
  const family = (name?: string): Fact => {
    const found = name === undefined ? facts.of('family')[0] : named('family', name)
    if (found === undefined) throw new Error('there is no family')
    return found
  }
  return {
    facts,
    units: built.units,
    model: made.model,
    bound: [...trees.flatMap((tree) => tree.problems), ...problems],
    problems: [...built.problems, ...made.problems],
    family,
    named,
    row: (version, series, from, to, name) =>
      months(from, to)
        .map((each) => shown(made.model.value(version, series, family(name), each)))
        .join(' '),
  }
}

export function shown(value: Exact | undefined): string {
  if (value === undefined) return '?'
  return plainDecimal(value) ?? 'fraction'
}

export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new Error(`${text} is no month`)
  return parsed
}

export function day(text: string) {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

export function months(from: string, to: string): readonly Month[] {
  const first = month(from)
  return Array.from({ length: month(to) - first + 1 }, (_, at) => addMonths(first, at))
}

export function range(from: string, to: string): MonthRange {
  return { from: month(from), to: month(to) }
}

/** Code and text of each problem: what a test says of it. */
export function codes(problems: readonly Diagnostic[]): readonly string[] {
  return problems.map((problem) => `${problem.code} ${JSON.stringify(textOf(problem.span))}`)
}
