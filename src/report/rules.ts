/** The rulebook in force, by principle, and the policies it reads: what `concord rules` prints. */

import { SEVERITIES } from '../diagnostics/severity.ts'
import {
  type Block,
  type Definition,
  definitions,
  type Document,
  faint,
  GAP,
  heading,
  paragraph,
  piece,
  type Piece,
  strong,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { ListedPolicy, ListedRule, RuleList } from '../rules/rule-list.ts'
import { policyWords } from './policy-words.ts'
import { PRINCIPLES } from './principles.ts'
import { counted } from './words.ts'

export function rulesReport({ rules, policies }: RuleList): Document {
  const groups = [
    ...PRINCIPLES.map(({ number, name }) => ({ number, title: `${number}. ${name}` })),
    { number: undefined, title: 'Other rules' },
  ]
  return [
    ...groups.flatMap(({ number, title }): readonly Block[] => {
      const own = rules.filter((rule) => rule.principle === number)
      if (own.length === 0 && number === undefined) return []
      const none = paragraph([faint('No rule checks this principle yet.')], 2)
      return [heading(2, title), own.length === 0 ? none : definitions(own.map(ruleEntry)), GAP]
    }),
    heading(2, 'Policies'),
    definitions(policies.map(policyEntry)),
    GAP,
    paragraph(total(rules, policies)),
  ]
}

function ruleEntry(rule: ListedRule): Definition {
  const notes = [
    ...(rule.setting === undefined ? [] : [`set in ${placeOf(rule.setting.span)}`]),
    ...(rule.after === undefined ? [] : [`after the ${rule.after}`]),
    ...(rule.own ? [`your own, ${placeOf(rule.fact.span)}`] : []),
    ...(rule.replaces === undefined ? [] : ['in the place of the built-in one']),
    ...(rule.policies.length === 0 ? [] : [`reads ${rule.policies.join(', ')}`]),
  ]
  const more = notes.length === 0 ? [] : [faint(` (${notes.join('; ')})`)]
  return { term: [strong(rule.name)], text: [severityOf(rule), ` ${rule.title}`, ...more] }
}

function severityOf({ severity, written }: ListedRule): Piece {
  if (severity === 'off') return faint('off')
  if (severity === 'by instance') return strong(severitiesIn(written ?? ''))
  return piece(severity, severity)
}

/** `if … then warning else error` as "error or warning". */
function severitiesIn(written: string): string {
  const words = new Set(written.match(/[\w-]+/g))
  return SEVERITIES.filter((severity) => words.has(severity)).join(' or ')
}

function policyEntry(policy: ListedPolicy): Definition {
  const { name, doc, builtIn, general } = policy
  const changed = builtIn !== undefined && !general.place.source.builtIn
  const otherwise = changed ? [faint(` (built in: ${builtIn})`)] : []
  return { term: [strong(name)], text: [policyWords(policy), ...otherwise, `. ${doc}`] }
}

function total(rules: readonly ListedRule[], policies: readonly ListedPolicy[]): string {
  const own = rules.filter((rule) => rule.own).length
  const off = rules.filter((rule) => rule.severity === 'off').length
  const replaced = rules.filter((rule) => rule.replaces !== undefined).length
  const parts = [
    counted(rules.length, 'rule'),
    ...(own === 0 ? [] : [`${own} of them your own`]),
    ...(replaced === 0 ? [] : [`${replaced} in the place of a built-in one`]),
    ...(off === 0 ? [] : [`${off} switched off`]),
  ]
  return `${parts.join(', ')}; ${counted(policies.length, 'policy', 'policies')}.`
}
