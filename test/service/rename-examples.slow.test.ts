// Renaming every name of a published workspace, one after the other: nothing else changes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { withEdits } from '../../src/base/source.ts'
import { rename } from '../../src/service/rename.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { workspaceSymbols } from '../../src/service/symbols.ts'
import { snapshotOf } from './cursor.ts'

const EXAMPLE = 'examples/acme'
const NAMED_BY_RULES = 'planning'

/** A seal is over the names of the families, too: with another name, another plan is committed to. */
function unsealed(text: string): string {
  return text.replaceAll(/ as "sha256-\w+"/g, '')
}

function textsOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    paths
      .filter((path) => /\.(?:sop|csv)$/.test(path))
      .map((path) => [
        path.replaceAll('\\', '/'),
        unsealed(readFileSync(join(folder, path), 'utf8')),
      ]),
  )
}

/** What is wrong, without the names in the words. */
function said({ review }: Snapshot): readonly string[] {
  const { findings, todos } = review.judgement
  return [
    ...review.diagnostics.map(({ code }) => code),
    ...[...findings, ...todos].map(({ severity }) => severity),
  ].toSorted()
}

describe('renaming in the example', () => {
  const texts = textsOf(EXAMPLE)
  const before = snapshotOf(texts)
  const names = workspaceSymbols(before, '').filter(({ kind }) => kind !== 'cycle')

  test('has many names to try', () => {
    expect(names.length).toBeGreaterThan(30)
  })

  test('refuses a name that the rulebook says', () => {
    const found = names.find(({ name }) => name === NAMED_BY_RULES)
    const made = found && rename(before, found.span.source.path, found.span.start, 'frozen')
    expect(made).toEqual({
      refused: 'The rules of Concord speak of `planning`: it keeps its name.',
    })
  })

  test.each(names.filter(({ name }) => name !== NAMED_BY_RULES))(
    '$kind $name',
    ({ name, kind, span }) => {
      const made = rename(before, span.source.path, span.start, `${name}-renamed`)
      if (made === undefined || 'refused' in made) {
        throw new Error(`${name}: ${made?.refused ?? 'nothing is named there'}`)
      }
      const after = new Map(texts)
      for (const path of new Set(made.edits.map((edit) => edit.span.source.path))) {
        const own = made.edits.filter((edit) => edit.span.source.path === path)
        after.set(path, withEdits(texts.get(path) ?? '', own))
      }
      const snapshot = snapshotOf(after)
      expect(said(snapshot)).toEqual(said(before))
      const there = workspaceSymbols(snapshot, '').filter((each) => each.kind === kind)
      expect(there.map((each) => each.name)).not.toContain(name)
      expect(there.map((each) => each.name)).toContain(`${name}-renamed`)
    },
  )
})
