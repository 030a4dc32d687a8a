/** `concord roll 2026-12`: opens the next cycle, and keeps what the closed one held. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadItems } from '../base/item-data.ts'
import { addMonths, type Month, printMonth } from '../base/month.ts'
import { makeSource, type Source } from '../base/source.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { clean } from '../markup/clean.ts'
import { code, GAP, list, paragraph, piece, strong } from '../markup/document.ts'
import { check, type Review } from '../pipeline.ts'
import { lostCells } from '../roll/lost.ts'
import { closedFolder, roll, type Rolled } from '../roll/roll.ts'
import { CLEAN, WRONG } from './check.ts'
import { itemReader } from './item-files.ts'
import { monthOption } from './option-values.ts'
import { refuseHalfRoll, writeRoll } from './roll-files.ts'
import { reviewWorkspace } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say, sayAside } from './terminal.ts'
import { findWorkspace } from './workspace.ts'
import { WrongUse } from './wrong-use.ts'

export interface RollOptions {
  readonly dryRun?: boolean
}

export async function rollCommand(
  month: string,
  folder: string,
  options: RollOptions,
): Promise<number> {
  const opened = monthOption('cycle', month)
  const workspace = findWorkspace([folder], process.cwd())
  if (workspace.files !== undefined) {
    throw new WrongUse('A roll is of a whole workspace.', 'Name its folder, or none.')
  }
  const { root } = workspace
  refuseHalfRoll(root)
  const reviewed = await reviewWorkspace(workspace, { rule: [] }, {})
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review, configuration } = reviewed
  if (reviewed.sources === 0) throw new WrongUse(`There are no plan files (.sop) in ${root}.`)
  const there = existsSync(join(root, closedFolder(addMonths(opened, -1))))
  refuseErrors(review, there ? opened : undefined)
  const rolled = roll(review.model, opened)
  if ('refused' in rolled) throw new WrongUse(rolled.refused, rolled.help)
  if (there) throw folderThere(opened)
  const asked = withFiles(rolled, configuration)
  await prove(review, asked, configuration, await itemReader(root, configuration, true))
  if (options.dryRun === true) {
    await sayDifferences(asked)
    return CLEAN
  }
  await writeRoll(workspace, configuration, asked)
  sayRolled(asked, configuration)
  return CLEAN
}

/** What cannot be read cannot be carried on. */
function refuseErrors({ diagnostics }: Review, half: Month | undefined): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  if (half !== undefined) throw folderThere(half)
  const [first] = errors
  const rest = errors.length === 1 ? '' : ` (the first of ${errors.length} errors)`
  throw new WrongUse(
    `Nothing was rolled: ${first?.span.source.path ?? ''}: ${first?.message ?? ''}${rest}.`,
    'Mend what `concord check` says first, so that nothing is lost.',
  )
}

function folderThere(opened: Month): WrongUse {
  const folder = closedFolder(addMonths(opened, -1))
  return new WrongUse(
    `Nothing was rolled: there is a folder ${folder} already.`,
    'It may be of a roll that was undone in part. Move it away, and roll again.',
  )
}

/** A name of item data may stand for a file of another name: see `item-sources`. */
function withFiles(rolled: Rolled, { itemSources }: Configuration): Rolled {
  const copies = rolled.copies.map(({ from, to }) => ({
    from: itemSources.get(from)?.file ?? from,
    to,
  }))
  return { ...rolled, copies }
}

/** Invariant: nothing is written unless the closed cycle reads the same after the roll. */
async function prove(
  before: Review,
  { changed, kept, copies, closed }: Rolled,
  configuration: Configuration,
  readItems: ReadItems,
): Promise<void> {
  const texts = new Map(changed.map(({ source, text }) => [source, text]))
  const sources: readonly Source[] = [
    ...before.trees
      .map((tree) => tree.source)
      .filter(({ builtIn }) => !builtIn)
      .map((source) => makeSource(source.path, texts.get(source) ?? source.text)),
    ...[...kept].map(([path, text]) => makeSource(path, text)),
  ]
  const after = check({
    sources,
    configuration,
    today: before.model.today,
    readItems: (name) => readItems(copies.find(({ to }) => to === name)?.from ?? name),
    cycle: closed,
    rules: [],
  })
  const wrong = after.diagnostics.find(({ severity }) => severity === 'error')
  if (wrong !== undefined) {
    throw new Error(`the roll would leave ${wrong.span.source.path} wrong: ${wrong.message}`)
  }
  const [lost] = lostCells(before.model, after.model)
  if (lost !== undefined) throw new Error(`the roll would lose ${lost}, so nothing was written`)
}

async function sayDifferences({ changed, kept, copies }: Rolled): Promise<void> {
  const { createTwoFilesPatch } = await import('diff')
  const patches = [
    ...changed.map(({ source, text }) =>
      createTwoFilesPatch(source.path, source.path, source.text, text, '', ''),
    ),
    ...[...kept].map(([path, text]) => createTwoFilesPatch('/dev/null', path, '', text, '', '')),
  ]
  for (const patch of patches) {
    process.stdout.write(patch.split('\n').map(clean).join('\n'))
  }
  for (const { from, to } of copies) {
    process.stderr.write(`${clean(from)} would be copied to ${clean(to)}\n`)
  }
}

function sayRolled(rolled: Rolled, { report }: Configuration): void {
  const [closed, opened] = [rolled.closed, rolled.opened].map(printMonth)
  say(
    [
      paragraph([piece('good', `The cycle ${opened} is open.`)]),
      paragraph(`What ${closed} held is kept in ${rolled.folder}; these files changed:`),
      list(rolled.changed.map(({ source }) => source.path)),
      GAP,
      paragraph([
        code('git diff'),
        ' shows what moved, ',
        code('concord check --todo'),
        ' what is to be done before the meetings.',
      ]),
    ],
    report,
  )
  if (rolled.notes.length === 0) return
  sayAside(
    rolled.notes.map((note) => paragraph([strong('Note:'), ` ${note}`])),
    report,
  )
}
