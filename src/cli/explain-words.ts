/** Reads the words that ask for a number, in any order: `actual sales of compressors 2026-10`. */

import { type Month, parseMonth } from '../base/month.ts'
import { closest } from '../base/suggest.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import type { Version } from '../model/model.ts'
import { VERSION_KINDS, VERSION_NAMES } from '../vocabulary/versions.ts'
import { SERIES_NAMES } from '../vocabulary/series.ts'
import { ASKED_OF, type Measure, MEASURES } from './explain-measures.ts'
import { monthOption } from './option-values.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

const FORM =
  'Write a series, a family and a month: `concord explain inventory medium-widgets 2027-03`.'

/** Whose numbers there are, besides those of the business. */
const SUBJECTS: readonly string[] = [
  ...new Set(['family', ...[...MEASURES.values()].map(({ of }) => of)]),
]

/** What there may be one of, each with the word that says it. */
interface Slots {
  readonly month?: Said<Month>
  readonly series?: Said<string>
  readonly measure?: Said<Measure>
  readonly subject?: Said<Fact>
  readonly version?: Said<Version>
}

interface Said<Value> {
  readonly word: string
  readonly value: Value
}

/** A cell, whose version may be unsaid; or what else there is of a resource, family or currency. */
export type Wanted =
  | {
      readonly series: string
      readonly subject: Fact
      readonly month: Month
      readonly version: Version | undefined
    }
  | { readonly measure: Measure; readonly subject: Fact; readonly month: Month }

export function readWanted(facts: Facts, words: readonly string[]): Wanted {
  let slots: Slots = {}
  const unread: string[] = []
  const all = spelledOut(facts, words)
  const asksCell = all.some((word) => SERIES_NAMES.includes(word))
  for (const [at, word] of all.entries()) {
    const isCycle = isMonth(word) && all.slice(at + 1).some(isMonth)
    const meant = isCycle ? { version: cycleNamed(facts, word) } : meaningOf(facts, word, asksCell)
    const [slot] = Object.keys(meant ?? {}) as (keyof Slots)[]
    if (meant === undefined || slot === undefined) unread.push(word)
    else if (slots[slot] === undefined) slots = { ...slots, ...meant }
    else throw new WrongUse(`Is it ${slots[slot].word} or ${word}? It can be one of them.`, FORM)
  }
  const [word] = unread
  if (word !== undefined) throw notUnderstood(facts, word, slots)
  return filled(facts, slots)
}

function isMonth(word: string): boolean {
  return parseMonth(word) !== undefined
}

/** Of two months the first is a cycle's: `2026-09 sales of pumps 2026-12`. */
function cycleNamed(facts: Facts, word: string): Said<Version> {
  const value = facts.named('cycle', word)
  if (value === undefined) throw noSuch('cycle', word, namesOf(facts, 'cycle'))
  return { word, value }
}

/** Words that only read well are left out; `plan.sales` is two. */
function spelledOut(facts: Facts, words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (word === 'of' || (next !== undefined && facts.named(word, next) !== undefined)) return []
    const dot = word.lastIndexOf('.')
    const [before, after] = [word.slice(0, dot), word.slice(dot + 1)]
    const isCell = SERIES_NAMES.includes(after) || versionOf(facts, before) !== undefined
    return dot > 0 && isCell ? [before, after] : [word]
  })
}

/** A scenario may be called `overtime`: before a series that is a version. */
function meaningOf(facts: Facts, word: string, asksCell: boolean): Slots | undefined {
  if (SERIES_NAMES.includes(word)) return { series: { word, value: word } }
  const named = (kind: string): Fact | undefined => facts.named(kind, word)
  const subject =
    word === 'business' ? facts.of('business')[0] : SUBJECTS.map(named).find((each) => each)
  if (subject !== undefined) return { subject: { word, value: subject } }
  const version = versionOf(facts, word)
  const measure = MEASURES.get(word)
  if (measure !== undefined && !(asksCell && version !== undefined)) {
    return { measure: { word, value: measure } }
  }
  if (isMonth(word) || /^\d{4}[-/.]?\d{1,2}\b/.test(word)) {
    return { month: { word, value: monthOption('month', word) } }
  }
  return version === undefined ? undefined : { version: { word, value: version } }
}

