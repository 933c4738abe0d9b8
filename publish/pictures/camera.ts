import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../test/e2e/browser.ts'
import { openPage, pointAt, sideFrame } from '../../test/e2e/workbenchPage.ts'
import { pointedAt, scenes, type Scene } from './scenes.ts'

/** A picture that is taken of the workbench. */
export interface Shot {
  scene: Scene
  width: number
  height: number
}

/** What is drawn anew in parts has other shades at round corners than what is drawn at once. */
const SWITCHES = ['--disable-partial-raster', '--num-raster-threads=1', '--disable-lcd-text']

export function launchCamera(): Promise<Browser> {
  return launchBrowser(SWITCHES)
}

/** The clock of the sample: its February is over and not yet closed. */
const TODAY = new Date(Date.UTC(2026, 2, 10, 9))

/** Takes a picture of the workbench that was built last, with its sample. Each has a page of its own: a scene may change the workbook. */
export async function takeShot(browser: Browser, { scene, width, height }: Shot): Promise<Buffer> {
  const { page, close } = await openPage(browser, {
    sample: 'whole',
    today: TODAY,
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  try {
    await scenes[scene](page, await sideFrame(page))
    // What lies under the pointer has another shade.
    await page.mouse.move(width / 2, 5)
    const cell = pointedAt[scene]
    if (cell) await restOn(page, cell)
    return await whenStill(page)
  } finally {
    await close()
  }
}

/** The grid asks the clock how long the pointer has rested, and the clock stands still. */
async function restOn(page: Page, cell: string): Promise<void> {
  await pointAt(page, cell)
  await page.clock.setFixedTime(new Date(TODAY.getTime() + 1000))
  await page.locator('.note-card').waitFor()
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
