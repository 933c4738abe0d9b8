import type * as engine from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openPage } from '../test/e2e/workbenchPage.ts'
import { compared, thousands, type Line } from './lines.ts'
import { awaited, randomFrom } from './measure.ts'

declare const o_spreadsheet: typeof engine

const KINDS = {
  csv: 'csv: open it',
  xlsx: '.xlsx: open it',
  save: '.xlsx: save it',
} as const
type Kind = keyof typeof KINDS
type Times = Record<Kind, { ours: number; other: number }>

/**
 * A csv of 20,000 rows and eight columns of ids, dates, numbers and texts is opened in the workbench, saved, and opened as
 * .xlsx, until the page says that it is done; and the engine alone builds the same contents, writes them, and reads the same
 * file, without a page to show it in, without unpacking and packing. In turns, in fresh pages.
 */
export async function files(): Promise<Line[]> {
  const rows = 20_000
  const runs: Times[] = []
  for (let run = 0; run < 3; run++) runs.push(await once(rows))
  return (Object.keys(KINDS) as Kind[]).map((kind) => {
    const turns = { ours: runs.map((run) => run[kind].ours), other: runs.map((run) => run[kind].other) }
    return compared(`${thousands(rows)} rows of eight columns as ${KINDS[kind]}`, turns, 'the engine alone', 1)
  })
}

async function once(rows: number): Promise<Times> {
  const browser = await launchBrowser()
  const { page, close } = await openPage(browser)
  try {
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'New', exact: true }).click()
    const csv = await opening(page, 'bench.csv', Buffer.from(csvOf(rows)))
    const download = page.waitForEvent('download', { timeout: 0 })
    const save = await awaited(async () => {
      await page.evaluate(() => document.getElementById('save')!.click())
      await says(page, 'Saved as')
    })
    const bytes = await readFile(await (await download).path())
    const alone = await engineAlone(page, await unpacked(bytes))
    const xlsx = await opening(page, 'bench.xlsx', bytes)
    return {
      csv: { ours: csv, other: alone.build },
      save: { ours: save, other: alone.write },
      xlsx: { ours: xlsx, other: alone.read },
    }
  } finally {
    await close()
    await browser.close()
  }
}

function opening(page: Page, name: string, buffer: Buffer): Promise<number> {
  return awaited(async () => {
    await page.locator('#file').setInputFiles({ name, mimeType: '', buffer })
    await says(page, `${name} is open`)
  })
}

async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction((words) => document.getElementById('notice')!.textContent.startsWith(words), words, {
    timeout: 0,
    polling: 20,
  })
}

async function unpacked(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = Object.values(zip.files).map(async (file) => [file.name, await file.async('text')] as const)
  return Object.fromEntries(await Promise.all(texts))
}

/** The engine with its own plugins builds what is open, writes it, and reads a file. */
function engineAlone(page: Page, xlsx: Record<string, string>) {
  return page.evaluate(async (xlsx) => {
    const { Model, registries } = o_spreadsheet
    const { corePluginRegistry: core, coreViewsPluginRegistry: views, featurePluginRegistry: features } = registries
    // What the workbench has put in place of a plugin is made from it.
    const own = <T>(plugin: T) => Object.getPrototypeOf(plugin) as T
    core.replace('sheet', own(core.get('sheet')))
    core.replace('cell', own(core.get('cell')))
    views.replace('row_size', own(views.get('row_size')))
    features.remove('CUESHEET_XLSX')
    const contents = window.cuesheet.model._exportData(false)
    const timed = async <T>(work: () => T | Promise<T>) => {
      const start = performance.now()
      const result = await work()
      return { result, took: performance.now() - start }
    }
    const built = await timed(() => new Model(contents))
    const written = await timed(() => built.result.exportXLSX())
    const read = await timed(() => new Model(xlsx))
    return { build: built.took, write: written.took, read: read.took }
  }, xlsx)
}

const WORDS = 'the delivery was late but staff helped quickly price too high great support and more'.split(' ')
const SEGMENTS = ['Small', 'Medium', 'Large', 'Enterprise']

function csvOf(rows: number): string {
  const random = randomFrom(8)
  const below = (count: number) => Math.floor(random() * count)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = () => `2026-${two(1 + below(12))}-${two(1 + below(28))}`
  const lines = Array.from({ length: rows }, (_, i) => {
    const comment = Array.from({ length: 3 + below(6) }, () => WORDS[below(WORDS.length)]).join(' ')
    const closed = random() < 0.1 ? '' : `${day()} ${two(below(24))}:${two(below(60))}`
    return [
      100_000 + i,
      `C-${below(rows / 4)}`,
      day(),
      below(100_000) / 100,
      below(11),
      SEGMENTS[below(4)],
      comment,
      closed,
    ]
  })
  return [['id', 'customer', 'date', 'amount', 'score', 'segment', 'comment', 'closed'], ...lines].join('\n')
}
