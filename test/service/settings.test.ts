// concord.yaml: completion, hover, problems and their mends, from its schema and the workspace.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { textOf } from '../../src/base/source.ts'
import { printPlain } from '../../src/markup/terminal.ts'
import { actions } from '../../src/service/actions.ts'
import { completion } from '../../src/service/completion.ts'
import { definition } from '../../src/service/definition.ts'
import { hover } from '../../src/service/hover.ts'
import { problemsIn } from '../../src/service/problems.ts'
import { BUSINESS, changedLines, cursorIn, FAMILY } from './cursor.ts'

const RULE = `rule plant/low "Sales are there" {
  why     "Nobody plans a month without sales."
  given   family f, month t in horizon
  require sales(f, t) > 0
  at      sales(f, t)
  message "low"
}
items from "shop items"
`

const settings = (text: string) =>
  cursorIn({ 'plan.sop': BUSINESS + FAMILY + RULE, 'concord.yaml': text })

function offered(text: string) {
  const { snapshot, path, offset } = settings(text)
  return completion(snapshot, path, offset).items
}

/** The texts that would be written, and the word that they would replace. */
function expectOffered(text: string, expected: readonly string[], word = ''): void {
  const items = offered(text)
  expect(items.map((item) => item.text)).toEqual(expected)
  expect(new Set(items.map(({ span }) => textOf(span)))).toEqual(
    new Set(items.length > 0 ? [word] : []),
  )
}

function expectHover(text: string, over: string, expected: readonly string[]): void {
  const { snapshot, path, offset } = settings(text)
  const found = hover(snapshot, path, offset)
  const lines = found === undefined ? [] : printPlain(found.doc, 100).trimEnd().split('\n')
  expect({ over: found && textOf(found.span), lines }).toEqual({ over, lines: expected })
}

const TOP = ['include:', 'exclude:', 'fail-on: ', 'rules:', 'item-sources:', 'report:']

describe('completion', () => {
  test('offers the settings that are not there yet', () => {
    expectOffered('$0', TOP)
    expectOffered('fai$0', TOP, 'fai')
    expectOffered('fail-on: error\nrep$0', TOP.toSpliced(2, 1), 'rep')
    expectOffered('rep$0\nfail-on: error\n', TOP.toSpliced(2, 1), 'rep')
  })
  test('leaves the colon that is there', () => {
    expectOffered(
      'include:\nfail$0: error\n',
      ['exclude', 'fail-on', 'rules', 'item-sources', 'report'],
      'fail',
    )
  })
  test('offers the words that a setting takes', () => {
    expectOffered('fail-on: $0', ['error', 'warning', 'information', 'never'])
    expectOffered(
      'fail-on: w$0\nreport:\n  color: auto\n',
      ['error', 'warning', 'information', 'never'],
      'w',
    )
    expectOffered('report:\n  color: "ne$0"\n', ['auto', 'always', 'never'], 'ne')
  })
  test('offers the settings of a setting', () => {
    expectOffered('report:\n  $0\n', ['color: ', 'width: '])
    expectOffered('report:\n  width: 80\n  $0\nfail-on: error\n', ['color: '])
    expectOffered('report: { wi$0 }\n', ['color: ', 'width: '], 'wi')
    expectOffered('item-sources:\n  shop:\n    file: a.csv\n    s$0', ['separator: '], 's')
  })
  test('offers the rules of the workspace and of Concord, and what their names begin with', () => {
    const items = offered('rules:\n  $0')
    const labels = items.map(({ label }) => label)
    for (const name of ['plant', 'plant/low', 'balance', 'balance/capacity']) {
      expect(labels).toContain(name)
    }
    const own = items.find(({ label }) => label === 'plant/low')
    expect([own?.text, own?.detail]).toEqual(['plant/low: ', 'Sales are there'])
    expect(offered('rules:\n  plant/low: off\n  $0').map(({ label }) => label)).not.toContain(
      'plant/low',
    )
    expectOffered('rules:\n  plant/low: $0', ['off', 'error', 'warning', 'information'])
  })
  test('offers the item data that plans name', () => {
    expectOffered('item-sources:\n  $0', ['shop items:'])
  })
  test('says with each what it is for', () => {
    for (const text of [
      '$0',
      'fail-on: $0',
      'report:\n  $0',
      'rules:\n  $0',
      'item-sources:\n  $0',
    ]) {
      expect(offered(text).filter(({ doc }) => doc === undefined || doc.length === 0)).toEqual([])
    }
  })
  test('offers nothing in comments, behind a colon, or in what is no YAML', () => {
    for (const text of ['# $0', 'fail-on:$0', 'include:\n  - $0', '\t[}$0', 'width: 8$0']) {
      expectOffered(text, [])
    }
  })
})

describe('hover', () => {
  test('shows what a setting is for, over its name and its value', () => {
    const lines = [
      '`error | warning | information | never`',
      'From which severity on a finding fails the check. Unsaid: error',
    ]
    expectHover('fail$0-on: error\n', 'fail-on', lines)
    expectHover('fail-on: err$0or\n', 'error', lines)
    expectHover('report:\n  wid$0th: 80\n', 'width', [
      '`40 to 400`',
      "The width of a line, in columns. Unsaid: the terminal's, at most 100",
    ])
    expectHover('include:\n  - "a$0.sop"\n', '"a.sop"', [
      'Globs of the plan files, relative to this file. Unsaid: **/*.sop',
    ])
  })
  test('shows what a rule is', () => {
    expectHover('rules:\n  plant/l$0ow: off\n', 'plant/low', [
      'Sales are there',
      'Nobody plans a month without sales.',
      '`off | error | warning | information`',
    ])
  })
  test('shows nothing of what the schema does not have', () => {
    const { snapshot, path, offset } = settings('colour$0s: 7\n')
    expect(hover(snapshot, path, offset)).toBeUndefined()
  })
})

describe('problems', () => {
  test('are mended where it is clear what was meant', () => {
    const { snapshot, path, offset } = settings('fail-onn$0: error\n')
    expect(problemsIn(snapshot, path).map(({ code }) => code)).toEqual([
      'configuration-setting-unknown',
    ])
    const [action] = actions(snapshot, { path, start: offset, end: offset })
    expect(action && changedLines(action.edits)).toEqual(['fail-on: error'])
  })
  test('lead from a rule to its declaration', () => {
    const { snapshot, path, offset } = settings('rules:\n  plant/$0low: off\n')
    const found = definition(snapshot, path, offset)
    expect(found && [found.name.source.path, textOf(found.name)]).toEqual(['plan.sop', 'plant/low'])
  })
})

describe('any text', () => {
  const part = fc.constantFrom(
    'fail-on',
    'rules',
    'report:',
    ': ',
    ':',
    '\n',
    '\r\n',
    '  ',
    '- ',
    '\t',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    '&a',
    '*a',
    '!x',
    '|',
    '? ',
    '---',
    'plant/low',
    'error',
    '\u{1F4C8}',
  )
  test('has an answer at any offset, with a place in the text', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.nat(60), (parts, offset) => {
        const text = parts.join('')
        const { snapshot } = settings(text)
        const path = 'concord.yaml'
        const spans = [
          ...completion(snapshot, path, offset).items.map(({ span }) => span),
          ...[hover(snapshot, path, offset)].flatMap((each) => each?.span ?? []),
        ]
        const outside = spans.filter(({ start, end }) => start > end || end > text.length)
        expect(outside).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
