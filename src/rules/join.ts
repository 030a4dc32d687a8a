/** Finds the facts that an equality asks for through an index, so that no rule looks at all pairs. */

import type { Fact } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { factsOf } from './facts-of-kind.ts'
import type { Indexed, Node, Variable } from './node.ts'
import { reads } from './node.ts'
import type { Known, Value } from './value.ts'

/** Facts of a kind by the value of one field; those without the field must be looked at always. */
interface FieldIndex {
  readonly byValue: ReadonlyMap<Known, readonly Fact[]>
  readonly without: readonly Fact[]
}

/** A condition that names a fact's field, and what that must be. */
interface Equality extends Indexed {
  readonly other: Node
}

/** By model, or by the facts where they say the field themselves; then by kind and field. */
const indexes = new WeakMap<object, Map<string, Map<string, FieldIndex>>>()

/**
 * The facts that conditions such as `c.by = r` or `f in d.families` can hold for: by that of their
 * indexes which has the fewest. Undefined where no condition is of that form.
 */
export function joinOf(
  compiler: Compiler,
  kind: string,
  variable: Variable,
  conditions: readonly Node[],
): Lookup | undefined {
  const lookups = conditions.flatMap(
    (condition) => lookupOf(compiler, kind, variable, condition) ?? [],
  )
  const [first] = lookups
  return lookups.length < 2 ? first : () => fewest(lookups)
}

function fewest(lookups: readonly Lookup[]): readonly Known[] {
  const lists = lookups.map((each) => each())
  return lists.reduce((least, list) => (list.length < least.length ? list : least))
}

/** How to look up the facts that a condition can hold for; undefined where no index helps. */
function lookupOf(
  compiler: Compiler,
  kind: string,
  variable: Variable,
  condition: Node,
): Lookup | undefined {
  const found = equalityOn(condition, variable)
  if (found !== undefined) return lookup(compiler, kind, found)
  const { expression, parts } = condition
  if (expression.sort !== 'binary' || expression.operator !== 'or') return undefined
  const [left, right] = parts.map((part) => lookupOf(compiler, kind, variable, part))
  if (left === undefined || right === undefined) return undefined
  return () => {
    const [a, b] = [left(), right()]
    if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
    // In their order, each once.
    return factsOf(compiler, kind)
  }
}

type Lookup = () => readonly Known[]

function lookup(compiler: Compiler, kind: string, equality: Equality): Lookup {
  const { run } = equality.other
  return () => {
    const wanted = run()
    // Unknown: every fact's condition is, too, so that each must be seen.
    if (wanted === undefined) return factsOf(compiler, kind)
    const index = indexOf(compiler, kind, equality)
    const found = index.byValue.get(wanted)
    if (found === undefined) return index.without
    return index.without.length === 0 ? found : [...found, ...index.without]
  }
}

/** The field of the variable's fact and the other side, where a condition is an equality on it. */
function equalityOn(condition: Node, variable: Variable): Equality | undefined {
  const { expression } = condition
  if (expression.sort !== 'binary') return undefined
  const [left, right] = condition.parts
  if (left === undefined || right === undefined) return undefined
  if (expression.operator === 'in') {
    const field = fieldOf(right, variable)
    return field === undefined || reads(left, variable) ? undefined : { ...field, other: left }
  }
  if (expression.operator !== '=') return undefined
  const onLeft = fieldOf(left, variable)
  if (onLeft !== undefined && !reads(right, variable)) return { ...onLeft, other: right }
  const onRight = fieldOf(right, variable)
  return onRight === undefined || reads(left, variable) ? undefined : { ...onRight, other: left }
}

/** `c.by`, for a field whose values can be looked up. */
function fieldOf({ expression, parts, indexed }: Node, variable: Variable): Indexed | undefined {
  if (expression.sort !== 'field') return undefined
  return parts[0]?.variable === variable ? indexed : undefined
}

function indexOf(compiler: Compiler, kind: string, { key, read, written }: Equality): FieldIndex {
  const facts = factsOf(compiler, kind)
  const owner = written ? facts : compiler.model
  let ofKinds = indexes.get(owner)
  if (ofKinds === undefined) indexes.set(owner, (ofKinds = new Map()))
  let ofFields = ofKinds.get(kind)
  if (ofFields === undefined) ofKinds.set(kind, (ofFields = new Map()))
  let index = ofFields.get(key)
  if (index === undefined) {
    index = makeIndex(facts, read)
    ofFields.set(key, index)
  }
  return index
}

function makeIndex(facts: readonly Fact[], read: Equality['read']): FieldIndex {
  const byValue = new Map<Known, Fact[]>()
  const without: Fact[] = []
  // Most lists are the one before: that of the columns of a table.
  let latest: Value
  let lists: readonly Fact[][] = []
  facts.forEach((fact) => {
    const value = read(fact)
    if (value === undefined) {
      without.push(fact)
      return
    }
    if (!Array.isArray(value)) {
      addTo(byValue, value, fact)
      return
    }
    if (value !== latest) {
      lists = (value as readonly Known[]).map((each) => listOf(byValue, each))
      latest = value
    }
    for (let at = 0; at < lists.length; at += 1) {
      const list = lists[at]
      if (list !== undefined && list[list.length - 1] !== fact) list.push(fact)
    }
  })
  return { byValue, without }
}

/** Most values are those of one fact: a list of one takes little. */
function addTo(index: Map<Known, Fact[]>, key: Known, fact: Fact): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [fact])
  else list.push(fact)
}

function listOf(index: Map<Known, Fact[]>, key: Known): Fact[] {
  let list = index.get(key)
  if (list === undefined) index.set(key, (list = []))
  return list
}
