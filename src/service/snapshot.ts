/** One state of a workspace, for good: what the host gave, and what follows once it is asked for. */

import { compareSpans, type Source } from '../base/source.ts'
import { builtInTrees } from '../built-in/trees.ts'
import { unknownRules } from '../configuration/read.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { check, type Review } from '../pipeline.ts'
import { withoutEchoes } from './echoes.ts'
import type { Given } from './given.ts'

/** Invariant: it equals the snapshot of a fresh workspace with the same files. */
export class Snapshot {
  readonly given: Given
  private reviewed: Review | undefined

  constructor(given: Given) {
    this.given = given
  }

  /** The paths of the workspace's plan files, in order. */
  get paths(): readonly string[] {
    return [...this.given.files.keys()].toSorted()
  }

  /** A plan file of the workspace, `concord.yaml`, or a built-in file. */
  source(path: string): Source | undefined {
    const { files, settings } = this.given
    const own = files.get(path)?.source
    if (own !== undefined) return own
    return settings.source?.path === path ? settings.source : builtIn(path)?.source
  }

  /** The tree of a plan file, built-in ones included. */
  tree(path: string): Tree | undefined {
    const own = this.given.files.get(path)?.source
    return own === undefined ? builtIn(path) : treeOf(own)
  }

  /** What the checker says of the whole workspace. */
  get review(): Review {
    this.reviewed ??= this.check()
    return this.reviewed
  }

  /** What is wrong with concord.yaml, rules that it names and nobody declares among it. */
  get settingsProblems(): readonly Diagnostic[] {
    const { configuration, problems } = this.given.settings
    if (problems.length > 0) return problems
    const { facts } = this.review
    const named = [...facts.of('rule'), ...facts.of('objective')]
    return unknownRules(
      configuration,
      named.flatMap(({ name }) => name ?? []),
    )
  }

  private check(): Review {
    const { files, settings, ...rest } = this.given
    const found = [...files.values()].flatMap(({ problems }) => problems)
    const sources = this.paths.flatMap((path) => files.get(path)?.source ?? [])
    const review = check({
      ...rest,
      sources,
      configuration: settings.configuration,
      treeOf: rest.treeOf ?? treeOf,
    })
    if (found.length === 0) return review
    const diagnostics = [...found, ...withoutEchoes(review.diagnostics, found)]
    const sorted = diagnostics.toSorted((a, b) => compareSpans(a.span, b.span))
    return { ...review, diagnostics: sorted }
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

/** A source never changes, so that neither does its tree. */
const trees = new WeakMap<Source, Tree>()

function treeOf(source: Source): Tree {
  let tree = trees.get(source)
  if (tree === undefined) {
    tree = parse(source)
    trees.set(source, tree)
  }
  return tree
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
