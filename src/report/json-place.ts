/** A place as programs read it. */

import { positionOf, type Span } from '../base/source.ts'

/** Lines and columns from 1, offsets from 0; columns and offsets count UTF-16 units. */
export function jsonPlace(span: Span) {
  const { source, start, end } = span
  return {
    path: source.path,
    builtIn: source.builtIn,
    start: { ...positionOf(source, start), offset: start },
    end: { ...positionOf(source, end), offset: end },
  }
}
