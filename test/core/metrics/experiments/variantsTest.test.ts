import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abTest } from '../../../../core/metrics/experiments/abTest.ts'
import { variantsTest } from '../../../../core/metrics/experiments/variantsTest.ts'
import { wilsonInterval } from '../../../../core/statistics/inference/proportion.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const table = (...cells: unknown[]): unknown[][] => compute(variantsTest, ...cells) as unknown[][]

// Smokers among patients of four studies: Fleiss, “Statistical Methods for Rates and Proportions”, 1981.
const studies = [column('1', '2', '3', '4'), column(86, 93, 136, 82), column(83, 90, 129, 70)] as const

test('all together agree with prop.test of R', () => {
  // R: prop.test(c(83, 90, 129, 70), c(86, 93, 136, 82))$p.value
  const all = table(...studies)[5]!
  expectClose(
    all,
    ['All', 397, 372, 372 / 397, '', '', 0.0055854766616270247, '', 'the variants differ (chi-square test)'],
    1e-11,
  )
})

test('each is compared with the first, and counts as one of several comparisons', () => {
  // R: fisher.test and pairwise.prop.test(correct = FALSE) for the pairs, p.adjust(…, "holm")
  const [header, first, second, third, fourth] = table(...studies)
  expect(header).toEqual(['variant', 'visitors', 'conversions', 'rate', 'low', 'high', 'p_value', 'p_holm', 'verdict'])
  expect(first!.slice(6)).toEqual(['', '', 'control'])
  expectClose(second!.slice(6), [1, 1, "no clear difference (Fisher's exact test)"], 1e-11)
  expectClose(third!.slice(6), [0.74416819552383306, 1, "no clear difference (Fisher's exact test)"], 1e-11)
  expectClose(fourth!.slice(6), [0.011328960424687553, 3 * 0.011328960424687553, '1 is better (z test)'], 1e-11)
})

test('the limits of each are Wilson’s', () => {
  const { low, high } = wilsonInterval(83, 86, 0.9)
  expect(table(...studies, 0.9)[1]!.slice(0, 6)).toEqual(['1', 86, 83, 83 / 86, low, high])
})

test('in pairs each is compared with each, with Newcombe’s limits', () => {
  const [header, ...pairs] = table(...studies, 0.95, 'pairs')
  expect(header).toEqual(['variant', 'other', 'lift', 'difference', 'low', 'high', 'p_value', 'p_holm', 'verdict'])
  expect(pairs.map(([one, other]) => `${one}${other}`)).toEqual(['12', '13', '14', '23', '24', '34'])
  // R: fisher.test of the pairs where fewer than 5 are expected, pairwise.prop.test(correct = FALSE) of the others
  const alone = [
    1, 0.74416819552383306, 0.011328960424687553, 0.74376387302335445, 0.0071409622709532406, 0.01614329377863568,
  ]
  expectClose(
    pairs.map((row) => row[6]),
    alone,
    1e-11,
  )
  expectClose(
    pairs.map((row) => row[7]),
    [1, 1, 5 * alone[2]!, 1, 6 * alone[4]!, 4 * alone[5]!],
    1e-11,
  )
  expect(pairs[4]![8]).toBe('2 is better (z test)')
  expect(pairs[5]![8]).toBe('no clear difference (z test)')
  const rates = [90 / 93, 70 / 82] as const
  expectClose(pairs[4]!.slice(2, 4), [rates[1] / rates[0] - 1, rates[1] - rates[0]], 1e-11)
  expect(pairs[4]![5]).toBeLessThan(0)
})

test('small samples agree with fisher.test of R', () => {
  // R: fisher.test(cbind(c(1, 9, 2), c(39, 29, 39)))$p.value, and of its rows
  const [, , blue, green, all] = table(column('red', 'blue', 'green'), column(40, 38, 41), column(1, 9, 2))
  expectClose(all![6], 0.004533987582732922, 1e-10)
  expect(all![8]).toBe("the variants differ (Fisher's exact test)")
  expectClose([blue![6], green![6]], [0.006231232940625681, 1], 1e-11)
  expect(blue![8]).toBe("blue is better (Fisher's exact test)")
})

