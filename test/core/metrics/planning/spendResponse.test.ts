import { describe, expect, test } from 'vitest'
import { budgetSplit } from '../../../../core/metrics/planning/budgetSplit.ts'
import { spendResponse } from '../../../../core/metrics/planning/spendResponse.ts'
import { expectClose } from '../../../close.ts'
import { isoText } from '../../../../core/statistics/time/calendar.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = [
  'channel',
  'spend',
  'mean_spend',
  'decay',
  'half_point',
  'max_response',
  'response',
  'margin',
  'marginal_return',
  'roi',
  'r_squared',
  'warning',
]
type Row = [channel: string, ...values: (number | string)[]]
const found = (...cells: unknown[]) => {
  const [first, ...rows] = compute(spendResponse, ...cells) as Row[]
  expect(first).toEqual(header)
  const verdict = rows.pop()!
  expect(verdict.slice(1).every((cell) => cell === '')).toBe(true)
  return { rows, verdict: verdict[0], warnings: rows.slice(0, -2).map((row) => row[11]) }
}
/** Columns side by side. */
const beside = (...columns: readonly (readonly unknown[])[]) =>
  columns[0]!.map((_, i) => columns.map((cells) => cells[i]))

const weeks = Array.from({ length: 78 }, (_, week) => week)
const tv = weeks.map((t) => (t % 9 < 4 ? 400 + ((7919 * t * t + 13 * t) % 1600) : 0))
const search = weeks.map((t) => 150 + ((104729 * t + 31 * t * t) % 700))
const radio = weeks.map((t) => (t % 5 === 1 ? 0 : (3001 * t * t + 17 * t) % 500))
const noise = weeks.map((t) => (((7907 * t * t + 271 * t) % 101) - 50) / 2)

/** Spend that is still at work, by the sum over all weeks before; and its response. */
const responses = (spend: readonly number[], decay: number, most: number, half: number) =>
  spend.map((_, t) => {
    const a = spend.slice(0, t + 1).reduce((all, amount, s) => all + (1 - decay) * amount * decay ** (t - s), 0)
    return (most * a) / (a + half)
  })
const parts = [responses(tv, 0.55, 420, 600), responses(search, 0.15, 260, 350), responses(radio, 0.3, 130, 180)]
const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const clean = weeks.map((t) => 250 + total(parts.map((part) => part[t]!)))
const noisy = weeks.map((t) => Math.round(1e6 * (clean[t]! + noise[t]!)) / 1e6)
const block = beside(['TV', ...tv], ['Search', ...search], ['Radio', ...radio])
const results = column('Sales', ...clean)

describe('results that follow the model', () => {
  const { rows, verdict } = found(block, results)

  test('give each channel its decay, half_point, max_response and response', () => {
    const expected = [
      ['TV', total(tv), total(tv) / 78, 0.55, 600, 420, total(parts[0]!)],
      ['Search', total(search), total(search) / 78, 0.15, 350, 260, total(parts[1]!)],
      ['Radio', total(radio), total(radio) / 78, 0.3, 180, 130, total(parts[2]!)],
    ]
    expectClose(
      rows.slice(0, 3).map((row) => row.slice(0, 7)),
      expected,
      1e-9,
    )
    expect(rows.slice(0, 3).map((row) => row[11])).toEqual(['', '', ''])
  })

  test('roi is the response over the spend, marginal_return what one more unit per period would bring', () => {
    const mean = total(tv) / 78
    const response = (x: number) => (420 * x) / (x + 600)
    expectClose(
      rows[0]!.slice(8, 10),
      [(response(mean + 0.01) - response(mean - 0.01)) / 0.02, total(parts[0]!) / total(tv)],
      1e-6,
    )
  })

  test('base and channels add up to all results', () => {
    const [, , , base, all] = rows as [Row, Row, Row, Row, Row]
    expectClose(base, ['Base', '', '', '', '', '', 250 * 78, '', '', '', '', ''], 1e-9)
    expectClose(
      all,
      [
        'All',
        total([...tv, ...search, ...radio]),
        total([...tv, ...search, ...radio]) / 78,
        '',
        '',
        '',
        total(clean),
        '',
        '',
        '',
        1,
        '',
      ],
      1e-9,
    )
    expect(verdict).toBe('spend explains 100% of the ups and downs of results')
  })
})

