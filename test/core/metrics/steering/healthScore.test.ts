import fc from 'fast-check'
import { expect, test } from 'vitest'
import { healthScore } from '../../../../core/metrics/steering/healthScore.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('where higher is better it is how much of the target is reached, at most all', () => {
  expect(compute(healthScore, 40, 50, 'higher')).toBe(80)
  expect(compute(healthScore, 50, 50, 'higher')).toBe(100)
  expect(compute(healthScore, 70, 50, 'higher')).toBe(100)
  expect(compute(healthScore, 0, 50, 'higher')).toBe(0)
})

test('where lower is better it is the target as a share of the value, at most all', () => {
  expectClose(compute(healthScore, 3, 2.4, 'lower'), 80)
  expect(compute(healthScore, 2.4, 2.4, 'lower')).toBe(100)
  expect(compute(healthScore, 1, 2.4, 'lower')).toBe(100)
  expect(compute(healthScore, 0, 2.4, 'lower')).toBe(100)
})

test('targets may be text, as KPI_TARGET gives them, and none is dropped', () => {
  const values = column('Value', 40, 0.9, 0.2)
  const directions = column('Better', 'higher', 'higher', 'higher')
  const expected = (100 * (0.8 + 1 + 0.25)) / 3
  expectClose(compute(healthScore, values, column('Target', 50, 0.8, '>= 0.8'), directions), expected)
  expectClose(compute(healthScore, values, column('Target', '>= 50', '80%', 'at least 80%'), directions), expected)
  expectClose(compute(healthScore, column(0.5, 0.9), column('>= 90%', 0.9), column('up', 'up')), 77.77777777777777)
  expectClose(compute(healthScore, column(0.6, 3), column('60%-70%', '2 to 2.4'), column('up', 'down')), 90)
  expect(compute(healthScore, column(0.5, 1), column('n/a', 1), column('up', 'up'))).toBe(100)
  expect(failure(healthScore, column(1, 1), column(1, 'soon 2'), column('up', 'up'))).toContain(
    '#VALUE! HEALTH_SCORE: targets row 2: target “soon 2” cannot be read',
  )
  expect(failure(healthScore, column(1, 1), column(1, '< 2'), column('up', 'up'))).toBe(
    '#VALUE! HEALTH_SCORE: targets row 2 says that lower is better, and directions says higher',
  )
})

test('a value below 0 is 0 where higher is better, and all where lower is', () => {
  expect(compute(healthScore, -20, 50, 'higher')).toBe(0)
  expect(compute(healthScore, -20, 50, 'lower')).toBe(100)
})

test('where a value is missing the weights of the others grow (the rule of the OECD handbook for available cases)', () => {
  const weights = column(0.4, 0.2, 0.3, 0.1)
  const directions = column('higher', 'higher', 'higher', 'higher')
  expectClose(compute(healthScore, column(82, null, 90, 70), column(100, 100, 100, 100), directions, weights), 83.5)
})

test('doing better than one target does not make up for another', () => {
  expect(compute(healthScore, column(200, 50), column(100, 100), column('up', 'up'))).toBe(75)
})

test('directions have several spellings', () => {
  for (const word of ['higher', ' Higher', 'UP', '>=', '>', '≥']) expect(compute(healthScore, 1, 4, word)).toBe(25)
  for (const word of ['lower', 'Down', '<=', '<', '≤']) expect(compute(healthScore, 1, 4, word)).toBe(100)
})

