import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signalGap } from '../../../../core/metrics/steering/signalGap.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['label', 'promised', 'delivered', 'gap', 'reading']
const rows = (...cells: unknown[]): unknown[][] => (compute(signalGap, ...cells) as unknown[][]).slice(1)

test('delivered less promised, with a reading, the worst first', () => {
  expect(compute(signalGap, column(3, 5, 2), column(3, 2, 4), column('Box', 'Reply', 'Repair'))).toEqual([
    header,
    ['Reply', 5, 2, -3, 'over-promised'],
    ['Box', 3, 3, 0, 'matched'],
    ['Repair', 2, 4, 2, 'hidden strength'],
  ])
})

test('equal gaps stay in the order of the rows', () => {
  expect(rows(column(4, 5, 4), column(3, 4, 4), column('b', 'a', 'c')).map(([label]) => label)).toEqual(['b', 'a', 'c'])
})

test('rows without a label are named by their number below the header', () => {
  expect(rows(column('Promised', 4, null, 5), column('Delivered', 4, 3, 4)).map(([label]) => label)).toEqual(['3', '1'])
  expect(rows(column(4, 5), column(4, 5), column(' ', 'Box')).map(([label]) => label)).toEqual(['1', 'Box'])
})

test('scores that only rounding tells apart are matched', () => {
  expect(rows(column(0.1 + 0.2, 1), column(0.3, 1.1)).map(([, , , gap, reading]) => [gap, reading])).toEqual([
    [0, 'matched'],
    [1.1 - 1, 'hidden strength'],
  ])
})

test('any scale will do', () => {
  expect(rows(-10, 80)).toEqual([['1', -10, 80, 90, 'hidden strength']])
})

test('gaps go up, add up to the difference of the sums, and the order of rows does not matter', () => {
  const score = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(500), score, score), { selector: ([id]) => id, minLength: 1 }),
      (cues) => {
        const run = (list: typeof cues) =>
          rows(
            column(...list.map(([, promised]) => promised)),
            column(...list.map(([, , delivered]) => delivered)),
            column(...list.map(([id]) => `cue ${id}`)),
          )
        const table = run(cues)
        const gaps = table.map((row) => row[3] as number)
        expect(gaps).toEqual(gaps.slice().sort((a, b) => a - b))
        expect(gaps.reduce((total, gap) => total + gap, 0)).toBe(cues.reduce((total, [, p, d]) => total + d - p, 0))
        const readings = { '-1': 'over-promised', '0': 'matched', '1': 'hidden strength' }
        const words = gaps.map((gap) => readings[String(Math.sign(gap)) as keyof typeof readings])
        expect(table.map((row) => row[4])).toEqual(words)
        const byLabel = (list: unknown[][]) => list.slice().sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
        expect(byLabel(run(cues.slice().reverse()))).toEqual(byLabel(table))
      },
    ),
  )
})

test('a row without both scores is left out, and one is needed', () => {
  expect(rows(column(4, null, 5, '-'), column(4, 3, ' ', 2))).toHaveLength(1)
  expect(failure(signalGap, column(4, null), column(null, 3))).toBe(
    '#N/A SIGNAL_GAP: needs 1 row with both scores, has 0',
  )
  expect(failure(signalGap, column(null), column(null))).toBe(
    '#N/A SIGNAL_GAP: promised and delivered have no complete row',
  )
})

test('wrong cells are named', () => {
  expect(failure(signalGap, column(4, '5+'), column(4, 4))).toBe(
    '#VALUE! SIGNAL_GAP: promised row 2 has “5+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(signalGap, column(4, '5'), column(4, 4))).toEqual(compute(signalGap, column(4, 5), column(4, 4)))
  expect(failure(signalGap, column(4, 5), column(4, 4), column('a', 'b', 'c'))).toBe(
    '#VALUE! SIGNAL_GAP: promised has 2 rows and labels has 3, select the same rows in both',
  )
})

test('a gap within the tolerance is matched', () => {
  const [, ...rows] = compute(signalGap, column(4.3, 4, 3), column(4, 4.5, 3.3), null, 0.3) as unknown[][]
  expect(rows.map(([label, , , , reading]) => [label, reading])).toEqual([
    ['1', 'matched'],
    ['3', 'matched'],
    ['2', 'hidden strength'],
  ])
  expect(failure(signalGap, 5, 4, null, -1)).toBe('#VALUE! SIGNAL_GAP: tolerance is -1, below 0')
})
