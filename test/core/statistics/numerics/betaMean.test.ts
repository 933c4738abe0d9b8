import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaMean } from '../../../../core/statistics/numerics/betaMean.ts'
import { expectClose } from '../../../close.ts'

// 2F1(1, b; a + b; 1 / (1 + d)) to 17 digits, by mpmath with 50: the discounted lifetime of the shifted beta-geometric.
test.each([
  [0.668, 3.806, 0.1, 5.9225964076127642],
  [0.668, 3.806, 0.001, 53.002470676801412],
  [0.01, 0.02, 1e-6, 580925.90240225953],
  [1, 1, 0.05, 3.1967485596095941],
  [50, 2000, 0.01, 29.657565048354791],
  [2000, 0.05, 1, 1.0000125029686343],
  [0.001, 300, 0.0001, 9970.5428787776439],
  [1, 5, 1e-12, 127.73843891363977],
])('it is Gauss’s 2F1(1, %d + …) in the mean of a discounted lifetime: a %d, b %d, d %d', (a, b, d, expected) => {
  expectClose(
    betaMean(a, b)((p) => (1 + d) / (d + p)),
    expected,
  )
})

// c / (a - 1) (1 - 2F1(r, a - 1; c; -w)) with c = a + b - 1, by mpmath with 50 digits: the orders to come in BG/NBD.
test.each([
  [0.793, 4.426, 2.243, 0.9, 1.6854349739427239],
  [0.793, 2.426, 0.243, 1e-6, 2.4299996279515674e-7],
  [1.0000001, 5, 3.5, 2, 4.3100819027827549],
  [0.02, 500.05, 500.1, 3, 1475.0683783735249],
  [300, 5040, 42, 0.7, 14.290491460834272],
  [5, 0.01, 0.02, 1000, 0.1293268794591382],
  [0.3, 1.2, 11, 1e4, 4616.5059840792913],
  [2.5, 307, 350, 30, 204.67560197545346],
])('it is Gauss’s 2F1 in the mean of the orders to come: a %d, b %d, r %d, w %d', (a, b, r, w, expected) => {
  expectClose(
    betaMean(a, b)((p) => -Math.expm1(-r * Math.log1p(p * w)) / p),
    expected,
  )
})

// The oracle’s values (mpmath): by Euler’s integral 2F1(A, B; C; z) is the mean of (1 - p z)^-A over beta (B, C - B).
test.each([
  [2.426, 0.243, 2.219, 0.8983277283825494, 1.9373703025926534],
  [4.426, 2.243, 4.219, 0.4740258161752194, 4.57531589764369],
  [28.426, 26.243, 28.219, 0.5948703868945477, 23729177986.172176],
  [1, 10.806, 11.474, 0.999, 98.92823090118635],
])('it is 2F1(%d, %d; %d; %d) of num-hyp2f1', (A, B, C, z, expected) => {
  expectClose(
    betaMean(B, C - B)((_, q) => (1 - z + z * q) ** -A),
    expected,
  )
})

const parameter = fc.double({ min: -4, max: 6, noNaN: true }).map((log) => Math.exp(log))

test('the mean of p is a / (a + b), that of p (1 - p) is ab / ((a + b)(a + b + 1))', () => {
  fc.assert(
    fc.property(parameter, parameter, (a, b) => {
      const mean = betaMean(a, b)
      expectClose(
        mean((p) => p),
        a / (a + b),
      )
      expectClose(
        mean((p, q) => p * q),
        (a * b) / ((a + b) * (a + b + 1)),
      )
      expectClose(
        mean(() => 3),
        3,
      )
    }),
  )
})

test('p and 1 - p change places with a and b', () => {
  fc.assert(
    fc.property(parameter, parameter, (a, b) => {
      expectClose(
        betaMean(a, b)((p) => 1 / (0.1 + p)),
        betaMean(b, a)((_, q) => 1 / (0.1 + q)),
      )
    }),
  )
})

test('it is finite for parameters of any size', () => {
  for (const a of [1e-8, 1, 1e9]) {
    for (const b of [1e-8, 1, 1e9]) {
      const mean = betaMean(a, b)((p) => p)
      expect(mean).toBeGreaterThan(0)
      expect(mean).toBeLessThanOrEqual(1)
    }
  }
})

test('a distribution hardly wider than a point is its middle', () => {
  const mean = betaMean(1e14, 3e14)
  expectClose(
    mean((p) => p),
    0.25,
  )
  expectClose(
    mean((_, q) => q),
    0.75,
  )
})
