// Part `rulebook`: twelve cycles of a company in which nothing is wrong, under every rule.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { makeCompany } from '../rules/healthy-year/company.ts'
import { dayText } from '../rules/healthy-year/moment.ts'
import { workspaceOf } from '../rules/healthy-year/text.ts'
import { COMMAND } from './contestants.ts'
import { measuredRun } from './measured-run.ts'
import { markdownTable, type Plan, type Section } from './section.ts'
import { median } from './statistics.ts'
import { atMost } from './target.ts'

const SIZE = { seed: 1, families: 1000, cycles: 12, horizon: 24 }
const DAY = 20
/** Seconds for the rules to be compiled and judged. */
const LIMIT = 2
const JUDGED = ['rules', 'judge'] as const
/** Rules that are fast are named together. */
const SLOW_MILLISECONDS = 20

/** What `--timings` says, in milliseconds: its stages, and its slowest rules. */
interface Times {
  readonly stages: ReadonlyMap<string, number>
  readonly rules: ReadonlyMap<string, number>
}

export async function rulebook(plan: Plan): Promise<Section> {
  const folder = join(plan.folder, 'rulebook')
  const now = { cycle: SIZE.cycles - 1, day: DAY }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'concord.yaml'), 'rules: {}\n')
  for (const { path, text } of workspaceOf(makeCompany(SIZE), now)) {
    writeFileSync(join(folder, path), text)
  }
  const command = {
    program: process.execPath,
    arguments: [COMMAND, 'check', folder, '--timings', '--as-of', dayText(now.cycle, now.day)],
  }
  const times: Times[] = []
  // The first is a warm-up of the machine.
  for (let round = 0; round <= plan.runs; round += 1) {
    // Its noise makes warnings: the exit is 0 all the same.
    const run = await measuredRun(command)
    if (round > 0 && run.exit === 0) times.push(timesIn(run.output))
  }
  const judged = median(times.map((each) => inSeconds(sumOf(JUDGED, each.stages))))
  return {
    title: `${SIZE.families} families of ${SIZE.horizon} months in ${SIZE.cycles} cycles, under the whole rulebook`,
    table: markdownTable(
      ['stage or rule', 'ms, median'],
      [...rowsOf(times, 'stages', 0), ...rowsOf(times, 'rules', SLOW_MILLISECONDS)],
    ),
    targets: [
      atMost(
        `${SIZE.families} families in ${SIZE.cycles} cycles are judged in under ${LIMIT} s`,
        LIMIT,
        times.length === 0 ? Number.NaN : judged,
        's',
      ),
    ],
  }
}

const SECTIONS = {
  stages: /^ {2}(\w+) +([\d.]+)$/gm,
  rules: /^ {2}(\w[\w-]*\/[\w-]+) +([\d.]+)$/gm,
}

function timesIn(output: string): Times {
  const read = (pattern: RegExp) =>
    new Map([...output.matchAll(pattern)].map(([, name = '', time]) => [name, Number(time)]))
  return { stages: read(SECTIONS.stages), rules: read(SECTIONS.rules) }
}

function rowsOf(
  times: readonly Times[],
  part: keyof Times,
  least: number,
): readonly (readonly string[])[] {
  const names = [...new Set(times.flatMap((each) => [...each[part].keys()]))]
  return names
    .map((name) => ({ name, time: median(times.map((each) => each[part].get(name) ?? 0)) }))
    .filter(({ time }) => time >= least)
    .map(({ name, time }) => [name, time.toFixed(0)])
}

function sumOf(names: readonly string[], times: ReadonlyMap<string, number>): number {
  return names.reduce((sum, name) => sum + (times.get(name) ?? Number.NaN), 0)
}

function inSeconds(milliseconds: number): number {
  return milliseconds / 1000
}
