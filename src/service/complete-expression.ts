/** Completion in expressions: variables, functions, series, versions, policies, and fields. */

import { SERIES } from '../vocabulary/series.ts'
import { keywordOf, kindSpec } from '../vocabulary/vocabulary.ts'
import type { Statement } from '../../grammar/tree.ts'
import { CloseParen, Comma, Dot, Equals, OpenParen, type Token } from '../../grammar/tokens.ts'
import { VERSIONS } from '../vocabulary/versions.ts'
import { fieldNames, fieldSpec, linesOf } from '../rules/kind-fields.ts'
import { computedKinds } from '../rules/computed-kinds.ts'
import { kindNames } from '../rules/kinds.ts'
import { FUNCTIONS } from '../rules/functions/table.ts'
import { policyWords } from '../rules/policies.ts'
import { textOf } from '../base/source.ts'
import { codeBlock, type Document, paragraph } from '../markup/document.ts'
import { type Completion, offer } from './completion-item.ts'
import { factDoc, fieldDoc, functionDoc, kindDoc, policyDoc, seriesDoc } from './docs.ts'
import type { LineContext } from './line-context.ts'
import { allParts } from './parts.ts'
import type { Snapshot } from './snapshot.ts'

/** What an expression may go on with. `scope` has the names that the vocabulary gives a place. */
export function completeExpression(
  snapshot: Snapshot,
  context: LineContext,
  scope: readonly string[] = [],
): readonly Completion[] {
  const bound = boundIn(context)
  if (context.tokens.at(-1)?.tokenType === Dot) return completeMember(context, bound)
  const { facts, rulebook } = snapshot.review
  return [
    ...scope.map((name) => {
      const doc = [paragraph('The family or the month that the statement is about.')]
      return offer(context, 'variable', name, { doc, order: -1 })
    }),
    ...[...bound].map(([name, { kind, text }]) => {
      return offer(context, 'variable', name, { detail: kind, doc: [codeBlock(text)], order: -1 })
    }),
    ...completeSeries(context),
    ...FUNCTIONS.map((spec) => {
      const call = spec.parameters.length === 0 ? undefined : `${spec.name}($1)`
      const more = { detail: spec.signature, doc: functionDoc(spec) }
      return offer(
        context,
        'function',
        spec.name,
        call === undefined ? more : { ...more, snippet: call },
      )
    }),
    ...facts.of('define').flatMap(({ name, statement }) => {
      if (name === undefined) return []
      const detail = statement === undefined ? undefined : textOf(statement.line.span)
      const doc = detail === undefined ? undefined : [codeBlock(detail)]
      return [offer(context, 'function', name, { detail, doc, snippet: `${name}($1)` })]
    }),
    ...VERSIONS.map(({ version, doc }) => {
      return offer(context, 'value', version, { detail: 'version', doc: [paragraph(doc)] })
    }),
    ...[...rulebook.policies.values()].map((policy) => {
      const doc = policyDoc(policy)
      return offer(context, 'value', policy.name, { detail: policyWords(policy), doc })
    }),
  ]
}

/** A line of the rule language, behind its first word. */
export function completeRuleLine(snapshot: Snapshot, context: LineContext): readonly Completion[] {
  const [first] = context.tokens
  if (first?.image === 'given') return completeBinder(snapshot, context)
  const named = context.tokens.some(({ tokenType }) => tokenType === Equals)
  // The name is the author's to choose.
  if (first?.image === 'let' && !named) return []
  if (first?.image === 'after') {
    const { facts } = snapshot.review
    return facts.of('step').flatMap((step) => {
      const { name } = step
      return name === undefined ? [] : [offer(context, 'name', name, { doc: factDoc(step) })]
    })
  }
  return completeExpression(snapshot, context)
}

/** `KIND NAME in SET where CONDITION`, of which the name is the author's to choose. */
function completeBinder(snapshot: Snapshot, context: LineContext): readonly Completion[] {
  const said = binderSoFar(context.tokens)
  if (said.length > 2) return completeExpression(snapshot, context)
  if (said.length > 0) return []
  return kindNames().map((kind) => {
    const spec = kindSpec(kind) ?? computedKinds.get(kind)?.spec
    const doc = spec === undefined ? [paragraph(`Each ${kind} of a set.`)] : kindDoc(spec)
    return offer(context, 'keyword', kind, { doc })
  })
}

/** What stands behind `given`, or behind the last comma that is in no parentheses. */
function binderSoFar(tokens: readonly Token[]): readonly Token[] {
  let depth = 0
  let start = 1
  for (const [at, { tokenType }] of tokens.entries()) {
    if (tokenType === OpenParen) depth += 1
    else if (tokenType === CloseParen) depth -= 1
    else if (tokenType === Comma && depth === 0) start = at + 1
  }
  return tokens.slice(start)
}

/** Behind a dot: the series of a version, or the fields of a fact. */
function completeMember(
  context: LineContext,
  bound: ReadonlyMap<string, Bound>,
): readonly Completion[] {
  const of = context.tokens.at(-2)?.image ?? ''
  const kind = bound.get(of)?.kind
  if (kind === undefined) return completeSeries(context)
  return fieldNames([kind]).map((name) => {
    return offer(context, 'field', name, { doc: memberDoc(kind, name) })
  })
}

/** A field, a line of the block, or what the model works out. */
function memberDoc(kind: string, name: string): Document {
  const field = fieldSpec(kind, name)
  if (field !== undefined) return fieldDoc(field)
  const line = linesOf([kind]).find((each) => keywordOf(each) === name)
  if (line !== undefined) return kindDoc(line)
  const computed = kindSpec(kind)?.computed?.find((each) => each.field === name)
  if (computed !== undefined) return fieldDoc(computed)
  const own = name === 'name' ? `The name of the ${kind}.` : `It follows from the ${kind}.`
  return [paragraph(own)]
}

function completeSeries(context: LineContext): readonly Completion[] {
  return SERIES.map((spec) => {
    const { series, nature: detail } = spec
    const snippet = `${series}($1)`
    return offer(context, 'series', series, { detail, doc: seriesDoc(spec), snippet })
  })
}

interface Bound {
  readonly kind: string | undefined
  /** What binds it, as it is written. */
  readonly text: string
}

/** The variables of the statement around the cursor, each with its kind where it has one. */
function boundIn({ blocks }: LineContext): ReadonlyMap<string, Bound> {
  const statement: Statement | undefined = blocks[0]?.statement
  const found = new Map<string, Bound>()
  if (statement === undefined) return found
  let line = ''
  for (const part of allParts({ is: 'statement', of: statement, span: statement.span })) {
    const text = textOf(part.span)
    if (part.is === 'rule-line') line = text
    if (part.is === 'binder') found.set(part.of.name.text, { kind: part.of.kind.text, text })
    else if (part.is === 'bound' && !found.has(part.of.text)) {
      found.set(part.of.text, { kind: undefined, text: line })
    }
  }
  return found
}
