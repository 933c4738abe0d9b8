import { readFile } from 'node:fs/promises'
import type { Browser, Frame, Page } from 'playwright-core'
import { launchBrowser } from '../../test/e2e/browser.ts'
import { clickCell, goToSheet, openPage, sideFrame } from '../../test/e2e/workbenchPage.ts'
import { pictures, type Picture, type Scene } from './pictures.ts'

/** What is drawn anew in parts has other shades at round corners than what is drawn at once. */
const SWITCHES = ['--disable-partial-raster', '--num-raster-threads=1', '--disable-lcd-text']

/** Pictures by their paths, all of them unless some are chosen: drawn from the icon, and taken from the workbench that was built last, with its sample. */
export async function drawPictures(chosen = pictures): Promise<Map<string, Buffer>> {
  const browser = await launchBrowser(SWITCHES)
  try {
    const drawn = new Map<string, Buffer>()
    for (const one of chosen.filter(({ scene }) => !scene)) drawn.set(one.file, await drawing(browser, one))
    for (const shop of ['microsoft', 'google'] as const) {
      const shots = chosen.filter((one) => one.shop === shop && one.scene)
      if (shots.length > 0) await takeScreenshots(browser, shots, drawn)
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/** The icon alone, or with the name beside it. */
async function drawing(browser: Browser, { kind, width, height }: Picture): Promise<Buffer> {
  const icon = await readFile('excel/assets/icon.svg', 'utf8')
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(kind === 'banner' ? banner(icon) : `<style>body{margin:0}svg{display:block}</style>${icon}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

function banner(icon: string): string {
  return `<style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center; gap: 10px;
      background: #0b6e4f; color: #ffffff; font: 600 29px "Open Sans", sans-serif; letter-spacing: -0.5px }
    svg { width: 56px; height: 56px }
  </style>${icon}<span>Cuesheet</span>`
}

/** The clock of the sample: its February is over and not yet closed. */
const TODAY = new Date(Date.UTC(2026, 2, 10, 9))

/** One after the other in one workbench: they have one size. */
async function takeScreenshots(browser: Browser, shots: readonly Picture[], drawn: Map<string, Buffer>): Promise<void> {
  const { width, height } = shots[0]!
  const { page, close } = await openPage(browser, {
    sample: 'whole',
    today: TODAY,
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const frame = await sideFrame(page)
  for (const { scene, file } of shots) {
    await scenes[scene!](page, frame)
    // The pointer over the grid would show a card.
    await page.mouse.move(width / 2, 5)
    drawn.set(file, await whenStill(page))
  }
  await close()
}

const scenes: Record<Scene, (page: Page, frame: Frame) => Promise<void>> = {
  functions: async (page, frame) => {
    await goToSheet(page, 'Cohorts')
    await clickCell(page, 'A3')
    await frame.getByText('COHORT_RETENTION', { exact: true }).first().click()
  },
  signals: async (page, frame) => {
    await goToSheet(page, 'Signals')
    await openPlan(frame, 'Signals')
  },
  scorecard: async (page, frame) => {
    await goToSheet(page, 'Scorecard')
    await openPlan(frame, 'KPIs')
  },
  explain: async (page, frame) => {
    await goToSheet(page, 'Start')
    await frame.getByRole('tab', { name: 'Explain' }).click()
    await clickCell(page, 'C5')
    await frame.locator('#panel-Explain').getByText('NPS', { exact: false }).first().waitFor()
  },
}

async function openPlan(frame: Frame, name: string): Promise<void> {
  await frame.getByRole('tab', { name: 'Plans' }).click()
  const back = frame.getByRole('button', { name: '‹ All plans' })
  if (await back.isVisible()) await back.click()
  await frame.getByRole('button', { name: new RegExp(`^${name} in this workbook`) }).click()
  await frame.getByRole('heading', { name, exact: true }).waitFor()
}

/** A picture that three looks in a row agree on: the sidebar reads the book, and the grid draws itself, a little later. */
async function whenStill(page: Page): Promise<Buffer> {
  const looks: Buffer[] = []
  for (let look = 0; look < 40; look++) {
    looks.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    const [first, ...others] = looks.slice(-3)
    if (others.length === 2 && others.every((other) => other.equals(first!))) return first!
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the workbench does not come to rest')
}
