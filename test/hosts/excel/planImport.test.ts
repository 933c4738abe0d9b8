import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellName } from '../../../core/sheet/sheetReference.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { expected, importTen, ownLines, ownRows } from '../../e2e/ownMatrix.ts'
import { openPane, type Pane } from '../excelHost/browser.ts'

let browser: Browser
let pane: Pane

beforeAll(async () => {
  browser = await launchBrowser()
  pane = await openPane(browser)
})
afterAll(async () => {
  await pane?.close()
  await browser.close()
})

test('a table of one’s own becomes rows of Signals in the pane of Excel, and stays as it was', async () => {
  const { workbook } = pane.excel
  const own = workbook.addSheet('Our cues')
  const rows = ownRows(10)
  ownLines(rows).forEach((line, row) =>
    line.forEach((cell, column) => {
      // An apostrophe keeps what begins with = a text.
      const content = typeof cell === 'string' ? `'${cell}` : Number(cell)
      if (cell !== null) workbook.put(own, cellName(row, column), content)
    }),
  )
  const before = JSON.stringify([...own.cells])
  workbook.select('Our cues', ['B5'])
  await importTen({ page: pane.page, frame: pane.page.mainFrame(), host: 'excel' })
  const signals = workbook.sheet('Signals')!
  const valueOf = (row: number, column: number) => workbook.value(signals, cellName(row, column))
  const titles = Array.from({ length: 18 }, (_, column) => String(valueOf(0, column)))
  expect(titles.slice(-2)).toEqual(['Remarks', 'Region'])
  rows.forEach((row, i) => {
    for (const [title, cell] of Object.entries(expected(row))) {
      expect(valueOf(i + 1, titles.indexOf(title)), `${title} of row ${i}`).toBe(cell ?? '')
    }
  })
  expect(JSON.stringify([...own.cells])).toBe(before)
  expect(workbook.selection.sheet).toBe('Signals')
  expect([pane.errors, pane.outside, pane.excel.missing]).toEqual([[], [], []])
})
