/** The page of a kind of statement, made from the vocabulary. */

import {
  type Block,
  code,
  codeBlock,
  type Definition,
  definitions,
  type Document,
  GAP,
  heading,
  list,
  paragraph,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import type { FieldSpec, KindSpec, LineSpec } from '../vocabulary/spec.ts'
import { principleOf } from './principles.ts'
import { placeholder, typeWords } from './type-words.ts'

export function kindPage(spec: KindSpec): Document {
  const principle = principleOf(spec.principle)
  const from: readonly Definition[] = [
    ...(principle === undefined
      ? []
      : [{ term: [strong('serves')], text: `principle ${principle.number}. ${principle.says}` }]),
    ...(spec.source === undefined ? [] : [{ term: [strong('source')], text: spec.source }]),
  ]
  return [
    heading(1, keywordOf(spec)),
    paragraph(withCode(spec.doc)),
    GAP,
    codeBlock(spec.example),
    GAP,
    ...(from.length === 0 ? [] : [definitions(from), GAP]),
    ...partBlocks(spec),
    ...lineBlocks(spec.lines ?? []),
    ...tableBlocks(spec),
    ...ruleLineBlocks(spec),
    ...computedBlocks(spec),
    paragraph(REPETITION[spec.repetition]),
  ]
}

const REPETITION: Readonly<Record<KindSpec['repetition'], string>> = {
  named: 'It is declared once: a second one of the same name is an error.',
  cells:
    'It may be split over any number of statements and files; the same cell twice is an error.',
  act: 'It may be said any number of times: each is a fact of its own.',
}

function keywordOf(spec: KindSpec): string {
  return spec.keyword ?? spec.kind
}

/** Arguments, what stands behind `=`, and clauses. */
function partBlocks(spec: KindSpec): readonly Block[] {
  const clauses = Object.entries(spec.clauses ?? {}).flatMap(([preposition, clause]) =>
    clause.fields.map((field, at) =>
      part(at === 0 ? preposition : '', field, clause.required === true && field.required === true),
    ),
  )
  const parts = [
    ...spec.arguments.map((field) => part('', field, field.required === true)),
    ...(spec.value === undefined ? [] : [part('=', spec.value, spec.value.required === true)]),
    ...clauses,
  ]
  return parts.length === 0 ? [] : [heading(2, 'On its line'), definitions(parts), GAP]
}

function part(before: string, field: FieldSpec, required: boolean): Definition {
  const form = `${before} ${placeholder(field)}`.trim()
  const list = field.list === true ? ', or several with commas' : ''
  const optional = required ? '' : '; may be left out'
  const words = sentence(typeWords(field.type) + list + optional)
  return { term: [strong(form)], text: withCode(`${field.doc} ${words}`) }
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function lineBlocks(lines: readonly LineSpec[]): readonly Block[] {
  if (lines.length === 0) return []
  const rows = lines.map((line): Definition => {
    const required = line.required === true ? ' It must be there.' : ''
    const often = line.once === true ? '' : ' May stand again.'
    const example = line.example.split('\n')[0] ?? ''
    return { term: [strong(example)], text: `${line.doc}${required}${often}` }
  })
  return [heading(2, 'In its block'), definitions(rows), GAP]
}

function tableBlocks({ table }: KindSpec): readonly Block[] {
  if (table === undefined) return []
  const columns: Text =
    typeof table.columns === 'string'
      ? `A column for each of ${COLUMNS[table.columns]}.`
      : ['The columns are ', code(table.columns.join(', ')), '.']
  const rows: Text = [
    'A row is a month, a range ',
    code('2027-02 .. 2027-05'),
    ', or ',
    code('2027-06 ..'),
    ' from then on.',
  ]
  const rest: Text = ['A cell may be ', code('rest'), ': what the others leave.']
  const total: Text = ['The last row may be ', code('total'), ': it is checked.']
  return [
    heading(2, 'Its table'),
    paragraph(table.doc),
    list([columns, rows, ...(table.rest ? [rest] : []), ...(table.total ? [total] : [])]),
    GAP,
  ]
}

const COLUMNS = {
  series: 'the series, such as sales, operations, inventory',
  items: 'the items of the family',
  groups: 'the groups',
} as const

function ruleLineBlocks({ ruleLines }: KindSpec): readonly Block[] {
  if (ruleLines === undefined) return []
  return [paragraph(['Its block takes the rule lines ', code(ruleLines.join(', ')), '.']), GAP]
}

function computedBlocks({ computed }: KindSpec): readonly Block[] {
  if (computed === undefined || computed.length === 0) return []
  const rows = computed.map(({ field, doc }) => ({ term: [strong(`.${field}`)], text: doc }))
  return [heading(2, 'What rules may ask besides'), definitions(rows), GAP]
}
