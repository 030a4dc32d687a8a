// `concord diff` in repositories made for it: what a reviewer of a changed plan is told.

import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'
import { BUSINESS, changed, FAMILIES, FILES, MORE, PLAN } from './kettle-works.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Row {
  readonly month: string
  readonly old: string | null
  readonly new: string | null
  readonly difference: string | null
  readonly cumulative: string | null
  readonly atPrice: string | null
  readonly fence: {
    readonly needsApproval: boolean
    readonly approver: string | null
    readonly approvedBy: readonly string[]
    readonly approvedWithoutRight: readonly string[]
  } | null
}

interface Printed {
  readonly empty: boolean
  readonly base: { readonly name: string; readonly cycle: string }
  readonly renamed: readonly unknown[]
  readonly sheets: readonly {
    readonly version: string
    readonly subject: { readonly name: string }
    readonly is: string
    readonly lines: readonly {
      readonly what: string
      readonly stated: boolean
      readonly rows: readonly Row[]
    }[]
  }[]
  readonly statements: readonly {
    readonly statement: string
    readonly is: string
    readonly said: readonly { readonly what: string; readonly old: string; readonly new: string }[]
  }[]
  readonly commitments: readonly { readonly old: string; readonly new: string }[]
  readonly findings: Readonly<
    Record<
      'new' | 'mended' | 'still' | 'waived',
      readonly {
        readonly rule: string
        readonly message: string
        readonly messageBefore: string | null
      }[]
    >
  >
  readonly notes: readonly string[]
}

