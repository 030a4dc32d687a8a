/** All pages that `concord explain` prints, by the name that asks for them. */

import type { Configuration } from '../configuration/configuration.ts'
import { SETTINGS } from '../configuration/settings-list.ts'
import { allDiagnostics } from '../diagnostics/table.ts'
import { judgedNamed, judgedNames } from '../rules/judged.ts'
import { isReadAboutFamilies } from '../rules/policies-read.ts'
import { listRules } from '../rules/rule-list.ts'
import { codeBlock, type Document, GAP, heading, paragraph, withCode } from '../markup/document.ts'
import type { Review } from '../pipeline.ts'
import { codePage } from '../report/code-page.ts'
import { declaredPage } from '../report/declared-page.ts'
import { listPage, principlePage, rulesPage } from '../report/index-pages.ts'
import { kindPage } from '../report/kind-page.ts'
import { PRINCIPLES } from '../report/principles.ts'
import { policyPage } from '../report/policy-page.ts'
import { rulePage } from '../report/rule-page.ts'
import { computedKinds } from '../rules/computed-kinds.ts'
import { FUNCTIONS, functionSpec } from '../rules/functions/table.ts'
import { SERIES, seriesSpec } from '../vocabulary/series.ts'
import { keywordOf, kindSpec, topKind, VOCABULARY } from '../vocabulary/vocabulary.ts'

type Named = { readonly name: string; readonly doc: string }

/** The lists of pages. */
const LISTS: Readonly<Record<string, (review: Review) => Document>> = {
  rules: ({ facts }) => rulesPage(facts.of('rule')),
  principles: () =>
    listPage(
      'Principles',
      PRINCIPLES.map(({ number, says }) => ({ name: `principle ${number}`, doc: says })),
    ),
  statements: () =>
    listPage(
      'Statements',
      VOCABULARY.map((spec) => ({ name: keywordOf(spec), doc: spec.doc })),
    ),
  series: () =>
    listPage(
      'Series',
      SERIES.map(({ series, doc }) => ({ name: series, doc })),
    ),
  functions: () =>
    listPage(
      'Functions',
      FUNCTIONS.map((f) => ({ name: f.signature, doc: f.doc })),
    ),
  policies: (review) => listPage('Policies', policies(review)),
  diagnostics: () =>
    listPage(
      'Diagnostics',
      [...allDiagnostics()].map(([name, { title }]) => ({ name, doc: title })),
    ),
  settings: () => listPage('Settings of concord.yaml', SETTINGS),
  pages: () =>
    listPage('What can be explained', [
      { name: 'rules', doc: 'Every rule by principle; each name has a page.' },
      { name: 'principles', doc: 'The ten principles; `principle 2` is a page, too.' },
      { name: 'statements', doc: 'Every kind of statement; each word has a page.' },
      { name: 'series', doc: 'What a plan has numbers of.' },
      { name: 'functions', doc: 'What the expressions of rules may call.' },
      { name: 'policies', doc: 'The thresholds of the rulebook.' },
      { name: 'settings', doc: 'What concord.yaml can settle.' },
      { name: 'diagnostics', doc: 'What can be wrong with a file; each code has a page.' },
      { name: 'SERIES FAMILY MONTH', doc: 'Where a number comes from.' },
      { name: 'load RESOURCE MONTH', doc: 'What the plan needs of a resource.' },
      { name: 'price FAMILY MONTH', doc: 'The price in force, and who says so; `cost` as well.' },
      { name: 'rate CURRENCY MONTH', doc: 'What a currency is worth.' },
      { name: 'NAME', doc: 'What a name of the plan is: a family, a role, a scenario.' },
    ]),
}

/** Undefined where nothing has that name. A rule of the workspace comes first, other names last. */
export function pageOf(
  name: string,
  review: Review,
  configuration: Configuration,
): Document | undefined {
  const { facts } = review
  const rule = judgedNamed(facts, name)
  if (rule !== undefined) {
    const list = listRules(facts, review.rulebook.policies, review.trees, configuration)
    const listed = list.rules.find(({ fact }) => fact === rule)
    return listed && rulePage(listed, list.policies)
  }
  if (Object.hasOwn(LISTS, name)) return LISTS[name]?.(review)
  const spec = allDiagnostics().get(name)
  if (spec !== undefined) return codePage(name, spec)
  const kind = topKind(name) ?? kindSpec(name) ?? computedKinds.get(name)?.spec
  if (kind !== undefined) return kindPage(kind)
  const principle = PRINCIPLES.find(({ number }) => name === `principle ${number}`)
  if (principle !== undefined) return principlePage(principle, facts.of('rule'))
  return shortPage(name) ?? policyPageOf(name, review, configuration) ?? namePage(name, review)
}

/** A scenario may be called as a role is: each is told. */
function namePage(name: string, { model, facts }: Review): Document | undefined {
  const found = VOCABULARY.flatMap((spec) => {
    const fact = facts.named(spec.kind, name)
    return fact === undefined ? [] : [{ fact, keyword: keywordOf(spec) }]
  })
  return found.length === 0 ? undefined : found.flatMap((each) => declaredPage(model, each))
}

/** Every name that has a page. */
export function pageNames(review: Review): readonly string[] {
  const { facts } = review
  return [
    ...judgedNames(facts),
    ...Object.keys(LISTS),
    ...allDiagnostics().keys(),
    ...VOCABULARY.map(keywordOf),
    ...computedKinds.keys(),
    ...SERIES.map(({ series }) => series),
    ...FUNCTIONS.map((each) => each.name),
    ...policies(review).map((each) => each.name),
    ...VOCABULARY.flatMap(({ kind }) => facts.of(kind).flatMap((fact) => fact.name ?? [])),
  ]
}

function shortPage(name: string): Document | undefined {
  const series = seriesSpec(name)
  if (series !== undefined) return [heading(1, name), paragraph(withCode(series.doc))]
  const called = functionSpec(name)
  if (called === undefined) return undefined
  return [heading(1, name), codeBlock(called.signature), GAP, paragraph(withCode(called.doc))]
}

function policyPageOf(
  name: string,
  { facts, rulebook, trees }: Review,
  configuration: Configuration,
): Document | undefined {
  const list = listRules(facts, rulebook.policies, trees, configuration)
  const listed = list.policies.find((policy) => policy.name === name)
  if (listed === undefined) return undefined
  const readers = list.rules.filter(({ policies: read }) => read.includes(name))
  const names = readers.map((rule) => rule.name)
  return policyPage(listed, names, isReadAboutFamilies(name, facts))
}

function policies({ rulebook }: Review): readonly Named[] {
  return [...rulebook.policies.values()].map(({ name, doc }) => ({ name, doc }))
}
