import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleRatio } from '../../../../core/metrics/experiments/sampleRatio.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const table = (...cells: unknown[]): unknown[][] => compute(sampleRatio, ...cells) as unknown[][]
const last = (...cells: unknown[]): unknown[] => table(...cells).pop()!

const BROKEN = 'the split is broken: find out why before you trust the result'
const FINE = 'no sign of a broken split'

test('the example of Kohavi, Tang and Xu (2020): 821,588 and 815,482 visitors, p = 1.8e-6', () => {
  // R: chisq.test(c(821588, 815482))$p.value
  const [header, a, b, all] = table(column(821588, 815482))
  expect(header).toEqual([
    'variant',
    'visitors',
    'share',
    'planned_share',
    'expected',
    'deviation',
    'p_value',
    'verdict',
  ])
  expectClose(a, [1, 821588, 821588 / 1637070, 0.5, 818535, 3053 / 818535, '', ''], 1e-10)
  expectClose(b, [2, 815482, 815482 / 1637070, 0.5, 818535, -3053 / 818535, '', ''], 1e-10)
  expectClose(all, ['All', 1637070, 1, 1, 1637070, '', 1.8217928726191858e-6, `${BROKEN} (chi-square test)`], 1e-10)
})

test('planned shares are weights, whatever they add up to', () => {
  // R: chisq.test(c(102, 95, 210), p = c(1, 1, 2) / 4)$p.value
  const byOnes = table(column(102, 95, 210), column(1, 1, 2))
  expectClose(byOnes[4]![6], 0.7203559400052536, 1e-11)
  expect(byOnes[4]![7]).toBe(`${FINE} (chi-square test)`)
  expectClose(table(column(102, 95, 210), column(0.25, 0.25, 0.5)), byOnes)
  expectClose(table(column(102, 95, 210), column('25%', '25%', '50%')), byOnes)
  expectClose(table([[102, 95, 210]], [[25, 25, 50]]), byOnes)
})

test('two variants with few visitors get the exact test', () => {
  // R: binom.test(1, 8)$p.value and binom.test(3, 4000, 0.001)$p.value
  expectClose(last(column(1, 7)).slice(6), [0.0703125, `${FINE} (exact binomial test)`], 1e-11)
  expectClose(last(column(3, 3997), column(1, 999))[6], 0.8045354325320242, 1e-11)
  expect(last(column(5, 5))[7]).toBe(`${FINE} (chi-square test)`)
})

test('several variants with few visitors are tested roughly, and the verdict says so', () => {
  expect(last(column(1, 4, 3))[7]).toBe(`${FINE} (chi-square test); rough: few visitors are expected`)
})

test('the alarm is raised at 0.1 % unless another risk is asked for', () => {
  // R: chisq.test(c(5100, 4890))$p.value is 0.0356
  expectClose(last(column(5100, 4890))[6], 0.03563, 1e-3)
  expect(last(column(5100, 4890))[7]).toContain(FINE)
  expect(last(column(5100, 4890), null, 0.05)[7]).toContain(BROKEN)
  expect(last(column(5100, 4890), '', ' ')).toEqual(last(column(5100, 4890), undefined, 0.001))
})

test('shares and expected visitors add up, and the deviations lie around 0', () => {
  const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e5 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 2,
    maxLength: 6,
  })
  fc.assert(
    fc.property(counts, (variants) => {
      const [visitors, weights] = [variants.map(([count]) => count), variants.map(([, weight]) => weight)]
      fc.pre(visitors.some((count) => count > 0))
      const rows = table(column(...visitors), column(...weights)).slice(1, -1)
      const total = (at: number) => rows.reduce((sum, row) => sum + (row[at] as number), 0)
      expect(total(2)).toBeCloseTo(1, 11)
      expect(total(3)).toBeCloseTo(1, 11)
      expect(total(4)).toBeCloseTo(total(1), 6)
      const weighted = rows.reduce((sum, row) => sum + (row[3] as number) * (row[5] as number), 0)
      expect(weighted).toBeCloseTo(0, 9)
    }),
  )
})

test('the order of the variants does not change what is found', () => {
  const [p, back] = [last(column(102, 95, 210), column(1, 1, 2))[6], last(column(210, 95, 102), column(2, 1, 1))[6]]
  expectClose(back, p)
})

test('headers, blank rows and words are left out', () => {
  const clean = table(column(102, 95), column(1, 1))
  expect(table(column('Visitors', 102, null, ' ', 95, '', null), column('Plan', 1, '', null, 1, null, ' '))).toEqual(
    clean,
  )
  expect(table(column('Visitors', 102, 95, ...new Array<null>(3000).fill(null)))).toEqual(clean)
})

test('a whole column of buckets is read, however long it is', () => {
  const buckets = Array.from({ length: 200_000 }, (_, i) => [90 + (i % 21)])
  const all = last(buckets)
  expect(all.slice(0, 2)).toEqual(['All', buckets.reduce((sum, [count]) => sum + count!, 0)])
  expect(all[6]).toBeGreaterThan(0.999)
})