/** A version, or a cycle, scenario or function by its name. */
function versionOf(facts: Facts, word: string): Version | undefined {
  if (VERSION_NAMES.includes(word)) return word
  return VERSION_KINDS.flatMap((kind) => facts.named(kind, word) ?? [])[0]
}

function notUnderstood(facts: Facts, word: string, { series, subject }: Slots): WrongUse {
  if (series === undefined && subject?.value.kind === 'family') {
    return noSuch('series', word, SERIES_NAMES)
  }
  if (series !== undefined && subject === undefined) {
    return noSuch('family', word, namesOf(facts, 'family'))
  }
  const versions = VERSION_KINDS.flatMap((kind) => namesOf(facts, kind))
  const known = [...SERIES_NAMES, ...VERSION_NAMES, ...MEASURES.keys(), ...versions]
  const subjects = SUBJECTS.flatMap((kind) => namesOf(facts, kind))
  const meant = closest(word, [...known, ...subjects])
  return new WrongUse(`What is ${word}?`, meant === undefined ? FORM : `Did you mean ${meant}?`)
}

function filled(facts: Facts, { month, series, measure, subject, version }: Slots): Wanted {
  if (subject === undefined) {
    const kind = measure?.value.of ?? 'family'
    throw new WrongUse(`Which ${kind}?`, listed(namesOf(facts, kind)))
  }
  const { kind } = subject.value
  const word = measure?.word ?? ASKED_OF.get(kind)
  const asked = measure?.value ?? MEASURES.get(word ?? '')
  if (word !== undefined && asked !== undefined && asked.of !== kind) {
    throw new WrongUse(`${word} is of a ${asked.of}.`, listed(namesOf(facts, asked.of)))
  }
  if (series !== undefined && ASKED_OF.has(kind)) {
    throw new WrongUse(
      `${subject.word} is a ${kind}: it has no ${series.word}.`,
      `Ask for its ${word ?? ''}: \`concord explain ${word ?? ''} ${subject.word} 2027-03\`.`,
    )
  }
  if (series !== undefined && word !== undefined) {
    throw new WrongUse(`Is it ${word} or ${series.word}? It can be one of them.`, FORM)
  }
  if (series === undefined && asked === undefined) {
    throw new WrongUse(`Which series of ${subject.word}?`, FORM)
  }
  if (month === undefined) throw new WrongUse('Which month?', FORM)
  if (asked !== undefined && version !== undefined && version.value !== 'plan') {
    throw ofThePlan(word ?? '', version)
  }
  if (asked !== undefined) return { measure: asked, subject: subject.value, month: month.value }
  if (kind === 'business' && version?.value !== 'budget') {
    throw new WrongUse('Only a budget is of the whole business.', ofBusiness(series?.word))
  }
  return {
    series: series?.value ?? '',
    subject: subject.value,
    month: month.value,
    version: version?.value,
  }
}

function ofBusiness(series = 'revenue'): string {
  return `Ask for that, \`concord explain budget ${series} business 2027-03\`, or for a family.`
}

/** A price, a rate and a load are those of the plan that is checked, which may be a scenario. */
function ofThePlan(measure: string, { word, value }: Said<Version>): WrongUse {
  const isScenario = typeof value !== 'string' && value.kind === 'scenario'
  const help = isScenario
    ? `Take the scenario as the plan: \`--scenario ${word}\`.`
    : `Leave out ${word}.`
  return new WrongUse(`The ${measure} is that of the plan, not of ${word}.`, help)
}

const MOST_LISTED = 20

function listed(names: readonly string[]): string {
  return names.length > 0 && names.length <= MOST_LISTED ? `There is: ${names.join(', ')}.` : FORM
}

function namesOf(facts: Facts, kind: string): readonly string[] {
  return [...new Set(facts.of(kind).flatMap(({ name }) => name ?? []))]
}
