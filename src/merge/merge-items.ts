/** Merges what stands in a file or a block, statement by statement. */

import type { Inside } from './inside.ts'
import { mergeLines } from './line-merge.ts'
import { matched } from './matching.ts'
import { mergeTable } from './merge-table.ts'
import { mergeWritten } from './merge-written.ts'
import { mergedOrder } from './order.ts'
import { type BlockItem, commentsIn, EMPTY, type Item, type Outline, withAbove } from './item.ts'
import { conflictPiece, linesPiece, type Piece } from './piece.ts'
import { rivalsIn } from './rivals.ts'
import { takenAwayPiece } from './taken-away.ts'
import { each, layoutToTake, type Side, sideToTake, type Three } from './three-way.ts'

export function mergeOutlines(outlines: Three<Outline>, inside: Inside): readonly Piece[] {
  const keyed = matched(each(outlines, ({ items }) => items))
  const order = mergedOrder(each(keyed, (items) => [...items.keys()]))
  const rewritten = rivalsIn(keyed)
  const pieces: Piece[] = []
  for (const key of order) {
    const items = each(keyed, (list) => list.get(key))
    const here = { ...inside, path: [...inside.path, ...ownPath(items)] }
    const rivals = rewritten.get(key)
    if (rivals === undefined) pieces.push(...mergeItem(items, here))
    else if (key === rivals.first) {
      pieces.push(
        rivals.taken === undefined
          ? conflictPiece(rivals.ours, rivals.theirs, { path: here.path, cells: [] })
          : takenAwayPiece(rivals.taken, rivals, here),
      )
    }
  }
  const below = mergeLines(
    each(outlines, (outline) => outline.below),
    { path: inside.path, cells: [] },
  )
  return [...pieces, ...below]
}

function ownPath({ base, ours, theirs }: Three<Item | undefined>): readonly string[] {
  const item = ours ?? theirs ?? base
  return item === undefined || item.sort === 'table' ? [] : [item.identities[0]]
}

function mergeItem(items: Three<Item | undefined>, here: Inside): readonly Piece[] {
  const { base, ours, theirs } = items
  if (ours !== undefined && theirs !== undefined) {
    const above = mergeLines(
      each(items, (item) => item?.above ?? []),
      { path: here.path, cells: [] },
    )
    return [...above, ...mergeBoth({ base, ours, theirs }, here)]
  }
  const left = ours ?? theirs
  if (left === undefined) return []
  if (base === undefined) return [linesPiece(withAbove(left))]
  // One side took it away: it goes if the other left it alone.
  if (base.said === left.said && commentsIn(base.above) === commentsIn(left.above)) return []
  const lines = withAbove(left)
  const side = ours === undefined ? 'ours' : 'theirs'
  const sides = ours === undefined ? { ours: [], theirs: lines } : { ours: lines, theirs: [] }
  return [takenAwayPiece({ side, before: base, after: left }, sides, here)]
}

interface Both {
  readonly base: Item | undefined
  readonly ours: Item
  readonly theirs: Item
}

function mergeBoth({ base, ours, theirs }: Both, here: Inside): readonly Piece[] {
  if (ours.said === theirs.said || base?.said === theirs.said || base?.said === ours.said) {
    return [linesPiece(unchangedOrTaken({ base, ours, theirs }))]
  }
  const blocks = sameSort('block', { base, ours, theirs })
  if (blocks !== undefined) return mergeBlocks(blocks, here)
  const tables = sameSort('table', { base, ours, theirs })
  const merged = tables && mergeTable(tables, here)
  if (merged !== undefined) return merged
  const lines = sameSort('line', { base, ours, theirs })
  if (lines !== undefined)
    return mergeWritten(
      each(lines, (item) => item?.written),
      here,
    )
  return [conflictPiece(ours.lines, theirs.lines, { path: here.path, cells: [] })]
}

/** At most one side changed what it says; the other may have laid it out. */
function unchangedOrTaken(items: Both): readonly string[] {
  const { ours, theirs } = items
  if (ours.said === theirs.said) return layoutToTake(each(items, (item) => item?.lines))
  const side = sideToTake(each(items, (item) => item?.said)) ?? 'ours'
  return items[side].lines
}

/** Undefined where a version has something of another sort in its place. */
function sameSort<Sort extends Item['sort']>(
  sort: Sort,
  { base, ours, theirs }: Both,
): (Three<Extract<Item, { sort: Sort }> | undefined> & SidesOf<Sort>) | undefined {
  const is = (item: Item): item is Extract<Item, { sort: Sort }> => item.sort === sort
  if (!is(ours) || !is(theirs) || (base !== undefined && !is(base))) return undefined
  return { base, ours, theirs }
}

type SidesOf<Sort> = Readonly<Record<Side, Extract<Item, { sort: Sort }>>>

function mergeBlocks(
  blocks: Three<BlockItem | undefined> & Readonly<Record<Side, BlockItem>>,
  here: Inside,
): readonly Piece[] {
  const conflict = { path: here.path, cells: [] }
  const { base, ours, theirs } = blocks
  if (ours.ordered || theirs.ordered || base?.ordered === true) {
    return mergeLines(
      each(blocks, (block) => block?.lines ?? []),
      conflict,
    )
  }
  const head = mergeWritten(
    each(blocks, (block) => block?.head),
    here,
  )
  const close = mergeWritten(
    each(blocks, (block) => block?.close),
    here,
  )
  // Without its head a block cannot stand: two heads are two blocks.
  if ([...head, ...close].some(({ sort }) => sort === 'conflict')) {
    return [conflictPiece(ours.lines, theirs.lines, conflict)]
  }
  const inside = mergeOutlines(
    each(blocks, (block) => block?.inside ?? EMPTY),
    { ...here, block: ours },
  )
  return [...head, ...inside, ...close]
}
