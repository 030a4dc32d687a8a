// Part `growth`: twice the rows may take little more than twice as long.
import { join } from 'node:path'

import { concordCheck } from './contestants.ts'
import { writeForms } from './forms.ts'
import { inRounds, type Measured } from './rounds.ts'
import { markdownTable, type Plan, type Section, wall } from './section.ts'
import { median, medianRatio } from './statistics.ts'
import { atMost } from './target.ts'
import { makeWorkload } from './workload.ts'

const MONTHS = 24
const SIZES = [5000, 10_000] as const
const LIMIT = 2.2

export async function growth(plan: Plan): Promise<Section> {
  const entries = SIZES.map((families) => {
    const folder = join(plan.folder, `growth-${families}`)
    writeForms(folder, makeWorkload(families, MONTHS, 'clean'), false)
    return { name: nameOf(families), command: concordCheck(join(folder, 'workspace')), exits: [0] }
  })
  const results = await inRounds(entries, plan.runs)
  const [few, many] = SIZES.map((families) => results.get(nameOf(families))?.seconds ?? [])
  return {
    title: 'Twice the rows',
    table: markdownTable(
      ['rows', 'wall s, median (least–most)', 'peak MiB'],
      [...results].map(([name, measured]) => rowOf(name, measured)),
    ),
    targets: [
      atMost(
        `twice the rows take at most ${LIMIT} times as long`,
        LIMIT,
        medianRatio(many ?? [], few ?? []),
        '×',
      ),
    ],
  }
}

function rowOf(name: string, measured: Measured): readonly string[] {
  if (measured.failure !== undefined) return [name, measured.failure, '']
  return [name, wall(measured), median(measured.mebibytes).toFixed(0)]
}

function nameOf(families: number): string {
  return String(families * MONTHS)
}
