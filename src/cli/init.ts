/** `concord init`: begins a workspace, and overwrites nothing. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

import { monthOf, printMonth } from '../base/month.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import { code, GAP, paragraph, piece } from '../markup/document.ts'
import { CLEAN } from './exit-codes.ts'
import { workspaceFiles } from './init-files.ts'
import { monthOption, today } from './option-values.ts'
import { statOf } from './paths.ts'
import { say } from './terminal.ts'
import { WrongUse } from './wrong-use.ts'

export interface InitOptions {
  readonly cycle?: string
}

export async function initCommand(folder: string, { cycle }: InitOptions): Promise<number> {
  const now = today()
  const month = cycle === undefined ? monthOf(now) : monthOption('--cycle', cycle)
  const root = resolve(folder)
  const files = workspaceFiles(month, now)
  refuseOverwriting(root, folder, [...files.keys()])
  mkdirSync(root, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(root, name), text, { flag: 'wx' })
  sayWhatNext(root, [...files.keys()], printMonth(month))
  return CLEAN
}

function refuseOverwriting(root: string, folder: string, names: readonly string[]): void {
  const stats = statOf(root)
  if (stats !== undefined && !stats.isDirectory()) throw new WrongUse(`${folder} is no folder.`)
  const there = names.filter((name) => existsSync(join(root, name)))
  if (there.length === 0) return
  throw new WrongUse(
    `Nothing was written: ${folder} already has ${there.join(', ')}.`,
    'Begin in a folder of its own: `concord init my-plan`.',
  )
}

function sayWhatNext(root: string, names: readonly string[], month: string): void {
  const path = relative(process.cwd(), root)
  const steps = [
    ...(path === '' ? [] : [[`cd ${path}`, 'go there']]),
    ['concord check', 'the plan holds; see what is checked'],
    ['concord check --todo', 'see what is to be done before the meetings'],
    [`concord explain inventory widgets ${month}`, 'see where a number comes from'],
    ['concord explain statements', 'see what else a plan can say'],
  ] as const
  say(
    [
      paragraph([piece('good', 'A workspace is begun'), `: ${names.join(', ')}.`]),
      GAP,
      paragraph('What you could do next:'),
      {
        kind: 'table',
        columns: [
          { title: '', align: 'left' },
          { title: '', align: 'left' },
        ],
        rows: steps.map(([command, why]) => [[code(command)], why]),
      },
      GAP,
      paragraph(
        'Then put your own families, roles and numbers in the place of these. Change one number first, and check again.',
      ),
    ],
    DEFAULTS.report,
  )
}
