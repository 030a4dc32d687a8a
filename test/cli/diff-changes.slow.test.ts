// `concord diff` over what git knows of files: renamed, moved, added, deleted, merged, other line ends.

import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import type { DifferenceData } from '../../src/report/difference-data.ts'
import { called } from '../examples/command.ts'
import { familyText, FILES, FIRST, PANS, planText, SECOND } from './kettle-plan.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

async function diff({ folder }: Repository, ...words: string[]): Promise<DifferenceData> {
  const options = ['--folder', folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('diff', ...words, ...options)
  expect(code).toBe(0)
  return JSON.parse(output) as DifferenceData
}

/** `kettles sales 2026-12: 1010 to 1110` for each number that somebody wrote. */
function written({ sheets }: DifferenceData): readonly string[] {
  return sheets.flatMap(({ subject, lines }) =>
    lines
      .filter(({ stated }) => stated)
      .flatMap(({ what, rows }) =>
        rows.map((row) => `${subject.name} ${what} ${row.month}: ${row.old} to ${row.new}`),
      ),
  )
}

const DECEMBER = 'kettles sales 2026-12: 1010 to 1110'

function move(repository: Repository, from: string, to: string): void {
  repository.write({ [to]: '' })
  renameSync(join(repository.folder, from), join(repository.folder, to))
}

function remove(repository: Repository, path: string): void {
  rmSync(join(repository.folder, path))
}

describe('of a file', () => {
  test('by another name, with spaces and other letters, says what changed in it', async () => {
    const repository = repositoryWith(FILES)
    const path = 'von uns/Pläne für "alle" – 計画.sop'
    move(repository, 'kettles.sop', path)
    expect((await diff(repository)).empty).toBe(true)
    repository.commit('moved')
    expect((await diff(repository, 'HEAD~1', 'HEAD')).empty).toBe(true)
    repository.write({ [path]: planText('kettles', SECOND) })
    repository.commit('changed')
    expect(written(await diff(repository, 'HEAD~2', 'HEAD'))).toEqual([DECEMBER])
    expect(written(await diff(repository, 'HEAD~1'))).toEqual([DECEMBER])
  })

  test('with CRLF on one side says the numbers alone, and nothing where they are the same', async () => {
    const repository = repositoryWith(FILES)
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    repository.write({ 'kettles.sop': crlf(planText('kettles', FIRST)) })
    expect((await diff(repository)).empty).toBe(true)
    repository.write({
      'kettles.sop': crlf(planText('kettles', SECOND)),
      'families.sop': crlf(FILES['families.sop']),
    })
    const found = await diff(repository)
    expect(written(found)).toEqual([DECEMBER])
    expect(found.statements).toEqual([])
  })

  test('that is new or gone, on either side', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'urns.sop': familyText('urns') + planText('urns', [1, 2, 3, 4]),
    })
    repository.commit('urns')
    remove(repository, 'pans.sop')
    const here = await diff(repository, 'HEAD~1')
    expect(here.sheets.map(({ subject, is }) => [subject.name, is])).toEqual([
      ['pans', 'kept'],
      ['urns', 'new'],
    ])
    expect(written(here).filter((line) => line.includes('sales 2026-11'))).toEqual([
      'pans sales 2026-11: 7 to null',
      'urns sales 2026-11: null to 1',
    ])
    const back = await diff(repository, 'HEAD', 'HEAD~1')
    expect(back.sheets.map(({ subject, is }) => [subject.name, is])).toEqual([['urns', 'gone']])
    expect(back.statements).toContainEqual(
      expect.objectContaining({ statement: 'family urns', is: 'gone' }),
    )
  })
})

describe('is empty', () => {
  test('where files and their statements stand in another order, in a word-for-word twin too', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'z.sop': FILES['business.sop'],
      'business.sop': FILES['pans.sop'],
      'families.sop': familyText('pans') + FILES['kettles.sop'] + familyText('kettles'),
    })
    remove(repository, 'kettles.sop')
    remove(repository, 'pans.sop')
    const found = await diff(repository)
    expect([found.sheets, found.statements, found.notes]).toEqual([[], [], []])
    expect(found.empty).toBe(true)
  })

  test('after a reformat alone: widths, thousands, comments, blank lines', async () => {
    const repository = repositoryWith(FILES)
    const wide = FILES['kettles.sop'].replace(/ 1000$/gm, '    1_000  # as ever')
    expect(wide).not.toBe(FILES['kettles.sop'])
    repository.write({ 'kettles.sop': `# The plan.\n\n${wide.replaceAll('\n', '\n\n')}` })
    expect((await diff(repository)).empty).toBe(true)
  })
})