test('where an exact test of all would take too long, the verdict says that it is rough', () => {
  const names = Array.from({ length: 30 }, (_, i) => `v${i}`)
  const [, ...rows] = table(
    column(...names),
    column(...names.map((_, i) => 60 + i)),
    column(...names.map((_, i) => i % 6)),
  )
  expect(rows[30]![8]).toMatch(
    /^(no clear difference|the variants differ) \(chi-square test\); rough: some counts are small, and an exact test would take too long$/,
  )
})

test('ten variants with some hundred conversions are tested exactly', () => {
  const names = column(...'ABCDEFGHIJ')
  const visitors = column(520, 498, 505, 511, 487, 502, 496, 509, 491, 40)
  const conversions = column(12, 9, 15, 8, 11, 7, 13, 10, 6, 3)
  expect(table(names, visitors, conversions)[11]![8]).toBe("no clear difference (Fisher's exact test)")
})

const group = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }))
  .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const)

test('two variants are an A/B test: the same p-value, rates and verdict', () => {
  fc.assert(
    fc.property(group, group, ([visitorsA, a], [visitorsB, b]) => {
      fc.pre(a + b < visitorsA + visitorsB)
      const [, , other, all] = table(column('A', 'B'), column(visitorsA, visitorsB), column(a, b))
      const [, test] = compute(abTest, visitorsA, a, visitorsB, b) as unknown[][]
      expect(other![6]).toBe(test![6])
      expect(other![7]).toBe(test![6])
      expect(other![8]).toBe(String(test![7]).split(';')[0])
      expectClose(all![6], test![6], 1e-9)
    }),
  )
})

test('rows of the same variant are added up, in any case and wherever they stand', () => {
  const days = table(column('a', 'b', 'A', 'c', 'B'), column(50, 40, 60, 100, 70), column(5, 9, 6, 12, 8))
  expect(days).toEqual(table(column('a', 'b', 'c'), column(110, 110, 100), column(11, 17, 12)))
})

test('the order of the others does not matter', () => {
  const [, control, b, c, all] = table(column('A', 'B', 'C'), column(900, 950, 1000), column(90, 130, 100))
  const [, again, c2, b2, all2] = table(column('A', 'C', 'B'), column(900, 1000, 950), column(90, 100, 130))
  expect([again, b2, c2]).toEqual([control, b, c])
  expectClose(all2, all)
})

test('without conversions in one there is no lift, and two without any do not differ', () => {
  const pairs = table(column('A', 'B', 'C'), column(100, 100, 100), column(0, 0, 9), null, 'pairs')
  expect(pairs[1]!.slice(2)).toEqual([
    '',
    0,
    pairs[1]![4],
    pairs[1]![5],
    1,
    1,
    "no clear difference (Fisher's exact test)",
  ])
  expect(pairs[2]![2]).toBe('')
})

test('names of any kind and length are read', () => {
  const [, ...rows] = table(column(1, 2, true), column(100, 100, 100), column(50, 5, 6))
  expect(rows.map(([name]) => name)).toEqual(['1', '2', 'true', 'All'])
  const long = 'x'.repeat(5000)
  const verdict = table(column('A', long), column(100, 100), column(5, 50))[2]![8]
  expect(verdict).toBe(`${'x'.repeat(39)}… is better (z test)`)
})

test('headers, blank rows and half-filled rows are left out', () => {
  expect(
    table(
      column('Variant', 'A', null, 'B', 'C', 'D'),
      column('Visitors', 100, 5, 100, 100, ' '),
      column('Orders', 10, 1, 12, 14, 9),
    ),
  ).toEqual(table(column('A', 'B', 'C'), column(100, 100, 100), column(10, 12, 14)))
})