async function diff({ folder }: { folder: string }, ...words: string[]): Promise<Printed> {
  const options = ['--folder', folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('diff', ...words, ...options)
  expect(code).toBe(0)
  return JSON.parse(output) as Printed
}

describe('of the working tree', () => {
  test('says old, new, difference, all so far and money, month by month', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': MORE })
    const { sheets, empty } = await diff(repository)
    expect(empty).toBe(false)
    expect(sheets.map(({ version, subject }) => [version, subject.name])).toEqual([
      ['plan', 'kettles'],
    ])
    const sales = sheets[0]?.lines.find(({ what }) => what === 'sales')
    const rows = sales?.rows.map((row) => Object.values(row).slice(0, 6))
    expect(rows).toEqual([
      ['2026-12', '1000', '1200', '200', '200', '4000'],
      ['2027-01', '1000', '1050', '50', '250', '1000'],
      ['2027-02', '1000', '1050', '50', '300', '1000'],
    ])
    const follows = sheets[0]?.lines.filter(({ stated }) => !stated)
    expect(follows?.map(({ what }) => what)).toEqual(['inventory', 'revenue'])
    expect(follows?.[0]?.rows.map((row) => [row.month, row.new])).toEqual([
      ['2027-01', '50'],
      ['2027-02', '0'],
    ])
  })

  test('says which fence a number lies in, and whose approval it has or lacks', async () => {
    const repository = repositoryWith(FILES)
    const fences = async (plan: string) => {
      repository.write({ 'plan.sop': plan })
      const { sheets } = await diff(repository)
      const line = sheets[0]?.lines.find(({ what }) => what === 'sales')
      return line?.rows.map(({ fence }) => fence)
    }
    const open = { fence: 'planning', needsApproval: true, approver: 'president' }
    expect(await fences(MORE)).toEqual([
      { ...open, approvedBy: [], approvedWithoutRight: [] },
      null,
      null,
    ])
    const approve = (role: string) =>
      `${MORE}approve sales of kettles 2026-12 for 2026-11 by ${role} on 2026-11-18 because "A fair."\n`
    expect((await fences(approve('president')))?.[0]).toEqual({
      ...open,
      approvedBy: ['president'],
      approvedWithoutRight: [],
    })
    expect((await fences(approve('sales-manager')))?.[0]).toEqual({
      ...open,
      approvedBy: [],
      approvedWithoutRight: ['sales-manager'],
    })
    const little = await fences(changed(MORE, '1200  1200', '1100  1200'))
    expect(little?.[0]?.needsApproval).toBe(false)
  })

  test('tells both sides in one unit where a family is planned in another', async () => {
    const units = 'unit case = 10 each\n'
    const cases = changed(FAMILIES, '  unit     each', '  unit     case')
    const repository = repositoryWith(FILES)
    const inEach = PLAN.replaceAll(/plan kettles for (\S+) \{/g, 'plan kettles for $1 in each {')
    repository.write({ 'families.sop': units + cases, 'plan.sop': inEach })
    expect((await diff(repository)).sheets).toEqual([])
    repository.write({ 'plan.sop': changed(inEach, '1000        1000', '1200        1000') })
    const [sheet] = (await diff(repository)).sheets
    const [line] = sheet?.lines ?? []
    expect(Object.values(line?.rows[0] ?? {}).slice(0, 6)).toEqual([
      '2026-11',
      '100',
      '120',
      '20',
      '20',
      '4000',
    ])
  })

  test('asks leave for any change of operations inside a fence that says nothing of changes', async () => {
    const silent = changed(BUSINESS, '  change   sales, operations within 10%\n', '')
    const repository = repositoryWith({ ...FILES, 'business.sop': silent })
    repository.write({ 'plan.sop': changed(MORE, '1200  1200', '1200  1010') })
    const { sheets } = await diff(repository)
    const needs = sheets[0]?.lines.map(({ what, rows }) => [what, rows[0]?.fence?.needsApproval])
    expect(needs?.slice(0, 2)).toEqual([
      ['sales', false],
      ['operations', true],
    ])
  })

  test('says what is new, mended and still there, wherever lines went', async () => {
    const short = changed(PLAN, '2026-11 ..   1000        1000', '2026-11 ..   1000         950')
    const repository = repositoryWith({ ...FILES, 'plan.sop': short })
    const none = await diff(repository)
    expect(none.findings.still.length).toBeGreaterThan(0)
    repository.write({ 'plan.sop': `\n\n# Moved down.\n${short}` })
    const moved = await diff(repository)
    expect(moved.empty).toBe(true)
    expect(moved.findings.still).toHaveLength(none.findings.still.length)
    repository.write({ 'plan.sop': PLAN })
    const mended = await diff(repository)
    expect(mended.findings.mended.length).toBeGreaterThan(0)
    expect(mended.findings.new).toEqual([])
    repository.commit('mended')
    const { findings } = await diff(repository, 'HEAD', 'HEAD~1')
    expect(findings.new.map(({ rule }) => rule)).toEqual(
      mended.findings.mended.map(({ rule }) => rule),
    )
  })

  test('says what a finding that is still there said before, where that was another number', async () => {
    const short = (made: string): string =>
      changed(PLAN, '2026-11 ..   1000        1000', `2026-11 ..   1000        ${made}`)
    const repository = repositoryWith({ ...FILES, 'plan.sop': short(' 890') })
    const asBefore = await diff(repository)
    expect(asBefore.findings.still.flatMap(({ messageBefore }) => messageBefore ?? [])).toEqual([])
    repository.write({ 'plan.sop': short(' 880') })
    const { findings } = await diff(repository)
    const [first] = findings.still.filter(({ messageBefore }) => messageBefore !== null)
    expect(asBefore.findings.still.map(({ message }) => message)).toContain(first?.messageBefore)
    expect(first?.message).not.toBe(first?.messageBefore)
    const page = await called('diff', '--folder', repository.folder, '--as-of', '2026-11-20')
    expect(page.output).toMatch(/\d+ still there \(\d+ with other\s+numbers\)/)
    expect(page.output.replace(/\s+/g, ' ')).toContain(`before: ${first?.messageBefore ?? ''}`)
  })

  test('says what else changed in the words of the plan', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'business.sop': changed(BUSINESS, 'within 10%', 'within 5%'),
      'families.sop': changed(FAMILIES, '"Kitchen shops"', '"Shops | <img onerror=x>"'),
    })
    const { statements } = await diff(repository)
    const said = statements.flatMap((each) =>
      each.said.map(({ what, old, new: now }) => [each.statement, what, old, now]),
    )
    expect(said).toContainEqual([
      'family kettles',
      'market',
      'Kitchen shops',
      'Shops | <img onerror=x>',
    ])
    expect(said).toContainEqual(['fence planning', 'change within', '10%', '5%'])
    expect(said).toHaveLength(2)
  })
})

