import { afterEach, describe, expect, test } from 'vitest'
import type { PlanColumn, TablePlan } from '../../../core/sheet/book.ts'
import type { Action } from '../excelHost/calls.ts'
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

const names = ({ workbook }: Office) => workbook.sheets.map(({ name }) => name)

const column = (title: string, more: Partial<PlanColumn> = {}): PlanColumn => ({
  title,
  width: 80,
  kind: 'text',
  ...more,
})

const plan = (name: string, ...columns: PlanColumn[]): TablePlan => ({
  name,
  columns: [column('Name'), ...columns],
  rows: [['first']],
  page: { landscape: true, titleRows: 1 },
})

const three = [
  plan('KPIs'),
  plan('Goals', column('KPI', { note: 'One of KPIs', colours: { x: 'red' } })),
  plan('Risks'),
]

const broken = failure('GeneralException', 'There was an internal error.')

/** What Excel adds, other than to know it again. */
const isAdding = ({ ActionType }: Action, path: string) => ActionType === 1 && path === 'Add'

/** Fails at the nth action of a name. */
function failingAt(name: string, nth = 1): Office['faults']['before'] {
  let count = 0
  return (action, path) => {
    const isIt = name === 'Add' ? isAdding(action, path) : action.Name === name
    return isIt && ++count === nth ? broken : undefined
  }
}

describe('several planned sheets in Excel', () => {
  test.each([
    ['Add', 2],
    ['Add', 3],
    ['Formulas', 1],
    ['Formulas', 3],
    ['FreezeRows', 2],
    ['Color', 1],
    ['Activate', 1],
  ])('nothing is left of any when Excel fails at %s number %i', async (name, nth) => {
    const { office, book } = await open()
    office.faults.before = failingAt(name, nth)
    await expect(book.createSheets(three)).rejects.toThrow(/^Excel broke off \(GeneralException\)\. Try again/)
    expect(names(office)).toEqual(['Sheet1'])
  })

  test('a name that Excel does not take leaves none of them', async () => {
    const { office, book } = await open()
    await expect(book.createSheets([three[0]!, plan('A/B')])).rejects.toThrow(/“A\/B”/)
    expect(names(office)).toEqual(['Sheet1'])
  })

  test('of two with the same name but for capitals, none is made', async () => {
    const { office, book } = await open()
    await expect(book.createSheets([plan('Goals'), plan('GOALS')])).rejects.toThrow(/There is a sheet “GOALS” already/)
    expect(names(office)).toEqual(['Sheet1'])
  })

  test('one that another person adds just now is left to them', async () => {
    const { office, book } = await open()
    office.faults.before = (action, path) => {
      const isSecond = isAdding(action, path) && names(office).includes('KPIs')
      if (isSecond && !names(office).includes('Goals')) office.workbook.addSheet('Goals')
      return undefined
    }
    await expect(book.createSheets(three)).rejects.toThrow(/There is a sheet “Goals” already/)
    expect(names(office)).toEqual(['Sheet1', 'Goals'])
  })

  test('what cannot be removed again is told', async () => {
    const { office, book } = await open()
    office.faults.before = ({ Name }) => (['Formulas', 'Delete'].includes(Name) ? broken : undefined)
    await expect(book.createSheets(three.slice(0, 2))).rejects.toThrow(
      /GeneralException.*Part of the change may be in “KPIs”, “Goals”: look at it/,
    )
  })

  test('a protected workbook is a sentence', async () => {
    const { office, book } = await open()
    office.workbook.isProtected = true
    await expect(book.createSheets([plan('KPIs')])).rejects.toThrow(/“KPIs” or its workbook is protected.*Unprotect it/)
    expect(names(office)).toEqual(['Sheet1'])
  })

  test('no sheets are no failure', async () => {
    const { office, book } = await open()
    await book.createSheets([])
    expect(names(office)).toEqual(['Sheet1'])
  })
})

describe('choices from another sheet in Excel', () => {
  test.each([
    ['A2:A', "='Our KPIs'!$A$2:$A$1001"],
    ['B5:B', "='Our KPIs'!$B$5:$B$1004"],
    ['B2:B99', "='Our KPIs'!$B$2:$B$99"],
    ['C:C', "='Our KPIs'!$C:$C"],
  ])('%s are the same cells for each row', async (address, source) => {
    const { office, book } = await open()
    const choicesFrom = { sheet: 'Our KPIs', address }
    await book.createSheets([plan('Goals', column('KPI', { choicesFrom })), plan('Our KPIs')])
    expect(office.workbook.sheet('Goals')!.validations.map(({ rule }) => rule!.list!.source)).toEqual([source])
  })

  test('lists that are too long are refused before anything is made', async () => {
    const { office, book } = await open()
    const choices = Array.from({ length: 60 }, (_, i) => `choice ${i}`)
    const plans = [plan('KPIs'), plan('Goals', column('KPI', { choices }))]
    await expect(book.createSheets(plans)).rejects.toThrow(/choices of “KPI”.*more than 255 signs/)
    expect(names(office)).toEqual(['Sheet1'])
  })
})

describe('what a planned sheet can do without in Excel', () => {
  test('it is printed as planned', async () => {
    const { office, book } = await open()
    await book.createSheets([plan('KPIs'), { ...plan('Goals'), page: { landscape: false, titleRows: 2 } }])
    const pages = ['KPIs', 'Goals'].map((name) => office.workbook.sheet(name)!.page)
    expect(pages).toMatchObject([
      { orientation: 'Landscape', zoom: { horizontalFitToPages: 1 }, titleRows: [1, 1] },
      { orientation: 'Portrait', zoom: { horizontalFitToPages: 1 }, titleRows: [1, 2] },
    ])
  })

  test('an Excel that lets add-ins set no page and no notes makes it without', async () => {
    const { office, book } = await open('1.8')
    await book.createSheets(three)
    expect(names(office)).toEqual(['Sheet1', 'KPIs', 'Goals', 'Risks'])
    const { page, notes } = office.workbook.sheet('Goals')!
    expect([page.orientation, notes.size]).toEqual(['Portrait', 0])
  })

  test.each(['Orientation', 'Zoom', 'SetPrintTitleRows'])('a page that fails at %s is no failure', async (name) => {
    const { office, book } = await open()
    office.faults.before = failingAt(name)
    await book.createSheets(three)
    expect(names(office)).toEqual(['Sheet1', 'KPIs', 'Goals', 'Risks'])
    expect(office.workbook.sheet('Goals')!.notes.get('B1')).toBe('One of KPIs')
  })

  test('notes that fail are no failure, and the page is set all the same', async () => {
    const { office, book } = await open()
    let isDrawn = false
    office.faults.before = (action, path) => {
      isDrawn ||= action.Name === 'Activate'
      return isDrawn && isAdding(action, path) ? broken : undefined
    }
    await book.createSheets(three)
    const { page, notes } = office.workbook.sheet('Goals')!
    expect([page.orientation, notes.size]).toEqual(['Landscape', 0])
  })
})
