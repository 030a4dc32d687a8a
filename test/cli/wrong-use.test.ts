// Each call that cannot be carried out says what is wrong with it, and what was meant.
import { describe, expect, test, vi } from 'vitest'

import { aside } from '../../src/cli/console.ts'
import { run } from '../../src/cli/run.ts'
import { WrongUse } from '../../src/cli/wrong-use.ts'
import { folderWith } from './folder.ts'

const WORKSPACE = {
  'concord.yaml': '',
  'plan.sop': `business "Test" {
  currency USD
}
family widgets {
  market   "Everybody"
  strategy make-to-stock
  unit     each
}
cycle 2026-11 {
  horizon 2 months
}
`,
}

/** What it says, of what kind ever. */
async function refusal(
  words: readonly string[],
  files: Readonly<Record<string, string>> = WORKSPACE,
): Promise<string> {
  const before = process.cwd()
  process.chdir(folderWith(files))
  let said = ''
  const error = vi.spyOn(aside, 'write').mockImplementation((text) => {
    said += text
  })
  try {
    const code = await run(words)
    expect(code).toBe(2)
    return said
  } catch (thrown) {
    if (!(thrown instanceof WrongUse)) throw thrown
    return `${thrown.message} ${thrown.help ?? ''}`
  } finally {
    error.mockRestore()
    process.chdir(before)
  }
}

describe('wrong use', () => {
  test('a page about a rule of its own asks for the settings that make a folder a workspace', async () => {
    const { 'plan.sop': plan } = WORKSPACE
    expect(await refusal(['explain', 'ours/swing'], { 'plan.sop': plan })).toBe(
      "There is no page about ours/swing. Of a plan's own rules and names there are pages where a concord.yaml stands: put an empty one in its folder.",
    )
    expect(await refusal(['explain', 'ours/swing'])).not.toContain('concord.yaml')
  })

  test.each([
    [['check', '--cycle', '2026-11']],
    [['explain', 'inventory', 'widgets', '2026-12']],
    [['history', 'inventory', 'widgets', '2026-12']],
    [['commit', 'sales', '--for', '2026-11', '--by', 'sales-director']],
    [['compare', 'plan', 'previous']],
    [['roll', '2026-12']],
    [['test']],
    [['fmt']],
  ])('%j where there is no plan', async (words) => {
    const said = await refusal(words, { 'notes.txt': '' })
    expect(said).toContain('There are no plan files (.sop) in ')
    expect(said).toContain('Name the folder of a plan, or begin one with `concord init`.')
  })

  test.each([
    [['chek'], "unknown command 'chek'", 'check'],
    [['check', '--cylce', '2026-11'], "unknown option '--cylce'", '--cycle'],
    [['check', '--format', 'jsn'], '--format cannot be jsn.', 'Did you mean json?'],
    [['check', '--fail-on', 'warn'], '--fail-on cannot be warn.', 'Did you mean warning?'],
    [['check', '--cycle', '2026-1'], '--cycle 2026-1: this is no month.', 'Did you mean 2026-01?'],
    [['check', '--cycle', 'november'], 'this is no month.', 'Write a month as 2027-03.'],
    [['check', '--cycle', '2026-12'], 'There is no cycle 2026-12.', 'The only cycle is 2026-11.'],
    [['compare', 'plan', '2020-01'], 'no version 2020-01.', 'The only cycle is 2026-11.'],
    [['check', '--as-of', '2026-02-30'], 'there is no such date.', 'Write a date as 2027-03-15.'],
    [['check', '--as-of', '2026-11'], 'no such date.', 'A day is wanted, such as 2026-11-30.'],
    [['check', '--as-of', '2026-1'], 'no such date.', 'Write a date as 2027-03-15.'],
    [['check', '--as-of', '2026/11/2'], 'no such date.', 'Did you mean 2026-11-02?'],
    [['check', '--as-of', '20261122'], 'there is no such date.', 'Did you mean 2026-11-22?'],
    [['check', '--scenario', 'strong'], 'There is no scenario strong.', ''],
    [['check', '--rule', 'balence'], 'There is no rule balence.', 'Did you mean balance?'],
    [['check', 'paln.sop'], 'There is no file or folder paln.sop.', 'Did you mean plan.sop?'],
    [['explain', 'balance/capcity'], 'no page about balance/capcity', 'balance/capacity?'],
    [['explain', 'stock', 'widgets', '2026-11'], 'There is no series stock.', ''],
    [['explain', 'inventory', 'widgts', '2026-11'], 'no family widgts.', 'Did you mean widgets?'],
    [['explain', 'inventory', 'widgets'], 'Which month?', 'Write a series, a family and a month'],
    [['explain', 'inventory', '2026-11'], 'Which family?', 'There is: widgets.'],
    [['explain', 'widgets', '2026-11'], 'Which series of widgets?', ''],
    [['explain', 'inventory', 'widgets', '2026-11', 'soon'], 'What is soon?', ''],
    [['explain', 'exit', 'codes'], 'What is exit?', ''],
    [['explain', 'sales', 'inventory', 'widgets'], 'Is it sales or inventory?', ''],
    [['explain', 'sales', 'widgets', '2026-1'], 'this is no month', 'Did you mean 2026-01?'],
    [['init', 'plan.sop'], 'plan.sop is no folder.', ''],
  ])('%j', async (words, message, help) => {
    const said = await refusal(words)
    expect(said).toContain(message)
    expect(said).toContain(help)
  })
})
