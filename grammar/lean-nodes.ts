// Nodes of the shortest way through a line. Of these there are very many, so that each is its own
// span, and a single value is not kept in a list.

import type { Source, Span } from '../src/base/source.ts'
import type { Argument, Name, Value, Word } from './tree.ts'

export class LeanWord implements Word {
  readonly text: string
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(text: string, source: Source, start: number) {
    this.text = text
    this.source = source
    this.start = start
    this.end = start + text.length
  }

  get span(): Span {
    return this
  }
}

export class LeanName implements Name {
  readonly sort = 'name'
  readonly text: string
  readonly quoted: boolean
  readonly source: Source
  readonly start: number
  readonly end: number

  constructor(text: string, quoted: boolean, source: Source, start: number, end: number) {
    this.text = text
    this.quoted = quoted
    this.source = source
    this.start = start
    this.end = end
  }

  get span(): Span {
    return this
  }
}

export class LeanArgument implements Argument {
  private readonly value: Value

  constructor(value: Value) {
    this.value = value
  }

  get values(): readonly Value[] {
    return [this.value]
  }

  get span(): Span {
    return this.value.span
  }
}

/** The node with all its parts as properties of its own, for whoever walks over them. */
export function spelledOut(node: object): object {
  if (node instanceof LeanArgument) return { values: node.values, span: plainSpan(node.span) }
  if (!(node instanceof LeanWord) && !(node instanceof LeanName)) return node
  const { source: _, start: __, end: ___, ...said } = node
  return { ...said, span: plainSpan(node) }
}

function plainSpan({ source, start, end }: Span): Span {
  return { source, start, end }
}
