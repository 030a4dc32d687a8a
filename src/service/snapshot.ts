/** One state of a workspace, for good: what the host gave, and what follows once it is asked for. */

import { compareSpans, type Source } from '../base/source.ts'
import { builtInTrees } from '../built-in/trees.ts'
import { unknownRules } from '../configuration/read.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { Facts } from '../facts/fact.ts'
import { check, type CheckInput, type Keep, makeKeep, recheck, type Review } from '../pipeline.ts'
import { judgedNames } from '../rules/judged.ts'
import { withoutEchoes } from './echoes.ts'
import { followed, type Live } from './follow.ts'
import type { Given } from './given.ts'
import { treeOf } from './kept-trees.ts'

/** Invariant: it equals the snapshot of a fresh workspace with the same files. */
export class Snapshot {
  private said: Given
  /** The snapshot before it that was judged last: only numbers may differ between them. */
  private before: Snapshot | undefined
  private live: Live | undefined

  constructor(given: Given, before?: Snapshot) {
    this.said = given
    this.before = before?.live === undefined ? before?.before : before
  }

  /** What it is made from. */
  get given(): Given {
    return this.said
  }

  /** The paths of the workspace's plan files, in order. */
  get paths(): readonly string[] {
    return [...this.given.files.keys()].toSorted()
  }

  /** A plan file of the workspace, `concord.yaml`, or a built-in file. */
  source(path: string): Source | undefined {
    this.follow()
    const { files, settings } = this.given
    const own = files.get(path)?.source
    if (own !== undefined) return own
    return settings.source?.path === path ? settings.source : builtIn(path)?.source
  }

  /** The tree of a plan file, built-in ones included. */
  tree(path: string): Tree | undefined {
    this.follow()
    const own = this.given.files.get(path)?.source
    return own === undefined ? builtIn(path) : treeOf(own)
  }

  /**
   * What the checker says of the whole workspace. It goes on to the next snapshot where only numbers
   * change: so it is asked for each time, and not kept.
   */
  get review(): Review {
    this.follow()
    const { live } = this
    if (live === undefined) {
      const keep = this.given.keep ?? (this.given.follows ? makeKeep() : undefined)
      this.live = { review: this.check(keep), keep, edited: new Set() }
    } else if (live.edited.size > 0) {
      const review = recheck(live.review, { ...this.input(), keep: live.keep }, live.edited)
      this.live = { ...live, review, edited: new Set() }
    }
    return (this.live as Live).review
  }

  /** Takes over what the snapshot before found out, as far as only numbers of a table differ. */
  private follow(): void {
    const { before } = this
    if (before === undefined) return
    this.before = undefined
    const taken = before.live && followed(before.said, before.live, this.said)
    if (taken === undefined) return
    before.live = undefined
    before.said = taken.before
    this.live = taken.live
    this.said = taken.next
  }

  /** What is wrong with concord.yaml, rules that it names and nobody declares among it. */
  get settingsProblems(): readonly Diagnostic[] {
    const { configuration, problems } = this.given.settings
    if (problems.length > 0) return problems
    return unknownRules(configuration, judgedNames(this.review.facts))
  }

  private check(keep: Keep | undefined): Review {
    const { files } = this.given
    const found = [...files.values()].flatMap(({ problems }) => problems)
    const sources = this.paths.flatMap((path) => files.get(path)?.source ?? [])
    const review = check({ ...this.input(), sources, keep })
    if (found.length === 0) return review
    const diagnostics = [...found, ...withoutEchoes(review.diagnostics, found)]
    const sorted = diagnostics.toSorted((a, b) => compareSpans(a.span, b.span))
    return { ...review, diagnostics: sorted }
  }

  private input(): Omit<CheckInput, 'sources'> {
    const { files: _, settings, follows: __, ...rest } = this.given
    return { ...rest, configuration: settings.configuration, treeOf: rest.treeOf ?? treeOf }
  }
}

/** What stands before the paths of built-in files, so that no plan file has the same. */
export const BUILT_IN = 'concord:/'

/** The path by which a snapshot knows a source. */
export function pathOf({ path, builtIn }: Source): string {
  return builtIn ? BUILT_IN + path : path
}

function builtIn(path: string): Tree | undefined {
  return builtInTrees().find(({ source }) => pathOf(source) === path)
}

/**
 * Something that is made of facts alone, when it is first asked for: it stays as long as only numbers
 * change.
 */
export function perFacts<Made extends object>(
  make: (snapshot: Snapshot) => Made,
): (snapshot: Snapshot) => Made {
  const made = new WeakMap<Facts, Made>()
  return (snapshot) => {
    const { facts } = snapshot.review
    let known = made.get(facts)
    if (known === undefined) made.set(facts, (known = make(snapshot)))
    return known
  }
}

/** Something that is made of a snapshot once, when it is first asked for. */
export function perSnapshot<Made extends object>(
  make: (snapshot: Snapshot) => Made,
): (snapshot: Snapshot) => Made {
  const made = new WeakMap<Snapshot, Made>()
  return (snapshot) => {
    let known = made.get(snapshot)
    if (known === undefined) {
      known = make(snapshot)
      made.set(snapshot, known)
    }
    return known
  }
}
