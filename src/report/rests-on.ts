/** Which findings of other files rest on a number of the files that somebody asked about. */

import type { CellAddress, Model } from '../model/model.ts'
import type { Finding } from '../rules/finding.ts'

/** Whether a number that a finding's condition read is written in one of the files. */
export function restsOn(
  model: Model,
  { evidence }: Finding,
  isIn: (path: string) => boolean,
): boolean {
  return evidence.some(({ cell, span }) =>
    cell === undefined
      ? span !== undefined && isIn(span.source.path)
      : isWrittenIn(model, cell, isIn, false),
  )
}

/**
 * Of a stock that follows, the flows of its own month and the stock before where that is written: what
 * went into it earlier is a matter of findings of its own.
 */
function isWrittenIn(
  model: Model,
  { version, series, subject, month }: CellAddress,
  isIn: (path: string) => boolean,
  summed: boolean,
): boolean {
  const origin = model.origin(version, series, subject, month)
  switch (origin.from) {
    case 'stated':
    case 'change':
    case 'expression':
      return isIn(origin.span.source.path)
    case 'cell':
    case 'product':
      return isWrittenIn(model, origin.cell, isIn, summed)
    case 'sum':
      return !summed && origin.terms.some(({ cell }) => isWrittenIn(model, cell, isIn, true))
    case 'items':
      return origin.items.some(({ span }) => span !== undefined && isIn(span.source.path))
    case 'nothing':
    case 'default':
      return false
  }
}
