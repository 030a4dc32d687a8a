// A family that one side calls by another name, while the other goes on with the plan.

import { describe, expect, test } from 'vitest'

import { mergedText, mergedTexts } from './merging.ts'

const PLAN = `family kettles "Kettles" {
  unit each
}

# Sales of kettles.
plan kettles for 2026-11 {
  month    sales  operations
  2026-11   1000        1050
  2026-12   1200        1150
  2027-01   1300        1250
}

mix operations of kettles for 2026-11 {
  month    big  small
  2026-11  500    550
}
`

const renamed = PLAN.replace(/\bkettles\b(?!\.)/g, 'tea-kettles')

describe('a family that one side renamed', () => {
  test('has the numbers that the other changed, and what it added', () => {
    const edited = `${PLAN.replace('1200', '1210')}
explain-miss sales of kettles because "The fair."
`
    const both = `${renamed.replace('1200', '1210')}
explain-miss sales of tea-kettles because "The fair."
`
    expect(mergedText(PLAN, renamed, edited)).toBe(both)
    expect(mergedText(PLAN, edited, renamed)).toBe(both)
  })

  test('may have been changed by both, where each its own', () => {
    const ours = renamed.replace('1250', '1260')
    expect(mergedText(PLAN, ours, PLAN.replace('1200', '1210'))).toBe(ours.replace('1200', '1210'))
  })

  test('has a conflict in the cell that both changed', () => {
    const ours = renamed.replace('1200', '1220')
    expect(mergedTexts(PLAN, ours, PLAN.replace('1200', '1210'))).toMatchObject({
      conflicts: [{ path: ['plan tea-kettles for 2026-11'], cells: [{ column: 'sales' }] }],
    })
  })

  test('may need quotes for its name', () => {
    const ours = PLAN.replace(/\bkettles\b(?!\.)/g, '"tea kettles"')
    expect(mergedText(PLAN, ours, PLAN.replace('1200', '1210'))).toBe(ours.replace('1200', '1210'))
  })
})

describe('is no renaming, and a conflict', () => {
  const theirs = PLAN.replace('1200', '1210')

  test.each([
    ['another plan under another name', renamed.replace(/1[0-3][05]0/g, '77')],
    ['where the old name stands on', renamed.replace('family tea-kettles', 'family kettles')],
    ['where two could be it', renamed + renamed.replaceAll('tea-', 'soup-')],
  ])('%s', (_, ours) => {
    const merged = mergedTexts(PLAN, ours, theirs)
    expect(merged).not.toMatchObject({ conflicts: [] })
    expect('text' in merged && merged.text).toContain('<<<<<<<')
    expect('text' in merged && merged.text).toContain('1210')
  })

  test('where the other side has the new name for something else', () => {
    const merged = mergedTexts(PLAN, renamed, `${theirs}\nresource tea-kettles in hours\n`)
    expect(merged).not.toMatchObject({ conflicts: [] })
  })
})
