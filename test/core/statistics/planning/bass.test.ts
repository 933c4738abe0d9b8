import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adoptedShare,
  adoptingShare,
  fitBass,
  peakPeriod,
  regressBass,
  type BassModel,
} from '../../../../core/statistics/planning/bass.ts'
import { expectClose } from '../../../close.ts'
import { runs } from '../../../properties.ts'

/** Sales in thousands: clothes dryers 1949 to 1961, colour televisions 1963 to 1970, as the literature reprints them. */
const dryers = Float64Array.of(106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236)
const televisions = Float64Array.of(747, 1480, 2646, 5118, 5777, 5982, 5962, 4631)

describe('the curve', () => {
  const model = { p: 0.03, q: 0.38, m: 1000 }

  // python3, mpmath with 40 digits: (1-exp(-(p+q)*t))/(1+q/p*exp(-(p+q)*t))
  test('F(t) and its differences are those of Bass to all digits', () => {
    expectClose(
      [1, 2, 10, 40].map((t) => adoptedShare(model, t)),
      [0.035758164256441626, 0.085056281402182154, 0.81280322122134617, 0.99999896906167725],
      1e-14,
    )
    expectClose(
      [1, 2, 10].map((t) => adoptingShare(model, t)),
      [0.035758164256441626, 0.049298117145740528, 0.072076114884870237],
      1e-14,
    )
    expectClose(adoptingShare({ p: 1e-9, q: 0.5, m: 1 }, 41), 0.12288476653120215, 1e-14)
  })

  test('the last to adopt are not lost in rounding', () => {
    expectClose(adoptingShare({ p: 0.02, q: 0.4, m: 1 }, 100), 6.3021621287827359e-18, 1e-13)
  })

  test('it solves dF/dt = (p + qF)(1 - F)', () => {
    const step = 1e-5
    for (const t of [0.5, 3, 7.2, 15]) {
      const slope = (adoptedShare(model, t + step) - adoptedShare(model, t - step)) / (2 * step)
      const share = adoptedShare(model, t)
      expectClose(slope, (model.p + model.q * share) * (1 - share), 1e-8)
    }
  })

  test('without imitation it is 1 - e^-pt, with the most adopters at the start', () => {
    const alone = { p: 0.2, q: 0, m: 1 }
    expectClose(adoptedShare(alone, 3), 1 - Math.exp(-0.6), 1e-14)
    expect(peakPeriod(alone)).toBe(1)
  })

  test('the peak period has the most adopters of all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (p, q) => {
          const model = { p, q, m: 1 }
          const peak = peakPeriod(model)
          const most = adoptingShare(model, peak)
          expect(most).toBeGreaterThanOrEqual(adoptingShare(model, peak + 1) * (1 - 1e-12))
          if (peak > 1) expect(most).toBeGreaterThanOrEqual(adoptingShare(model, peak - 1) * (1 - 1e-12))
        },
      ),
      { numRuns: runs() },
    )
  })
})

