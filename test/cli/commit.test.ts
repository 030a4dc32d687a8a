// `concord commit`: who may, what it writes and where, and what git history then shows.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { aside, output } from '../../src/cli/console.ts'
import { gitHistory } from '../../src/cli/git-history.ts'
import { run } from '../../src/cli/run.ts'
import { sayFailure } from '../../src/cli/failure.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 30_000 })

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Calls the command in a folder, in this process, as `main.ts` does. */
async function concord(folder: string, line: string): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [
    vi.spyOn(process, 'cwd').mockReturnValue(folder),
    vi.spyOn(output, 'write').mockImplementation((text) => void out.push(text)),
    vi.spyOn(aside, 'write').mockImplementation((text) => void err.push(text)),
  ]
  vi.stubEnv('NO_COLOR', '1')
  try {
    const code = await run(line.split(' ')).catch(sayFailure)
    return { code, out: out.join(''), err: err.join('').replaceAll('\n', ' ').trim() }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}

const BUSINESS = `business "Test" {
  currency USD
  leader   president
}
role president      in general-management
role sales-director in sales-marketing under president
role seller         in sales-marketing under sales-director
role plant-manager  in operations under president

family widgets {
  strategy make-to-stock
  unit     each
  owner    sales-director for sales
  owner    plant-manager  for operations
}
family "m 2" {
  strategy make-to-stock
  unit     each
  owner    sales-director for sales
  owner    plant-manager  for operations
}
conversion widgets {
  price = 25 USD per each from 2026-01
}
conversion "m 2" {
  price = 10 USD per each from 2026-01
}
`

const CYCLE = `cycle 2026-11 {
  horizon 3 months
}
`

const SALES = `# The sales plan.
plan widgets for 2026-11 {
  month    sales
  2026-11     50
  2026-12     50
  2027-01     60
}
plan "m 2" for 2026-11 {
  month               sales
  2026-11 .. 2027-01     20
}
`

const OPERATIONS = `plan widgets for 2026-11 {
  opening inventory 100
  month               operations
  2026-11 .. 2027-01          60
}
plan "m 2" for 2026-11 {
  opening inventory 10
  month    operations  inventory
  2026-11          20         10
  2026-12          20         10
  2027-01          20         10
}
`

const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'cycle.sop': CYCLE,
  'sales.sop': SALES,
  'operations.sop': OPERATIONS,
}

const COMMIT = 'commit sales --for 2026-11 --by sales-director --on 2026-11-19'
const CHECK = 'check --as-of 2026-11-22 --rule commitment/broken-seal --format compact'

const textIn = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

function change(folder: string, file: string, old: string, young: string): void {
  const text = textIn(folder, file)
  expect(text).toContain(old)
  writeFileSync(join(folder, file), text.replace(old, young))
}

