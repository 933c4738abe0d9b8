import { expect, test } from 'vitest'
import { numberBlock, numberColumn, type NumberBlock } from '../../../core/arguments/index.ts'
import { CellError } from '../../../core/cell.ts'
import { metric } from '../../../core/metric.ts'
import { sampleCall } from '../../../core/catalogue/reference.ts'
import { column, compute, failure } from '../../compute.ts'
import { dated, failure as failing, read as values } from './trying.ts'

/** Shows what reaches a metric: the numbers of a column, the columns of a block and their titles. */
let seen: { outcome: number[]; drivers: number[][]; titles: NumberBlock['titles'] }
const probe = metric(
  {
    name: 'TRY',
    summary: '',
    questions: [],
    args: [numberColumn('outcome', ''), numberBlock('drivers', '')],
    returns: { unit: 'count' },
    examples: [],
    source: '',
  },
  (outcome, { columns, titles }) => {
    seen = { outcome: Array.from(outcome), drivers: columns.map((values) => Array.from(values)), titles }
    return outcome.length
  },
)
const read = (outcome: unknown, drivers: unknown) => {
  compute(probe, outcome, drivers)
  return seen
}

test('every column of a block stands beside the others', () => {
  expect(
    read(column(1, 2), [
      [10, 20, 30],
      [11, 21, 31],
    ]),
  ).toEqual({
    outcome: [1, 2],
    drivers: [
      [10, 11],
      [20, 21],
      [30, 31],
    ],
    titles: null,
  })
})

test('a row with a blank or a word in any column is left out of all', () => {
  expect(
    read(column(1, 2, 3, null, 5, 6), [
      [10, 20],
      [11, null],
      ['n/a', 22],
      [13, 23],
      [14, 24],
      [15, '  '],
    ]),
  ).toEqual({
    outcome: [1, 5],
    drivers: [
      [10, 14],
      [20, 24],
    ],
    titles: null,
  })
})

test('a first row of titles is the header, a blank or a gap in it a title of none', () => {
  const { outcome, titles } = read(column('NPS', 1, 2), [
    ['  Price ', null, 'Service'],
    [10, 20, 30],
    [11, 21, 31],
  ])
  expect(outcome).toEqual([1, 2])
  expect(titles).toEqual(['Price', '', 'Service'])
})

test('one column, and one row, are blocks as well', () => {
  expect(read(column(1, 2), column(10, 11)).drivers).toEqual([[10, 11]])
  expect(read(1, [[10, 20]]).drivers).toEqual([[10], [20]])
  expect(read(1, 10).drivers).toEqual([[10]])
})

test('rows that are blank all across at the end are cut, one with a number in any column is not', () => {
  expect(
    read(column(1, 2, null), [
      [10, 20],
      [11, 21],
      ['', null],
    ]).outcome,
  ).toEqual([1, 2])
  expect(read(column(1, 2), [[10, 20], [11, 21], ...new Array<unknown[]>(3).fill(['', ' '])]).outcome).toEqual([1, 2])
  expect(
    failure(probe, column(1, 2), [
      [10, 20],
      [11, 21],
      [null, 22],
    ]),
  ).toBe('#VALUE! TRY: outcome has 2 rows and drivers has 3, select the same rows in both')
})

test('a header in one and none in the other is refused', () => {
  expect(
    failure(probe, column('NPS', 1, 2), [
      [10, 20],
      [11, 21],
      [12, 22],
    ]),
  ).toBe('#VALUE! TRY: outcome begins with a header and drivers does not, select the same rows in both')
  expect(
    failure(probe, column(1, 2, 3), [
      ['Price', 'Service'],
      [11, 21],
      [12, 22],
    ]),
  ).toBe('#VALUE! TRY: drivers begins with a header and outcome does not, select the same rows in both')
  expect(
    failure(probe, column('NPS', 1, 2), [
      ['Price', 20],
      [11, 21],
      [12, 22],
    ]),
  ).toBe('#VALUE! TRY: outcome begins with a header and drivers does not, select the same rows in both')
})

