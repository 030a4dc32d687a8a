// Part `start`: the small examples, against a Node process that does nothing.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { concordCheck } from './contestants.ts'
import { inRounds } from './rounds.ts'
import { markdownTable, type Plan, type Section, wall } from './section.ts'
import { medianRatio } from './statistics.ts'
import { atMost, unmeasured } from './target.ts'

const EXAMPLES = 'examples'
const NOTHING = 'node -e 0'
const LIMIT = 2.5
/** A start is short, and so is the time to measure it more often. */
const ROUNDS_A_RUN = 4

/** Where a company keeps its closed cycles, a folder each. */
const CLOSED = 'closed'

interface Example {
  readonly name: string
  readonly folder: string
}

export async function start(plan: Plan): Promise<Section> {
  const title = 'The small examples'
  const examples = exampleNames().flatMap((name) => examplesOf(name, plan.folder))
  if (examples.length === 0) {
    return { title, table: '', targets: [unmeasured('a small example', 'there are no examples')] }
  }
  const results = await inRounds(
    [
      { name: NOTHING, command: { program: process.execPath, arguments: ['-e', '0'] }, exits: [0] },
      // Some of the examples show what is found, and say so by their exit.
      ...examples.map(({ name, folder }) => ({
        name,
        command: concordCheck(folder),
        exits: [0, 1],
      })),
    ],
    plan.runs * ROUNDS_A_RUN,
  )
  const base = results.get(NOTHING)?.seconds ?? []
  const ratioOf = (name: string) => medianRatio(results.get(name)?.seconds ?? [], base)
  return {
    title,
    table: markdownTable(
      ['program', 'wall s, median (least–most)', `× ${NOTHING}`],
      [...results].map(([name, measured]) => [
        name,
        measured.failure ?? wall(measured),
        ratioOf(name).toFixed(2),
      ]),
    ),
    targets: examples.map(({ name }) =>
      atMost(`${name} at most ${LIMIT} times as long as ${NOTHING}`, LIMIT, ratioOf(name), '×'),
    ),
  }
}

/** Of an example with closed cycles, the current one and the last closed; and all of them. */
function examplesOf(name: string, work: string): readonly Example[] {
  const folder = join(EXAMPLES, name)
  if (!existsSync(join(folder, CLOSED))) return [{ name, folder }]
  const short = join(work, name)
  cpSync(folder, short, { recursive: true })
  const cycles = readdirSync(join(short, CLOSED)).toSorted()
  for (const cycle of cycles.slice(0, -1)) rmSync(join(short, CLOSED, cycle), { recursive: true })
  return [
    { name: `${name}, two cycles`, folder: short },
    { name: `${name}, ${cycles.length + 1} cycles`, folder },
  ]
}

function exampleNames(): readonly string[] {
  if (!existsSync(EXAMPLES)) return []
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(EXAMPLES, entry.name, 'concord.yaml')),
    )
    .map(({ name }) => name)
    .toSorted()
}
