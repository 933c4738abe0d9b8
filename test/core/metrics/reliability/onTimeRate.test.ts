import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onTimeRate } from '../../../../core/metrics/reliability/onTimeRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('950 of 1,000 on time are 95 %', () => {
  const promised = Array.from({ length: 1000 }, (_, i) => 46023 + (i % 30))
  const delivered = promised.map((day, i) => (i < 950 ? day - (i % 3) : day + 1))
  expect(compute(onTimeRate, column(...promised), column(...delivered))).toBe(0.95)
})

test('a promised day lasts until its end', () => {
  expect(compute(onTimeRate, column('2026-03-02'), column('2026-03-02T23:59'))).toBe(1)
  expect(compute(onTimeRate, column('2026-03-02'), column('2026-03-03T00:00'))).toBe(0)
})

test('a promised time of day is kept to the minute', () => {
  const promised = column('2026-03-02T14:00')
  expect(compute(onTimeRate, promised, column('2026-03-02T14:00:59'))).toBe(1)
  expect(compute(onTimeRate, promised, column('2026-03-02T14:01'))).toBe(0)
})

test('a delivery without a time of day counts from the first minute of its day', () => {
  expect(compute(onTimeRate, column('2026-03-02T14:00'), column('2026-03-02'))).toBe(1)
})

test('overdue and not delivered is late, not due yet is left out', () => {
  const promised = column('2026-03-02', '2026-03-09', '2026-03-10', '2026-03-20', '2026-03-01')
  const delivered = column('2026-03-02', null, null, null, '2026-03-01')
  expect(compute(onTimeRate, promised, delivered, '2026-03-10')).toBe(2 / 3)
})

test('a delivery after as_of has not happened', () => {
  expect(compute(onTimeRate, column('2026-03-02', '2026-03-03'), column('2026-03-02', '2026-03-09'))).toBe(0.5)
  expect(
    failure(onTimeRate, column('2026-03-08', '2026-03-07'), column('2026-03-08', '2026-03-09'), '2026-03-07'),
  ).toBe('#N/A ON_TIME_RATE: needs 1 promise that is due and delivered or overdue by as_of (2026-03-07), has 0')
})

test('promises after as_of are left out, even those kept before their time', () => {
  const promised = column('2026-03-02', '2026-03-20')
  expect(compute(onTimeRate, promised, column('2026-03-04', '2026-03-05'), '2026-03-10')).toBe(0)
})

test('as_of with a time of day looks back from that minute', () => {
  const promised = column('2026-03-10T09:00', '2026-03-10T11:00', '2026-03-09', '2026-03-10')
  const delivered = column(null, null, '2026-03-09', null)
  expect(compute(onTimeRate, promised, delivered, '2026-03-10T10:00')).toBe(0.5)
  expect(compute(onTimeRate, promised, delivered, '2026-03-10T11:00')).toBe(0.5)
  expect(compute(onTimeRate, promised, delivered, '2026-03-10T11:01')).toBe(1 / 3)
  expect(compute(onTimeRate, promised, delivered, '2026-03-10')).toBe(1)
})

test('as_of is the latest delivery when left out', () => {
  expect(compute(onTimeRate, column('2026-03-02', '2026-03-05'), column('2026-03-02', null))).toBe(1)
  expect(compute(onTimeRate, column('2026-03-02', '2026-03-05'), column('2026-03-06', null))).toBe(0)
  const promised = column('2026-03-02', '2026-03-05', '2026-03-08', '2027-12-31')
  expect(compute(onTimeRate, promised, column('2026-03-02', null, null, null))).toBe(1)
  expect(compute(onTimeRate, promised, column('2026-03-06', null, null, null))).toBe(0)
  expect(compute(onTimeRate, promised, column('2026-03-02', null, '2026-03-08', null))).toBe(2 / 3)
})

test('where all is delivered, early deliveries of the latest promises count', () => {
  const promised = column('2026-03-02', '2026-03-05', '2026-03-10', '2026-03-12')
  const delivered = column('2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06')
  expect(compute(onTimeRate, promised, delivered)).toBe(0.75)
  expect(compute(onTimeRate, '2026-03-12', '2026-03-06')).toBe(1)
})

