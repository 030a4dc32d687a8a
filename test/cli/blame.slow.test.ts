// What `git blame` says after `concord fmt`: who wrote a number, not who laid the file out.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { examplePlans } from '../syntax/plan-texts.ts'
import { bundledCommand } from './bundle.ts'
import { repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const concord = bundledCommand()

const plan = (examplePlans.find((text) => /^ {2}month.*\n(?: {2}\d.*\n){12}/m.test(text)) ?? '')
  .split('\n')
  .map((line) => line.trimEnd())
  .join('\n')

test('the lines that were changed are new, and no others', () => {
  const repository = repositoryWith({ 'plan.sop': plan })
  const { folder, git, write, commit } = repository
  const text = (): string => readFileSync(join(folder, 'plan.sop'), 'utf8')
  concord.run(folder, 'fmt')
  commit('laid out')
  const first = git('rev-parse', 'HEAD').trim()
  const rows = [...text().matchAll(/^ {2}\d{4}-\d\d .*$/gm)].map(([row]) => row)
  const numbers = rows.filter((row) => /\d$/.test(row))
  const [changed = '', commented = ''] = [numbers[3], numbers[7]]
  const longer = changed.replace(/(\d+)$/, '1$1')
  expect(longer).not.toBe(changed)
  write({
    'plan.sop': text()
      .replace(changed, ` ${longer}`)
      .replace(commented, `${commented} # asked again`)
      .replace(/$/, '\nunit   crate =  12 each\n'),
  })
  concord.run(folder, 'fmt')
  commit('two numbers')
  const lines = git('blame', '--porcelain', '--line-porcelain', 'plan.sop')
  const whose = [...lines.matchAll(/^([0-9a-f]{40}) \d+ (\d+)[^]*?\n\t(.*)$/gm)]
  const later = whose.filter(([, hash]) => hash !== first && !isBefore(git, hash ?? '', first))
  expect(later.map(([, , , line]) => line?.trim().replace(/ +/g, ' '))).toEqual([
    longer.trim().replace(/ +/g, ' '),
    `${commented.trim().replace(/ +/g, ' ')} # asked again`,
    '',
    'unit crate = 12 each',
  ])
})

function isBefore(git: (...words: readonly string[]) => string, hash: string, other: string) {
  return git('merge-base', hash, other).trim() === hash
}
