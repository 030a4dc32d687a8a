/** `family f in … where …`: what a binder runs over, and how it finds it without looking at all. */

import { closest } from '../base/suggest.ts'
import { keywordOf, kindSpec } from '../vocabulary/vocabulary.ts'
import type { Binder, Expression } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { compile, compileCondition, meant, newSlot, problem, report } from './compiler.ts'
import { domainOf, expectedOf } from './domain.ts'
import { factsOf } from './facts-of-kind.ts'
import { joinOf } from './join.ts'
import { isPlainKind, kindNames, kindType, unusedAreaOf } from './kinds.ts'
import { mustBeTruth } from './logic.ts'
import { isFree } from './names.ts'
import type { Missing, Node, Variable } from './node.ts'
import { because } from './node.ts'
import type { Scope } from './scope.ts'
import { type Type, WRONG } from './type.ts'
import { plural } from './type-words.ts'
import type { Known } from './value.ts'

/** One binder, ready to run. */
export interface Loop {
  readonly variable: Variable
  readonly slot: number
  /** What it runs over; undefined where that is unknown. */
  readonly domain: () => readonly Known[] | undefined
  /** Parts of the condition that must all hold. */
  readonly conditions: readonly Node[]
  readonly domainNode: Node | undefined
  /** Why there may be more than the domain has: some of it could not be read. */
  readonly more: (() => Missing | undefined) | undefined
  readonly unusable: string | undefined
}

/** Compiles binders from left to right, each seeing those before it. */
export function compileBinders(
  compiler: Compiler,
  scope: Scope,
  binders: readonly Binder[],
  loopDepth: boolean,
): { loops: readonly Loop[]; scope: Scope } {
  const loops: Loop[] = []
  let inner = scope
  for (const binder of binders) {
    const made = compileBinder(compiler, inner, binder, loopDepth)
    loops.push(made.loop)
    inner = made.scope
  }
  return { loops, scope: inner }
}

function compileBinder(
  compiler: Compiler,
  scope: Scope,
  binder: Binder,
  loopDepth: boolean,
): { loop: Loop; scope: Scope } {
  const kind = binder.kind.text
  const wanted = typeOfKind(compiler, binder)
  const free = isFree(compiler, scope, binder.name)
  const domain =
    binder.domain === undefined
      ? undefined
      : compile(compiler, scope, binder.domain, expectedOf(kind, wanted, binder.domain))
  const type = narrowed(wanted, domain?.type)
  const slot = newSlot(compiler)
  const depth = loopDepth ? scope.depth + 1 : 0
  if (loopDepth) compiler.program.turns[depth] = 0
  const variable: Variable = {
    name: binder.name.text,
    type: free ? type : WRONG,
    slot,
    depth,
    span: binder.name.span,
    path: `${binder.name.text}#${slot}`,
    parentPath: domain?.type.is === 'fact' ? (domain.path ?? undefined) : undefined,
  }
  const inner = scope.with(variable, true)
  const found = domainOf(compiler, inner, binder, variable, domain)
  const own = conditionsOf(compiler, inner, binder)
  const conditions = found?.condition === undefined ? own : [found.condition, ...own]
  const loop: Loop = {
    variable,
    slot,
    domain: found?.values ?? factsThat(compiler, kind, variable, conditions, domain),
    conditions,
    domainNode: domain,
    more: found?.more ?? moreOf(compiler, kind, found?.values),
    unusable: domain?.unusable ?? unusedAreaOf(compiler.model, kind),
  }
  return { loop, scope: inner }
}

/** Why there may be more facts of a kind than there are: one may stand where nobody can read it. */
function moreOf(
  { model }: Compiler,
  kind: string,
  values: Loop['domain'] | undefined,
): Loop['more'] {
  if (values !== undefined || !model.facts.mayLack(kind)) return undefined
  const spec = kindSpec(kind)
  const word = spec === undefined ? kind : keywordOf(spec)
  return () => because(`every \`${word}\``)
}

/** Series of a list that are all volumes, or all money, are known to be so. */
function narrowed(type: Type, domain: Type | undefined): Type {
  const of = domain?.is === 'set' ? domain.of : domain
  return type.is === 'series' && of?.is === 'series' ? of : type
}

function conditionsOf(compiler: Compiler, inner: Scope, binder: Binder): readonly Node[] {
  if (binder.condition === undefined) return []
  return conjunctsOf(binder.condition).map((part) =>
    mustBeTruth(compiler, compileCondition(compiler, inner, part)),
  )
}

function typeOfKind(compiler: Compiler, { kind, name, domain, span }: Binder): Type {
  const type = kindType(kind.text)
  if (type === undefined) {
    const extras = meant(kind.span, closest(kind.text, kindNames()))
    problem(compiler, report('unknown-kind', kind.span, { kind: kind.text }, extras))
  } else if (domain === undefined && isPlainKind(kind.text)) {
    const values = { kinds: plural(kind.text), kind: kind.text, name: name.text }
    problem(compiler, report('binder-needs-in', span, values))
  }
  return type ?? WRONG
}

/** The facts of a kind that the conditions may hold for: by an index, where one helps. */
function factsThat(
  compiler: Compiler,
  kind: string,
  variable: Variable,
  conditions: readonly Node[],
  domain: Node | undefined,
): Loop['domain'] {
  const all = () => factsOf(compiler, kind)
  const found = joinOf(compiler, kind, variable, conditions) ?? all
  return domain === undefined ? found : () => (domain.run() === undefined ? undefined : found())
}

/** `a and b and c` as three conditions, so that each can be judged as early as it is known. */
export function conjunctsOf(expression: Expression): readonly Expression[] {
  if (expression.sort !== 'binary' || expression.operator !== 'and') return [expression]
  return [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)]
}
