/** The page of a rule, made from the rule's own text: what it checks, why, and how to live with it. */

import { textOf } from '../base/source.ts'
import {
  type Block,
  code,
  codeBlock,
  type Definition,
  definitions,
  type Document,
  GAP,
  heading,
  paragraph,
  strong,
  type Text,
  withCode,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { RuleLevel } from '../configuration/configuration.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { policiesOf } from './policies-read.ts'
import { principleOf } from './principles.ts'
import { kindsGiven, ruleLine } from './rule-lines.ts'

/** `level` is what concord.yaml says of the rule; what is found about facts of `final` kinds stands. */
export function rulePage(
  rule: Fact,
  facts: Facts,
  level: RuleLevel | undefined,
  final: ReadonlySet<string>,
): Document {
  const name = rule.name ?? ''
  return [
    heading(1, name),
    paragraph([textField(rule, 'title') ?? '']),
    GAP,
    definitions(traits(rule, level)),
    GAP,
    ...whyBlocks(rule),
    ...policyBlocks(rule, facts),
    heading(2, 'The rule'),
    codeBlock(textOf(rule.statement?.span ?? rule.span)),
    GAP,
    ...(kindsGiven(rule).some((kind) => final.has(kind)) ? [] : acceptBlocks(name)),
    ...levelBlocks(name),
  ]
}

function traits(rule: Fact, level: RuleLevel | undefined): readonly Definition[] {
  const principle = principleOf(numberField(rule, 'principle'))
  const after = ruleLine(rule, 'after')
  const due =
    after === undefined ? 'at once' : `after the ${after} of the cycle; a to-do until then`
  const source = textField(rule, 'source')
  return [
    ...(principle === undefined
      ? []
      : [trait('principle', `${principle.number}. ${principle.says}`)]),
    trait('severity', ruleLine(rule, 'severity') ?? 'error'),
    ...(level === undefined ? [] : [trait('here', `${level}, says concord.yaml`)]),
    trait('counts', due),
    ...(source === undefined ? [] : [trait('source', source)]),
    trait('written in', placeOf(rule.span)),
  ]
}

function trait(name: string, text: Text): Definition {
  return { term: [strong(name)], text }
}

function whyBlocks(rule: Fact): readonly Block[] {
  const why = textField(rule, 'why')
  return why === undefined ? [] : [heading(2, 'Why'), paragraph(withCode(why)), GAP]
}

function policyBlocks(rule: Fact, facts: Facts): readonly Block[] {
  const policies = policiesOf(rule, facts)
  if (policies.length === 0) return []
  return [
    heading(2, 'Policies it reads'),
    definitions(
      policies.map(({ name, value, doc }) => ({ term: [strong(name)], text: `${value}. ${doc}` })),
    ),
    GAP,
  ]
}

function acceptBlocks(name: string): readonly Block[] {
  return [
    heading(2, 'To accept a finding'),
    codeBlock(
      `waive ${name} about NAME 2027-03 {\n  by ROLE until 2027-03\n  because "Why it is all right."\n}`,
    ),
    GAP,
  ]
}

function levelBlocks(name: string): readonly Block[] {
  return [
    heading(2, 'To change its level'),
    paragraph(['In ', code('concord.yaml'), '; instead of off: error, warning or information.']),
    codeBlock(`rules:\n  ${name}: off`, 'yaml'),
  ]
}

function textField(fact: Fact, field: string): string | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'text' ? value.text : undefined
}

function numberField(fact: Fact, field: string): number | undefined {
  const value = fact.fields.get(field)?.value
  return value?.type === 'quantity' && typeof value.value === 'number' ? value.value : undefined
}