test('a wrong cell is named by its row and column', () => {
  const block = (cell: unknown) => [
    ['a', 'b'],
    [10, 20],
    [11, cell],
  ]
  const outcome = column('y', 1, 2)
  expect(failure(probe, outcome, block('21+'))).toBe(
    '#VALUE! TRY: drivers row 3 column 2 has “21+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(probe, outcome, block('1,200'))).toBe(
    '#VALUE! TRY: drivers row 3 column 2 has “1,200”, which may be 1.2 or 1200: turn it into a number, as Data in the sidebar does',
  )
  expect(compute(probe, outcome, block('21'))).toEqual(compute(probe, outcome, block(21)))
  expect(failure(probe, outcome, block(new CellError('#REF!', '')))).toBe('#REF! TRY: drivers row 3 column 2 is #REF!')
  expect(failure(probe, outcome)).toBe('#VALUE! TRY: drivers is missing')
  expect(failure(probe, outcome, new CellError('#NAME?', ''))).toBe('#NAME? TRY: drivers is #NAME?')
})

test('where no row is complete it says so, and names a column without a number', () => {
  const failing = (...rows: unknown[][]) => failure(probe, column(1, 2), rows)
  expect(failing([4, null], [null, 3])).toBe('#N/A TRY: outcome and drivers have no complete row')
  expect(failing([null, null], ['', null])).toBe('#N/A TRY: outcome and drivers have no complete row')
  expect(failing([null, 3], ['', null])).toBe('#N/A TRY: drivers column 1 has no numbers; write yes and no as 1 and 0')
})

test('a sample shows a block, and what follows stands beside it', () => {
  expect(sampleCall(probe.spec)).toBe('=TRY(A2:A500, B2:D500)')
  const after = { ...probe.spec, args: [...probe.spec.args, numberColumn('weights', '')] }
  expect(sampleCall(after)).toBe('=TRY(A2:A500, B2:D500, E2:E500)')
})

test('limits hold in every column, and gaps are refused where each row has its place', () => {
  const strict = metric(
    {
      ...probe.spec,
      args: [numberColumn('outcome', ''), numberBlock('drivers', '', { min: 0, max: 9, gaps: 'refused' })],
    },
    (outcome) => outcome.length,
  )
  const block = [
    ['a', 'b'],
    [1, 2],
    [3, 4],
  ]
  const other = (cell: unknown) => block.map((row, i) => (i === 2 ? [3, cell] : row))
  expect(compute(strict, column(1, 2, 3).slice(1), block.slice(1))).toBe(2)
  expect(failure(strict, column('y', 5, 6), other(-1))).toBe(
    '#VALUE! TRY: drivers row 3 column 2 has -1, outside 0 to 9',
  )
  expect(failure(strict, column('y', 5, 6), other('n/a'))).toBe(
    '#VALUE! TRY: drivers row 3 column 2 has no number, write 0 if there is none',
  )
})

test('date cells are a column of dates, with and without a title, where they are refused', () => {
  const spend = numberBlock('spend', '', { dates: 'refused' })
  const days = [dated(45292), dated(45299)]
  expect(
    failing(
      [spend],
      [
        ['Start', 'TV'],
        [days[0], 5],
        [days[1], 6],
      ],
    ),
  ).toBe('#VALUE! TRY: spend column 1 (“Start”) holds dates, leave it out')
  expect(
    failing(
      [spend],
      [
        [5, days[0]],
        [6, days[1]],
      ],
    ),
  ).toBe('#VALUE! TRY: spend column 2 holds dates, leave it out')
  expect(
    failing(
      [numberBlock('spend', '')],
      [
        [5, days[0]],
        [6, days[1]],
      ],
    ),
  ).toContain('has the date 2024-01-01')
  expect(
    values(
      [spend],
      [
        ['5', 'n/a'],
        [6, 7],
      ],
    ),
  ).toBeDefined()
})
