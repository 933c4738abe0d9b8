import { describe, expect, test } from 'vitest'
import type { DrawnCell, DrawnSheet } from '../../../core/sheet/book.ts'
import { drawnPrint } from '../../../core/sheet/drawing.ts'
import { COLOURS } from '../../../core/sheet/looks.ts'
import { COLUMN_WIDTH } from '../appsScript/services.ts'
import { openSheetsBook } from '../appsScript/sheets.ts'
import { parseAddress, sheetNamed, type StoredSheet } from '../appsScript/workbook.ts'

const statuses = { green: 'green', red: 'red' } as const

const page: DrawnSheet = {
  name: 'KPIs page',
  replaces: null,
  widths: [200, 80, 80],
  cells: [
    { row: 0, column: 0, cell: 'Where we stand', look: 'title' },
    { row: 1, column: 0, cell: 'A sentence that goes on below', wrap: true, look: 'muted' },
    { row: 2, column: 1, cell: 'green', colour: statuses },
    { row: 3, column: 1, cell: 'red', colour: statuses, align: 'right' },
    { row: 3, column: 2, cell: 0.25, format: '0%', colour: 'grey' },
    { row: 4, column: 2, cell: { formula: '=1/4', format: '0.0%' }, look: 'figure' },
  ],
  charts: [
    {
      row: 9,
      column: 0,
      kind: 'line',
      title: 'Growth',
      labels: 'A3:A5',
      series: [{ title: 'share', cells: 'C3:C5' }],
      format: '0%',
    },
  ],
  page: { landscape: true, titleRows: 1 },
}

const broken = 'Service Spreadsheets failed.'

async function drawn(plan = page) {
  const host = await openSheetsBook()
  expect(await host.book.drawSheet(plan)).toEqual({ done: true })
  const sheet = sheetNamed(host.project.workbook, plan.name)
  const again = async (more: Partial<DrawnSheet> = {}) =>
    host.book.drawSheet({ ...plan, replaces: drawnPrint((await host.book.readSheet(plan.name))!), ...more })
  return { ...host, sheet, again }
}

/** All that one sees of a sheet. */
const snapshot = ({ cells, formats, looks, notes, rules, widths, charts, dropDowns, columns }: StoredSheet) => ({
  ...structuredClone({ cells, formats, looks, notes, rules, charts, dropDowns }),
  widths: Array.from({ length: columns }, (_, i) => widths.get(i + 1) ?? COLUMN_WIDTH),
})

