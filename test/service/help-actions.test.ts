// What help tells to write is the language: every statement that is offered for a finding parses.
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'

import { makeSource, withEdits } from '../../src/base/source.ts'
import { parse } from '../../grammar/parse.ts'
import { helpActions } from '../../src/service/action-help.ts'
import { problemsIn } from '../../src/service/problems.ts'
import { snapshotOf } from './cursor.ts'

const plans = globSync('test/rules/*/*/breaks.sop').toSorted()

/** A snippet with its places filled in: by what stands in them, or by a number. */
const filled = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\}/g, '5')
    .replace(/\\(.)/g, '$1')

describe('what the help of a finding says to write', () => {
  const seen = new Set<string>()
  test.each(plans)('%s', (path) => {
    const text = readFileSync(path, 'utf8')
    const snapshot = snapshotOf(new Map([['plan.sop', text]]))
    const before = parse(makeSource('plan.sop', text)).problems.length
    for (const action of helpActions(snapshot, problemsIn(snapshot, 'plan.sop'))) {
      const [edit] = action.edits
      if (edit === undefined) throw new Error(`${action.title} writes nothing`)
      const written = action.snippet === undefined ? edit.text : filled(action.snippet)
      const after = withEdits(edit.span.source.text, [{ ...edit, text: written }])
      const { problems } = parse(makeSource('plan.sop', after))
      expect(problems.slice(before).map(({ message }) => message)).toEqual([])
      seen.add(written.trim().split(' ')[0] ?? '')
    }
  })
  test('is of many kinds', () => {
    expect([...seen].toSorted()).toEqual([
      'approve',
      'assumption',
      'authorize',
      'commit',
      'decision',
      'disagreement',
      'explain-miss',
      'fence',
      'leader',
      'market',
      'owner',
      'position',
      'price',
      'resolved',
      'revision',
      'role',
    ])
  })
})