describe('concord commit', () => {
  test('seals all that the role owns, where its plan stands, laid out', async () => {
    const folder = folderWith(FILES)
    const { code, out, err } = await concord(folder, COMMIT)
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      'Committed by the sales-director to the sales plan for 2026-11, in sales.sop:\n  widgets\n  m 2\n',
    )
    const text = textIn(folder, 'sales.sop')
    expect(text.startsWith(`${SALES}\ncommit sales of widgets for 2026-11`)).toBe(true)
    expect(text.slice(SALES.length)).toMatch(
      /^\n(?:commit sales of (?:widgets|"m 2") for 2026-11 by sales-director on 2026-11-19 as "sha256-[0-9a-f]{64}"\n){2}$/,
    )
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(FILES).toSorted())
    expect((await concord(folder, 'fmt --check sales.sop')).code).toBe(0)
    expect(await concord(folder, CHECK)).toEqual({ code: 0, out: '', err: '' })
  })

  test('seals one family, by whoever stands above its owner, into a file named', async () => {
    const folder = folderWith(FILES)
    const words = 'commit sales --of widgets --for 2026-11 --by president --file cycle.sop'
    expect((await concord(folder, words)).code).toBe(0)
    expect(textIn(folder, 'cycle.sop')).toMatch(
      /\}\n\ncommit sales of widgets for 2026-11 by president on \d{4}-\d\d-\d\d as "sha256-/,
    )
    expect(textIn(folder, 'sales.sop')).toBe(SALES)
  })

  test('seals revenue, which nobody owns, into the file of the cycle', async () => {
    const folder = folderWith(FILES)
    const { code } = await concord(folder, 'commit revenue --for 2026-11 --by plant-manager')
    expect(code).toBe(0)
    expect(textIn(folder, 'cycle.sop').match(/^commit revenue of /gm)).toHaveLength(2)
  })

  test('and beside its budget, where there is one', async () => {
    const budget = `budget widgets in USD {
  month               revenue
  2026-11 .. 2027-01     1500
}
`
    const folder = folderWith({ ...FILES, 'finance.sop': budget })
    await concord(folder, 'commit revenue --for 2026-11 --by plant-manager')
    expect(textIn(folder, 'finance.sop').match(/^commit revenue of /gm)).toHaveLength(2)
    expect(textIn(folder, 'cycle.sop')).toBe(CYCLE)
  })

  test('stands below what the role has committed to before, and leaves closed cycles alone', async () => {
    const closed =
      CYCLE.replace('2026-11', '2026-10') +
      SALES.replaceAll('for 2026-11', 'for 2026-10').replaceAll('2027-01', '2026-12') +
      'commit sales for 2026-10 by sales-director on 2026-10-19\n'
    const apart = {
      ...FILES,
      'closed/all.sop': closed
        .replace('2026-11     50\n', '2026-10     50\n  2026-11     50\n')
        .replace(/ {2}2026-12 {5}60\n/, ''),
    }
    const first = folderWith(apart)
    expect((await concord(first, COMMIT)).out).toContain('in sales.sop:')
    const own = {
      ...FILES,
      'promises.sop':
        'commit sales for 2026-11 by sales-director on 2026-11-18 # said\n\nunit case = 12 each\n',
    }
    const second = folderWith(own)
    expect((await concord(second, COMMIT)).out).toContain('in promises.sop:')
    expect(textIn(second, 'promises.sop')).toMatch(
      /^commit sales .* # said\n(?:commit sales of .*\n){2}\nunit case = 12 each\n$/,
    )
  })

  test('stands after a roll where the role committed before it, and never in a closed cycle', async () => {
    const words = (month: string) =>
      `commit revenue --for 2026-${month} --by plant-manager --on 2026-${month}-19`
    const folder = folderWith({ ...FILES, 'money/worth.sop': '# What the plan is worth.\n' })
    expect((await concord(folder, `${words('11')} --file money/worth.sop`)).code).toBe(0)
    expect((await concord(folder, 'roll 2026-12')).code).toBe(0)
    expect((await concord(folder, words('12'))).out).toContain('\nmoney/worth.sop:')
    // Where that file is gone, too.
    const gone = folderWith({
      ...FILES,
      'closed/2026-10/worth.sop':
        'cycle 2026-10 {\n  horizon 3 months\n}\ncommit revenue for 2026-10 by plant-manager on 2026-10-19\n',
    })
    expect((await concord(gone, words('11'))).out).toContain('in cycle.sop:')
  })

  test('says that it is committed, where the seal holds', async () => {
    const folder = folderWith(FILES)
    await concord(folder, `${COMMIT} --of widgets`)
    const before = textIn(folder, 'sales.sop')
    const again = await concord(folder, `${COMMIT} --of widgets`)
    expect([again.code, again.err]).toEqual([
      2,
      'concord: The sales plan of widgets for 2026-11 is committed already, and its seal holds. There is nothing to do: it says what was committed to.',
    ])
    expect(textIn(folder, 'sales.sop')).toBe(before)
    expect((await concord(folder, COMMIT)).out).toBe(
      'Committed by the sales-director to the sales plan for 2026-11, in sales.sop:\n  m 2\n  widgets: committed already, and its seal holds\n',
    )
  })

  test('takes the place of a broken one, and says of which', async () => {
    const folder = folderWith(FILES)
    await concord(folder, COMMIT)
    change(folder, 'sales.sop', '2026-12     50', '2026-12     55')
    expect((await concord(folder, CHECK)).code).toBe(1)
    const { code, out } = await concord(
      folder,
      COMMIT.replace('19', '23').replace('sales-director', 'president --of widgets'),
    )
    expect(code).toBe(0)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'widgets, in place of the commitment of 2026-11-19 by the sales-director (sales.sop:13), whose seal was broken',
    )
    expect(textIn(folder, 'sales.sop').match(/^commit .*? as/gm)).toEqual([
      'commit sales of widgets for 2026-11 by president on 2026-11-23 as',
      'commit sales of "m 2" for 2026-11 by sales-director on 2026-11-19 as',
    ])
    expect((await concord(folder, CHECK)).code).toBe(0)
  })

  const refused: readonly (readonly [string, string, Readonly<Record<string, string>>?])[] = [
    ['commit sale --for 2026-11 --by president', 'There is no series sale. Did you mean sales?'],
    [
      'commit sales --for 2026-11 --by president --of widget',
      'There is no family widget. Did you mean widgets?',
    ],
    [
      'commit sales --for 2026-11 --by presdent',
      'There is no role presdent. Did you mean president?',
    ],
    ['commit sales --for 2026-12 --by president', 'There is no cycle 2026-12.'],
    ['commit sales --for 11-2026 --by president', '--for 11-2026: this is no month.'],
    ['commit sales --for 2026-11', "required option '--by <role>' not specified"],
    [`${COMMIT} --on 2026-11-31`, 'there is no such date'],
    [`${COMMIT} --file sale.sop`, 'There is no plan file sale.sop. Did you mean sales.sop?'],
    [`${COMMIT} --file ../sales.sop`, 'There is no plan file ../sales.sop.'],
    [
      'commit sales --for 2026-11 --by president',
      'The president owns no sales plan. Name families with `--of`',
    ],
    [
      'commit sales --for 2026-11 --by seller --of widgets',
      'The sales plan of widgets belongs to the sales-director, over whom the seller has no authority.',
    ],
    [
      'commit operations --for 2026-11 --by sales-director --of widgets',
      'The operations plan of widgets belongs to the plant-manager',
    ],
    [
      COMMIT,
      'The plan has errors: there is no family `widgts` (more.sop).',
      { 'more.sop': 'item i in widgts\n' },
    ],
    [
      COMMIT,
      'The plan has errors: m 2 2026-12: the inventory is stated as 11 each, but the flows give 10 each (operations.sop).',
      {
        'operations.sop': OPERATIONS.replace(
          '2026-12          20         10',
          '2026-12          20         11',
        ),
      },
    ],
    [
      COMMIT,
      'The sales plan of widgets for 2026-11 has none in 2026-12.',
      { 'sales.sop': SALES.replace('  2026-12     50\n', '') },
    ],
    [
      'commit shipments --for 2026-11 --by president',
      'The shipments plan of widgets for 2026-11 has no numbers.',
    ],
  ]
  const cases = refused.map(([line, message, more = {}]) => ({ line, message, more }))
  test.each(cases)('2: $line: $message', async ({ line, message, more }) => {
    const folder = folderWith({ ...FILES, ...more })
    const { code, err, out } = await concord(folder, line)
    expect(err).toContain(message)
    expect([code, out]).toEqual([2, ''])
    for (const [path, text] of Object.entries({ ...FILES, ...more })) {
      expect(textIn(folder, path)).toBe(text)
    }
  })
})

