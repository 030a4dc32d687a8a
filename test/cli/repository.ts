// Git repositories of their own, made step by step.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { folderWith } from './folder.ts'

export interface Repository {
  readonly folder: string
  readonly git: (...words: readonly string[]) => string
  /** Writes files; a text of undefined takes the file away. */
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Commits everything that is there, on a day where the order of commits matters. */
  readonly commit: (message: string, day?: string) => void
}

export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const folder = folderWith(files)
  const git = (...words: readonly string[]): string => run(folder, words)
  git('init', '--quiet', '--initial-branch', 'main')
  const commit = (message: string, day = '2026-11-20'): void => {
    run(folder, ['add', '--all'])
    run(folder, ['commit', '--quiet', '--allow-empty', '--message', message], day)
  }
  commit('first')
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  return { folder, git, write, commit }
}

function run(folder: string, words: readonly string[], day = '2026-11-20'): string {
  const as = ['user.name=planner', 'user.email=planner@example.com', 'commit.gpgsign=false']
  const settings = as.flatMap((each) => ['-c', each])
  const date = `${day}T12:00:00Z`
  return execFileSync('git', [...settings, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  })
}
