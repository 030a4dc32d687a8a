// A tree as one text: so that the built-in files are parsed by the build, not at each start.

import type { Span } from '../src/base/source.ts'
import { ruleWords } from './kinds.ts'
import { digitsOf, type PackedTree, SPAN, Tag } from './packed.ts'
import { spelledOut } from './spelled-out.ts'
import { parseTemplate } from './template.ts'
import type { Argument, Name, Tree, Word } from './tree.ts'

/** A tree as JSON. The tree must be free of problems and tables. */
export function packTree(tree: Tree): string {
  if (tree.problems.length > 0) throw new Error(`${tree.source.path} has problems`)
  return ascii(JSON.stringify(new Packer().pack(tree)))
}

/** A text of ASCII alone is kept at a byte a character. */
function ascii(json: string): string {
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return json.replace(/[\u0080-\uffff]/g, escaped)
}

const lineSorts: ReadonlySet<unknown> = new Set(ruleWords)

class Packer {
  private readonly shapes = new Map<string, number>()
  private readonly words = new Map<string, number>()
  private readonly templates: Record<number, string> = {}
  private code = ''
  /** Where the last place began: the next is written as the way from there. */
  private last = 0

  pack({ statements }: Tree): PackedTree {
    this.value(statements)
    const { code, templates } = this
    const shapes = [...this.shapes.keys()].map((keys) => keys.split(' '))
    return { shapes, words: [...this.words.keys()], code, templates }
  }

  private put(...numbers: readonly number[]): void {
    for (const number of numbers) this.code += digitsOf(number)
  }

  private value(value: unknown): void {
    if (value === undefined || value === null) this.put(Tag.nothing)
    else if (typeof value === 'boolean') this.put(value ? Tag.yes : Tag.no)
    else if (typeof value === 'string') this.put(Tag.text, numbered(this.words, value))
    else if (typeof value === 'number') this.whole(value)
    else if (Array.isArray(value)) this.list(value)
    else if (typeof value === 'object') this.node(value)
    else throw new Error(`a ${typeof value} in a packed tree`)
  }

