// The forms that a gate hands to other programs: each with plan texts that mean harm.

import { describe, expect, test } from 'vitest'

import { makeSource, spanOf } from '../../src/base/source.ts'
import { clean, wellFormed } from '../../src/markup/clean.ts'
import { printHtml } from '../../src/markup/html.ts'
import { printMarkdown } from '../../src/markup/markdown.ts'
import { checkPage } from '../../src/report/check-page.ts'
import { checkstyleReport } from '../../src/report/checkstyle.ts'
import { githubReport } from '../../src/report/github.ts'
import { gitlabReport } from '../../src/report/gitlab.ts'
import { jsonReport } from '../../src/report/json.ts'
import { junitReport } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/report.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { readHtml } from '../markup/strict-html.ts'
import { HOSTILE, hostile } from './hostile.ts'
import { BUSY, placeIn, QUIET, report, review, UNKNOWN_FAMILY, WRONG_STOCK } from './sample.ts'
import { misfitsOfJunit, misfitsOfSarif, readXml, textIn } from './strict-readers.ts'

const busy = report(review(BUSY, [UNKNOWN_FAMILY]))
const folder = 'plans/orlicky works'

const FORMS: Readonly<Record<string, (of: Report) => string>> = {
  'sarif.json': (of) => sarifReport(of, { folder, version: '1.2.3' }),
  'junit.xml': (of) => junitReport(of, { failOn: 'error' }),
  'github.txt': (of) => githubReport(of, { folder }),
  'gitlab.json': (of) => gitlabReport(of, { folder }),
  'checkstyle.xml': (of) => checkstyleReport(of, { folder }),
  'check.md': (of) => printMarkdown(checkPage(of, { folder })),
  'check.html': (of) => printHtml(checkPage(of, { folder })),
}

test.each(Object.entries(FORMS))('%s is as it was', async (name, print) => {
  await expect(print(busy)).toMatchFileSnapshot(`expected/gate-${name}`)
})

test.each(Object.entries(FORMS))('%s says nothing is wrong', (_, print) => {
  expect(print(report(review(QUIET)))).not.toContain('529')
})

const ESCAPES = ['\u001B', '\u0007', '\u202E', '\uD800']

describe.each(HOSTILE)('hostile text %#', (text) => {
  const of = hostile(text)

  test.each(Object.entries({ ...FORMS, 'check.json': jsonReport }))(
    'moves nothing in %s',
    (_, print) => {
      const printed = print(of)
      expect(ESCAPES.filter((sign) => printed.includes(sign))).toEqual([])
    },
  )

  test('is one line of annotation, whose properties end where they should', () => {
    const printed = githubReport(of, { folder: '' })
    expect(printed.split('\n')).toHaveLength(2)
    const properties = /^::error (.*?)::/.exec(printed)?.[1] ?? ''
    const keys = properties.split(',').map((each) => each.replace(/=.*/s, ''))
    expect(keys.filter((key) => !/^(?:file|line|endLine|col|endColumn|title)$/.test(key))).toEqual(
      [],
    )
    expect(properties.replace(/%(?:25|0D|0A|3A|2C)/g, '')).not.toContain('%')
  })

  test('stays inside its attribute and its element', () => {
    for (const printed of [
      junitReport(of, { failOn: 'error' }),
      checkstyleReport(of, { folder }),
    ]) {
      const names = new Set(readXml(printed).map(({ name }) => name))
      expect(names).not.toContain('img')
    }
    expect(misfitsOfJunit(readXml(junitReport(of, { failOn: 'error' })))).toEqual([])
  })

  test('is plain words in Markdown', () => {
    const printed = printMarkdown(checkPage(of, { folder: '' })).replace(/`[^`\n]*`/g, '')
    expect(printed).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary)>|!-- -->)/)
    expect(printed).not.toMatch(/(?<!\\)\]\(/)
    expect(printed).not.toMatch(/@\w|\w:\/\//)
    const rows = printed.split('\n').filter((line) => line.startsWith('| **error**'))
    expect(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).toEqual([6])
  })

  test('is text of a page', () => {
    const { counts, text: shown } = readHtml(printHtml(checkPage(of, { folder: '' })))
    expect(counts.get('img')).toBeUndefined()
    const bare = (words: string): string => words.replaceAll('`', '')
    expect(bare(shown)).toContain(bare(wellFormed(clean(text))))
  })

  test('is valid SARIF and JSON', () => {
    expect(misfitsOfSarif(sarifReport(of, { folder, version: '1.2.3' }))).toEqual([])
    expect(JSON.parse(gitlabReport(of, { folder }))).toHaveLength(1)
  })
})

