import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { returnsOf } from '../../../../core/arguments/returnsOf.ts'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { kpiForecast } from '../../../../core/metrics/planning/kpiForecast.ts'
import type { Table } from '../../../../core/metric.ts'
import { isoText } from '../../../../core/statistics/time/calendar.ts'
import { expectClose, plain } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { draws } from '../../../simulated.ts'

const header = ['period', 'forecast', 'low', 'high', 'method']
const kpi = [31, 34, 33, 38, 41, 44, 43, 47, 50, 49, 53, 56]
const values = column(...kpi)
const forecast = (...cells: unknown[]): unknown[][] => {
  const [names, ...rows] = compute(kpiForecast, ...cells) as unknown[][]
  expect(names).toEqual(header)
  return rows
}
const told = (...cells: unknown[]): unknown => forecast(...cells)[0]![4]

describe('the forecast', () => {
  test('of level and trend agrees with HoltWinters of R, its limits with their analytic variance', () => {
    // Rscript -e 'm <- HoltWinters(c(31,34,33,38,41,44,43,47,50,49,53,56), alpha = .8, beta = .2, gamma = FALSE)
    //   p <- predict(m, 5, prediction.interval = TRUE); s <- sqrt(m$SSE / 10)
    //   print(cbind(p[, 1], s * (p[, 2] - p[, 1]) / sqrt(var(residuals(m)))), digits = 17)'
    // In place of the normal curve Student’s t with 10 degrees of freedom: qt(.975, 10) / qnorm(.975).
    const spread = (Math.sqrt(50.061556530134467 / 10) * 2.2281388519862739) / 1.9599639845400545
    const known: [number, number][] = [
      [58.156257213462396, 1.9599639845400536],
      [60.526475808147389, 2.7169371118680345],
      [62.896694402832381, 3.4929175791198572],
      [65.266912997517366, 4.3005022202470498],
      [67.637131592202365, 5.143925384075974],
    ]
    expectClose(
      forecast(values, null, 5, 'holt', 0.8, 0.2).map((row) => row.slice(0, 4)),
      known.map(([value, half], i) => [13 + i, value, value - half * spread, value + half * spread]),
      1e-11,
    )
  })

  test('of the level alone is the book’s 484.8 for the oil of Saudi Arabia', () => {
    // Hyndman and Athanasopoulos, “Forecasting: Principles and Practice”, 2013, 7.1; as above with beta = FALSE.
    const oil = [446.6565, 454.4733, 455.663, 423.6322, 456.2713, 440.5881, 425.3325, 485.1494, 506.0482, 526.792]
    const rows = forecast(column(...oil, 514.2689, 494.211), null, null, 'simple', 0.2)
    expectClose(
      rows.map((row) => row[1]),
      new Array(3).fill(484.80246538161776),
    )
    const spread = 2.2009851600916384 * Math.sqrt(12391.754880859531 / 11)
    expectClose(
      rows.map((row) => row[3]),
      [0, 1, 2].map((j) => 484.80246538161776 + spread * Math.sqrt(1 + j * 0.04)),
      1e-11,
    )
  })

  test('with weights of its own is that of the least sum of squares', () => {
    const people = [3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2, 62.9, 76, 92, 105.7, 122.8, 131.7]
    // Rscript -e 'm <- HoltWinters(uspop, gamma = FALSE); print(c(m$alpha, m$beta, predict(m, 3)), digits = 17)'
    const rows = forecast(column(...people, 151.3, 179.3, 203.2), null, 3, 'holt')
    expectClose(
      rows.map((row) => row[1]),
      [227.49043569273789, 251.78087138547576, 276.07130707821364],
      1e-9,
    )
    expect(rows[0]![4]).toContain('Level and trend (Holt), alpha 1.00, beta 0.77;')
  })

  test('of three periods and with limits of 95% is meant when nothing is said', () => {
    expect(forecast(values)).toEqual(forecast(values, null, 3, 'auto', null, null, 0.95))
  })

  test('has the limits of the confidence that is wanted', () => {
    const width = (confidence: unknown) => {
      const [row] = forecast(values, null, 1, 'holt', 0.5, 0.3, confidence)
      return (row![3] as number) - (row![2] as number)
    }
    // Rscript -e 'print(qt(.9, 10) / qt(.975, 10), digits = 17)'
    expectClose(width(0.8) / width('95%'), 0.61584296682727058)
  })

  test('scales with the unit of the values, and starts from where they are', () => {
    const list = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 20 })
    fc.assert(
      fc.property(list, fc.constantFrom('simple', 'holt'), (list, method) => {
        const numbers = (rows: unknown[][]) => rows.flatMap((row) => row.slice(1, 4).map(Number))
        const own = numbers(forecast(column(...list), null, 4, method))
        const other = numbers(forecast(column(...list.map((value) => 8 * value)), null, 4, method))
        own.forEach((value, i) => expect(other[i]! / 8).toBeCloseTo(value, 6))
      }),
    )
  })

  test('lies within its limits, which are wider the further it is', () => {
    const list = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(list, (list) => {
        let before = 0
        for (const [, value, low, high] of forecast(column(...list), null, 5)) {
          if (low === '') return expect(high).toBe('')
          const half = (high as number) - (value as number)
          expect((value as number) - (low as number)).toBeCloseTo(half, 8)
          expect(half).toBeGreaterThanOrEqual(before * (1 - 1e-12))
          before = half
        }
      }),
    )
  })
})

