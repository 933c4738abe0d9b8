import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { dataCheck } from '../../../../core/metrics/steering/dataCheck.ts'
import { compute, failure } from '../../../compute.ts'

/** The findings of one column below its title, as [finding, cells, rows]. */
function findings(title: string, cells: unknown[], rules: unknown[] = [], asOf?: string): unknown[][] {
  const given = rules.length > 0 ? [[title, ...rules]] : undefined
  const [, ...rows] = compute(dataCheck, [[title], ...cells.map((cell) => [cell])], given, asOf) as unknown[][]
  return rows.map(([column, ...rest]) => {
    expect(column).toBe(rest[0] === 'nothing found' ? 'All' : title)
    return rest
  })
}
const clean = [['nothing found', 0, '']]

test('blank cells in all their spellings, unless the column may have them', () => {
  expect(findings('reply', ['a', null, '', '  ', '\u00a0', 'b'])).toEqual([['blank', 4, '3, 4, 5, 6']])
  expect(findings('reply', ['a', null, 'b'], ['optional'])).toEqual(clean)
})

test('blank rows at the end are no finding, so whole columns may be given', () => {
  expect(findings('reply', ['a', 'b', null, null])).toEqual(clean)
})

test('numbers as text, but not names with leading zeros', () => {
  expect(findings('score', [9, '8', '80%', 7])).toEqual([['number as text', 2, '3, 4']])
  expect(findings('zip', ['01069', '04109'])).toEqual(clean)
  expect(findings('zip', ['10115', '01069'], ['text'])).toEqual(clean)
})

test.each(['2026-03-01', '2026-03-01T09:30', '1/3/2026', '03.01.26', '1 March 2026', 'Mar 1, 2026', '1-Mar-26'])(
  '“%s” is a date as text',
  (cell) => {
    expect(findings('when', [46023, 46024, cell])).toEqual([['date as text', 1, '4']])
  },
)

test.each(['May I', '3/4', '12-3456', 'Q1 2026', 'version 1.2.3', '5 stars'])('“%s” is none', (cell) => {
  expect(findings('what', ['x', cell])).toEqual(clean)
})

test('the kind that is rarer in a column is the finding', () => {
  expect(findings('score', [9, 8, 'n/a', true, 7])).toEqual([
    ['text among numbers', 1, '4'],
    ['TRUE or FALSE among numbers', 1, '5'],
  ])
  expect(findings('name', ['a', 'b', 7])).toEqual([['number among texts', 1, '4']])
})

test('spaces that nobody sees', () => {
  expect(findings('region', ['North', 'North ', ' South', 'New  York', 'New York'])).toEqual([
    ['stray spaces', 3, '3, 4, 5'],
  ])
})

test('error cells are counted, not passed on', () => {
  expect(findings('rate', [1, new CellError('#DIV/0!', ''), 2])).toEqual([['error', 1, '3']])
})

test('dates after as_of are in the future; a time of that day is not', () => {
  const dates = [46023, 46024.9, 46025]
  expect(findings('Order date', dates, [], '2026-01-02')).toEqual([['in the future', 1, '4']])
  expect(findings('Order date', dates)).toEqual(clean)
  expect(findings('amount', dates, [], '2026-01-02')).toEqual(clean)
  expect(findings('amount', [46025, 12], ['date'], '2026-01-02')).toEqual([
    ['no date', 1, '3'],
    ['in the future', 1, '2'],
  ])
})

test.each(['created_at', 'Date of order', 'Order date', 'paid on', 'Due-Date', 'TIME', 'updated_at'])(
  'most of a column “%s” is dates: the other numbers are none',
  (title) => {
    const cells = [46023, 46024, 46099, 12]
    expect(findings(title, cells)).toEqual([['no date', 1, '5']])
    expect(findings(title, cells, [], '2026-01-02')).toEqual([
      ['no date', 1, '5'],
      ['in the future', 1, '4'],
    ])
  },
)

test.each(['format', 'season', 'updates', 'paid', 'daytime', 'at'])('“%s” is no title of dates', (title) => {
  expect(findings(title, [46023, 46024, 46099, 12], [], '2026-01-02')).toEqual(clean)
})

test('a title with a date word makes no dates of a column in which they are no more than half', () => {
  expect(findings('time to reply', [3, 46023, 46024, 12], [], '2026-01-01')).toEqual(clean)
  expect(findings('days open', [3, 40, 12], [], '2026-01-01')).toEqual(clean)
  expect(findings('time to reply', [3, 46023], ['date'])).toEqual([['no date', 1, '2']])
})

test('values outside a scale', () => {
  expect(findings('score', [0, 10, 11, -1], ['0-10'])).toEqual([['outside 0-10', 2, '4, 5']])
  expect(findings('sales', [5, -2], ['>= 0'])).toEqual([['outside >= 0', 1, '3']])
  expect(findings('share', [0.2, 1.2], ['0%-100%'])).toEqual([['outside 0%-100%', 1, '3']])
})

