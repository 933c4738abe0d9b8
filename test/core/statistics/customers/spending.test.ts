import { expect, test } from 'vitest'
import { expectedSpend, fitGammaGamma } from '../../../../core/statistics/customers/gammaGamma.ts'
import { learnSpending } from '../../../../core/statistics/customers/spending.ts'
import { expectClose } from '../../../close.ts'

const learn = (...rows: (readonly [frequency: number, mean: number])[]) =>
  learnSpending(
    Float64Array.from(rows, ([frequency]) => frequency),
    Float64Array.from(rows, ([, mean]) => mean),
  )

test('where customers differ it is the gamma-gamma model', () => {
  const rows = [
    [1, 12],
    [2, 35],
    [6, 150],
    [5, 41],
    [4, 20],
    [0, 0],
    [3, 33],
    [8, 30],
  ] as const
  const model = fitGammaGamma(
    Float64Array.from(rows, ([frequency]) => frequency),
    Float64Array.from(rows, ([, mean]) => mean),
  )
  const { perOrder, remark } = learn(...rows)
  expect(remark).toBe('')
  for (const [x, mean] of rows) expect(perOrder(x, mean)).toBe(expectedSpend(model, x, mean))
})

test('where all spend the same it is that amount, for those who never came back or were paid back too', () => {
  const { perOrder, remark, model } = learn([1, 9.99], [2, 9.99], [0, 0], [3, -5])
  expect([perOrder(2, 9.99), perOrder(0, 0), perOrder(3, -5)]).toEqual([9.99, 9.99, 9.99])
  expect(remark).toBe('all 2 customers who ordered again spend 9.99 per order')
  expect(model).toBeNull()
})

test('the rounding of means is no difference', () => {
  expect(learn([3, (0.1 + 0.2 + 0.3) / 3], [1, 0.2]).perOrder(0, 0)).toBe(0.2)
})

test('amounts that vary too little for a model are their mean over all repeat orders', () => {
  const { perOrder, remark, model } = learn([6, 20.02], [4, 20.01], [6, 19.98])
  const mean = (6 * 20.02 + 4 * 20.01 + 6 * 19.98) / 16
  expectClose([perOrder(6, 20.02), perOrder(0, 0)], [mean, mean], 1e-12)
  expect(remark).toBe('all 3 customers who ordered again spend about 20 per order')
  expect(model).toBeNull()
})

test('too few to learn from, or no model that fits, is nothing known, and said', () => {
  const few = learn([1, 12], [0, 0], [2, 0])
  expect(few.perOrder(1, 12)).toBeNaN()
  expect(few.remark).toBe('a model of spend needs 2 customers whose repeat orders came to more than 0, has 1')
})

test('a mean without end is known of those who ordered often, and said', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [1 + (i % 3), 2 ** (i % 20)] as const)
  const { perOrder, remark, model } = learn(...rows)
  expect(model!.q).toBeLessThan(1)
  expect(remark).toBe(`with q at ${model!.q}, not above 1, the mean spend of all customers has no end`)
  expect(perOrder(0, 0)).toBeNaN()
  expect(perOrder(50, 12)).toBeGreaterThan(0)
})
