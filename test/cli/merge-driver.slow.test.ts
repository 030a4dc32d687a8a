// What git makes of two branches once Concord merges its plan files, in repositories made step by step.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { CONFLICTS } from '../../src/cli/merge-driver.ts'
import { bundledCommand } from './bundle.ts'
import { folderWith } from './folder.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 120_000 })

const concord = bundledCommand()

const PLAN = `# the plan of the kettles
plan kettles for 2026-11 {
  month    sales  operations
  2026-11   1000        1050
  2026-12   1200        1150  # the fair
  2027-01   1300        1250
}
`

type Files = Readonly<Record<string, string>>

interface Branches {
  /** What all begin with, and what each branch makes of it; undefined takes a file away. */
  readonly base: Files
  readonly ours: (repository: Repository) => void
  readonly theirs: (repository: Repository) => void
}

interface Outcome {
  readonly repository: Repository
  readonly merged: boolean
  readonly read: (path: string) => string
  /** `UU plan.sop`, `AA …`, `UD …` of what is not merged. */
  readonly unmerged: readonly string[]
}

/** Merges the branch `supply` into `main`. */
function mergeOf({ base, ours, theirs }: Branches, setUp = true): Outcome {
  const repository = repositoryWith(base)
  const { git, commit, folder } = repository
  if (setUp) concord.run(folder, 'git-setup')
  commit('set up')
  git('checkout', '--quiet', '-b', 'supply')
  theirs(repository)
  commit('theirs')
  git('checkout', '--quiet', 'main')
  ours(repository)
  commit('ours')
  return outcome(repository, () => git('merge', '--quiet', '--no-edit', 'supply'))
}

function outcome(repository: Repository, act: () => void): Outcome {
  let merged = true
  try {
    act()
  } catch {
    merged = false
  }
  const status = repository.git('-c', 'core.quotePath=false', 'status', '--porcelain')
  return {
    repository,
    merged,
    read: (path) => readFileSync(join(repository.folder, path), 'utf8'),
    unmerged: status.split('\n').filter((line) => /^(?:U|.U|AA|DD)/.test(line)),
  }
}

const edit =
  (path: string, ...changes: readonly (readonly [string, string])[]) =>
  ({ folder, write }: Repository): void => {
    const text = readFileSync(join(folder, path), 'utf8')
    write({ [path]: changes.reduce((made, [from, to]) => made.replace(from, to), text) })
  }

