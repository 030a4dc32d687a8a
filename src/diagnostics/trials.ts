/** What can be wrong with a test of rules. */

import { defineDiagnostics, reporterFor } from './define.ts'

export const trialDiagnostics = defineDiagnostics({
  'test-expects-nothing': {
    severity: 'error',
    title: 'A test that expects nothing',
    message: 'This test says nothing of what its plan must give.',
    help: 'Write `expect RULE at CELL` for a finding, or `expect no RULE` for none.',
    why: 'A test without an expectation passes whatever its rules do.',
  },
  'test-inside-test': {
    severity: 'error',
    title: 'A test inside a test',
    message: 'A test holds one plan, and no other test.',
    help: 'Write it beside the other test.',
    why: 'Each test is a world of its own.',
  },
  'expectation-of-no-name': {
    severity: 'error',
    title: 'Nothing in the test has this name',
    message: 'Nothing in this test is called {name}.',
    help: 'Declare it in the test: it sees nothing of the plan outside.',
    why: 'A test sees of its workspace the rules, functions, policies for all families and units, so that no change of the plan changes what it proves.',
  },
  'expectation-of-no-cell': {
    severity: 'error',
    title: 'There is no such cell in the test',
    message: 'There is no {reading} here: {months}.',
    help: 'Name a month that the plan of the test has; write `outlook.` before the series for a month that is closed.',
    why: 'A finding can only point at a cell that the plan of the test has.',
  },
})

export const reportTrial = reporterFor(trialDiagnostics)
