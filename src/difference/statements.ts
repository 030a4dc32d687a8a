/** Statements that one side has and the other has not, or that say something else: by what they say. */

import type { Month, MonthRange } from '../base/month.ts'
import { monthOf } from '../base/month.ts'
import type { Span } from '../base/source.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { textIn } from '../facts/fact.ts'
import type { End, Ends } from './end.ts'
import type { Unchanged } from './unchanged.ts'
import type { Piece, Writing } from './written.ts'
import { piecesOf } from './written.ts'

/** One thing that a statement says, on both sides. */
export interface Said {
  /** `owner sales-director sales`, `available`. */
  readonly what: string
  /** Where it is the cells of a table. */
  readonly months: MonthRange | undefined
  /** Empty where saying it is all there is to it; undefined where that side does not say it. */
  readonly old: string | undefined
  readonly new: string | undefined
}

export interface StatementChange {
  /** The statement's keyword and names: `family pumps`. */
  readonly statement: string
  readonly is: 'new' | 'gone' | 'changed'
  /** Of a change alone. */
  readonly said: readonly Said[]
  /** Where it stands now; where it stood, if it is gone. */
  readonly span: Span
}

export function statementChanges(ends: Ends, same: Unchanged): readonly StatementChange[] {
  const { base, other, renamed } = ends
  // A renamed family changes what unchanged statements mean, and a file of data what one says.
  const skip = (fact: Fact): boolean =>
    renamed.size === 0 && same.says(fact) && textIn(fact, 'path') === undefined
  const until = Math.max(endOf(base), endOf(other)) as Month
  const before = keyed(base, { until, called: (name) => renamed.get(name) ?? name }, skip)
  const after = keyed(other, { until, called: (name) => name }, skip)
  const changes = new Map<
    string,
    { readonly piece: Piece; said: Said[]; is: StatementChange['is'] }
  >()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)]
    const piece = now ?? old
    if (piece === undefined || old?.value === now?.value) continue
    const change = changes.get(piece.of) ?? { piece, said: [], is: 'changed' as const }
    changes.set(piece.of, change)
    if (piece.field === '') change.is = old === undefined ? 'new' : 'gone'
    else {
      const months = piece.month === undefined ? undefined : { from: piece.month, to: piece.month }
      change.said.push({ what: piece.field, months, old: old?.value, new: now?.value })
    }
  }
  return [...changes].map(([statement, { piece, said, is }]) => ({
    statement,
    is,
    said: is === 'changed' ? stretched(said) : [],
    span: topOf(piece.fact).span,
  }))
}

/** By statement, field and month; what is said twice alike is told apart by a count. */
function keyed(
  { review: { facts, model } }: End,
  writing: Omit<Writing, 'model'>,
  skip: (fact: Fact) => boolean,
): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>()
  for (const fact of topFacts(facts, skip)) {
    for (const piece of piecesOf(fact, { ...writing, model })) {
      const key = `${piece.of}\n${piece.field}\n${piece.month ?? ''}`
      // A plan may be kept in several statements: their heads are one.
      if (!pieces.has(key) || piece.value === '') pieces.set(key, piece)
      else pieces.set(nextKey(pieces, key), piece)
    }
  }
  return pieces
}

function nextKey(pieces: ReadonlyMap<string, Piece>, key: string): string {
  let count = 2
  while (pieces.has(`${key}\n${count}`)) count += 1
  return `${key}\n${count}`
}

/** Nearly all are left out: that is asked first. */
function topFacts(facts: Facts, skip: (fact: Fact) => boolean): ReadonlySet<Fact> {
  const tops = new Set<Fact>()
  facts.kinds.forEach((kind) =>
    facts.of(kind).forEach((fact) => {
      if (fact.parent === undefined && !skip(fact) && !fact.span.source.builtIn) tops.add(fact)
    }),
  )
  return tops
}

function topOf(fact: Fact): Fact {
  return fact.parent === undefined ? fact : topOf(fact.parent)
}

function endOf({ review: { model } }: End): Month {
  return model.horizon?.to ?? monthOf(model.today)
}

/** Neighbouring months that say the same are one. */
function stretched(said: readonly Said[]): readonly Said[] {
  const cells = said
    .filter(({ months }) => months !== undefined)
    .toSorted(
      (a, b) =>
        (a.what < b.what ? -1 : a.what > b.what ? 1 : 0) ||
        (a.months?.from ?? 0) - (b.months?.from ?? 0),
    )
  const merged: Said[] = said.filter(({ months }) => months === undefined)
  for (const each of cells) {
    const last = merged.at(-1)
    if (
      last?.months !== undefined &&
      each.months !== undefined &&
      last.what === each.what &&
      last.months.to === each.months.from - 1 &&
      last.old === each.old &&
      last.new === each.new
    ) {
      merged[merged.length - 1] = { ...last, months: { ...last.months, to: each.months.to } }
    } else merged.push(each)
  }
  return merged
}