  private whole(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} in a packed tree`)
    this.put(Tag.whole, value)
  }

  private list(values: readonly unknown[]): void {
    this.put(Tag.list, values.length)
    for (const value of values) this.value(value)
  }

  private node(node: object): void {
    if (node instanceof Map || ArrayBuffer.isView(node)) throw new Error('a table in a packed tree')
    if (isName(node) && node.quoted) this.keepTemplate(node)
    const { span, ...rest } = spelledOut(node) as Parts & { readonly span?: Span }
    const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    if (span === undefined || !this.briefly(span, said)) this.shaped(span, said)
  }

  /** Whether it is a node of which there are many: these have a way of their own. */
  private briefly(span: Span, said: Parts): boolean {
    const { sort, ...parts } = said
    const { text, quoted, values } = parts
    const length = span.end - span.start
    if (sort === undefined && text !== undefined && text.length === length) {
      this.begin(Tag.word, span)
      this.put(numbered(this.words, text))
    } else if (sort === 'name' && text === inQuotes(span) && quoted === true) {
      this.begin(Tag.quoted, span)
      this.put(length, numbered(this.words, text))
    } else if (sort === 'name' && text?.length === length && quoted === false) {
      this.begin(Tag.name, span)
      this.put(numbered(this.words, text))
    } else if (values?.length === 1 && sameSpan(values[0]?.span, span)) {
      this.put(Tag.argument)
      this.value(values[0])
    } else if (sort !== undefined && lineSorts.has(sort)) this.line(sort, span, parts)
    else return this.expression(span, said) || this.lean(span, said)
    return true
  }

  /** Whether it is a define, or an expression of which there are many. */
  private expression(span: Span, { sort, ...parts }: Parts): boolean {
    const { text, callee, arguments: given, of, field, operator, left, right, body } = parts
    const length = span.end - span.start
    if (sort === 'word' && text?.length === length) {
      this.begin(Tag.wordExpression, span)
      this.put(numbered(this.words, text))
    } else if (sort === 'call' && given !== undefined) {
      this.begin(Tag.call, span)
      this.put(length)
      this.value(callee)
      this.put(given.length)
      for (const each of given) this.value(each)
    } else if (sort === 'field' && field !== undefined && endsWith(span, field)) {
      this.begin(Tag.field, span)
      this.put(length)
      this.value(of)
      this.put(numbered(this.words, field.text))
    } else if (sort === 'binary' && operator !== undefined) {
      this.begin(Tag.binary, span)
      this.put(length, numbered(this.words, operator))
      this.value(left)
      this.value(right)
    } else if (sort === undefined && parts.parameters !== undefined && body !== undefined) {
      this.begin(Tag.define, span)
      this.put(length)
      this.value(parts.name)
      this.value(parts.parameters)
      const code = this.apart(span, () => this.value(body))
      this.put(code.length)
      this.code += code
    } else return false
    return true
  }

  /** Whether it is a statement or a plan line with nothing uncommon in it. */
  private lean(span: Span, { line, entries, hasBlock, keyword, damaged, ...said }: Parts): boolean {
    const { arguments: given, clauses, ...others } = said
    if ('define' in others || 'value' in others || 'at' in others) return false
    if (hasBlock === true) {
      this.begin(Tag.block, span)
      this.put(span.end - span.start)
      this.value(line)
      this.value(entries)
    } else if (hasBlock === false && sameSpan(line?.span, span)) {
      this.put(Tag.statement)
      this.value(line)
    } else if (keyword?.span.start === span.start && damaged === false) {
      this.begin(Tag.plan, span)
      this.put(span.end - span.start, numbered(this.words, keyword.text))
      this.put(given?.length ?? 0)
      for (const each of given ?? []) this.value(each.values.length === 1 ? each.values[0] : each)
      this.value(clauses)
    } else return false
    return true
  }

  private line(sort: string, span: Span, { name, ...parts }: Parts): void {
    this.begin(Tag.line, span)
    const code = this.apart(span, () => this.shaped(undefined, parts))
    const way = name === undefined ? 0 : name.span.start - span.start
    this.put(span.end - span.start, numbered(this.words, sort))
    this.put(numbered(this.words, name?.text ?? ''), way, code.length)
    this.code += code
  }

  private shaped(span: Span | undefined, { sort, ...parts }: Parts): void {
    const keys = Object.keys(parts)
    const shape = [span === undefined ? '' : SPAN, sort ?? '', ...keys].join(' ')
    const tag = Tag.shape + numbered(this.shapes, shape)
    if (span === undefined) this.put(tag)
    else {
      this.begin(tag, span)
      this.put(span.end - span.start)
    }
    for (const key of keys) this.value(parts[key as keyof typeof parts])
  }

  private begin(tag: number, { start }: Span): void {
    const way = start - this.last
    this.last = start
    this.put(tag, way < 0 ? -2 * way - 1 : 2 * way)
  }

  /** What the work writes, as if it began here. */
  private apart({ start }: Span, work: () => void): string {
    const { code } = this
    this.code = ''
    this.last = start
    work()
    const made = this.code
    this.code = code
    this.last = start
    return made
  }

  private keepTemplate(name: Name): void {
    const { parts, problems } = parseTemplate(name)
    const plain = parts.every((part) => typeof part === 'string')
    if (plain || problems.length > 0) return
    const { last } = this
    this.templates[name.span.start] = this.apart(name.span, () => this.value(parts))
    this.last = last
  }
}

/** What of a node the packer asks for. */
interface Parts {
  readonly sort?: string
  readonly text?: string
  readonly quoted?: boolean
  readonly values?: readonly { readonly span?: Span }[]
  readonly line?: { readonly span: Span }
  readonly entries?: unknown
  readonly hasBlock?: boolean
  readonly keyword?: Word
  readonly damaged?: boolean
  readonly arguments?: readonly Argument[]
  readonly clauses?: unknown
  readonly name?: Word
  readonly parameters?: unknown
  readonly body?: unknown
  readonly callee?: unknown
  readonly of?: unknown
  readonly field?: Word
  readonly operator?: string
  readonly left?: unknown
  readonly right?: unknown
}

function isName(value: object): value is Name {
  return 'sort' in value && value.sort === 'name'
}

function inQuotes({ source, start, end }: Span): string {
  return source.text.slice(start + 1, end - 1)
}

function endsWith({ end }: Span, { text, span }: Word): boolean {
  return span.end === end && span.start === end - text.length
}

function sameSpan(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end
}

/** The number of a key, which it gets when it is first met. */
function numbered(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
