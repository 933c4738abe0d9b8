import { describe, expect, test } from 'vitest'
import { CellError } from '../../core/cell.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import type { Fields } from '../../core/sidebar/functions/call.ts'
import { compute, type Outcome } from '../../site/tryIt/compute.ts'
import { exactly } from '../../site/tryIt/exactly.ts'
import { samples } from '../../site/tryIt/samples.ts'
import { cellsAt, columnsIn, tableIn } from '../../site/tryIt/table.ts'

const call = (name: string, text: string, fields: Fields): Outcome =>
  compute(findMetric(name)!.spec, fields, tableIn(text))

function done(outcome: Outcome): Extract<Outcome, { kind: 'computed' }> {
  if (outcome.kind !== 'computed') throw new Error(outcome.text)
  return outcome
}

const survey = 'Date\tScore\n2026-01-02\t10\n2026-01-03\t9\n2026-01-04\t\n2026-01-05\t3\n'

describe('cells of a pasted table', () => {
  const rows = [
    ['a', 1],
    ['b', 2],
    ['c', null],
  ]
  test('are found by column, block or cell, and blank beyond it', () => {
    expect(cellsAt(rows, 'B:B')).toEqual([[1], [2], [null]])
    expect(cellsAt(rows, 'A2:B3')).toEqual([
      ['b', 2],
      ['c', null],
    ])
    expect(cellsAt(rows, '$B$2')).toEqual([[2]])
    expect(cellsAt(rows, 'C:C')).toEqual([[null], [null], [null]])
    expect(cellsAt(rows, 'A3:A9')).toEqual([['c']])
  })

  test('columns go by their titles', () => {
    expect(columnsIn(tableIn(survey)).map(({ title }) => title)).toEqual(['Date', 'Score'])
  })
})

describe('a call', () => {
  test('computes from a column, and is written as the sheet would have it', () => {
    const { formula, result, readings } = done(call('NPS', survey, { scores: 'Data!B:B' }))
    expect(formula).toBe('=NPS(B:B)')
    expect(result).toBeCloseTo(100 / 3, 12)
    expect(readings).toEqual([expect.objectContaining({ name: 'scores', rows: 5, used: 3 })])
  })

  test('says of a cell that cannot be meant what a spreadsheet says', () => {
    const { result } = done(call('NPS', survey.replace('\t9', '\t11'), { scores: 'Data!B:B' }))
    expect(result).toBeInstanceOf(CellError)
    expect((result as CellError).message).toBe('NPS: scores row 3 has 11, outside 0 to 10')
  })

  test('reads decimal commas of a table with semicolons', () => {
    const text = 'Channel;Spend;Revenue\nAds;100,50;301,50\nMail;50,25;150,75\n'
    expect(done(call('ROAS', text, { attributed_revenue: 'Data!C:C', ad_spend: 'Data!B:B' })).result).toBe(3)
  })

  test('waits for a table and for what it cannot do without, by name', () => {
    expect(call('NPS', '', {})).toEqual({ kind: 'waiting', text: 'Paste a table first, or take a sample.' })
    expect(call('NPS', survey, {})).toEqual({ kind: 'waiting', text: 'Still to choose: scores.' })
  })

  test('names the argument that only a spreadsheet could compute', () => {
    const outcome = call('LTV', survey, { arpa: 'SUM(B:B)/2', gross_margin: '80%', churn_rate: '4%' })
    expect(outcome).toEqual({
      kind: 'waiting',
      text: 'arpa: “SUM(B:B)/2” cannot be computed here. Write a number, a text, a cell such as B2, or one sum such as SUM(B:B).',
    })
  })

  test('works with single values beside the table', () => {
    expect(done(call('LTV', survey, { arpa: '50', gross_margin: '80%', churn_rate: '4%' })).result).toBeCloseTo(1000, 9)
  })
})

describe('a single number', () => {
  const text = 'Month,Orders,Visitors\nJan,30,400\nFeb,50,600\n'

  test('may be the sum of a column, as a spreadsheet adds it up', () => {
    const { formula, result } = done(call('CONVERSION_RATE', text, { converted: 'SUM(B:B)', base: 'SUM(C:C)' }))
    expect(formula).toBe('=CONVERSION_RATE(SUM(B:B), SUM(C:C))')
    expect(result).toBe(0.08)
  })

  test('may be a mean, a count, the least or the most of a range', () => {
    const before = (typed: string) => done(call('PCT_CHANGE', text, { before: typed, now: '80' })).result
    expect([before('AVERAGE(B:B)'), before('min(B2:B3)'), before('MAX($B$2:$B$3)')]).toEqual([1, 5 / 3, 0.6])
    expect([before('COUNT(B:B)'), before('COUNTA(A:A)')]).toEqual([39, 77 / 3])
  })

  test('of a column without numbers is the error that a spreadsheet gives', () => {
    const { result } = done(call('PCT_CHANGE', text, { before: 'AVERAGE(A:A)', now: '80' }))
    expect((result as CellError).code).toBe('#DIV/0!')
  })

  test('needs no table', () => {
    expect(done(call('KPI_STATUS', '', { value: '72', target: '>= 50' })).formula).toBe('=KPI_STATUS(72, ">= 50")')
    expect(done(call('LTV', '', { arpa: '50', gross_margin: '80%', churn_rate: '4%' })).result).toBeCloseTo(1000, 9)
    expect(call('LTV', '', { arpa: 'SUM(B:B)', gross_margin: '80%', churn_rate: '4%' })).toMatchObject({
      text: 'Paste a table first, or take a sample.',
    })
  })
})

