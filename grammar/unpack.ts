// A packed tree is made again. What a line of a rule says is made when it is first asked for: of many
// rules a plan needs the first lines alone.

import type { Source, Span } from '../src/base/source.ts'
import { LateLine } from './late-line.ts'
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
import type { Argument, Clause, Entry, PlanLine, Statement, Template, Tree, Value } from './tree.ts'

/** The tree that was packed, of a source with the same text. */
export function unpackTree(source: Source, packed: string): Tree {
  const tree = JSON.parse(packed) as PackedTree
  const restored = new Map<number, Template['parts']>()
  keepTemplates(source, (start) => {
    const known = restored.get(start)
    const code = tree.templates[start]
    if (known !== undefined || code === undefined) return known
    const parts = new Unpacker(source, tree, code, 0, start).value() as Template['parts']
    restored.set(start, parts)
    return parts
  })
  const statements = new Unpacker(source, tree, tree.code, 0, 0).value() as Statement[]
  return { source, statements, problems: [] }
}

class Unpacker {
  private readonly source: Source
  private readonly tree: PackedTree
  private readonly code: string
  private readonly digits: Digits
  private last: number

  constructor(source: Source, tree: PackedTree, code: string, at: number, last: number) {
    this.source = source
    this.tree = tree
    this.code = code
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
        return new QuotedName(source.text.slice(start + 1, end - 1), source, start, end)
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
    const list: unknown[] = []
    for (let more = this.digits.next(); more > 0; more -= 1) list.push(this.value())
    return list
  }

  private node(shape: readonly string[]): object {
    const sort = shape[1]
    const span = shape[0] === SPAN ? this.span() : undefined
    // Of expressions most are of these.
    switch (sort) {
      case 'word':
        return { sort, text: this.value(), span }
      case 'call':
        return { sort, callee: this.value(), arguments: this.value(), span }
      case 'field':
        return { sort, of: this.value(), field: this.value(), span }
      case 'binary':
        return { sort, operator: this.value(), left: this.value(), right: this.value(), span }
      default:
        return this.otherNode(shape, span)
    }
  }

  private otherNode(shape: readonly string[], span: Span | undefined): object {
    const node: Record<string, unknown> = {}
    if (shape[1] !== '') node['sort'] = shape[1]
    if (span !== undefined) node[SPAN] = span
    for (let at = 2; at < shape.length; at += 1) node[shape[at] ?? ''] = this.value()
    return node
  }

  private span(): Span {
    const start = this.start()
    return { source: this.source, start, end: start + this.digits.next() }
  }

  private line(): LateLine {
    const { source, tree, code, digits } = this
    const span = this.span()
    const sort = this.word()
    const length = digits.next()
    const { at } = digits
    digits.at += length
    const make = (): object => new Unpacker(source, tree, code, at, span.start).value() as object
    return new LateLine(sort, span, make)
  }
}

/** What lean nodes keep of a list: none, the only one, or the list. */
function fewOf<Item>(list: Item[]): Item | readonly Item[] | undefined {
  return list.length > 1 ? list : list[0]
}
