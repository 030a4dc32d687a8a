// The extension for VS Code: its manifest says what is there, and the package holds it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import packageJson from '../../package.json' with { type: 'json' }
import manifest from '../../language-server/vscode/package.json' with { type: 'json' }
import language from '../../language-server/vscode/language-configuration.json' with { type: 'json' }
import { principlesText, principlesTip } from '../../language-server/vscode/status-text.ts'
import type { PrincipleState } from '../../language-server/requests.ts'
import { INLAY_KINDS } from '../../src/service/inlays.ts'

const { contributes } = manifest
let folder = ''
let files: Readonly<Record<string, string>> = {}

const pack = (name: string): Uint8Array => {
  const path = join(folder, name)
  execFileSync(process.execPath, ['src/build/vsix.mjs', path])
  return readFileSync(path)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-'))
  const unpacked = Object.entries(unzipSync(pack('one.vsix')))
  files = Object.fromEntries(unpacked.map(([path, bytes]) => [path, strFromU8(bytes)]))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every path in the manifest begins with `./`. */
const pathsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.startsWith('./') ? [value.slice(2)] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : []
}

describe('the manifest', () => {
  test('is of the version of the command', () => {
    expect(manifest.version).toBe(packageJson.version)
    expect(manifest.license).toBe(packageJson.license)
  })

  test('names files that the package holds', () => {
    const named = pathsIn(manifest)
    expect(named).toContain('extension.cjs')
    expect(named.filter((path) => files[`extension/${path}`] === undefined)).toEqual([])
  })

  test('lets Enter end a line whose last word is complete', () => {
    const own = contributes.configurationDefaults['[sop]']
    expect(own['editor.acceptSuggestionOnEnter']).toBe('smart')
    // Where a name is to be chosen, one that stands elsewhere would be taken for it.
    expect(own['editor.wordBasedSuggestions']).toBe('off')
  })

  test('names the commands that the code has', async () => {
    const registered: string[] = []
    vi.doMock('vscode', () => ({
      commands: { registerCommand: (name: string) => registered.push(name) },
    }))
    const { registerCommands } = await import('../../language-server/vscode/commands.ts')
    registerCommands(undefined as never)
    vi.doUnmock('vscode')
    const contributed = contributes.commands.map(({ command }) => command)
    expect(registered.toSorted()).toEqual(contributed.toSorted())
    const text = JSON.stringify(manifest)
    const asked = [...text.matchAll(/(?:"command":"|[cC]ommand:)(concord\.\w+)/g)]
    expect(asked.length).toBeGreaterThan(contributed.length)
    expect(
      asked.flatMap(([, name]) => name ?? []).filter((name) => !contributed.includes(name)),
    ).toEqual([])
  })

  test('offers a switch for every inlay', () => {
    const names = Object.keys(contributes.configuration.properties)
    const inlays = names.filter((name) => name.startsWith('concord.inlays.'))
    expect(inlays).toEqual(INLAY_KINDS.map((kind) => `concord.inlays.${kind}`))
  })

  test('has the icon of the gallery as a picture that it is', () => {
    const bytes = readFileSync(join('language-server/vscode', manifest.icon))
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([128, 128])
    expect(Object.keys(files)).toContain(`extension/${manifest.icon}`)
  })

  test('says that it runs in untrusted workspaces', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true)
    expect(manifest.capabilities.virtualWorkspaces).toBe(true)
  })
})

describe('the language', () => {
  test('has the scope of the generated grammar', () => {
    const grammar = JSON.parse(files['extension/sop.tmLanguage.json'] ?? '') as {
      scopeName: string
      fileTypes: readonly string[]
    }
    expect(contributes.grammars[0]?.scopeName).toBe(grammar.scopeName)
    const [sop] = contributes.languages
    expect(sop?.extensions).toEqual(grammar.fileTypes.map((each) => `.${each}`))
    for (const { path, scopeName } of contributes.grammars) {
      const own = JSON.parse(files[`extension/${path.slice(2)}`] ?? '') as { scopeName: string }
      expect(own.scopeName).toBe(scopeName)
    }
  })

  test('takes a name, a month and a number for one word each', () => {
    const { pattern, flags } = language.wordPattern
    const wordsIn = (text: string) => text.match(new RegExp(pattern, `${flags}g`))
    expect(wordsIn('strategy make-to-stock # balance/no-stockout')).toEqual([
      'strategy',
      'make-to-stock',
      'balance/no-stockout',
    ])
    expect(wordsIn('2026-11 .. 2027-01  1,257 12_000 2.5 50%')).toEqual([
      '2026-11',
      '2027-01',
      '1,257',
      '12_000',
      '2.5',
      '50%',
    ])
    expect(wordsIn('größe = größe-2')).toEqual(['größe', 'größe-2'])
  })

  test('indents behind a brace that opens a block, and not behind one in a text', () => {
    const { increaseIndentPattern, decreaseIndentPattern } = language.indentationRules
    const opens = (line: string) => new RegExp(increaseIndentPattern).test(line)
    expect(opens('plan widgets for 2026-11 {')).toBe(true)
    expect(opens('business "Acme {Widgets" {  # ours')).toBe(true)
    expect(opens('  message "{f} {')).toBe(false)
    expect(opens('# so {')).toBe(false)
    expect(new RegExp(decreaseIndentPattern).test('}')).toBe(true)
  })

  test('reads the lines of `concord check --format compact`', () => {
    const [matcher] = contributes.problemMatchers
    const { regexp } = matcher?.pattern ?? { regexp: '' }
    const found = new RegExp(regexp).exec(
      'plans/sales.sop:12:5: error balance/ending-inventory: kettles 2026-11: 500 each',
    )
    expect(found?.slice(1)).toEqual([
      'plans/sales.sop',
      '12',
      '5',
      'error',
      'balance/ending-inventory',
      'kettles 2026-11: 500 each',
    ])
  })
})

describe('the package', () => {
  test('holds what VS Code asks for, and nothing of the machine it was made on', () => {
    expect(Object.keys(files)).toContain('[Content_Types].xml')
    const about = files['extension.vsixmanifest'] ?? ''
    expect(about).toContain(`Version="${packageJson.version}" Publisher="${manifest.publisher}"`)
    for (const [, path] of about.matchAll(/Path="([^"]+)"/g))
      expect(files[path ?? '']).toBeDefined()
    const endings = new Set(Object.keys(files).map((path) => path.replace(/^.*\./, '')))
    for (const ending of endings) {
      if (ending === 'xml') continue
      expect(files['[Content_Types].xml']).toContain(`Extension=".${ending}"`)
    }
    const all = Object.entries(files)
    expect(all.filter(([path]) => /\.(?:map|ts)$/.test(path))).toEqual([])
    const telling = all.filter(
      ([, text]) => text.includes('sourceMappingURL=') || text.includes(process.cwd()),
    )
    expect(telling.map(([path]) => path)).toEqual([])
  })

  test('is the same each time', () => {
    expect(Buffer.compare(pack('two.vsix'), pack('three.vsix'))).toBe(0)
  })

  const askedBy = (file: string) => {
    const code = files[`extension/${file}`] ?? ''
    return [...code.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)
  }

  test('loads without any package beside it but the editor', () => {
    const asked = askedBy('extension.cjs')
    expect(asked).toContain('vscode')
    expect(asked.filter((name) => name !== 'vscode' && !isOfNode(name ?? ''))).toEqual([])
  })

  test('loads in a browser, where there is no Node', () => {
    expect(new Set(askedBy('extension.browser.js'))).toEqual(new Set(['vscode']))
  })
})

const isOfNode = (name: string): boolean => process.getBuiltinModule(name) !== undefined

describe('the status bar', () => {
  const fine = (number: number): PrincipleState => ({
    number,
    name: `Principle ${number}`,
    held: 3,
    broken: 0,
    todo: 0,
    unjudged: 0,
    why: undefined,
  })
  const acme = {
    title: 'Acme [Widgets]',
    cycle: '2026-11',
    principles: [
      fine(1),
      { ...fine(2), broken: 1, todo: 2, unjudged: 4 },
      { ...fine(3), held: 0, why: 'numbers are missing' },
    ],
  }

  test('counts what was judged', () => {
    expect(principlesText([acme])).toBe('2026-11: 1 of 2 principles hold')
    expect(principlesText([acme, acme])).toBe('2 of 4 principles hold')
  })

  test('is silent where nothing was judged', () => {
    expect(principlesText([])).toBeUndefined()
    const idle = { ...acme, principles: acme.principles.slice(2) }
    expect(principlesText([idle])).toBeUndefined()
  })

  test('shows names as they are written', () => {
    expect(principlesTip([acme])).toBe(
      [
        String.raw`**Acme \[Widgets\]**, cycle 2026-11`,
        '',
        '| | | |',
        '|--:|:--|:--|',
        '| 1 | Principle 1 | 3 held |',
        '| 2 | Principle 2 | 1 broken, 2 to do, 3 held, 4 not judged |',
        '| 3 | Principle 3 | not judged: numbers are missing |',
      ].join('\n'),
    )
  })
})
