/** Fields that many kinds have, so that they read and mean the same everywhere. */

import type { ArgumentSpec, ClauseSpec, FieldSpec, FieldType, KindSpec, LineSpec } from './spec.ts'

export const fact = (...kinds: readonly string[]): FieldType => ({ type: 'fact', kinds })

export const MONTHS: FieldType = { type: 'months' }
export const MONTH: FieldType = { type: 'month' }
export const TEXT: FieldType = { type: 'text' }

const field = (name: string, type: FieldType, doc: string): FieldSpec => ({
  field: name,
  type,
  doc,
  required: true,
})

const optional = (name: string, type: FieldType, doc: string): FieldSpec => ({
  field: name,
  type,
  doc,
})

/** `for 2026-11`: the cycle a statement belongs to. */
export const forCycle: ClauseSpec = {
  required: true,
  fields: [field('cycle', fact('cycle'), 'The cycle it belongs to.')],
}

export const byRole: ClauseSpec = {
  fields: [field('by', fact('role'), 'The role that says so.')],
}

export const byRoleRequired: ClauseSpec = { ...byRole, required: true }

export const onDate: ClauseSpec = {
  fields: [field('on', { type: 'date', month: 'first' }, 'The day it was said.')],
}

export const onDateRequired: ClauseSpec = { ...onDate, required: true }

export const untilDate: ClauseSpec = {
  fields: [field('until', { type: 'date', month: 'last' }, 'The last day it holds.')],
}

export const untilDateRequired: ClauseSpec = { ...untilDate, required: true }

export const fromMonth: ClauseSpec = {
  fields: [field('from', MONTH, 'The first month it holds.')],
}

export const untilMonth: ClauseSpec = {
  fields: [field('until', MONTH, 'The last month it holds.')],
}

export const because: ClauseSpec = {
  fields: [field('because', TEXT, 'The reason, in a sentence.')],
}

export const becauseRequired: ClauseSpec = { ...because, required: true }

export const families: FieldSpec = {
  field: 'families',
  type: fact('family'),
  list: true,
  required: true,
  doc: 'The families it is about.',
}

export const months: FieldSpec = optional(
  'months',
  MONTHS,
  'The months it is about; unsaid, the horizon.',
)

/** `about medium-widgets 2027-02 .. 2027-04`. */
export const aboutFamilies: ClauseSpec = { fields: [families, months] }

export const ofFamily: ClauseSpec = {
  required: true,
  fields: [field('family', fact('family'), 'The family.')],
}

/** `of medium-widgets, pumps 2026-12 .. 2027-01`. */
export const ofFamilies: ClauseSpec = { required: true, fields: [families, months] }

export const inUnit: ClauseSpec = {
  fields: [
    field(
      'in',
      { type: 'unit', currency: 'either' },
      'The unit or currency that the numbers are in.',
    ),
  ],
}

export const name = (doc: string): ArgumentSpec => ({
  field: 'name',
  type: { type: 'free-word' },
  declares: true,
  required: true,
  doc,
})

export const title = (doc: string): ArgumentSpec => ({ field: 'title', type: TEXT, doc })

/** A line that says one thing and stands once, so that it is a field of its statement. */
export function once(
  owner: string,
  keyword: string,
  argument: Omit<ArgumentSpec, 'field'>,
  more: Partial<LineSpec> & { readonly example: string },
): LineSpec {
  return {
    kind: `${owner}-${keyword}`,
    keyword,
    doc: argument.doc,
    repetition: 'act',
    arguments: [{ ...argument, field: 'value', required: true }],
    once: true,
    gives: 'value',
    ...more,
  }
}

/** Keeps a list of kinds typed while it is written. */
export const kinds = (...list: readonly KindSpec[]): readonly KindSpec[] => list
