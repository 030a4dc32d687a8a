// What was parsed before and is put together when it is asked for: of many rules a plan needs little.

import type { Source, Span } from '../src/base/source.ts'
import { LeanWord } from './lean-nodes.ts'
import type { Binder, Define, Expression, Word } from './tree.ts'

/** What a line of a rule says behind its first word. */
interface LateParts {
  readonly binders?: readonly Binder[]
  readonly name?: Word
  readonly target?: Expression
  readonly value?: Expression
}

/** A tree of which parts are still to be made. */
export interface PackedParts {
  readonly source: Source
  /** Makes the part that is packed at an offset; places in it are told from another place on. */
  readonly make: (at: number, from: number) => unknown
}

/** Where a part is packed, and what of it is known without making it. */
export interface LatePlace {
  readonly tree: PackedParts
  readonly start: number
  readonly end: number
  readonly at: number
}

/** Its own span; its parts are made when the first of them is asked for. */
export class LateLine {
  readonly sort: string
  readonly start: number
  readonly end: number
  private readonly tree: PackedParts
  private readonly at: number
  /** The name of a line that says nothing else, or gives a name to what it says. */
  private readonly word: string | undefined
  private readonly wordStart: number
  private made: LateParts | undefined

  constructor(
    sort: string,
    { tree, start, end, at }: LatePlace,
    word: string | undefined,
    wordStart: number,
  ) {
    this.sort = sort
    this.start = start
    this.end = end
    this.tree = tree
    this.at = at
    this.word = word
    this.wordStart = wordStart
    this.made = undefined
  }

  get source(): Source {
    return this.tree.source
  }

  get span(): Span {
    return this
  }

  get name(): LateParts['name'] {
    const { word } = this
    return word === undefined ? undefined : new LeanWord(word, this.source, this.wordStart)
  }

  get binders(): LateParts['binders'] {
    return this.parts().binders
  }

  get target(): LateParts['target'] {
    return this.parts().target
  }

  get value(): LateParts['value'] {
    return this.parts().value
  }

  private parts(): LateParts {
    this.made ??= this.tree.make(this.at, this.start) as LateParts
    return this.made
  }
}

/** Its own span; its body is made when it is asked for. */
export class LateDefine implements Define {
  readonly name: Word
  readonly parameters: readonly Binder[]
  readonly start: number
  readonly end: number
  private readonly tree: PackedParts
  private readonly at: number
  private made: Expression | undefined

  constructor(name: Word, parameters: readonly Binder[], { tree, start, end, at }: LatePlace) {
    this.name = name
    this.parameters = parameters
    this.start = start
    this.end = end
    this.tree = tree
    this.at = at
    this.made = undefined
  }

  get source(): Source {
    return this.tree.source
  }

  get span(): Span {
    return this
  }

  get body(): Expression {
    this.made ??= this.tree.make(this.at, this.start) as Expression
    return this.made
  }
}
