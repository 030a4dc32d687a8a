/** What a bare word means in a rule, and which names are taken. */

import { withArticle } from '../base/phrases.ts'
import { closest } from '../base/suggest.ts'
import type { Binder, Expression, Word } from '../../grammar/tree.ts'
import { VERSION_KINDS, VERSION_NAMES } from '../vocabulary/versions.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import { VOCABULARY } from '../vocabulary/vocabulary.ts'
import type { Compiler } from './compiler.ts'
import { compile, inWords, meant, problem, report, wrong, wrongBecause } from './compiler.ts'
import { functionSpec } from './functions/table.ts'
import { fieldNames } from './kind-fields.ts'
import type { Node } from './node.ts'
import { policyNode } from './policies.ts'
import type { Scope } from './scope.ts'
import { type Bare, isBare } from './sides.ts'
import { factOf, SERIES_TYPE, type Type, VERSION } from './type.ts'
import type { Run, Value } from './value.ts'

/** A variable, a policy, a function without arguments, or what the place expects. */
export function wordNode(
  compiler: Compiler,
  scope: Scope,
  expression: Expression,
  word: string,
  expected: Type | undefined,
): Node {
  const variable = scope.find(word)
  if (variable !== undefined) return variableNode(compiler, expression, variable)
  const policy = policyNode(compiler, expression, word, undefined)
  if (policy !== undefined) return policy
  const constant = functionSpec(word)
  if (constant !== undefined && (constant.least ?? constant.parameters.length) === 0) {
    return constant.build(compiler, expression, [])
  }
  const named = namedNode(compiler, expression, word, expected)
  if (named !== undefined) return named
  // What it would mean, the other side says: that one has its message.
  if (expected?.is === 'wrong') return wrong(expression)
  // A line that could not be read may have bound it: that line has its message.
  if (compiler.program.lostNames || compiler.model.facts.mayDeclare(word)) {
    compiler.program.broken = true
    return wrong(expression)
  }
  return wrongBecause(
    compiler,
    expression,
    unknownName(compiler, scope, expression, word, expected),
  )
}

function variableNode(
  compiler: Compiler,
  expression: Expression,
  variable: NonNullable<Node['variable']>,
): Node {
  const { slot, value, given } = variable
  if (value !== undefined) return boundNode(compiler, expression, variable, value)
  reached(compiler, variable.depth)
  return {
    type: variable.type,
    run: readerOf(compiler, slot),
    expression,
    parts: given === undefined ? NO_PARTS : [given],
    variable,
    path: variable.path,
    parentPath: variable.parentPath,
  }
}

const NO_PARTS: readonly Node[] = []

/** Reads a slot: the same for each place where the variable stands, of which there are very many. */
function readerOf({ program: { slots, readers } }: Compiler, slot: number): Run {
  return (readers[slot] ??= () => slots[slot])
}

/** A `let` or a parameter: what it stands for, under its own name. */
function boundNode(
  compiler: Compiler,
  expression: Expression,
  variable: NonNullable<Node['variable']>,
  value: Node,
): Node {
  reached(compiler, variable.depth)
  return { ...value, expression, parts: [value], variable }
}

function reached({ program }: Compiler, depth: number): void {
  if (depth > program.deepest) program.deepest = depth
}

/** What stands before a dot: a name by itself is that of a fact which has the field. */
export function namedOwner(
  compiler: Compiler,
  scope: Scope,
  { of, field }: Extract<Expression, { sort: 'field' }>,
): Node {
  if (!isBare(scope, of) || means(compiler, of)) return compile(compiler, scope, of)
  const having = NAMED.filter((kind) => fieldNames([kind]).includes(field.text))
  const kinds = [...having, ...NAMED]
  return factNode(compiler, of, of.text, kinds) ?? compile(compiler, scope, of)
}

/** Kinds whose names may stand before a dot; units are as short as variables, which are then meant. */
const NAMED = VOCABULARY.flatMap(({ kind }) => (kind === 'unit' ? [] : [kind]))

/** Whether a word means something wherever it stands. */
export function means({ policies }: Compiler, of: Bare): boolean {
  return of.sort === 'word' && (policies.has(of.text) || functionSpec(of.text) !== undefined)
}

/** A name of the kind that the place expects, else a series or a version; undefined where none. */
export function namedNode(
  compiler: Compiler,
  expression: Expression,
  name: string,
  expected: Type | undefined,
): Node | undefined {
  const found = expected && asExpected(compiler, expression, name, expected)
  if (found !== undefined) return found
  if (seriesSpec(name) !== undefined) return seriesNode(expression, name)
  if (VERSION_NAMES.includes(name)) return constantNode(expression, VERSION, name)
  return undefined
}

function asExpected(
  compiler: Compiler,
  expression: Expression,
  name: string,
  expected: Type,
): Node | undefined {
  const { units } = compiler.model
  switch (expected.is) {
    case 'fact':
      return factNode(compiler, expression, name, expected.kinds)
    case 'set':
      return asExpected(compiler, expression, name, expected.of)
    case 'series':
      return seriesSpec(name) === undefined ? undefined : seriesNode(expression, name)
    case 'version':
      return VERSION_NAMES.includes(name)
        ? constantNode(expression, VERSION, name)
        : factNode(compiler, expression, name, VERSION_KINDS)
    case 'word':
      return expected.words === undefined || expected.words.includes(name)
        ? constantNode(expression, expected, name)
        : undefined
    case 'unit':
      return units.has(name) ? constantNode(expression, expected, name) : undefined
    default:
      return undefined
  }
}

