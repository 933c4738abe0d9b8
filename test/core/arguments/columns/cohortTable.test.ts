import { describe, expect, test } from 'vitest'
import { isCohortTable, readCohorts, type TableCell } from '../../../../core/arguments/columns/cohortTable.ts'
import { refusal } from '../trying.ts'

type Rows = TableCell[][]
const [january, february, march] = [46023, 46054, 46082] as const
const failure = (...rows: Rows): string => refusal(() => readCohorts('table', rows))
const rates = (...rows: Rows) => readCohorts('table', rows).map((cohort) => cohort.rates)

describe('a block is a table of cohorts', () => {
  test.each<[why: string, rows: Rows]>([
    [
      'by the titles cohort and customers, in any case and with spaces',
      [
        [' Cohort', 'CUSTOMERS ', 0],
        ['A', 'x', 'y'],
      ],
    ],
    [
      'by days that go on and a period 0 that holds 1',
      [
        [january, 10, 1, 0.5],
        [february, 8, 1, ''],
      ],
    ],
    [
      'by days that go on and a period 0 that holds all the customers',
      [
        [january, 10, 10, 5],
        [february, 8, 8, null],
      ],
    ],
    [
      'where rates and counts stand in one',
      [
        [january, 10, 1],
        [february, 8, 8],
      ],
    ],
    [
      'below titles in other words',
      [
        ['Month', 'Users', 'M0'],
        [january, 10, 10],
        [february, 8, 8],
      ],
    ],
    [
      'with days in text',
      [
        ['2026-01-01', 10, 10],
        ['2026-02-01', 8, 8],
      ],
    ],
    [
      'with blank rows in it and below it',
      [
        [january, 10, 10],
        [null, ' ', ''],
        [february, 8, 8],
        [null, null, null],
      ],
    ],
    [
      'where every row ends in blanks',
      [
        [january, 10, 10, null],
        [february, 8, 8, ''],
      ],
    ],
    [
      'from the first day that is one',
      [
        [18264, 10, 1],
        [18265, 8, 1],
      ],
    ],
    [
      'up to the last day that is one',
      [
        [january, 10, 1],
        [2958465, 8, 1],
      ],
    ],
    ['with a single cohort in rates', [[january, 40000, 1, 0.5]]],
    ['with a single cohort in counts of less than a tenth of its day', [[50000, 4999, 4999, 7]]],
  ])('%s', (_, rows) => {
    expect(isCohortTable(rows)).toBe(true)
  })
})

describe('a block is no table of cohorts', () => {
  test.each<[why: string, rows: Rows]>([
    ['without a row', []],
    ['without a cell that says something', [[null, '', ' ']]],
    [
      'with cohort as the only title of the two',
      [
        ['cohort', 'size', 0],
        ['A', 10, 10],
      ],
    ],
    [
      'with customers as the only title of the two',
      [
        ['segment', 'customers', 0],
        ['A', 10, 10],
      ],
    ],
    ['with titles and nothing below', [['Month', 'Users', 'M0']]],
    [
      'with names in place of days',
      [
        ['A', 10, 10],
        ['B', 8, 8],
      ],
    ],
    [
      'with TRUE in place of a day',
      [
        [true, 10, 10],
        [false, 8, 8],
      ],
    ],
    [
      'with one blank day',
      [
        [january, 10, 10],
        [null, 8, 8],
      ],
    ],
    [
      'with a day before 1950',
      [
        [18263, 10, 1],
        [18264, 8, 1],
      ],
    ],
    [
      'with a day after 9999',
      [
        [january, 10, 1],
        [2958466, 8, 1],
      ],
    ],
    [
      'with customers in text',
      [
        [january, 10, 1],
        [february, '8', 1],
      ],
    ],
    [
      'with a period 0 of some of the customers',
      [
        [january, 10, 9],
        [february, 8, 8],
      ],
    ],
    [
      'with no period 0',
      [
        [january, 10],
        [february, 8],
      ],
    ],
    [
      'with the same day twice',
      [
        [january, 10, 1],
        [january, 8, 1],
      ],
    ],
    [
      'with days that go back',
      [
        [february, 8, 8, null],
        [january, 10, 10, 5],
      ],
    ],
    [
      'with days that go back at last',
      [
        [january, 8, 1],
        [march, 8, 1],
        [february, 8, 1],
      ],
    ],
    ['with a single row that may be survivors who all stay', [[50000, 5000, 5000]]],
    ['with a single row of survivors', [[1000, 869, 743]]],
  ])('%s', (_, rows) => {
    expect(isCohortTable(rows)).toBe(false)
  })
})