test('one variant, and a hundred and one, are no test', () => {
  expect(failure(variantsTest, column('A', 'a'), column(100, 90), column(8, 9))).toBe(
    '#N/A VARIANTS_TEST: needs 2 variants, has 1',
  )
  const many = Array.from({ length: 101 }, (_, i) => i)
  expect(
    failure(
      variantsTest,
      column(...many.map((i) => `id ${i}`)),
      column(...many.map(() => 10)),
      column(...many.map(() => 1)),
    ),
  ).toBe(
    '#VALUE! VARIANTS_TEST: variants has 101 different names, more than 100: give the name of the variant in each row',
  )
})

test('nobody to convert, and nothing to compare, are #DIV/0!', () => {
  expect(failure(variantsTest, column('A', 'B'), column(100, 0), column(8, 0))).toBe(
    '#DIV/0! VARIANTS_TEST: visitors of “B” are 0, so nobody could convert',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(0, 0))).toBe(
    '#DIV/0! VARIANTS_TEST: conversions say that nobody converted in all variants, so there is nothing to compare',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(100, 90))).toContain('everybody converted')
})

test('wrong cells are named', () => {
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(8, 120))).toBe(
    '#VALUE! VARIANTS_TEST: conversions of “B” are 120, more than its visitors (90)',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90.5), column(8, 12))).toBe(
    '#VALUE! VARIANTS_TEST: visitors row 2 has 90.5, not a whole number',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(8, -1))).toBe(
    '#VALUE! VARIANTS_TEST: conversions row 2 has -1, below 0',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(8, '9+'))).toBe(
    '#VALUE! VARIANTS_TEST: conversions row 2 has “9+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(8))).toBe(
    '#VALUE! VARIANTS_TEST: variants has 2 rows and conversions has 1, select the same rows in both',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90), column(8, 9), 0.95, 'all')).toBe(
    '#VALUE! VARIANTS_TEST: output is the text “all”, use variants or pairs',
  )
  expect(failure(variantsTest, column('A', 'B'), column(100, 90))).toBe('#VALUE! VARIANTS_TEST: conversions is missing')
})

test('the variant called control, original or baseline is the control, wherever it stands', () => {
  const [visitors, conversions] = [column(950, 900, 1000), column(130, 90, 100)]
  for (const name of ['Control', 'ORIGINAL', ' baseline ']) {
    const rows = table(column('B', name, 'C'), visitors, conversions)
    const asFirst = table(column(name, 'B', 'C'), column(900, 950, 1000), column(90, 130, 100))
    expectClose(rows, asFirst)
    expect(rows[1]!.slice(0, 3)).toEqual([name.trim(), 900, 90])
    expect(rows[1]![8]).toBe('control')
  }
  const pairs = table(column('B', 'control', 'C'), visitors, conversions, null, 'pairs').slice(1)
  expect(pairs.map(([one, other]) => [one, other])).toEqual([
    ['control', 'B'],
    ['control', 'C'],
    ['B', 'C'],
  ])
  expect(table(column('B', 'controlled', 'C'), visitors, conversions)[1]![0]).toBe('B')
})

test('a total is no variant', () => {
  const total = (name: string) =>
    failure(variantsTest, column('Variant', 'A', 'B', name), column('n', 100, 90, 190), column('k', 8, 9, 17))
  expect(total('Total')).toBe(
    '#VALUE! VARIANTS_TEST: variants row 4 has “Total”, the sum of the others: leave that row out',
  )
  expect(total('Grand total:')).toContain('row 4 has “Grand total:”')
  expect(
    failure(variantsTest, column('total', null, 'A', 'B', 'A'), column(30, 1, 5, 10, 15), column(6, 1, 1, 2, 3)),
  ).toBe('#VALUE! VARIANTS_TEST: variants row 1 has “total”, the sum of the others: leave that row out')
  // A variant of that name which adds up nothing is one.
  expect(table(column('A', 'B', 'Total'), column(100, 90, 190), column(8, 9, 20))[3]![0]).toBe('Total')
  expect(table(column('A', 'B', 'Total'), column(100, 90, 191), column(8, 9, 17))[3]![0]).toBe('Total')
  expect(table(column('A', 'B', 'C'), column(100, 90, 190), column(8, 9, 17))[3]![0]).toBe('C')
})
