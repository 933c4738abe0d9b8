import { expect, test } from 'vitest'
import { carriedOver, saturation, slopeByDecay } from '../../../../core/statistics/planning/carryOver.ts'
import { expectClose } from '../../../close.ts'

const spend = Float64Array.of(100, 0, 30, 0, 0, 250, 80)

// python3 -c "from scipy.signal import lfilter; print(lfilter([1],[1,-.7],[100,0,30,0,0,250,80]).tolist())"
test('carry-over is the recursive filter of scipy', () => {
  expectClose([...carriedOver(spend, 0.7, 1)], [100, 70, 79, 55.3, 38.71, 277.097, 273.9679], 1e-12)
})

test('carry-over is the sum of all spend so far, each times decay to the power of its age', () => {
  for (const decay of [0, 0.3, 0.95]) {
    const direct = spend.map((_, t) =>
      spend.reduce((all, amount, s) => (s > t ? all : all + amount * decay ** (t - s)), 0),
    )
    expectClose([...carriedOver(spend, decay, 1)], [...direct], 1e-12)
  }
})

test('its slope by decay is that of a small difference', () => {
  const at = (decay: number) => carriedOver(spend, decay, 1 - decay)
  const slope = slopeByDecay(spend, at(0.6), 0.6)
  const [less, more] = [at(0.6 - 1e-6), at(0.6 + 1e-6)]
  expectClose([...slope], [...slope.map((_, i) => (more[i]! - less[i]!) / 2e-6)], 1e-7)
})

test('saturation is x^s / (x^s + half^s), without running over', () => {
  for (const [x, half, shape] of [
    [3, 2, 1],
    [3, 2, 2.5],
    [1e-3, 50, 0.5],
  ] as const) {
    expectClose(saturation(x, half, shape), x ** shape / (x ** shape + half ** shape), 1e-14)
  }
  expect(saturation(0, 5, 3)).toBe(0)
  expect(saturation(1e300, 1e-9, 20)).toBe(1)
  expect(saturation(1e-300, 1e9, 20)).toBe(0)
})
