/** Requests of our own: the ten principles at a glance, and the page of a number. */

import { ProtocolRequestType } from 'vscode-languageserver'

import { textIn } from '../src/facts/fact.ts'
import { scorecard } from '../src/report/scorecard.ts'
import { cellIn } from '../src/service/cells.ts'
import { placeAt } from '../src/service/place.ts'
import { handle, type Handler, placeOf } from './handler.ts'
import { numberPageOf } from './number-page.ts'
import {
  NUMBER_PAGE,
  type NumberPageParams,
  PRINCIPLES,
  type PrincipleState,
  type PrinciplesOf,
} from './requests.ts'
import type { Root } from './root.ts'

type Request<Params, Result> = ProtocolRequestType<Params, Result, never, void, void>
const principlesRequest: Request<
  Readonly<Record<string, never>>,
  readonly PrinciplesOf[]
> = new ProtocolRequestType(PRINCIPLES)
const numberRequest: Request<NumberPageParams, string | null> = new ProtocolRequestType(NUMBER_PAGE)

export const concordHandlers: readonly Handler[] = [
  handle(principlesRequest, ({ session }) => session.all().map(principlesOf)),
  handle(numberRequest, (desk, params) => {
    const at = placeOf(desk, params)
    const place = at && placeAt(at.snapshot, at.path, at.offset)
    const cell = at && place && cellIn(at.snapshot, place)
    return at === undefined || cell === undefined ? null : numberPageOf(at.root, cell)
  }),
]

function principlesOf({ path, snapshot }: Root): PrinciplesOf {
  const { review } = snapshot
  const [business] = review.facts.of('business')
  const title = business === undefined ? undefined : (textIn(business, 'title') ?? business.name)
  return {
    title: title ?? path.slice(path.lastIndexOf('/') + 1),
    cycle: review.model.cycle?.name,
    principles: scorecard(review).flatMap((score): readonly PrincipleState[] => {
      const { number, name, held, broken, todo, unjudged, why } = score
      return number === undefined ? [] : [{ number, name, held, broken, todo, unjudged, why }]
    }),
  }
}
