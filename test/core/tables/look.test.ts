import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { returnsOf } from '../../../core/arguments/returnsOf.ts'
import { numberFormat, type Result, type Returns } from '../../../core/metric.ts'
import { lookOf } from '../../../core/tables/look.ts'
import { plain } from '../../close.ts'

const returns: Returns = {
  table: [
    { name: 'day', unit: 'date' },
    { name: 'who', unit: 'text' },
    { name: 'share', unit: 'fraction', digits: 2 },
    { name: '0, 1, …', unit: 'money', shaded: 'all but the first' },
  ],
}
const result: Result = [
  ['day', 'who', 'share', 0, 1, 2],
  [46023, 'Ann', 0.5, 1234567.5, 2, ''],
  [46054, 'A customer with a long name', 1, 3, '', ''],
]

describe('the look of a table', () => {
  const look = () => lookOf(returns, result)!

  test('is as high and wide as it is', () => {
    expect([look().rows, look().titled, look().columns.length]).toEqual([3, true, 6])
  })

  test('has the number formats of what its columns count, the last one for all that follow', () => {
    const formats = ['yyyy-mm-dd', 'General', '0.00%', '#,##0.00', '#,##0.00', '#,##0.00']
    expect(look().columns.map(({ format }) => format)).toEqual(formats)
  })

  test('shows times of day where one of the cells has one', () => {
    const times = lookOf(returns, [result[0]!, [46023, 'a', 1], [46023.5, 'b', 1]] as Result)!
    expect(times.columns[0]!.format).toBe('yyyy-mm-dd hh:mm')
  })

  test('puts titles where their cells stand: text at the left, numbers at the right', () => {
    expect(look().columns.map(({ align }) => align)).toEqual(['right', 'left', 'right', 'right', 'right', 'right'])
  })

  test('shades the columns that are compared', () => {
    expect(look().columns.map(({ shaded }) => shaded)).toEqual([false, false, false, false, true, true])
    const table = [{ name: 'all, …', unit: 'money' as const, shaded: 'all' as const }]
    expect(
      lookOf({ table }, [
        ['a', 'b'],
        [1, 2],
      ])!.columns.map(({ shaded }) => shaded),
    ).toEqual([true, true])
  })

  test('is wide enough for titles, texts and formatted numbers, up to a line of the screen', () => {
    const [day, who, share, first] = look().columns.map(({ width }) => width)
    // Ten signs of a date, and 1,234,567.50.
    expect(day).toBe(16 + 10 * 7.5)
    expect(who).toBe(16 + 27 * 7.5)
    expect(share).toBe(16 + 7 * 7.5)
    expect(first).toBe(16 + 12 * 7.5)
    expect(
      lookOf(returns, [
        ['day', 'x'.repeat(500)],
        [1, 2],
      ])!.columns[1]!.width,
    ).toBe(320)
  })

  test('a column of values beside data may have no title', () => {
    const values: Returns = { unit: 'fraction', column: 'p_alive' }
    expect(lookOf(values, [[0.5], [0.25]])).toMatchObject({ rows: 2, titled: false, columns: [{ format: '0.0%' }] })
    expect(lookOf(values, [['p_alive'], [0.25]])).toMatchObject({ rows: 2, titled: true })
  })

  test('numbers without a format are as wide as they are written, and rates as they are shown', () => {
    const bare: Returns = {
      table: [
        { name: 'n', unit: 'count' },
        { name: 'rate', unit: 'fraction' },
      ],
    }
    const widths = (...cells: number[]) =>
      lookOf(bare, [['n', 'r'], cells] as Result)!.columns.map(({ width }) => width)
    expect(widths(1 / 3, 0.5)).toEqual([16 + 12 * 7.5, 16 + 5 * 7.5])
    expect(widths(7, 12.345)).toEqual([16 + 7.5, 16 + 7 * 7.5])
  })

  test('blank cells among numbers do not make text of them', () => {
    const bare: Returns = { table: [{ name: 'n', unit: 'count' }] }
    expect(lookOf(bare, [['n'], [''], [5]])!.columns[0]!.align).toBe('right')
    expect(lookOf(bare, [['n'], [5], ['x']])!.columns[0]!.align).toBe('left')
    expect(lookOf(bare, [['n'], [true]])!.columns[0]!.align).toBe('right')
  })

  test('one row of text alone is no title', () => {
    expect(lookOf({ unit: 'text', column: 'status' }, [['green']])).toMatchObject({
      titled: false,
      columns: [{ align: 'left', width: 16 + 5 * 7.5 }],
    })
  })

  test('a sentence about the table does not widen its first column', () => {
    const words = 'expected_spend and clv are blank for 3 customers: no order after the first'
    const widths = (...rows: (string | number)[][]) =>
      lookOf(returns, [['id', 'who', 'share'], ...rows])!.columns.map(({ width }) => width)
    const before = widths(['C-1', 'Ann', 0.5])
    expect(widths(['C-1', 'Ann', 0.5], [words, '', ''])).toEqual(before)
    // A text beside values is a label, and a short one alone may be.
    expect(widths(['C-1', 'Ann', 0.5], [words, '', 0.5])[0]).toBe(320)
    expect(widths(['C-1', 'Ann', 0.5], ['a new customer', '', ''])[0]).toBe(16 + 14 * 7.5)
    // Where there is one column only, it is as wide as its texts.
    expect(lookOf(returns, [['id'], [words]])!.columns[0]!.width).toBe(320)
  })

  test('a single value has none', () => {
    expect(lookOf({ unit: 'money' }, 5)).toBeNull()
  })
})