test('one variant, and no visitor at all, have no split', () => {
  expect(failure(sampleRatio, 821588)).toBe('#N/A SAMPLE_RATIO: needs 2 variants, has 1')
  expect(failure(sampleRatio, column(null, ''))).toBe('#N/A SAMPLE_RATIO: visitors has no values')
  expect(failure(sampleRatio, column(0, 0))).toBe(
    '#DIV/0! SAMPLE_RATIO: visitors are 0 in all variants, so there is no split',
  )
})

test('a variant nobody came to counts, and none is forgotten', () => {
  expect(last(column(0, 40))[7]).toBe(`${BROKEN} (chi-square test)`)
  expect(failure(sampleRatio, column(10, null, 12), column(1, 1, 1))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors row 2 has no number, write 0 if nobody came',
  )
  expect(failure(sampleRatio, column(10, 11, 12), column(1, '', 1))).toBe(
    '#VALUE! SAMPLE_RATIO: planned_shares row 2 has no number, give each variant its share',
  )
  expect(failure(sampleRatio, column(10, 11), column(1, 0))).toBe(
    '#VALUE! SAMPLE_RATIO: planned_shares row 2 has 0, give each variant its share',
  )
})

test('wrong cells are named', () => {
  expect(failure(sampleRatio, column(10, -1))).toBe('#VALUE! SAMPLE_RATIO: visitors row 2 has -1, below 0')
  expect(failure(sampleRatio, column(10, 1.5))).toBe('#VALUE! SAMPLE_RATIO: visitors row 2 has 1.5, not a whole number')
  expect(failure(sampleRatio, column(10, 11), column(1, -1))).toBe(
    '#VALUE! SAMPLE_RATIO: planned_shares row 2 has -1, below 0',
  )
  expect(failure(sampleRatio, column(10, 11, 12), column(1, 1))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors has 3 rows and planned_shares has 2, select the same rows in both',
  )
  expect(failure(sampleRatio, column(10, 11), null, 5)).toBe(
    '#VALUE! SAMPLE_RATIO: alpha is 5, outside 0.000001 to 0.5, write 5% or 0.05',
  )
  expect(failure(sampleRatio)).toBe('#VALUE! SAMPLE_RATIO: visitors is missing')
})

test('variants are shown by their names, where they have one', () => {
  const rows = table(column(102, 95, 210), column(1, 1, 2), null, column('control', ' ', 7))
  expect(rows.map(([name]) => name)).toEqual(['variant', 'control', 2, '7', 'All'])
  expectClose(
    rows.map((row) => row.slice(1)),
    table(column(102, 95, 210), column(1, 1, 2)).map((row) => row.slice(1)),
  )
  expect(
    table(column('Visitors', 102, null, 95, null), null, null, column('Variant', 'A', '', 'B', null)).map(
      ([name]) => name,
    ),
  ).toEqual(['variant', 'A', 'B', 'All'])
  for (const blank of [null, '', ' ']) {
    expect(table(column(102, 95), null, null, blank)).toEqual(table(column(102, 95)))
  }
})

test('a name needs visitors, and has one row', () => {
  expect(failure(sampleRatio, column(102, null, 95), null, null, column('A', 'B', 'C'))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors row 2 has no number, write 0 if nobody came',
  )
  expect(failure(sampleRatio, column(102, 90, 95), null, null, column('A', 'B', 'a'))).toBe(
    '#VALUE! SAMPLE_RATIO: variants row 3 has “a” again, add up the rows of a variant',
  )
  expect(failure(sampleRatio, column(102, 90, 95), null, null, column('A', 'B'))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors has 3 rows and variants has 2, select the same rows in both',
  )
})

test('a total by name is no variant, with or without planned shares', () => {
  const problem = '#VALUE! SAMPLE_RATIO: variants row 4 has “Total”, the sum of the others: leave that row out'
  const [visitors, names] = [column('Visitors', 102, 95, 197), column('Variant', 'A', 'B', 'Total')]
  expect(failure(sampleRatio, visitors, null, null, names)).toBe(problem)
  expect(failure(sampleRatio, visitors, column('Plan', 50, 50, 100), null, names)).toBe(problem)
  expect(failure(sampleRatio, visitors, column('Plan', 50, 50, null), null, names)).toBe(problem)
  expect(table(column(102, 95, 198), null, null, column('A', 'B', 'Total'))[3]![0]).toBe('Total')
  expect(table(column(102, 95, 197), null, null, column('A', 'B', 'C'))[3]![0]).toBe('C')
  expect(failure(sampleRatio, column(102, 95, 197), null, null, column('A', 'B', ''))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors row 3 has 197, the sum of the others: leave the row out if it is their total, or give its name if it is a variant',
  )
})

test('without names a last row that is the sum of several others is taken for a total', () => {
  expect(failure(sampleRatio, column('Visitors', 102, 95, 197, '', null))).toBe(
    '#VALUE! SAMPLE_RATIO: visitors row 4 has 197, the sum of the others: leave the row out if it is their total, or give planned_shares if it is a variant',
  )
  expect(table(column(102, 95, 197), column(1, 1, 2))).toHaveLength(5)
  expect(table(column(197, 102, 95))).toHaveLength(5)
  expect(table(column(100, 100))).toHaveLength(4)
  expect(table(column(100, 0, 100))).toHaveLength(5)
})
