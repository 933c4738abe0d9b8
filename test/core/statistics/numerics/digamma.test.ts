import fc from 'fast-check'
import { test } from 'vitest'
import gammaln from '@stdlib/math-base-special-gammaln'
import { digamma } from '../../../../core/statistics/numerics/digamma.ts'
import { expectClose } from '../../../close.ts'

// By mpmath with 40 digits.
test.each([
  [1e-8, -100000000.57721565, 10000000000000001],
  [0.001, -1000.5755719318103, 1000001.6425331958],
  [0.243, -4.3510938644232107, 18.14177978709583],
  [1, -0.57721566490153286, 1.6449340668482264],
  [3.74, 1.1794793534628925, 0.30626810968956342],
  [11.999, 2.4425747743291192, 0.086909420732240824],
  [12, 2.442661679975812, 0.086901872871768391],
  [100.5, 4.6051743525818452, 0.0099999166695831027],
  [1e10, 23.025850929890457, 1.00000000005e-10],
])('digamma and trigamma of %d', (x, first, second) => {
  expectClose(digamma(x).first, first, 2e-15)
  expectClose(digamma(x).second, second, 2e-15)
})

test('they are the slope and the bend of the logarithm of the gamma function', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 50, noNaN: true }), (x) => {
      const h = 1e-3 * x
      const [low, middle, high] = [x - h, x, x + h].map((at) => gammaln(at)) as [number, number, number]
      const [down, up] = [x - h, x + h].map((at) => digamma(at).first) as [number, number]
      const { first, second } = digamma(x)
      expectClose((high - low) / (2 * h) + 10, first + 10, 1e-5)
      expectClose((up - down) / (2 * h), second, 1e-5)
      expectClose((high - 2 * middle + low) / (h * h), second, 1e-3)
    }),
  )
})
