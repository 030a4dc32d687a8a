/** A VS Code served to a browser: openvscode-server or code-server, with our package installed. */

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The executable of a server, or its script for Node. */
export const LOCATION = 'CONCORD_VSCODE'

const HOW = `Set ${LOCATION} to an openvscode-server or a code-server: its executable, or its .js file.`

export interface VsCodeServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** How the two are called; they share what is not named here. */
interface Dialect {
  readonly install: (data: string, vsix: string) => readonly string[]
  readonly serve: (data: string, port: number) => readonly string[]
  /** Where the settings of a person lie, below the folder of data. */
  readonly settings: string
}

const CODE_SERVER: Dialect = {
  install: (data, vsix) => [...folders(data), '--install-extension', vsix],
  serve: (data, port) => [
    ...folders(data),
    '--auth=none',
    `--bind-addr=127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
  ],
  settings: 'User/settings.json',
}

const OPENVSCODE: Dialect = {
  install: (data, vsix) => ['--server-data-dir', data, '--install-extension', vsix],
  serve: (data, port) => [
    `--server-data-dir=${data}`,
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
  ],
  settings: 'data/User/settings.json',
}

function folders(data: string): readonly string[] {
  return ['--user-data-dir', data, '--extensions-dir', join(data, 'extensions')]
}

/** @param data an empty folder for all that the server keeps */
export async function startServer(
  data: string,
  vsix: string,
  settings: unknown,
): Promise<VsCodeServer> {
  const location = process.env[LOCATION]
  if (location === undefined || location === '') throw new Error(HOW)
  const [command, first] = location.endsWith('.js')
    ? [process.execPath, [location]]
    : [location, []]
  const env = { ...process.env, HOME: data }
  const run = (args: readonly string[]): string =>
    execFileSync(command, [...first, ...args], { encoding: 'utf8', env, stdio: 'pipe' })
  const dialect = run(['--help']).includes('--bind-addr') ? CODE_SERVER : OPENVSCODE
  const file = join(data, dialect.settings)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, JSON.stringify(settings))
  run(dialect.install(data, vsix))
  const port = await freePort()
  const child = spawn(command, [...first, ...dialect.serve(data, port)], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  await answering(url)
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

const PATIENCE = 30_000

async function answering(url: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok === true) return
    await wait(100)
  }
  throw new Error(`no server answers at ${url}`)
}
