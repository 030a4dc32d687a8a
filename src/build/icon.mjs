// `node src/build/icon.mjs`: the icon of the gallery, which must be a PNG, from the drawing beside it.
// Chromium draws it, so that it is run by hand when the drawing changes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

import { root } from './entries.mjs'

const SIDE = 128
const icons = join(root, 'language-server/vscode/icons')
const drawing = readFileSync(join(icons, 'concord.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.env['CONCORD_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
await page.setContent(`<body style="margin:0;background:transparent">${drawing}</body>`)
await page.screenshot({ path: join(icons, 'concord.png'), omitBackground: true })
await browser.close()