describe('git merge', () => {
  test('both sides edited: columns of one month, and a comment', () => {
    const { merged, read } = mergeOf({
      base: { 'plan.sop': PLAN },
      ours: edit('plan.sop', ['1200', '1210'], ['# the fair', '# the fair in Lyon']),
      theirs: edit('plan.sop', ['1150', '1160']),
    })
    expect(merged).toBe(true)
    expect(read('plan.sop')).toBe(
      PLAN.replace('1200', '1210').replace('1150', '1160').replace('fair', 'fair in Lyon'),
    )
  })

  test('the same cell twice is a conflict with both values and both authors', () => {
    const author =
      (name: string, from: string, to: string) =>
      (repository: Repository): void => {
        edit('plan.sop', [from, to])(repository)
        repository.git(
          'commit',
          '--quiet',
          '--all',
          '--message',
          to,
          '--author',
          `${name} <a@example.com>`,
        )
      }
    const { merged, read, unmerged } = mergeOf({
      base: { 'plan.sop': PLAN },
      ours: author('Sales director', '1200', '1250'),
      theirs: author('Plant manager', '1200', '1300'),
    })
    expect(merged).toBe(false)
    expect(unmerged).toEqual(['UU plan.sop'])
    expect(read('plan.sop').split('\n').slice(4, 16)).toEqual([
      '<<<<<<< ours (Sales director)',
      '  2026-12   1250        1150  # the fair',
      '=======',
      '  2026-12   1300        1150  # the fair',
      '  # sales 2026-12: 1250 (Sales director) or 1300 (Plant manager); it was 1200. Keep one.',
      '  # If it stays open, name the roles and put this below the plan:',
      '  # disagreement sales-kettles-2026-12 about kettles 2026-12 {',
      '  #   position ROLE sales 1250  # Sales director',
      '  #   position ROLE sales 1300  # Plant manager',
      '  # }',
      '>>>>>>> supply (Plant manager)',
      '  2027-01   1300        1250',
    ])
  })

  test('a rename, a move, and an edit of the file under its old name', () => {
    const { merged, read } = mergeOf({
      base: { 'plan.sop': PLAN },
      ours: ({ git, folder, write }) => {
        write({ 'plans/readme.txt': 'plans\n' })
        git('mv', 'plan.sop', 'plans/kettles.sop')
        edit('plans/kettles.sop', ['1050', '1060'])({ folder, write } as Repository)
      },
      theirs: edit('plan.sop', ['1000', '1010']),
    })
    expect(merged).toBe(true)
    expect(read('plans/kettles.sop')).toBe(PLAN.replace('1000', '1010').replace('1050', '1060'))
  })

  test('one side laid the file out, the other changed a number', () => {
    const untidy = PLAN.replaceAll(/ {2,}(?=\d|sales|operations)/g, ' ')
    const { merged, read } = mergeOf({
      base: { 'plan.sop': untidy },
      ours: ({ folder }) => void concord.run(folder, 'fmt'),
      theirs: edit('plan.sop', ['1300 1250', '1300 12500']),
    })
    expect(merged).toBe(true)
    expect(read('plan.sop')).toBe(PLAN.replace(' 1250\n', '12500\n'))
  })

  test('both added the file', () => {
    const { merged, read } = mergeOf({
      base: { 'other.sop': 'unit kg\n' },
      ours: ({ write }) => write({ 'plan.sop': PLAN }),
      theirs: ({ write }) =>
        write({ 'plan.sop': PLAN.replace('}\n', '  2027-02   1400        1350\n}\n') }),
    })
    expect(merged).toBe(true)
    expect(read('plan.sop')).toBe(PLAN.replace('}\n', '  2027-02   1400        1350\n}\n'))
  })

  test('both added the file, and a number differs', () => {
    const { read, unmerged } = mergeOf({
      base: { 'other.sop': 'unit kg\n' },
      ours: ({ write }) => write({ 'plan.sop': PLAN }),
      theirs: ({ write }) => write({ 'plan.sop': PLAN.replace('1200', '1300') }),
    })
    expect(unmerged).toEqual(['AA plan.sop'])
    expect(read('plan.sop').match(/^(?:<{7}|={7}|>{7})/gm)).toHaveLength(3)
  })

  test('one side deleted the file, the other changed it: what was changed stays', () => {
    const { merged, read, unmerged } = mergeOf({
      base: { 'plan.sop': PLAN },
      ours: edit('plan.sop', ['1200', '1210']),
      theirs: ({ git }) => void git('rm', '--quiet', 'plan.sop'),
    })
    expect(merged).toBe(false)
    expect(unmerged).toEqual(['UD plan.sop'])
    expect(read('plan.sop')).toBe(PLAN.replace('1200', '1210'))
  })

  test('paths with spaces, quotes and letters of all scripts', () => {
    const path = "größe 日本/it's a plan.sop"
    const { merged, read } = mergeOf({
      base: { [path]: PLAN },
      ours: edit(path, ['1200', '1210']),
      theirs: edit(path, ['1150', '1160']),
    })
    expect(merged).toBe(true)
    expect(read(path)).toBe(PLAN.replace('1200', '1210').replace('1150', '1160'))
  })

  test('lines that end with a carriage return keep it; one side may change that', () => {
    const returns = PLAN.replaceAll('\n', '\r\n')
    const branches = (base: string): Branches => ({
      base: { 'plan.sop': base },
      ours: edit('plan.sop', ['1200', '1210']),
      theirs: ({ write }) => write({ 'plan.sop': returns.replace('1150', '1160') }),
    })
    const both = returns.replace('1200', '1210').replace('1150', '1160')
    expect(mergeOf(branches(returns)).read('plan.sop')).toBe(both)
    expect(mergeOf(branches(PLAN)).read('plan.sop')).toBe(both)
  })

  test('git rebase and git cherry-pick merge by cell, too', () => {
    for (const words of [
      ['rebase', 'main', 'supply'],
      ['cherry-pick', 'supply'],
    ]) {
      const { repository } = mergeOf({
        base: { 'plan.sop': PLAN },
        ours: edit('plan.sop', ['1200', '1210']),
        theirs: edit('plan.sop', ['1150', '1160']),
      })
      repository.git('reset', '--quiet', '--hard', 'HEAD^')
      const { read, merged } = outcome(repository, () => repository.git(...words))
      expect(merged).toBe(true)
      expect(read('plan.sop')).toBe(PLAN.replace('1200', '1210').replace('1150', '1160'))
    }
  })
})

