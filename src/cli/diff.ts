/** `concord diff`: what changed in the plan between two revisions, folders, files or cycles. */

import { parse } from '../../grammar/parse.ts'
import type { Tree } from '../../grammar/tree.ts'
import { printDay } from '../base/date.ts'
import { lengthOf, saySame, type Source } from '../base/source.ts'
import { differenceBetween } from '../difference/difference.ts'
import type { End } from '../difference/end.ts'
import { makeKeep } from '../pipeline.ts'
import { notesOn } from '../report/difference-notes.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { type EndWord, endsOf } from './diff-ends.ts'
import { DIFF_FORMATS } from './diff-formats.ts'
import { formatNamed, print } from './formats.ts'
import { gitHistory } from './git-history.ts'
import { gitIn, type Git, type GitLimits } from './git.ts'
import { stateOf } from './git-state.ts'
import { today } from './option-values.ts'
import { shownPath } from './paths.ts'
import { type Host, type Reviewed, reviewWorkspace, type ViewOptions } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { findWorkspace, type Workspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

export interface DiffOptions {
  readonly folder?: string
  readonly cycle?: string
  readonly asOf?: string
  readonly format?: string
}

const LIMITS: GitLimits = { milliseconds: 60_000, bytes: 256 * 1024 * 1024 }

type Run = Exclude<Reviewed, { readonly problems: unknown }>

export async function diffCommand(words: readonly string[], options: DiffOptions): Promise<number> {
  const format = formatNamed(DIFF_FORMATS, options.format)
  const workspace = findWorkspace([options.folder ?? '.'], process.cwd())
  const git = gitIn(workspace.root, LIMITS)
  const [first, second] = endsOf(git, words, process.cwd())
  // One day for both: what only the clock brings is nobody's change.
  const view = { asOf: options.asOf ?? printDay(today()), ...cycleOf(options.cycle) }
  const host = { treeOf: parsingOnce() }
  const keep = makeKeep()
  // What git has of the second is read while the first is checked.
  const sides = [sideOf(git, first), sideOf(git, second)] as const
  const base = await runOf(sides[0], workspace, view, { ...host, keep })
  const like = base?.review
  const other = base && (await runOf(sides[1], workspace, view, { ...host, like, keep }))
  if (base === undefined || other === undefined) return WRONG
  const ends = [endOf(first, base), endOf(second, other)] as const
  const difference = differenceBetween(...ends)
  const notes = [
    ...notesOn(ends[0]),
    ...notesOn(ends[1]),
    ...unmergedNotes(git, workspace, [first, second]),
  ]
  await print(format, { difference, notes }, undefined, other.configuration.report)
  return CLEAN
}

function cycleOf(cycle: string | undefined): ViewOptions {
  return cycle === undefined ? {} : { cycle }
}

function endOf({ name }: EndWord, { review }: Run): End {
  return { name, review }
}

/** What a word names, and for a commit what lays it out. */
interface Side {
  readonly word: EndWord
  readonly layOut: ReturnType<typeof stateOf> | undefined
}

function sideOf(git: Git, word: EndWord): Side {
  return { word, layOut: word.is === 'commit' ? stateOf(git, word.commit) : undefined }
}

/** Undefined where concord.yaml of that side is broken, which has been said. */
async function runOf(
  { word, layOut }: Side,
  here: Workspace,
  view: ViewOptions,
  host: Host,
): Promise<Run | undefined> {
  if (word.is === 'cycle') return reviewed(here, { ...view, cycle: word.name }, host)
  if (word.is === 'path') return reviewed(pathWorkspace(word.path), view, host)
  const state = await layOut?.()
  if (state === undefined) return reviewed(here, view, host)
  if ('refused' in state) throw new WrongUse(`${word.name} cannot be read: ${state.refused}.`)
  try {
    if (state.paths.length === 0) {
      throw new WrongUse(`${word.name} cannot be read: there are no plan files in this folder.`)
    }
    // Its folder is in no repository: what broke a seal is found in that of the workspace.
    return await reviewed(state.workspace, view, { ...host, history: gitHistory(here.root) })
  } finally {
    state.remove()
  }
}

/** A file that is named is a plan by itself, whatever workspace it lies in. */
function pathWorkspace(path: string): Workspace {
  const found = findWorkspace([path], process.cwd())
  const shown = shownPath(found.root, path)
  if (!found.hasSettings || shown === '' || !shown.endsWith('.sop')) return found
  return { ...found, hasSettings: false, files: [shown] }
}

async function reviewed(
  workspace: Workspace,
  view: ViewOptions,
  host: Host,
): Promise<Run | undefined> {
  const found = await reviewWorkspace(workspace, view, { ...host, mayBeEmpty: true })
  if (!('problems' in found)) return found
  saySettingsProblems(found.problems)
  return undefined
}

/** Most files are the same on both sides: they are parsed once. */
function parsingOnce(): (source: Source) => Tree {
  const trees = new Map<string, Tree>()
  return (source) => {
    const known = trees.get(source.path)
    const same = known !== undefined && lengthOf(known.source) === lengthOf(source)
    if (same && saySame(known.source, source, 0, lengthOf(source))) return known
    const tree = parse(source)
    trees.set(source.path, tree)
    return tree
  }
}

/** A merge that is not finished leaves both texts in a file. */
function unmergedNotes(
  git: Git,
  { root }: Workspace,
  words: readonly EndWord[],
): readonly string[] {
  if (root === '' || words.every(({ is }) => is === 'commit')) return []
  const listed = git(['ls-files', '--unmerged', '-z'])?.toString() ?? ''
  const paths = listed.split('\0').flatMap((line) => line.split('\t')[1] ?? [])
  return [...new Set(paths)].map(
    (path) =>
      `${path} has conflicts that nobody has resolved: its numbers are not to be relied on.`,
  )
}
