/** Calls of defined functions: the body is written out at the call, so that units fit each use. */

import type { Binder, Define, Expression } from '../../grammar/tree.ts'
import { compareSpans } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import type { Compiler } from './compiler.ts'
import {
  compile,
  compileAs,
  meant,
  newSlot,
  problem,
  report,
  wrong,
  wrongBecause,
} from './compiler.ts'
import { kindNames, kindType } from './kinds.ts'
import { isFree, signatureOf } from './names.ts'
import type { Node, Variable } from './node.ts'
import { whyUnknown } from './node.ts'
import { EMPTY_SCOPE, type Scope } from './scope.ts'
import { sharedCall } from './shared-call.ts'
import { WRONG } from './type.ts'
import { tooMuchAhead } from './too-much.ts'
import { countWords } from './type-words.ts'

type Call = Extract<Expression, { sort: 'call' }>

export function defineCall(compiler: Compiler, scope: Scope, node: Call, define: Define): Node {
  const name = define.name.text
  if (define.body === undefined) {
    compiler.program.broken = true
    return wrong(node)
  }
  if (compiler.within.includes(define)) return circle(compiler, node, define)
  const { parameters } = define
  if (parameters.length !== node.arguments.length) {
    const wanted = `\`${signatureOf(name, parameters)}\``
    const values = { name, wanted, found: countWords(node.arguments.length) }
    return wrongBecause(compiler, node, report('wrong-arguments', node.span, values))
  }
  const values = parameters.map((parameter, index) => {
    const argument = node.arguments[index] as Expression
    return compileAs(compiler, scope, argument, kindType(parameter.kind.text) ?? WRONG)
  })
  const ahead = tooMuchAhead(compiler, node, define)
  if (ahead !== undefined) return ahead
  const writeOut = (): Node => {
    const bound = bindParameters(compiler, parameters, values)
    const inner = { ...compiler, within: [...compiler.within, define] }
    const body = compile(inner, bound.scope, define.body as Expression)
    return writtenOut(compiler, node, body, values, bound.slots)
  }
  return sharedCall(compiler, define, values, node, writeOut) ?? writeOut()
}

/** One report a circle, wherever it was entered: at the define of it that stands first. */
function circle(compiler: Compiler, node: Call, define: Define): Node {
  const ring = compiler.within.slice(compiler.within.indexOf(define))
  const first = ring.reduce((a, b) => (compareSpans(b.span, a.span) < 0 ? b : a))
  const at = ring.indexOf(first)
  const names = [...ring.slice(at), ...ring.slice(0, at), first].map((each) => each.name.text)
  const values = { name: first.name.text, circle: names.join(' → ') }
  return wrongBecause(compiler, node, report('define-in-circle', first.name.span, values))
}

/** The call as a node: its arguments go into slots, then its body runs. */
function writtenOut(
  compiler: Compiler,
  node: Call,
  body: Node,
  values: readonly Node[],
  targets: readonly (number | undefined)[],
): Node {
  const { slots } = compiler.program
  const stored = values.flatMap((value, index) => {
    const slot = targets[index]
    return slot === undefined ? [] : [{ slot, run: value.run }]
  })
  const { run } = body
  const fill = () => {
    for (const each of stored) slots[each.slot] = each.run()
  }
  const { unread } = body
  return {
    type: body.type,
    run:
      stored.length === 0
        ? run
        : () => {
            fill()
            return run()
          },
    expression: node,
    parts: [...values, body],
    why: () => {
      fill()
      return whyUnknown(body)
    },
    ...(unread === undefined
      ? {}
      : {
          unread: () => {
            fill()
            return unread()
          },
        }),
    unusable: body.unusable,
    idle: body.idle,
    ...(body.path === undefined ? {} : { path: body.path }),
  }
}

/** Variables and constants are used as they are; anything else is evaluated once, into a slot. */
function bindParameters(
  compiler: Compiler,
  parameters: readonly Binder[],
  values: readonly Node[],
): { scope: Scope; slots: readonly (number | undefined)[] } {
  let scope = EMPTY_SCOPE
  const slots = parameters.map((parameter, index) => {
    const value = values[index] ?? wrong(parameter.domain as Expression)
    const direct = value.variable !== undefined || value.constant !== undefined
    const slot = direct ? undefined : newSlot(compiler)
    const variable: Variable = {
      name: parameter.name.text,
      type: value.type,
      slot: slot ?? -1,
      depth: value.variable?.depth ?? 0,
      span: parameter.name.span,
      path:
        value.path ??
        value.variable?.path ??
        `${parameter.name.text}@${compiler.program.slots.length}`,
      parentPath: value.parentPath,
      ...(direct ? { value } : { given: value }),
    }
    scope = scope.with(variable)
    return slot
  })
  return { scope, slots }
}

/** Types a define by itself, so that a mistake shows even where nothing calls it. */
export function checkDefine(compiler: Compiler, define: Define): void {
  if (define.body === undefined) return
  let scope = EMPTY_SCOPE
  for (const { kind, name } of define.parameters) {
    const type = kindType(kind.text)
    if (type === undefined) {
      const near = closest(kind.text, kindNames())
      const extras = meant(kind.span, near)
      problem(compiler, report('unknown-kind', kind.span, { kind: kind.text }, extras))
    }
    const free = isFree(compiler, scope, name)
    const slot = newSlot(compiler)
    scope = scope.with({
      name: name.text,
      type: free ? (type ?? WRONG) : WRONG,
      slot,
      depth: 0,
      span: name.span,
      path: `${name.text}#${slot}`,
    })
  }
  compile({ ...compiler, within: [define] }, scope, define.body)
}
