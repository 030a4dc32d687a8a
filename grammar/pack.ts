// A tree as one text and back: so that the built-in files are parsed by the build, not at each start.

import type { Source, Span } from '../src/base/source.ts'
import { spelledOut } from './spelled-out.ts'
import { keepTemplates, parseTemplate } from './template.ts'
import type { Name, Statement, Template, Tree } from './tree.ts'

type Json = string | number | boolean | null | readonly Json[]

/** A tree without its source: nodes as lists, which are shorter and sooner read than objects. */
interface PackedTree {
  /** The keys of the nodes; a node is a list of the number of its keys and of their values. */
  readonly shapes: readonly (readonly string[])[]
  readonly statements: Json
  /** The texts with holes, by their offsets. */
  readonly templates: Readonly<Record<number, Json>>
}

/** The shape of a list. */
const LIST = -1
const SPAN = 'span'

/** A tree as JSON. The tree must be free of problems and tables. */
export function packTree(tree: Tree): string {
  if (tree.problems.length > 0) throw new Error(`${tree.source.path} has problems`)
  return JSON.stringify(new Packer().pack(tree.statements))
}

class Packer {
  private readonly shapes: (readonly string[])[] = []
  private readonly shapeByKeys = new Map<string, number>()
  private readonly templates: Record<number, Json> = {}

  pack(statements: readonly Statement[]): PackedTree {
    return { statements: this.value(statements), templates: this.templates, shapes: this.shapes }
  }

  private value(value: unknown): Json {
    if (Array.isArray(value)) return [LIST, ...value.map((each) => this.value(each))]
    if (typeof value === 'object' && value !== null) return this.node(value)
    return (value ?? null) as Json
  }

  private node(node: object): Json {
    if (node instanceof Map || ArrayBuffer.isView(node)) throw new Error('a table in a packed tree')
    if (isName(node) && node.quoted) this.keepTemplate(node)
    const said = Object.entries(spelledOut(node)).filter(([, value]) => value !== undefined)
    const values = said.map(([key, value]) => (key === SPAN ? spanOf(value) : this.value(value)))
    return [this.shapeOf(said.map(([key]) => key)), ...values]
  }

  private keepTemplate(name: Name): void {
    const { parts, problems } = parseTemplate(name)
    const plain = parts.every((part) => typeof part === 'string')
    if (!plain && problems.length === 0) this.templates[name.span.start] = this.value(parts)
  }

  private shapeOf(keys: readonly string[]): number {
    const word = keys.join()
    let shape = this.shapeByKeys.get(word)
    if (shape === undefined) {
      shape = this.shapes.push(keys) - 1
      this.shapeByKeys.set(word, shape)
    }
    return shape
  }
}

/** The tree that was packed, of a source with the same text. */
export function unpackTree(source: Source, packed: string): Tree {
  const { shapes, statements, templates } = JSON.parse(packed) as PackedTree
  const unpack = (value: Json): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const shape = value[0] as number
    const count = value.length
    if (shape === LIST) {
      const list: unknown[] = []
      for (let at = 1; at < count; at += 1) list.push(unpack(value[at] as Json))
      return list
    }
    const keys = shapes[shape] ?? []
    const node: Record<string, unknown> = {}
    for (let at = 1; at < count; at += 1) {
      const key = keys[at - 1] ?? ''
      const each = value[at] as Json
      node[key] = key === SPAN ? restoredSpan(source, each) : unpack(each)
    }
    return node
  }
  const restored = new Map<number, Template['parts']>()
  keepTemplates(source, (start) => {
    const known = restored.get(start)
    const parts = templates[start]
    if (known !== undefined || parts === undefined) return known
    const made = unpack(parts) as Template['parts']
    restored.set(start, made)
    return made
  })
  return { source, statements: unpack(statements) as Statement[], problems: [] }
}

function isName(value: object): value is Name {
  return 'sort' in value && value.sort === 'name'
}

function spanOf(span: Span): Json {
  return [span.start, span.end]
}

function restoredSpan(source: Source, packed: Json): Span {
  const [start, end] = packed as readonly [number, number]
  return { source, start, end }
}
