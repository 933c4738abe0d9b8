import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fcrEvents } from '../../../../core/metrics/experience/fcrEvents.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const contacts = [
  ['c1', 'bill', '2024-03-01'],
  ['c1', 'bill', '2024-03-05'],
  ['c2', 'login', '2024-03-02'],
  ['c3', 'login', '2024-03-02'],
  ['c3', 'bill', '2024-03-04'],
  ['c4', 'bill', '2024-03-03'],
  ['c4', 'bill', '2024-03-10'],
  ['c5', 'ship', '2024-03-03'],
  ['c5', 'ship', '2024-03-11'],
  ['c6', 'ship', '2024-03-04'],
  ['c6', 'ship', '2024-03-05'],
  ['c6', 'ship', '2024-03-06'],
  ['c7', 'login', '2024-03-09'],
  ['c8', 'bill', '2024-03-09'],
] as const
const customers = column(...contacts.map(([customer]) => customer))
const topics = column(...contacts.map(([, topic]) => topic))
const days = column(...contacts.map(([, , day]) => day))

test('7 of 10 first contacts need no repeat within 7 days (worked by hand and in SQL)', () => {
  expect(compute(fcrEvents, customers, days, topics, 7)).toBe(0.7)
  expect(compute(fcrEvents, customers, days, topics)).toBe(0.7)
})

test('without topics every contact of a customer is a repeat', () => {
  // c3 comes back after two days, about something else.
  expect(compute(fcrEvents, customers, days)).toBe(5 / 9)
})

test('the last day of the window is a repeat, the day after is a new issue', () => {
  const pair = column('a', 'a')
  expect(compute(fcrEvents, pair, column('2026-03-01', '2026-03-08'))).toBe(0)
  expect(compute(fcrEvents, pair, column('2026-03-01', '2026-03-09'))).toBe(1)
  expect(compute(fcrEvents, pair, column('2026-03-01', '2026-03-09'), null, 8)).toBe(0)
})

test('two contacts on the same day are a repeat, whatever the window', () => {
  const day = column('2026-03-01T09:00', '2026-03-01T17:00')
  expect(compute(fcrEvents, column('a', 'a'), day, null, 0)).toBe(0)
  expect(compute(fcrEvents, column('a', 'a'), column('2026-03-01', '2026-03-01T17:00'), null, 0)).toBe(0)
  expect(compute(fcrEvents, column('a', 'a'), column('2026-03-01T23:59', '2026-03-02T00:01'), null, 0)).toBe(1)
})

test('the window runs from the last contact: who keeps calling has one issue', () => {
  const calls = column('2026-03-01', '2026-03-06', '2026-03-11', '2026-03-30')
  expect(compute(fcrEvents, column('a', 'a', 'a', 'a'), calls)).toBe(0.5)
})

test('with the last day of the log given, a first contact that may still be repeated is left out', () => {
  // Of the ten first contacts those of c5 (11 March), c7 and c8 (both 9 March) have not had their week on the 15th.
  expect(compute(fcrEvents, customers, days, topics, 7, '2024-03-15')).toBe(4 / 7)
  expect(compute(fcrEvents, customers, days, topics, 7, '2024-03-16T12:00')).toBe(6 / 9)
  expect(compute(fcrEvents, customers, days, topics, 7, '2024-03-18')).toBe(0.7)
  expect(compute(fcrEvents, customers, days, topics, 7, null)).toBe(0.7)
  expect(failure(fcrEvents, customers, days, topics, 7, '2024-03-07')).toBe(
    '#N/A FCR_EVENTS: needs a first contact that is 7 days or more before log_end (2024-03-07), has none',
  )
  expect(compute(fcrEvents, customers, days, topics, 0, '2024-03-01')).toBe(1)
})

test('topics are the same in any case, customers are not', () => {
  const pair = column('2026-03-01', '2026-03-02')
  expect(compute(fcrEvents, column('a', 'a'), pair, column('Bill', ' bill'))).toBe(0)
  expect(compute(fcrEvents, column('a', 'A'), pair)).toBe(1)
})

test('it agrees with a walk over each customer and topic, whatever the order', () => {
  const contact = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(fc.array(contact, { minLength: 1, maxLength: 40 }), fc.nat(9), fc.nat(60), (log, window, logEnd) => {
      const run = (list: typeof log) =>
        compute(
          fcrEvents,
          column(...list.map(([customer]) => customer)),
          column(...list.map(([, , day]) => 46000 + day + 0.5)),
          column(...list.map(([, topic]) => topic)),
          window,
          46000 + logEnd,
        )
      const count = (issue: readonly number[]) => {
        if (issue.length === 0 || issue[0]! + window > logEnd) return
        issues++
        if (issue.length === 1) solved++
      }
      let issues = 0
      let solved = 0
      for (const name of ['ax', 'ay', 'bx', 'by', 'cx', 'cy']) {
        const own = log.filter(([customer, topic]) => customer + topic === name).map(([, , day]) => day)
        let issue: number[] = []
        for (const day of own.sort((a, b) => a - b)) {
          if (issue.length > 0 && day - issue[issue.length - 1]! <= window) issue.push(day)
          else {
            count(issue)
            issue = [day]
          }
        }
        count(issue)
      }
      fc.pre(issues > 0)
      expectClose(run(log), solved / issues)
      expect(run(log.slice().reverse())).toBe(run(log))
    }),
  )
})

test('a longer window finds no fewer repeats of a single pause', () => {
  const rates = [0, 3, 7, 30].map((window) => compute(fcrEvents, column('a', 'a'), column(46000, 46005), null, window))
  expect(rates).toEqual([1, 1, 0, 0])
})

test('rows without a customer, a date or a topic are left out, wrong cells are named', () => {
  const ids = column('Customer', 'a', null, 'b', 'b')
  const dates = column('Date', '2026-03-01', '2026-03-02', '2026-03-03', ' ')
  expect(compute(fcrEvents, ids, dates)).toBe(1)
  expect(compute(fcrEvents, column('a', 'a'), column(46000, 46001), column('bill', ''))).toBe(1)
  expect(compute(fcrEvents, 7, 46000)).toBe(1)
  expect(failure(fcrEvents, column('a'), column(null))).toBe(
    '#N/A FCR_EVENTS: customer_ids and contact_dates have no complete row',
  )
  expect(failure(fcrEvents, column('a', 'b'), column(46000, 'May 5'))).toBe(
    '#VALUE! FCR_EVENTS: contact_dates row 2 has “May 5”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(fcrEvents, column('a', 'b'), column(46000, 46001), column('x', 'y', 'z'))).toBe(
    '#VALUE! FCR_EVENTS: customer_ids has 2 rows and topics has 3, select the same rows in both',
  )
  expect(failure(fcrEvents, column('a'), column(46000), null, -1)).toBe(
    '#VALUE! FCR_EVENTS: window_days is -1, below 0',
  )
})
