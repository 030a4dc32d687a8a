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
import type { Fact } from '../facts/fact.ts'
import type { ListedPolicy, ListedRule } from '../rules/rule-list.ts'
import { policyWords } from './policy-words.ts'
import { principleOf } from './principles.ts'
import { textIn } from './text-in.ts'

/** `policies` are those of the whole rulebook. */
export function rulePage(listed: ListedRule, policies: readonly ListedPolicy[]): Document {
  const { fact: rule, name } = listed
  return [
    heading(1, name),
    paragraph([listed.title]),
    GAP,
    definitions(traits(listed)),
    GAP,
    ...whyBlocks(rule),
    ...policyBlocks(policies.filter((policy) => listed.policies.includes(policy.name))),
    heading(2, 'The rule'),
    codeBlock(textOf(rule.statement?.span ?? rule.span)),
    GAP,
    ...(listed.waivable ? acceptBlocks(listed) : []),
    ...levelBlocks(name),
  ]
}

function traits(listed: ListedRule): readonly Definition[] {
  const { fact: rule, after, source, setting, replaces } = listed
  const principle = principleOf(listed.principle)
  const due =
    after === undefined ? 'at once' : `after the ${after} of the cycle; a to-do until then`
  const here = setting && `${setting.level}, says concord.yaml`
  return [
    ...(principle === undefined
      ? []
      : [trait('principle', `${principle.number}. ${principle.says}`)]),
    trait('severity', listed.written ?? 'error'),
    ...(here === undefined ? [] : [trait('here', here)]),
    trait('counts', due),
    ...(source === undefined ? [] : [trait('source', source)]),
    trait('written in', placeOf(rule.span)),
    ...(replaces === undefined ? [] : [trait('replaces', placeOf(replaces))]),
  ]
}

function trait(name: string, text: Text): Definition {
  return { term: [strong(name)], text }
}

function whyBlocks(rule: Fact): readonly Block[] {
  const why = textIn(rule, 'why')
  return why === undefined ? [] : [heading(2, 'Why'), paragraph(withCode(why)), GAP]
}

function policyBlocks(policies: readonly ListedPolicy[]): readonly Block[] {
  if (policies.length === 0) return []
  return [
    heading(2, 'Policies it reads'),
    definitions(
      policies.map((policy) => ({
        term: [strong(policy.name)],
        text: `${policyWords(policy)}. ${policy.doc}`,
      })),
    ),
    GAP,
  ]
}

function acceptBlocks({ name, ofFacts, ofMonths }: ListedRule): readonly Block[] {
  const about = ofFacts ? ` about NAME${ofMonths ? ' 2027-03' : ''}` : ''
  return [
    heading(2, 'To accept a finding'),
    codeBlock(
      `waive ${name}${about} {\n  by ROLE until 2027-03\n  because "Why it is all right."\n}`,
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
