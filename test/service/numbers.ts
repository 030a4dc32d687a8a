/** Numbers typed into the tables of a workspace in which nothing is wrong. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'

import { parseDay, type Day } from '../../src/base/date.ts'
import type { ReadItems } from '../../src/base/item-data.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { parseCsv } from '../model/csv.ts'
import { printed } from './printed.ts'

const FOLDER = 'examples/acme'
const today = parseDay('2026-11-20') as Day

const texts = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:sop|csv)$/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
)
const plans = [...texts].filter(([path]) => path.endsWith('.sop'))
const readItems: ReadItems = (path) => {
  const text = texts.get(path)
  return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
}

function workspaceOf(files: ReadonlyMap<string, string>, follows: boolean): Workspace {
  const workspace = new Workspace(today, { follows })
  workspace.apply({ files: [...files].map(([path, text]) => ({ path, text })), readItems })
  return workspace
}

/** The files with tables, as often as there are rows in them. */
const ROW = /^ +\d{4}-\d{2}(?: \.\.(?: \d{4}-\d{2})?)? +(?=[\d-])/gm
const rows = plans.flatMap(([path, text]) =>
  [...text.matchAll(ROW)].map((_, row) => ({ path, row })),
)

const typed = fc.record({
  row: fc.nat(rows.length - 1),
  behind: fc.nat(30),
  cut: fc.nat(2),
  text: fc.constantFrom('', '1', '9', '00', '1.5', ' ', '-', ' # so\n', '\n'),
})

/** Types something into a row, wherever that now is. */
function edited(files: ReadonlyMap<string, string>, { row, behind, cut, text }: Typed) {
  const { path, row: wanted } = rows[row] ?? { path: '', row: 0 }
  const before = files.get(path) ?? ''
  const found = [...before.matchAll(ROW)]
  const match = found[wanted % Math.max(found.length, 1)]
  const end = before.indexOf('\n', match?.index)
  const at = Math.min((match?.index ?? 0) + (match?.[0].length ?? 0) + behind, end)
  return { path, text: before.slice(0, at) + text + before.slice(Math.min(at + cut, end)) }
}

type Typed = typeof typed extends fc.Arbitrary<infer Made> ? Made : never

function told(snapshot: Snapshot): string {
  const { outcomes, unjudged, waived } = snapshot.review.judgement
  const counts = outcomes.map((outcome) => ({ ...outcome, milliseconds: 0 }))
  return JSON.stringify([printed(snapshot), counts, unjudged, waived.length])
}

/** After each keystroke the snapshot says what a fresh one says. */
export const typedNumbers = fc.property(
  fc.array(fc.tuple(typed, fc.boolean()), { minLength: 1, maxLength: 6 }),
  (steps) => {
    const workspace = workspaceOf(new Map(plans), true)
    void workspace.snapshot.review
    const files = new Map(plans)
    for (const [each, ask] of steps) {
      const { path, text } = edited(files, each)
      files.set(path, text)
      const { review: before } = workspace.snapshot
      const snapshot = workspace.apply({ files: [{ path, text }] })
      if (!ask) continue
      followed.count += Number(snapshot.review.facts === before.facts)
      if (told(snapshot) !== told(workspaceOf(files, false).snapshot)) return false
    }
    return told(workspace.snapshot) === told(workspaceOf(files, false).snapshot)
  },
)

/** How often a snapshot followed from the one before it. */
export const followed = { count: 0 }
