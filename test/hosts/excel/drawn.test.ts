import { afterEach, describe, expect, test } from 'vitest'
import type { DrawnSheet } from '../../../core/sheet/book.ts'
import { drawnPrint } from '../../../core/sheet/drawing.ts'
import { failure } from '../excelHost/objectModel.ts'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'

const opened: Office[] = []

afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

async function open(api?: string) {
  const office = await openOffice({ ...(api && { api }) })
  opened.push(office)
  return { office, book: await loadBook(office) }
}

async function withPage(api?: string) {
  const { office, book } = await open(api)
  await book.drawSheet(page)
  const replaces = drawnPrint((await book.readSheet('Page'))!)
  return { office, book, sheet: office.workbook.sheet('Page')!, again: { ...page, replaces } }
}

const page: DrawnSheet = {
  name: 'Page',
  replaces: null,
  widths: [200, 80],
  cells: [
    { row: 0, column: 0, cell: 'Growth', look: 'title' },
    { row: 1, column: 0, cell: 'A text that goes on below', look: 'muted', wrap: true },
    { row: 2, column: 1, cell: 0.5, format: '0%', colour: { x: 'red' } },
  ],
  charts: [
    {
      row: 4,
      column: 0,
      kind: 'line',
      title: 'Growth',
      labels: 'A2:A3',
      series: [{ title: 'a', cells: 'B2:B3' }],
      format: '0%',
    },
  ],
  page: { landscape: true, titleRows: 0 },
}

const names = ({ workbook }: Office) => workbook.sheets.map(({ name }) => name)

const broken = failure('GeneralException', 'There was an internal error.')

describe('a drawn sheet in Excel', () => {
  test('it looks like a page', async () => {
    const { sheet } = await withPage()
    expect(sheet.sizes.map(({ size }) => size)).toEqual([18])
    expect(sheet.letters.map(({ colour }) => colour)).toEqual(['#757575'])
    expect(sheet.wrapped).toEqual([{ top: 2, left: 1, bottom: 2, right: 1 }])
    expect(sheet.page).toEqual({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1 },
      titleRows: null,
      hasGridlines: false,
    })
  })

  test.each(['Formulas', 'ColumnWidth', 'Size', 'Activate', 'SetXAxisValues'])(
    'nothing is left of a new one when Excel fails at %s',
    async (name) => {
      const { office, book } = await open()
      office.faults.before = ({ Name }) => (Name === name ? broken : undefined)
      await expect(book.drawSheet(page)).rejects.toThrow(/^Excel broke off \(GeneralException\)\. Try again[^.]*\.$/)
      expect(names(office)).toEqual(['Sheet1'])
    },
  )

  test.each(['ClearAll', 'Formulas', 'SetXAxisValues'])(
    'one that was there is said to be drawn in part when Excel fails at %s',
    async (name) => {
      const { office, book, again } = await withPage()
      office.faults.before = ({ Name }) => (Name === name ? broken : undefined)
      await expect(book.drawSheet(again)).rejects.toThrow(
        /GeneralException.*Part of the change may be in “Page”: look at it before you try again\.$/,
      )
      expect(names(office)).toEqual(['Sheet1', 'Page'])
    },
  )

  test('one that is protected stays as it is, in a sentence', async () => {
    const { book, sheet, again } = await withPage()
    sheet.isProtected = true
    const before = await book.readSheet('Page')
    await expect(book.drawSheet({ ...again, cells: [] })).rejects.toThrow(
      /^The sheet “Page” or its workbook is protected or can only be read\. Unprotect it[^.]*\.$/,
    )
    expect(await book.readSheet('Page')).toEqual(before)
    expect(sheet.charts).toHaveLength(1)
  })

  test('a protected workbook gets no new one, in a sentence', async () => {
    const { office, book } = await open()
    office.workbook.isProtected = true
    await expect(book.drawSheet(page)).rejects.toThrow(/“Page” or its workbook is protected.*Unprotect it/)
    expect(names(office)).toEqual(['Sheet1'])
  })

  test('in a protected workbook one that was there is drawn anew', async () => {
    const { office, book, again } = await withPage()
    office.workbook.isProtected = true
    expect(await book.drawSheet(again)).toEqual({ done: true })
    expect(await book.print('Page')).toMatch(/is in front/)
  })

  test('one that another person adds just now is left to them', async () => {
    const { office, book } = await open()
    office.faults.before = (_, path) => {
      if (path === 'Add' && !office.workbook.sheet('Page')) office.workbook.addSheet('Page')
      return undefined
    }
    expect(await book.drawSheet(page)).toEqual({ done: false })
    expect(office.workbook.sheet('Page')!.cells.size).toBe(0)
  })

  test('choices and colours that a person gave its cells go with the drawing', async () => {
    const { office, book, sheet, again } = await withPage()
    sheet.validations.push({ block: { top: 1, left: 1, bottom: 9, right: 1 } })
    await book.drawSheet({ ...again, cells: [{ row: 0, column: 0, cell: 'new' }] })
    const { validations, colourRules } = office.workbook.sheet('Page')!
    expect([validations, colourRules]).toEqual([[], []])
  })

  test.each(['Orientation', 'Gridlines'])('a page that fails at %s is no failure', async (name) => {
    const { office, book } = await open()
    office.faults.before = ({ Name }) => (Name === name ? broken : undefined)
    expect(await book.drawSheet(page)).toEqual({ done: true })
  })

  test('an Excel that lets add-ins set no page draws it, once and again', async () => {
    const { book, sheet, again } = await withPage('1.8')
    expect(await book.drawSheet(again)).toEqual({ done: true })
    expect(sheet.page.orientation).toBe('Portrait')
  })
})

describe('printing in Excel', () => {
  test('it is said how the page is set up, and how the person prints it', async () => {
    const { book, sheet } = await withPage()
    expect(await book.print('Page')).toBe(
      'The sheet “Page” is in front, set to landscape and one page wide: print it with Ctrl+P.',
    )
    sheet.page.orientation = 'Portrait'
    expect(await book.print('Page')).toMatch(/set to portrait and one page wide/)
  })

  test.each([
    ['whose page the person has scaled', undefined],
    ['of an Excel that tells nothing of pages', '1.8'],
  ])('a sheet %s is only brought to the front', async (_, api) => {
    const { book, sheet } = await withPage(api)
    sheet.page.zoom = { scale: 80 }
    expect(await book.print('Page')).toBe('The sheet “Page” is in front: print it with Ctrl+P.')
  })

  test('a hidden sheet is shown', async () => {
    const { office, book, sheet } = await withPage()
    office.workbook.selection = { sheet: 'Sheet1', areas: ['A1'] }
    sheet.visibility = 'Hidden'
    await book.print('Page')
    expect([sheet.visibility, office.workbook.selection.sheet]).toEqual(['Visible', 'Page'])
  })
})
