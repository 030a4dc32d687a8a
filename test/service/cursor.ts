/** Workspaces of tests: `$0` in a text is where the cursor stands. */

import { parseDay } from '../../src/base/date.ts'
import {
  type Edit,
  makeSource,
  positionOf,
  type Span,
  textOf,
  withEdits,
} from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import { parseSettings } from '../../src/configuration/parse.ts'
import { settle } from '../../src/configuration/settle.ts'
import type { Settings } from '../../src/service/given.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { parseCsv } from '../model/csv.ts'

export interface Cursor {
  readonly snapshot: Snapshot
  readonly path: string
  readonly offset: number
  /** Offsets of `$1`, `$2`, …, where the text has them. */
  readonly marks: readonly number[]
}

/** One text, or several files; one of them has the cursor. Files that are no plans are item data. */
export type Files = string | Readonly<Record<string, string>>

const SETTINGS = 'concord.yaml'
const MARK = /\$(\d)/g
const TODAY = '2026-11-20'

/** What nearly every plan of these tests begins with; 9 lines. */
export const BUSINESS = `business "Test" {
  currency USD
  leader president
}
role president in general-management
role planner in operations under president
unit case = 12 each
cycle 2026-11 {
  horizon 6 months
}
`

export const FAMILY = `family widgets "Widgets" {
  market "Shops"
  strategy make-to-stock
  unit each
  owner planner for operations
}
actual widgets {
  month    sales  operations  inventory
  2026-10    100         110         60
}
conversion widgets {
  price = 5 USD per each from 2026-01
}
`

export function cursorIn(files: Files): Cursor {
  const texts = typeof files === 'string' ? { 'plan.sop': files } : files
  let found: Omit<Cursor, 'snapshot'> = { path: Object.keys(texts)[0] ?? '', offset: 0, marks: [] }
  const plain = Object.entries(texts).map(([path, text]) => {
    const marks: number[] = []
    let removed = 0
    const bare = text.replace(MARK, (mark, digit: string, at: number) => {
      marks[Number(digit)] = at - removed
      removed += mark.length
      return ''
    })
    if (marks.length > 0) found = { path, offset: marks[0] ?? 0, marks: marks.slice(1) }
    return [path, bare] as const
  })
  return { snapshot: snapshotOf(new Map(plain)), ...found }
}

export function snapshotOf(texts: ReadonlyMap<string, string>): Snapshot {
  const today = parseDay(TODAY)
  if (today === undefined) throw new Error(`${TODAY} is no day`)
  const settings = texts.get(SETTINGS)
  return new Workspace(today).apply({
    ...(settings === undefined ? {} : { settings: settingsOf(settings) }),
    files: [...texts]
      .filter(([path]) => path.endsWith('.sop'))
      .map(([path, text]) => ({ path, text })),
    readItems: (path) => {
      const text = texts.get(path)
      return text === undefined ? { problem: 'there is no such file' } : parseCsv(path, text)
    },
  })
}

/** As a host reads it, but at once. */
function settingsOf(text: string): Settings {
  const source = makeSource(SETTINGS, text)
  const { values, places, problems } = parseSettings(source)
  if (problems.length > 0) return { configuration: DEFAULTS, problems, source }
  return { configuration: settle(values, places), problems, source }
}

/** `2:7 widgets`, with the path where that is not the one of the cursor. */
export function shown(span: Span, path = 'plan.sop'): string {
  const { line, column } = positionOf(span.source, span.start)
  const where = span.source.path === path ? '' : `${span.source.path}:`
  return `${where}${line}:${column} ${textOf(span).split('\n')[0]}`
}

/** The texts of files after edits. */
export function edited(edits: readonly Edit[]): Readonly<Record<string, string>> {
  const paths = new Set(edits.map(({ span }) => span.source.path))
  return Object.fromEntries(
    [...paths].map((path) => {
      const own = edits.filter(({ span }) => span.source.path === path)
      return [path, withEdits(own[0]?.span.source.text ?? '', own)]
    }),
  )
}

/** The lines of a text that edits changed, as they are afterwards. */
export function changedLines(edits: readonly Edit[]): readonly string[] {
  return Object.entries(edited(edits)).flatMap(([path, text]) => {
    const before = edits.find(({ span }) => span.source.path === path)?.span.source.text ?? ''
    const lines = new Set(before.split('\n'))
    return text.split('\n').filter((line) => !lines.has(line))
  })
}
