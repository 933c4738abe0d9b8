import { describe, expect, test } from 'vitest'
import type { NewCell, TablePlan } from '../../../core/sheet/book.ts'
import { openSheetsBook } from '../appsScript/sheets.ts'
import { newSheet, parseAddress, sheetNamed } from '../appsScript/workbook.ts'

const goals: TablePlan = {
  name: 'Goals',
  columns: [
    { title: 'Goal', width: 200, kind: 'text', note: 'One sentence.' },
    { title: 'KPI', width: 90, kind: 'text', choicesFrom: { sheet: 'KPIs', address: 'A2:A' } },
    { title: 'Share', width: 90, kind: 'share' },
  ],
  rows: [['Keep customers', 'Churn', 0.5]],
  summary: [{ label: 'Goals in all', formula: '=COUNTA({{Goal:column}})-1' }],
  frozenColumns: 1,
  page: { landscape: true, titleRows: 1 },
}

const kpis: TablePlan = {
  name: 'KPIs',
  columns: [{ title: 'KPI', width: 90, kind: 'text', colours: { Churn: 'red' } }],
  rows: [['Churn'], ['NPS']],
}

const broken = 'Service Spreadsheets failed.'

describe('planned sheets', () => {
  test.each([
    ['Spreadsheet.insertSheet', 1],
    ['Sheet.insertRowsAfter', 0],
    ['Range.setValues', 1],
    ['DataValidationBuilder.requireValueInRange', 0],
    ['Sheet.setConditionalFormatRules', 0],
    ['Range.setNotes', 0],
    ['Sheet.autoResizeColumn', 0],
    ['Sheet.setFrozenRows', 1],
    ['Sheet.activate', 0],
    ['SpreadsheetApp.flush', 0],
  ])('are none at all when %s fails, after it went well %i times', async (call, after) => {
    const { book, project } = await openSheetsBook()
    project.world.fault = { call, message: broken, after }
    const long = { ...kpis, rows: Array.from({ length: 1200 }, (_, i) => [`KPI ${i}`]) }
    await expect(book.createSheets([goals, long])).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. No sheet was added. Try again in a moment.',
    )
    expect(project.world.fault).toBeUndefined()
    expect(await book.sheetNames()).toEqual(['Sheet1'])
    await book.createSheets([goals, long])
    expect(await book.sheetNames()).toEqual(['Sheet1', 'Goals', 'KPIs'])
  })

  test('are named when Google Sheets does not even let them be deleted', async () => {
    const { book, project } = await openSheetsBook()
    project.world.fault = { call: 'Spreadsheet.deleteSheet', message: broken }
    const tooLong = { ...kpis, rows: [['x'.repeat(50_001)]] }
    await expect(book.createSheets([goals, tooLong])).rejects.toThrow(
      /maximum of 50000.+”\. Delete what is left of it, then try again: Goals\.$/,
    )
    expect(await book.sheetNames()).toEqual(['Sheet1', 'Goals'])
  })

  test('stand behind the others, whichever sheet is in front', async () => {
    const { book, project } = await openSheetsBook()
    project.workbook.sheets.push(newSheet('Survey'))
    await book.createSheets([goals, kpis])
    expect(await book.sheetNames()).toEqual(['Sheet1', 'Survey', 'Goals', 'KPIs'])
  })

  test('are made under one lock, which is given back', async () => {
    const { book, project } = await openSheetsBook()
    await book.createSheets([goals, kpis])
    const steps = ['Lock.tryLock', 'Spreadsheet.insertSheet', 'SpreadsheetApp.flush', 'Lock.releaseLock']
    expect(project.world.calls.filter((call) => steps.includes(call))).toEqual([
      'Lock.tryLock',
      'Spreadsheet.insertSheet',
      'Spreadsheet.insertSheet',
      'SpreadsheetApp.flush',
      'Lock.releaseLock',
    ])
  })

  test('are not made while someone else writes', async () => {
    const { book, project } = await openSheetsBook()
    project.world.lockedByOther = true
    await expect(book.createSheets([goals, kpis])).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(await book.sheetNames()).toEqual(['Sheet1'])
  })

  test('offer other cells down to the end of their sheet, and mark other text without refusing it', async () => {
    const { book, project } = await openSheetsBook()
    const rows = Array.from({ length: 1200 }, (_, i) => [`KPI ${i}`])
    await book.createSheets([goals, { ...kpis, rows }])
    const [dropDown] = sheetNamed(project.workbook, 'Goals').dropDowns
    expect(dropDown).toMatchObject({ block: parseAddress('B2:B1000'), refusesOthers: false })
    expect(dropDown!.from!.sheet.name).toBe('KPIs')
    expect(dropDown!.from!.block).toEqual(parseAddress('A2:A1201'))
  })

  test('show their summary beside the titles, its labels as wide as they are', async () => {
    const { book, look, project } = await openSheetsBook()
    const label = 'Goals that no one has looked at for a month'
    await book.createSheets([{ ...goals, summary: [{ ...goals.summary![0]!, label }] }])
    expect((await look('Goals', 'E1')).width).toBeGreaterThan(250)
    expect((await look('Goals', 'F1')).width).toBe(100)
    expect([...sheetNamed(project.workbook, 'Goals').widths.keys()]).toEqual([1, 2, 3, 5])
  })

  test('take no more calls for many rows than for a few', async () => {
    const callsFor = async (rows: number) => {
      const { book, project } = await openSheetsBook()
      const row: NewCell[] = ['=goal', 'NPS', { formula: '=1/4', format: '0%' }]
      await book.createSheets([{ ...goals, rows: Array.from({ length: rows }, () => row) }, kpis])
      return project.world.calls.length
    }
    expect(await callsFor(900)).toBe(await callsFor(3))
  })

  test('of which none are asked for are none', async () => {
    const { book } = await openSheetsBook()
    await book.createSheets([])
    expect(await book.sheetNames()).toEqual(['Sheet1'])
  })

  test('come back through google.script.run as whole answers', async () => {
    const { book, project } = await openSheetsBook()
    await book.createSheets([goals, kpis])
    await book.readSheets(['Goals', 'Gone', 'KPIs'])
    await book.print('Goals')
    expect(project.lost).toEqual([])
  })
})

describe('print', () => {
  test('names the sheet, which is shown, and the keys and choices that are left to a person', async () => {
    const { book, hide, front } = await openSheetsBook()
    await book.createSheets([kpis])
    await hide('KPIs')
    expect(await book.print('KPIs')).toBe(
      'The sheet “KPIs” is in front: click into it, print it with Ctrl+P, and choose Landscape and Fit to width there.',
    )
    expect(await front()).toBe('KPIs')
    expect(await book.readSheet('KPIs')).not.toHaveProperty('hidden')
  })
})
