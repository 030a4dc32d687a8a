// The gate: what a change brings in, what a baseline lets pass, what must hold by a meeting.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { WrongUse } from '../../src/cli/wrong-use.ts'
import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const BUSINESS = `business "Kettle works" {
  currency USD
}
family kettles "Kettles" {
  market   "Kitchen shops"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 3 months
}
`
const planOf = (november: number, december: number): string => `plan kettles for 2026-11 {
  opening inventory 100
  month    sales  operations  inventory
  2026-11     50          60        ${november}
  2026-12     50          60        ${december}
  2027-01     50          60        130
}
`
/** November is wrong from the start. */
const START = { 'concord.yaml': '', 'business.sop': BUSINESS, 'plan.sop': planOf(111, 120) }
const asOf = ['--as-of', '2026-11-22']

function git(folder: string, ...words: readonly string[]): void {
  const who = ['-c', 'user.name=sales director', '-c', 'user.email=sales@example.org']
  execFileSync('git', ['-C', folder, ...who, ...words], { stdio: 'pipe' })
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  commit(folder)
  return folder
}

function commit(folder: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'a change of the plan')
}

interface Found {
  readonly code: number
  readonly messages: readonly string[]
  readonly known: number
}

async function notes(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { output } = await called('check', folder, ...asOf, '--format', 'json', ...words)
  return (JSON.parse(output) as { readonly notes: readonly string[] }).notes
}

async function check(folder: string, ...words: readonly string[]): Promise<Found> {
  const { code, output } = await called('check', folder, ...asOf, '--format', 'json', ...words)
  const { findings, diagnostics, problemsKnown } = JSON.parse(output) as {
    readonly findings: readonly { readonly message: string }[]
    readonly diagnostics: readonly { readonly message: string }[]
    readonly problemsKnown: number
  }
  const messages = [...diagnostics, ...findings].map(({ message }) => message.slice(0, 15))
  return { code, messages, known: problemsKnown }
}

async function refused(folder: string, ...words: readonly string[]): Promise<string> {
  try {
    await called('check', folder, ...asOf, ...words)
  } catch (error) {
    if (error instanceof WrongUse) return error.message
    throw error
  }
  return 'it was not refused'
}

const NOVEMBER = 'kettles 2026-11'
const JANUARY = 'kettles 2027-01'

