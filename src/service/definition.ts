/** Where a name is declared. */

import type { Span } from '../base/source.ts'
import { mentionAt } from './mentions.ts'
import type { Snapshot } from './snapshot.ts'

export interface Definition {
  /** The name that was asked about. */
  readonly origin: Span
  /** The name where it is declared. */
  readonly name: Span
  /** The whole declaration. */
  readonly whole: Span
}

export function definition(
  snapshot: Snapshot,
  path: string,
  offset: number,
): Definition | undefined {
  const mention = mentionAt(snapshot, path, offset)
  if (mention === undefined) return undefined
  const { declaration, fact } = mention.target
  const whole = fact?.statement?.span ?? declaration
  return { origin: mention.span, name: declaration, whole }
}