test('as_of is the latest promise when it is left out and nothing was delivered', () => {
  expect(compute(onTimeRate, column('2026-03-02', '2026-03-05'), column(null, null))).toBe(0)
  expect(failure(onTimeRate, column('2026-03-05', '2026-03-05'), column(null, null))).toBe(
    '#N/A ON_TIME_RATE: needs 1 promise that is due and delivered or overdue by as_of (2026-03-05), has 0',
  )
})

test('days of grace are added, and what is overdue waits for them', () => {
  const promised = column('2026-03-02', '2026-03-02T14:00', '2026-03-02T14:00')
  const delivered = column('2026-03-04T20:00', '2026-03-04T14:00', '2026-03-04T14:01')
  expect(compute(onTimeRate, promised, delivered, null, 2)).toBe(2 / 3)
  expect(compute(onTimeRate, promised, delivered, null, 0.5)).toBe(0)
  const open = column('2026-03-02', null, null)
  expect(compute(onTimeRate, column('2026-03-02', '2026-03-05', '2026-03-01'), open, '2026-03-07', 2)).toBe(0.5)
})

test('it agrees with days in words, whatever the order', () => {
  const promise = fc.tuple(
    fc.integer({ min: 46000, max: 46060 }),
    fc.option(fc.integer({ min: -9, max: 20 })),
    fc.constantFrom(0, 0.25, 0.75),
  )
  fc.assert(
    fc.property(fc.array(promise, { minLength: 1 }), fc.nat(3), (promises, grace) => {
      const asOf = 46050
      const kinds = promises.map(([day, wait]) => {
        const open = wait === null || day + wait > asOf
        if (day > asOf) return 'to come'
        if (open) return day + grace < asOf ? 'late' : 'open'
        return wait <= grace ? 'on time' : 'late'
      })
      const onTime = kinds.filter((kind) => kind === 'on time').length
      const decided = onTime + kinds.filter((kind) => kind === 'late').length
      fc.pre(decided > 0)
      const run = (list: typeof promises) =>
        compute(
          onTimeRate,
          column(...list.map(([day]) => day)),
          column(...list.map(([day, wait, time]) => (wait === null ? null : day + wait + time))),
          asOf,
          grace,
        )
      expectClose(run(promises), onTime / decided)
      expect(run(promises.slice().reverse())).toBe(run(promises))
    }),
  )
})

test('rows without a promise are left out, wrong cells are named', () => {
  const promised = column('Promised', '2026-03-02', null, ' ')
  expect(compute(onTimeRate, promised, column('Delivered', '2026-03-02', '2026-03-05', null))).toBe(1)
  expect(compute(onTimeRate, '2026-03-02', '2026-03-03')).toBe(0)
  expect(failure(onTimeRate, column(null), column('2026-03-02'))).toBe(
    '#N/A ON_TIME_RATE: promised and delivered have no complete row',
  )
  expect(failure(onTimeRate, column('2026-03-02', '2026-03-03'), column('2026-03-02', '03/04/2026'))).toBe(
    '#VALUE! ON_TIME_RATE: delivered row 2 has “03/04/2026”, which may be 2026-04-03 or 2026-03-04: turn the column into dates, as Data in the sidebar does',
  )
  expect(failure(onTimeRate, column('2026-03-02', '2026-03-03'), column('2026-03-02', 'soon'))).toBe(
    '#VALUE! ON_TIME_RATE: delivered row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  for (const [day, rate] of [
    ['3.3.2026', 1],
    ['4.3.2026', 0.5],
  ] as const) {
    expect(compute(onTimeRate, column('2026-03-02', '3 March 2026'), column('2026-03-02', day))).toBe(rate)
  }
  expect(failure(onTimeRate, column('2026-03-02', '2026-03-03'), column(null, null, '2026-03-04'))).toBe(
    '#VALUE! ON_TIME_RATE: promised has 2 rows and delivered has 3, select the same rows in both',
  )
  expect(failure(onTimeRate, column('2026-03-02'), column('2026-03-02'), null, -1)).toBe(
    '#VALUE! ON_TIME_RATE: grace_days is -1, below 0',
  )
})