// python3, scipy 1.17: the least of least_squares(residuals, start, bounds=(lo, hi), x_scale='jac', xtol=1e-15) from 60 starts.
test('results with noise come to the least squares of scipy', () => {
  const { rows, verdict, warnings } = found(block, column('Sales', ...noisy))
  const [tvRow, searchRow, radioRow, base, all] = rows as [Row, Row, Row, Row, Row]
  expectClose(tvRow.slice(3, 6), [0.5601689818127551, 606.210285204643, 425.35850464010093], 1e-6)
  expectClose(searchRow.slice(3, 6), [0.11885289941604826, 198.12800448567376, 348.4995043379647], 1e-6)
  expectClose(radioRow.slice(3, 6), [0.34793079869149335, 215.980128333359, 131.01382091458706], 1e-6)
  expectClose(base[6], 161.49909847318668 * 78, 1e-6)
  // Twice the standard errors by numpy: sqrt(g' inv(J'J) g * squares / (78 - 10)), with J and g by differences.
  expectClose([tvRow[7], searchRow[7], radioRow[7]], [1405.7486, 11963.9966, 1368.3124], 1e-5)
  // Spend that pauses tells its response. Search never does, so that noise has moved much of the base to it; its margin and
  // warning say so.
  expectClose([tvRow[6], radioRow[6]], [total(parts[0]!), total(parts[2]!)], 0.1)
  for (const [i, row] of [tvRow, searchRow, radioRow].entries()) {
    expect(Math.abs((row[6] as number) - total(parts[i]!))).toBeLessThan(row[7] as number)
  }
  const mean = total(noisy) / 78
  expectClose(all[10], 1 - 12708.605795035097 / total(noisy.map((value) => (value - mean) ** 2)), 1e-9)
  expect(verdict).toBe('spend explains 98.3% of the ups and downs of results, with a warning for 1 channel')
  const uncertain = 'its response is uncertain, give or take 64%: some of it may be part of the base'
  expect(warnings).toEqual(['', uncertain, ''])
})

describe('what the data cannot tell is said', () => {
  test('channels that move together', () => {
    const twin = radio.map((amount, t) => amount + (t % 3))
    const { warnings, verdict } = found(beside(['TV', ...tv], ['Radio', ...radio], ['Twin', ...twin]), results)
    expect(warnings[1]).toBe('moves with Twin (correlation 1.00): their responses cannot be told apart')
    expect(warnings[2]).toBe('moves with Radio (correlation 1.00): their responses cannot be told apart')
    expect(warnings[0]).not.toContain('moves with')
    expect(verdict).toMatch(/, with a warning for \d channels$/)
  })

  test('a channel without a response', () => {
    const idle = weeks.map((t) => (t * t * 7) % 90)
    const { rows } = found(
      beside(['TV', ...tv], ['Idle', ...idle]),
      column('s', ...parts[0]!.map((part, t) => 500 + part - 0.5 * idle[t]!)),
    )
    expect(rows[1]!.slice(3)).toEqual(['', '', 0, 0, '', 0, 0, '', 'no response to be seen'])
  })

  test('a response that may be chance', () => {
    const chance = weeks.map((t) => (t * t * 7 + t) % 90)
    const { rows } = found(
      beside(['TV', ...tv], ['Mail', ...chance]),
      column('s', ...parts[0]!.map((part, t) => 100 + part + noise[t]!)),
    )
    expect(rows[1]![11]).toMatch(/^its response may be chance$|^no response to be seen$/)
    expect(rows[0]![11]).toBe('')
  })

  test('spend far below its half_point', () => {
    const straight = tv.map((amount) => 100 + 0.1 * amount)
    const { rows } = found(beside(['TV', ...tv]), column('s', ...straight))
    expect(rows[0]![11]).toBe('half_point is beyond all spend at work so far: half_point and max_response are guesses')
  })

  test('an effect that lasts longer than the data', () => {
    const { rows } = found(beside(['TV', ...tv]), column('s', ...responses(tv, 0.99, 400, 300)))
    expect(rows[0]!.slice(3, 4)).toEqual([0.95])
    expect(rows[0]![11]).toBe('its carry-over is longer than the data can tell')
  })

  test('spend that never changes, and none at all', () => {
    const { rows, verdict } = found(
      beside(['TV', ...tv], ['Flat', ...weeks.map(() => 50)], ['None', ...weeks.map(() => 0)]),
      column('s', ...parts[0]!.map((part) => part + 10)),
    )
    expect(rows[1]).toEqual([
      'Flat',
      3900,
      50,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'spend never changes, so its response is part of the base',
    ])
    expect(rows[2]).toEqual(['None', 0, 0, '', '', '', '', '', '', '', '', 'nothing was spent'])
    expectClose(rows[0]!.slice(3, 6), [0.55, 600, 420], 1e-8)
    expect(verdict).toBe('spend explains 100% of the ups and downs of results')
  })

  test('too few periods, and little explained', () => {
    const few = (cells: unknown[][], count: number) => cells.slice(0, count + 1)
    expect(found(few(block, 14), few(column('s', ...noisy), 14)).verdict).toBe(
      'only 14 periods for 3 channels, at least 22 are needed: do not rely on it',
    )
    const other = weeks.map((t) => 1000 + ((t * t * 31 + 7 * t) % 800))
    expect(found(beside(['TV', ...tv]), column('s', ...other)).verdict).toMatch(
      /^spend explains only [\d.]+% of the ups and downs of results: something else moves them$/,
    )
  })
})

