import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { formula } from '../../../core/catalogue/reference.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../close.ts'
import { openWorkbench } from './openWorkbench.ts'

/** What a formula in E1 shows beside cells that were typed into a sheet from A1 on. */
function typed(rows: readonly (readonly (string | number | null)[])[], formula: string) {
  const { put, result } = openWorkbench()
  rows.forEach((row, i) =>
    row.forEach((content, j) => content !== null && put('Sheet1', `${'ABCD'[j]}${i + 1}`, content)),
  )
  put('Sheet1', 'E1', formula)
  return result('Sheet1', 'E1')
}

const column = (...cells: (string | number | null)[]) => cells.map((cell) => [cell])

describe.each(catalogue().map((metric) => [metric.spec.name, metric] as const))('%s', (name, { spec }) => {
  test.each(spec.examples.map(({ cells, gives }) => [formula(spec, cells), cells, gives] as const))(
    '%s from cells',
    async (_, cells, gives) => {
      const called = await openWorkbench().call(name, ...cells)
      expectClose('error' in called ? called.error : called.value, gives)
    },
  )

  test.each(spec.examples.map(({ cells, gives }) => [formula(spec, cells), gives] as const))(
    '%s as it is written in the reference',
    (formula, gives) => {
      const { put, result } = openWorkbench()
      put('Sheet1', 'A1', formula)
      const shown = result('Sheet1', 'A1')
      expectClose('error' in shown ? shown.error : shown.value, gives)
    },
  )
})

describe('what a formula is given', () => {
  test('blank cells are no answers', () => {
    expect(typed(column(10, null, 9, null, 3), '=NPS(A1:A6)')).toEqual({ value: 100 / 3 })
  })

  test('a whole column is given without its blank end, and its header is no answer', () => {
    expect(typed(column('recommend', 10, 9, 3), '=NPS(A:A)')).toEqual({ value: 100 / 3 })
  })

  test('a column from its second row on is given, too', () => {
    expect(typed(column('recommend', 10, 9, 3), '=NPS(A2:A)')).toEqual({ value: 100 / 3 })
  })

  test('a formula that shows nothing is blank', () => {
    expect(typed(column(10, '=""', '=A9', 9), '=NPS(A1:A2)')).toEqual({ value: 100 })
  })

  test('a single cell may stand for a range', () => {
    expect(typed(column(10), '=NPS(A1)')).toEqual({ value: 100 })
  })

  test('a block is all its cells', () => {
    expect(
      typed(
        [
          [10, 9],
          [8, 3],
        ],
        '=NPS(A1:B2)',
      ),
    ).toEqual({ value: 25 })
  })

  test('the result of another function may stand for a range', () => {
    expect(typed(column(10, 3, 9), '=NPS(FILTER(A1:A3,A1:A3>5))')).toEqual({ value: 100 })
  })

  test('percentages, text and dates are what their cells hold', () => {
    expect(typed([[100, '80%', '5%']], '=LTV(A1,B1,C1)')).toEqual({ value: 1600 })
    const orders = [
      ['Ann', '=DATE(2026,1,5)'],
      ['Ann', '2026-02-11'],
    ]
    expect(typed(orders, '=COHORT_RETENTION(A1:A2,B1:B2)')).toEqual({
      value: [
        ['cohort', 'customers', 0, 1],
        [serialOf(2026, 1, 1), 1, 1, 1],
      ],
    })
  })

  test('an argument may be left out at the end and in between', () => {
    expect(typed([], '=LTV(100,80%,5%,,12)')).toEqual(typed([], '=LTV(100,80%,5%,0,12)'))
    expect(typed([], '=LTV(100,80%,5%)')).toEqual({ value: 1600 })
  })

  test('a blank cell leaves an optional argument out', () => {
    expect(typed([[100, 0.8, 0.05]], '=LTV(A1,B1,C1,D1)')).toEqual({ value: 1600 })
  })

  test('the last argument may be repeated', () => {
    const rows = [
      ['chat', 5, 1],
      ['mail', 4, 1],
      ['chat', 1, 3],
    ]
    expect(typed(rows, '=METRIC_BY("FCR",A1:A3,C1:C3,{"yes";"no";"yes"})')).toEqual({
      value: [
        ['segment', 'rows', 'FCR'],
        ['chat', 2, 0.5],
        ['mail', 1, 0],
      ],
    })
  })

  test('a metric may feed another', () => {
    expect(typed([[100, 0.8, 0.05]], '=LTV_CAC(LTV(A1,B1,C1),CAC(800,2))')).toEqual({ value: 4 })
  })
})