function git(folder: string, ...words: readonly string[]): void {
  const as = ['-c', 'user.name=planner', '-c', 'user.email=planner@example.org']
  execFileSync('git', [...as, '-c', 'commit.gpgsign=false', ...words], {
    cwd: folder,
    stdio: 'ignore',
  })
}

function kept(folder: string, message: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--message', message)
}

describe('history', () => {
  const shown =
    'widgets: the sales plan of 2026-11 is not the one that the sales-director committed to on 2026-11-19: 2026-12 (committed 50 each, now 55 each)'

  /** A workspace in a folder of its repository, sealed. */
  async function sealed(): Promise<{ readonly top: string; readonly folder: string }> {
    const files = Object.entries(FILES).map(([path, text]) => [`plans/here/${path}`, text])
    const top = folderWith({ ...Object.fromEntries(files), 'other.sop': SALES })
    git(top, 'init')
    const folder = join(top, 'plans/here')
    await concord(folder, COMMIT)
    return { top, folder }
  }

  test('shows a change that is not committed to git', async () => {
    const { top, folder } = await sealed()
    kept(top, 'sealed')
    change(folder, 'sales.sop', '2026-12     50', '2026-12     55')
    expect((await concord(folder, CHECK)).out).toContain(shown)
  })

  test('shows a change of long ago, also where the file has moved since', async () => {
    const { top, folder } = await sealed()
    kept(top, 'sealed')
    change(folder, 'sales.sop', '2026-12     50', '2026-12     55')
    git(top, 'mv', 'plans/here/sales.sop', 'plans/here/demand.sop')
    kept(top, 'changed')
    for (const count of [1, 2, 3]) {
      writeFileSync(join(folder, 'notes.txt'), `${count}`)
      kept(top, 'notes')
    }
    expect((await concord(folder, CHECK)).out).toContain(shown)
  })

  test('does without git, without a repository, and where time is up', async () => {
    const untold = 'no earlier version shows which months differ'
    const folder = folderWith(FILES)
    await concord(folder, COMMIT)
    change(folder, 'sales.sop', '2026-12     50', '2026-12     55')
    vi.stubEnv('PATH', folder)
    expect((await concord(folder, CHECK)).out).toContain(untold)
    vi.unstubAllEnvs()
    expect((await concord(folder, CHECK)).out).toContain(untold)
    const { top, folder: inside } = await sealed()
    kept(top, 'sealed')
    const seal = /sha256-[0-9a-f]{64}/.exec(textIn(inside, 'sales.sop'))?.[0] ?? ''
    const limits = { milliseconds: 5000, states: 2, bytes: 1 << 20 }
    const paths = [...gitHistory(inside, limits)(seal)].map((sources) =>
      sources.map(({ path }) => path),
    )
    const own = ['business.sop', 'cycle.sop', 'operations.sop', 'sales.sop']
    expect(paths).toEqual([own, own])
    expect([...gitHistory(inside, { ...limits, milliseconds: 0 })(seal)]).toEqual([])
    expect([...gitHistory(inside, { ...limits, bytes: 10 })(seal)]).toEqual([])
    expect([...gitHistory(inside, limits)('--output=x')]).toEqual([])
  })

  test('is that of the workspace, whatever the caller says', async () => {
    const { top, folder } = await sealed()
    kept(top, 'sealed')
    change(folder, 'sales.sop', '2026-12     50', '2026-12     55')
    vi.stubEnv('GIT_DIR', join(folderWith({}), '.git'))
    expect((await concord(folder, CHECK)).out).toContain(shown)
  })
})
