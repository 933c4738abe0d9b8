import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted, forecasts, smoothed, triedOn, type Smoothing } from '../../../../core/statistics/time/smoothing.ts'
import { expectClose } from '../../../close.ts'

const free = { alpha: null, beta: null }
const kpi = Float64Array.of(31, 34, 33, 38, 41, 44, 43, 47, 50, 49, 53, 56)
/** Population of the United States, in millions: the data uspop of R. */
const people = Float64Array.of(
  ...[3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2],
  ...[62.9, 76, 92, 105.7, 122.8, 131.7, 151.3, 179.3, 203.2],
)
/** The Nile at Aswan from 1871: the first of the data Nile of R. */
const nile = Float64Array.of(
  ...[1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140],
  ...[995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140],
)
/** Oil production of Saudi Arabia 1996-2007, Hyndman and Athanasopoulos, “Forecasting: Principles and Practice”, 2013, 7.1. */
const oil = Float64Array.of(
  ...[446.6565, 454.4733, 455.663, 423.6322, 456.2713, 440.5881],
  ...[425.3325, 485.1494, 506.0482, 526.792, 514.2689, 494.211],
)

describe('with given weights', () => {
  test('the level is the book’s 484.8 for the oil of Saudi Arabia, and R’s to all digits', () => {
    // Rscript -e 'm <- HoltWinters(oil, alpha = .2, beta = FALSE, gamma = FALSE); print(c(m$SSE, predict(m, 1)), digits = 17)'
    const found = smoothed(oil, 'simple', { alpha: 0.2, beta: 0 })
    expectClose([found.squares, found.level], [12391.754880859531, 484.80246538161776])
    expect([found.trend, found.errors]).toEqual([0, 11])
  })

  test('level and trend agree with HoltWinters of R', () => {
    // Rscript -e 'm <- HoltWinters(c(31,34,33,38,41,44,43,47,50,49,53,56), alpha = .8, beta = .2, gamma = FALSE)
    //   print(m$SSE, digits = 17); print(predict(m, 5), digits = 17)'
    const found = smoothed(kpi, 'holt', { alpha: 0.8, beta: 0.2 })
    expectClose(found.squares, 50.061556530134467)
    expectClose(
      forecasts(found, 5).map(({ value }) => value),
      [58.156257213462396, 60.526475808147389, 62.896694402832381, 65.266912997517366, 67.637131592202365],
    )
    expect(found.errors).toBe(10)
    // Rscript -e 'm <- HoltWinters(uspop, alpha = .9, beta = .6, gamma = FALSE); print(c(m$SSE, predict(m, 3)), digits = 17)'
    const grown = smoothed(people, 'holt', { alpha: 0.9, beta: 0.6 })
    expectClose(
      [grown.squares, ...forecasts(grown, 3).map(({ value }) => value)],
      [333.23772451033, 227.0329047427704, 251.10684398879394, 275.18078323481745],
    )
  })

  test('it is the textbook’s weighted mean: each value counts 1 - alpha of the one after it', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 30 })
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, alpha) => {
        const { level } = smoothed(Float64Array.from(list), 'simple', { alpha, beta: 0 })
        const last = list.length - 1
        const mean = list.reduce((sum, value, i) => {
          const weight = i === 0 ? (1 - alpha) ** last : alpha * (1 - alpha) ** (last - i)
          return sum + weight * value
        }, 0)
        expect(level).toBeCloseTo(mean, 9)
      }),
    )
  })

  test('a straight line is forecast exactly, whatever the weights', () => {
    const weight = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -9, max: 9 }),
        weight,
        weight,
        (from, by, alpha, beta) => {
          const line = Float64Array.from({ length: 8 }, (_, i) => from + i * by)
          const found = smoothed(line, 'holt', { alpha, beta })
          expect(found.squares).toBe(0)
          expect(forecasts(found, 3).map(({ value }) => value)).toEqual([8, 9, 10].map((i) => from + i * by))
        },
      ),
    )
  })
})

