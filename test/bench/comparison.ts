// Part `peers`: 5,000 families of 24 months, checked by everybody who can.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { type Contestant, contestants, NAMES } from './contestants.ts'
import { writeForms } from './forms.ts'
import { measuredRun } from './measured-run.ts'
import { duckDbIn } from './npm-peers.ts'
import { inRounds, type Measured } from './rounds.ts'
import { markdownTable, type Plan, type Section, wall } from './section.ts'
import { median, medianRatio } from './statistics.ts'
import { atLeast, atMost, type Target, unmeasured } from './target.ts'
import { makeWorkload, type Variant, VARIANTS, type Workload } from './workload.ts'

const FAMILIES = 5000
const MONTHS = 24
const MOST_MEBIBYTES = 350
const ABSENT = 'not on this machine'

/** One peer's row of the table. */
interface Row {
  readonly contestant: Contestant
  readonly measured: Measured
  readonly found: ReadonlyMap<Variant, string>
}

type Rows = ReadonlyMap<string, Row>

export async function comparison(plan: Plan): Promise<Section> {
  const workloads = VARIANTS.map((variant) => makeWorkload(FAMILIES, MONTHS, variant))
  for (const workload of workloads) writeForms(made(plan, workload.variant), workload, true)
  const all = contestants(duckDbIn(plan.npmPeers)).filter(({ name }) => isWanted(plan, name))
  const present = all.filter(({ version }) => version !== undefined)
  const rows = await rowsOf(plan, present, workloads)
  const absent = all.filter(({ version }) => version === undefined).map(({ name }) => name)
  const table = tableOf(rows)
  return {
    title: `${FAMILIES} families × ${MONTHS} months, ${FAMILIES * MONTHS} rows`,
    table: absent.length === 0 ? table : `${table}\n\nNot on this machine: ${absent.join(', ')}.`,
    targets: targetsOf(rows)
      .filter(({ of }) => isWanted(plan, of))
      .map(({ target }) => target),
  }
}

/** Concord is always there, since the others are measured against it. */
function isWanted({ peers }: Plan, name: string): boolean {
  return peers === undefined || name === NAMES.concord || peers.includes(name)
}

function made({ folder }: Plan, variant: Variant): string {
  const path = join(folder, variant)
  mkdirSync(path, { recursive: true })
  return path
}

async function rowsOf(
  plan: Plan,
  present: readonly Contestant[],
  workloads: readonly Workload[],
): Promise<Rows> {
  const entries = present.map(({ name, command }) => ({
    name,
    command: command(join(plan.folder, 'clean')),
    exits: [0],
  }))
  const results = await inRounds(entries, plan.runs)
  const rows = new Map<string, Row>()
  for (const contestant of present) {
    const measured = results.get(contestant.name)
    if (measured === undefined) continue
    const found = new Map<Variant, string>()
    for (const { variant, seeded } of workloads) {
      const { output } =
        variant === 'clean'
          ? measured
          : await measuredRun(contestant.command(join(plan.folder, variant)))
      found.set(variant, foundIn(contestant, output, seeded))
    }
    rows.set(contestant.name, { contestant, measured, found })
  }
  return rows
}

/** How many; of Concord's own, a finding that lies elsewhere than its mistake is told. */
function foundIn(
  { name, findings }: Contestant,
  output: string,
  seeded: readonly string[],
): string {
  const count = String(findings(output))
  const missed = seeded.filter((place) => !output.includes(place))
  return name === NAMES.concord && missed.length > 0 ? `${count}, ${missed.length} missed` : count
}

function tableOf(rows: Rows): string {
  const base = rows.get(NAMES.concord)?.measured.seconds ?? []
  const columns = ['peer', 'version', 'wall s, median (least–most)', '× concord', 'peak MiB']
  return markdownTable(
    [...columns, ...VARIANTS],
    [...rows.values()].map(({ contestant, measured, found }) => {
      const { name, version = '' } = contestant
      if (measured.failure !== undefined)
        return [name, version, measured.failure, '', '', '', '', '']
      const { seconds, mebibytes } = measured
      const memory = mebibytes.length === 0 ? '' : median(mebibytes).toFixed(0)
      const counts = VARIANTS.map((variant) => found.get(variant) ?? '')
      const ratio = medianRatio(seconds, base).toFixed(2)
      return [name, version, wall(measured), ratio, memory, ...counts]
    }),
  )
}

/** Each with the contestant that it is about. */
function targetsOf(rows: Rows): readonly { readonly of: string; readonly target: Target }[] {
  const own = rows.get(NAMES.concord)
  const seconds = own?.measured.seconds ?? []
  const timesAsFast = (of: string, limit: number) => {
    const says = `at least ${limit} times as fast as ${of}`
    const peer = rows.get(of)?.measured.seconds
    const target = peer && atLeast(says, limit, medianRatio(peer, seconds), '×')
    return { of, target: target ?? unmeasured(says, ABSENT) }
  }
  const timesAsLong = (of: string, limit: number) => {
    const says = `at most ${limit} times as long as ${of}`
    const peer = rows.get(of)?.measured.seconds
    const target = peer && atMost(says, limit, medianRatio(seconds, peer), '×')
    return { of, target: target ?? unmeasured(says, ABSENT) }
  }
  return [
    timesAsFast(NAMES.ledger, 6),
    timesAsFast(NAMES.hledger, 30),
    timesAsLong(NAMES.duckdb, 1.5),
    timesAsLong(NAMES.loop, 5),
    { of: NAMES.concord, target: memoryTarget(own) },
    { of: NAMES.concord, target: findingsTarget(own) },
  ]
}

function memoryTarget(own: Row | undefined): Target {
  const says = `within ${MOST_MEBIBYTES} MiB`
  const { seconds = [], mebibytes = [] } = own?.measured ?? {}
  const blind = seconds.length > 0 && mebibytes.length === 0
  if (blind) return unmeasured(says, 'GNU time is not on this machine')
  return atMost(says, MOST_MEBIBYTES, Math.max(...mebibytes), 'MiB')
}

function findingsTarget(own: Row | undefined): Target {
  const measured = VARIANTS.map((variant) => own?.found.get(variant) ?? '').join(' · ')
  return {
    says: 'findings of clean · stock5 · flow5 are 0 · 5 · 5, each at its mistake',
    measured,
    met: measured === '0 · 5 · 5',
  }
}