describe('the method', () => {
  test('is the one that is less far off on the last third, and says so', () => {
    // Of the first eight alone HoltWinters of R forecasts the last four with these weights: off by 1.923% and by 14.378%.
    expect(told(values, null, 1, 'holt', 0.5, 0.3)).toBe(
      'Level and trend (Holt), alpha 0.50, beta 0.30; on the last 4 values off by 1.9% (WAPE), the last value repeated by 9.6%',
    )
    expect(told(values, null, 1, 'auto', 0.5, 0.3)).toBe(
      'Level and trend (Holt), alpha 0.50, beta 0.30; on the last 4 values off by 1.9% (WAPE), the level alone by 14.4%, the last value repeated by 9.6%',
    )
    const restless = column(50, 44, 57, 49, 51, 43, 56, 50, 47, 53, 49, 52)
    expect(told(restless)).toMatch(
      /^The level alone, alpha 0\.\d\d; on the last 4 values off by \S+ \(WAPE\), level and trend by /,
    )
    expect(told(restless, null, 1, 'simple')).not.toContain('level and trend')
  })

  test('says where repeating the last value is better', () => {
    expect(told(column(10, 20, 30, 40, 40, 40), null, 1, 'holt', 0.5, 0.5)).toMatch(
      /, the last value repeated by 0%, which is better$/,
    )
  })

  test('is the level alone where the values are too few to try', () => {
    expect(told(column(21, 23, 22, 25, 24))).toMatch(/^The level alone, alpha \d.\d\d; too few values to try it on$/)
    expect(told(column(1, 3, 2, 5, 4, 6))).not.toContain('too few')
    expect(told(column(21, 23, 22, 25), null, 1, 'holt')).toMatch(
      /^Level and trend \(Holt\), .*; too few values to try it on(?:;|$)/,
    )
  })

  test('of values of 0 tells how far it was off, not by which share', () => {
    expect(told(column(2, 1, 3, 2, 0, 0), null, 1, 'simple', 1)).toContain(
      'on the last 2 values off by 2 on average, the last value repeated by 2',
    )
  })
})

