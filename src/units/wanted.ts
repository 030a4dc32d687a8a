/** Reports an amount in a unit that nothing connects to the unit it is wanted in. */

import type { Span } from '../base/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportUnits } from '../diagnostics/units.ts'
import type { Fact } from '../facts/fact.ts'
import type { UnitLiteral } from '../../grammar/tree.ts'
import type { Units } from './units.ts'

export interface Wanted {
  /** What has the amount, as the message begins: `the price of pumps`. */
  readonly what: string
  readonly unit: UnitLiteral | undefined
  /** Undefined where it is not known: then nothing is reported. */
  readonly wanted: string | undefined
  readonly family: Fact | undefined
  readonly span: Span
}

export function missingConversion(units: Units, asked: Wanted): readonly Diagnostic[] {
  const { unit, wanted, what, span } = asked
  if (unit === undefined || wanted === undefined) return []
  if (unit.per !== undefined) {
    return [reportUnits('number-needs-unit', span, { what, example: wanted })]
  }
  return notConnected(units, {
    what,
    from: unit.name.text,
    to: wanted,
    family: asked.family,
    written: `in ${unit.name.text}`,
    span,
  })
}

export interface Connection {
  readonly what: string
  readonly from: string
  readonly to: string
  readonly family: Fact | undefined
  /** How the unit stands there: `in kg`, `per kg`. */
  readonly written: string
  readonly span: Span
}

/** Nothing where the two are connected, or one is unknown, which is another message. */
export function notConnected(units: Units, asked: Connection): readonly Diagnostic[] {
  const { from, to, family, what, written, span } = asked
  if (!units.has(from) || !units.has(to) || units.connected(from, to, family)) return []
  return [
    reportUnits('no-conversion', span, {
      what,
      written,
      from: to,
      to: from,
      mend: mend(units, asked),
    }),
  ]
}

function mend(units: Units, { from, to, family }: Connection): string {
  if (units.isCurrency(from)) return `\`currency ${from} = … ${to} from …\``
  const place = family?.name === undefined ? '' : ` in \`conversion ${family.name}\``
  return `\`unit ${to} = … ${from}\`${place}`
}
