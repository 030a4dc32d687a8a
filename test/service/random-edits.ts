/** Edits in any order: of texts, of whole files, of files that come and go. */

import * as fc from 'fast-check'

import { parseDay, type Day } from '../../src/base/date.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { Workspace } from '../../src/service/workspace.ts'
import { BUSINESS, FAMILY } from './cursor.ts'
import { printed } from './printed.ts'

const PLAN = `plan widgets for 2026-11 {
  month               sales  operations  inventory
  2026-11               100         100         60
  2026-12 .. 2027-04    110         110         60
}
`
export const START: ReadonlyMap<string, string> = new Map([
  ['business.sop', BUSINESS],
  ['families.sop', FAMILY],
  ['plans/sales.sop', PLAN],
])

/** What planners and chance put into a text: words, breaks of both kinds, letters of two units. */
export const SNIPPETS = [
  'widgets',
  '100',
  '}\n',
  ' {\r\n',
  '\r\n',
  '\r',
  '"',
  '\u{1F4C8}',
  '\uD83D',
  '  2026-12  7\n',
  'family gadgets {\n  strategy make-to-stock\n  unit each\n}\n',
  'role planner in operations\n',
  '# ',
  '\t',
]

type Step =
  | { readonly at: number; readonly cut: number; readonly text: string; readonly file: number }
  | { readonly gone: number }
  | { readonly whole: number; readonly with: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      file: fc.nat(2),
      at: fc.nat(400),
      cut: fc.nat(30),
      text: fc.constantFrom('', ...SNIPPETS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ gone: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ whole: fc.nat(2), with: fc.nat(2) }) },
)

const paths = [...START.keys()]
const texts = [...START.values()]
export const today = parseDay('2026-11-20') as Day

export function fresh(files: ReadonlyMap<string, string>): Snapshot {
  return new Workspace(today).apply({
    files: [...files].map(([path, text]) => ({ path, text })),
  })
}

/** The change of one step, and the files after it. */
function after(files: ReadonlyMap<string, string>, each: Step) {
  const next = new Map(files)
  const path = paths['gone' in each ? each.gone : 'whole' in each ? each.whole : each.file] ?? ''
  const text = next.get(path) ?? ''
  if ('gone' in each) next.delete(path)
  else if ('whole' in each) next.set(path, texts[each.with] ?? '')
  else {
    const at = Math.min(each.at, text.length)
    next.set(path, text.slice(0, at) + each.text + text.slice(at + each.cut))
  }
  return { next, change: { files: [{ path, text: next.get(path) }] } }
}

/** After any edits the snapshot says what a fresh one says, whether somebody asked in between or not. */
export const sameAsFresh = fc.property(
  fc.array(step, { minLength: 1, maxLength: 8 }),
  fc.boolean(),
  (steps, ask) => {
    const workspace = new Workspace(today, { follows: true })
    workspace.apply({ files: [...START].map(([path, text]) => ({ path, text })) })
    let files = START
    for (const each of steps) {
      const { next, change } = after(files, each)
      const snapshot = workspace.apply(change)
      files = next
      if (ask) void snapshot.review
    }
    return printed(workspace.snapshot) === printed(fresh(files))
  },
)