test('what is expected or fitted has two decimals, small shares of a fit four', () => {
  const formats = (name: string) => {
    const { table, unit } = findMetric(name)!.spec.returns
    return Object.fromEntries(
      (table ?? [{ name: '', unit: unit! }]).map((column) => [column.name, numberFormat(column)]),
    )
  }
  const amount = '#,##0.00'
  expect(formats('SPEND_RESPONSE')).toMatchObject({
    max_response: amount,
    response: amount,
    margin: amount,
    marginal_return: amount,
    roi: amount,
  })
  expect(formats('BUDGET_SPLIT')).toMatchObject({ response: amount, marginal_return: amount })
  expect(formats('BASS_FIT')).toMatchObject({ p: '0.0000', q: '0.0000', m: amount, r_squared: '0.00' })
  expect(formats('BASS_FORECAST')).toMatchObject({ period: 'General', adopters: amount, cumulative: amount })
  expect(formats('CLV')).toMatchObject({ expected_orders: amount })
  expect(formats('CLV_BACKTEST')).toMatchObject({
    actual_orders: 'General',
    predicted_orders: amount,
    mean_absolute_error: amount,
  })
  for (const name of ['BGNBD_EXPECTED', 'PNBD_EXPECTED', 'PNBD_DERT']) expect(formats(name)).toEqual({ '': amount })
  expect(formats('MEAN_LIFETIME')).toMatchObject({ mean: amount, low: amount, high: amount, standard_error: amount })
  expect(formats('MEAN_TEST')).toMatchObject({
    mean_a: amount,
    mean_b: amount,
    count_a: 'General',
    difference: amount,
    low: amount,
    high: amount,
  })
  const variants = findMetric('VARIANTS_TEST')!.spec.returns
  const columns = [...variants.table!, ...variants.others!.flatMap(({ table }) => table)]
  const rates = columns.filter(({ name }) => ['rate', 'low', 'high', 'lift', 'difference'].includes(name))
  expect(new Set(rates.map(numberFormat))).toEqual(new Set(['0.00%']))
  expect(rates.length).toBeGreaterThanOrEqual(5)
})

test('every table of an example has a look, and no number that is a rate or an amount stays bare', () => {
  for (const { spec } of catalogue()) {
    for (const { cells, gives } of spec.examples) {
      const look = lookOf(returnsOf(spec, cells, gives, { decode: plain, find: findMetric }), gives)
      if (!Array.isArray(gives)) expect(look).toBeNull()
      else expect(look!.columns, spec.name).toHaveLength(gives[0]!.length)
    }
  }
})
