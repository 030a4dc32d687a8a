// A planner's day in a real VS Code: the package is installed, and a copy of acme is opened.
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startServer, type VsCodeServer } from './server.ts'
import { startBrowser, Workbench } from './workbench.ts'

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  // Restricted mode is on: nothing here needs a folder to be trusted.
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
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
  await bench.sees(/2026-11: \d+ of 10 principles hold/, '.statusbar')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('a plan', () => {
  test('shows what follows beside its rows, who committed above, and the principles below', async () => {
    await bench.openFile('sales.sop')
    expect(await bench.sees('inventory 625 each')).toBe(true)
    expect(await bench.sees('sales committed by sales-director on 2026-11-19, seal intact')).toBe(
      true,
    )
    expect(await bench.sees(/2026-11: \d+ of 10 principles hold/, '.statusbar')).toBe(true)
    expect(await bench.sees('Restricted Mode', '.statusbar')).toBe(true)
    await bench.picture('plan')
  })

  test('has an outline of its statements', async () => {
    await bench.page.locator('.pane-header', { hasText: 'Outline' }).click()
    const row = bench.page.locator('.outline-pane .monaco-list-row', { hasText: 'medium-widgets' })
    await row.first().waitFor()
    expect(await row.first().innerText()).toContain('plan medium-widgets')
    await bench.picture('outline')
    await bench.page.locator('.pane-header', { hasText: 'Outline' }).click()
  })

  test('is typed line by line: Enter ends a line, whatever is offered behind it', async () => {
    const { length } = readFileSync(join(acme, 'sales.sop'), 'utf8').split('\n')
    await bench.goTo(length, 1)
    for (const line of ['family pots "Pots" {', 'strategy make-to-stock', 'unit each']) {
      await bench.page.keyboard.type(line, { delay: 150 })
      await bench.press('Enter')
    }
    expect(await bench.sees(/^\s*strategy\s+make-to-stock$/, '.view-line')).toBe(true)
    expect(await bench.sees(/^\s*unit\s+each$/, '.view-line')).toBe(true)
    await bench.command('File: Revert File')
  })

  test('underlines a mistake as it is typed, says what is wrong, and mends it', async () => {
    const text = readFileSync(join(acme, 'sales.sop'), 'utf8').split('\n')
    const line = text.findIndex((each) => /2026-11 +100 +102 +152$/.test(each)) + 1
    await bench.goTo(line, (text[line - 1] ?? '').length + 1)
    await bench.press('Backspace')
    await bench.type('9')
    await bench.page.locator('.squiggly-error').first().waitFor()
    await bench.goTo(line, (text[line - 1] ?? '').length)
    await bench.press('Control+K', 'Control+I')
    expect(await bench.sees(/the backlog is stated as 159 each/, '.monaco-hover')).toBe(true)
    await bench.picture('mistake')
    await bench.press('Escape', 'Control+.')
    expect(await bench.sees(/152/, '.action-widget')).toBe(true)
    await bench.picture('fixes')
    await bench.press('Enter')
    await bench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' })
    expect(await bench.editor.innerText()).not.toContain('159')
    await bench.press('Control+S')
  })

  test('explains a number on a page', async () => {
    await bench.goTo(5, 37)
    await bench.command('Concord: Explain This Number')
    const page = await bench.preview('How it comes about')
    expect(await page.locator('h1').first().innerText()).toContain(
      'sales of medium-widgets 2026-11',
    )
    await bench.picture('number')
    await bench.command('View: Close All Editors')
  })
})

describe('the workspace', () => {
  test('is checked as a whole: its problems, and how the ten principles fare', async () => {
    await bench.command('Concord: Check the Workspace')
    const page = await bench.preview('The ten principles')
    expect(await page.locator('tbody tr').count()).toBe(10)
    await bench.page.locator('.markers-panel').waitFor()
    await bench.picture('principles')
    await bench.command('View: Close All Editors')
    await bench.press('Control+J')
  })

  test('has a rulebook to read', async () => {
    await bench.command('Concord: Open the Rulebook')
    const page = await bench.preview('balance/capacity')
    expect(await page.locator('h2').count()).toBe(10)
    await bench.picture('rulebook')
    await bench.command('View: Close All Editors')
  })

  test('is compared with the previous cycle', async () => {
    await bench.openFile('sales.sop')
    await bench.command('Concord: Compare with the Previous Cycle')
    const page = await bench.preview('2026-11 against 2026-10')
    expect(await page.locator('th', { hasText: 'revenue, USD' }).count()).toBeGreaterThan(0)
    await bench.picture('comparison')
    await bench.command('View: Close All Editors')
  })

  test('begins anew with a fresh server', async () => {
    await bench.openFile('operations.sop')
    await bench.command('Concord: Restart the Language Server')
    expect(await bench.sees(/operations committed by /)).toBe(true)
  })

  test('is rolled to the next cycle once somebody says yes', async () => {
    await bench.command('Concord: Roll to the Next Cycle')
    expect(await bench.sees('Roll from 2026-11 to 2026-12?', '.monaco-dialog-box')).toBe(true)
    await bench.picture('roll')
    expect(existsSync(join(acme, 'closed/2026-11'))).toBe(false)
    await bench.page.locator('.monaco-dialog-box').getByText('Roll', { exact: true }).click()
    expect(await bench.sees(/The cycle 2026-12 is open/, '.notifications-toasts')).toBe(true)
    await bench.picture('rolled')
    expect(readFileSync(join(acme, 'closed/2026-11/sales.sop'), 'utf8')).toContain('for 2026-11')
    expect(readFileSync(join(acme, 'sales.sop'), 'utf8')).toContain('plan pumps for 2026-12 {')
    expect(await bench.sees(/2026-12: \d+ of 10 principles hold/, '.statusbar')).toBe(true)
  })
})

describe('the first steps', () => {
  test('lead through what there is', async () => {
    await bench.command('View: Close All Editors')
    await bench.command('Welcome: Open Walkthrough...')
    await bench.choose('Plan with Concord', 'Plan with Concord')
    expect(await bench.sees('See how the ten principles fare')).toBe(true)
    await bench.press('Control+B')
    await bench.picture('walkthrough')
  })
})
