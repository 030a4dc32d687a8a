/** Compiles a rule or an objective: its lines in any order, each part typed before anything runs. */

import { closest } from '../base/suggest.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import type { Loop } from './binder.ts'
import { compileBinders } from './binder.ts'
import type { Compiler } from './compiler.ts'
import { meant, problem, report } from './compiler.ts'
import { principleOf } from './judged.ts'
import { isFree } from './names.ts'
import type { Variable } from './node.ts'
import { LetVariable } from './let-variable.ts'
import { type Line, RuleLines } from './rule-lines.ts'
import { RuleTruths } from './rule-truths.ts'
import { compileSaying, type Saying, writtenSeverity } from './saying.ts'
import { EMPTY_SCOPE, type Scope } from './scope.ts'

export interface CompiledRule {
  readonly fact: Fact
  readonly name: string
  readonly title: string
  readonly principle: number | undefined
  readonly compiler: Compiler
  readonly loops: readonly Loop[]
  readonly truths: RuleTruths
  readonly lets: readonly Variable[]
  /** As far as it can be told before anything is judged. */
  readonly severity: Severity | 'by instance'
  readonly collect: Variable | undefined
  /** The step after whose meeting it counts. */
  readonly after: string | undefined
  /** What it says where it does not hold: compiled once it is needed. */
  readonly saying: () => Saying
}

/**
 * Compiles a rule; undefined where it cannot run, which has been reported. A workspace's own rule
 * is compiled whole, so that every mistake shows. Of a built-in one, which the tests compile
 * whole, only what this workspace needs: most plans use a part of the rulebook and break less.
 */
export function compileRule(compiler: Compiler, fact: Fact): CompiledRule | undefined {
  const lines = new RuleLines(compiler, fact)
  const { program } = compiler
  const { loops, scope: bound } = compileLoops(compiler, lines.all('given'))
  // It is about what this workspace does not use.
  program.mute = !program.whole && loops.some((loop) => loop.unusable !== undefined)
  const { scope, lets } = declareLets(compiler, bound, program.mute ? [] : lines.all('let'))
  const truths = new RuleTruths(compiler, scope, loops, lines.all('where'), lines.all('require'))
  const collect = lines.one('collect')
  const after = lines.one('after')
  const saying = onDemand(() => compileSaying(compiler, scope, fact, lines))
  const made: CompiledRule = {
    fact,
    name: program.name,
    title: textIn(fact, 'title') ?? '',
    principle: principleOf(fact),
    compiler,
    loops,
    truths,
    lets,
    severity: writtenSeverity(lines.one('severity')),
    collect:
      program.mute || collect === undefined ? undefined : collected(compiler, loops, collect),
    after: stepOf(compiler, after),
    saying,
  }
  if (program.whole) checkWhole(made, lines)
  return program.broken || fact.damaged ? undefined : made
}

/** Compiles everything that has not been needed, for its mistakes. */
function checkWhole(rule: CompiledRule, lines: RuleLines): void {
  for (const variable of rule.lets) void variable.type
  const { at, message } = rule.saying()
  const takes = rule.fact.spec.ruleLines ?? []
  const missing = [
    ...(rule.truths.requires.length > 0 ? [] : ['require sales(f, t) >= 0']),
    ...(at !== undefined || !takes.includes('at') ? [] : ['at sales(f, t)']),
    ...(message !== undefined || !takes.includes('at') ? [] : ['message "{f} {t}: …"']),
  ]
  if (missing.length > 0) lines.missing(missing)
}

function onDemand<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

function compileLoops(compiler: Compiler, lines: readonly Line<'given'>[]) {
  const loops: Loop[] = []
  let scope: Scope = EMPTY_SCOPE
  for (const line of lines) {
    const made = compileBinders(compiler, scope, line.binders, true)
    loops.push(...made.loops)
    scope = made.scope
    if (loops.some((loop) => loop.unusable !== undefined) && !compiler.program.whole) break
  }
  return { loops, scope }
}

/**
 * Each `let` sees those before it, is compiled when something first reads it, and is evaluated at
 * most once for each turn of its loop.
 */
function declareLets(
  compiler: Compiler,
  bound: Scope,
  lines: readonly Line<'let'>[],
): { scope: Scope; lets: readonly Variable[] } {
  let scope = bound
  const lets: Variable[] = []
  for (const line of lines) {
    const free = isFree(compiler, scope, line.name)
    const variable = new LetVariable(compiler, scope, line, free)
    lets.push(variable)
    scope = scope.with(variable)
  }
  return { scope, lets }
}

function collected(
  compiler: Compiler,
  loops: readonly Loop[],
  { name }: Line<'collect'>,
): Variable | undefined {
  const months = loops.map((loop) => loop.variable).filter(({ type }) => type.is === 'month')
  const variable = months.find((each) => each.name === name.text)
  if (variable !== undefined) return variable
  const values = { name: name.text, expected: 'a month that `given` binds' }
  const near = closest(
    name.text,
    months.map((each) => each.name),
  )
  problem(compiler, report('unknown-rule-name', name.span, values, meant(name.span, near)))
  return undefined
}

function stepOf(compiler: Compiler, line: Line<'after'> | undefined): string | undefined {
  if (line === undefined) return undefined
  const { text: name, span } = line.name
  const steps = compiler.model.facts.of('step').flatMap((step) => step.name ?? [])
  if (!steps.includes(name)) {
    // A company's own process may name its steps otherwise: all is due once the last has passed.
    if (span.source.builtIn) return steps.at(-1)
    const values = { name, steps: steps.join(', ') }
    problem(compiler, report('unknown-step', span, values, meant(span, closest(name, steps))))
  }
  return name
}
