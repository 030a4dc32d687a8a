/** Rules that become too much once their functions are written out. */

import type { Define, Expression } from '../../grammar/tree.ts'
import { MOST_NESTING, MOST_STEPS, report, wrong, wrongBecause } from './compiler.ts'
import type { Compiler } from './compiler.ts'
import type { Node } from './node.ts'

/** A rule that is not small by now is looked at ahead: each of many would be written out to the limit. */
const SMALL = { nesting: 20, steps: 2000 }

/** The node of a call that is too much, before it is written out; undefined for all others. */
export function tooMuchAhead(
  compiler: Compiler,
  node: Expression,
  define: Define,
): Node | undefined {
  const { nesting, steps } = compiler.program
  if (nesting < SMALL.nesting && steps < SMALL.steps) return undefined
  const { height, calls } = compiler.extents.of(define)
  if (nesting + height > MOST_NESTING) {
    return tooMuch(compiler, node, 'rule-too-deep', MOST_NESTING)
  }
  return steps + calls > MOST_STEPS
    ? tooMuch(compiler, node, 'rule-too-large', MOST_STEPS)
    : undefined
}

/** Functions that are too much for one rule are so for others, too: that is told once. */
export function tooMuch(
  compiler: Compiler,
  node: Expression,
  code: 'rule-too-large' | 'rule-too-deep',
  limit: number,
): Node {
  const { problems, program, within } = compiler
  // Nothing else of this rule is looked at.
  program.steps = MOST_STEPS + 1
  if (within.length > 0) {
    program.broken = true
    if (problems.seen.has(code)) return wrong(node)
    problems.seen.add(code)
  }
  return wrongBecause(compiler, node, report(code, node.span, { name: program.name, limit }))
}
