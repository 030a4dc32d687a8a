// Many more random pairs of edits, as in pairs.test.ts.

import { describe, test } from 'vitest'

import {
  conflictsAreTheCellsOfBoth,
  followsARenaming,
  hasBothSetsOfChanges,
  isSymmetric,
  losesNothing,
  oneEditIsThatEdit,
  parsesWhateverItIsGiven,
} from './properties.ts'

const RUNS = 250

/* oxlint-disable vitest/expect-expect -- the properties assert */
describe('of any two edits of a plan', () => {
  test('a merge has both sets of changes, and parses', () => hasBothSetsOfChanges(RUNS))
  test('a conflict loses nothing of either side', () => losesNothing(RUNS))
  test('a merge says the same whichever side is ours', () => isSymmetric(RUNS))
  test('one edit and none is that edit, to the letter', () => oneEditIsThatEdit(RUNS))
  test('conflicts are the cells that both changed, and no others', () =>
    conflictsAreTheCellsOfBoth(RUNS))
  test('a family that one renamed has the changes of the other', () => followsARenaming(RUNS))
  test('a merge parses, whatever it is given', () => parsesWhateverItIsGiven(RUNS))
})
