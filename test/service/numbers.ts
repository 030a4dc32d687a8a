/** Numbers typed into the tables of an example. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'

import { parseDay, type Day } from '../../src/base/date.ts'
import type { ReadItems } from '../../src/base/item-data.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { parseCsv } from '../model/csv.ts'
import { printed } from './printed.ts'

const today = parseDay('2026-11-20') as Day

/** An example, and the rows of its plan files: a file stands as often as there are rows in it. */
interface Example {
  readonly plans: ReadonlyMap<string, string>
  readonly rows: readonly { readonly path: string; readonly row: number }[]
  readonly readItems: ReadItems
}

function exampleIn(folder: string): Example {
  const texts = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:sop|csv)$/.test(path))
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const plans = new Map([...texts].filter(([path]) => path.endsWith('.sop')))
  const rows = [...plans].flatMap(([path, text]) =>
    [...text.matchAll(ROW)].map((_, row) => ({ path, row })),
  )
  const readItems: ReadItems = (path) => {
    const text = texts.get(path)
    return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
  }
  return { plans, rows, readItems }
}

function workspaceOf(
  { readItems }: Example,
  files: ReadonlyMap<string, string>,
  follows: boolean,
): Workspace {
  const workspace = new Workspace(today, { follows })
  workspace.apply({ files: [...files].map(([path, text]) => ({ path, text })), readItems })
  return workspace
}

const ROW = /^ +\d{4}-\d{2}(?: \.\.(?: \d{4}-\d{2})?)? +(?=[\d-])/gm

const typed = fc.record({
  row: fc.nat(),
  behind: fc.nat(30),
  cut: fc.nat(2),
  text: fc.constantFrom('', '1', '9', '00', '1.5', ' ', '-', ' # so\n', '\n'),
})

/** Types something into a row, wherever that now is. */
function edited(
  { rows }: Example,
  files: ReadonlyMap<string, string>,
  { row, behind, cut, text }: Typed,
) {
  const { path, row: wanted } = rows[row % rows.length] ?? { path: '', row: 0 }
  const before = files.get(path) ?? ''
  const found = [...before.matchAll(ROW)]
  const match = found[wanted % Math.max(found.length, 1)]
  const end = before.indexOf('\n', match?.index)
  const at = Math.min((match?.index ?? 0) + (match?.[0].length ?? 0) + behind, end)
  return { path, text: before.slice(0, at) + text + before.slice(Math.min(at + cut, end)) }
}

type Typed = typeof typed extends fc.Arbitrary<infer Made> ? Made : never

const step = fc.tuple(typed, fc.boolean())
type Step = [Typed, boolean]

function told(snapshot: Snapshot): string {
  const { objectives, outcomes, unjudged, waived } = snapshot.review.judgement
  const counts = outcomes.map((outcome) => ({ ...outcome, milliseconds: 0 }))
  const goals = objectives.map(({ objective, ...figures }) => ({
    name: objective.name,
    ...figures,
  }))
  return JSON.stringify([printed(snapshot), counts, goals, unjudged, waived.length])
}

/** After each keystroke the snapshot says what a fresh one says. */
export function typedNumbers(folder: string): fc.IProperty<[Step[]]> {
  const example = exampleIn(folder)
  const fresh = (files: ReadonlyMap<string, string>) => workspaceOf(example, files, false).snapshot
  return fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
    const workspace = workspaceOf(example, example.plans, true)
    void workspace.snapshot.review
    const files = new Map(example.plans)
    for (const [each, ask] of steps) {
      const { path, text } = edited(example, files, each)
      files.set(path, text)
      const { review: before } = workspace.snapshot
      const snapshot = workspace.apply({ files: [{ path, text }] })
      if (!ask) continue
      followed.count += Number(snapshot.review.facts === before.facts)
      if (told(snapshot) !== told(fresh(files))) return false
    }
    return told(workspace.snapshot) === told(fresh(files))
  })
}

/** How often a snapshot followed from the one before it. */
export const followed = { count: 0 }
