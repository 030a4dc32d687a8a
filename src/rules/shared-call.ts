/** Calls of built-in functions that say whether something is so: all built-in rules share one each. */

import type { Define, Expression } from '../../grammar/tree.ts'
import type { Compiler } from './compiler.ts'
import { compile, newProgram, newSlot } from './compiler.ts'
import type { Node } from './node.ts'
import { whyUnknown } from './node.ts'
import { EMPTY_SCOPE, type Scope } from './scope.ts'
import type { SharedBody } from './shared-truths.ts'
import { TRUTH } from './type.ts'
import type { Value } from './value.ts'

/**
 * A truth has no unit, so that it is the same wherever its function is called: it is compiled when
 * the first rule asks for it, and once. Undefined for all other calls, and in a workspace's own
 * rules, where each call is typed by itself. `writeOut` makes a node for this call alone.
 */
export function sharedCall(
  compiler: Compiler,
  define: Define,
  values: readonly Node[],
  expression: Expression,
  writeOut: () => Node,
): Node | undefined {
  const { program, shared } = compiler
  if (program.whole || !define.span.source.builtIn || !shared.isTruth(define)) return undefined
  if (values.some(({ type }) => type.is === 'quantity' || type.is === 'wrong')) return undefined
  let found: SharedBody | undefined
  const body = (): SharedBody =>
    (found ??= shared.body(define, values, () => compileBody(compiler, define, values)))
  // Whoever looks into it, for what it read or for many months at once, has one written out.
  let own: Node | undefined
  const writtenOut = (): Node => (own ??= writeOut())
  return {
    type: TRUTH,
    run: () => runShared(compiler, body(), values),
    expression,
    get parts() {
      return [writtenOut()]
    },
    why: () => whyUnknown(writtenOut()),
    unread: () => writtenOut().unread?.() === true,
    get unusable() {
      return body().node.unusable
    },
    get idle() {
      return body().node.idle
    },
    lane: (lanes) => lanes.of(writtenOut()),
  }
}

/** The steps that it takes are those of the rule that calls it. */
function runShared(
  { program: caller }: Compiler,
  { node, targets, program }: SharedBody,
  values: readonly Node[],
): Value {
  // All of them first: what is given may call the same function.
  const given = values.map(({ run }) => run())
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at]
    if (target !== undefined) program.slots[target] = given[at]
  }
  program.work = caller.work
  const value = node.run()
  caller.work = program.work
  return value
}

function compileBody(compiler: Compiler, define: Define, values: readonly Node[]): SharedBody {
  const program = newProgram(define.name.text, false)
  const own: Compiler = { ...compiler, within: [...compiler.within, define], program }
  let scope: Scope = EMPTY_SCOPE
  const targets = define.parameters.map(({ name: { text: name, span } }, at) => {
    const value = values[at] as Node
    const isWord = typeof value.constant === 'string'
    const target = isWord ? undefined : newSlot(own)
    const path = `${name}#${at}`
    const variable = { name, type: value.type, slot: target ?? -1, depth: 0, span, path }
    scope = scope.with(isWord ? { ...variable, value } : variable)
    return target
  })
  return { node: compile(own, scope, define.body as Expression), targets, program }
}
