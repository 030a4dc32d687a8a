// The command as a person or a pipe runs it: exit codes, streams, and what it leaves behind.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { folderWith } from './folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const bundler = '../../src/build/bundled.mjs'
interface Bundle {
  readonly folder: string
  readonly file: string
}

let bundle: Bundle | undefined

beforeAll(async () => {
  const { bundled } = (await import(bundler)) as {
    bundled: (input: string) => Promise<Bundle>
  }
  bundle = await bundled('src/cli/main.ts')
}, 60_000)

afterAll(() => {
  if (bundle !== undefined) rmSync(bundle.folder, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(folder: string, words: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [bundle?.file ?? '', ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', DEBUG: undefined, ...env },
  })
}

async function concord(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const child = start(folder, words, env)
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

const BUSINESS = `business "Test" {
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
`

const plan = (inventory: number): string => `plan widgets for 2026-11 {
  opening inventory 100
  month    sales  operations  inventory
  2026-11     50          60        110
  2026-12     50          60        ${inventory}
}
`

const holds = { 'concord.yaml': '', 'business.sop': BUSINESS, 'plan.sop': plan(120) }
const breaks = { ...holds, 'plan.sop': plan(121) }
const asOf = ['--as-of', '2026-11-22']

test.each([
  ['holds', holds, 0],
  ['breaks', breaks, 1],
])('a check without options says what one with the usual ones says: %s', async (_, files, code) => {
  const folder = folderWith(files)
  const plain = await concord(folder, ['check', '.'])
  expect(plain.code).toBe(code)
  expect(plain.out).not.toBe('')
  expect(plain).toEqual(await concord(folder, ['check', '--format', 'pretty', '.']))
})

describe.concurrent('concord check', () => {
  test('0: nothing is wrong', async () => {
    const { code, out, err } = await concord(folderWith(holds), ['check', ...asOf])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Test · cycle 2026-11, months 2026-11 .. 2026-12 · as of 2026-11-22')
    expect(out).toContain('Everything adds up')
  })

  test('1: something is found', async () => {
    const { code, out, err } = await concord(folderWith(breaks), ['check', ...asOf])
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('error[balance/ending-inventory]')
    expect(out).toContain('plan.sop:5:')
    expect(out).not.toContain('\u001B')
  })

  test('the level from which it fails is the option, else the setting', async () => {
    const folder = folderWith({ ...breaks, 'concord.yaml': 'fail-on: never\n' })
    expect((await concord(folder, ['check', ...asOf])).code).toBe(0)
    expect((await concord(folder, ['check', ...asOf, '--fail-on', 'error'])).code).toBe(1)
  })

  test('a rule may be switched off, and another judged alone', async () => {
    const off = { ...breaks, 'concord.yaml': 'rules: { balance/ending-inventory: off }\n' }
    expect((await concord(folderWith(off), ['check', ...asOf])).code).toBe(0)
    const folder = folderWith(breaks)
    expect((await concord(folder, ['check', ...asOf, '--rule', 'alignment'])).code).toBe(0)
    expect((await concord(folder, ['check', ...asOf, '--rule', 'balance'])).code).toBe(1)
  })

  test('an error of the language counts', async () => {
    const folder = folderWith({ ...holds, 'more.sop': 'plan widgts for 2026-11\n' })
    const { code, out } = await concord(folder, ['check', ...asOf, '--format', 'compact'])
    expect(code).toBe(1)
    expect(out).toMatch(/^more\.sop:1:6: error [a-z-]+: .*widgts.*\n$/)
  })

  test('shows the files that are named, and judges with all of them', async () => {
    const folder = folderWith(breaks)
    const { code, out } = await concord(folder, ['check', ...asOf, 'business.sop'])
    expect(code).toBe(0)
    expect(out).toContain('Nothing found in business.sop; 1 problem in other files.')
    expect((await concord(folder, ['check', ...asOf, 'plan.sop'])).code).toBe(1)
  })

  test('a folder without a cycle does not add up', async () => {
    const { code, out } = await concord(folderWith({ 'all.sop': '# nothing yet\n' }), ['check'])
    expect(code).toBe(0)
    expect(out).toContain('There is no cycle here: no plan was checked.')
  })

  test('works without concord.yaml, and says so', async () => {
    const folder = folderWith({ 'all.sop': BUSINESS + plan(120) })
    const { code, out } = await concord(folder, ['check', ...asOf])
    expect(code).toBe(0)
    expect(out).toContain('There is no concord.yaml here or above')
  })

  test('json is the same every time, and has nothing aside', async () => {
    const folder = folderWith(breaks)
    const words = ['check', ...asOf, '--format', 'json']
    const [first, second] = await Promise.all([concord(folder, words), concord(folder, words)])
    expect([first.code, first.err]).toEqual([1, ''])
    expect(first.out).toBe(second.out)
    expect(JSON.parse(first.out)).toMatchObject({
      asOf: '2026-11-22',
      cycle: '2026-11',
      findings: [{ rule: 'balance/ending-inventory', place: { path: 'plan.sop' } }],
    })
  })

  test('times go aside', async () => {
    const words = ['check', ...asOf, '--format', 'json', '--timings']
    const { out, err } = await concord(folderWith(holds), words)
    expect(JSON.parse(out)).toHaveProperty('shape', 1)
    expect(err).toContain('Time in milliseconds')
  })

  test('colours come when they are asked for, and never beside NO_COLOR', async () => {
    const folder = folderWith(holds)
    const red = await concord(folder, ['check', ...asOf], { FORCE_COLOR: '1' })
    expect(red.out).toContain('\u001B[')
    const plain = await concord(folder, ['check', ...asOf], { FORCE_COLOR: '1', NO_COLOR: '1' })
    expect(plain.out).not.toContain('\u001B')
  })

  test('what a plan holds cannot move the cursor', async () => {
    const evil = 'family x "\u001B[2J\u202E" {\n  unit \u001B]0;title\u0007\n}\n# \u009B31m\u2066\n'
    const folder = folderWith({ ...holds, 'evil.sop': evil })
    for (const format of ['pretty', 'compact']) {
      const { code, out } = await concord(folder, ['check', ...asOf, '--format', format])
      expect(code).toBe(1)
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(out).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/)
    }
  })

  test('a letter that is no UTF-8 is one problem', async () => {
    const odd = Buffer.from('role pr\u00E4sident in general-management\n', 'latin1')
    const folder = folderWith({ ...holds, 'odd.sop': odd })
    const { code, out } = await concord(folder, ['check', ...asOf, '--format', 'compact'])
    expect(code).toBe(1)
    expect(out).toBe('odd.sop:1:8: error file-not-utf8: byte 7 of this file (0xE4) is no UTF-8\n')
  })

  test('a reader that has seen enough is no failure', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `unit each${at % 7}`).join('\n')
    const child = start(folderWith({ ...holds, 'more.sop': rows }), ['check', '--format', 'json'])
    let err = ''
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})

describe.concurrent('wrong use', () => {
  test('2: a word that means nothing', async () => {
    const folder = folderWith(holds)
    const { code, out, err } = await concord(folder, ['check', '--format', 'jsn'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe('concord: --format cannot be jsn.\nDid you mean json?\n')
  })

  test('2: a broken concord.yaml, with its line', async () => {
    const folder = folderWith({ ...breaks, 'concord.yaml': 'fail-on: error\nrule: {}\n' })
    const { code, out, err } = await concord(folder, ['check'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('concord.yaml:2:1')
    expect(err).toContain('did you mean `rules`?')
  })

  test('2: a level for a rule that does not exist', async () => {
    const settings = 'rules:\n  balance/capcity: off\n'
    const { code, err } = await concord(folderWith({ ...holds, 'concord.yaml': settings }), [
      'check',
    ])
    expect(code).toBe(2)
    expect(err).toContain('concord.yaml:2:3')
    expect(err).toContain('did you mean `balance/capacity`?')
  })

  test('2: nothing to check', async () => {
    const { code, err } = await concord(folderWith({ 'notes.txt': '' }), ['check'])
    expect(code).toBe(2)
    expect(err).toContain('There are no plan files (.sop)')
  })

  test('0: help', async () => {
    const folder = folderWith({})
    for (const words of [['--help'], ['help', 'check']]) {
      const { code, out, err } = await concord(folder, words)
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toBe('')
    }
  })
})

describe.concurrent('concord fmt', () => {
  const crooked = { ...holds, 'plan.sop': plan(120).replaceAll('  ', '   ') }

  test('lays out, and leaves nothing else behind', async () => {
    const folder = folderWith(crooked)
    const { mode } = statSync(join(folder, 'plan.sop'))
    const { code, out } = await concord(folder, ['fmt'])
    expect([code, out]).toEqual([0, 'plan.sop\n'])
    expect(readFileSync(join(folder, 'plan.sop'), 'utf8')).toBe(plan(120))
    expect(statSync(join(folder, 'plan.sop')).mode).toBe(mode)
    expect(readdirSync(folder).toSorted()).toEqual(['business.sop', 'concord.yaml', 'plan.sop'])
    expect((await concord(folder, ['fmt', '--check'])).code).toBe(0)
  })

  test('--check and --diff write nothing, and fail', async () => {
    const folder = folderWith(crooked)
    const named = await concord(folder, ['fmt', '--check'])
    expect([named.code, named.out]).toEqual([1, 'plan.sop\n'])
    const shown = await concord(folder, ['fmt', '--diff'])
    expect(shown.code).toBe(1)
    expect(shown.out).toContain('--- plan.sop')
    expect(shown.out).toContain('+  2026-11     50          60        110')
    expect(readFileSync(join(folder, 'plan.sop'), 'utf8')).toBe(crooked['plan.sop'])
  })

  test('never writes a file that it cannot read in full', async () => {
    const bytes = Buffer.from('unit   each\n# \u00E4\n', 'latin1')
    const folder = folderWith({ ...holds, 'odd.sop': bytes })
    const { code, err } = await concord(folder, ['fmt'])
    expect(code).toBe(1)
    expect(err).toContain('odd.sop:2:3')
    expect(readFileSync(join(folder, 'odd.sop')).equals(bytes)).toBe(true)
  })
})

describe.concurrent('concord init', () => {
  test('begins a workspace that passes', async () => {
    const folder = folderWith({})
    const begun = await concord(folder, ['init', 'plan'])
    expect([begun.code, begun.err]).toEqual([0, ''])
    expect(begun.out).toContain('cd plan')
    const checked = await concord(join(folder, 'plan'), ['check', '--fail-on', 'information'])
    expect([checked.code, checked.err]).toEqual([0, ''])
    expect((await concord(join(folder, 'plan'), ['fmt', '--check'])).code).toBe(0)
  })

  test('2: overwrites nothing', async () => {
    const folder = folderWith({ 'sales.sop': '# mine\n' })
    const { code, err } = await concord(folder, ['init'])
    expect(code).toBe(2)
    expect(err).toContain('already has sales.sop')
    expect(readdirSync(folder)).toEqual(['sales.sop'])
  })
})

describe.concurrent('concord explain', () => {
  test('where a number comes from', async ({ expect: expectHere }) => {
    const folder = folderWith({
      ...holds,
      'plan.sop': plan(120).replace(/ {8}1[12]0$/gm, '          -'),
    })
    const words = ['explain', 'inventory', 'widgets', '2026-12', ...asOf]
    const { code, out } = await concord(folder, words)
    expect(code).toBe(0)
    await expectHere(out).toMatchFileSnapshot('expected/origin.txt')
  })

  test('the page of a rule', async () => {
    const { code, out } = await concord(folderWith(holds), ['explain', 'balance/ending-inventory'])
    expect(code).toBe(0)
    expect(out).toContain(
      'rule balance/ending-inventory "Ending inventory follows from the flows" {',
    )
    expect(out).toContain('balance-tolerance')
  })

  test('outside of any workspace', async () => {
    const { code, out } = await concord(folderWith({}), ['explain', 'rules'])
    expect(code).toBe(0)
    expect(out).toContain('balance/ending-inventory')
  })
})

test('concord check --watch checks again, and ends on Ctrl-C', async () => {
  const folder = folderWith(holds)
  const child = start(folder, ['check', ...asOf, '--watch', '--format', 'compact'])
  let out = ''
  let err = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const until = async (there: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 200 && !there(); turn += 1) await wait(50)
  }
  await until(() => err.includes('Watching'))
  await wait(100)
  writeFileSync(join(folder, 'plan.sop'), plan(121))
  await until(() => out.includes('balance/ending-inventory'))
  expect(out).toContain('plan.sop:5:')
  writeFileSync(join(folder, 'concord.yaml'), 'rule: {}\n')
  await until(() => err.includes('concord.yaml:1:1'))
  expect(err).toContain('did you mean `rules`?')
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
})