test('the result goes straight into BUDGET_SPLIT', () => {
  const split = compute(budgetSplit, compute(spendResponse, block, results), 1000) as Row[]
  expect(split.map(([channel]) => channel)).toEqual(['channel', 'TV', 'Search', 'Radio', 'All'])
  expectClose(
    split.slice(1).map((row) => row[5]),
    Array.from({ length: 4 }, () => split[1]![5]),
    1e-9,
  )
  expectClose(split[1]![1], total(tv) / 78)
})

test('without titles channels have numbers, and blank rows at the end are none', () => {
  const bare = block.slice(1)
  const { rows } = found(
    [...bare, ...Array.from({ length: 3000 }, () => [null, '', ' '])],
    [...column(...clean), ...Array.from({ length: 3000 }, () => [null])],
  )
  expect(rows.map(([channel]) => channel)).toEqual(['channel 1', 'channel 2', 'channel 3', 'Base', 'All'])
  expectClose(
    rows.map((row) => row.slice(1)),
    found(block, results).rows.map((row) => row.slice(1)),
    1e-12,
  )
})

test('a gap is refused wherever it is, since each period has its place', () => {
  for (const gap of [null, '', '  ', 'n/a', true]) {
    const spend = block.map((row, i) => (i === 5 ? [row[0], gap, row[2]] : row))
    expect(failure(spendResponse, spend, results)).toBe(
      '#VALUE! SPEND_RESPONSE: spend row 6 column 2 has no number, write 0 if there is none',
    )
    const sales = results.map((row, i) => (i === 8 ? [gap] : row))
    expect(failure(spendResponse, block, sales)).toBe(
      '#VALUE! SPEND_RESPONSE: results row 9 has no number, write 0 if there is none',
    )
  }
})

test('wrong cells and too little are named', () => {
  const short = (count: number) => [block.slice(0, count + 1), results.slice(0, count + 1)] as const
  expect(failure(spendResponse, ...short(10))).toBe('#N/A SPEND_RESPONSE: needs 11 periods for 3 channels, has 10')
  expect(failure(spendResponse, 5, 3)).toBe('#N/A SPEND_RESPONSE: needs a channel whose spend changes, has 0')
  expect(failure(spendResponse, block, column('Sales', ...weeks.map(() => 7)))).toBe(
    '#DIV/0! SPEND_RESPONSE: results do not vary, so no spend can explain them',
  )
  expect(
    failure(
      spendResponse,
      block.map((row, i) => (i === 3 ? [1, 2, -3] : row)),
      results,
    ),
  ).toBe('#VALUE! SPEND_RESPONSE: spend row 4 column 3 has -3, below 0')
  expect(
    failure(
      spendResponse,
      block,
      results.map((row, i) => (i === 3 ? [-1] : row)),
    ),
  ).toBe('#VALUE! SPEND_RESPONSE: results row 4 has -1, below 0')
  expect(failure(spendResponse, block, results.slice(0, 40))).toContain('#VALUE! SPEND_RESPONSE: ')
  expect(failure(spendResponse, block)).toBe('#VALUE! SPEND_RESPONSE: results is missing')
  expect(failure(spendResponse, null, null)).toContain('SPEND_RESPONSE: spend and results have no complete row')
  const wide = weeks.map((t) => Array.from({ length: 13 }, (_, k) => t * k))
  expect(failure(spendResponse, wide, column(...clean))).toBe(
    '#VALUE! SPEND_RESPONSE: spend has 13 channels, more than 12; add small ones up',
  )
  const long = Array.from({ length: 5001 }, (_, t) => [t % 7])
  expect(failure(spendResponse, long, long)).toBe(
    '#VALUE! SPEND_RESPONSE: results has 5001 periods, more than 5000; add them up by week or month',
  )
})