describe('fitted weights', () => {
  test('are those of least squares, as HoltWinters of R finds them', () => {
    // Rscript -e 'm <- HoltWinters(uspop, gamma = FALSE); print(c(m$SSE, m$alpha, m$beta, predict(m, 3)), digits = 17)'
    const grown = fitted(people, 'holt', free)
    expectClose(grown.squares, 299.58250314788364)
    // R stops when the sum of squares no longer falls, and so half as many digits from the lowest place.
    expectClose([grown.alpha, grown.beta], [1, 0.7709063600371342], 1e-7)
    expectClose(
      forecasts(grown, 3).map(({ value }) => value),
      [227.49043569273789, 251.78087138547576, 276.07130707821364],
      1e-9,
    )
    // Rscript -e 'm <- HoltWinters(Nile[1:20], gamma = FALSE, beta = FALSE); print(c(m$SSE, m$alpha), digits = 17)'
    const river = fitted(nile, 'simple', free)
    expectClose([river.squares, river.alpha], [423229.8638066398, 0.083419433522183076], 1e-3)
    expect(river.squares).toBeLessThanOrEqual(423229.8638066398 * (1 + 1e-12))
    // The same with a trend.
    expect(fitted(nile, 'holt', free).squares).toBeLessThanOrEqual(496552.70702936128 * (1 + 1e-12))
    // Rscript -e 'm <- HoltWinters(kpi, gamma = FALSE)': SSE 33.023319032297515 at alpha 0.17706749200612146, beta 1.
    const own = fitted(kpi, 'holt', free)
    expect(own.squares).toBeLessThanOrEqual(33.023319032297515)
    expectClose([own.squares, own.alpha], [33.023319032297515, 0.17706749200612146], 1e-4)
    expect(own.beta).toBe(1)
  })

  test('are no worse than any of a fine grid', () => {
    const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 4, maxLength: 25 })
    fc.assert(
      fc.property(values, fc.constantFrom<Smoothing>('simple', 'holt'), (list, method) => {
        const known = Float64Array.from(list)
        const { squares } = fitted(known, method, free)
        for (let a = 0; a <= 25; a++) {
          for (let b = 0; b <= (method === 'holt' ? 25 : 0); b++) {
            const there = smoothed(known, method, { alpha: a / 25, beta: b / 25 }).squares
            expect(squares).toBeLessThanOrEqual(there * (1 + 1e-9) + 1e-9)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('that are given stay, and only the other one is fitted', () => {
    const found = fitted(kpi, 'holt', { alpha: 0.3, beta: null })
    expect(found.alpha).toBe(0.3)
    for (let b = 0; b <= 100; b++) {
      expect(found.squares).toBeLessThanOrEqual(
        smoothed(kpi, 'holt', { alpha: 0.3, beta: b / 100 }).squares * (1 + 1e-12),
      )
    }
    expect(fitted(kpi, 'holt', { alpha: null, beta: 0.1 }).beta).toBe(0.1)
    expect(fitted(kpi, 'holt', { alpha: 0.8, beta: 0.2 })).toEqual(smoothed(kpi, 'holt', { alpha: 0.8, beta: 0.2 }))
    expect(fitted(kpi, 'simple', { alpha: 0.8, beta: 0.2 })).toEqual(smoothed(kpi, 'simple', { alpha: 0.8, beta: 0 }))
  })

  test('do not depend on the unit, nor on where zero is', () => {
    const { alpha, beta, level } = fitted(kpi, 'holt', free)
    const other = fitted(
      kpi.map((value) => 1000 * value - 7),
      'holt',
      free,
    )
    expectClose([other.alpha, other.beta, other.level], [alpha, beta, 1000 * level - 7], 1e-9)
  })

  test('of values that are all alike are any, and the forecast is the same value', () => {
    const flat = Float64Array.of(5, 5, 5, 5, 5)
    for (const method of ['simple', 'holt'] as const) {
      const found = fitted(flat, method, free)
      expect([found.level, found.trend, found.squares]).toEqual([5, 0, 0])
    }
  })
})

describe('the standard errors of forecasts', () => {
  test('grow as in predict of R, from the mean square of the errors of one period', () => {
    // Rscript -e 'm <- HoltWinters(kpi, alpha = .8, beta = .2, gamma = FALSE); p <- predict(m, 5, prediction.interval = TRUE)
    //   print((p[, 2] - p[, 1]) / sqrt(var(residuals(m))) / qnorm(.975), digits = 17)', and with alpha = .3, beta = FALSE
    const z = 1.959963984540054
    const errors = forecasts(smoothed(kpi, 'holt', { alpha: 0.8, beta: 0.2 }), 5).map(({ error }) => error)
    expectClose(
      errors,
      [1.9599639845400536, 2.7169371118680345, 3.4929175791198572, 4.3005022202470498, 5.143925384075974].map(
        (half) => (half / z) * Math.sqrt(50.061556530134467 / 10),
      ),
    )
    const level = forecasts(smoothed(kpi, 'simple', { alpha: 0.3, beta: 0 }), 3).map(({ error }) => error)
    expectClose(
      level,
      [1.9599639845400545, 2.0462624745023796, 2.1290658534716731].map(
        (half) => (half / z) * Math.sqrt(431.37747554596194 / 11),
      ),
    )
  })
})

describe('the trial on the last third of the values', () => {
  test('forecasts them from those before, all at once', () => {
    // Rscript -e 'k <- kpi[1:8]; h <- kpi[9:12]; e <- function(f) sum(abs(h - f)) / sum(h)
    //   print(c(e(predict(HoltWinters(k, alpha = .5, beta = .3, gamma = FALSE), 4)),
    //     e(predict(HoltWinters(k, alpha = .5, beta = FALSE, gamma = FALSE), 4)), e(k[8])), digits = 17)'
    const trial = triedOn(kpi, { alpha: 0.5, beta: 0.3 })!
    expect([trial.count, trial.size]).toEqual([4, 208])
    expectClose(
      [trial.holt, trial.simple, trial.repeated].map((missed) => missed / trial.size),
      [0.019230769230769197, 0.14378004807692307, 0.096153846153846159],
    )
  })

  test('takes 2 values at least and 12 at most', () => {
    expect(triedOn(kpi.subarray(0, 5), free)).toBeNull()
    expect(triedOn(kpi.subarray(0, 6), free)!.count).toBe(2)
    expect(
      triedOn(
        Float64Array.from({ length: 60 }, (_, i) => i % 7),
        free,
      )!.count,
    ).toBe(12)
  })
})
