/** What stands behind `in` of a binder: a list, the block of a statement, what a statement names. */

import { listMonths } from '../base/month-set.ts'
import type { MonthSet } from '../base/month.ts'
import type { Binder, Expression } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import type { FieldSpec } from '../vocabulary/spec.ts'
import { kindSpec } from '../vocabulary/vocabulary.ts'
import { equality, membership } from './arithmetic.ts'
import { computedKinds, computedWithin } from './computed-kinds.ts'
import type { Compiler } from './compiler.ts'
import { compile, inWords, problem, report, wrongType } from './compiler.ts'
import { wordsOfFact } from './fact-words.ts'
import { fieldsOf, parentKind } from './kind-fields.ts'
import { isPlainKind } from './kinds.ts'
import type { Missing, Node, Variable } from './node.ts'
import { because } from './node.ts'
import type { Scope } from './scope.ts'
import { compatible, factOf, setOf, type Type } from './type.ts'
import type { Known, Value } from './value.ts'

/** What `in` says: what a binder runs over, or a condition that an index can serve. */
interface Domain {
  /** Undefined where it is unknown. */
  readonly values?: () => readonly Known[] | undefined
  readonly condition?: Node
  /** Why there may be more than these: some of it could not be read. */
  readonly more?: () => Missing | undefined
}

const NOTHING: Domain = { values: () => [] }

/** A bare name after `in` is that of a fact to which such facts belong. */
export function expectedOf(kind: string, wanted: Type, domain: Expression): Type | undefined {
  if (wanted.is === 'wrong') return undefined
  const bare = domain.sort === 'word' || domain.sort === 'text'
  return bare && wanted.is === 'fact' ? factOf(...ownersOf(kind), kind) : setOf(wanted)
}

/** The kinds in whose blocks a kind stands, or whose facts its statements name. */
function ownersOf(kind: string): readonly string[] {
  const spec = kindSpec(kind)
  const parent = parentKind(kind) ?? computedKinds.get(kind)?.of
  const named = spec === undefined ? [] : fieldsOf(spec)
  return [
    ...(parent === undefined ? [] : [parent]),
    ...named.flatMap(({ type }) => (type.type === 'fact' ? type.kinds : [])),
  ]
}

/** What `in` says; undefined where a binder runs over all facts of its kind. */
export function domainOf(
  compiler: Compiler,
  inner: Scope,
  binder: Binder,
  { type }: Variable,
  domain: Node | undefined,
): Domain | undefined {
  if (domain === undefined) return isPlainKind(binder.kind.text) ? NOTHING : undefined
  if (domain.type.is === 'wrong' || type.is === 'wrong') return NOTHING
  if (domain.type.is === 'fact') {
    const parts = partsOf(compiler, inner, binder, domain)
    if (parts !== undefined) return parts
  }
  const { run } = domain
  // One value stands for the list of it: parentheses around one leave no list.
  if (compatible(domain.type, type)) return { values: () => asList(run()) }
  if (domain.type.is === 'fact') {
    const values = { kind: binder.kind.text, domain: inWords(compiler, domain.type) }
    problem(compiler, report('kind-not-in', domain.expression.span, values))
    return NOTHING
  }
  if (domain.type.is !== 'set' || !compatible(domain.type.of, type)) {
    wrongType(compiler, domain, inWords(compiler, setOf(type)))
    return NOTHING
  }
  if (type.is !== 'month') return { values: () => run() as readonly Known[] | undefined }
  return {
    values: () => {
      const months = run() as MonthSet | undefined
      return months === undefined ? undefined : monthsOf(months)
    },
  }
}

function asList(value: Value): readonly Known[] | undefined {
  return value === undefined ? undefined : [value]
}

const monthLists = new WeakMap<MonthSet, readonly Known[]>()

function monthsOf(set: MonthSet): readonly Known[] {
  let list = monthLists.get(set)
  if (list === undefined) {
    list = listMonths(set)
    monthLists.set(set, list)
  }
  return list
}

/** `meeting m in c`: the lines of its block; `plan p in cycle`: the statements that name it. */
function partsOf(
  compiler: Compiler,
  inner: Scope,
  binder: Binder,
  domain: Node,
): Domain | undefined {
  const kind = binder.kind.text
  const owners = domain.type.is === 'fact' ? domain.type.kinds : []
  const run = domain.run as () => Fact | undefined
  if (owners.some((owner) => kindSpec(owner)?.lines?.some((line) => line.kind === kind))) {
    return { values: () => linesOf(run(), kind), more: () => unread(run()) }
  }
  const computed = computedKinds.get(kind)
  if (computed?.of !== undefined && owners.includes(computed.of)) {
    return {
      values: () => {
        const owner = run()
        return owner && computedWithin(computed, compiler.model, owner)
      },
    }
  }
  const field = fieldNaming(kind, owners)
  return field && { condition: naming(compiler, inner, binder, field, domain) }
}

function linesOf(fact: Fact | undefined, kind: string): readonly Fact[] | undefined {
  return fact === undefined ? undefined : (fact.lines.get(kind) ?? [])
}

/** Lines of a block that could not be read may be more of what is looked for. */
function unread(fact: Fact | undefined): Missing | undefined {
  return fact?.damaged === true ? because(`all lines of ${wordsOfFact(fact)}`) : undefined
}

/** `plan p in cycle` is `plan p where p.cycle = cycle`, so that an index serves it, too. */
function naming(
  compiler: Compiler,
  inner: Scope,
  { name, domain: written }: Binder,
  { field, list }: FieldSpec,
  domain: Node,
): Node {
  const right = written as Expression
  const { span } = right
  const of = { sort: 'word', text: name.text, span } as const
  const left = { sort: 'field', of, field: { text: field, span }, span } as const
  const node = orNobody(compile(compiler, inner, left), list === true ? [] : false)
  if (list !== true) {
    const equals = { sort: 'binary', operator: '=', left, right, span } as const
    return equality(compiler, equals, node, domain)
  }
  const contains = { sort: 'binary', operator: 'in', left: right, right: left, span } as const
  return membership(contains, domain, node)
}

/** A statement that leaves the field out belongs to nobody; one that cannot be read, perhaps. */
function orNobody(node: Node, nobody: Known): Node {
  const { parts, indexed } = node
  const absent = (fact: Fact | undefined) =>
    fact === undefined || fact.damaged ? undefined : nobody
  return {
    ...node,
    run: () => node.run() ?? absent(parts[0]?.run() as Fact | undefined),
    ...(indexed === undefined
      ? {}
      : {
          indexed: {
            ...indexed,
            key: `in ${indexed.key}`,
            read: (fact: Fact) => indexed.read(fact) ?? absent(fact),
          },
        }),
  }
}

/** The first field of a kind that names a fact of one of the owners' kinds. */
function fieldNaming(kind: string, owners: readonly string[]): FieldSpec | undefined {
  const spec = kindSpec(kind)
  if (spec === undefined) return undefined
  return fieldsOf(spec).find(
    ({ type }) => type.type === 'fact' && type.kinds.some((named) => owners.includes(named)),
  )
}