function factNode(
  compiler: Compiler,
  expression: Expression,
  name: string,
  kinds: readonly string[],
): Node | undefined {
  for (const kind of kinds) {
    const fact = compiler.model.facts.named(kind, name)
    if (fact !== undefined) {
      return { ...constantNode(expression, factOf(kind), fact), path: `${kind}:${name}` }
    }
  }
  return undefined
}

/** A series by its name: what its numbers are is then known. */
export function seriesNode(expression: Expression, name: string): Node {
  const dimension = seriesSpec(name)?.dimension
  const type = dimension === undefined ? SERIES_TYPE : { ...SERIES_TYPE, of: dimension }
  return constantNode(expression, type, name)
}

export function constantNode(expression: Expression, type: Type, value: Value): Node {
  return { type, run: () => value, expression, parts: NO_PARTS, constant: value }
}

/**
 * Reports a name that a rule binds although it means something already: which of the two is meant
 * where it stands, nobody can say, so that it is to fit everywhere. A built-in rule keeps its
 * own names, whatever a workspace calls its functions and policies: within the rule they hide those.
 */
export function isFree(compiler: Compiler, scope: Scope, name: Word): boolean {
  const meaning = meaningOf(compiler, scope, name)
  if (meaning === undefined) return true
  problem(compiler, report('name-taken', name.span, { name: name.text, meaning }))
  return false
}

/** What a company names is no matter of the built-in rules: in them the variable is meant. */
function meaningOf(compiler: Compiler, scope: Scope, { text, span }: Word): string | undefined {
  if (scope.has(text)) return 'a variable of this rule'
  const { builtIn } = span.source
  const defined = compiler.defines.get(text)
  if (defined !== undefined && (!builtIn || defined.span.source.builtIn)) {
    return 'a function that is defined'
  }
  const policy = compiler.policies.get(text)
  if (policy !== undefined && (!builtIn || policy.by.span.source.builtIn)) return 'a policy'
  return languageMeaning(text)
}

/** What a name is in the language itself. */
export function languageMeaning(name: string): string | undefined {
  if (seriesSpec(name) !== undefined) return 'a series'
  if (VERSION_NAMES.includes(name)) return 'a version'
  return functionSpec(name) === undefined ? undefined : 'a function'
}

function unknownName(
  compiler: Compiler,
  scope: Scope,
  expression: Expression,
  name: string,
  expected: Type | undefined,
) {
  const near = closest(name, candidates(compiler, scope, expected))
  const called = callable(compiler, name) ?? inQuotes(name, expected)
  const wanted =
    expected === undefined ? 'a variable, a policy or a function' : inWords(compiler, expected)
  const help =
    called ?? glued(scope, name) ?? (near === undefined ? elsewhere(compiler, name) : undefined)
  const extras = help === undefined ? meant(expression.span, near) : { help }
  return report('unknown-rule-name', expression.span, { name, expected: wanted }, extras)
}

/** A function is called with what it is to be of. */
export function callable(compiler: Compiler, name: string): string | undefined {
  if (seriesSpec(name) !== undefined)
    return `It is a series; for its number write \`${name}(f, t)\`.`
  const define = compiler.defines.get(name)
  const signature =
    define === undefined ? functionSpec(name)?.signature : signatureOf(name, define.parameters)
  return signature === undefined ? undefined : `It is a function: write \`${signature}\`.`
}

function inQuotes(name: string, expected: Type | undefined): string | undefined {
  return expected?.is === 'text' ? `A text stands in quotes: \`"${name}"\`.` : undefined
}

/** A name that is declared, and is of no kind that this place takes. */
function elsewhere(compiler: Compiler, name: string): string | undefined {
  const { facts } = compiler.model
  const spec = VOCABULARY.find(({ kind }) => facts.named(kind, name) !== undefined)
  if (spec === undefined) return undefined
  return `It is the name of ${withArticle(spec.kind)}, which this place does not take.`
}

/** `gap(series s, family f, month t)`: how a defined function is called. */
export function signatureOf(name: string, parameters: readonly Binder[]): string {
  return `${name}(${parameters.map((each) => `${each.kind.text} ${each.name.text}`).join(', ')})`
}

/** `t-1` is one word: operators stand between spaces. */
function glued(scope: Scope, name: string): string | undefined {
  const at = name.search(/[-/]/)
  if (at === -1 || !scope.has(name.slice(0, at))) return undefined
  const spaced = `${name.slice(0, at)} ${name[at]} ${name.slice(at + 1)}`
  return `Write spaces around the operator: \`${spaced}\`.`
}

function candidates(
  compiler: Compiler,
  scope: Scope,
  expected: Type | undefined,
): readonly string[] {
  const names = [...scope.names, ...compiler.policies.keys()]
  if (expected?.is === 'fact') {
    for (const kind of expected.kinds) {
      for (const fact of compiler.model.facts.of(kind))
        if (fact.name !== undefined) names.push(fact.name)
    }
  }
  if (expected?.is === 'word') names.push(...(expected.words ?? []))
  if (expected?.is === 'unit') for (const unit of compiler.model.units.names) names.push(unit)
  return [...names, ...SERIES_NAMES, ...VERSION_NAMES]
}
