/** Names in the expressions of rules, defines and bounds: variables, functions, policies, facts. */

import type { Span } from '../base/source.ts'
import type { Facts } from '../facts/fact.ts'
import { parseTemplate } from '../../grammar/template.ts'
import type { Binder, Entry, Expression, RuleLine, Statement, Tree } from '../../grammar/tree.ts'
import { reservedAs } from '../facts/reserved.ts'
import { functionSpec } from '../rules/functions/table.ts'
import type { KindSpec } from '../vocabulary/spec.ts'
import { lineKind, topKind } from '../vocabulary/vocabulary.ts'
import type { Mention, Target } from './mention.ts'
import type { Part } from './part.ts'
import { partsOf } from './parts.ts'
import { targetsNamed } from './targets.ts'

/** The variables that a place sees. */
type Scope = ReadonlyMap<string, Target>

const NOTHING: Scope = new Map()

export function* ruleMentions(facts: Facts, tree: Tree): Generator<Mention> {
  for (const statement of tree.statements) {
    yield* statementMentions(facts, statement, topKind(statement.line.keyword.text))
  }
}

/** Of the plan in a test, whose names are those of `facts`, and of what the test expects of it. */
export function* enclosedMentions(facts: Facts, { entries }: Statement): Generator<Mention> {
  for (const entry of entries) {
    if (entry.sort !== 'statement') continue
    yield* statementMentions(facts, entry, topKind(entry.line.keyword.text))
  }
}

function* statementMentions(
  facts: Facts,
  statement: Statement,
  spec: KindSpec | undefined,
): Generator<Mention> {
  const { line, define, entries } = statement
  if (define !== undefined) {
    const { scope, found } = bindAll(facts, NOTHING, define.parameters)
    yield* found
    if (define.body !== undefined) yield* inExpression(facts, scope, define.body)
    return
  }
  if (line.value !== undefined) {
    const type = spec?.value?.type
    const own = type?.type === 'expression' ? type.scope : []
    for (const mention of inExpression(facts, NOTHING, line.value)) {
      if (!own.includes(mention.target.name)) yield mention
    }
  }
  if (line.at !== undefined) yield* inExpression(facts, NOTHING, line.at)
  // What a test holds is a world of its own.
  if (entries.length === 0 || spec?.encloses === true) return
  const { scope, found } = bindLines(facts, entries)
  yield* found
  const holes = spec?.ruleLines !== undefined
  for (const entry of entries) {
    if (entry.sort !== 'statement') yield* lineMentions(facts, scope, entry)
    else if (holes) yield* templateMentions(facts, scope, entry)
    else yield* statementMentions(facts, entry, spec && lineKind(spec, entry.line.keyword.text))
  }
}

/** A `let` and a `given` are seen by every line: their order is that of the text. */
function bindLines(facts: Facts, entries: readonly Entry[]) {
  let scope = NOTHING
  const found: Mention[] = []
  for (const entry of entries) {
    if (entry.sort === 'given') {
      const bound = bindAll(facts, scope, entry.binders)
      scope = bound.scope
      found.push(...bound.found)
    } else if (entry.sort === 'let') {
      const target = variable(entry.name.text, entry.name.span)
      scope = new Map(scope).set(target.name, target)
      found.push({ span: target.declaration, target })
    }
  }
  return { scope, found }
}

function lineMentions(facts: Facts, scope: Scope, entry: Exclude<Entry, Statement>) {
  return isRuleLine(entry) ? [...expressionsIn(entry)].flatMap(inScope) : []

  function inScope(expression: Expression): readonly Mention[] {
    return [...inExpression(facts, scope, expression)]
  }
}

function isRuleLine(entry: Entry): entry is RuleLine {
  return entry.sort !== 'statement' && entry.sort !== 'table' && entry.sort !== 'clauses'
}

function* expressionsIn(line: RuleLine): Generator<Expression> {
  switch (line.sort) {
    case 'given':
    case 'damaged-rule-line':
      return
    case 'after':
    case 'collect':
      yield { sort: 'word', text: line.name.text, span: line.name.span }
      return
    case 'fix':
      yield line.target
      yield line.value
      return
    default:
      yield line.value
  }
}

function* templateMentions(facts: Facts, scope: Scope, { line }: Statement): Generator<Mention> {
  for (const value of line.arguments.flatMap(({ values }) => values)) {
    if (value.sort !== 'name' || !value.quoted || !value.text.includes('{')) continue
    for (const hole of parseTemplate(value).parts) {
      if (typeof hole !== 'string') yield* inExpression(facts, scope, hole)
    }
  }
}

/** Each binder sees those before it. */
function bindAll(facts: Facts, outer: Scope, binders: readonly Binder[]) {
  let scope = outer
  const found: Mention[] = []
  for (const binder of binders) {
    if (binder.domain !== undefined) found.push(...inExpression(facts, scope, binder.domain))
    const target = variable(binder.name.text, binder.name.span)
    scope = new Map(scope).set(target.name, target)
    found.push({ span: target.declaration, target })
    if (binder.condition !== undefined) found.push(...inExpression(facts, scope, binder.condition))
  }
  return { scope, found }
}

function* inExpression(facts: Facts, scope: Scope, expression: Expression): Generator<Mention> {
  if (expression.sort === 'aggregate') {
    const inner = bindAll(facts, scope, expression.binders)
    yield* inner.found
    if (expression.body !== undefined) yield* inExpression(facts, inner.scope, expression.body)
    return
  }
  if (expression.sort === 'word' || expression.sort === 'text') {
    yield* wordMentions(facts, scope, expression)
    return
  }
  if (expression.sort === 'date' || expression.sort === 'month') return
  if (expression.sort === 'field' && expression.of.sort === 'word') {
    yield* wordMentions(facts, scope, expression.of, true)
    return
  }
  for (const part of partsOf({ is: 'expression', of: expression, span: expression.span })) {
    yield* partMentions(facts, scope, part)
  }
}

function* partMentions(facts: Facts, scope: Scope, part: Part): Generator<Mention> {
  if (part.is === 'expression') yield* inExpression(facts, scope, part.of)
  if (part.is === 'unit') yield* named(facts, part.of.text, part.span)
}

function* wordMentions(
  facts: Facts,
  scope: Scope,
  { sort, text, span }: Extract<Expression, { sort: 'word' | 'text' }>,
  beforeDot = false,
): Generator<Mention> {
  const target = sort === 'word' ? scope.get(text) : undefined
  // A function is called by its name alone; before a dot stands a fact.
  if (target === undefined && !beforeDot && functionSpec(text) !== undefined) return
  if (target === undefined) yield* named(facts, text, span)
  else yield { span, target }
}

/** What the place expects is not known here: several of one name are all unsure. */
function* named(facts: Facts, text: string, span: Span): Generator<Mention> {
  // A series and a version are meant wherever they may stand.
  if (reservedAs(text) !== undefined) return
  const targets = targetsNamed(facts, text)
  for (const target of targets) {
    yield targets.length === 1 ? { span, target } : { span, target, unsure: true }
  }
}

function variable(name: string, declaration: Span): Target {
  return { name, declaration, fact: undefined }
}