describe('--since', () => {
  test('lets pass what was there, wherever it stands now, and fails on what is new', async () => {
    const folder = repository(START)
    expect(await check(folder)).toEqual({ code: 1, messages: [NOVEMBER], known: 0 })
    expect(await check(folder, '--since', 'HEAD')).toEqual({ code: 0, messages: [], known: 1 })
    writeFileSync(join(folder, 'plan.sop'), '# nothing yet\n')
    writeFileSync(join(folder, 'moved.sop'), `# moved\n\n${planOf(112, 120)}`)
    expect(await check(folder, '--since', 'HEAD')).toEqual({ code: 0, messages: [], known: 1 })
    writeFileSync(join(folder, 'moved.sop'), planOf(111, 121))
    expect(await check(folder, '--since', 'HEAD')).toEqual({
      code: 1,
      messages: [JANUARY],
      known: 1,
    })
  })

  test('lets pass what was there of a family that goes by another name now', async () => {
    const folder = repository(START)
    for (const [path, text] of Object.entries(START)) {
      writeFileSync(join(folder, path), text.replaceAll('kettles', 'pots'))
    }
    expect(await check(folder, '--since', 'HEAD')).toEqual({ code: 0, messages: [], known: 1 })
    const worse = planOf(111, 121).replaceAll('kettles', 'pots')
    writeFileSync(join(folder, 'plan.sop'), worse)
    expect(await check(folder, '--since', 'HEAD')).toEqual({
      code: 1,
      messages: ['pots 2027-01: t'],
      known: 1,
    })
  })

  test('tells of what was there that its numbers are others now', async () => {
    const folder = repository(START)
    expect(await notes(folder, '--since', 'HEAD')).toEqual([])
    writeFileSync(join(folder, 'plan.sop'), planOf(512, 120))
    expect(await check(folder, '--since', 'HEAD')).toEqual({ code: 0, messages: [], known: 1 })
    expect(await notes(folder, '--since', 'HEAD')).toEqual([
      'Known before, and with other numbers now: kettles 2026-11: the inventory is stated as 512 each, but the flows give 110 each (before: kettles 2026-11: the inventory is stated as 111 each, but the flows give 110 each).',
    ])
    writeFileSync(join(folder, 'plan.sop'), planOf(111, 120).replaceAll('kettles', 'pots'))
    writeFileSync(join(folder, 'business.sop'), BUSINESS.replaceAll('kettles', 'pots'))
    expect(await notes(folder, '--since', 'HEAD')).toEqual([])
  })

  test('says where the revision had no plan in the folder', async () => {
    const folder = repository({
      'old/concord.yaml': '',
      'old/plan.sop': BUSINESS + planOf(111, 120),
    })
    git(folder, 'mv', 'old', 'new')
    const moved = join(folder, 'new')
    expect(await check(moved, '--since', 'HEAD')).toMatchObject({ code: 1, known: 0 })
    expect(await notes(moved, '--since', 'HEAD')).toEqual([
      'At HEAD there is no plan in this folder: all problems count as new. If it stood elsewhere, `--baseline` can let those pass that it had.',
    ])
  })

  test('what was found is told anew once it is graver', async () => {
    const folder = repository({
      ...START,
      'own.sop': `rule own/few "Few are made" {
  severity warning
  given family f, month t in horizon
  require operations(f, t) < 0
  at operations(f, t)
  message "{f} {t}: too many"
}
`,
    })
    const rule = ['--rule', 'own/few', '--fail-on', 'warning', '--since', 'HEAD']
    const before = await check(folder, ...rule)
    expect([before.code, before.messages, before.known]).toEqual([0, [], 3])
    const text = readFileSync(join(folder, 'own.sop'), 'utf8')
    writeFileSync(join(folder, 'own.sop'), text.replace('severity warning', 'severity error'))
    expect((await check(folder, ...rule)).code).toBe(1)
  })

  test('an error of the language counts as often as it is said', async () => {
    const wrong = 'plan kettle for 2026-11 {\n}\n'
    const folder = repository({ ...START, 'plan.sop': wrong })
    const now = await check(folder, '--since', 'HEAD')
    expect([now.code, now.known > 0]).toEqual([0, true])
    writeFileSync(join(folder, 'second.sop'), wrong)
    expect((await check(folder, '--since', 'HEAD')).code).toBe(1)
  })

  test('REV... is where the branch began', async () => {
    const folder = repository(START)
    git(folder, 'checkout', '--quiet', '-b', 'change')
    writeFileSync(join(folder, 'note.sop'), '# a note\n')
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    writeFileSync(join(folder, 'plan.sop'), planOf(110, 120))
    commit(folder)
    git(folder, 'checkout', '--quiet', 'change')
    expect((await check(folder, '--since', 'main')).messages).toEqual([NOVEMBER])
    expect((await check(folder, '--since', 'main...')).messages).toEqual([])
  })

  test('both sides are judged on one day, by the settings of now', async () => {
    const folder = repository(START)
    writeFileSync(join(folder, 'concord.yaml'), 'exclude: [business.sop]\n')
    const later = await check(folder, '--since', 'HEAD', '--as-of', '2028-01-01')
    expect([later.code, later.messages]).toEqual([0, []])
  })

  test('reads a folder inside the repository alone, with letters of any language', async () => {
    const inner = 'plän für alle'
    const folder = repository({
      [`${inner}/concord.yaml`]: '',
      [`${inner}/business.sop`]: BUSINESS,
      [`${inner}/plan.sop`]: planOf(111, 120).replaceAll('\n', '\r\n'),
      'elsewhere/plan.sop': planOf(1, 2),
    })
    expect(await check(join(folder, inner), '--since', 'HEAD')).toEqual({
      code: 0,
      messages: [],
      known: 1,
    })
  })

  test('a revision is a revision, never an option', async () => {
    const folder = repository(START)
    const target = join(folder, 'stolen')
    expect(await refused(folder, '--since', `--output=${target}`)).toContain('There is no revision')
    expect(await refused(folder, '--since', 'nowhere...')).toContain('There is no revision nowhere')
    expect(existsSync(target)).toBe(false)
    expect(await refused(folderWith(START), '--since', 'HEAD')).toContain('no git repository')
  })
})

describe('--baseline', () => {
  test('is written once, and lets pass what it lists', async () => {
    const folder = folderWith(START)
    const file = join(folder, 'baseline.json')
    expect((await check(folder, '--write-baseline', file)).code).toBe(0)
    expect(await check(folder, '--baseline', file)).toEqual({ code: 0, messages: [], known: 1 })
    writeFileSync(join(folder, 'plan.sop'), `# moved\n${planOf(111, 121)}`)
    expect((await check(folder, '--baseline', file)).messages).toEqual([JANUARY])
  })

  test('says the same for the same problems, whatever the order of the files', async () => {
    const texts: string[] = []
    for (const name of ['plan.sop', 'a.sop']) {
      const { 'plan.sop': plan, ...others } = START
      const folder = folderWith({ ...others, [name]: plan })
      await check(folder, '--write-baseline', join(folder, 'known.json'))
      texts.push(readFileSync(join(folder, 'known.json'), 'utf8'))
    }
    expect(texts[1]).toBe(texts[0])
    expect(texts[0]).toContain('balance/ending-inventory')
  })

  test.each(['', '{}', '[]', '{"shape":1,"problems":[{"id":1}]}', '{"shape":2,"problems":[]}'])(
    'refuses %j',
    async (text) => {
      const folder = folderWith({ ...START, 'known.json': text })
      expect(await refused(folder, '--baseline', join(folder, 'known.json'))).toContain(
        'is no baseline',
      )
    },
  )

  test('refuses one that is not there', async () => {
    expect(await refused(folderWith(START), '--baseline', 'none.json')).toContain(
      'There is no baseline',
    )
  })
})

