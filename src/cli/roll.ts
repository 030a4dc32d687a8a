/** `concord roll 2026-12`: opens the next cycle, and keeps what the closed one held. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { addMonths, printMonth } from '../base/month.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { clean } from '../markup/clean.ts'
import { code, GAP, list, paragraph, piece, strong } from '../markup/document.ts'
import { closedFolder } from '../model/cycles.ts'
import { openCycle } from '../roll/open-cycle.ts'
import type { Rolled } from '../roll/roll.ts'
import { aside, output } from './console.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { itemsOnDisk } from './item-files.ts'
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
  const rolled = openCycle({
    review,
    configuration,
    readItems: itemsOnDisk(root, configuration),
    opened,
    folderThere: existsSync(join(root, closedFolder(addMonths(opened, -1)))),
  })
  if ('refused' in rolled) throw new WrongUse(rolled.refused, rolled.help)
  if (options.dryRun === true) {
    await sayDifferences(rolled)
    return CLEAN
  }
  await writeRoll(workspace, configuration, rolled)
  sayRolled(rolled, configuration)
  return CLEAN
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
    output.write(patch.split('\n').map(clean).join('\n'))
  }
  for (const { from, to } of copies) {
    aside.write(`${clean(from)} would be copied to ${clean(to)}\n`)
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
