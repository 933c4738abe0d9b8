// Draws the icons of the manifests again, after icon.svg or outline.svg has changed: node excel/assets/render.mjs
// It needs a Chromium: the one CHROME_PATH names, else an installed Chrome.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const drawings = [
  ...[16, 32, 64, 80].map((size) => ({ from: 'icon.svg', to: `icon-${size}.png`, size })),
  { from: 'icon.svg', to: 'color.png', size: 192 },
  { from: 'outline.svg', to: 'outline.png', size: 32 },
]

const executablePath = process.env.CHROME_PATH
const browser = await chromium.launch(executablePath ? { executablePath } : { channel: 'chrome' })
for (const { from, to, size } of drawings) {
  const svg = await readFile(new URL(from, import.meta.url), 'utf8')
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`)
  await page.screenshot({ path: fileURLToPath(new URL(to, import.meta.url)), omitBackground: true })
}
await browser.close()
