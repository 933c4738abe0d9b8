import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../e2e/browser.ts'
import { expected, importTen, ownLines, ownRows } from '../../e2e/ownMatrix.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { enter } from '../appsScript/entry.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { cellAt, newSheet, parseAddress, sheetNamed } from '../appsScript/workbook.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a table of one’s own becomes rows of Signals in the sidebar of Google Sheets, and stays as it was', async () => {
  const project = openProject(await readFiles())
  const { workbook } = project
  const own = newSheet('Our cues')
  workbook.sheets.push(own)
  const rows = ownRows(10)
  ownLines(rows).forEach((line, row) =>
    line.forEach((cell, column) => {
      // An apostrophe keeps what begins with = a text.
      enter(workbook, own, row + 1, column + 1, typeof cell === 'string' ? `'${cell}` : cell)
    }),
  )
  const before = JSON.stringify([...own.cells])
  workbook.active = own
  workbook.selection = [parseAddress('B5')]
  project.run('openCuesheet')
  const opened = await openSidebar(browser, project)
  const frame = (await (await opened.page.waitForSelector('iframe')).contentFrame())!
  await importTen({ page: opened.page, frame, host: 'gsheets' })
  const signals = sheetNamed(workbook, 'Signals')
  const valueOf = (row: number, column: number) => cellAt(signals, row, column)?.value ?? ''
  const titles = Array.from({ length: 18 }, (_, i) => valueOf(1, i + 1))
  expect(titles.slice(-2)).toEqual(['Remarks', 'Region'])
  rows.forEach((row, i) => {
    for (const [title, cell] of Object.entries(expected(row))) {
      expect(valueOf(i + 2, titles.indexOf(title) + 1), `${title} of row ${i}`).toEqual(cell ?? '')
    }
  })
  expect(JSON.stringify([...own.cells])).toBe(before)
  expect(workbook.active.name).toBe('Signals')
  expect([opened.errors, opened.outside, project.lost]).toEqual([[], [], []])
  await opened.close()
})
