/** The rulebook in force, for programs. Its shape is stable: absent is null. */

import type { ListedPolicy, ListedRule, RuleList } from '../rules/rule-list.ts'
import { jsonPlace } from './json-place.ts'
import { jsonText } from './json-text.ts'
import { PRINCIPLES } from './principles.ts'

const SHAPE = 1

export function jsonRules({ rules, policies }: RuleList): string {
  const content = {
    shape: SHAPE,
    principles: PRINCIPLES,
    rules: rules.map(ruleOf),
    policies: policies.map(policyOf),
  }
  return jsonText(content)
}

function ruleOf(rule: ListedRule) {
  const { name, title, principle, severity, written, setting, after, source, own, replaces } = rule
  return {
    name,
    kind: rule.fact.kind,
    title,
    principle: principle ?? null,
    severity,
    written: written ?? null,
    setBy: setting === undefined ? null : jsonPlace(setting.span),
    after: after ?? null,
    source: source ?? null,
    own,
    place: jsonPlace(rule.fact.span),
    replaces: replaces === undefined ? null : jsonPlace(replaces),
    policies: rule.policies,
  }
}

function policyOf({ name, doc, general, families, builtIn, source }: ListedPolicy) {
  return {
    name,
    doc,
    value: general.value,
    place: jsonPlace(general.place),
    builtIn: builtIn ?? null,
    source: source ?? null,
    families: families.map(({ family, value, place }) => ({
      family,
      value,
      place: jsonPlace(place),
    })),
  }
}
