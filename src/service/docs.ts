/** What an editor shows about words of the language: from the tables, as small documents. */

import type { Fact } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import { textOf } from '../base/source.ts'
import {
  code,
  codeBlock,
  type Document,
  faint,
  paragraph,
  strong,
  withCode,
} from '../markup/document.ts'
import type { FunctionSpec } from '../rules/functions/spec.ts'
import { policyWords } from '../rules/policies.ts'
import type { Policy } from '../rules/policy.ts'
import type { RuleLineSpec } from '../vocabulary/rule-lines.ts'
import type { SeriesSpec } from '../vocabulary/series.ts'
import { clausePattern, fieldPattern, signatureOf } from '../vocabulary/signature.ts'
import type { ClauseSpec, FieldSpec, KindSpec } from '../vocabulary/spec.ts'

export function kindDoc(spec: KindSpec): Document {
  return [
    codeBlock(signatureOf(spec)),
    paragraph(withCode(spec.doc)),
    codeBlock(spec.example),
    ...(spec.source === undefined ? [] : [paragraph([faint(`Source: ${spec.source}`)])]),
  ]
}

export function clauseDoc(preposition: string, clause: ClauseSpec): Document {
  const docs = clause.fields.map(({ doc }) => doc).join(' ')
  return [codeBlock(clausePattern(preposition, clause)), paragraph(withCode(docs))]
}

export function fieldDoc(field: FieldSpec): Document {
  return [codeBlock(fieldPattern(field)), paragraph(withCode(field.doc))]
}

export function seriesDoc({ series, doc, nature, dimension }: SeriesSpec): Document {
  const unit = dimension === 'money' ? 'the reporting currency' : "the family's unit"
  const when = nature === 'flow' ? 'of a month' : 'at the end of a month'
  return [paragraph([strong(series), `, ${when}, in ${unit}`]), paragraph(withCode(doc))]
}

export function functionDoc({ signature, doc }: FunctionSpec): Document {
  return [codeBlock(signature), paragraph(withCode(doc))]
}

export function ruleLineDoc({ pattern, doc, example }: RuleLineSpec): Document {
  return [codeBlock(pattern), paragraph(withCode(doc)), codeBlock(example)]
}

/** A unit or a currency: the line that declares it. */
export function unitDoc(fact: Fact): Document {
  const { statement } = fact
  return statement === undefined ? factDoc(fact) : [codeBlock(textOf(statement.line.span))]
}

/** A threshold: its value, and what it is for. */
export function policyDoc(policy: Policy): Document {
  return [
    paragraph([code(policy.name), ` = ${policyWords(policy)}`]),
    paragraph(withCode(policy.doc)),
  ]
}

/** A name of the workspace: what it is, what it is called. */
export function factDoc(fact: Fact): Document {
  const title = textIn(fact, 'title')
  return [
    paragraph([
      `${fact.kind} `,
      strong(fact.name ?? ''),
      ...(title === undefined ? [] : [`: ${title}`]),
    ]),
  ]
}