test('a range may be a number, and a table is all of its columns', () => {
  const text = 'Month,Revenue\nJan,30\nFeb,50\n'
  expect(done(call('ARPU', text, { revenue: 'Data!B:B', active_customers: '4' })).result).toBe(20)
  expect(done(call('DATA_CHECK', text, { data: 'Data!A:B' })).formula).toBe('=DATA_CHECK(A:B)')
})

describe('a typed day', () => {
  const text = 'Customer;Ordered\nA;13.01.2026\nA;14.02.2026\nB;15.02.2026\n'
  const fields = { ids: 'Data!A:A', dates: 'Data!B:B' }

  test('is read in the order of the table', () => {
    const { formula } = done(call('COHORT_RETENTION', text, { ...fields, as_of: '03.04.2026' }))
    expect(formula).toContain('"2026-04-03"')
  })

  test('that may be two days is asked for again', () => {
    const other = text.replace(/(\d\d)\.(\d\d)\.2026/g, '2026-$2-$1')
    expect(call('COHORT_RETENTION', other, { ...fields, as_of: '03/04/2026' })).toEqual({
      kind: 'waiting',
      text: 'as_of: “03/04/2026” may be two days, and the table does not say which. Write it as 2026-12-31.',
    })
  })
})

describe('rows above the titles', () => {
  const text = 'Customer survey autumn 2026;;\nDate;Segment;Score\n2026-03-03;A;10\n2026-03-04;B;9\n2026-03-05;A;8\n'

  test('are left out, and told', () => {
    const table = tableIn(text)
    expect(columnsIn(table).map(({ title }) => title)).toEqual(['Date', 'Segment', 'Score'])
    expect(table.besides).toMatchObject({ above: 1 })
    expect(table.rows).toHaveLength(4)
  })

  test('stay where someone keeps them', () => {
    const table = tableIn(text, true)
    expect(table.rows).toHaveLength(5)
    expect(table.besides).toMatchObject({ above: 1 })
  })
})

test('a number is shown once more only where more of its digits tell something', () => {
  expect(exactly(0.675, { unit: 'fraction' })).toBe('')
  expect(exactly(0.6, { unit: 'fraction' })).toBe('')
  expect(exactly(25, { unit: 'points' })).toBe('')
  expect(exactly(2 / 3, { unit: 'fraction' })).toBe('66.66666667%')
})

describe('charts', () => {
  const sampleOf = (asks: string) => samples.find((one) => one.asks === asks)!.text

  test('a cohort triangle has a line for each cohort, by periods', () => {
    const fields = { ids: 'Data!A:A', dates: 'Data!B:B' }
    const { chart, result } = done(call('COHORT_RETENTION', sampleOf('COHORT_RETENTION'), fields))
    expect(chart?.kind).toBe('line')
    expect(chart?.labels).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(chart?.series[0]).toMatchObject({ title: '2026-01-01' })
    expect(chart?.series[0]?.values).toEqual((result as unknown[][])[1]!.slice(2))
  })

  test('one that needs losses below zero has them, whatever the table shows', () => {
    const text = 'Customer,Month,Amount\nA,2026-01-01,100\nB,2026-01-01,80\nA,2026-02-01,60\nC,2026-02-01,40\n'
    const fields = { ids: 'Data!A:A', dates: 'Data!B:B', amounts: 'Data!C:C' }
    const { chart, result } = done(call('MRR_MOVEMENTS', text, fields))
    expect(Math.min(...chart!.series.flatMap(({ values }) => values.map(Number)))).toBeLessThan(0)
    expect((result as unknown[][]).flat().filter((cell) => typeof cell === 'number' && cell < 0)).toEqual([])
  })

  test('a single number has none', () => {
    expect(done(call('NPS', survey, { scores: 'Data!B:B' })).chart).toBeNull()
  })
})

test.each(samples.map((one) => [one.name, one] as const))(
  '%s is computed as soon as it is taken',
  (_, { asks, fields, text }) => {
    const { result } = done(call(asks, text, fields))
    expect(result).not.toBeInstanceOf(CellError)
  },
)

test('a typed number of two readings is asked about, and needs no table', () => {
  const fields = { arpa: '1,200', gross_margin: '80%', churn_rate: '4%' }
  expect(call('LTV', '', fields)).toEqual({
    kind: 'waiting',
    text: 'arpa: “1,200” may be 1200 or 1.2. Write one of these.',
  })
  expect(done(call('LTV', '', { ...fields, arpa: '1.234,5' })).formula).toContain('LTV(1234.5,')
})
