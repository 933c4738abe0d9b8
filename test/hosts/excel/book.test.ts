import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { insertSampleSheets } from '../../../core/sidebar/functions/insertSampleSheets.ts'
import { bookContract } from '../book.contract.ts'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'
import { built } from '../excelHost/runtime.ts'
import { tablesOf } from '../excelHost/charts.ts'
import { plansOf } from '../excelHost/plans.ts'
import type { SendsBlanksAs } from '../excelHost/workbook.ts'

const opened: Office[] = []

async function open(options: { blank?: SendsBlanksAs; namespace?: string } = {}) {
  const office = await openOffice(options)
  opened.push(office)
  return { office, book: await loadBook(office, options.namespace) }
}

// The stand-in lacks most of Excel: a book that reaches for more must not pass by accident.
afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

bookContract('Excel', async () => {
  const {
    book,
    office: { workbook, traffic },
  } = await open()
  return {
    book,
    traffic: async () => traffic(),
    moveColumn: async (sheet, column, before) => workbook.moveColumn(workbook.sheet(sheet)!, column, before),
    insertRow: async (sheet, row) => workbook.insertRow(workbook.sheet(sheet)!, row),
    put: async (sheet, cell, content) => void workbook.put(workbook.sheet(sheet)!, cell, content),
    content: async (sheet, cell) => String(workbook.content(workbook.sheet(sheet)!, cell)),
    shown: async (sheet, cell) => workbook.value(workbook.sheet(sheet)!, cell),
    text: async (sheet, cell) => workbook.text(workbook.sheet(sheet)!, cell),
    note: async (sheet, cell) => workbook.sheet(sheet)!.notes.get(cell) ?? '',
    setNote: async (sheet, cell, note) => void workbook.sheet(sheet)!.notes.set(cell, note),
    ...tablesOf(workbook),
    ...plansOf(workbook),
    format: async (sheet, cell) => workbook.format(workbook.sheet(sheet)!, cell).replace('General', ''),
    setFormat: async (sheet, cell, format) => void workbook.sheet(sheet)!.formats.set(cell, format),
    hide: async (sheet) => void (workbook.sheet(sheet)!.visibility = 'Hidden'),
    select: async (sheet, address) => workbook.select(sheet, [address]),
  }
})

describe('selection in Excel', () => {
  test('of several blocks the first one counts', async () => {
    const { book, office } = await open()
    office.workbook.selection = { sheet: 'Sheet1', areas: ['B2:C4', 'F1'] }
    expect(await book.selection()).toMatchObject({ address: 'B2:C4', rows: 3, columns: 2 })
  })

  test('a truth value is told as one types it', async () => {
    const { book, office } = await open()
    office.workbook.put(office.workbook.sheet('Sheet1')!, 'A1', true)
    expect((await book.selection()).content).toBe('TRUE')
  })

  test('a sheet name may hold any sign', async () => {
    const { book, office } = await open()
    office.workbook.sheets[0]!.name = 'Q1! (new)'
    office.workbook.selection = { sheet: 'Q1! (new)', areas: ['B2'] }
    expect(await book.selection()).toMatchObject({ sheet: 'Q1! (new)', address: 'B2' })
  })
})

