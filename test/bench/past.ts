// Part `past`: what changed between two commits, and how a number moved through a hundred.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { COMMAND, concordCheck } from './contestants.ts'
import { writeForms } from './forms.ts'
import type { Command } from './measured-run.ts'
import { inRounds } from './rounds.ts'
import { markdownTable, type Plan, type Section, wall } from './section.ts'
import { median, medianRatio } from './statistics.ts'
import { atMost, unmeasured } from './target.ts'
import { type FamilyPlan, makeWorkload, monthAt, type Workload } from './workload.ts'

const FAMILIES = 5000
const MONTHS = 24
const CELLS = 10
const COMMITS = 100
/** The family whose number is asked about, and how often it moves. */
const ASKED = { family: 2500, month: 12, every: 4 }
const DIFF_LIMIT = 1.5
/** Seconds for ten commits. */
const HISTORY_LIMIT = 1
const TEN = COMMITS / 10
/** Ten times as long as a check: fewer rounds say as much. */
const HISTORY_ROUNDS = 3

const AT = ['--as-of', '2027-01-01']
const NAMES = {
  check: 'concord check',
  diff: `concord diff, ${CELLS} cells of ${FAMILIES} families`,
  history: `concord history, ${COMMITS} commits of ${FAMILIES} families`,
}

export async function past(plan: Plan): Promise<Section> {
  const title = 'What changed'
  if (!gitIsThere()) {
    const why = 'git is not there'
    return { title, table: why, targets: [unmeasured(NAMES.diff, why)] }
  }
  const { two, hundred } = repositories(join(plan.folder, 'past'))
  const [family, month] = [`family-${ASKED.family}`, monthAt(ASKED.month)]
  const results = new Map([
    ...(await inRounds(
      [
        // The ten cells are flows, so that ten stocks no longer follow from them.
        { name: NAMES.check, command: concordCheck(two), exits: [1] },
        {
          name: NAMES.diff,
          command: concord('diff', 'HEAD~1', 'HEAD', '--folder', two),
          exits: [0],
        },
      ],
      plan.runs,
    )),
    ...(await inRounds(
      [
        {
          name: NAMES.history,
          command: concord('history', 'sales', family, month, '--folder', hundred),
          exits: [0],
        },
      ],
      Math.min(plan.runs, HISTORY_ROUNDS),
    )),
  ])
  const seconds = (name: string): readonly number[] => results.get(name)?.seconds ?? []
  return {
    title,
    table: markdownTable(
      ['command', 'wall s, median (least–most)', 'peak MiB'],
      [...results].map(([name, measured]) => [
        name,
        measured.failure ?? wall(measured),
        measured.failure === undefined ? median(measured.mebibytes).toFixed(0) : '',
      ]),
    ),
    targets: [
      atMost(
        `${NAMES.diff}, takes at most ${DIFF_LIMIT} times as long as one check`,
        DIFF_LIMIT,
        medianRatio(seconds(NAMES.diff), seconds(NAMES.check)),
        '×',
      ),
      atMost(
        `${NAMES.history}, takes at most ${HISTORY_LIMIT} s for ten commits`,
        HISTORY_LIMIT,
        median(seconds(NAMES.history)) / TEN,
        's',
      ),
    ],
  }
}

/** Two workspaces under git: one of two commits that differ in ten cells, one of a hundred. */
function repositories(folder: string): { readonly two: string; readonly hundred: string } {
  const load = makeWorkload(FAMILIES, MONTHS, 'clean')
  const [two, hundred] = ['two', 'hundred'].map((name) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeForms(join(folder, name), load, false)
    const at = join(folder, name, 'workspace')
    git(at, 'init', '--quiet')
    commit(at)
    return at
  }) as [string, string]
  const part = FAMILIES / CELLS
  const cells = Array.from({ length: CELLS }, (_, at) => Math.floor(part * (at + 0.5)))
  let changed = cells.reduce((plans, at) => moved(plans, at, at % MONTHS), load.plans)
  rewrite(two, { ...load, plans: changed })
  commit(two)
  changed = load.plans
  for (let at = 1; at < COMMITS; at += 1) {
    const [family, month] = at % ASKED.every === 0 ? [ASKED.family, ASKED.month] : [at, at % MONTHS]
    changed = moved(changed, family, month)
    rewrite(hundred, { ...load, plans: changed })
    commit(hundred)
  }
  return { two, hundred }
}

/** The family's plan with one of its sales changed. */
function moved(plans: readonly FamilyPlan[], family: number, month: number): readonly FamilyPlan[] {
  const plan = plans[family]
  const row = plan?.rows[month]
  if (plan === undefined || row === undefined) return plans
  const rows = plan.rows.with(month, { ...row, sales: row.sales + 7 })
  return plans.with(family, { ...plan, rows })
}

function rewrite(workspace: string, load: Workload): void {
  writeForms(join(workspace, '..'), load, false)
}

function commit(workspace: string): void {
  git(workspace, 'add', '--all')
  git(workspace, 'commit', '--quiet', '--message', 'plan')
}

function git(workspace: string, ...words: readonly string[]): void {
  const as = [
    'user.name=planner',
    'user.email=planner@example.com',
    'commit.gpgsign=false',
    'gc.auto=0',
  ]
  const settings = as.flatMap((each) => ['-c', each])
  execFileSync('git', [...settings, ...words], { cwd: workspace, stdio: 'ignore' })
}

function gitIsThere(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function concord(...words: readonly string[]): Command {
  return { program: process.execPath, arguments: [COMMAND, ...words, ...AT] }
}