test('it is a weighted mean from 0 to 100; scaling weights, or a KPI with its target, changes nothing', () => {
  const kpi = fc.record({
    value: fc.integer({ min: -50, max: 500 }),
    target: fc.integer({ min: 1, max: 300 }),
    direction: fc.constantFrom('higher', 'lower'),
    weight: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(kpi, { minLength: 1, maxLength: 12 }), (kpis) => {
      const run = (list: typeof kpis, factor = 1, scale = 1) =>
        compute(
          healthScore,
          column(...list.map(({ value }) => value * scale)),
          column(...list.map(({ target }) => target * scale)),
          column(...list.map(({ direction }) => direction)),
          column(...list.map(({ weight }) => weight * factor)),
        ) as number
      let weights = 0
      let reached = 0
      for (const { value, target, direction, weight } of kpis) {
        // As a line of marks: full marks at the target or beyond it.
        const full = direction === 'higher' ? value >= target : value <= target
        const share = full ? 1 : direction === 'higher' ? Math.max(0, value) / target : target / value
        weights += weight
        reached += weight * share
      }
      const score = run(kpis)
      expectClose(score + 1, (100 * reached) / weights + 1)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100 + 1e-12)
      expectClose(run(kpis.slice().reverse()), score)
      expectClose(run(kpis, 4), score)
      expectClose(run(kpis, 1, 8), score)
      const repeated = kpis.flatMap((one) => new Array<typeof one>(one.weight).fill({ ...one, weight: 1 }))
      expectClose(run(repeated), score)
    }),
  )
})

test('weights that add up to 0 are #DIV/0!', () => {
  expect(failure(healthScore, column(1, 2), column(1, 2), column('up', 'up'), column(0, 0))).toBe(
    '#DIV/0! HEALTH_SCORE: weights add up to 0',
  )
})

test('a target of 0 is refused, its row named', () => {
  expect(
    failure(healthScore, column('Value', 1, null, 2), column('Target', 1, 1, 0), column('Way', 'up', 'up', 'up')),
  ).toBe('#VALUE! HEALTH_SCORE: targets row 4 has 0, use a target above 0')
})

test('incomplete rows are left out, wrong cells are named', () => {
  const values = column('Value', 40, 30, null, 20)
  const targets = column('Target', 50, null, 10, 40)
  expect(compute(healthScore, values, targets, column('Better', 'higher', 'up', 'up', ' '))).toBe(80)
  expect(failure(healthScore, column(null), column(5), column('up'))).toBe(
    '#N/A HEALTH_SCORE: values, targets and directions have no complete row',
  )
  expect(failure(healthScore, column(1, 2), column(5, 5), column('up', 'sideways'))).toBe(
    '#VALUE! HEALTH_SCORE: directions row 2 has “sideways”, use higher or lower',
  )
  expect(failure(healthScore, column(1, 2), column(5, 5), column('up', 'up'), column(1, -1))).toBe(
    '#VALUE! HEALTH_SCORE: weights row 2 has -1, below 0',
  )
  expect(failure(healthScore, column(1, 2), column(5), column('up', 'up'))).toBe(
    '#VALUE! HEALTH_SCORE: values has 2 rows and targets has 1, select the same rows in both',
  )
})

test('a value in hours is not taken for days beside a target in days, as KPI_STATUS does', () => {
  expect(failure(healthScore, column(0.9, 20), column('>= 90%', '< 1 day'), column('up', 'down'))).toContain(
    'HEALTH_SCORE: values row 2 is 20 and the target counts days: if the value counts hours, write the target so too (< 24 h)',
  )
  expect(compute(healthScore, column(0.9, 20), column('>= 90%', '< 24 h'), column('up', 'down'))).toBe(100)
})

test('a value in per cent is refused beside a target in per cent, as KPI_STATUS does', () => {
  expect(failure(healthScore, column(0.9, 85), column('>= 90%', '>= 90%'), column('up', 'up'))).toBe(
    '#VALUE! HEALTH_SCORE: values row 2 is 85 and the target 90%, write 85% or 0.85',
  )
  expect(failure(healthScore, column(3), column('< 5%'), column('down'))).toContain('write 3% or 0.03')
  expect(compute(healthScore, 1.2, '110%', 'up')).toBe(100)
  expectClose(
    compute(healthScore, column(2.5, 0.9), column('>= 100%', '>= 95%'), column('up', 'up')),
    97.36842105263158,
  )
})
