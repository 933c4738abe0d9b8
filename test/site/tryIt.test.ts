import { describe, expect, test } from 'vitest'
import { CellError } from '../../core/cell.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import type { Fields } from '../../core/sidebar/functions/call.ts'
import { compute, type Outcome } from '../../site/tryIt/compute.ts'
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
    const outcome = call('LTV', survey, { arpa: 'SUM(B:B)', gross_margin: '80%', churn_rate: '4%' })
    expect(outcome).toEqual({
      kind: 'waiting',
      text: 'arpa: “SUM(B:B)” cannot be computed here. Write a number, a date or a text.',
    })
  })

  test('works with single values beside the table', () => {
    expect(done(call('LTV', survey, { arpa: '50', gross_margin: '80%', churn_rate: '4%' })).result).toBeCloseTo(1000, 9)
  })
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
