// The report at a terminal, letter by letter: `UPDATE=1` renews what is expected, review reads it.
import { expect, test } from 'vitest'

import { printPlain, printTerminal } from '../../src/markup/terminal.ts'
import { prettyReport } from '../../src/report/pretty.ts'
import { BUSY, NO_ITEMS, QUIET, report, review, UNKNOWN_FAMILY, WRONG_STOCK } from './sample.ts'

const options = { width: 80, todos: false }

test('problems are drawn by place, then comes the summary', async () => {
  const document = prettyReport(report(review(BUSY, [UNKNOWN_FAMILY])), options)
  await expect(printPlain(document, 80)).toMatchFileSnapshot('expected/busy.txt')
})

test('a plan without problems gets a short summary', async () => {
  const document = prettyReport(report(review(QUIET)), options)
  await expect(printPlain(document, 80)).toMatchFileSnapshot('expected/quiet.txt')
})

test('to-dos are listed by step when they are asked for', async () => {
  const judgement = { ...QUIET, todos: BUSY.todos }
  const document = prettyReport(report(review(judgement)), { ...options, todos: true })
  await expect(printPlain(document, 80)).toMatchFileSnapshot('expected/todos.txt')
})

test('narrow terminals get narrow lines', async () => {
  const document = prettyReport(report(review(BUSY, [UNKNOWN_FAMILY])), { ...options, width: 44 })
  await expect(printPlain(document, 44)).toMatchFileSnapshot('expected/narrow.txt')
})

test('colours are the only difference between a terminal and plain text', () => {
  const document = prettyReport(report(review(BUSY, [UNKNOWN_FAMILY])), options)
  const colored = printTerminal(document, { color: true, width: 80 })
  // oxlint-disable-next-line no-control-regex -- the colours
  expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(printPlain(document, 80))
  expect(colored).not.toBe(printPlain(document, 80))
})

test('of many problems fifty are drawn, a thousand named, the others counted', () => {
  const many = (count: number) => {
    const findings = Array.from({ length: count }, () => NO_ITEMS)
    return printPlain(prettyReport(report(review({ ...QUIET, findings })), options), 80)
  }
  const drawn = (text: string) => text.match(/-->/g)?.length
  expect(drawn(many(50))).toBe(50)
  expect(many(50)).not.toContain('Further problems')
  expect(drawn(many(51))).toBe(50)
  expect(many(51).match(/^orlicky\.sop:/gm)).toHaveLength(1)
  expect(many(1000)).not.toContain('more problem')
  expect(many(1001)).toContain('and 1 more problem: --format compact or json lists them all')
})

test('the reason of a rule is given once', () => {
  const findings = [WRONG_STOCK, { ...WRONG_STOCK, message: 'again' }]
  const text = printPlain(prettyReport(report(review({ ...QUIET, findings })), options), 80)
  expect(text.match(/why:/g)).toHaveLength(1)
})

test('problems of other files are counted, not shown', () => {
  const document = prettyReport(report(review(BUSY, [UNKNOWN_FAMILY]), ['other.sop']), options)
  expect(printPlain(document, 80)).toContain('3 problems in other files')
})
