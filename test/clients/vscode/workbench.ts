/** A planner's hands and eyes in VS Code: keys, what the page shows, and pictures of it. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core'

const CHROMIUM = process.env['CONCORD_CHROMIUM'] ?? '/usr/bin/chromium'
/** Where pictures are written; none are without it. */
const PICTURES = process.env['CONCORD_PICTURES'] ?? ''

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

export class Workbench {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser, url: string, folder: string): Promise<Workbench> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(30_000)
    await page.goto(`${url}?folder=${encodeURIComponent(folder)}`)
    await page.locator('.monaco-workbench .statusbar').waitFor()
    return new Workbench(page)
  }

  /** Chooses a command of the palette by its whole title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    await this.choose(`>${title}`, title)
  }

  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+P')
    await this.choose(path, path)
    await this.page.locator('.tab.active', { hasText: path }).waitFor()
  }

  /** In the list that is open: filters it, and takes what has the title. */
  async choose(text: string, title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first()
    await input.fill(text)
    await this.page
      .locator('.quick-input-list .monaco-list-row .label-name', { hasText: title })
      .first()
      .click()
    // Else the pointer rests on whatever stood below the list.
    await this.page.mouse.move(20, 600)
  }

  /** Puts the cursor at a line and a column, counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G')
    const input = this.page.locator('.quick-input-widget input').first()
    await input.fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** What the active editor shows; VS Code writes blanks that do not break. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first()
  }

  shows(text: string | RegExp, within = '.monaco-workbench'): Locator {
    return this.page.locator(within).getByText(text).first()
  }

  /** Waits until it is shown; fails where it never is. */
  async sees(text: string | RegExp, within?: string): Promise<boolean> {
    const found = this.shows(text, within)
    await found.waitFor()
    return found.isVisible()
  }

  /** The page of a preview, which VS Code shows in frames of its own. */
  async preview(text: string): Promise<Frame> {
    const end = Date.now() + 30_000
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        const found = await frame
          .getByText(text)
          .count()
          .catch(() => 0)
        if (found > 0 && frame !== this.page.mainFrame()) return frame
      }
      await this.page.waitForTimeout(100)
    }
    throw new Error(`no preview shows ${text}`)
  }

  async picture(name: string): Promise<void> {
    if (PICTURES === '') return
    mkdirSync(PICTURES, { recursive: true })
    await this.page.waitForTimeout(500)
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
}
