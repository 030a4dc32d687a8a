// Part `editor`: what a planner waits for while typing, in the workspace that the peers check.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { parseDay, type Day } from '../../src/base/date.ts'
import { makeSource, withEdits } from '../../src/base/source.ts'
import { readConfiguration } from '../../src/configuration/read.ts'
import { keepHeapSmall } from '../../src/cli/small-heap.ts'
import { completion } from '../../src/service/completion.ts'
import { definition } from '../../src/service/definition.ts'
import { hover } from '../../src/service/hover.ts'
import { allProblems } from '../../src/service/problems.ts'
import { rename } from '../../src/service/rename.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { writeForms } from './forms.ts'
import { markdownTable, type Plan, type Section } from './section.ts'
import { median, percentile } from './statistics.ts'
import { atMost, type Target } from './target.ts'
import { makeWorkload } from './workload.ts'

const FAMILIES = 5000
const MONTHS = 24
const USES = 10_000
/** An hour's worth of typing. */
const KEYSTROKES = 10_000
const MIB = 1024 * 1024
const today = parseDay('2027-01-15') as Day
const PATH = 'plan.sop'

export async function editor(plan: Plan): Promise<Section> {
  keepHeapSmall()
  const folder = join(plan.folder, 'editor')
  writeForms(folder, makeWorkload(FAMILIES, MONTHS, 'clean'), false)
  const read = (path: string): string => readFileSync(join(folder, 'workspace', path), 'utf8')
  const files = ['business.sop', PATH].map((path) => ({ path, text: read(path) }))
  const source = makeSource('concord.yaml', read('concord.yaml'))
  const settings = { ...(await readConfiguration(source)), source }
  const workspace = new Workspace(today, { follows: true })
  const opening = timed(() => {
    workspace.apply({ files, settings })
    return allProblems(workspace.snapshot)
  })
  const typed = type(
    workspace,
    files.at(-1)?.text ?? '',
    plan.runs > 1 ? KEYSTROKES : KEYSTROKES / 20,
  )
  const renaming = renameMuch()
  const rows = [
    ['opening', `${opening.toFixed(0)} ms`, ''],
    ...Object.entries(typed.times).map(([name, times]) => [
      name,
      `${median(times).toFixed(1)} ms`,
      `${percentile(times, 95).toFixed(1)} ms`,
    ]),
    [`rename of a family used ${USES} times`, `${renaming.toFixed(0)} ms`, ''],
    ['problems that stand at the end', String(typed.wrong), ''],
    ['memory half way', `${typed.half.toFixed(0)} MiB`, ''],
    ['memory at the end', `${typed.end.toFixed(0)} MiB`, `${typed.most.toFixed(0)} MiB resident`],
  ]
  return {
    title: `The editor, ${FAMILIES} families, ${typed.count} keystrokes`,
    table: markdownTable(['what', 'median', '95 of 100'], rows),
    targets: targetsOf(opening, typed, renaming),
  }
}

type Typed = ReturnType<typeof type>

function targetsOf(
  opening: number,
  { times, half, end, most }: Typed,
  renaming: number,
): readonly Target[] {
  const p95 = (list: readonly number[]): number => percentile(list, 95)
  const asked = Math.max(p95(times.completion), p95(times.hover), p95(times.definition))
  return [
    atMost('a keystroke is judged within 60 ms, 95 of 100', 60, p95(times.keystroke), 'ms'),
    atMost('completion, hover, definition within 15 ms, 95 of 100', 15, asked, 'ms'),
    atMost(`renaming a family used ${USES} times within 1 s`, 1, renaming / 1000, 's'),
    atMost('opening within 2 s', 2, opening / 1000, 's'),
    atMost('the whole process takes at most 500 MiB in an hour of typing', 500, most, 'MiB'),
    atMost('what is kept grows by at most 5% in the last half', 1.05, end / half, '×'),
  ]
}

/**
 * Types into numbers all over the plan, and asks for what an editor asks for. A planner takes a digit
 * out of a number and types another, sees what is said of it, and puts the old one back: four
 * keystrokes, of which the last two take back the first. One number in ten stays wrong.
 */
function type(workspace: Workspace, start: string, count: number) {
  const times = { keystroke: [], completion: [], hover: [], definition: [] } as Record<
    'keystroke' | 'completion' | 'hover' | 'definition',
    number[]
  >
  let half = 0
  let most = 0
  let turn = 0
  for (const { text, place } of keystrokes(start, count)) {
    times.keystroke.push(
      timed(() => allProblems(workspace.apply({ files: [{ path: PATH, text }] }))),
    )
    const { snapshot } = workspace
    const head = text.lastIndexOf('plan ', place) + 'plan fa'.length
    times.completion.push(timed(() => completion(snapshot, PATH, head)))
    times.hover.push(timed(() => hover(snapshot, PATH, place)))
    times.definition.push(timed(() => definition(snapshot, PATH, head)))
    if (turn % 100 === 0) most = Math.max(most, process.memoryUsage.rss() / MIB)
    if (turn === count >> 1) half = kept()
    turn += 1
  }
  const wrong = allProblems(workspace.snapshot).get(PATH)?.length ?? 0
  return { times, half, end: kept(), most, count, wrong }
}

interface Keystroke {
  readonly text: string
  readonly place: number
}

function* keystrokes(start: string, count: number): Generator<Keystroke> {
  let text = start
  let visit = 0
  for (let done = 0; done < count; visit += 1) {
    const place = placeOf(text, visit)
    const old = Number(text[place])
    const other = (old + 1 + ((visit * 7) % 9)) % 10
    const staysWrong = visit % 10 === 9
    const typed = ['', String(other), '', String(old)].slice(0, staysWrong ? 2 : 4)
    for (const digit of typed.slice(0, count - done)) {
      text = text.slice(0, place) + digit + text.slice(place + (digit === '' ? 1 : 0))
      yield { text, place }
      done += 1
    }
  }
}

/** The second digit of a number: a place among all rows, the same each time. */
function placeOf(text: string, visit: number): number {
  const about = Math.floor(((visit * 0.618_033_988_75) % 1) * text.length)
  const found = text.indexOf('\n  20', about)
  const row = found === -1 ? text.indexOf('\n  20') : found
  const gap = text.slice(row + '\n  2027-01'.length).search(/\d/)
  return row + '\n  2027-01'.length + gap + 1
}

/** A family that very many decisions are about. */
function renameMuch(): number {
  const decisions = Array.from({ length: USES - 1 }, (_, at) => `decision d${at} about kettles`)
  const text = [
    'business "Benchmark" {\n  currency USD\n}',
    'unit each',
    'family kettles {\n  strategy make-to-stock\n  unit each\n}',
    ...decisions,
    '',
  ].join('\n')
  const workspace = new Workspace(today, { follows: true })
  const snapshot = workspace.apply({ files: [{ path: PATH, text }] })
  void snapshot.review
  return timed(() => {
    const made = rename(snapshot, PATH, text.indexOf('kettles') + 1, 'boilers')
    if (made === undefined || 'refused' in made) throw new Error('the family was not renamed')
    if (withEdits(text, made.edits).includes('kettles')) throw new Error('a name was left')
  })
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

let collect: (() => void) | undefined

/** What is still there after all that is not needed was given back. */
function kept(): number {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MIB
}
