// What a merge is put together from.

import { expect, test } from 'vitest'

import { conflictPiece, linesPiece, withMarkers } from '../../src/merge/piece.ts'

test('a conflict below any count of lines is marked', () => {
  const pieces = [
    linesPiece(Array.from({ length: 500_000 }, () => '# a line')),
    conflictPiece(['unit each'], ['unit pallet'], { path: [], cells: [] }),
  ]
  const lines = withMarkers(pieces, { size: 7, ours: 'ours', theirs: 'theirs' })
  expect(lines.slice(500_000)).toEqual([
    '<<<<<<< ours',
    'unit each',
    '=======',
    'unit pallet',
    '>>>>>>> theirs',
  ])
})
