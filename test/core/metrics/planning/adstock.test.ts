import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adstock } from '../../../../core/metrics/planning/adstock.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const values = (...cells: unknown[]) => (compute(adstock, ...cells) as number[][]).map(([value]) => value!)
const spend = column(100, 0, 30, 0, 0, 250, 80)

// python3 -c "from scipy.signal import lfilter; print(lfilter([1],[1,-.7],[100,0,30,0,0,250,80]).tolist())"
test('each period has its own spend and decay times what worked before', () => {
  expectClose(values(spend, 0.7), [100, 70, 79, 55.3, 38.71, 277.097, 273.9679])
})

test('a half_life is the decay after which half is left', () => {
  expectClose(values(column(80, 0, 0, 0, 0), null, 2), [80, 80 * Math.SQRT1_2, 40, 40 * Math.SQRT1_2, 20])
  expectClose(values(spend, null, Math.log(0.5) / Math.log(0.7)), values(spend, 0.7))
})

test('with mean the parts of a spend add up to itself, and steady spend stays', () => {
  const [first, ...rest] = values(column(100, ...Array.from({ length: 400 }, () => 0)), 0.9, null, 'mean')
  expectClose([first, rest.reduce((all, value) => all + value, 0)], [10, 90])
  expectClose(values(column(...Array.from({ length: 400 }, () => 70)), 0.9, null, 'mean').pop(), 70)
})

test('a decay of 0 carries nothing over', () => {
  expect(values(spend, 0)).toEqual([100, 0, 30, 0, 0, 250, 80])
})

test('the adstock of two columns together is the sum of both', () => {
  const amounts = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 0.99, noNaN: true }), (pairs, decay) => {
      const of = (pick: (pair: [number, number]) => number) => values(column(...pairs.map(pick)), decay)
      const [one, other] = [of(([a]) => a), of(([, b]) => b)]
      expectClose(
        of(([a, b]) => a + b),
        one.map((value, i) => value + other[i]!),
        1e-9,
      )
    }),
  )
})

test('values stand beside the rows, under a title where there is a header; blank rows at the end have none', () => {
  expect(compute(adstock, column('Spend', 100, 20), 0.5)).toEqual([['adstock'], [100], [70]])
  expect(compute(adstock, column(100, 20, ...Array.from({ length: 2000 }, () => null)), 0.5)).toEqual([[100], [70]])
  expect(compute(adstock, [[100, 20, 0]], 0.5)).toEqual([[100, 70, 35]])
  expect(compute(adstock, 100, 0.5)).toBe(100)
})

test('a period without a number is refused, whatever stands there', () => {
  const sentence = '#VALUE! ADSTOCK: spend row 2 has no number, write 0 if there is none'
  for (const gap of [null, '', '  ', 'n/a', true]) expect(failure(adstock, column(100, gap, 40), 0.5)).toBe(sentence)
  expect(failure(adstock, column('Spend', 100, null, 40), 0.5)).toContain('spend row 3 has no number')
})

test('wrong cells and options are named', () => {
  expect(failure(adstock, column(100, -1), 0.5)).toBe('#VALUE! ADSTOCK: spend row 2 has -1, below 0')
  expect(failure(adstock, spend)).toBe('#VALUE! ADSTOCK: decay is missing, give it or half_life')
  expect(failure(adstock, spend, 0.5, 2)).toBe('#VALUE! ADSTOCK: decay and half_life say the same, give one')
  expect(failure(adstock, spend, 1)).toBe('#VALUE! ADSTOCK: decay is 1, outside 0 to 0.9999')
  expect(failure(adstock, spend, 50)).toBe('#VALUE! ADSTOCK: decay is 50, outside 0 to 0.9999, write 50% or 0.5')
  expect(failure(adstock, spend, null, 0)).toBe('#VALUE! ADSTOCK: half_life is 0, below 0.01')
  expect(failure(adstock, spend, 0.5, null, 'sum')).toBe('#VALUE! ADSTOCK: weights is the text “sum”, use full or mean')
  expect(failure(adstock)).toBe('#VALUE! ADSTOCK: spend is missing')
})
