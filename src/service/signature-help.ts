/** The shape of what is being written: a function with its parameters, or a kind of statement. */

import { CloseParen, Comma, OpenParen, type Token } from '../../grammar/tokens.ts'
import { LineSort } from '../../grammar/lines.ts'
import type { Document } from '../markup/document.ts'
import { paragraph, withCode } from '../markup/document.ts'
import { functionSpec } from '../rules/functions/table.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { clauseInLine, clausesOf, fieldPattern, valuePattern } from '../vocabulary/signature.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import { keywordOf, lineKind, topKind } from '../vocabulary/vocabulary.ts'
import { type LineContext, lineContext } from './line-context.ts'
import { slotOf } from './slots.ts'
import type { Snapshot } from './snapshot.ts'

export interface SignatureHelp {
  readonly label: string
  readonly doc: Document
  /** Each a part of the label. */
  readonly parameters: readonly Parameter[]
  /** Which of them is being written; undefined for none. */
  readonly active: number | undefined
}

interface Parameter {
  /** Offsets in the label. */
  readonly start: number
  readonly end: number
  readonly doc: string | undefined
}

export function signatureHelp(
  snapshot: Snapshot,
  path: string,
  offset: number,
): SignatureHelp | undefined {
  const tree = snapshot.tree(path)
  if (tree === undefined) return undefined
  const context = lineContext(tree, Math.min(offset, tree.source.text.length))
  if (context.inComment || context.inText !== undefined) return undefined
  return helpOnCall(snapshot, context) ?? helpOnKind(context)
}

/** The innermost call whose parenthesis is open. */
function helpOnCall(snapshot: Snapshot, { tokens }: LineContext): SignatureHelp | undefined {
  let depth = 0
  let active = 0
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    const token = tokens[at] as Token
    if (token.tokenType === CloseParen) depth += 1
    else if (token.tokenType === Comma && depth === 0) active += 1
    else if (token.tokenType === OpenParen) {
      if (depth === 0) return callHelp(snapshot, tokens[at - 1]?.image ?? '', active)
      depth -= 1
    }
  }
  return undefined
}

function callHelp(snapshot: Snapshot, name: string, active: number): SignatureHelp | undefined {
  const spec = functionSpec(name)
  if (spec !== undefined) return helpOf(spec.signature, spec.doc, active)
  const series = seriesSpec(name)
  if (series !== undefined) return helpOf(`${name}(family, month)`, series.doc, active)
  const define = snapshot.review.facts.named('define', name)?.statement?.define
  if (define === undefined) return undefined
  const parameters = define.parameters.map((each) => `${each.kind.text} ${each.name.text}`)
  return helpOf(`${name}(${parameters.join(', ')})`, '', active)
}

/** Parameters are what stands between the parentheses, at commas. */
function helpOf(label: string, doc: string, active: number): SignatureHelp {
  const open = label.indexOf('(') + 1
  const close = label.lastIndexOf(')')
  const parameters: Parameter[] = []
  let start = open === 0 ? close : open
  while (start < close) {
    const comma = label.indexOf(',', start)
    const end = comma === -1 || comma > close ? close : comma
    parameters.push({ start, end, doc: undefined })
    start = end + 1
    while (label.charAt(start) === ' ') start += 1
  }
  const last = parameters.length - 1
  return {
    label,
    doc: doc === '' ? [] : [paragraph(withCode(doc))],
    parameters,
    active: last < 0 ? undefined : Math.min(active, last),
  }
}

function helpOnKind(context: LineContext): SignatureHelp | undefined {
  const { tokens, blocks, sort } = context
  const keyword = tokens[0]?.image
  if (sort !== LineSort.plan || keyword === undefined) return undefined
  const within = blocks.at(-1)?.spec
  const spec = (within && lineKind(within, keyword)) ?? topKind(keyword)
  if (spec === undefined) return undefined
  const slot = slotOf(spec, tokens, new Set())
  const parts = partsOf(spec)
  let label = keywordOf(spec)
  const parameters = parts.map(({ pattern, doc }) => {
    const start = label.length + 1
    label += ` ${pattern}`
    return { start, end: label.length, doc }
  })
  const active = parts.findIndex(({ part, index }) => {
    const here = slot.mark ?? slot.preposition
    return part === here && (part !== undefined || index === slot.index)
  })
  return {
    label,
    doc: [paragraph(withCode(spec.doc))],
    parameters,
    active: active < 0 ? undefined : active,
  }
}

interface KindPart {
  readonly pattern: string
  readonly doc: string
  /** The preposition, `=` or `at`; undefined for an argument. */
  readonly part: string | undefined
  readonly index: number
}

function partsOf(spec: KindSpec): readonly KindPart[] {
  const given = spec.arguments.map((field, index) => {
    return { pattern: fieldPattern(field), doc: field.doc, part: undefined, index }
  })
  const valueAt = (field: FieldSpec | undefined, mark: '=' | 'at') =>
    field === undefined
      ? []
      : [{ pattern: valuePattern(field, mark), doc: field.doc, part: mark, index: 0 }]
  const clauses = clausesOf(spec).map(([part, clause]) => {
    return {
      pattern: clauseInLine(spec, part, clause),
      doc: clause.fields.map(({ doc }) => doc).join(' '),
      part,
      index: 0,
    }
  })
  return [...given, ...valueAt(spec.value, '='), ...valueAt(spec.at, 'at'), ...clauses]
}
