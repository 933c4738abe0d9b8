import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logRank, logRankChiSquare } from '../../../../core/statistics/customers/logRank.ts'
import { chiSquareP } from '../../../../core/statistics/inference/chiSquare.ts'
import { expectClose } from '../../../close.ts'

type Wait = readonly [time: number, ended: boolean]
const of = (...groups: (readonly Wait[])[]) =>
  groups.map((waits) => ({
    durations: Float64Array.from(waits, ([time]) => time),
    ended: Uint8Array.from(waits, ([, ended]) => (ended ? 1 : 0)),
  }))
const waits = (times: readonly number[], ended: readonly number[]): Wait[] =>
  times.map((time, i) => [time, ended[i] === 1])

// Weeks of remission; + in the paper is 0 here. Freireich and others, Blood 21(6), 1963.
const control = waits([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], new Array(21).fill(1))
const treated = waits(
  [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
)

// The contracts of the test of SURVIVAL_COMPARE.
const month = waits([1, 1, 2, 3, 4, 4, 6, 7], [1, 1, 1, 1, 1, 1, 0, 1])
const quarter = waits([2, 3, 5, 5, 6, 8, 9, 9], [1, 0, 1, 1, 1, 0, 1, 0])
const year = waits([4, 6, 7, 8, 9, 10, 11, 12], [0, 1, 0, 1, 1, 0, 1, 0])

test('the 6-MP trial of Freireich and others (1963) has chi-square 16.793, as in every textbook and in R survival', () => {
  // Rscript -e 'library(survival); s <- survdiff(Surv(weeks, relapse) ~ group, gehan)
  //   print(c(s$exp, s$chisq, pchisq(s$chisq, 1, lower = FALSE)), digits = 16); print(s$var, digits = 16)'
  const found = logRank(of(control, treated))
  expect(Array.from(found.events)).toEqual([21, 9])
  expectClose(Array.from(found.expected), [10.74949905196887, 19.25050094803113])
  const variance = 6.256960573675499
  expectClose(Array.from(found.covariance), [variance, -variance, -variance, variance])
  const { statistic, freedom } = logRankChiSquare(found)
  expect(freedom).toBe(1)
  expectClose(statistic, 16.79294098921653)
  expectClose(chiSquareP(statistic, freedom), 4.168809109334563e-5)
})

test('three groups agree with R survival', () => {
  // Rscript -e 'library(survival); t <- c(1,1,2,3,4,4,6,7, 2,3,5,5,6,8,9,9, 4,6,7,8,9,10,11,12)
  //   e <- c(1,1,1,1,1,1,0,1, 1,0,1,1,1,0,1,0, 0,1,0,1,1,0,1,0); g <- rep(1:3, each = 8)
  //   s <- survdiff(Surv(t, e) ~ g); print(s$exp, digits = 16); print(s$var, digits = 16)
  //   print(c(s$chisq, pchisq(s$chisq, 2, lower = FALSE)), digits = 16)'
  const found = logRank(of(month, quarter, year))
  expectClose(Array.from(found.expected), [2.580924630924631, 5.167657342657343, 8.251418026418028])
  expectClose(
    Array.from(found.covariance),
    [
      1.8590316916339331, -0.8442285736650642, -1.014803117968869, -0.8442285736650642, 3.1478701620524294,
      -2.303641588387365, -1.0148031179688695, -2.3036415883873653, 3.3184447063562346,
    ],
    1e-11,
  )
  const { statistic, freedom } = logRankChiSquare(found)
  expect(freedom).toBe(2)
  expectClose(statistic, 11.72805373274838, 1e-11)
  expectClose(chiSquareP(statistic, freedom), 0.00283978519175903, 1e-11)
})

const wait = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean())
const group = fc.array(wait, { minLength: 1, maxLength: 15 })

test('it is what the definition says, time by time', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
      const found = logRank(of(...groups))
      const times = new Set(groups.flat().flatMap(([time, ended]) => (ended ? [time] : [])))
      groups.forEach((own, g) => {
        let expected = 0
        let variance = 0
        for (const time of times) {
          const risk = (waits: readonly Wait[]) => waits.filter(([end]) => end >= time).length
          const all = risk(groups.flat())
          const events = groups.flat().filter(([end, ended]) => ended && end === time).length
          const part = risk(own) / all
          expected += events * part
          if (all > 1) variance += (events * part * (1 - part) * (all - events)) / (all - 1)
        }
        expect(found.expected[g]).toBeCloseTo(expected, 10)
        expect(found.covariance[g * groups.length + g]).toBeCloseTo(variance, 10)
      })
      const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
      expect(total(found.expected)).toBeCloseTo(total(found.events), 10)
    }),
  )
})

test('the order of the groups does not matter, nor the unit of time', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
      const one = logRankChiSquare(logRank(of(...groups)))
      const stretched = groups.map((waits) => waits.map(([time, ended]): Wait => [30 * time, ended]))
      for (const other of [groups.slice().reverse(), stretched]) {
        const { statistic, freedom } = logRankChiSquare(logRank(of(...other)))
        expect(freedom).toBe(one.freedom)
        expect(statistic).toBeCloseTo(one.statistic, 7)
      }
    }),
  )
})

describe('groups that cannot be compared', () => {
  test('have no freedom where nobody has the event', () => {
    expect(logRankChiSquare(logRank(of([[3, false]], [[4, false]])))).toEqual({ statistic: 0, freedom: 0 })
  })

  test('have none where they were never observed together', () => {
    const found = logRank(
      of(
        [
          [1, false],
          [2, false],
        ],
        [
          [3, true],
          [4, true],
        ],
      ),
    )
    expect(Array.from(found.expected)).toEqual([0, 2])
    expect(logRankChiSquare(found)).toEqual({ statistic: 0, freedom: 0 })
  })

  test('are passed over beside others: the test is that of the others', () => {
    const gone: Wait[] = [
      [0, false],
      [0.5, false],
    ]
    const found = logRankChiSquare(logRank(of(control, gone, treated)))
    expect(found.freedom).toBe(1)
    expectClose(found.statistic, 16.79294098921653)
  })
})
