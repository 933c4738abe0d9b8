import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanTest } from '../../../../core/metrics/experiments/meanTest.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['mean_a', 'mean_b', 'count_a', 'count_b', 'difference', 'lift', 'low', 'high', 'p_value', 'verdict']
const tested = (...cells: unknown[]): unknown[] => {
  const table = compute(meanTest, ...cells) as unknown[][]
  expect(table[0]).toEqual(header)
  expect(table).toHaveLength(2)
  return table[1]!
}

// Hours of sleep that ten people won with two medicines: Student, Biometrika 6(1), 1908.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('it agrees with t.test of R, which does not take the variances for one', () => {
  // R: t.test(b, a)
  expectClose(
    tested(column(...first), column(...second)),
    [
      0.75,
      2.33,
      10,
      10,
      1.58,
      1.58 / 0.75,
      -0.20548323071171018,
      3.3654832307117104,
      0.079394140187358173,
      "no clear difference (Welch's t test)",
    ],
    1e-10,
  )
  // R: t.test(b, a, conf.level = 0.9)
  const [, , , , , , low, high, , verdict] = tested(column(...first), column(...second), 'independent', 0.9)
  expectClose([low, high], [0.10661850266839384, 3.0533814973316065], 1e-10)
  expect(verdict).toBe("B is higher (Welch's t test)")
})

test('pairs agree with t.test of R', () => {
  // R: t.test(b, a, paired = TRUE)
  const [, , countA, countB, difference, , low, high, p, verdict] = tested(
    column(...first),
    column(...second),
    'paired',
  )
  expect([countA, countB]).toEqual([10, 10])
  expectClose([difference, low, high, p], [1.58, 0.70011423672301754, 2.4598857632769824, 0.0028328901973842702], 1e-10)
  expect(verdict).toBe('B is higher (paired t test)')
})

test('A may be the higher one', () => {
  expect(tested(column(...second), column(...first), 'paired')[9]).toBe('A is higher (paired t test)')
})

test('independent samples may differ in size, and lie anywhere', () => {
  const row = tested([[1, 2, 3, 4]], column('Amount', 5, null, 7))
  expect(row.slice(0, 5)).toEqual([2.5, 6, 4, 2, 3.5])
})

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 12 })
const varied = values.filter((all) => new Set(all).size > 1)

test('exchanging the samples turns the signs and the name, and nothing else', () => {
  fc.assert(
    fc.property(varied, varied, (a, b) => {
      const there = tested(column(...a), column(...b))
      const back = tested(column(...b), column(...a))
      expect([back[0], back[1], back[2], back[3]]).toEqual([there[1], there[0], there[3], there[2]])
      expect(back[4] as number).toBeCloseTo(-(there[4] as number), 9)
      expect(back[6] as number).toBeCloseTo(-(there[7] as number), 6)
      expect(back[8] as number).toBeCloseTo(there[8] as number, 9)
      const turned = { A: 'B is', B: 'A is' }
      expect(back[9]).toBe(String(there[9]).replace(/^([AB]) is/, (_, name: 'A' | 'B') => turned[name]))
    }),
  )
})

test('the verdict follows p_value and the limits', () => {
  fc.assert(
    fc.property(varied, varied, fc.constantFrom(0.8, 0.95, 0.99), (a, b, confidence) => {
      const [, , , , difference, , low, high, p, verdict] = tested(column(...a), column(...b), '', confidence)
      fc.pre(Math.abs((p as number) - (1 - confidence)) > 1e-9)
      const isClear = (p as number) < 1 - confidence
      expect((low as number) > 0 || (high as number) < 0).toBe(isClear)
      expect(String(verdict).startsWith('no clear')).toBe(!isClear)
      if (isClear) expect(String(verdict).startsWith((difference as number) > 0 ? 'B' : 'A')).toBe(true)
    }),
  )
})

test('pairs that add the same to everybody find what the values hide', () => {
  const [before, after] = [column(10, 200, 3000, 40), column(11, 202, 3001, 42)]
  expect(tested(before, after)[9]).toBe("no clear difference (Welch's t test)")
  expect(tested(before, after, 'paired')[9]).toBe('B is higher (paired t test)')
})

test('a visitor who bought nothing is 0, and a blank cell is no visitor', () => {
  const [meanA, , countA] = tested(column(0, 30, 0, 50), column(0, 0, 60, 10))
  expect([meanA, countA]).toEqual([20, 4])
  const [meanOfBuyers, , buyers] = tested(column(null, 30, ' ', 50, ''), column(0, 0, 60, 10))
  expect([meanOfBuyers, buyers]).toEqual([40, 2])
})

