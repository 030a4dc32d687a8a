// `concord history` where between two numbers everything else changed: names, files, layout, clones.

import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'
import { BUSINESS, familyText, FIRST, PANS, planText, SECOND } from './kettle-plan.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'families.sop': familyText('kettles') + familyText('pans'),
  'plan.sop': planText('kettles', FIRST) + planText('pans', PANS),
}

interface Told {
  readonly commits: readonly { readonly subject: string; readonly value: string | null }[]
  readonly notes: readonly string[]
}

async function told(folder: string, name: string): Promise<Told> {
  const at = ['--folder', folder, '--as-of', '2026-11-20', '--format', 'json']
  const { code, output } = await called('history', 'sales', name, '2026-12', ...at)
  expect(code).toBe(0)
  return JSON.parse(output) as Told
}

async function moves(folder: string, name = 'kettles'): Promise<readonly (string | null)[][]> {
  const { commits } = await told(folder, name)
  return commits.map(({ subject, value }) => [subject, value])
}

function move(repository: Repository, from: string, to: string): void {
  repository.write({ [to]: '' })
  renameSync(join(repository.folder, from), join(repository.folder, to))
}

describe('is no move', () => {
  test('a file by another name, with spaces and other letters, or in a folder', async () => {
    const repository = repositoryWith(FILES)
    move(repository, 'plan.sop', 'Pläne 2027/計画 für "alle".sop')
    repository.commit('renamed')
    move(repository, 'Pläne 2027/計画 für "alle".sop', 'b.sop')
    repository.write({ 'b.sop': planText('kettles', SECOND) + planText('pans', PANS) })
    repository.commit('renamed and changed')
    expect(await moves(repository.folder)).toEqual([
      ['first', '1010'],
      ['renamed and changed', '1110'],
    ])
  })

  test('another unit of the family', async () => {
    const repository = repositoryWith(FILES)
    const cases = familyText('kettles').replace('unit each', 'unit case')
    repository.write({
      'families.sop': `unit case = 10 each\n${cases}${familyText('pans')}`,
      'plan.sop': planText('kettles', FIRST).replace(' {', ' in each {') + planText('pans', PANS),
    })
    repository.commit('planned in cases')
    expect(await moves(repository.folder)).toEqual([['first', '101']])
  })

  test('another layout, CRLF, a comment, another order, or a statement in another file', async () => {
    const repository = repositoryWith(FILES)
    const text = planText('kettles', FIRST)
    repository.write({ 'plan.sop': `# New.\n${text.replaceAll('  ', '    ')}` })
    repository.commit('laid out')
    repository.write({ 'plan.sop': text.replaceAll('\n', '\r\n') })
    repository.commit('from another system')
    repository.write({
      'plan.sop': '',
      'families.sop': planText('kettles', FIRST) + FILES['families.sop'],
    })
    repository.commit('moved')
    repository.write({
      'plan.sop': text.replace('1010', '1_010'),
      'families.sop': FILES['families.sop'],
    })
    repository.commit('moved back')
    expect(await moves(repository.folder)).toEqual([['first', '1010']])
  })

  test('what is changed of another family, or of none', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': planText('kettles', FIRST) + planText('pans', [1, 2, 3, 4]) })
    repository.commit('pans')
    repository.write({ 'business.sop': `${BUSINESS}unit box\n` })
    repository.commit('a unit')
    expect(await moves(repository.folder)).toEqual([['first', '1010']])
    expect(await moves(repository.folder, 'pans')).toEqual([
      ['first', '8'],
      ['pans', '2'],
    ])
  })

  test('what a branch tried and gave up, until it is merged', async () => {
    const repository = repositoryWith(FILES)
    repository.git('switch', '--quiet', '--create', 'more')
    repository.write({ 'plan.sop': planText('kettles', [1, 2, 3, 4]) })
    repository.commit('tried', '2026-11-21')
    repository.write({ 'plan.sop': planText('kettles', SECOND) })
    repository.commit('agreed', '2026-11-23')
    repository.git('switch', '--quiet', 'main')
    repository.write({ 'business.sop': `${BUSINESS}unit box\n` })
    repository.commit('a unit', '2026-11-22')
    repository.git('merge', '--quiet', '--message', 'Merge more', 'more')
    expect(await moves(repository.folder)).toEqual([
      ['first', '1010'],
      ['Merge more', '1110'],
    ])
  })
})

