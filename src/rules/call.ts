/** Calls: a series, a version's series, a keyed line, a policy, a define, or a function. */

import { closest } from '../base/suggest.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { VERSION_KINDS, VERSION_NAMES } from '../vocabulary/versions.ts'
import { printExpression } from '../syntax/print.ts'
import { SERIES_NAMES, seriesSpec } from '../vocabulary/series.ts'
import { cellNode } from './cell-node.ts'
import type { Compiler } from './compiler.ts'
import { compile, compileAs, meant, report, wrong, wrongBecause } from './compiler.ts'
import { defineCall } from './define.ts'
import type { Scope } from './scope.ts'
import { countWords } from './type-words.ts'
import { keyedLine, keyedNames, keyedNode } from './keyed-line.ts'
import { FUNCTION_NAMES, functionSpec } from './functions/table.ts'
import { constantNode, namedNode, namedOwner, seriesNode } from './names.ts'
import type { Node } from './node.ts'
import { policyNode } from './policies.ts'
import {
  factOf,
  isVersionFact,
  MONTH,
  SERIES_TYPE,
  type Type,
  typeOfField,
  VERSION,
} from './type.ts'

type Call = Extract<Expression, { sort: 'call' }>
type Field = Extract<Expression, { sort: 'field' }>

/** Whose numbers a cell may be: a family's, or the business's in a budget. */
const SUBJECT: Type = factOf('family', 'business')

export function callNode(compiler: Compiler, scope: Scope, node: Call): Node {
  const { callee } = node
  if (callee.sort === 'field') return methodNode(compiler, scope, node, callee)
  if (callee.sort !== 'word') {
    return wrongBecause(
      compiler,
      node,
      report('unknown-function', callee.span, { name: printExpression(callee) }),
    )
  }
  const name = callee.text
  if (seriesSpec(name) !== undefined) {
    const plan = constantNode(callee, VERSION, 'plan')
    return seriesCall(compiler, scope, node, plan, seriesNode(callee, name))
  }
  if (compiler.policies.has(name)) return policyCall(compiler, scope, node, name)
  const define = compiler.defines.get(name)
  if (define !== undefined) return defineCall(compiler, scope, node, define)
  const spec = functionSpec(name)
  if (spec !== undefined) {
    const least = spec.least ?? spec.parameters.length
    const most = spec.most ?? spec.parameters.length
    if (!countFits(node, least, most)) return wrongCount(compiler, node, name, spec.signature)
    let first: Type | undefined
    const given = node.arguments.map((argument, at) => {
      const parameter = spec.parameters[Math.min(at, spec.parameters.length - 1)]
      // A bare word among values that are alike takes its meaning from the first.
      const made =
        parameter === undefined || parameter === 'any'
          ? compile(compiler, scope, argument, first)
          : compileAs(compiler, scope, argument, parameter)
      first ??= made.type
      return made
    })
    return spec.build(compiler, node, given)
  }
  if (compiler.model.facts.mayDeclare(name)) {
    compiler.program.broken = true
    return wrong(node)
  }
  return wrongBecause(compiler, node, unknownFunction(compiler, node, name))
}

function seriesCall(
  compiler: Compiler,
  scope: Scope,
  node: Call,
  version: Node,
  series: Node,
): Node {
  const [subject, month] = node.arguments
  if (subject === undefined || month === undefined || node.arguments.length !== 2) {
    const name = printExpression(node.callee)
    return wrongCount(compiler, node, name, `${name}(f, t)`)
  }
  return cellNode(compiler, node, {
    version,
    series,
    subject: compileAs(compiler, scope, subject, SUBJECT),
    month: compileAs(compiler, scope, month, MONTH),
  })
}

