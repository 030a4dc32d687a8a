/** What may stand next on a plan line: read off the vocabulary and what the line says so far. */

import { durationWords } from '../../grammar/kinds.ts'
import type { Token } from '../../grammar/tokens.ts'
import {
  At,
  Comma,
  Equals,
  NumberToken,
  Per,
  Percent,
  Preposition,
  Range,
  Text,
  Word,
} from '../../grammar/tokens.ts'
import type { ClauseSpec, FieldSpec, KindSpec } from '../vocabulary/spec.ts'

/** Where on the line the cursor stands. */
export interface Slot {
  readonly spec: KindSpec
  /** The preposition of the clause; undefined among the arguments. */
  readonly preposition: string | undefined
  /** The fields that the next value may fill, those that may be left out before the one that may not. */
  readonly fields: readonly FieldSpec[]
  /** The field of the value just written, where that may go on: a unit behind a number, a list. */
  readonly goesOn: FieldSpec | undefined
  /** A comma stands before: another of the same list. */
  readonly inList: boolean
  /** A number stands before: a unit or a length of time may follow. */
  readonly afterNumber: boolean
  /** Behind `per`: a unit must follow. */
  readonly afterPer: boolean
  /** Clauses that may begin here. */
  readonly clauses: readonly (readonly [string, ClauseSpec])[]
  /** Behind `=`, or behind `at` where the kind has it. */
  readonly mark: '=' | 'at' | undefined
  /** `at` may begin here. */
  readonly mayPoint: boolean
  /** How many values of this part of the line are complete. */
  readonly index: number
}

/** `tokens` are those before the word that is being typed, the keyword first. */
export function slotOf(spec: KindSpec, tokens: readonly Token[], said: ReadonlySet<string>): Slot {
  let preposition: string | undefined
  let fields: readonly FieldSpec[] = spec.arguments
  let index = 0
  let mark: Slot['mark']
  let last: Token | undefined
  const used = new Set(said)
  for (const token of tokens.slice(1)) {
    if (isPreposition(token)) {
      preposition = token.image
      used.add(token.image)
      fields = clauseOf(spec, token.image)?.fields ?? []
      index = 0
      mark = undefined
    } else if (token.tokenType === Equals || (token.tokenType === At && spec.at !== undefined)) {
      mark = token.tokenType === Equals ? '=' : 'at'
      const value = mark === '=' ? spec.value : spec.at
      fields = value === undefined ? [] : [value]
      index = 0
    } else if (beginsValue(token, last)) {
      const flag = fields[index]?.type
      // A word that may be left out was.
      if (flag?.type === 'flag' && flag.word !== token.image) index += 1
      index += 1
    }
    last = token
  }
  const inList = last?.tokenType === Comma
  const ranged = last?.tokenType === Range
  const afterNumber = last !== undefined && isNumber(last)
  const before = fields[Math.max(index - 1, 0)]
  const next = inList || ranged ? [] : openFields(fields, index)
  const afterPer = last?.tokenType === Per
  const open = [inList, ranged, afterPer, isPreposition(last), index === 0 && mark !== undefined]
  const settled = !open.includes(true)
  const required = next.some((field) => field.required === true)
  return {
    spec,
    preposition,
    fields: inList && before !== undefined ? [before] : next,
    goesOn: index > 0 ? before : undefined,
    inList,
    afterNumber,
    afterPer,
    clauses: settled && !required ? clausesLeft(spec, used) : [],
    mark,
    mayPoint: settled && !required && spec.at !== undefined && mark !== 'at',
    index,
  }
}

function isPreposition(token: Token | undefined): boolean {
  return token?.tokenType.CATEGORIES?.includes(Preposition) === true
}

function isNumber({ tokenType }: Token): boolean {
  return tokenType === NumberToken || tokenType === Percent
}

/** Whether a token begins a value: a unit, a second month or another of a list does not. */
function beginsValue(token: Token, last: Token | undefined): boolean {
  if ([Comma, Range, Per].includes(token.tokenType)) return false
  if (last === undefined) return true
  if ([Comma, Range, Per].includes(last.tokenType)) return false
  const isUnit = token.tokenType === Word || token.tokenType === Text
  return !(isUnit && last.tokenType === NumberToken)
}

/** The fields from one on, up to the first that must be there. */
function openFields(fields: readonly FieldSpec[], index: number): readonly FieldSpec[] {
  const left = fields.slice(index)
  const required = left.findIndex((field) => field.required === true)
  return required < 0 ? left : left.slice(0, required + 1)
}

function clauseOf(spec: KindSpec, preposition: string): ClauseSpec | undefined {
  return Object.entries(spec.clauses ?? {}).find(([word]) => word === preposition)?.[1]
}

/** The clauses that a statement does not say yet, in the order of the vocabulary. */
export function clausesLeft(
  { clauses = {} }: KindSpec,
  said: ReadonlySet<string>,
): readonly (readonly [string, ClauseSpec])[] {
  return Object.entries(clauses).filter(([word]) => !said.has(word))
}

export const LENGTHS: readonly string[] = [...durationWords.keys()]