describe('what goes wrong', () => {
  test.each([
    [
      'a number outside its limits',
      column(10, 11),
      '=NPS(A1:A2)',
      '#VALUE!',
      'NPS: scores row 2 has 11, outside 0 to 10',
    ],
    [
      'a text with a digit that is no number',
      column(10, '9+'),
      '=NPS(A1:A2)',
      '#VALUE!',
      'NPS: scores row 2 has “9+”, keep only the number, or clear the cell if there is none',
    ],
    ['nothing to count', column(null, 'n/a'), '=NPS(A1:A2)', '#N/A', 'NPS: scores has no numbers'],
    ['text for a number', column('x'), '=LTV(A1,80%,5%)', '#VALUE!', 'LTV: arpa is the text “x”, not a number'],
    ['a blank cell for a number', [], '=LTV(A1,80%,5%)', '#VALUE!', 'LTV: arpa is blank'],
    ['a skipped argument', [], '=LTV(100,,5%)', '#VALUE!', 'LTV: gross_margin is missing'],
    ['a range for a number', column(1, 2), '=LTV(A1:A2,80%,5%)', '#VALUE!', 'LTV: arpa must be one cell, not 2'],
    ['a division by zero', [], '=LTV_CAC(1600,0)', '#DIV/0!', 'LTV_CAC: cac is 0'],
    ['an error in a cell', column('=1/0'), '=LTV(A1,80%,5%)', '#DIV/0!', 'LTV: arpa is #DIV/0!'],
    ['an error in a range', column(9, '=NA()'), '=NPS(A1:A2)', '#N/A', 'NPS: scores row 2 is #N/A'],
    ['an error of this engine', column('=Nowhere!A1'), '=LTV(A1,80%,5%)', '#REF', 'LTV: arpa is #REF'],
    [
      'a column that was deleted',
      column('2026-01-05', '2026-01-06'),
      '=COHORT_RETENTION(#REF,A1:A2)',
      '#REF',
      'COHORT_RETENTION: ids is #REF',
    ],
    ['a name that is no function', column('=NOPE(1)'), '=NPS(A1)', '#NAME?', 'NPS: scores is #NAME?'],
    [
      'columns of different heights',
      [['Ann', '2026-01-05'], ['Ben', '2026-01-06'], ['Cleo']],
      '=COHORT_RETENTION(A1:A3,B1:B2)',
      '#VALUE!',
      'COHORT_RETENTION: ids has 3 rows and dates has 2, select the same rows in both',
    ],
  ])('%s is told in a sentence', (_, rows, formula, error, message) => {
    expect(typed(rows, formula)).toEqual({ error, message })
  })

  test('our errors are errors to other functions', () => {
    expect(typed(column(11), '=IFERROR(NPS(A1),"mend it")')).toEqual({ value: 'mend it' })
    expect(typed(column(11, '=NPS(A1)'), '=ISERROR(A2)')).toEqual({ value: true })
  })
})

describe('tables', () => {
  const answers = [
    [10, 'North'],
    [9, 'South'],
    [3, 'South'],
  ]
  const spilled = () => {
    const workbench = openWorkbench()
    answers.forEach(([score, region], i) => {
      workbench.put('Sheet1', `A${i + 1}`, score!)
      workbench.put('Sheet1', `B${i + 1}`, region!)
    })
    workbench.put('Sheet1', 'D1', '=NPS_TABLE(A1:A3,B1:B3,2)')
    return workbench
  }

  test('a table spills into the cells around', () => {
    const { cell } = spilled()
    expect([cell('Sheet1', 'D3').value, cell('Sheet1', 'E3').value, cell('Sheet1', 'I3').value]).toEqual([
      'South',
      2,
      0,
    ])
  })

  test('what cannot be known is blank, and not 0', () => {
    expect(spilled().cell('Sheet1', 'I2').value).toBe('')
  })

  test('a table never overwrites a cell', () => {
    const { put, result, content } = spilled()
    put('Sheet1', 'E2', 'mine')
    expect(result('Sheet1', 'D1')).toMatchObject({ error: '#SPILL!' })
    expect(content('Sheet1', 'E2')).toBe('mine')
    put('Sheet1', 'E2', '')
    expect(result('Sheet1', 'D1')).toHaveProperty('value')
  })

  test('a table follows its data', () => {
    const { put, cell } = spilled()
    put('Sheet1', 'A3', 10)
    expect(cell('Sheet1', 'I3').value).toBe(100)
  })

  test('a table may feed a function', () => {
    const { put, cell } = spilled()
    put('Sheet1', 'L1', '=SUM(E2:E3)')
    expect(cell('Sheet1', 'L1').value).toBe(3)
  })

  test('dates in a table are shown as dates', () => {
    const { put, cell } = openWorkbench()
    put('Sheet1', 'A1', 'Ann')
    put('Sheet1', 'B1', '2026-03-15')
    put('Sheet1', 'D1', '=COHORT_RETENTION(A1,B1)')
    expect(cell('Sheet1', 'D2').formattedValue).toBe('2026-03-01')
    expect(cell('Sheet1', 'E2').formattedValue).toBe('1')
  })

  test('segments that are dates are shown as dates, numbers of the same size are not', () => {
    const { put, cell } = openWorkbench()
    const days = ['2026-03-15', '2026-03-02', '2026-03-15']
    days.forEach((day, i) => {
      put('Sheet1', `A${i + 1}`, day)
      put('Sheet1', `B${i + 1}`, 9)
      put('Sheet1', `C${i + 1}`, 46030 + i)
    })
    put('Sheet1', 'E1', '=METRIC_BY("NPS",A1:A3,B1:B3)')
    put('Sheet1', 'I1', '=NPS_TABLE(B1:B3,A1:A3)')
    put('Sheet1', 'E8', '=METRIC_BY("NPS",C1:C3,B1:B3)')
    expect(['E2', 'E3', 'I2', 'I4', 'E9'].map((address) => cell('Sheet1', address).formattedValue)).toEqual([
      '2026-03-02',
      '2026-03-15',
      '2026-03-02',
      'All',
      '46030',
    ])
  })

  test('a date with a time of day shows it', () => {
    const { put, cell } = openWorkbench()
    put('Sheet1', 'A1', '2026-03-06')
    put('Sheet1', 'B1', '9:30')
    put('Sheet1', 'D1', '=SLA_DUE(A1,2,B1)')
    expect(cell('Sheet1', 'D1').formattedValue).toBe('2026-03-06 11:30')
  })
})