describe('SARIF', () => {
  const printed = sarifReport(busy, { folder, version: '1.2.3' })

  test('keeps to the standard', () => {
    expect(misfitsOfSarif(printed)).toEqual([])
  })

  test('names files from the root of the repository, in letters that an address may have', () => {
    expect(printed).toContain('"uri": "plans/orlicky%20works/orlicky.sop"')
  })

  test('has a fingerprint that lasts when lines move', () => {
    const moved = makeSource('orlicky.sop', `# new\n\n${WRONG_STOCK.span.source.text}`)
    const span = { ...placeIn(moved, '529') }
    const later = report(review({ ...QUIET, findings: [{ ...WRONG_STOCK, span }] }))
    const now = report(review({ ...QUIET, findings: [WRONG_STOCK] }))
    const prints = [now, later].map((each) => {
      const text = sarifReport(each, { folder, version: '1' })
      return [...text.matchAll(/concordFinding\/v1": "(\w+)"/g)].map(([, id]) => id)
    })
    expect(prints[0]).toHaveLength(1)
    expect(prints[1]).toEqual(prints[0])
  })

  test('offers the mend as an edit of the place', () => {
    expect(printed).toMatch(/"insertedContent": \{\s*"text": "535"/)
  })

  test('tells of what is waived, as accepted', () => {
    expect(printed.match(/"suppressions"/g)).toHaveLength(BUSY.waived.length)
  })
})

describe('JUnit', () => {
  const suites = readXml(junitReport(busy, { failOn: 'error' }))

  test('is a suite a principle and a case a rule, as its schema has it', () => {
    expect(misfitsOfJunit(suites)).toEqual([])
    const cases = suites
      .filter(({ name }) => name === 'testcase')
      .map((each) => each.attributes['name'])
    expect(cases).toEqual(['unknown-name', ...BUSY.outcomes.map(({ rule }) => rule)])
  })

  test('fails from the level on at which the gate does', () => {
    const failures = (failOn: 'error' | 'warning' | 'never') =>
      readXml(junitReport(busy, { failOn })).filter(({ name }) => name === 'failure').length
    expect([failures('never'), failures('error'), failures('warning')]).toEqual([0, 2, 3])
  })

  test('says below that level what was found', () => {
    expect(textIn(suites, 'system-out')).toContain('alignment/mix-known')
  })
})

test('GitHub shows errors and warnings, each in its file', () => {
  const lines = githubReport(busy, { folder: 'plans' }).trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/,line.*/, ''))).toEqual([
    '::error file=plans/orlicky.sop',
    '::warning file=plans/orlicky.sop',
    '::error file=plans/orlicky.sop',
  ])
})

test('GitHub gets each sign that it would obey as its number', () => {
  const source = makeSource('a,b: 100%.sop', 'x\n')
  const finding = {
    ...WRONG_STOCK,
    title: 'Up, by 5%: twice',
    message: '50%, and: more\r\n::error::no',
    help: 'write 5%',
    span: spanOf(source, 0, 1),
  }
  const printed = githubReport(report(review({ ...QUIET, findings: [finding] })), { folder: '' })
  expect(printed).toBe(
    '::error file=a%2Cb%3A 100%25.sop,line=1,endLine=1,col=1,endColumn=2,' +
      'title=balance/ending-inventory%3A Up%2C by 5%25%3A twice' +
      '::50%25, and: more ::error::no%0ADo: write 5%25\n',
  )
})

test('GitLab tells problems apart by their ids', () => {
  const problems = JSON.parse(gitlabReport(busy, { folder: '' })) as readonly {
    fingerprint: string
  }[]
  expect(new Set(problems.map(({ fingerprint }) => fingerprint)).size).toBe(problems.length)
})
