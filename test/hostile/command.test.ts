// The command over hostile folders: its exit code is never 3, and a terminal is never obeyed.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { aside, output } from '../../src/cli/console.ts'
import { run } from '../../src/cli/run.ts'
import { folderWith } from '../cli/folder.ts'
import { RULES, SOUND } from './sound.ts'

vi.setConfig({ testTimeout: 30_000 })

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What the command says of a folder. */
async function checkOf(folder: string, ...more: readonly string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const stdout = vi.spyOn(output, 'write').mockImplementation((text) => {
    out += text
  })
  const stderr = vi.spyOn(aside, 'write').mockImplementation((text) => {
    err += text
  })
  vi.stubEnv('NO_COLOR', '1')
  try {
    return { code: await run(['check', folder, '--as-of', '2026-11-22', ...more]), out, err }
  } finally {
    stdout.mockRestore()
    stderr.mockRestore()
    vi.unstubAllEnvs()
  }
}

const compactOf = async (folder: string): Promise<readonly string[]> =>
  (await checkOf(folder, ...RULES.flatMap((rule) => ['--rule', rule]), '--format', 'compact')).out
    .split('\n')
    .filter((line) => /^\S+:\d+:\d+: error/.test(line))
    .map((line) => line.replace(/ error \[?([\w/-]+)\]?.*/, ' $1'))

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const OBEYED = /[\0-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/

describe('what a terminal would obey', () => {
  const ESCAPE = '\u001B]0;pwned\u0007\u001B[31m\u202E\u009B2J\u2066'
  const folder = folderWith({
    'concord.yaml': '',
    'sound.sop': SOUND,
    [`a\u001B[31m\u202E.sop`]: 'unit q = 1 zz\n',
    'b.sop': `unit "${ESCAPE}" = 1 zz\n${ESCAPE}\nfamily "x${ESCAPE}" "${ESCAPE}" {\n  market "${ESCAPE}"\n  strategy make-to-stock\n  unit each\n}\nplan "x${ESCAPE}" for 2026-11 {\n  month sales operations\n  2026-11 5 1\n}\n`,
    'c.sop': `items from "${ESCAPE}.csv"\nitems from "d.csv"\n`,
    'd.csv': `item,family\n"${ESCAPE}",${ESCAPE}\n`,
  })

  test.each(['pretty', 'compact'])('is not in the %s report', async (format) => {
    const { code, out, err } = await checkOf(folder, '--format', format)
    expect(code).toBe(1)
    expect(out).toContain('pwned')
    expect(out).not.toMatch(OBEYED)
    expect(err).not.toMatch(OBEYED)
  })

  test('is escaped in JSON', async () => {
    const { code, out } = await checkOf(folder, '--format', 'json')
    expect(code).toBe(1)
    expect(out).not.toContain('\u001B')
    expect(JSON.stringify(JSON.parse(out))).toContain('pwned')
  })

  test('is not in what is said of concord.yaml', async () => {
    const settings = folderWith({
      'concord.yaml': `"a${ESCAPE}b": 1\nfail-on: "${ESCAPE}"\n`,
      'sound.sop': SOUND,
    })
    const { code, out, err } = await checkOf(settings)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('concord.yaml:1:1')
    expect(err).not.toMatch(OBEYED)
  })
})

describe('files that leave the workspace', () => {
  test('by a path or a link, or to nowhere, are refused at their line', async () => {
    const outside = folderWith({ 'secret.csv': 'item,family\nsecret,kettles\n', 'deep/x.csv': '' })
    const folder = folderWith({
      'concord.yaml': 'item-sources: { named.csv: { file: ../secret.csv } }\n',
      'sound.sop': SOUND,
      'a.sop': ['link.csv', 'deep/x.csv', 'loop.csv', 'folder.csv', 'named.csv', '../secret.csv']
        .map((path) => `items from "${path}"\n`)
        .join(''),
    })
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'))
    symlinkSync(join(outside, 'deep'), join(folder, 'deep'))
    symlinkSync(join(folder, 'loop.csv'), join(folder, 'loop.csv'))
    mkdirSync(join(folder, 'folder.csv'))
    const { code, out } = await checkOf(folder)
    expect(code).toBe(1)
    expect(out).not.toContain('secret,kettles')
    expect(await compactOf(folder)).toEqual([
      'a.sop:1:12: items-unreadable',
      'a.sop:2:12: items-unreadable',
      'a.sop:3:12: items-unreadable',
      'a.sop:4:12: items-unreadable',
      'a.sop:5:12: items-unreadable',
      'a.sop:6:12: path-outside',
      'sound.sop:19:1: balance/no-stockout',
    ])
  })

  test('a plan file that is a link out of the workspace is passed over', async () => {
    const outside = folderWith({ 'x.sop': 'secret text\n' })
    const folder = folderWith({ 'concord.yaml': '', 'sound.sop': SOUND })
    symlinkSync(join(outside, 'x.sop'), join(folder, 'x.sop'))
    expect(await compactOf(folder)).toEqual(['sound.sop:19:1: balance/no-stockout'])
  })
})

describe('concord.yaml', () => {
  test.each<[string, string, string]>([
    ['an unknown key', 'fail_on: error\n', 'did you mean `fail-on`'],
    ['a wrong type', 'include: 3\n', '`include` cannot be `3`'],
    ['a wrong word', 'fail-on: warn\n', 'did you mean `warning`'],
    ['a key of JavaScript', '__proto__: 1\n', '__proto__'],
    ['another key of JavaScript', 'rules: { constructor: off }\n', 'constructor'],
    ['a doubled key', 'fail-on: error\nfail-on: never\n', 'twice'],
    [
      'an alias bomb',
      `a: &a [x]\n${'bcdefghij'.replace(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)}, *${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}`,
      'alias',
    ],
    ['a list', '- a\n', 'must hold settings'],
    ['deep nesting', `${'['.repeat(10_000)}\n`, 'concord.yaml:1'],
    ['a tag', 'fail-on: !!js/function "x"\n', 'concord.yaml:1'],
    ['control characters', 'fail-on: \u0001\n', 'concord.yaml:1'],
    ['a megabyte', `# ${'x'.repeat(1 << 20)}\n`, 'at most'],
  ])('%s is exit code 2, with place and reason', async (_, text, said) => {
    const folder = folderWith({ 'concord.yaml': text, 'sound.sop': SOUND })
    const started = performance.now()
    const { code, out, err } = await checkOf(folder)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.replace(/\s+/g, ' ')).toContain(said)
    expect(err).toMatch(/concord\.yaml:\d+:\d+/)
    expect(err).toContain('Nothing was checked')
  })

  test('bytes that are no UTF-8', async () => {
    const folder = folderWith({
      'concord.yaml': new Uint8Array([0x66, 0xff, 0xfe]),
      'sound.sop': SOUND,
    })
    const { code, err } = await checkOf(folder)
    expect(code).toBe(2)
    expect(err).toContain('byte 1')
  })
})

describe('files of any bytes', () => {
  const random = (seed: number, length: number): Uint8Array => {
    let state = seed
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state >>> 24
    })
  }

  test.each([1, 2, 3, 4, 5])('are reported, and the rest is judged (%i)', async (seed) => {
    const folder = folderWith({ 'concord.yaml': '', 'sound.sop': SOUND })
    writeFileSync(join(folder, 'noise.sop'), random(seed, 20_000))
    const { code, out } = await checkOf(folder)
    expect(code).toBe(1)
    expect(out).not.toMatch(OBEYED)
    const errors = await compactOf(folder)
    expect(errors.filter((line) => line.startsWith('noise.sop:')).length).toBeGreaterThan(0)
    expect(errors).toContain('sound.sop:19:1: balance/no-stockout')
  })

  test('UTF-16 is said to be no UTF-8, once', async () => {
    const folder = folderWith({
      'concord.yaml': '',
      'sound.sop': SOUND,
      'wide.sop': Buffer.from('\uFEFFunit case = 12 each\n', 'utf16le'),
    })
    expect(await compactOf(folder)).toEqual([
      'sound.sop:19:1: balance/no-stockout',
      'wide.sop:1:1: file-not-utf8',
    ])
  })
})