describe('a drawn sheet', () => {
  test('looks as its cells say', async () => {
    const { sheet } = await drawn()
    expect(sheet.looks.get('A1')).toMatchObject({ size: 18, weight: 'bold' })
    expect(sheet.looks.get('A2')).toMatchObject({ colour: '#757575', wraps: true })
    expect(sheet.looks.get('C4')).toMatchObject({ fill: COLOURS.grey.fill, colour: COLOURS.grey.text })
    expect(sheet.looks.get('B4')).toMatchObject({ align: 'right' })
    expect(sheet.looks.get('B1')).toEqual({ size: 10 })
    expect([...sheet.formats]).toEqual([
      ['C4', '0%'],
      ['C5', '0.0%'],
    ])
  })

  test('has one rule for all cells that become alike', async () => {
    const { sheet } = await drawn()
    expect(sheet.rules.map(({ text, fill, blocks }) => [text, fill, blocks])).toEqual([
      ['green', COLOURS.green.fill, [parseAddress('B3'), parseAddress('B4')]],
      ['red', COLOURS.red.fill, [parseAddress('B3'), parseAddress('B4')]],
    ])
  })

  test('keeps texts that look like formulas, numbers and dates, also over cells of plain text', async () => {
    const texts = ['=1+1', '+1', '-1', '@all', '007', '50%', '2026-03-01', '1/2', 'TRUE', '#N/A', "'quoted", "='x'!A1"]
    const cells = texts.map((cell, row): DrawnCell => ({ row, column: 1, cell, format: '0.00' }))
    const { book, sheet, again, setFormat } = await drawn({ ...page, cells, charts: [] })
    const held = async () => (await book.readSheet(page.name))!
    expect((await held()).values.map((line) => line[1])).toEqual(texts)
    for (let row = 1; row <= texts.length; row++) await setFormat(page.name, `B${row}`, '@')
    await again()
    const { values, formulas } = await held()
    expect(values.map((line) => line[1])).toEqual(texts)
    expect(formulas.flat().join('')).toBe('')
    expect(sheet.formats.get('B1')).toBe('0.00')
  })

  test('takes no more calls for many cells than for a few', async () => {
    const callsFor = async (rows: number) => {
      const looks = ['head', 'muted', undefined] as const
      const cells = Array.from({ length: rows }, (_, row): DrawnCell => {
        const look = looks[row % 3]
        return {
          row,
          column: row % 5,
          cell: `Cell ${row}`,
          colour: row % 2 ? statuses : 'green',
          wrap: true,
          ...(look && { look }),
        }
      })
      const { project, again } = await drawn({ ...page, cells })
      project.world.calls.length = 0
      await again()
      return project.world.calls.length
    }
    const few = await callsFor(3)
    expect(await callsFor(300)).toBe(few)
    expect(few).toBeLessThan(100)
  })

  test('is drawn under the lock of the document, which is given back after a refusal too', async () => {
    const { book, project } = await drawn()
    const steps = ['Lock.tryLock', 'SpreadsheetApp.flush', 'Lock.releaseLock']
    expect(project.world.calls.filter((call) => steps.includes(call))).toEqual(steps)
    expect(await book.drawSheet(page)).toEqual({ done: false })
    expect(project.world.calls.at(-1)).toBe('Lock.releaseLock')
    expect(project.lost).toEqual([])
  })

  test('is not drawn while someone else writes', async () => {
    const { book, project } = await openSheetsBook()
    project.world.lockedByOther = true
    await expect(book.drawSheet(page)).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(await book.sheetNames()).toEqual(['Sheet1'])
  })

  test.each([
    'Spreadsheet.insertSheet',
    'Range.setValues',
    'Range.setNumberFormats',
    'Range.setBackgrounds',
    'RangeList.setWrap',
    'Sheet.setColumnWidths',
    'Sheet.setConditionalFormatRules',
    'Sheet.insertChart',
    'SpreadsheetApp.flush',
  ])('is not there at all when %s fails', async (call) => {
    const { book, project } = await openSheetsBook()
    project.world.fault = { call, message: broken }
    await expect(book.drawSheet(page)).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. No sheet was added. Try again in a moment.',
    )
    expect(await book.sheetNames()).toEqual(['Sheet1'])
    expect(await book.drawSheet(page)).toEqual({ done: true })
  })
})

describe('a sheet that is drawn anew', () => {
  test('looks as one that is drawn for the first time', async () => {
    const { sheet, again } = await drawn()
    const first = snapshot(sheet)
    await again()
    expect(snapshot(sheet)).toEqual(first)
  })

  test('has lost what a person added to its looks, and what they wrote in notes', async () => {
    const { sheet, again, setNote } = await drawn()
    const first = snapshot(sheet)
    sheet.dropDowns.push({ block: parseAddress('B3:B9'), offers: ['green'], refusesOthers: true })
    sheet.scales.push({ blocks: [parseAddress('C1:C9')], least: '#FFFFFF', most: '#6AA84F' })
    sheet.looks.set('D7', { fill: '#FF0000' })
    sheet.widths.set(7, 300)
    await setNote(page.name, 'D7', 'Mine')
    await again()
    expect(snapshot(sheet)).toEqual(first)
    expect(sheet.scales).toEqual([])
  })

  test('is as it was, in words, where this person may not edit it', async () => {
    const { sheet, again } = await drawn()
    sheet.protections.push(parseAddress('Z1000'))
    const was = snapshot(sheet)
    await expect(again({ cells: [] })).rejects.toThrow(
      'You may not edit these cells of the sheet “KPIs page”. Ask its owner to lift the protection, then try again.',
    )
    expect(snapshot(sheet)).toEqual(was)
  })

  test('is as it was while someone else writes', async () => {
    const { sheet, again, project } = await drawn()
    const was = snapshot(sheet)
    project.world.lockedByOther = true
    await expect(again({ cells: [] })).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(snapshot(sheet)).toEqual(was)
  })

  test.each(['Range.clearDataValidations', 'Sheet.clear', 'Sheet.removeChart', 'Range.setValues', 'Sheet.insertChart'])(
    'says what to do when %s fails, and can be drawn again',
    async (call) => {
      const { book, sheet, again, project } = await drawn()
      const first = snapshot(sheet)
      project.world.fault = { call, message: broken }
      await expect(again()).rejects.toThrow(
        'Google Sheets refused: “Service Spreadsheets failed”. The sheet “KPIs page” may be there in part only. Draw it again.',
      )
      expect(await book.sheetNames()).toEqual(['Sheet1', 'KPIs page'])
      expect(await again()).toEqual({ done: true })
      expect(snapshot(sheet)).toEqual(first)
    },
  )
})