describe('is empty', () => {
  const plainly = async (repository: Repository): Promise<void> => {
    const { empty, statements, sheets, findings } = await diff(repository)
    expect(statements).toEqual([])
    expect(sheets).toEqual([])
    expect([findings.new, findings.mended]).toEqual([[], []])
    expect(empty).toBe(true)
  }

  test('after a reformat, a range written month by month, and CRLF', async () => {
    const repository = repositoryWith({ ...FILES, 'plan.sop': MORE })
    const apart = MORE.replace(
      '  2027-01 .. 2027-02    1050  1000\n',
      '  2027-01 1_050 1000\n  2027-02 1050 1_000\n',
    )
    expect(apart).not.toBe(MORE)
    repository.write({ 'plan.sop': `# New.\n${apart}`.replaceAll('\n', '\r\n') })
    await plainly(repository)
  })

  test('after statements changed places, also to another file, or a file its name', async () => {
    const repository = repositoryWith(FILES)
    const at = PLAN.indexOf('cycle 2026-11')
    repository.write({
      'plan.sop': '',
      'ganz/später/pläne und mehr.sop': PLAN.slice(at),
      'ganz/früher.sop': PLAN.slice(0, at),
      'families.sop': FAMILIES.split(/(?=^conversion)/m)
        .toReversed()
        .join(''),
    })
    renameSync(join(repository.folder, 'business.sop'), join(repository.folder, 'a b.sop'))
    await plainly(repository)
    repository.commit('moved')
    const { empty } = await diff(repository, 'HEAD~1', 'HEAD')
    expect(empty).toBe(true)
  })
})

test('takes a family under another name with the same numbers for renamed', async () => {
  const repository = repositoryWith(FILES)
  repository.write({
    'plan.sop': PLAN.replaceAll('kettles', 'teapots'),
    'families.sop': FAMILIES.replaceAll('kettles', 'teapots'),
  })
  const { renamed, sheets, statements, findings } = await diff(repository)
  expect(renamed).toEqual([{ from: 'kettles', to: 'teapots' }])
  expect([sheets, statements, findings.new, findings.mended]).toEqual([[], [], [], []])
})

