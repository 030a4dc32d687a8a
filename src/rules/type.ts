/** The types of the rule language; `type-words.ts` has how they read in a message. */

import { isVersionKind } from '../vocabulary/versions.ts'
import type { FieldType } from '../vocabulary/spec.ts'
import type { Unit } from '../units/unit.ts'
import { NO_UNIT, sameUnit } from '../units/unit.ts'

export type Type =
  | { readonly is: 'truth' }
  | { readonly is: 'text' }
  | { readonly is: 'date' }
  | { readonly is: 'month' }
  /** `days` hold weeks, too; days and months never compare. `any` is a field that may hold both. */
  | { readonly is: 'duration'; readonly in: 'days' | 'months' | 'any' }
  /** A fact of one of these kinds. */
  | { readonly is: 'fact'; readonly kinds: readonly string[] }
  /** One of these words; undefined where any word may stand. */
  | { readonly is: 'word'; readonly words: readonly string[] | undefined }
  /** `of` is undefined where that is not known: such series are taken for volumes. */
  | SeriesType
  | { readonly is: 'version' }
  | { readonly is: 'unit' }
  | { readonly is: 'set'; readonly of: Type }
  /** A number and its unit; undefined is the literal 0, which has every unit. */
  | { readonly is: 'quantity'; readonly unit: Unit | undefined }
  /** Something wrong that has been reported: it fits everywhere, so that nothing follows from it. */
  | { readonly is: 'wrong' }

interface SeriesType {
  readonly is: 'series'
  readonly of?: 'volume' | 'money' | 'both'
}

export const TRUTH: Type = { is: 'truth' }
export const TEXT: Type = { is: 'text' }
export const DATE: Type = { is: 'date' }
export const MONTH: Type = { is: 'month' }
export const SERIES_TYPE: SeriesType = { is: 'series' }
export const VERSION: Type = { is: 'version' }
export const MONTHS: Type = { is: 'set', of: MONTH }
export const DAYS: Type = { is: 'duration', in: 'days' }
export const WRONG: Type = { is: 'wrong' }
export const NUMBER: Type = { is: 'quantity', unit: NO_UNIT }
export const ZERO: Type = { is: 'quantity', unit: undefined }

export const factOf = (...kinds: readonly string[]): Type => ({ is: 'fact', kinds })
export const setOf = (of: Type): Type => ({ is: 'set', of })
export const quantityIn = (unit: Unit): Type => ({ is: 'quantity', unit })

/** Whether values of the two can be compared, or stand for each other. */
export function compatible(a: Type, b: Type): boolean {
  if (a.is === 'wrong' || b.is === 'wrong') return true
  if (a.is === 'quantity' && b.is === 'quantity') {
    return a.unit === undefined || b.unit === undefined || sameUnit(a.unit, b.unit)
  }
  if (a.is === 'set' && b.is === 'set') return compatible(a.of, b.of)
  if (a.is === 'fact' && b.is === 'fact') return share(a.kinds, b.kinds)
  if (a.is === 'duration' && b.is === 'duration') {
    return a.in === b.in || a.in === 'any' || b.in === 'any'
  }
  if (a.is === 'word' && b.is === 'word') {
    return a.words === undefined || b.words === undefined || share(a.words, b.words)
  }
  // A cycle, a scenario, a view and a function each have numbers of their own.
  if (a.is === 'version') return b.is === 'version' || isVersionFact(b)
  if (b.is === 'version') return isVersionFact(a)
  return a.is === b.is
}

function share(some: readonly string[], others: readonly string[]): boolean {
  for (let at = 0; at < some.length; at += 1) if (others.includes(some[at] ?? '')) return true
  return false
}

export function isVersionFact(type: Type): boolean {
  return type.is === 'fact' && type.kinds.every(isVersionKind)
}

/** The more telling of two compatible types: a quantity's unit rather than 0's. */
export function joined(a: Type, b: Type): Type {
  if (a.is === 'wrong' || (a.is === 'quantity' && a.unit === undefined)) return b
  return a
}

/** The type of a vocabulary field that has no unit to resolve: quantities are `fields.ts`'s. */
export function typeOfField(field: FieldType): Type {
  switch (field.type) {
    case 'text':
    case 'path':
      return TEXT
    case 'fact':
      return { is: 'fact', kinds: field.kinds }
    case 'word':
      return { is: 'word', words: field.words }
    case 'free-word':
    case 'rule':
      return { is: 'word', words: undefined }
    case 'series':
      return SERIES_TYPE
    case 'month':
      return MONTH
    case 'months':
      return MONTHS
    case 'date':
      return DATE
    case 'duration':
      return { is: 'duration', in: 'any' }
    case 'number':
    case 'percent':
      return NUMBER
    case 'unit':
      return { is: 'unit' }
    case 'flag':
    case 'truth':
      return TRUTH
    case 'either':
      return field.of[0] === undefined ? WRONG : typeOfField(field.of[0])
    case 'quantity':
    case 'expression':
      return WRONG
  }
}
