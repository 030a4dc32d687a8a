// Neovim's own client on `concord lsp`, set up as language-server/README.md says.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MANUAL = 'language-server/README.md'
const COMMAND = resolve('dist/concord.cjs')

const installed = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout as string | null
/** Where tests must run, an editor that is not there is a failure, and never a test that passed. */
const mustRun = (process.env['CI'] ?? '') !== ''
if (installed === null && !mustRun) {
  process.stderr.write('Neovim is not here, so its client is NOT tested: apt-get install neovim\n')
}

const FILES = {
  'concord.yaml': '',
  'business.sop':
    'business "Kettle works" {\n  currency USD\n}\ncycle 2026-11 {\n  horizon 2 months\n}\n',
  'kettles.sop': `family kettles {
  market   "Kitchen shops"
  strategy make-to-stock
  unit     each
}
plan kettles for 2026-11 {
  opening inventory 500
  month     sales  operations  inventory
  2026-11   1000        1050        550
  2026-12   1200        1150        999
}
`,
}

interface Seen {
  /** Why the driver stopped; empty where it came to its end. */
  readonly failed: string
  readonly filetype: string
  readonly root: string
  readonly problems: readonly { readonly code: string; readonly line: number }[]
  readonly mended: readonly unknown[]
  readonly hover: string
  readonly completions: readonly string[]
  readonly renamed: readonly string[]
  readonly formatted: readonly string[]
}

let folder = ''
let seen: Seen | undefined
let said = 'Neovim said nothing'

/** The Lua of the manual for a version: the newer form of set-up is there from 0.11 on. */
function setup(version: string): string {
  const manual = readFileSync(MANUAL, 'utf8')
  const blocks = [...manual.matchAll(/```lua\n([^]*?)```/g)].map(([, text]) => text ?? '')
  const [newer = '', older = ''] = blocks
  const minor = Number(/NVIM v0\.(\d+)/.exec(version)?.[1] ?? 99)
  return minor >= 11 ? newer : older
}

beforeAll(() => {
  if (installed === null) {
    throw new Error('CI drives a real Neovim, and none is here: see what apt-get said to .ci/run.')
  }
  folder = mkdtempSync(join(tmpdir(), 'concord-'))
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(folder, path), text)
  const command = join(folder, 'concord')
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`)
  chmodSync(command, 0o755)
  writeFileSync(join(folder, 'init.lua'), setup(installed))
  const report = join(folder, 'seen.json')
  const drive = resolve('test/clients/neovim/drive.lua')
  const run = spawnSync(
    'nvim',
    ['--headless', '-u', 'init.lua', '-i', 'NONE', '-n', 'kettles.sop', '-c', `luafile ${drive}`],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      env: {
        ...process.env,
        HOME: folder,
        XDG_STATE_HOME: folder,
        CONCORD_SEEN: report,
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    },
  )
  said = `${run.stdout}${run.stderr}` || said
  if (existsSync(report)) seen = JSON.parse(readFileSync(report, 'utf8')) as Seen
}, 150_000)

afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(installed === null && !mustRun)('Neovim', () => {
  test('comes to the end', () => {
    expect(seen?.failed ?? said).toBe('')
  })

  test('attaches at the folder of concord.yaml', () => {
    expect(seen?.filetype).toBe('sop')
    expect(seen?.root.replace(/\/$/, '')).toBe(folder)
  })

  test('shows what is wrong, and no longer once it is mended', () => {
    expect(seen?.problems.map(({ code, line }) => [code, line])).toEqual([
      ['balance/ending-inventory', 10],
    ])
    expect(seen?.mended).toEqual([])
  })

  test('shows where a number comes from', () => {
    expect(seen?.hover).toContain('sales of kettles 2026-11')
  })

  test('completes from the vocabulary', () => {
    expect(seen?.completions).toContain('target')
  })

  test('renames a family at each of its places', () => {
    expect(seen?.renamed.filter((line) => line.includes('pots'))).toEqual([
      'family pots {',
      'plan pots for 2026-11 {',
    ])
    expect(seen?.renamed.join('\n')).not.toContain('kettles')
  })

  test('lays out the file', () => {
    expect(seen?.formatted[2]).toBe('  strategy make-to-stock')
  })
})