describe('follows a family', () => {
  test('by its earlier names, also where a number changed with the name', async () => {
    const repository = repositoryWith(FILES)
    const rename = (name: string, sales: readonly number[], message: string): void => {
      repository.write({
        'families.sop': familyText('pans') + familyText(name),
        'plan.sop': planText('pans', PANS) + planText(name, sales),
      })
      repository.commit(message)
    }
    rename('teapots', SECOND, 'teapots, and more of them')
    rename('"tea pots, large"', SECOND, 'large')
    rename('urns', [1000, 1210, 1020, 1030], 'urns')
    expect(await moves(repository.folder, 'urns')).toEqual([
      ['first', '1010'],
      ['teapots, and more of them', '1110'],
      ['urns', '1210'],
    ])
    expect(await moves(repository.folder, 'pans')).toEqual([['first', '8']])
  })

  test('and takes one that is like no other for new', async () => {
    const repository = repositoryWith(FILES)
    repository.write({
      'families.sop': familyText('pans') + familyText('urns'),
      'plan.sop': planText('pans', PANS) + planText('urns', [1, 2, 3, 4]).replaceAll('1000', '5'),
    })
    repository.commit('urns')
    expect(await moves(repository.folder, 'urns')).toEqual([['urns', '2']])
  })

  test('through statements that name it beside others, and lines that cannot be read', async () => {
    const repository = repositoryWith(FILES)
    const revised = `revision less of 2026-11 on 2026-11-18 {
  because "The fair is off."
  change sales of pans 2026-12 by -1
  change sales of kettles 2026-12 by -10
}
`
    repository.write({ 'revisions.sop': revised })
    repository.commit('revised')
    repository.write({ 'revisions.sop': `${revised}}\n  stray\n` })
    repository.commit('a stray line')
    repository.write({ 'revisions.sop': `${revised.replace('by -10', 'by -20')}}\n  stray\n` })
    repository.commit('revised again')
    expect(await moves(repository.folder)).toEqual([
      ['first', '1010'],
      ['revised', '1000'],
      ['revised again', '990'],
    ])
  })
})

test('a workspace below the top of its repository has a history of its own', async () => {
  const inside = Object.entries(FILES).map(
    ([path, text]) => [`pläne/von uns/${path}`, text] as const,
  )
  const repository = repositoryWith({
    ...Object.fromEntries(inside),
    'other.sop': familyText('kettles'),
  })
  repository.write({ 'other.sop': '' })
  repository.commit('elsewhere')
  repository.write({ 'pläne/von uns/plan.sop': planText('kettles', SECOND) })
  repository.commit('more')
  expect(await moves(join(repository.folder, 'pläne/von uns'))).toEqual([
    ['first', '1010'],
    ['more', '1110'],
  ])
})

test('a shallow clone says that there is more', async () => {
  const repository = repositoryWith(FILES)
  repository.write({ 'plan.sop': planText('kettles', SECOND) })
  repository.commit('more')
  const folder = folderWith({})
  const from = pathToFileURL(repository.folder).href
  repository.git('clone', '--quiet', '--depth', '1', from, join(folder, 'clone'))
  const { commits, notes } = await told(join(folder, 'clone'), 'kettles')
  expect(commits.map(({ subject, value }) => [subject, value])).toEqual([['more', '1110']])
  expect(notes).toEqual([expect.stringContaining('shallow')])
  expect((await told(repository.folder, 'kettles')).notes).toEqual([])
})
