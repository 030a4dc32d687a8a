// The one peer that comes from npm: installed once, in a folder outside the repository.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = '@duckdb/node-api'
const PATIENCE_MILLISECONDS = 120_000

export interface DuckDb {
  /** Undefined when it is not there, and could not be had. */
  readonly version: string | undefined
  readonly module: string
}

/** Looks for DuckDB below the folder, and asks npm for it when it is missing. */
export function duckDbIn(folder: string): DuckDb {
  const module = join(folder, 'node_modules', PACKAGE)
  const version = versionOf(module) ?? (installed(folder) ? versionOf(module) : undefined)
  return { version, module }
}

function versionOf(module: string): string | undefined {
  try {
    const text = readFileSync(join(module, 'package.json'), 'utf8')
    return (JSON.parse(text) as { readonly version: string }).version
  } catch {
    return undefined
  }
}

function installed(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--silent']
  const { status } = spawnSync('npm', ['install', PACKAGE, ...options], {
    cwd: folder,
    stdio: 'ignore',
    timeout: PATIENCE_MILLISECONDS,
    shell: process.platform === 'win32',
  })
  return status === 0
}
