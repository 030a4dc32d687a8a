/** Requests of our own: the ten principles at a glance, pages, and the roll to the next cycle. */

import { ProtocolRequestType } from 'vscode-languageserver'

import { textIn } from '../src/facts/fact.ts'
import { scorecard } from '../src/report/scorecard.ts'
import { cellIn } from '../src/service/cells.ts'
import { placeAt } from '../src/service/place.ts'
import { comparisonPageOf } from './comparison-page.ts'
import { type Desk, handle, type Handler, placeOf } from './handler.ts'
import { numberPageOf } from './number-page.ts'
import {
  COMPARISON_PAGE,
  NUMBER_PAGE,
  type NumberPageParams,
  PRINCIPLES,
  type PrincipleState,
  type PrinciplesOf,
  type RefusedRoll,
  ROLL,
  type RolledCycle,
  type WorkspaceParams,
} from './requests.ts'
import { rolledCycle } from './rolled-cycle.ts'
import type { Root } from './root.ts'

type Request<Params, Result> = ProtocolRequestType<Params, Result, never, void, void>
const principlesRequest: Request<
  Readonly<Record<string, never>>,
  readonly PrinciplesOf[]
> = new ProtocolRequestType(PRINCIPLES)
const numberRequest: Request<NumberPageParams, string | null> = new ProtocolRequestType(NUMBER_PAGE)
const comparisonRequest: Request<WorkspaceParams, string | null> = new ProtocolRequestType(
  COMPARISON_PAGE,
)
const rollRequest: Request<WorkspaceParams, RolledCycle | RefusedRoll> = new ProtocolRequestType(
  ROLL,
)

export const concordHandlers: readonly Handler[] = [
  handle(principlesRequest, ({ session }) => session.all().map(principlesOf)),
  handle(numberRequest, (desk, params) => {
    const at = placeOf(desk, params)
    const place = at && placeAt(at.snapshot, at.path, at.offset)
    const cell = at && place && cellIn(at.snapshot, place)
    return at === undefined || cell === undefined ? null : numberPageOf(at.root, cell)
  }),
  handle(comparisonRequest, (desk, params) => {
    const root = rootOf(desk, params)
    return root === undefined ? null : comparisonPageOf(root)
  }),
  handle(rollRequest, (desk, params) => {
    const root = rootOf(desk, params)
    if (root !== undefined) return rolledCycle(desk, root)
    return { refused: 'No plan is open.', help: 'Open the folder of a plan.' }
  }),
]

function rootOf({ session }: Desk, { textDocument }: WorkspaceParams): Root | undefined {
  // Anybody may ask: what names no document names no workspace, and the first is meant.
  const uri: unknown = textDocument?.uri
  const located = typeof uri === 'string' ? session.locate(uri) : undefined
  return located?.root ?? session.all()[0]
}

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