describe('--step', () => {
  const PEOPLE = `rule own/after-demand "After the demand review" {
  after demand-review
  given family f, month t in horizon
  require operations(f, t) < 0
  at operations(f, t)
  message "after demand {f}"
}
rule own/after-executive "After the executive meeting" {
  after executive
  given family f, month t in horizon
  require operations(f, t) < 0
  at operations(f, t)
  message "after executive {f}"
}
`
  const own = ['--rule', 'own', '--as-of', '2026-11-01']

  test('what is to do after it and the steps before it counts', async () => {
    const folder = folderWith({
      ...START,
      'people.sop': PEOPLE,
      'business.sop': BUSINESS.replace(
        'horizon 3 months',
        'horizon 3 months\n  meeting demand-review on 2026-11-10\n  meeting executive on 2026-11-19',
      ),
    })
    const names = async (...words: readonly string[]): Promise<number> =>
      new Set((await check(folder, ...own, ...words)).messages).size
    const counts = [
      await names(),
      await names('--step', 'data-gathering'),
      await names('--step', 'demand-review'),
      await names('--step', 'reconciliation'),
      await names('--step', 'executive'),
    ]
    expect(counts).toEqual([0, 0, 1, 1, 2])
  })

  test('must be a step', async () => {
    expect(await refused(folderWith(START), '--step', 'demand')).toContain(
      'There is no step demand',
    )
  })
})

describe('--output', () => {
  test('writes each form to its file, and leaves nothing else behind', async () => {
    const folder = folderWith(START)
    const outputs = ['sarif', 'junit', 'markdown', 'pretty'].flatMap((form) => [
      '--output',
      `${form}=${join(folder, `out.${form}`)}`,
    ])
    const { code, output } = await called(
      'check',
      folder,
      ...asOf,
      '--format',
      'compact',
      ...outputs,
    )
    expect([code, output.split('\n').length]).toEqual([1, 2])
    expect(readFileSync(join(folder, 'out.sarif'), 'utf8')).toContain('"version": "2.1.0"')
    expect(readFileSync(join(folder, 'out.pretty'), 'utf8')).toContain(
      'error[balance/ending-inventory]',
    )
    const written = readdirSync(folder).filter((name) => !(name in START))
    expect(written.toSorted()).toEqual(['out.junit', 'out.markdown', 'out.pretty', 'out.sarif'])
  })

  test('replaces a link of that name, and writes nothing where it leads', async () => {
    const folder = folderWith({ ...START, 'precious.txt': 'precious' })
    symlinkSync(join(folder, 'precious.txt'), join(folder, 'out.json'))
    await called('check', folder, ...asOf, '--output', `json=${join(folder, 'out.json')}`)
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious')
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toContain('"shape": 1')
  })

  test.each([
    ['sarif', 'this names no file'],
    ['sarf=x', '--output cannot be sarf'],
    ['json=plan.sop', 'is a file of the plan'],
    ['json=no/such/folder.json', 'there is no folder'],
    ['json=', 'this names no file'],
  ])('refuses %s', async (word, message) => {
    expect(await refused(folderWith(START), '--output', word)).toContain(message)
  })

  const PLANS = {
    'plans/plan.sop': planOf(111, 120),
    'plans/business.sop': BUSINESS,
    'plans/concord.yaml': '',
  }

  /** What GitHub is told in a folder. */
  async function toldIn(folder: string, ...words: readonly string[]): Promise<string> {
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    try {
      return (await called('check', ...words, ...asOf, '--format', 'github')).output
    } finally {
      vi.restoreAllMocks()
    }
  }

  test('names files from the folder of the call on', async () => {
    const told = await toldIn(folderWith(PLANS), 'plans')
    expect(told).toMatch(/^::error file=plans\/plan\.sop,line=4,/)
  })

  test('names files from the root of the repository on, wherever in it the call is', async () => {
    const folder = repository(PLANS)
    for (const [at, ...words] of [['plans'], ['.', 'plans'], ['plans', 'plan.sop']] as const) {
      const told = await toldIn(join(folder, at), ...words)
      expect(told).toMatch(/^::error file=plans\/plan\.sop,line=4,/)
    }
    // A repository that is another's submodule is looked at from where the call is.
    git(join(folder, 'plans'), 'init', '--quiet')
    expect(await toldIn(folder, 'plans')).toMatch(/^::error file=plans\/plan\.sop,/)
    expect(await toldIn(join(folder, 'plans'))).toMatch(/^::error file=plan\.sop,/)
  })
})
