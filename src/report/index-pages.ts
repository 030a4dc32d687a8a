/** Lists of what has a page: rules, kinds of statements, functions, diagnostics. */

import {
  type Block,
  type Definition,
  definitions,
  type Document,
  GAP,
  heading,
  paragraph,
  strong,
  withCode,
} from '../markup/document.ts'
import type { Fact } from '../facts/fact.ts'
import { PRINCIPLES, type Principle } from './principles.ts'
import { principleIn, textIn } from './text-in.ts'

/** The rules by principle; those without one last. */
export function rulesPage(rules: readonly Fact[]): Document {
  const groups = [
    ...PRINCIPLES.map(({ number, name }) => ({ number, title: `${number}. ${name}` })),
    { number: undefined, title: 'Other rules' },
  ]
  return [
    heading(1, 'Rules'),
    ...groups.flatMap(({ number, title }): readonly Block[] => {
      const own = rules.filter((rule) => principleIn(rule) === number)
      return own.length === 0 ? [] : [GAP, heading(2, title), definitions(own.map(ruleDefinition))]
    }),
  ]
}

/** A principle, and the rules that follow from it. */
export function principlePage({ number, name, says }: Principle, rules: readonly Fact[]): Document {
  const own = rules.filter((rule) => principleIn(rule) === number)
  return [
    heading(1, `${number}. ${name}`),
    paragraph(says),
    GAP,
    heading(2, 'Its rules'),
    definitions(own.map(ruleDefinition)),
  ]
}

function ruleDefinition(rule: Fact): Definition {
  return { term: [strong(rule.name ?? '')], text: textIn(rule, 'title') ?? '' }
}

/** One line a name: of kinds, functions or diagnostics. */
export function listPage(
  title: string,
  named: readonly { readonly name: string; readonly doc: string }[],
): Document {
  return [
    heading(1, title),
    GAP,
    definitions(named.map(({ name, doc }) => ({ term: [strong(name)], text: withCode(doc) }))),
  ]
}