test('a pair with a blank, in any spelling, or with a word is left out of both', () => {
  const [a, b] = [column('Before', 12, 9, null, 15, 11, 'n/a'), column('After', 10, ' ', 7, 8, 8, 5)]
  expect(tested(a, b, 'paired')).toEqual(tested(column(12, 15, 11), column(10, 8, 8), 'paired'))
})

test('whole columns are read down to their last value', () => {
  const blank = new Array<null>(5000).fill(null)
  for (const design of ['independent', 'paired']) {
    const whole = tested(column('A', ...first, ...blank), column('B', ...second, ...blank), design)
    expect(whole).toEqual(tested(column(...first), column(...second), design))
  }
})

test('a million values are read at once', () => {
  const many = Array.from({ length: 1e6 }, (_, i) => [i % 7])
  expect(tested(many, many.slice(0, 5e5))[2]).toBe(1e6)
})

test('without lift there is no lift: a mean of 0 or below', () => {
  expect(tested(column(-1, 1), column(3, 4))[5]).toBe('')
  expect(tested(column(-1, -2), column(3, 4))[5]).toBe('')
})

test('values without spread have nothing to be tested by', () => {
  expect(tested(column(5, 5), column(7, 7, 7)).slice(4)).toEqual([
    2,
    0.4,
    '',
    '',
    '',
    'cannot be tested: the values of each sample are all alike',
  ])
  expect(tested(column(0.1, 0.2, 0.3), column(0.2, 0.3, 0.4), 'paired')[9]).toBe(
    'cannot be tested: all pairs differ by the same',
  )
  expect(failure(meanTest, column(5, 5), column(5, 5, 5))).toBe(
    '#DIV/0! MEAN_TEST: all values of both samples are alike, so there is nothing to compare',
  )
  expect(failure(meanTest, column(5, 6), column(5, 6), 'paired')).toBe(
    '#DIV/0! MEAN_TEST: both values of every pair are alike, so there is nothing to compare',
  )
  expect(failure(meanTest, column(0, 0), column(0, 0))).toContain('all values of both samples are alike')
})

test('two values of each are needed, or two pairs', () => {
  expect(failure(meanTest, column(5, 6), 7)).toBe('#N/A MEAN_TEST: values_b needs 2 values, has 1')
  expect(failure(meanTest, 5, column(5, 6))).toBe('#N/A MEAN_TEST: values_a needs 2 values, has 1')
  expect(failure(meanTest, column(5, null), column(5, 6), 'paired')).toBe(
    '#N/A MEAN_TEST: needs 2 complete pairs, has 1',
  )
  expect(failure(meanTest, column(null, ''), column(5, 6))).toBe('#N/A MEAN_TEST: values_a has no numbers')
  expect(failure(meanTest, column(null, 5), column(5, null), 'paired')).toBe(
    '#N/A MEAN_TEST: values_a and values_b have no complete row',
  )
})

test('pairs stand beside each other', () => {
  expect(failure(meanTest, column(1, 2, 3), column(1, 2), 'paired')).toBe(
    '#VALUE! MEAN_TEST: values_a has 3 rows and values_b has 2, select the same rows in both',
  )
  expect(failure(meanTest, column('A', 1, 2), column(1, 2, 3), 'paired')).toBe(
    '#VALUE! MEAN_TEST: values_a begins with a header and values_b does not, select the same rows in both',
  )
})

test('wrong cells are named', () => {
  expect(failure(meanTest, column(1, '2+'), column(1, 2))).toBe(
    '#VALUE! MEAN_TEST: values_a row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(meanTest, column(1, 2), column(1, '2+'), 'paired')).toBe(
    '#VALUE! MEAN_TEST: values_b row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(meanTest, column(1, 2), column(1, 2), 'pairs')).toBe(
    '#VALUE! MEAN_TEST: design is the text “pairs”, use independent or paired',
  )
  expect(failure(meanTest, column(1, 2), column(1, 3), '', 95)).toBe(
    '#VALUE! MEAN_TEST: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
  expect(failure(meanTest, column(1, 2))).toBe('#VALUE! MEAN_TEST: values_b is missing')
  expect(compute(meanTest, column(1, '2'), column(1, 3))).toEqual(compute(meanTest, column(1, 2), column(1, 3)))
})

test('numbers too large to be squared have no answer', () => {
  expect(failure(meanTest, column(1e200, -1e200), column(1, 2))).toContain('#NUM!')
})
