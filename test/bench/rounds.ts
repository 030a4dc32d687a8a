// Runs several programs in rounds, every one once and then again, so that a slow spell of the machine
// does not fall on one of them.
import { type Command, measuredRun, type Run } from './measured-run.ts'

export interface Entry {
  readonly name: string
  readonly command: Command
  /** The exits that say it did its work. */
  readonly exits: readonly number[]
}

/** What the rounds measured of one program; `failure` when a run of it went wrong. */
export interface Measured {
  readonly seconds: readonly number[]
  readonly mebibytes: readonly number[]
  /** What its last run said. */
  readonly output: string
  readonly failure: string | undefined
}

/** A warm-up each, which is not counted, and then the rounds. */
export async function inRounds(
  entries: readonly Entry[],
  rounds: number,
): Promise<ReadonlyMap<string, Measured>> {
  const runs = new Map<string, Run[]>(entries.map(({ name }) => [name, []]))
  const failures = new Map<string, string>()
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command, exits } of entries) {
      if (failures.has(name)) continue
      const run = await measuredRun(command)
      if (run.exit === undefined || !exits.includes(run.exit)) failures.set(name, failureOf(run))
      else if (round > 0) runs.get(name)?.push(run)
    }
  }
  return new Map([...runs].map(([name, of]) => [name, measured(of, failures.get(name))]))
}

/** Why a run does not count. */
export function failureOf({ exit, output }: Run): string {
  const said = output.trim().split('\n')[0] ?? ''
  return `${exit === undefined ? 'past the limit' : `exit ${exit}`}: ${said.slice(0, 120)}`
}

function measured(runs: readonly Run[], failure: string | undefined): Measured {
  return {
    seconds: runs.map(({ seconds }) => seconds),
    mebibytes: runs.flatMap(({ mebibytes }) => mebibytes ?? []),
    output: runs.at(-1)?.output ?? '',
    failure,
  }
}
