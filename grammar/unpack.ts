// A packed tree is made again. What a line of a rule says is made when it is first asked for: of many
// rules a plan needs the first lines alone.

import type { Source, Span } from '../src/base/source.ts'
import { LateDefine, LateLine, type PackedParts } from './late-line.ts'
import {
  BinaryExpression,
  CallExpression,
  FieldExpression,
  WordExpression,
} from './lean-expressions.ts'
import {
  LeanArgument,
  LeanBlock,
  LeanLine,
  LeanName,
  LeanWord,
  QuotedName,
  statementOf,
} from './lean-nodes.ts'
import { Digits, type PackedTree, SPAN, Tag } from './packed.ts'
import { keepTemplates } from './template.ts'
import type {
  Argument,
  BinaryOperator,
  Binder,
  Clause,
  Entry,
  Expression,
  PlanLine,
  Statement,
  Template,
  Tree,
  Value,
  Word,
} from './tree.ts'

/** The tree that was packed, of a source with the same text. */
export function unpackTree(source: Source, packed: string): Tree {
  const tree = JSON.parse(packed) as PackedTree
  const packedParts: PackedParts = {
    source,
    make: (at, from) => new Unpacker(packedParts, tree, tree.code, at, from).value(),
  }
  const restored = new Map<number, Template['parts']>()
  keepTemplates(source, (start) => {
    const known = restored.get(start)
    const code = tree.templates[start]
    if (known !== undefined || code === undefined) return known
    const parts = new Unpacker(packedParts, tree, code, 0, start).value() as Template['parts']
    restored.set(start, parts)
    return parts
  })
  const statements = packedParts.make(0, 0) as Statement[]
  return { source, statements, problems: [] }
}

class Unpacker {
  private readonly parts: PackedParts
  private readonly source: Source
  private readonly tree: PackedTree
  private readonly digits: Digits
  private last: number

  constructor(parts: PackedParts, tree: PackedTree, code: string, at: number, last: number) {
    this.parts = parts
    this.source = parts.source
    this.tree = tree
    this.digits = new Digits(code, at)
    this.last = last
  }

  value(): unknown {
    const { digits, source } = this
    const tag = digits.next()
    switch (tag) {
      case Tag.nothing:
        return undefined
      case Tag.no:
        return false
      case Tag.yes:
        return true
      case Tag.text:
        return this.word()
      case Tag.whole:
        return digits.next()
      case Tag.list:
        return this.list()
      case Tag.line:
        return this.line()
      case Tag.word: {
        const start = this.start()
        return new LeanWord(this.word(), source, start)
      }
      case Tag.name: {
        const start = this.start()
        const text = this.word()
        return new LeanName(text, source, start)
      }
      case Tag.quoted: {
        const start = this.start()
        const end = start + digits.next()
        return new QuotedName(this.word(), source, start, end)
      }
      case Tag.argument:
        return new LeanArgument(this.value() as Value)
      case Tag.statement:
        return statementOf(this.value() as PlanLine)
      case Tag.block: {
        const { start, end } = this.span()
        const line = this.value() as PlanLine
        return new LeanBlock(line, fewOf(this.value() as Entry[]), undefined, source, start, end)
      }
      case Tag.plan: {
        const { start, end } = this.span()
        const word = this.word()
        const given: Argument[] = []
        for (let more = digits.next(); more > 0; more -= 1) given.push(this.argument())
        const clause = fewOf(this.value() as Clause[])
        return new LeanLine(word, fewOf(given), clause, source, start, end)
      }
      case Tag.define:
        return this.define()
      default:
        return this.expression(tag)
    }
  }

  private expression(tag: number): object {
    const { digits, source } = this
    switch (tag) {
      case Tag.wordExpression: {
        const start = this.start()
        return new WordExpression(this.word(), source, start)
      }
      case Tag.call: {
        const start = this.start()
        const end = start + digits.next()
        const callee = this.value() as Expression
        return new CallExpression(callee, this.list() as Expression[], source, start, end)
      }
      case Tag.field: {
        const start = this.start()
        const end = start + digits.next()
        const of = this.value() as Expression
        return new FieldExpression(of, this.word(), source, start, end)
      }
      case Tag.binary: {
        const start = this.start()
        const end = start + digits.next()
        const operator = this.word() as BinaryOperator
        const left = this.value() as Expression
        return new BinaryExpression(operator, left, this.value() as Expression, source, start, end)
      }
      default:
        return this.node(this.tree.shapes[tag - Tag.shape] ?? [])
    }
  }

  private start(): number {
    const way = this.digits.next()
    this.last += way % 2 === 0 ? way / 2 : -(way + 1) / 2
    return this.last
  }

  private word(): string {
    return this.tree.words[this.digits.next()] ?? ''
  }

  private argument(): Argument {
    const value = this.value() as Argument | Value
    return 'values' in value ? value : new LeanArgument(value)
  }

  private list(): unknown[] {
    const length = this.digits.next()
    // Most have one or two items, for which a list that grows would make room for sixteen.
    if (length === 1) return [this.value()]
    if (length === 2) return [this.value(), this.value()]
    const list: unknown[] = []
    for (let more = length; more > 0; more -= 1) list.push(this.value())
    return list
  }

  private node(shape: readonly string[]): object {
    const node: Record<string, unknown> = {}
    if (shape[1] !== '') node['sort'] = shape[1]
    if (shape[0] === SPAN) node[SPAN] = this.span()
    for (let at = 2; at < shape.length; at += 1) node[shape[at] ?? ''] = this.value()
    return node
  }

  private span(): Span {
    const start = this.start()
    return { source: this.source, start, end: start + this.digits.next() }
  }

  private line(): LateLine {
    const start = this.start()
    const { digits, parts: tree } = this
    const end = start + digits.next()
    const sort = this.word()
    const name = this.word()
    const nameStart = start + digits.next()
    const at = this.behind()
    return new LateLine(sort, { tree, start, end, at }, name === '' ? undefined : name, nameStart)
  }

  private define(): LateDefine {
    const start = this.start()
    const end = start + this.digits.next()
    const name = this.value() as Word
    const parameters = this.value() as Binder[]
    // What is left for later leaves the place where it found it.
    this.last = start
    return new LateDefine(name, parameters, { tree: this.parts, start, end, at: this.behind() })
  }

  /** Where something begins that is left for later: what comes next is behind it. */
  private behind(): number {
    const { digits } = this
    const length = digits.next()
    const { at } = digits
    digits.at += length
    return at
  }
}

/** What lean nodes keep of a list: none, the only one, or the list. */
function fewOf<Item>(list: Item[]): Item | readonly Item[] | undefined {
  return list.length > 1 ? list : list[0]
}