describe('least squares of Srinivasan and Mason', () => {
  const rates = ({ p, q, m }: BassModel) => [p, q, m]

  // Where the slopes of the squares are 0: python3, mpmath.findroot with 40 digits. R 4.2 nls(s ~ m * (F(p,q,t) - F(p,q,t-1)))
  // ends at the same p, q and m to its 7 digits: 0.01359624, 0.3267024, 16497.00 and 0.01846645, 0.6158633, 39658.62.
  test('clothes dryers and colour televisions', () => {
    expectClose(rates(fitBass(dryers, null)), [0.013596243358184751, 0.32670239400991274, 16497.004563323576], 1e-9)
    expectClose(
      rates(fitBass(televisions, null)),
      [0.018466445243879139, 0.61586334405593204, 39658.624487657214],
      1e-9,
    )
    expect(fitBass(dryers, null).converged).toBe(true)
    expectClose(fitBass(dryers, null).squares, 212777.440312647, 1e-9)
  })

  test('a known m stays, and few periods tell p and q', () => {
    expectClose(
      rates(fitBass(televisions.subarray(0, 4), 40000)),
      [0.010569877142359431, 0.80854699628681806, 40000],
      1e-9,
    )
    expectClose(rates(fitBass(televisions, 40000)), [0.018738720761944523, 0.60975158882387744, 40000], 1e-9)
  })

  test('adopters without imitation have a q of 0', () => {
    const adopters = Float64Array.from({ length: 9 }, (_, i) => 500 * (Math.exp(-0.3 * i) - Math.exp(-0.3 * (i + 1))))
    const { p, q, m, converged } = fitBass(adopters, null)
    expect(q).toBe(0)
    expectClose([p, m], [0.3, 500], 1e-9)
    expect(converged).toBe(true)
    // Falling faster and faster at first: no q above 0 comes nearer.
    expect(fitBass(Float64Array.of(100, 40, 20, 12, 9), null).q).toBe(0)
  })

  test('adopters that follow the model give it back', () => {
    const some = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(some(0.002, 0.1), some(0.15, 0.9), some(1, 1e6), some(1.1, 3), (p, q, m, beyond) => {
        const model = { p, q, m }
        const periods = Math.max(4, Math.ceil(beyond * peakPeriod(model)))
        const adopters = Float64Array.from({ length: periods }, (_, i) => m * adoptingShare(model, i + 1))
        const fit = fitBass(adopters, null)
        expectClose(rates(fit), [p, q, m], 1e-6)
        expect(fit.converged).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })

  test('it is a least, whatever the adopters: no step from there comes nearer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 12 }), (counts) => {
        const adopters = Float64Array.from(counts)
        fc.pre(adopters.some((count) => count > 0))
        const fit = fitBass(adopters, null)
        for (const value of [fit.p, fit.q, fit.m, fit.squares]) expect(Number.isFinite(value)).toBe(true)
        fc.pre(fit.converged && fit.limit === '')
        const squares = (model: BassModel) =>
          adopters.reduce((total, count, i) => total + (count - model.m * adoptingShare(model, i + 1)) ** 2, 0)
        expectClose(squares(fit), fit.squares, 1e-6)
        for (const factor of [0.99, 1.01]) {
          const slack = 1e-9 * (1 + fit.squares)
          expect(squares({ ...fit, p: fit.p * factor })).toBeGreaterThan(fit.squares - slack)
          expect(squares({ ...fit, q: fit.q * factor })).toBeGreaterThan(fit.squares - slack)
          expect(squares({ ...fit, m: fit.m * factor })).toBeGreaterThan(fit.squares - slack)
        }
      }),
      { numRuns: runs() },
    )
  })

  test('growth without an end has no m, and sales of one period no p', () => {
    for (const counts of [
      [1, 2, 4, 8, 16],
      [5, 5, 5, 5],
      [3, 9, 1, 7, 2, 8],
    ]) {
      expect(fitBass(Float64Array.from(counts), null).limit).toBe('m')
    }
    expect(fitBass(Float64Array.of(100, 0, 0, 0), null).limit).toBe('rate')
  })

  test('twice the adopters are twice the m', () => {
    const [one, two] = [
      fitBass(dryers, null),
      fitBass(
        dryers.map((count) => 2 * count),
        null,
      ),
    ]
    expectClose([two.p, two.q, two.m], [one.p, one.q, 2 * one.m], 1e-12)
  })
})

// Rscript -e 'Y<-cumsum(c(0,s))[1:length(s)]; f<-lm(s~Y+I(Y^2)); m<-(-b-sqrt(b*b-4*a*c))/(2*c); c(a/m,-m*c,m,summary(f)$r.squared)'
test('the regression of Bass (1969) is R’s lm', () => {
  const found = (adopters: Float64Array) => {
    const { p, q, m, squares } = regressBass(adopters)
    const mean = adopters.reduce((total, count) => total + count) / adopters.length
    return [p, q, m, 1 - squares / adopters.reduce((total, count) => total + (count - mean) ** 2, 0)]
  }
  expectClose(found(dryers), [0.01961482201829, 0.348141934258117, 15280.7632087104, 0.8958848062185], 1e-9)
  expectClose(found(televisions), [0.0356932803120471, 0.671931353772461, 35494.6446836269, 0.92786960002], 1e-9)
})
