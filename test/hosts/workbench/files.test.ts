import { beforeAll, describe, expect, test } from 'vitest'
import { addCsv } from '../../../workbench/files/csv/csvSheet.ts'
import { sampleWorkbook } from '../../../workbench/sample/sample.ts'
import { ANSWERS, ORDERS, TICKETS } from '../../../workbench/sample/sampleData.ts'
import { blankWorkbook, type Workbook } from '../../../workbench/workbook.ts'
import { openWorkbench } from './openWorkbench.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** The sheet that opens beside Sheet1 for a csv file. */
function opened(text: string, name = 'Survey.csv') {
  const workbook = blankWorkbook()
  addCsv(workbook, name, bytes(text))
  return { ...openWorkbench(workbook), workbook }
}

describe('a csv file', () => {
  test('opens as a sheet with the name of the file', () => {
    const { workbook } = opened('a,b\n1,2', 'Survey 2026.csv')
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Survey 2026'])
  })

  test('opens under another name where that one is taken', () => {
    const workbook = blankWorkbook()
    for (const name of ['sheet1.csv', 'SHEET1.csv']) addCsv(workbook, name, bytes('a\n1'))
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'sheet1 2', 'SHEET1 3'])
  })

  test('has a name that Excel accepts', () => {
    const { workbook } = opened('a\n1', 'A [long] name: with/marks that Excel does not like.csv')
    expect(workbook.sheets[1]!.name).toMatch(/^[^[\]/*?':\\]{1,31}$/)
  })

  test('gives formulas numbers, blanks, words and dates', () => {
    const { put, cell, result } = opened(
      'customer,date,score\nAnn,2026-01-05,10\nBen,2026-02-06,\nAnn,2026-02-07,n/a\n',
    )
    put('Sheet1', 'A1', '=NPS(Survey!C:C)')
    put('Sheet1', 'C1', '=COHORT_RETENTION(Survey!A:A,Survey!B:B,,,"count")')
    expect(result('Sheet1', 'A1')).toEqual({ value: 100 })
    expect(result('Sheet1', 'C1')).toMatchObject({
      value: [
        ['cohort', 'customers', 0, 1],
        [46023, 1, 1, 1],
        [46054, 1, 1, ''],
      ],
    })
    expect(cell('Survey', 'B2').formattedValue).toBe('2026-01-05')
  })

  test.each(['007', '12:30', '5/6/2026', 'TRUE ', ' ', '=1+1', "'quoted", '5+', '1e5', '12345678901234567'])(
    'keeps the text %j as it is',
    (text) => {
      const { cell } = opened(`a,b\n"${text}",x`)
      expect(cell('Survey', 'A2')).toMatchObject({ value: text, type: 'text' })
    },
  )

  test.each([
    ['$5', 5],
    ['R$ 1.250,50', 1250.5],
    ['12,00 €', 12],
  ])('shows the amount %s with its currency', (text, value) => {
    const { cell } = opened(`a;b\n"${text}";x`)
    expect(cell('Survey', 'A2').value).toBe(value)
    expect(cell('Survey', 'A2').formattedValue).toContain(text.replace(/[\d.,\s]/g, ''))
  })

  test('of 100,000 rows opens', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `R-${i},${i % 11},2026-01-${10 + (i % 20)},${i / 4}`)
    const { put, result } = opened(['respondent,recommend,date,amount', ...rows].join('\n'))
    put('Sheet1', 'A1', '=NPS(Survey!B:B)')
    expect(result('Sheet1', 'A1')).toHaveProperty('value')
  })

  test('with nothing in it is refused', () => {
    expect(() => opened('\n\n')).toThrow('there is nothing in it')
  })

  test('that is no text is refused', () => {
    expect(() => opened('PK\0\0')).toThrow('it is neither an Excel workbook nor text')
  })
})

describe('the sample workbook', () => {
  let sample: Workbook
  beforeAll(() => {
    sample = sampleWorkbook()
  })

  test('is the same every time', () => {
    expect(sampleWorkbook()).toEqual(sample)
  })

  test('has no error in any cell', () => {
    const { getters } = openWorkbench(sample).model
    const cells = getters.getSheetIds().flatMap((sheetId) => getters.getEvaluatedCells(sheetId))
    expect(cells.length).toBeGreaterThan(10_000)
    expect(cells.filter(({ type }) => type === 'error')).toEqual([])
  })

  test.each([
    ['Orders', ORDERS],
    ['Survey', ANSWERS],
    ['Tickets', TICKETS],
  ])('%s has a header and %i rows', (name, rows) => {
    const { cell } = openWorkbench(sample)
    expect(cell(name, `A${rows + 1}`).type).not.toBe('empty')
    expect(cell(name, `A${rows + 2}`).type).toBe('empty')
  })

  test('every formula that is shown stands beside its result', () => {
    const { content } = openWorkbench(sample)
    const rows = Array.from({ length: 20 }, (_, i) => i + 1)
    const shown = rows.filter((row) => content('Start', `E${row}`).startsWith("'="))
    expect(shown.length).toBeGreaterThan(8)
    for (const row of shown) {
      expect(content('Start', `C${row}`).replace(/\s/g, '')).toBe(
        content('Start', `E${row}`).slice(1).replace(/\s/g, ''),
      )
    }
  })

  test('dates are dates, and the survey has blank and unusable answers', () => {
    const { cell, put, result } = openWorkbench(sample)
    expect(cell('Orders', 'C2').formattedValue).toMatch(/^2025-01-\d\d$/)
    put('Survey', 'J1', `=COUNTBLANK(E2:E${ANSWERS + 1})`)
    put('Survey', 'J2', '=COUNTIF(E:E,"n/a")')
    expect(result('Survey', 'J1')).toMatchObject({ value: expect.any(Number) })
    expect(cell('Survey', 'J1').value).toBeGreaterThan(5)
    expect(cell('Survey', 'J2').value).toBeGreaterThan(1)
  })

  test('the cohorts fill the coloured triangle and nothing else', () => {
    const { result, cell } = openWorkbench(sample)
    const table = result('Cohorts', 'A3')
    expect(table).toHaveProperty('value')
    if (!('value' in table)) return
    const rows = table.value as unknown[][]
    expect([rows.length, rows[0]!.length]).toEqual([15, 16])
    expect(cell('Cohorts', 'C4').formattedValue).toBe('100%')
    expect(cell('Cohorts', 'A17').formattedValue).toBe('Feb 2026')
  })
})
