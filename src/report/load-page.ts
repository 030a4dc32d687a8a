/** What the plan needs of a resource in a month, family by family, and what there is of it. */

import { type Exact, printExact } from '../base/exact.ts'
import { type Month, printMonth } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import { code, type Document, GAP, lines, paragraph, strong } from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Model } from '../model/model.ts'

/** `unit` is that of the resource. */
export function loadPage(
  model: Model,
  resource: Fact,
  month: Month,
  unit: string | undefined,
): Document {
  const said = (value: Exact | undefined): string =>
    value === undefined
      ? 'unknown'
      : `${printExact(value, { group: true })}${unit === undefined ? '' : ` ${unit}`}`
  const what = `of ${resource.name ?? ''} ${printMonth(month)}`
  const users = model.usersOf(resource)
  const [first] = users
  return [
    lines([
      [`load ${what} = `, strong(said(model.load(resource, month))), '  the sum of'],
      ...users.map(
        (family, at) =>
          `${at === users.length - 1 ? '└─ ' : '├─ '}${family.name ?? ''} ${said(model.loadOf(family, resource, month))}`,
      ),
      [`available ${what} = `, strong(said(model.available(resource, month)))],
      [`overtime ${what} = `, strong(said(model.overtime(resource, month)))],
    ]),
    GAP,
    paragraph(`It is declared at ${placeOf(resource.span)}.`),
    ...(first === undefined
      ? []
      : [
          paragraph([
            'The plan that it follows from: ',
            code(`concord explain operations ${first.name ?? ''} ${printMonth(month)}`),
          ]),
        ]),
  ]
}