describe('limits', () => {
  test('are blank where nothing tells them: the values lie on one line', () => {
    const line = forecast(column(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), null, 2, 'holt')
    expectClose(
      line.map((row) => row.slice(0, 4)),
      [
        [7, 0.7, '', ''],
        [8, 0.8, '', ''],
      ],
    )
    expect(line[0]![4]).toMatch(/^Level and trend \(Holt\): the values lie on one line, so nothing tells how far /)
    expect(forecast(column(5, 5, 5))[0]).toEqual([
      4,
      5,
      '',
      '',
      'The level alone: the values lie on one line, so nothing tells how far the next may be from it; too few values to try it on',
    ])
  })

  test('are not cut where they pass what a share can be, and it is said', () => {
    const share = forecast(column(0.9, 0.7, 0.95, 0.9, 0.75, 0.98), null, 1, 'simple', 0.5)
    expect(share[0]![3]).toBeGreaterThan(1)
    expect(share[0]![4]).toMatch(/; high goes above 100%, where no value has been$/)
    expect(told(column(1, 0, 2, 1, 0, 1), null, 1, 'simple', 0.5)).toMatch(
      /; low goes below 0, where no value has been$/,
    )
    expect(told(column(0, 1, 0, 1, 1, 0), null, 1, 'simple', 0.5)).toMatch(
      /; low goes below 0 and high goes above 100%, where no value has been$/,
    )
    expect(told(column(9, 7, 5, 4, 2, 1), null, 4, 'holt', 0.5, 0.5)).toMatch(
      /; the forecast goes below 0, where no value has been$/,
    )
    expect(told(column(-1, 5, 2, 1, 0, 1), null, 1, 'simple', 0.5)).not.toContain('goes below')
    expect(told(values)).not.toContain('goes')
  })
})

describe('dates', () => {
  const ends = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']
  const six = [31, 34, 33, 38, 41, 44]
  const periods = (...cells: unknown[]) => forecast(...cells).map(([period]) => isoText(period as number))

  test('go on as they are', () => {
    expect(periods(column(...six), column(...ends))).toEqual(['2026-07-31', '2026-08-31', '2026-09-30'])
    const weeks = column('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26')
    expect(periods(column(1, 3, 2, 4), weeks, 2)).toEqual(['2026-11-02', '2026-11-09'])
    expect(periods(column(1, 3, 2), column('2023-01-01', '2024-01-01', '2025-01-01'), 1)).toEqual(['2026-01-01'])
  })

  test('put the rows in order', () => {
    const newestFirst = forecast(column(...six.slice().reverse()), column(...ends.slice().reverse()))
    expect(newestFirst).toEqual(forecast(column(...six), column(...ends)))
    expect(forecast(column(...six)).map((row) => row.slice(1, 4))).toEqual(newestFirst.map((row) => row.slice(1, 4)))
  })

  test('make the periods dates, and without them they are numbers', () => {
    const unit = (...cells: unknown[]) => {
      const result = compute(kpiForecast, ...cells) as Table
      return returnsOf(kpiForecast.spec, cells, result, { decode: plain, find: findMetric, showsDates: () => false })
        .table![0]!.unit
    }
    expect(unit(column(...six), column(...ends))).toBe('date')
    expect(unit(column(...six))).toBe('count')
    expect(unit(column(...six), null)).toBe('count')
  })

  test('that are still to come, without a value, are passed over', () => {
    const more = column(...ends, '2026-07-31', '2026-08-31', null)
    expect(forecast(column(...six, null, '', null), more)).toEqual(forecast(column(...six), column(...ends)))
  })

  test('that do not follow evenly are named', () => {
    const cells = (...texts: string[]) => [column(...texts.map((_, i) => i)), column(...texts)]
    expect(failure(kpiForecast, ...cells('2026-01-01', '2026-02-01', '2026-04-01', '2026-05-01'))).toBe(
      '#VALUE! KPI_FORECAST: dates row 3 has 2026-04-01, 2 months after 2026-02-01 where 1 month is usual, give one row for each period or leave dates out',
    )
    expect(failure(kpiForecast, ...cells('2026-01-19', '2026-01-12', '2026-01-05', '2026-01-27'))).toBe(
      '#VALUE! KPI_FORECAST: dates row 4 has 2026-01-27, 8 days after 2026-01-19 where 7 days are usual, give one row for each period or leave dates out',
    )
    expect(failure(kpiForecast, ...cells('2026-01-01', '2026-02-01', '2026-02-01', '2026-03-01'))).toBe(
      '#VALUE! KPI_FORECAST: dates row 3 has 2026-02-01, which another row has too, give one row for each period',
    )
  })

  test('that are missing beside a value are named', () => {
    expect(failure(kpiForecast, column(1, 2, 3), column('2026-01-01', null, '2026-03-01'))).toBe(
      '#VALUE! KPI_FORECAST: dates row 2 is blank beside a value',
    )
  })
})

