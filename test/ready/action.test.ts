// The action's own scripts, run as its runner does: in a repository of plans, with a forge that is none.

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { folderWith } from '../cli/folder.ts'
import { root } from '../house/imports.ts'

interface Step {
  readonly name?: string
  readonly run?: string
}

const action = parse(readFileSync(join(root, '.github/actions/check/action.yml'), 'utf8')) as {
  readonly runs: { readonly steps: readonly Step[] }
}

function scriptOf(name: string): string {
  const run = action.runs.steps.find((step) => step.name === name)?.run
  if (run === undefined) throw new Error(`the action has no step ${name}`)
  return run
}

/** Answers as the forge does, and keeps what it was asked. Its filter is jq, where that is there. */
const GH = `#!/usr/bin/env bash
printf '%s\n' "$*" >> "$FORGE/calls.txt"
if [ -e "$FORGE/forbidden" ]; then exit 1; fi
if [ "$2" = --paginate ]; then
  if command -v jq > /dev/null; then jq -r "$5" "$FORGE/comments.json"; else cat "$FORGE/ids.txt"; fi
  exit
fi
for word in "$@"; do
  case $word in body=@*) cat "\${word#body=@}" > "$FORGE/body.md" ;; esac
done
`

/** Answers for the command: `check` and `diff` as the files beside it have it. */
const CONCORD = `const { readFileSync, existsSync, appendFileSync } = require('node:fs')
const forge = process.env.FORGE
appendFileSync(forge + '/concord.txt', process.argv.slice(2).join(' ') + '\\n')
const file = forge + '/' + process.argv[2] + '.md'
if (!existsSync(file)) process.exit(2)
process.stdout.write(readFileSync(file, 'utf8'))
`

interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string }
}

const OURS = 'github-actions[bot]'
const MARK = '<!-- concord -->'

interface Run {
  readonly status: number | null
  readonly output: string
  /** What a step left: in the folder of the forge, and in that of the runner. */
  readonly read: (path: string) => string
}

function ran(step: string, files: Readonly<Record<string, string>>, env: object = {}): Run {
  const folder = folderWith({
    'bin/gh': GH,
    'forge/comments.json': '[]',
    'forge/ids.txt': '',
    'summary.md': '',
    'temp/.keep': '',
    ...files,
  })
  chmodSync(join(folder, 'bin/gh'), 0o755)
  const at = folderWith({ 'dist/concord.cjs': CONCORD, '.github/actions/check/.keep': '' })
  const script = join(folder, 'step.sh')
  writeFileSync(script, scriptOf(step))
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', script]
  const { status, stdout, stderr } = spawnSync('bash', words, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      FORGE: join(folder, 'forge'),
      RUNNER_TEMP: join(folder, 'temp'),
      GITHUB_ACTION_PATH: join(at, '.github/actions/check'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_REPOSITORY: 'acme/plans',
      NUMBER: '7',
      ...env,
    },
  })
  const read = (path: string): string => {
    const file = join(folder, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }
  return { status, output: stdout + stderr, read }
}

const COMMENT = 'Post or renew the comment'
const REPORTS = { 'temp/concord-diff.md': '## What changed\n', 'temp/concord.md': '### Findings\n' }

function comments(...all: readonly Comment[]): Readonly<Record<string, string>> {
  const own = all.filter(({ body, user }) => body.startsWith(MARK) && user.login === OURS)
  return {
    'forge/comments.json': JSON.stringify(all),
    'forge/ids.txt': own.map(({ id }) => `${id}\n`).join(''),
  }
}

describe('the comment', () => {
  test('is posted once: the difference, then the findings', () => {
    const { status, read } = ran(COMMENT, REPORTS)
    expect(status).toBe(0)
    expect(read('forge/body.md')).toBe(`${MARK}\n## What changed\n### Findings\n`)
    expect(read('forge/calls.txt')).toContain('--method POST repos/acme/plans/issues/7/comments')
  })

  test('is renewed where it is there, and nobody else’s is', () => {
    const { status, read } = ran(COMMENT, {
      ...REPORTS,
      ...comments(
        { id: 1, body: `${MARK}\nNot ours.`, user: { login: 'planner' } },
        { id: 2, body: 'Ours, of something else.', user: { login: OURS } },
        { id: 3, body: `${MARK}\nOld.`, user: { login: OURS } },
        { id: 4, body: `${MARK}\nOlder.`, user: { login: OURS } },
      ),
    })
    expect(status).toBe(0)
    const calls = read('forge/calls.txt')
    expect(calls).toContain('--method PATCH repos/acme/plans/issues/comments/3 ')
    expect(calls).not.toContain('POST')
  })

  test('has the findings alone where there is no difference', () => {
    const { read } = ran(COMMENT, { 'temp/concord.md': '### Findings\n' })
    expect(read('forge/body.md')).toBe(`${MARK}\n### Findings\n`)
  })

  test('leaves out what is too long for a comment', () => {
    const long = `## Long ${'x'.repeat(66_000)}\n`
    const without = (files: Readonly<Record<string, string>>): string =>
      ran(COMMENT, files).read('forge/body.md')
    expect(without({ ...REPORTS, 'temp/concord.md': long })).toBe(`${MARK}\n## What changed\n`)
    expect(without({ ...REPORTS, 'temp/concord-diff.md': long })).toBe(`${MARK}\n### Findings\n`)
    const both = without({ 'temp/concord-diff.md': long, 'temp/concord.md': long })
    expect(both).toBe(`${MARK}\nThe report is in the summary of the run.\n`)
  })

  test('obeys nothing that a report says', () => {
    const text = '$(touch ran) `touch ran` ; touch ran # "\'\n'
    const { read, status } = ran(COMMENT, { ...REPORTS, 'temp/concord-diff.md': text })
    expect([status, read('temp/ran'), read('ran')]).toEqual([0, '', ''])
    expect(read('forge/body.md')).toContain(text)
  })

  test('that may not be written is a warning, and fails nothing', () => {
    const { status, output } = ran(COMMENT, { ...REPORTS, 'forge/forbidden': '' })
    expect(status).toBe(0)
    expect(output).toContain('::warning::Concord could not write its comment')
  })
})

describe('the difference', () => {
  const step = 'Say what changed in the plan'
  const env = { PLAN: 'plans', SINCE: 'origin/main...', AS_OF: '2026-11-20' }

  test('is of base and head, and stands in the summary', () => {
    const { status, read } = ran(step, { 'forge/diff.md': '## What changed\n' }, env)
    expect(status).toBe(0)
    expect(read('forge/concord.txt')).toBe(
      'diff --folder plans --format markdown --as-of 2026-11-20 -- origin/main...\n',
    )
    expect(read('temp/concord-diff.md')).toBe('## What changed\n')
    expect(read('summary.md')).toBe('## What changed\n')
  })

  test('that cannot be made fails nothing, and leaves no half of it', () => {
    const { status, read } = ran(step, {}, env)
    expect(status).toBe(0)
    expect([read('temp/concord-diff.md'), read('summary.md')]).toEqual(['', ''])
  })
})