/** `budget.revenue(f, t)`, `c.operations(f, t)`, `f.owner(sales)`. */
function methodNode(compiler: Compiler, scope: Scope, node: Call, callee: Field): Node {
  const of = ownerOf(compiler, scope, callee)
  if (of.type.is === 'wrong') return wrong(node)
  const name = callee.field.text
  const version = of.type.is === 'version' || isVersionFact(of.type)
  if (version && seriesSpec(name) !== undefined) {
    return seriesCall(compiler, scope, node, of, seriesNode(callee, name))
  }
  const line = keyedLine(of, name)
  const [key] = node.arguments
  if (line !== undefined && key !== undefined && node.arguments.length === 1) {
    return keyedNode(node, of, line, keyOf(compiler, scope, line, key))
  }
  if (line !== undefined) {
    return wrongCount(compiler, node, name, `${printExpression(callee)}(…)`)
  }
  const near = closest(name, version ? SERIES_NAMES : keyedNames(of))
  const { span } = callee.field
  const extras =
    seriesSpec(name) === undefined ? meant(span, near) : { help: ofNoVersion(node, of) }
  return wrongBecause(compiler, node, report('unknown-function', span, { name }, extras))
}

/** `f.sales(t)`: a series is called with its family, and only versions stand before it. */
function ofNoVersion({ callee, arguments: given }: Call, { type }: Node): string {
  const { of, field } = callee as Field
  const [month] = given
  if (type.is === 'fact' && type.kinds[0] === 'family' && month !== undefined && given.length < 2) {
    return `Write \`${field.text}(${printExpression(of)}, ${printExpression(month)})\`.`
  }
  return `Write \`${field.text}(f, t)\`; before it stands a version, as in \`previous.${field.text}(f, t)\`.`
}

/** What a line's key is: `launch` is a key of owners beside the series. */
function keyOf(compiler: Compiler, scope: Scope, line: LineSpec, key: Expression): Node {
  const spec = Object.values(line.clauses ?? {})
    .flatMap((clause) => clause.fields)
    .find((field) => field.field === line.key)
  if (spec === undefined) return wrong(key)
  const also = spec.type.type === 'series' ? spec.type.also : undefined
  if (key.sort === 'word' && also?.includes(key.text) === true) {
    return constantNode(key, SERIES_TYPE, key.text)
  }
  return compileAs(compiler, scope, key, typeOfField(spec.type))
}

/** Before a dot, a version or a function of the business stands by its bare name. */
function ownerOf(compiler: Compiler, scope: Scope, callee: Field): Node {
  const { of } = callee
  if (of.sort === 'word' && !scope.has(of.text)) {
    if (VERSION_NAMES.includes(of.text)) return constantNode(of, VERSION, of.text)
    const version = namedNode(compiler, of, of.text, factOf(...VERSION_KINDS))
    if (version !== undefined) return version
  }
  return namedOwner(compiler, scope, callee)
}

function policyCall(compiler: Compiler, scope: Scope, node: Call, name: string): Node {
  const [family] = node.arguments
  if (family === undefined || node.arguments.length > 1) {
    return wrongCount(compiler, node, name, `${name}(f)`)
  }
  const about = compileAs(compiler, scope, family, factOf('family'))
  return policyNode(compiler, node, name, about) ?? wrong(node)
}

function countFits(node: Call, least: number, most: number): boolean {
  return node.arguments.length >= least && node.arguments.length <= most
}

function wrongCount(compiler: Compiler, node: Call, name: string, signature: string): Node {
  const count = node.arguments.length
  return wrongBecause(
    compiler,
    node,
    report('wrong-arguments', node.span, {
      name,
      wanted: `\`${signature}\``,
      found: countWords(count),
    }),
  )
}

function unknownFunction(compiler: Compiler, node: Call, name: string) {
  const names = [
    ...FUNCTION_NAMES,
    ...SERIES_NAMES,
    ...compiler.defines.keys(),
    ...compiler.policies.keys(),
  ]
  return report(
    'unknown-function',
    node.callee.span,
    { name },
    meant(node.callee.span, closest(name, names)),
  )
}
