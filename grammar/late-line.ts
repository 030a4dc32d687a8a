// A line of a rule that was parsed before, and is put together when it is asked for.

import type { Source, Span } from '../src/base/source.ts'
import type { Binder, Expression, Word } from './tree.ts'

/** What a line of a rule says behind its first word. */
interface LateParts {
  readonly binders?: readonly Binder[]
  readonly name?: Word
  readonly target?: Expression
  readonly value?: Expression
}

/** Its own span; its parts are made when the first of them is asked for. */
export class LateLine {
  readonly sort: string
  readonly source: Source
  readonly start: number
  readonly end: number
  private readonly make: () => LateParts
  private made: LateParts | undefined

  constructor(sort: string, { source, start, end }: Span, make: () => LateParts) {
    this.sort = sort
    this.source = source
    this.start = start
    this.end = end
    this.make = make
    this.made = undefined
  }

  get span(): Span {
    return this
  }

  get binders(): LateParts['binders'] {
    return this.parts().binders
  }

  get name(): LateParts['name'] {
    return this.parts().name
  }

  get target(): LateParts['target'] {
    return this.parts().target
  }

  get value(): LateParts['value'] {
    return this.parts().value
  }

  private parts(): LateParts {
    this.made ??= this.make()
    return this.made
  }
}
