// The extension in the browser itself, as VS Code for the Web runs it: no process, no disk.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startServer, type VsCodeServer } from './server.ts'
import { startBrowser, Workbench } from './workbench.ts'

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'editor.minimap.enabled': false,
  'remote.extensionKind': { 'concord-plan.concord-plan': ['web'] },
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-vscode-')))
const acme = join(folder, 'acme')
let server: VsCodeServer | undefined
let browser: Browser | undefined
let bench!: Workbench

beforeAll(async () => {
  cpSync('examples/acme', acme, { recursive: true })
  server = await startServer(join(folder, 'data'), resolve('dist/concord.vsix'), SETTINGS)
  browser = await startBrowser()
  bench = await Workbench.open(browser, server.url, acme)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('in the browser', () => {
  test('the whole folder is read, by a worker and not by a process', async () => {
    expect(await bench.sees(/2026-11: \d+ of 10 principles hold/, '.statusbar')).toBe(true)
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    expect(processes.split('\n').filter((each) => each.includes(join(folder, 'data')))).not.toEqual(
      [],
    )
    expect(processes).not.toMatch(new RegExp(`${folder}.*server\\.cjs`))
  })

  test('a mistake is underlined, and mended', async () => {
    await bench.openFile('sales.sop')
    expect(await bench.sees('inventory 625 each')).toBe(true)
    await bench.goTo(26, 47)
    await bench.press('End', 'Backspace')
    await bench.type('9')
    await bench.page.locator('.squiggly-error').first().waitFor()
    await bench.picture('web')
    await bench.press('Control+.')
    expect(await bench.sees(/152/, '.action-widget')).toBe(true)
    await bench.press('Enter')
    await bench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' })
    expect(await bench.editor.innerText()).not.toContain('159')
  })
})