describe('takes a family for renamed', () => {
  test('where some of its numbers changed with the name, and says which', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'families.sop': familyText('teapots') + familyText('pans'),
      'kettles.sop': planText('teapots', SECOND),
    })
    const found = await diff(repository)
    expect(found.renamed).toEqual([{ from: 'kettles', to: 'teapots' }])
    expect(written(found)).toEqual([DECEMBER.replace('kettles', 'teapots')])
    expect(found.statements).toEqual([])
  })

  test('not where most differ, nor where two are as like', async () => {
    const repository = repositoryWith(FILES)
    const other = planText('teapots', [1, 2, 3, 4]).replaceAll('1000', '900')
    repository.write({
      'families.sop': familyText('teapots') + familyText('pans'),
      'kettles.sop': other,
    })
    const replaced = await diff(repository)
    expect(replaced.renamed).toEqual([])
    expect(replaced.sheets.map(({ subject, is }) => [subject.name, is])).toEqual([
      ['kettles', 'gone'],
      ['teapots', 'new'],
    ])
    repository.write({
      'families.sop': familyText('urns') + familyText('teapots') + familyText('pans'),
      'kettles.sop': planText('teapots', SECOND) + planText('urns', SECOND),
    })
    expect((await diff(repository)).renamed).toEqual([])
  })

  test('the likest of several, each by itself', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'families.sop': familyText('urns') + familyText('woks'),
      'kettles.sop': planText('urns', SECOND),
      'pans.sop': planText('woks', PANS),
    })
    expect((await diff(repository)).renamed).toEqual([
      { from: 'pans', to: 'woks' },
      { from: 'kettles', to: 'urns' },
    ])
  })
})

describe('of two branches', () => {
  /** Both leave the same commit; `more` stands beside `main`. */
  function branches(main: Record<string, string>, more: Record<string, string>): Repository {
    const repository = repositoryWith(FILES)
    repository.git('switch', '--quiet', '--create', 'more')
    repository.write(more)
    repository.commit('more')
    repository.git('switch', '--quiet', 'main')
    repository.write(main)
    repository.commit('main')
    return repository
  }

  test('that edited the same file says all that they differ in, or what one did', async () => {
    const repository = branches(
      { 'kettles.sop': planText('kettles', [900, 1010, 1020, 1030]) },
      { 'kettles.sop': planText('kettles', SECOND) },
    )
    expect(written(await diff(repository, 'main', 'more'))).toEqual([
      'kettles sales 2026-11: 900 to 1000',
      DECEMBER,
    ])
    expect(written(await diff(repository, 'main...more'))).toEqual([DECEMBER])
    expect(written(await diff(repository, 'more...main'))).toEqual([
      'kettles sales 2026-11: 1000 to 900',
    ])
  })

  test('that both added a file says where the two differ', async () => {
    const urns = (sales: readonly number[]) => familyText('urns') + planText('urns', sales)
    const repository = branches(
      { 'urns.sop': urns([1, 2, 3, 4]) },
      { 'urns.sop': urns([1, 2, 3, 5]) },
    )
    expect(written(await diff(repository, 'main', 'more'))).toEqual(['urns sales 2027-02: 4 to 5'])
    expect(() => repository.git('merge', 'more')).toThrow(/Command failed/)
    const { notes } = await diff(repository)
    expect(notes.some((note) => note.startsWith('urns.sop has conflicts'))).toBe(true)
  })

  test('of which one deleted what the other changed says both, and what is not resolved', async () => {
    const repository = branches({}, { 'pans.sop': planText('pans', [70, 8, 9, 10]) })
    remove(repository, 'pans.sop')
    repository.commit('no pans')
    const found = written(await diff(repository, 'main', 'more'))
    expect(found).toContain('pans sales 2026-11: null to 70')
    expect(() => repository.git('merge', 'more')).toThrow(/Command failed/)
    const { notes } = await diff(repository)
    expect(notes).toEqual([expect.stringMatching(/^pans\.sop has conflicts/)])
  })
})

test('says of a file with both texts that it has conflicts until the index has one', async () => {
  const path = 'Pläne für alle.sop'
  const repository = repositoryWith({
    ...FILES,
    [path]: familyText('urns') + planText('urns', PANS),
  })
  const branch = (name: string, sales: readonly number[]): void => {
    repository.git('switch', '--quiet', '--create', name, 'main')
    repository.write({ [path]: familyText('urns') + planText('urns', sales) })
    repository.commit(name)
  }
  branch('less', [6, 8, 9, 10])
  branch('more', [8, 8, 9, 10])
  expect(() => repository.git('merge', 'less')).toThrow(/Command failed/)
  const open = await diff(repository)
  expect(open.notes.filter((note) => note.startsWith(`${path} has conflicts`))).toHaveLength(1)
  expect(open.notes.some((note) => note.startsWith('working tree: what the files say'))).toBe(true)
  // The markers are gone, but nobody has said that this is what was meant.
  repository.write({ [path]: familyText('urns') + planText('urns', [9, 8, 9, 10]) })
  const edited = await diff(repository)
  expect(written(edited)).toEqual(['urns sales 2026-11: 8 to 9'])
  expect(edited.notes).toEqual([expect.stringMatching(/^Pläne für alle\.sop has conflicts/)])
  // Two commits are not the working tree.
  expect((await diff(repository, 'main', 'less')).notes).toEqual([])
  repository.git('add', '--all')
  expect((await diff(repository)).notes).toEqual([])
})
