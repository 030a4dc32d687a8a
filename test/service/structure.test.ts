// Problems, outline, folding, selection, links, layout: what a file is made of.
import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { folds } from '../../src/service/folding.ts'
import { formatFile, formatOnType, formatRange } from '../../src/service/formatting.ts'
import { links } from '../../src/service/links.ts'
import { problemsIn } from '../../src/service/problems.ts'
import { selectionRanges } from '../../src/service/selection.ts'
import { documentSymbols, type PlanSymbol, workspaceSymbols } from '../../src/service/symbols.ts'
import { BUSINESS, changedLines, cursorIn, FAMILY, type Files, shown } from './cursor.ts'

function expectProblems(files: Files, expected: readonly string[], codes?: RegExp): void {
  const { snapshot, path } = cursorIn(files)
  const found = problemsIn(snapshot, path).filter(({ code }) => codes?.test(code) ?? true)
  expect(
    found.flatMap(({ span, severity, code, labels, unnecessary }) => [
      `${severity} ${code} ${shown(span, path)}${unnecessary ? ' unnecessary' : ''}`,
      ...labels.map((label) => `  ${shown(label.span, path)}: ${label.text}`),
    ]),
  ).toEqual(expected)
}

function expectSymbols(text: string, expected: readonly string[]): void {
  const { snapshot, path } = cursorIn(text)
  const lines = (symbols: readonly PlanSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, selection, children }) => [
      `${indent}${name} | ${detail} | ${textOf(selection)}`,
      ...lines(children, `${indent}  `),
    ])
  expect(lines(documentSymbols(snapshot, path), '')).toEqual(expected)
}

function expectSearch(text: string, query: string, expected: readonly string[]): void {
  const { snapshot } = cursorIn(text)
  const found = workspaceSymbols(snapshot, query)
  expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected)
}

function expectFolds(text: string, expected: readonly string[]): void {
  const { snapshot, path } = cursorIn(text)
  const found = folds(snapshot, path)
  expect(found.map(({ from, to, comment }) => `${from}-${to}${comment ? ' #' : ''}`)).toEqual(
    expected,
  )
}

function expectSelection(text: string, expected: readonly string[]): void {
  const { snapshot, path, offset } = cursorIn(text)
  expect(selectionRanges(snapshot, path, offset).map(textOf)).toEqual(expected)
}

const PLAN = `plan widgets for 2026-11 {
  month    sales  operations
  2026-11    100          90
}
`

const ruleAfter = (step: string): string => `rule plant/made "All that is sold is made" {
  ${step === '' ? '' : `after ${step}`}
  given   family f, month t in horizon
  require sales(f, t) <= operations(f, t)
  at      sales(f, t)
  message "too little"
}
`

describe('problems', () => {
  test('of the language have their other places', () => {
    expectProblems(
      'role a in operations\nrole a in finance\n',
      ['error doubled-name 2:6 a', '  1:6 a: declared here first'],
      /name/,
    )
  })
  test('say what may be deleted', () => {
    expectProblems('unit each\n}\n', ['error stray-brace 2:1 } unnecessary'], /brace/)
  })
  test('of rules show the values they read', () => {
    expectProblems(
      BUSINESS + FAMILY + PLAN + ruleAfter(''),
      ['error plant/made 26:14 100', '  26:27 90: operations of widgets 2026-11 = 90 each'],
      /plant/,
    )
  })
  test('that are not due yet are hints', () => {
    const { snapshot, path } = cursorIn(BUSINESS + FAMILY + PLAN + ruleAfter('executive'))
    const hints = problemsIn(snapshot, path).filter(({ code }) => code === 'plant/made')
    expect(hints.map(({ severity, message }) => [severity, message])).toEqual([
      ['hint', 'To do before the executive: too little'],
    ])
  })
})

describe('symbols', () => {
  test('of a file are its statements and the lines in them', () => {
    expectSymbols('family widgets "Widgets" {\n  unit each\n  owner a for sales\n}\n', [
      'family widgets | Widgets | widgets',
      '  unit each |  | each',
      '  owner a | for sales | a',
    ])
    expectSymbols(PLAN, ['plan widgets | for 2026-11 | widgets'])
  })
  test('are found in the whole workspace, by name or title', () => {
    expectSearch(BUSINESS + FAMILY, 'wid', ['family widgets'])
    expectSearch(BUSINESS + FAMILY, 'pl', ['role planner'])
    expectSearch(BUSINESS + FAMILY, 'pnr', ['role planner'])
    expectSearch(BUSINESS + FAMILY, 'xyz', [])
  })
})

describe('folding', () => {
  test('takes blocks, runs of comments and lines that go on', () => {
    expectFolds(
      '# one\n# two\nfamily a {\n  unit each\n}\nmeeting x with a,\n    b\nfamily c {\n  unit each\n',
      ['1-2 #', '3-4', '6-7', '8-9'],
    )
  })
})

describe('selection', () => {
  test('grows from a cell to its row, table, statement and file', () => {
    expectSelection('plan a for 2026-11 {\n  month    sales\n  2026-11    10$00\n}\n', [
      '100',
      '2026-11    100',
      'month    sales\n  2026-11    100',
      'plan a for 2026-11 {\n  month    sales\n  2026-11    100\n}',
      'plan a for 2026-11 {\n  month    sales\n  2026-11    100\n}\n',
    ])
  })
  test('grows from a word of an expression', () => {
    expectSelection('define a(family f) = 2 * fac$0tor(f)\n', [
      'factor',
      'factor(f)',
      '2 * factor(f)',
      'define a(family f) = 2 * factor(f)',
      'define a(family f) = 2 * factor(f)\n',
    ])
  })
})

describe('links', () => {
  test('lead to the files that a plan names', () => {
    const { snapshot, path } = cursorIn('items from "items.csv"\n')
    expect(links(snapshot, path).map((link) => [shown(link.span), link.path])).toEqual([
      ['1:12 "items.csv"', 'items.csv'],
    ])
  })
})

describe('layout', () => {
  const untidy = 'family   a {\n unit each\n}\nfamily   b {\n$0 unit    each\n}\n'
  test('of a file', () => {
    const { snapshot, path } = cursorIn(untidy)
    expect(changedLines(formatFile(snapshot, path))).toEqual([
      'family a {',
      '  unit each',
      'family b {',
      '  unit each',
    ])
  })
  test('of some of its lines', () => {
    const { snapshot, path, offset } = cursorIn(untidy)
    expect(changedLines(formatRange(snapshot, path, offset, offset + 1))).toEqual(['  unit each'])
  })
  test('after a line end leaves the line of the cursor alone', () => {
    const { snapshot, path, offset } = cursorIn('family   a {\n unit    each\n$0  \n}\n')
    expect(changedLines(formatOnType(snapshot, path, offset))).toEqual([
      'family a {',
      '  unit each',
    ])
  })
})
