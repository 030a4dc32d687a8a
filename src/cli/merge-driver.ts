/**
 * `concord merge-driver %O %A %B %L %P %S %X %Y`: what git calls to merge a plan file. git looks for the
 * merge in the file of our side, and takes an exit code of 0 for a merge without conflicts.
 */

import { readFileSync } from 'node:fs'

import { clean } from '../markup/clean.ts'
import { cellName } from '../merge/disagreement.ts'
import { merge } from '../merge/merge.ts'
import type { Conflict } from '../merge/piece.ts'
import { aside } from './console.ts'
import { CLEAN } from './exit-codes.ts'
import { decode } from './decode.ts'
import { replaceFile } from './fmt.ts'
import { type MergedFiles, mergeLinesInPlace } from './git.ts'
import { type Sides, sidesOfMerge, UNNAMED } from './merge-sides.ts'
import { reasonOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

const MARKER_SIZE = 7
/** So many conflicts are told; the file shows all. */
const MOST_TOLD = 20

/**
 * The exit code of a merge with conflicts. No other command ends with it, nor does Node where it finds no
 * command: so that the shell can tell the driver's answer from its absence.
 */
export const CONFLICTS = 40

export function mergeDriverCommand(words: readonly string[]): number {
  // An older git leaves the placeholders that it does not know as they are.
  const said = words.map((word) => (/^%[A-Z]$/.test(word) ? undefined : word))
  const [base, ours, theirs, size, path] = said
  if (base === undefined || ours === undefined || theirs === undefined) {
    throw new WrongUse(
      '`concord merge-driver` is for git to call, with %O %A %B %L %P.',
      '`concord git-setup` tells git how.',
    )
  }
  const files = { base, ours, theirs }
  const shown = path ?? 'the file'
  const markerSize = Number(size) > 0 ? Math.floor(Number(size)) : MARKER_SIZE
  const texts = textsOf(files)
  const merging = (sides: Sides) => texts && merge(texts, { path: shown, markerSize, ...sides })
  // Most merges have no conflicts: git is asked about people only where their names are told.
  const first = merging(UNNAMED)
  if (first !== undefined && 'text' in first && first.conflicts.length === 0) {
    replaceFile(ours, first.text)
    return CLEAN
  }
  const [, oursLabel, theirsLabel] = said.slice(5)
  const sides = sidesOfMerge(process.cwd(), shown, [oursLabel, theirsLabel])
  const merged = merging(sides)
  if (merged === undefined) return asLines(files, sides.labels, markerSize, `${shown} is no UTF-8`)
  if ('refused' in merged) {
    const why = `${shown}: ${merged.refused}`
    return asLines(files, sides.labels, markerSize, why, merged.doubtful)
  }
  replaceFile(ours, merged.text)
  tellConflicts(shown, merged.conflicts)
  return CONFLICTS
}

function tellConflicts(shown: string, conflicts: readonly Conflict[]): void {
  for (const { path, cells, happened } of conflicts.slice(0, MOST_TOLD)) {
    const what = [cells.map(cellName).join(', '), path.join(', ')].filter((words) => words !== '')
    const both = `both changed ${what.length === 0 ? 'its last comments' : what.join(' of ')}`
    tell(`${shown}: ${happened ?? both}`)
  }
  const more = conflicts.length - MOST_TOLD
  if (more > 0) tell(`${shown}: both changed ${more} more`)
}

/** Undefined where one of them is no text. */
function textsOf(files: MergedFiles): MergedFiles | undefined {
  const [base, ours, theirs] = [files.base, files.ours, files.theirs].map((file) => {
    try {
      return decode(readFileSync(file))
    } catch (error) {
      throw new WrongUse(`${file} cannot be read: ${reasonOf(error)}.`)
    }
  })
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  if ([base, ours, theirs].some(({ broken }) => broken !== undefined)) return undefined
  return { base: base.text, ours: ours.text, theirs: theirs.text }
}

/** Leaves the file as git would have without a driver. A merge that is doubtful is to be looked at. */
function asLines(
  files: MergedFiles,
  labels: Parameters<typeof mergeLinesInPlace>[1],
  markerSize: number,
  why: string,
  doubtful = false,
): number {
  const conflicts = mergeLinesInPlace(files, labels, markerSize)
  if (conflicts === undefined) throw new Error(`${why}, and git did not merge its lines either`)
  const look = doubtful && conflicts === 0 ? '; look at it before you commit it' : ''
  tell(`${why}, so it was merged line by line${look}`)
  return conflicts === 0 && !doubtful ? CLEAN : CONFLICTS
}

function tell(sentence: string): void {
  aside.write(`concord: ${clean(sentence)}.\n`)
}
