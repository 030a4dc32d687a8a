/** Merges two edits of one plan file by what they say: statement by statement, cell by cell. */

import { parse } from '../../grammar/parse.ts'
import { scanLines } from '../../grammar/lines.ts'
import type { Tree } from '../../grammar/tree.ts'
import { makeSource } from '../base/source.ts'
import { format } from '../syntax/format.ts'
import { calledAnew } from './called-anew.ts'
import type { Outline } from './item.ts'
import { mergeOutlines } from './merge-items.ts'
import { outlineOf } from './outline.ts'
import { type Conflict, conflictsIn, resolvedFor, withMarkers } from './piece.ts'
import { renamingsBy } from './renamings.ts'
import { asTyped, type Typing, typingOf } from './typing.ts'
import { each, flag, type Side, type Three } from './three-way.ts'
import { lostComments, misstated } from './verify.ts'

export interface MergeOptions {
  /** Of the file, for the tree. */
  readonly path: string
  /** How many signs a conflict marker has: git says. */
  readonly markerSize: number
  /** What stands behind the markers. */
  readonly labels: Readonly<Record<Side, string>>
  /** Who made the two sides, for what is said beside a number that both changed. */
  readonly people: Readonly<Record<Side, string>>
}

export interface Merged {
  /** With conflict markers where there are conflicts. */
  readonly text: string
  readonly conflicts: readonly Conflict[]
}

/** Why a text cannot be merged by what it says. */
export interface Unmerged {
  readonly refused: string
  /** Each text by itself can be read: a merge of its lines may say what nobody said. */
  readonly doubtful: boolean
}

/**
 * Both sets of changes, or a conflict on exactly what both changed. Invariant: a merge that is given
 * parses, and says what the base said, and what each side changed; this is compared, not assumed.
 */
export function merge(texts: Three<string>, options: MergeOptions): Merged | Unmerged {
  const typing = each(texts, typingOf)
  const trees = each(typing, ({ text }) => treeOf(text, options.path))
  if (Object.values(typing).some(({ mixed }: Typing) => mixed)) {
    return { refused: 'its lines end in different ways', doubtful: false }
  }
  if (Object.values(trees).some((tree: Tree) => tree.problems.length > 0)) {
    return { refused: 'it cannot be read in full', doubtful: false }
  }
  const outlines = each(trees, outlineOf)
  const laid = flag(each(trees, isLaidOut))
  const called = calledAlike(trees, outlines, options.path)
  const merged =
    (called && mergedOf(called, each(called, outlineOf), laid, options)) ??
    mergedOf(trees, outlines, laid, options)
  if (merged === undefined) {
    return { refused: 'the two changes cannot be told apart', doubtful: true }
  }
  return { ...merged, text: asTyped(merged.text, mergedTyping(typing)) }
}

/** Undefined where it does not say what it should. */
function mergedOf(
  trees: Three<Tree>,
  outlines: Three<Outline>,
  laid: boolean,
  options: MergeOptions,
): Merged | undefined {
  const { path, people } = options
  const pieces = mergeOutlines(outlines, { path: [], block: undefined, people })
  const conflicts = conflictsIn(pieces)
  const { markerSize: size, labels } = options
  const lines = withMarkers(pieces, { size, ...labels })
  const joined = textOf(lines)
  const text = laid && conflicts.length === 0 ? format(makeSource(path, joined)) : joined
  const resolved = treesOf(conflicts.length === 0 ? [text] : sidesOf(pieces), path)
  return misread(trees, resolved) ? undefined : { text, conflicts }
}

/** With the families that one side renamed called so in all three; undefined where none was. */
function calledAlike(
  trees: Three<Tree>,
  outlines: Three<Outline>,
  path: string,
): Three<Tree> | undefined {
  const texts = each(trees, ({ source }) => source.text)
  const ours = renamingsBy('ours', outlines, texts)
  const theirs = renamingsBy('theirs', outlines, texts)
  if (ours.length + theirs.length === 0) return undefined
  const called = {
    base: [...ours, ...theirs].reduce(calledAnew, texts.base),
    ours: theirs.reduce(calledAnew, texts.ours),
    theirs: ours.reduce(calledAnew, texts.theirs),
  }
  const again = each(called, (text) => treeOf(text, path))
  return Object.values(again).some(({ problems }: Tree) => problems.length > 0) ? undefined : again
}

function sidesOf(pieces: ReturnType<typeof mergeOutlines>): readonly string[] {
  return [textOf(resolvedFor(pieces, 'ours')), textOf(resolvedFor(pieces, 'theirs'))]
}

function treesOf(texts: readonly string[], path: string): Readonly<Record<Side, Tree>> {
  const [ours, theirs] = texts.map((text) => treeOf(text, path))
  const only = ours ?? treeOf('', path)
  return { ours: only, theirs: theirs ?? only }
}

/** Whether a merge has problems, says something else, or lost a comment. */
function misread(trees: Three<Tree>, resolved: Readonly<Record<Side, Tree>>): boolean {
  if (resolved.ours.problems.length + resolved.theirs.problems.length > 0) return true
  const kept = [...commentsOf(resolved.ours), ...commentsOf(resolved.theirs)]
  return (
    misstated(trees, resolved).length > 0 || lostComments(each(trees, commentsOf), kept).length > 0
  )
}

function treeOf(text: string, path: string): Tree {
  return parse(makeSource(path, text))
}

function isLaidOut(tree: Tree): boolean {
  return format(tree.source, tree) === tree.source.text
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function commentsOf({ source }: Tree): readonly string[] {
  const lines = scanLines(source)
  return [...lines.comment].flatMap((comment, at) =>
    comment === -1 ? [] : [source.text.slice(comment, lines.end[at]).trim()],
  )
}

function mergedTyping({ base, ours, theirs }: Three<Typing>): Parameters<typeof asTyped>[1] {
  return {
    returns: flag({ base: base.returns, ours: ours.returns, theirs: theirs.returns }),
    marked: flag({ base: base.marked, ours: ours.marked, theirs: theirs.marked }),
    ended: flag({ base: base.ended, ours: ours.ended, theirs: theirs.ended }),
  }
}
