import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { launchCamera, takeShot } from './camera.ts'
import { guidePictures, type GuidePicture } from './guidePictures.ts'
import { shopPictures, type ShopPicture } from './shopPictures.ts'

/** Pictures for the shops by their paths, all of them unless some are chosen. */
export function drawShopPictures(chosen = shopPictures): Promise<Map<string, Buffer>> {
  return drawEach(chosen, drawForShop)
}

/** The pictures of README.md and the guides by their paths, all of them unless some are chosen. */
export function drawGuidePictures(chosen = guidePictures): Promise<Map<string, Buffer>> {
  return drawEach<GuidePicture>(chosen, takeShot)
}

async function drawEach<T extends { file: string }>(
  pictures: readonly T[],
  draw: (browser: Browser, picture: T) => Promise<Buffer>,
): Promise<Map<string, Buffer>> {
  const browser = await launchCamera()
  try {
    const drawn = new Map<string, Buffer>()
    for (const picture of pictures) drawn.set(picture.file, await draw(browser, picture))
    return drawn
  } finally {
    await browser.close()
  }
}

/** Of the workbench, or the icon alone, or the icon with the name beside it. */
async function drawForShop(browser: Browser, { kind, width, height, scene }: ShopPicture): Promise<Buffer> {
  if (scene) return takeShot(browser, { scene, width, height })
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