test('a column of ids must not repeat one, but an order log repeats its customers', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `T${i}`)
  expect(findings('ticket id', [...ids, 'T3'])).toEqual([['duplicate', 1, '22']])
  for (const title of ['order id', 'ticket', 'Invoice no.', 'E-mail']) {
    expect(findings(title, [...ids.slice(0, 8), 'T3']), title).toEqual([['duplicate', 1, '10']])
  }
  expect(findings('email', ['a@x', 'b@x', 'A@X '])).toContainEqual(['duplicate', 1, '4'])
  expect(findings('id', ['aB', 'ab', 'AB'])).toEqual(clean)
  expect(findings('customer_id', ['a', 'b', 'a', 'a'])).toEqual(clean)
  expect(findings('customer_id', ['a', 'b', 'a', 'a'], ['unique'])).toEqual([['duplicate', 2, '4, 5']])
  expect(findings('region', ['a', 'a'])).toEqual(clean)
})

test('a row that stands there twice is found as a whole', () => {
  const data = [
    ['who', 'what'],
    ['Ann', 5],
    ['Ben', 5],
    ['Ann ', 5],
  ]
  expect(compute(dataCheck, data)).toEqual([
    ['column', 'finding', 'cells', 'rows'],
    ['who', 'stray spaces', 1, '4'],
    ['All', 'duplicate row', 1, '4'],
  ])
})

test('without a header, columns are numbered and rows counted from the top', () => {
  expect(compute(dataCheck, [[1], ['2'], [3]])).toEqual([
    ['column', 'finding', 'cells', 'rows'],
    ['column 1', 'number as text', 1, '2'],
  ])
})

test('five rows are named, and that there are more', () => {
  expect(findings('reply', [null, null, null, null, null, null, 'x'])).toEqual([['blank', 6, '2, 3, 4, 5, 6, …']])
})

test('each cell is at most one of blank, error, number as text and date as text', () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('7'))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const [, ...rows] = compute(dataCheck, [['t'], ...cells.map((value) => [value]), ['end']]) as unknown[][]
      const kinds = ['blank', 'error', 'number as text', 'date as text']
      const total = rows
        .filter(([, what]) => kinds.includes(String(what)))
        .reduce((sum, row) => sum + Number(row[2]), 0)
      expect(total).toBeLessThanOrEqual(cells.length)
    }),
  )
})

test('a rule that cannot be read, or for no column, is refused', () => {
  expect(failure(dataCheck, [['score'], [9]], [['scores', '0-10']])).toBe(
    '#VALUE! DATA_CHECK: rules names the column “scores”, data has score',
  )
  expect(failure(dataCheck, [['score'], [9]], [['score', 'big']])).toBe(
    '#VALUE! DATA_CHECK: rules has “big”, use a scale such as "1 to 5" or ">= 0", or unique, optional, date, text, counts',
  )
  expect(failure(dataCheck, [['score'], [9]], [['score', 5]])).toContain('rules has “5”')
  for (const time of ['under 5 min', '4 h', '1-3 days']) {
    expect(failure(dataCheck, [['hours'], [9]], [['hours', time]])).toBe(
      `#VALUE! DATA_CHECK: rules has “${time}”, use a scale such as "1 to 5" or ">= 0", or unique, optional, date, text, counts`,
    )
  }
  expect(failure(dataCheck, [['score'], [9]], [['score', 46143]])).toBe(
    '#VALUE! DATA_CHECK: rules has the date 2026-05-01: write a scale as "1 to 5", not 1-5',
  )
  expect(failure(dataCheck, [[null], ['']])).toBe('#N/A DATA_CHECK: data has no values')
  expect(failure(dataCheck)).toBe('#VALUE! DATA_CHECK: data is missing')
})

test('where a scale or dates are the rule, everything else is a finding', () => {
  expect(findings('score', ['10 - Extremely likely', '9 - x', '8 - y'], ['0 to 10'])).toEqual([
    ['no number', 3, '2, 3, 4'],
  ])
  expect(findings('score', [9, 'n/a', 11, true], ['0 to 10'])).toEqual([
    ['no number', 2, '3, 5'],
    ['outside 0 to 10', 1, '4'],
  ])
  expect(findings('due', ['soon', 46023, true, 7], ['date'])).toEqual([['no date', 3, '2, 4, 5']])
})

test('a title that begins with a number is a title above numbers', () => {
  const table = (title: unknown) => [
    ['region', title, 'score'],
    ['North', 0.5, 9],
    ['South', 0.4, 11],
    ['West', null, 8],
  ]
  for (const title of ['30-day retention', '1. How likely?', '2025']) {
    expect(compute(dataCheck, table(title), [['score', '0 to 10']])).toEqual([
      ['column', 'finding', 'cells', 'rows'],
      [title, 'blank', 1, '4'],
      ['score', 'outside 0 to 10', 1, '3'],
    ])
  }
  expect(
    compute(dataCheck, [
      ['North', '9'],
      ['South', '8'],
      ['West', '7'],
    ]),
  ).toContainEqual(['column 2', 'number as text', 3, '1, 2, 3'])
})

test('a number or a date as text in the first row of a table without titles is a finding', () => {
  expect(
    compute(dataCheck, [
      ['Ann', '10 '],
      ['Ben', 6],
      ['Cy', 7],
    ]),
  ).toContainEqual(['column 2', 'number as text', 1, '1'])
  expect(
    compute(dataCheck, [
      ['Ann', '2026-03-01'],
      ['Ben', 46085],
      ['Cy', 46086],
    ]),
  ).toContainEqual(['column 2', 'date as text', 1, '1'])
})