test('a rebase names whose number is which', () => {
  const { repository } = mergeOf({
    base: { 'plan.sop': PLAN },
    ours: edit('plan.sop', ['1200', '1210']),
    theirs: ({ folder, git }) => {
      const file = join(folder, 'plan.sop')
      writeFileSync(file, PLAN.replace('1200', '1220'))
      git(
        'commit',
        '--quiet',
        '--all',
        '--author',
        'buyer <buyer@example.com>',
        '--message',
        'more',
      )
    },
  })
  repository.git('reset', '--quiet', '--hard', 'HEAD')
  const { read, merged } = outcome(repository, () => repository.git('rebase', 'main', 'supply^'))
  expect(merged).toBe(false)
  expect(read('plan.sop')).toContain(
    '# sales 2026-12: 1210 (planner) or 1220 (buyer); it was 1200.',
  )
  expect(read('plan.sop')).toMatch(/^>>>>>>> [0-9a-f]{7} .*more.* \(buyer\)$/m)
})

describe('what Concord cannot merge is as git would have left it', () => {
  /** git's names of the sides are not the driver's. */
  const unnamed = (text: string): string => text.replace(/^([<>]{7}) .*$/gm, '$1')

  const cases: readonly (readonly [string, Branches])[] = [
    [
      'a file that cannot be read in full',
      {
        base: { 'plan.sop': `${PLAN}\nplan pumps {{\n` },
        ours: edit('plan.sop', ['1200', '1210']),
        theirs: edit('plan.sop', ['1150', '1160']),
      },
    ],
    [
      'a file that is no text',
      {
        base: { 'plan.sop': `${PLAN}\0` },
        ours: edit('plan.sop', ['1200', '1210']),
        theirs: edit('plan.sop', ['1150', '1160']),
      },
    ],
    [
      'lines that end in two ways',
      {
        base: { 'plan.sop': PLAN.replace('{\n', '{\r\n') },
        ours: edit('plan.sop', ['1200', '1210']),
        theirs: edit('plan.sop', ['1300', '1310']),
      },
    ],
  ]

  test.each(cases)('%s', (_, branches) => {
    const driven = mergeOf(branches)
    const without = mergeOf(branches, false)
    expect(driven.unmerged).toEqual(without.unmerged)
    expect(unnamed(driven.read('plan.sop'))).toBe(unnamed(without.read('plan.sop')))
  })

  test('a command that is gone', () => {
    const branches: Branches = {
      base: { 'plan.sop': PLAN },
      ours: (repository) => {
        const driver = repository.git('config', 'merge.concord.driver')
        const gone = driver.replaceAll(concord.file(), '/nowhere/concord.cjs')
        expect(gone).not.toBe(driver)
        repository.git('config', 'merge.concord.driver', gone.trimEnd())
        edit('plan.sop', ['1200', '1210'])(repository)
      },
      theirs: edit('plan.sop', ['1150', '1160']),
    }
    const gone = mergeOf(branches)
    const without = mergeOf({ ...branches, ours: edit('plan.sop', ['1200', '1210']) }, false)
    expect(gone.unmerged).toEqual(['UU plan.sop'])
    expect(unnamed(gone.read('plan.sop'))).toBe(unnamed(without.read('plan.sop')))
  })
})

describe('called as git calls it', () => {
  const files = { o: PLAN, a: PLAN.replace('1200', '1210'), b: PLAN.replace('1200', '1220') }

  test.each([
    ['an older git', ['7', 'plan.sop', '%S', '%X', '%Y'], 'ours', 'theirs'],
    ['a newer git', ['7', 'plan.sop', 'base', 'HEAD', 'supply'], 'HEAD', 'supply'],
    ['no more than it needs', [], 'ours', 'theirs'],
  ])('%s', (_, words, ours, theirs) => {
    const folder = folderWith(files)
    const { status } = concord.tried(folder, 'merge-driver', '--', 'o', 'a', 'b', ...words)
    expect(status).toBe(CONFLICTS)
    const text = readFileSync(join(folder, 'a'), 'utf8')
    expect(text).toContain(`\n<<<<<<< ${ours}\n`)
    expect(text).toContain(`\n>>>>>>> ${theirs}\n`)
  })

  test('with markers as long as git wants them', () => {
    const folder = folderWith(files)
    concord.tried(folder, 'merge-driver', '--', 'o', 'a', 'b', '9', 'plan.sop')
    expect(readFileSync(join(folder, 'a'), 'utf8')).toContain('\n<<<<<<<<< ours\n')
  })

  test('with a file missing, and nothing is touched', () => {
    const folder = folderWith(files)
    const { status, stderr } = concord.tried(folder, 'merge-driver', '--', 'o', 'a', 'none')
    expect([status, stderr]).toEqual([2, expect.stringContaining('none cannot be read')])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(files.a)
  })

  test('with too few words', () => {
    const { status, stderr } = concord.tried(folderWith(files), 'merge-driver', '--', 'o')
    expect([status, stderr]).toEqual([2, expect.stringContaining('git-setup')])
  })
})

