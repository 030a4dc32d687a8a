/** Functions that look at how something is known: the only ones that see the unknown. */

import type { Expression } from '../../../grammar/tree.ts'
import { addressOf, cellNode, statedReader } from '../cell-node.ts'
import { unreadableIn } from '../../model/column.ts'
import type { Compiler } from '../compiler.ts'
import { wrong, wrongBecause, wrongType } from '../compiler.ts'
import { mayStand } from '../doubt.ts'
import type { CellNodes, MakeLane, Node } from '../node.ts'
import { readMarks } from '../lane-loops.ts'
import { columnLane, knownLane } from '../lanes.ts'
import { whyUnknown } from '../node.ts'
import { compatible, factOf, joined, MONTH, SERIES_TYPE, TRUTH, VERSION } from '../type.ts'
import { unlike } from '../unlike.ts'
import type { FunctionSpec } from './spec.ts'

type Build = FunctionSpec['build']

const firstKnown: Build = (compiler, expression, given) => {
  const [first] = given
  if (first === undefined) return wrong(expression)
  let { type } = first
  for (const node of given) {
    if (!compatible(type, node.type)) {
      return wrongBecause(compiler, expression, unlike(compiler, expression, first, node))
    }
    type = joined(type, node.type)
  }
  const [a, b] = given.map((node) => node.run)
  return {
    type,
    run:
      given.length === 2 && a !== undefined && b !== undefined
        ? () => a() ?? b()
        : () => {
            for (const node of given) {
              const value = node.run()
              if (value !== undefined) return value
            }
            return undefined
          },
    expression,
    parts: given,
    why: () => whyUnknown(given.find((node) => node.run() === undefined) ?? first),
    unread: () => someLost(compiler, given),
    unusable: given.every((node) => node.unusable !== undefined) ? first.unusable : undefined,
  }
}

/** What `stated` and `since` need: a cell written directly between the parentheses. */
function ofCell(
  type: Node['type'],
  make: (compiler: Compiler, cell: CellNodes) => Node['run'],
  wanted = 'a cell such as `sales(f, t)`',
): Build {
  return (compiler, expression, given) => {
    const [node] = given
    if (node === undefined || node.type.is === 'wrong') return wrong(expression)
    if (node.cell === undefined) return wrongType(compiler, node, wanted)
    const { cell } = node
    const parts = [cell.version, cell.series, cell.subject, cell.month]
    const unread = lostIn(compiler, node)
    return { type, run: make(compiler, cell), expression, parts, unread, unusable: node.unusable }
  }
}

const statedCell = ofCell(TRUTH, statedReader, 'a cell such as `sales(f, t)` or a field')

/** A field is stated where somebody wrote it; what cannot be read is neither here nor absent. */
const stated: Build = (compiler, expression, given) => {
  const [node] = given
  const why = () => node?.leaf?.missing()
  if (node?.written === undefined) {
    // Where something could not be read, what nobody states may be stated there.
    const { complete } = compiler.model.facts
    const lane: MakeLane = (lanes) =>
      complete ? node?.cell && columnLane(lanes, node.cell, readMarks) : undefined
    return { ...statedCell(compiler, expression, given), why, lane }
  }
  return { type: TRUTH, run: node.written, expression, parts: given, why, unusable: node.unusable }
}

/** What is unknown, and may stand where it could not be read: a field, a cell, a price. */
function lostIn(compiler: Compiler, node: Node | undefined): () => boolean {
  const { model } = compiler
  if (node?.unread !== undefined) return node.unread
  const cell = node?.cell
  if (cell === undefined) {
    // What has no number because its operands have none is lost as they are. Of anything else that is
    // worked out nobody can say on which statement it rests.
    const operands = node?.expression.sort === 'binary' ? node.parts : undefined
    return () => (operands === undefined ? !model.facts.complete : someLost(compiler, operands))
  }
  return () => {
    const at = addressOf(cell)
    if (at === undefined) {
      return someLost(compiler, [cell.version, cell.series, cell.subject, cell.month])
    }
    return (
      mayStand(model.facts, at.subject) ||
      unreadableIn(model.column(at.version, at.series, at.subject), at.month)
    )
  }
}

function someLost(compiler: Compiler, nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.run() === undefined && lostIn(compiler, node)())
}

function cellCall(compiler: Compiler, expression: Expression, given: readonly Node[]): Node {
  const [version, series, subject, month] = given as readonly [Node, Node, Node, Node]
  return cellNode(compiler, expression, { version, series, subject, month })
}

export const knowledgeFunctions: readonly FunctionSpec[] = [
  {
    name: 'cell',
    signature: 'cell(version, series, f, t)',
    doc: 'A cell of any version and series, which variables may name.',
    parameters: [VERSION, SERIES_TYPE, factOf('family', 'business'), MONTH],
    build: cellCall,
  },
  {
    name: 'known',
    signature: 'known(x)',
    doc: 'Whether something is not unknown.',
    parameters: ['any'],
    build: (compiler, expression, given) => {
      const [of] = given
      const run = of?.run ?? (() => undefined)
      const node = { type: TRUTH, expression, parts: given }
      if (of?.unusable === undefined) {
        const lost = lostIn(compiler, of)
        const lane: MakeLane = (lanes) => of && knownLane(lanes, of)
        return { ...node, lane, run: () => run() !== undefined || (lost() ? undefined : false) }
      }
      return { ...node, run: () => false, constant: false, idle: of.unusable }
    },
  },
  {
    name: 'stated',
    signature: 'stated(cell), stated(field)',
    doc: 'Whether somebody wrote it: the number of a cell, rather than that it follows from others; or a field of a statement.',
    parameters: ['any'],
    build: stated,
  },
  {
    name: 'since',
    signature: 'since(cell)',
    doc: 'The first month of the table row that states a cell: a range states many months at once.',
    parameters: ['any'],
    build: ofCell(MONTH, (compiler, cell) => () => {
      const at = addressOf(cell)
      return at === undefined
        ? undefined
        : compiler.model.since(at.version, at.series, at.subject, at.month)
    }),
  },
  {
    name: 'first-known',
    signature: 'first-known(a, b, …)',
    doc: 'The first of its arguments that is known.',
    parameters: ['any'],
    least: 1,
    most: 20,
    build: firstKnown,
  },
]
