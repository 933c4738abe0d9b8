import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffInDiff } from '../../../../core/metrics/experiments/diffInDiff.ts'
import { tOf } from '../../../../core/statistics/inference/studentT.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const measured = (...cells: unknown[]): unknown[] => (compute(diffInDiff, ...cells) as unknown[][])[1]!
const alone = 'means alone: limits and p_value need the rows behind them'

/** So many ones of so many rows. */
const flags = (ones: number, rows: number): unknown[][] =>
  column(...new Array<number>(ones).fill(1), ...new Array<number>(rows - ones).fill(0))

test('it agrees with Card and Krueger (1994): the means of their table 3 give 2.75', () => {
  expectClose(compute(diffInDiff, 20.44, 21.03, 23.33, 21.17), [
    ['effect', 'low', 'high', 'p_value', 'verdict'],
    [2.75, '', '', '', alone],
  ])
})

test('rates of a pilot: 0.060, with the error of four independent shares', () => {
  const groups = [
    [340, 400],
    [372, 410],
    [330, 395],
    [333, 400],
  ] as const
  const [effect, low, high, p, verdict] = measured(...groups.map(([ones, rows]) => flags(ones, rows))) as number[]
  expectClose(effect, 0.060260111145415254, 1e-11)
  // By mpmath, with n - 1; with n, as shares are often taken, the error is 0.0349357876566 instead of 0.0349795180213.
  expectClose([low, high, p], [-0.0083525346022128867, 0.12887275689304339, 0.085139381846074927], 1e-10)
  expect(verdict).toBe('no clear effect: the margin is wider than the effect')
  const share = (ones: number, rows: number) => ones / rows
  const binomial = Math.sqrt(
    groups.reduce((sum, [ones, rows]) => sum + (share(ones, rows) * (1 - share(ones, rows))) / rows, 0),
  )
  expectClose(binomial, 0.03493578765662745)
  const error = (high! - low!) / 2 / tOf(0.95, 1536.4449254685086)
  const sum = groups.reduce((sum, [ones, rows]) => sum + (share(ones, rows) * (1 - share(ones, rows))) / (rows - 1), 0)
  expectClose(error, Math.sqrt(sum), 1e-10)
})

test('a trend that both groups share has no effect', () => {
  const before = column(1, 2, 3, 4)
  const after = column(6, 7, 8, 9)
  expectClose(measured(before, after, before, after).slice(0, 1), [0])
})

const rows = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 })
const four = fc.tuple(rows, rows, rows, rows)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('the effect is the change of one mean minus that of the other; limits lie around it', () => {
  fc.assert(
    fc.property(four, fc.constantFrom(0.8, 0.95, 0.99), (groups, confidence) => {
      const [effect, low, high, p, verdict] = measured(...groups.map((group) => column(...group)), confidence) as [
        number,
        number,
        number,
        number,
        string,
      ]
      const [a, b, c, d] = groups.map(mean) as [number, number, number, number]
      expect(effect).toBeCloseTo(b - a - (d - c), 9)
      // Nothing varies within a group.
      if (groups.every((group) => group.every((value) => value === group[0]))) {
        expect([low, high, p]).toEqual(['', '', ''])
        return
      }
      expect((low + high) / 2).toBeCloseTo(effect, 9)
      const clear = low > 0 || high < 0
      if (Math.min(Math.abs(low), Math.abs(high)) > 1e-9) expect(p < 1 - confidence).toBe(clear)
      expect(verdict.startsWith('clear')).toBe(clear)
    }),
  )
})

test('it is one regression: the error is that of least squares when all groups vary alike', () => {
  // Residuals -1, 0, 1 in each group of 3: the pooled variance is 8/8, the error √(4/3), with 8 degrees of freedom.
  const around = (centre: number) => column(centre - 1, centre, centre + 1)
  const [effect, low, high] = measured(around(10), around(15), around(7), around(9)) as number[]
  const half = 2.306004135204166 * Math.sqrt(4 / 3)
  expectClose([effect, low, high], [3, 3 - half, 3 + half], 1e-11)
})

test('rows may come in any order, money scales, and a constant added to everything cancels out', () => {
  fc.assert(
    fc.property(four, (groups) => {
      const base = measured(...groups.map((group) => column(...group)))
      if (base[1] === '') return
      const changed = measured(...groups.map((group) => column(...group.map((value) => value * 4 + 1000)).reverse()))
      expect(changed[4]).toBe(base[4])
      for (const i of [0, 1, 2]) expect(changed[i] as number).toBeCloseTo(4 * (base[i] as number), 7)
      expect(changed[3] as number).toBeCloseTo(base[3] as number, 9)
    }),
  )
})

test('treated and control exchanged turn the sign, and so does a change backwards', () => {
  const [a, b, c, d] = [column(1, 5, 3), column(9, 4, 8, 8), column(2, 2, 5), column(1, 4, 4)]
  const [effect, low, high, p] = measured(a, b, c, d) as number[]
  expectClose(measured(c, d, a, b).slice(0, 4), [-effect!, -high!, -low!, p])
  expectClose(measured(b, a, d, c).slice(0, 4), [-effect!, -high!, -low!, p])
})

test('the verdict names the way the effect goes', () => {
  const [low, high, flat] = [column(1, 2, 3), column(11, 12, 13), column(5, 6, 7)]
  expect(measured(low, high, flat, flat)[4]).toBe('clear increase')
  expect(measured(high, low, flat, flat)[4]).toBe('clear decrease')
  expect(measured(flat, flat, flat, flat)[4]).toBe('no clear effect: the margin is wider than the effect')
})

test('where the values of each group are all alike there is nothing to test with', () => {
  const verdict = 'cannot be tested: the values of each group are all alike'
  expect(measured(column(1, 1), column(3, 3), column(2, 2), column(2, 2))).toEqual([2, '', '', '', verdict])
})

test('headers, blank cells and words are skipped; a blank confidence is 95 %', () => {
  const clean = measured(column(1, 2), column(4, 6), column(1, 3), column(2, 2))
  const found = measured(column('Before', 1, null, 2), column('n/a', 4, ' ', 6), [[1, 3]], column(2, '', 2), '')
  expect(found).toEqual(clean)
})

test('a mean beside rows has too little to go by', () => {
  expect(failure(diffInDiff, column(1, 2), column(4, 6), column(1, 3), 2)).toBe(
    '#N/A DIFF_IN_DIFF: control_after needs 2 values, has 1; give rows in all four, or one mean in each',
  )
  expect(failure(diffInDiff, 1, column(4, 6), column(1, 3), column(2, 4))).toContain('treated_before needs 2 values')
  expect(failure(diffInDiff, 1, 2, 3, column(null))).toBe('#N/A DIFF_IN_DIFF: control_after has no numbers')
})

test('wrong cells are named', () => {
  expect(failure(diffInDiff, column(1, '2+'), column(4, 6), column(1, 3), column(2, 2))).toBe(
    '#VALUE! DIFF_IN_DIFF: treated_before row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(diffInDiff, column(1, '2'), column(4, 6), column(1, 3), column(2, 2))).toEqual(
    compute(diffInDiff, column(1, 2), column(4, 6), column(1, 3), column(2, 2)),
  )
  expect(failure(diffInDiff, 1, 2, 3)).toBe('#VALUE! DIFF_IN_DIFF: control_after is missing')
  expect(failure(diffInDiff, 1, 2, 3, 4, 1)).toBe('#VALUE! DIFF_IN_DIFF: confidence is 1, outside 0.5 to 0.9999')
})