test('a gap is refused, but not at the end', () => {
  expect(failure(kpiForecast, column('NPS', 10, 12, ' ', 13))).toBe(
    '#VALUE! KPI_FORECAST: values row 4 has no number, and others follow',
  )
  expect(failure(kpiForecast, column(10, 'n/a', 12, 13))).toContain('values row 2 has no number, and others follow')
  const blank = new Array<null>(5000).fill(null)
  expect(compute(kpiForecast, column('NPS', ...kpi, ...blank))).toEqual(compute(kpiForecast, values))
  expect(compute(kpiForecast, [kpi])).toEqual(compute(kpiForecast, values))
})

test('too few values are #N/A', () => {
  expect(failure(kpiForecast, column(1, 2))).toBe('#N/A KPI_FORECAST: needs 3 values, has 2')
  expect(failure(kpiForecast, 7)).toBe('#N/A KPI_FORECAST: needs 3 values, has 1')
  expect(failure(kpiForecast, column(1, 2, 3), null, 1, 'holt')).toBe(
    '#N/A KPI_FORECAST: needs 4 values for a trend, has 3',
  )
  expect(failure(kpiForecast, column(null, ''))).toBe('#N/A KPI_FORECAST: values has no values')
  expect(forecast(column(1, 2, 4))).toHaveLength(3)
})

test('wrong cells are named', () => {
  expect(failure(kpiForecast, column(1, 2, '3+', 4))).toBe(
    '#VALUE! KPI_FORECAST: values row 3 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(kpiForecast, values, column('2026-01-01'))).toBe(
    '#VALUE! KPI_FORECAST: values has 12 rows and dates has 1, select the same rows in both',
  )
  expect(failure(kpiForecast, column(1, 2, 3), column('2026-01-01', 'soon', '2026-03-01'))).toBe(
    '#VALUE! KPI_FORECAST: dates row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(kpiForecast, column(1, 2, 3), column('2026-01', '2026-02', '2026-03'))).toBe(
    '#VALUE! KPI_FORECAST: dates row 1 has “2026-01”, add a day: 2026-01-01',
  )
  expect(failure(kpiForecast, values, null, 0)).toBe('#VALUE! KPI_FORECAST: periods is 0, outside 1 to 1000')
  expect(failure(kpiForecast, values, null, 1.5)).toBe('#VALUE! KPI_FORECAST: periods is 1.5, not a whole number')
  expect(failure(kpiForecast, values, null, 3, 'seasonal')).toBe(
    '#VALUE! KPI_FORECAST: method is the text “seasonal”, use auto, simple or holt',
  )
  expect(failure(kpiForecast, values, null, 3, 'simple', 1.2)).toBe(
    '#VALUE! KPI_FORECAST: alpha is 1.2, outside 0 to 1',
  )
  expect(failure(kpiForecast, values, null, 3, 'simple', 0.2, 0.1)).toBe(
    '#VALUE! KPI_FORECAST: beta is 0.1, and method simple has no trend: leave it out',
  )
  expect(failure(kpiForecast, values, null, 3, 'holt', 0.2, -1)).toBe(
    '#VALUE! KPI_FORECAST: beta is -1, outside 0 to 1',
  )
  expect(failure(kpiForecast, values, null, 3, null, null, null, 95)).toBe(
    '#VALUE! KPI_FORECAST: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
})

test('dates that are all the same are one period, not several', () => {
  const dates = column('2026-01-15', '2026-01-15', '2026-01-15', '2026-01-15')
  expect(failure(kpiForecast, column(10, 50, 20, 40), dates)).toBe(
    '#VALUE! KPI_FORECAST: dates row 2 has 2026-01-15 like all others, give one row for each period',
  )
})

test('95% limits hold the next value of 12 in 92 to 98 of 100 cases, weights fitted', () => {
  const { uniform } = draws(5)
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  let inside = 0
  for (let round = 0; round < 600; round++) {
    let level = 100
    const series = Array.from({ length: 13 }, () => {
      const error = 5 * normal()
      const value = level + error
      level += 0.4 * error
      return value
    })
    const [first] = forecast(column(...series.slice(0, 12)), null, 1, 'simple')
    if (series[12]! >= Number(first![2]) && series[12]! <= Number(first![3])) inside++
  }
  expect(inside / 600).toBeGreaterThan(0.92)
  expect(inside / 600).toBeLessThan(0.98)
})
