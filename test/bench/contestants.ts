// Who checks the plan: Concord, and every peer that this machine has.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Command } from './measured-run.ts'
import type { DuckDb } from './npm-peers.ts'

const concord = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string
  readonly bin: { readonly concord: string }
}

/** The built command. */
export const COMMAND = concord.bin.concord

/** The names that targets and `--only` go by. */
export const NAMES = {
  concord: 'concord check',
  loop: 'loop in Node',
  duckdb: 'DuckDB window over CSV',
  ledger: 'ledger bal',
  hledger: 'hledger check',
  beancount: 'bean-check',
} as const

export interface Contestant {
  readonly name: string
  /** Undefined when the machine does not have it. */
  readonly version: string | undefined
  /** How it checks the workload whose forms lie in the folder. */
  readonly command: (folder: string) => Command
  readonly findings: (output: string) => number
}

export function contestants(duckdb: DuckDb): readonly Contestant[] {
  return [
    {
      name: NAMES.concord,
      version: concord.version,
      command: (folder) => concordCheck(join(folder, 'workspace')),
      findings: count(/^.+:\d+:\d+: \w+ \S+: /gm),
    },
    {
      name: NAMES.loop,
      version: process.versions.node,
      command: (folder) => script('loop', join(folder, 'workspace/plan.sop')),
      findings: printed,
    },
    {
      name: NAMES.duckdb,
      version: duckdb.version,
      command: (folder) => script('duckdb', duckdb.module, join(folder, 'plan.csv')),
      findings: printed,
    },
    {
      name: NAMES.ledger,
      version: programVersion('ledger'),
      command: (folder) => ({
        program: 'ledger',
        arguments: ['--init-file', '/dev/null', '-f', join(folder, 'plan.journal'), 'bal'],
      }),
      findings: count(/Balance assertion off/g),
    },
    {
      name: NAMES.hledger,
      version: programVersion('hledger'),
      command: (folder) => ({
        program: 'hledger',
        arguments: ['check', '-f', join(folder, 'plan.journal')],
      }),
      findings: count(/balance assertion/gi),
    },
    {
      name: NAMES.beancount,
      version: programVersion('bean-check'),
      command: (folder) => ({
        program: 'bean-check',
        arguments: ['--no-cache', join(folder, 'plan.beancount')],
      }),
      findings: count(/Balance failed/g),
    },
  ]
}

/** The command, on the first day of the workload's cycle. */
export function concordCheck(workspace: string): Command {
  return {
    program: process.execPath,
    arguments: [COMMAND, 'check', workspace, '--as-of', '2027-01-01', '--format=compact'],
  }
}

function script(name: string, ...rest: readonly string[]): Command {
  return { program: process.execPath, arguments: [`test/bench/peers/${name}.mjs`, ...rest] }
}

function count(pattern: RegExp): (output: string) => number {
  return (output) => [...output.matchAll(pattern)].length
}

/** Our own scripts end with one number: how many stocks do not follow. */
function printed(output: string): number {
  return Number(output.trim().split('\n').at(-1))
}

function programVersion(program: string): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (error !== undefined) return undefined
  return /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'unknown'
}
