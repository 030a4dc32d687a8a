// `concord diff` of very many families: what a form leaves out stands in another.

import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const COUNT = 60

const planOf = (sales: number): string =>
  [
    'cycle 2026-11 {\n  horizon 2 months\n}\n',
    ...[...Array(COUNT).keys()].map(
      (at) => `family f-${at} {\n  strategy make-to-stock\n  unit each\n}
plan f-${at} for 2026-11 {\n  month sales operations\n  2026-11 .. 2026-12 ${sales} 10\n}\n`,
    ),
  ].join('')

async function page(format: string): Promise<string> {
  const folder = folderWith({
    'a/concord.yaml': '',
    'a/plan.sop': planOf(10),
    'b/concord.yaml': '',
    'b/plan.sop': planOf(12),
  })
  const ends = [join(folder, 'a'), join(folder, 'b')]
  const { output } = await called('diff', ...ends, '--as-of', '2026-11-20', '--format', format)
  return output
}

test('a comment has the first, and says where more are', async () => {
  const comment = await page('markdown')
  expect(comment).toContain('And 10 more sheets in `--format html` and `json`.')
  expect(comment).not.toContain(`family f-${COUNT - 1}`)
})

test('a page has all', async () => {
  const html = await page('html')
  expect(html).toContain(`family f-${COUNT - 1}`)
  expect(html).not.toContain('more sheet')
})