describe('a build with a prefix', () => {
  const insert = async (formula: string, namespace: string) => {
    const { book, office } = await open({ namespace })
    await book.insertFormula({ sheet: 'Sheet1', cell: 'A1', formula, replaces: '' })
    return office.workbook.content(office.workbook.sheet('Sheet1')!, 'A1')
  }

  test('our functions get it, Excel’s own do not', async () => {
    expect(await insert('=ROUND(LTV(1, 2, 0.5) / CAC(B2:B9, 3), 1)', 'CUE')).toBe(
      '=ROUND(CUE.LTV(1, 2, 0.5) / CUE.CAC(B2:B9, 3), 1)',
    )
  })

  test('texts and the names of sheets stay as they are', async () => {
    const formula = `=METRIC_BY("say ""NPS("" now", 'NPS('!A1:A9, B1:B9)`
    expect(await insert(formula, 'CUE')).toBe(`=CUE.${formula.slice(1)}`)
  })

  test('what a person is told to type has it, and so has a signature', async () => {
    const { book } = await open({ namespace: 'CUE' })
    expect((await insertSampleSheets(book)).text).toMatch(/type =CUE\.NPS\(C:C\)$/)
    expect(book.typed('=NPS(scores, [counts])')).toBe('=CUE.NPS(scores, [counts])')
    expect(book.typed('=ROUND(NPS(A1:A9), 1)')).toBe('=ROUND(CUE.NPS(A1:A9), 1)')
    expect((await open()).book.typed('=NPS(C:C)')).toBe('=NPS(C:C)')
  })

  test('without a prefix a formula goes in as it is', async () => {
    expect(await insert('=NPS(A1:A9)', '')).toBe('=NPS(A1:A9)')
  })
})

describe('how this Excel sends blank cells', () => {
  test.each([
    ['tells them from 0', null, '', /tells blank cells from 0/, 'apart'],
    ['sends them as empty text', '', '', /empty text/, 'apart'],
    ['sends them as 0', 0, '', /sends blank cells as 0/, 'zeros'],
    ['sends them as 0 to functions with a prefix', 0, 'CUE', /sends blank cells as 0/, 'zeros'],
  ] as const)('an Excel that %s is found out', async (_, blank, namespace, sentence, known) => {
    const { book, office } = await open({ blank, namespace })
    expect(await book.checks[0]!.run()).toMatch(sentence)
    expect(office.page.window.cuesheetBlanks).toBe(known)
  })

  test('the functions of the same page act on what was found', async () => {
    const { book, office } = await open({ blank: 0 })
    await book.checks[0]!.run()
    const sheet = office.workbook.sheet('Sheet1')!
    office.workbook.put(sheet, 'A1', 10)
    office.workbook.put(sheet, 'B1', '=NPS(A1:A2)')
    await expect.poll(() => office.workbook.value(sheet, 'B1')).toBe('#VALUE!')
  })

  test('what a blank cell has proven before stays', async () => {
    const { book, office } = await open({ blank: 0 })
    office.page.window.cuesheetBlanks = 'apart'
    await book.checks[0]!.run()
    expect(office.page.window.cuesheetBlanks).toBe('apart')
  })

  test('the sheet of the trial is hidden, and gone afterwards', async () => {
    const { book, office } = await open()
    const { workbook } = office
    const seen = new Map<string, string>()
    const put = workbook.put
    workbook.put = (sheet, cell, content) => {
      seen.set(sheet.name, sheet.visibility)
      return put(sheet, cell, content)
    }
    await book.checks[0]!.run()
    expect([...seen]).toEqual([['Sheet2', 'Hidden']])
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  })

  test('an Excel that does not know the functions yet is told so, and nothing is learnt', async () => {
    const office = await openOffice({ namespace: 'CUE' })
    opened.push(office)
    const book = await loadBook(office, '')
    expect(await book.checks[0]!.run()).toMatch(/#NAME\?.*Reload/)
    expect(office.page.window.cuesheetBlanks).toBeUndefined()
    expect(office.workbook.sheets).toHaveLength(1)
  })
})

describe('the task pane', () => {
  let page = ''
  beforeAll(() => {
    page = readFileSync(built('taskpane.html'), 'utf8')
  })

  test('carries the prefix of its build', () => {
    expect(page).toContain('<meta name="cuesheet-namespace" content="">')
  })

  test('says where it belongs when it is opened outside Excel', () => {
    const sidebar = { textContent: '' }
    vm.runInNewContext(readFileSync(built('taskpane.js'), 'utf8'), {
      Office: { HostType: { Excel: 'Excel' }, onReady: (start: (info: object) => void) => start({ host: null }) },
      document: { getElementById: (id: string) => (id === 'sidebar' ? sidebar : null) },
    })
    expect(sidebar.textContent).toMatch(/^Cuesheet is an add-in for Excel/)
  })
})
