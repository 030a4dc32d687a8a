/** The rules, objectives, defines and policies of a workspace, the built-in ones included. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import type { Define } from '../../grammar/tree.ts'
import type { Model } from '../model/model.ts'
import type { Compiler, ProblemList } from './compiler.ts'
import { newProgram, problem, report } from './compiler.ts'
import { checkDefine } from './define.ts'
import { Extents } from './define-extent.ts'
import { compileExpression } from './expression.ts'
import { FieldReaders } from './field-readers.ts'
import { functionSpec } from './functions/table.ts'
import { languageMeaning } from './names.ts'
import type { Policies } from './policy.ts'
import { readPolicies } from './policies.ts'
import type { CompiledRule } from './rule.ts'
import { compileRule } from './rule.ts'
import { checkRuleNames } from './rule-names.ts'
import { SharedTruths } from './shared-truths.ts'

export interface Rulebook {
  /** Those that are wanted. */
  readonly rules: readonly Fact[]
  readonly objectives: readonly Fact[]
  /**
   * Compiles one of them; undefined where it cannot run. What is compiled is large, and nearly always
   * needed once: whoever judges it lets it go.
   */
  readonly compile: (rule: Fact) => CompiledRule | undefined
  readonly policies: Policies
  /** What is wrong in the defines and policies, and in the rules that have been compiled. */
  readonly problems: () => readonly Diagnostic[]
}

/** `wanted` chooses rules by name, and `ready` lends what needs no compiling. */
export function makeRulebook(
  base: Omit<Compiler, 'program'>,
  facts: Facts,
  wanted: (name: string) => boolean,
  ready: (rule: Fact) => CompiledRule | undefined = () => undefined,
): Rulebook {
  // Defines first: a mistake in one is told in its own words, not in those of a rule that calls it.
  for (const { statement } of facts.of('define')) {
    if (statement?.define !== undefined) checkOwnDefine(base, statement.define)
  }
  const named = (kind: string): readonly Fact[] =>
    facts.of(kind).filter((fact) => wanted(fact.name ?? ''))
  return {
    rules: named('rule'),
    objectives: named('objective'),
    compile: (rule) => ready(rule) ?? compileAlone(base, rule),
    policies: base.policies,
    problems: () => [...base.problems.list, ...checkRuleNames(facts)],
  }
}

function compileAlone(base: Omit<Compiler, 'program'>, rule: Fact): CompiledRule | undefined {
  const program = newProgram(rule.name ?? rule.kind, !rule.span.source.builtIn)
  return compileRule({ ...base, program }, rule)
}

/** What every program of a workspace shares. */
export function compilerBase(facts: Facts, model: Model): Omit<Compiler, 'program'> {
  const defines = readDefines(facts)
  const { policies, problems } = readPolicies(facts, (name) =>
    defines.get(name)?.span.source.builtIn === true
      ? 'a function of the rulebook'
      : languageMeaning(name),
  )
  const list: ProblemList = { list: [...problems], seen: new Set() }
  return {
    expression: compileExpression,
    model,
    defines,
    extents: new Extents(defines),
    shared: new SharedTruths(defines),
    readers: new FieldReaders(),
    policies,
    problems: list,
    within: [],
  }
}

/** One with the name of a function of the language is reported, and takes nothing from it. */
function readDefines(facts: Facts): ReadonlyMap<string, Define> {
  const defines = new Map<string, Define>()
  for (const fact of facts.of('define')) {
    const define = fact.statement?.define
    if (define === undefined || functionSpec(define.name.text) !== undefined) continue
    defines.set(define.name.text, define)
  }
  return defines
}

/** A workspace's own defines are typed by themselves; the built-in ones are by the tests. */
function checkOwnDefine(base: Omit<Compiler, 'program'>, define: Define): void {
  if (define.span.source.builtIn) return
  const { text: name, span } = define.name
  const compiler: Compiler = { ...base, program: newProgram(name) }
  const policy = base.policies.has(name) ? 'a policy' : undefined
  // That a series or a version has the name is said where names are declared.
  const meaning = functionSpec(name) === undefined ? policy : 'a function'
  if (meaning !== undefined) problem(compiler, report('name-taken', span, { name, meaning }))
  checkDefine(compiler, define)
}
