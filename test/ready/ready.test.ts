// What is ready to use elsewhere: it parses, and every word of it that calls Concord is one.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'

import { CHECK_FORMATS } from '../../src/cli/check-formats.ts'
import { DIFF_FORMATS } from '../../src/cli/diff-formats.ts'
import { called } from '../examples/command.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const ACTION = '.github/actions/check/action.yml'
const HOOKS = '.pre-commit-hooks.yaml'
const GITHUB = '.ci/recipes/github.yml'
const GITLAB = '.ci/recipes/gitlab-ci.yml'
const SCRIPT = '.ci/recipes/any-ci.sh'

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}
interface Workflow {
  readonly jobs: { readonly check: { readonly steps: readonly Step[] } }
}

const action = parse(read(ACTION)) as Action
const scripts = action.runs.steps.flatMap(({ run }) => run ?? [])

/** The options that a command has, by its own help. */
async function optionsOf(command: string): Promise<ReadonlySet<string>> {
  const { output } = await called(command, '--help')
  return new Set(output.match(/--[a-z][a-z-]*/g) ?? [])
}

/** A call on one line, or on two. */
const DIFF = /^.*(?:concord|"\$\{concord\[@\]\}") diff .*$/m

const CHECKS: Readonly<Record<string, string>> = {
  [ACTION]: scripts.filter((run) => run.includes('concord.cjs" check')).join('\n'),
  [GITLAB]: read(GITLAB).replace(DIFF, ''),
  [SCRIPT]: read(SCRIPT)
    .replace(/^.*fmt --check$/m, '')
    .replace(DIFF, ''),
}

const DIFFS: Readonly<Record<string, string>> = {
  [ACTION]: scripts.filter((run) => run.includes('concord.cjs" diff')).join('\n'),
  [GITLAB]: DIFF.exec(read(GITLAB))?.[0] ?? '',
  [SCRIPT]: DIFF.exec(read(SCRIPT))?.[0] ?? '',
}

test.each(Object.entries(DIFFS))('%s compares by what there is', async (_, text) => {
  const known = await optionsOf('diff')
  const asked = text.match(/(?<=[\s(])--[a-z][a-z-]*/g) ?? []
  expect(asked).toContain('--format')
  expect(asked.filter((option) => !known.has(option))).toEqual([])
  const forms = [...text.matchAll(/--format (\w+)/g)].map(([, form]) => form ?? '')
  expect(forms.filter((form) => !(form in DIFF_FORMATS))).toEqual([])
})

test.each(Object.entries(CHECKS))('%s calls what there is', async (_, text) => {
  const known = await optionsOf('check')
  const asked = text.match(/(?<=[\s(])--[a-z][a-z-]*/g) ?? []
  expect(asked).toContain('--since')
  expect(asked.filter((option) => !known.has(option))).toEqual([])
  const forms = [...text.matchAll(/--output "?(\w+)=/g)].map(([, form]) => form ?? '')
  expect(forms.length).toBeGreaterThan(1)
  expect(forms.filter((form) => !(form in CHECK_FORMATS))).toEqual([])
})

test('the hooks call what there is', async () => {
  const hooks = parse(read(HOOKS)) as readonly { readonly entry: string; readonly files: string }[]
  expect(hooks.map(({ entry }) => entry)).toEqual(['concord check', 'concord fmt --check'])
  expect(await optionsOf('fmt')).toContain('--check')
  for (const { files } of hooks) expect('plans/sales.sop').toMatch(new RegExp(files))
})

test('the workflow asks of the action what it offers, at the place where it is', () => {
  const { steps } = (parse(read(GITHUB)) as Workflow).jobs.check
  const [step] = steps.filter(({ uses }) => uses?.startsWith('OWNER/REPOSITORY/') === true)
  const folder = step?.uses?.replace('OWNER/REPOSITORY/', '').replace('@TAG', '') ?? ''
  expect(existsSync(join(root, folder, 'action.yml'))).toBe(true)
  const asked = Object.keys(step?.with ?? {})
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((name) => !(name in action.inputs))).toEqual([])
})

test('nothing from outside becomes the text of a script', () => {
  expect(scripts.filter((run) => run.includes('${{'))).toEqual([])
})

test('each input of the action reaches a step', () => {
  const text = read(ACTION)
  const unused = Object.keys(action.inputs).filter((name) => !text.includes(`inputs.${name} `))
  expect(unused).toEqual([])
})

test.each([...scripts.map((run, at) => [`step ${at} of the action`, run]), [SCRIPT, read(SCRIPT)]])(
  'bash reads %s',
  (_, script) => {
    expect(() => execFileSync('bash', ['-n'], { input: script, stdio: 'pipe' })).not.toThrow()
  },
)

const gitlab = parse(read(GITLAB)) as Readonly<Record<string, { readonly script: string[] }>>

test.each([
  [SCRIPT, read(SCRIPT)],
  [GITLAB, gitlab['check plan']?.script.join('\n') ?? ''],
])('%s checks a plan that the base has not, where there is no difference', (_, script) => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-ready-'))
  const stub = '#!/bin/sh\necho "$1" >> called.txt\n[ "$1" != diff ] || exit 2\n'
  writeFileSync(join(folder, 'concord'), stub, { mode: 0o755 })
  const base = { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' }
  const env = {
    ...process.env,
    ...base,
    CONCORD: 'concord',
    PATH: `${folder}:${process.env['PATH']}`,
  }
  execFileSync('bash', ['-eu'], { input: script, cwd: folder, env, stdio: 'pipe' })
  expect(readFileSync(join(folder, 'called.txt'), 'utf8')).toMatch(/diff\ncheck\n$/)
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(left.filter((path) => path.endsWith('.html'))).toEqual([])
})

test('the Dockerfile copies what there is, and what its ignore file lets in', () => {
  const lines = read('.ci/Dockerfile').split('\n')
  const sources = lines.flatMap((line) => {
    const found = /^COPY (?!--from)(.+) \S+$/.exec(line)
    return found?.[1]?.split(' ') ?? []
  })
  const ignored = read('.ci/Dockerfile.dockerignore').split('\n')
  const wanting = sources.filter(
    (path) => !existsSync(join(root, path)) || !ignored.includes(`!${path}`),
  )
  expect([sources.length, wanting]).toEqual([8, []])
  const scriptsThere = (JSON.parse(read('package.json')) as { scripts: object }).scripts
  expect(Object.keys(scriptsThere)).toContain('build')
})

test('each file of acme has an owner, and each owner a file', () => {
  const lines = read('.ci/recipes/CODEOWNERS')
    .split('\n')
    .filter((line) => /^[/*]/.test(line))
  const paths = lines.map((line) => line.split(/\s+/)[0]?.replaceAll('/', '') ?? '')
  const there = readdirSync(join(root, 'examples/acme')).filter((name) => name !== 'expected.txt')
  expect(paths.filter((path) => path !== '*').toSorted()).toEqual(there.toSorted())
  const teams = lines.flatMap((line) => line.match(/@\S+/g) ?? [])
  expect(teams).toContain('@example/sales')
  expect(teams).toContain('@example/operations')
})
