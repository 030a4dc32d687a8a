// Where the readers of numbers and of foreign operators put what they read.

import type { TokenType } from 'chevrotain'
import type { Problems } from './problems.ts'
import type { Token } from './tokens.ts'

/** A line while it is cut into tokens. */
export interface TokenSink {
  readonly problems: Problems
  /** The source's text, or a repaired part of it. */
  readonly text: string
  /** Where `text` begins in the source. */
  readonly base: number
  /** How many parentheses are open. */
  readonly depth: number
  /** What was read so far. */
  readonly tokens: readonly Token[]
  /** Something could not be read: a value that has it is unknown. */
  damaged: boolean
  /** An unknown sign was reported: the second on a line is of the same making. */
  unknown: boolean
  push(type: TokenType, start: number, end: number, image: string): void
}