describe('the margin of a channel', () => {
  const tv = [100, 350, 400, 1300, 400, 0, 100, 1400, 400, 0, 100, 400, 1300, 400, 200, 700, 0, 500, 900, 100]
  const sales = [142, 197, 221, 264, 248, 219, 203, 256, 252, 221, 198, 223, 259, 247, 235, 248, 215, 234, 251, 230]
  const radio = [0, 40, 0, 0, 40, 40, 0, 40, 0, 0, 40, 0, 40, 40, 0, 0, 40, 0, 40, 0]

  test('is the same beside a channel that brings nothing', () => {
    const alone = found(column('tv', ...tv), column('sales', ...sales)).rows[0]!
    const both = found(beside(['tv', ...tv], ['radio', ...radio]), column('sales', ...sales)).rows
    expect(both[1]!.slice(5, 9)).toEqual([0, 0, '', 0])
    expectClose([both[0]![6], both[0]![7]], [alone[6], alone[7]], 1e-2)
  })

  test('knows that the base may have gone to it: nothing is sure then', () => {
    const always = [50, 40, 30, 0, 0, 20, 40, 0, 10, 30, 40, 20, 0, 10, 30, 0]
    const short = [...sales.slice(0, 14), 232, 246]
    const { rows } = found(beside(['tv', ...tv.slice(0, 16)], ['radio', ...always]), column('sales', ...short))
    expect(rows[2]![0]).toBe('Base')
    expect(rows[2]![6]).toBeLessThan(400)
    const [response, margin] = [rows[1]![6], rows[1]![7]]
    expect(margin === '' || Number(margin) > Number(response)).toBe(true)
  })
})

test('a column of dates beside the spend is refused', () => {
  const beside = (title: unknown, first: (row: number) => unknown) =>
    block.map((row, i) => [i === 0 ? title : first(i), ...row])
  const weekly = (row: number) => 45292 + 7 * row
  for (const title of ['Week', 'start DATE', 'Months', 'day:', 'period_end', 'Period']) {
    expect(failure(spendResponse, beside(title, weekly), results)).toBe(
      `#VALUE! SPEND_RESPONSE: spend column 1 (“${title}”) holds dates, leave it out`,
    )
  }
  const last = block.map((row, i) => [...row, i === 0 ? 'Month' : weekly(i)])
  expect(failure(spendResponse, last, results)).toBe(
    '#VALUE! SPEND_RESPONSE: spend column 4 (“Month”) holds dates, leave it out',
  )
  expect(
    failure(
      spendResponse,
      beside('Week', (row) => isoText(weekly(row))),
      results,
    ),
  ).toBe('#VALUE! SPEND_RESPONSE: spend column 1 (“Week”) holds dates, leave it out')
  expect(
    failure(
      spendResponse,
      beside('Month', (row) => isoText(weekly(row)).slice(0, 7)),
      results,
    ),
  ).toContain('spend column 1 (“Month”) holds dates')
})

test('a channel is no column of dates for its title or its numbers alone', () => {
  const channel = (title: unknown, first: (row: number) => unknown) =>
    (
      compute(
        spendResponse,
        block.map((row, i) => [i === 0 ? title : first(i), ...row.slice(1)]),
        results,
      ) as unknown[][]
    )[1]![0]
  expect(channel('Day parts', (row) => 45000 + (row % 5))).toBe('Day parts')
  expect(channel('Week', (row) => 100 + 7 * row)).toBe('Week')
  expect(channel('Weekly TV', (row) => 45292 + 7 * row)).toBe('Weekly TV')
  expect(channel('Radio', (row) => 45292 + 7 * row)).toBe('Radio')
})
