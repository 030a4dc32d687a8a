/** Completion in expressions: variables, functions, series, versions, policies, and fields. */

import { SERIES } from '../vocabulary/series.ts'
import type { Statement } from '../../grammar/tree.ts'
import { Comma, Dot } from '../../grammar/tokens.ts'
import { VERSIONS } from '../model/versions.ts'
import { fieldNames, fieldSpec, lineOnce } from '../rules/kind-fields.ts'
import { kindNames } from '../rules/kinds.ts'
import { FUNCTIONS } from '../rules/functions/table.ts'
import { policyWords } from '../rules/policies.ts'
import { textOf } from '../base/source.ts'
import { paragraph } from '../markup/document.ts'
import { type Completion, offer } from './completion-item.ts'
import { fieldDoc, functionDoc, seriesDoc } from './docs.ts'
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
    ...scope.map((name) => offer(context, 'variable', name, { order: -1 })),
    ...[...bound].map(([name, kind]) => {
      return offer(context, 'variable', name, { detail: kind, order: -1 })
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
      return [offer(context, 'function', name, { detail, snippet: `${name}($1)` })]
    }),
    ...VERSIONS.map(({ version, doc }) => {
      return offer(context, 'value', version, { detail: 'version', doc: [paragraph(doc)] })
    }),
    ...[...rulebook.policies.values()].map((policy) => {
      const doc = [paragraph(policy.doc)]
      return offer(context, 'value', policy.name, { detail: policyWords(policy), doc })
    }),
  ]
}

/** A line of the rule language, behind its first word. */
export function completeRuleLine(snapshot: Snapshot, context: LineContext): readonly Completion[] {
  const [first] = context.tokens
  const last = context.tokens.at(-1)
  const binds = first?.image === 'given' && (last === first || last?.tokenType === Comma)
  if (binds) return kindNames().map((kind) => offer(context, 'keyword', kind))
  if (first?.image === 'after') {
    const { facts } = snapshot.review
    return facts.of('step').flatMap(({ name }) => {
      return name === undefined ? [] : [offer(context, 'name', name)]
    })
  }
  return completeExpression(snapshot, context)
}

/** Behind a dot: the series of a version, or the fields of a fact. */
function completeMember(
  context: LineContext,
  bound: ReadonlyMap<string, string | undefined>,
): readonly Completion[] {
  const of = context.tokens.at(-2)?.image ?? ''
  const kind = bound.get(of)
  if (kind === undefined) return completeSeries(context)
  return fieldNames([kind]).map((name) => {
    const spec = fieldSpec(kind, name) ?? lineOnce(kind, name)?.arguments[0]
    return offer(context, 'field', name, spec === undefined ? {} : { doc: fieldDoc(spec) })
  })
}

function completeSeries(context: LineContext): readonly Completion[] {
  return SERIES.map((spec) => {
    return offer(context, 'series', spec.series, { detail: spec.nature, doc: seriesDoc(spec) })
  })
}

/** The variables of the statement around the cursor, each with its kind where it has one. */
function boundIn({ blocks }: LineContext): ReadonlyMap<string, string | undefined> {
  const statement: Statement | undefined = blocks[0]?.statement
  const found = new Map<string, string | undefined>()
  if (statement === undefined) return found
  for (const part of allParts({ is: 'statement', of: statement, span: statement.span })) {
    if (part.is === 'binder') found.set(part.of.name.text, part.of.kind.text)
    else if (part.is === 'bound' && !found.has(part.of.text)) found.set(part.of.text, undefined)
  }
  return found
}