describe('names its sides', () => {
  test('as git does: two revisions, and what a branch did since it left another', async () => {
    const repository = repositoryWith(FILES)
    repository.git('switch', '--quiet', '--create', 'more')
    repository.write({ 'plan.sop': MORE })
    repository.commit('more')
    repository.git('switch', '--quiet', 'main')
    repository.write({ 'business.sop': changed(BUSINESS, 'within 10%', 'within 5%') })
    repository.commit('fence')
    const counts = async (...words: string[]) => {
      const { sheets, statements } = await diff(repository, ...words)
      return [sheets.length, statements.length]
    }
    expect(await counts('main', 'more')).toEqual([1, 1])
    expect(await counts('main..more')).toEqual([1, 1])
    expect(await counts('main...more')).toEqual([1, 0])
    expect(await counts('more...')).toEqual([0, 1])
    expect(await counts('more')).toEqual([1, 1])
  })

  test('by folders, files and cycles, also without git', async () => {
    const before = folderWith(FILES)
    const after = folderWith({ ...FILES, 'plan.sop': MORE })
    const { sheets } = await diff({ folder: after }, before, after)
    expect(sheets).toHaveLength(1)
    const whole = [BUSINESS, FAMILIES, PLAN].join('')
    const alone = folderWith({ 'a.sop': whole, 'b.sop': whole.replace(PLAN, MORE) })
    const files = await diff({ folder: after }, join(alone, 'a.sop'), join(alone, 'b.sop'))
    expect(files.sheets[0]?.lines.find(({ what }) => what === 'sales')?.rows).toHaveLength(3)
    const cycles = await diff({ folder: after }, '2026-10', '2026-11')
    expect(cycles.base.cycle).toBe('2026-10')
    const sales = cycles.sheets[0]?.lines.find(({ what }) => what === 'sales')
    expect(sales?.rows.map(({ month }) => month)).toEqual(['2026-12', '2027-01'])
  })

  test('and takes no word for an option, and no two meanings for one', async () => {
    const repository = repositoryWith({ ...FILES, twice: 'A file.' })
    repository.git('branch', 'twice')
    const output = join(repository.folder, 'x')
    const at = ['--folder', repository.folder, '--as-of', '2026-11-20']
    await expect(called('diff', ...at, '--', `--output=${output}`)).rejects.toThrow(/There is no/)
    await expect(called('diff', ...at, '--', `--output=${output}..HEAD`)).rejects.toThrow(
      /no revision --output/,
    )
    expect(existsSync(output)).toBe(false)
    await expect(called('diff', ...at, 'mian', 'HEAD')).rejects.toThrow(/There is no .* mian/)
    await expect(called('diff', ...at, 'HEAD', 'HEAD', 'HEAD')).rejects.toThrow(/two sides/)
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(repository.folder)
    try {
      await expect(called('diff', ...at, 'twice')).rejects.toThrow(/a revision and a file/)
      expect((await diff(repository, 'heads/twice')).empty).toBe(true)
    } finally {
      cwd.mockRestore()
    }
  })

  test('and says so where there is no repository, or no plan in a revision', async () => {
    const at = (folder: string) => ['--folder', folder, '--as-of', '2026-11-20']
    await expect(called('diff', ...at(folderWith(FILES)))).rejects.toThrow(/no git repository/)
    const late = repositoryWith({ 'notes.txt': 'No plan yet.' })
    late.write(FILES)
    await expect(called('diff', ...at(late.folder))).rejects.toThrow(/no plan files/)
    // As in a gate, which often has the last commit alone.
    late.git('checkout', '--quiet', '--orphan', 'shallow')
    late.commit('the last')
    for (const word of ['main...', 'nowhere...']) {
      await expect(called('diff', word, ...at(late.folder))).rejects.toMatchObject({
        help: expect.stringContaining('git fetch --unshallow') as string,
      })
    }
  })
})

test('runs nothing that a repository names, and leaves it as it was', async () => {
  const repository = repositoryWith({
    ...FILES,
    '.gitattributes': '*.sop diff=evil filter=evil\n',
  })
  const trace = join(repository.folder, 'ran')
  const script = `touch '${trace}'; cat`
  for (const name of ['diff.evil.textconv', 'diff.evil.command', 'filter.evil.smudge']) {
    repository.git('config', name, script)
  }
  repository.git('config', 'core.fsmonitor', script)
  repository.git('config', 'core.pager', script)
  repository.write({ 'plan.sop': MORE })
  const before = readFileSync(join(repository.folder, '.git/index'))
  expect((await diff(repository)).sheets).toHaveLength(1)
  expect(existsSync(trace)).toBe(false)
  expect(readFileSync(join(repository.folder, '.git/index'))).toEqual(before)
})

test('says which file a merge has left with both texts', async () => {
  const repository = repositoryWith(FILES)
  repository.git('switch', '--quiet', '--create', 'more')
  repository.write({ 'plan.sop': MORE })
  repository.commit('more')
  repository.git('switch', '--quiet', 'main')
  repository.write({ 'plan.sop': changed(PLAN, '1000        1000', '1100        1100') })
  repository.commit('other')
  expect(() => repository.git('merge', 'more')).toThrow(/Command failed/)
  const { notes } = await diff(repository)
  expect(notes.some((note) => note.startsWith('plan.sop has conflicts'))).toBe(true)
})