describe('the cohorts of a table', () => {
  test('counts are divided by all the customers, rates stay', () => {
    expect(rates([january, 10, 10, 5, 0], [february, 8, 1, 0.25, 0])).toEqual([
      [1, 0.5, 0],
      [1, 0.25, 0],
    ])
  })

  test('1 customer is all of them and the whole rate', () => {
    expect(rates([january, 1, 1, 1, 0.5])).toEqual([[1, 1, 0.5]])
  })

  test('a period to come is unknown, and none follows the last known one', () => {
    expect(rates([january, 10, 10, null, '', 4, ' ', null], [february, 8, 8, 8, null, null, null, null])).toEqual([
      [1, NaN, NaN, 0.4],
      [1, 1],
    ])
  })

  test('each says how many customers it has, and where an age stands and what is there', () => {
    const [first, second, ...others] = readCohorts('table', [
      ['Month', 'Users', 0, 1],
      [january, 10, 10, 5],
      [null, '', ' ', null],
      [february, 2.5, 1, null],
    ])
    expect(others).toEqual([])
    expect([first!.customers, second!.customers]).toEqual([10, 2.5])
    expect([first!.place(0), first!.written(0)]).toEqual(['table row 2 column 3', 'has 10'])
    expect([second!.place(1), second!.written(1)]).toEqual(['table row 4 column 4', 'is blank'])
  })

  test('they need no header, and their names may be of any kind', () => {
    expect(rates(['A', 10, 10, 5], [null, 8, 1, 0.5])).toEqual([
      [1, 0.5],
      [1, 0.5],
    ])
  })

  test.each<[sentence: string, rows: Rows]>([
    ['table has 0 columns, it needs cohort, customers and at least period 0', []],
    ['table has 1 column, it needs cohort, customers and at least period 0', [[january]]],
    ['table has 2 columns, it needs cohort, customers and at least period 0', [[january, 10]]],
    ['table row 1 column 2 has 0, the number of customers belongs there', [[january, 0, 0]]],
    ['table row 1 column 2 has -1, the number of customers belongs there', [[january, -1, -1]]],
    ['table row 1 column 2 is blank, the number of customers belongs there', [[january, ' ', 1]]],
    ['table row 1 column 2 has TRUE, the number of customers belongs there', [[january, true, 1]]],
    [
      'table row 2 column 2 has “10”, the number of customers belongs there',
      [
        [january, 10, 1],
        [february, '10', 1],
      ],
    ],
    ['table row 1 column 3 has 9, period 0 is 1 for rates or 10 for counts', [[january, 10, 9]]],
    ['table row 1 column 3 has 0, period 0 is 1 for rates or 10 for counts', [[january, 10, 0]]],
    ['table row 1 column 3 is blank, period 0 is 1 for rates or 10 for counts', [[january, 10, null]]],
    [
      'table row 2 column 3 has “8”, period 0 is 1 for rates or 8 for counts',
      [
        [january, 10, 1],
        [february, 8, '8'],
      ],
    ],
    ['table row 1 column 4 has -0.01, outside 0 to 1', [[january, 10, 1, -0.01]]],
    ['table row 1 column 4 has 1.01, outside 0 to 1', [[january, 10, 1, 1.01]]],
    ['table row 1 column 5 has 11, outside 0 to 10', [[january, 10, 10, 10, 11]]],
    ['table row 1 column 4 has “5”, outside 0 to 10', [[january, 10, 10, '5']]],
    ['table row 1 column 4 has FALSE, outside 0 to 10', [[january, 10, 10, false]]],
  ])('%s', (sentence, rows) => {
    expect(failure(...rows)).toBe(`#VALUE! ${sentence}`)
  })

  test('a table of titles and blanks has none', () => {
    expect(failure(['cohort', 'customers', 0], [null, '', ' '])).toBe('#N/A table needs 1 cohort, has 0')
  })
})
