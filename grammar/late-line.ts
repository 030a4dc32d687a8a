// What was parsed before and is put together when it is asked for: of many rules a plan needs little.

import type { Source, Span } from '../src/base/source.ts'
import { LeanWord } from './lean-nodes.ts'
import type { Binder, Define, Expression, Word } from './tree.ts'

/** What a line of a rule says behind its first word. */
interface LateParts {
  readonly binders?: readonly Binder[]
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

/** Its own span; what it says is made when it is first asked for. */
abstract class LatePart<Made> {
  readonly start: number
  readonly end: number
  private readonly tree: PackedParts
  private readonly at: number
  private made: Made | undefined

  constructor({ tree, start, end, at }: LatePlace) {
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

  protected make(): Made {
    this.made ??= this.tree.make(this.at, this.start) as Made
    return this.made
  }
}

export class LateLine extends LatePart<LateParts> {
  readonly sort: string
  /** The name of a line that says nothing else, or gives a name to what it says. */
  private readonly word: string | undefined
  private readonly wordStart: number

  constructor(sort: string, place: LatePlace, word: string | undefined, wordStart: number) {
    super(place)
    this.sort = sort
    this.word = word
    this.wordStart = wordStart
  }

  get name(): Word | undefined {
    const { word } = this
    return word === undefined ? undefined : new LeanWord(word, this.source, this.wordStart)
  }

  get binders(): LateParts['binders'] {
    return this.make().binders
  }

  get target(): LateParts['target'] {
    return this.make().target
  }

  get value(): LateParts['value'] {
    return this.make().value
  }
}

/** Its name and parameters are there; its body is late. */
export class LateDefine extends LatePart<Expression> implements Define {
  readonly name: Word
  readonly parameters: readonly Binder[]

  constructor(name: Word, parameters: readonly Binder[], place: LatePlace) {
    super(place)
    this.name = name
    this.parameters = parameters
  }

  get body(): Expression {
    return this.make()
  }
}
