import fc from 'fast-check'
import { expect, test } from 'vitest'
import { survivalCurve } from '../../../../core/metrics/retention/survivalCurve.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['time', 'at_risk', 'events', 'survival', 'low', 'high']

// Weeks of remission; + in the paper is 0 here. Freireich and others, Blood 21(6), 1963.
const weeks = column(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
const relapsed = column(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)

test('it agrees with the R package survival on the remission times of Freireich and others (1963)', () => {
  const [names, start, ...rows] = compute(survivalCurve, weeks, relapsed) as unknown[][]
  expect(names).toEqual(header)
  expect(start).toEqual([0, 21, 0, 1, '', ''])
  expectClose(
    rows.map((row) => row.slice(0, 4)),
    [
      [6, 21, 3, 0.857142857142857],
      [7, 17, 1, 0.80672268907563],
      [10, 15, 1, 0.752941176470588],
      [13, 12, 1, 0.690196078431372],
      [16, 11, 1, 0.627450980392157],
      [22, 7, 1, 0.53781512605042],
      [23, 6, 1, 0.448179271708683],
    ],
    1e-12,
  )
})

test('limits are log-log: the standard error of log(-log S) on either side', () => {
  // Greenwood's standard error of S at each event, from the same source.
  const errors = [0.07636035483212124, 0.08693528518005698, 0.09634965299432055, 0.1068147077750098]
  const [, , ...rows] = compute(survivalCurve, weeks, relapsed) as number[][]
  errors.forEach((error, i) => {
    const survival = rows[i]![3]!
    const middle = Math.log(-Math.log(survival))
    const half = (1.959963984540054 * error) / (survival * -Math.log(survival))
    expectClose(rows[i]![4], Math.exp(-Math.exp(middle + half)), 1e-10)
    expectClose(rows[i]![5], Math.exp(-Math.exp(middle - half)), 1e-10)
  })
})

test('without open customers it is the share that lives longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 }), (durations) => {
      const [, ...rows] = compute(survivalCurve, column(...durations), column(...durations.map(() => 1))) as number[][]
      const times = [0, ...[...new Set(durations)].sort((a, b) => a - b)]
      expect(rows.map(([time]) => time)).toEqual(times)
      for (const [time, atRisk, events, survival] of rows) {
        expect(atRisk).toBe(durations.filter((duration) => duration >= time!).length)
        expect(events).toBe(durations.filter((duration) => duration === time).length)
        expectClose(survival, durations.filter((duration) => duration > time!).length / durations.length)
      }
    }),
  )
})

test('survival never rises, lies within its limits, and the order of rows does not matter', () => {
  const customer = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
      const run = (list: typeof customers) =>
        compute(
          survivalCurve,
          column(...list.map(([time]) => time)),
          column(...list.map(([, ended]) => ended)),
        ) as unknown[][]
      const [, ...rows] = run(customers)
      let before = 1
      for (const [, , , survival, low, high] of rows as number[][]) {
        expect(survival).toBeLessThanOrEqual(before)
        before = survival!
        if ((low as unknown) === '') expect([0, 1]).toContain(survival)
        else expect(low! > 0 && low! < survival! && survival! < high! && high! < 1).toBe(true)
      }
      expect(run(customers.slice().reverse())).toEqual([header, ...rows])
    }),
  )
})

test('who leaves observation at the time of an event is at risk for it', () => {
  const [, , row] = compute(survivalCurve, column(5, 5), column(1, 0)) as unknown[][]
  expect(row!.slice(0, 4)).toEqual([5, 2, 1, 0.5])
})

test('nobody gone yet is a curve of one row', () => {
  expect(compute(survivalCurve, column(3, 5), column('no', 'no'))).toEqual([header, [0, 2, 0, 1, '', '']])
})

test('who left at time 0 is in the row of time 0', () => {
  const [, first, ...rest] = compute(survivalCurve, column(0, 0, 4, 9), column(1, 0, 1, 0)) as unknown[][]
  expect(first!.slice(0, 4)).toEqual([0, 4, 1, 0.75])
  expect(rest.map((row) => row.slice(0, 4))).toEqual([[4, 2, 1, 0.375]])
})

test('all gone has no limits', () => {
  expect((compute(survivalCurve, column(3, 5), column(1, 1)) as unknown[][]).pop()).toEqual([5, 1, 1, 0, '', ''])
})

test('more confidence is a wider interval', () => {
  const limits = (confidence: unknown) =>
    (compute(survivalCurve, weeks, relapsed, confidence) as number[][])[2]!.slice(4)
  expect(limits(0.99)[0]).toBeLessThan(limits(0.95)[0]!)
  expect(limits(0.99)[1]).toBeGreaterThan(limits(0.95)[1]!)
  expect(limits(null)).toEqual(limits(0.95))
})

test('headers and rows with a blank are left out, wrong cells are named', () => {
  expect(compute(survivalCurve, column('Months', 3, null, 5), column('Left', 0, 1, ' '))).toEqual([
    header,
    [0, 1, 0, 1, '', ''],
  ])
  expect(failure(survivalCurve, column(3, '4+'), column(1, 1))).toBe(
    '#VALUE! SURVIVAL_CURVE: durations row 2 has “4+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(survivalCurve, column(3, '4'), column('churned', 'active'))).toEqual(
    compute(survivalCurve, column(3, 4), column(1, 0)),
  )
  expect(failure(survivalCurve, column(3, -4), column(1, 1))).toBe(
    '#VALUE! SURVIVAL_CURVE: durations row 2 has -4, below 0',
  )
  expect(failure(survivalCurve, column(3, 4), column(1))).toBe(
    '#VALUE! SURVIVAL_CURVE: durations has 2 rows and ended has 1, select the same rows in both',
  )
  expect(failure(survivalCurve, column(3), column(1), 95)).toContain('confidence is 95, outside 0.5 to 0.9999')
  expect(failure(survivalCurve, column(null), column(1))).toBe(
    '#N/A SURVIVAL_CURVE: durations and ended have no complete row',
  )
})
