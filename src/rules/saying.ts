/** What a rule says where it does not hold: severity, place, message, help and fix. */

import type { Severity } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { compile, compileAs, wrongType } from './compiler.ts'
import type { Node } from './node.ts'
import type { Line, RuleLines } from './rule-lines.ts'
import type { Scope } from './scope.ts'
import { compileTemplate, type CompiledTemplate } from './template.ts'
import type { Type } from './type.ts'

/** What a rule says of a counterexample. */
export interface Saying {
  /** The severity as an expression; undefined is an error. */
  readonly severity: Node | undefined
  readonly at: Node | undefined
  readonly message: CompiledTemplate | undefined
  readonly help: CompiledTemplate | undefined
  readonly fix: { readonly target: Node; readonly value: Node } | undefined
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information']
const SEVERITY: Type = { is: 'word', words: SEVERITIES }

/** Compiles what a rule says where it does not hold. */
export function compileSaying(
  compiler: Compiler,
  scope: Scope,
  fact: Fact,
  lines: RuleLines,
): Saying {
  const at = lines.one('at')
  const severity = lines.one('severity')
  const fix = lines.one('fix')
  return {
    severity: severity && compileAs(compiler, scope, severity.value, SEVERITY),
    at: at && mustBePlace(compiler, compile(compiler, scope, at.value)),
    message: compileTemplate(compiler, scope, fact, 'message'),
    help: compileTemplate(compiler, scope, fact, 'help'),
    fix: fix && compileFix(compiler, scope, fix),
  }
}

/** The severity, as far as it can be told before anything is judged. */
export function writtenSeverity(line: Line<'severity'> | undefined): Severity | 'by instance' {
  if (line === undefined) return 'error'
  const word = line.value.sort === 'word' ? line.value.text : undefined
  return SEVERITIES.find((severity) => severity === word) ?? 'by instance'
}

/** What a severity expression says now; an unknown one is an error, since nothing says less. */
export function severityNow({ severity }: Saying): Severity {
  const value = severity?.run()
  return value === 'warning' || value === 'information' ? value : 'error'
}

/** A finding points at the text of a cell, of what a statement says, or of a fact itself. */
export function mustBePlace(compiler: Compiler, node: Node): Node {
  const { type, cell, leaf, parts, variable } = node
  if (type.is === 'wrong' || type.is === 'fact' || cell !== undefined) return node
  const said = variable === undefined ? parts : (variable.value?.parts ?? [])
  if (leaf !== undefined && said.some((part) => part.type.is === 'fact')) return node
  return wrongType(compiler, node, 'a cell or a fact')
}

function compileFix(compiler: Compiler, scope: Scope, line: Line<'fix'>) {
  const target = compile(compiler, scope, line.target)
  const { type, cell, expression } = target
  const fits = cell !== undefined || (expression.sort === 'field' && type.is === 'quantity')
  if (type.is !== 'wrong' && !fits) {
    wrongType(compiler, target, 'a cell or a number of a statement')
  }
  return { target, value: compileAs(compiler, scope, line.value, type) }
}