describe('as an external diff', () => {
  /** With the words that git gives, whatever they are. */
  function differenceIn({ write, git }: Repository, ...words: readonly string[]): string {
    write({ '.git/info/attributes': '*.sop diff=concord\n' })
    const own = `'${process.execPath}' '${concord.file()}' external-diff --`
    git('config', 'diff.concord.command', own)
    return git('-c', 'core.quotePath=false', 'diff', ...words)
  }

  test('of a change: 7 words', () => {
    const repository = repositoryWith({ 'my plan.sop': PLAN })
    edit('my plan.sop', ['1200', '1250'], ['  2027-01', ' 2027-01'])(repository)
    expect(differenceIn(repository)).toBe(
      'my plan.sop\n  plan kettles for 2026-11 | sales | 2026-12: 1200 → 1250\n',
    )
  })

  test('of a layout that says the same', () => {
    const repository = repositoryWith({ 'plan.sop': PLAN })
    edit('plan.sop', ['  2027-01', ' 2027-01'])(repository)
    expect(differenceIn(repository)).toBe('plan.sop\n  it says the same\n')
  })

  test('of a rename: 9 words', () => {
    const repository = repositoryWith({ 'plan.sop': PLAN })
    repository.git('mv', 'plan.sop', 'größe.sop')
    edit('größe.sop', ['1200', '1250'])(repository)
    repository.git('add', '--all')
    expect(differenceIn(repository, '--cached', '--find-renames')).toBe(
      'plan.sop → größe.sop\n  plan kettles for 2026-11 | sales | 2026-12: 1200 → 1250\n',
    )
  })

  test('of a file that is new, and of one that is gone: /dev/null', () => {
    const repository = repositoryWith({ 'old.sop': 'unit kg\n' })
    repository.git('rm', '--quiet', 'old.sop')
    repository.write({ 'new.sop': 'unit box = 12 each\n' })
    repository.git('add', '--all')
    expect(differenceIn(repository, '--cached', '--no-renames')).toBe(
      'new.sop, new\n  + unit box: unit box = 12 each\nold.sop, gone\n  - unit kg: unit kg\n',
    )
  })

  test('of a file that is not merged: 1 word', () => {
    const { repository } = mergeOf({
      base: { 'plan.sop': PLAN },
      ours: edit('plan.sop', ['1200', '1250']),
      theirs: edit('plan.sop', ['1200', '1300']),
    })
    expect(differenceIn(repository, '--cached')).toContain(
      'plan.sop: it has conflicts that nobody has resolved\n',
    )
  })

  test('of a file that is no plan, where git calls it for all files', () => {
    const words = ['notes.txt', 'a', '0', '100644', 'a', '0', '100644']
    const { status, stdout } = concord.tried(
      folderWith({ a: 'x' }),
      'external-diff',
      '--',
      ...words,
    )
    expect([status, stdout]).toEqual([
      0,
      'notes.txt: no plan file; git diff --no-ext-diff shows it\n',
    ])
  })

  test('of a file that cannot be read', () => {
    const folder = folderWith({ a: PLAN })
    const words = ['plan.sop', 'none', '0', '100644', 'a', '0', '100644']
    const { status, stderr } = concord.tried(folder, 'external-diff', '--', ...words)
    expect([status, stderr]).toEqual([2, expect.stringContaining('none cannot be read')])
    writeFileSync(join(folder, 'none'), PLAN)
    expect(concord.tried(folder, 'external-diff', '--', ...words).stdout).toBe(
      'plan.sop\n  it says the same\n',
    )
  })
})
