import { parseIso } from '../../core/statistics/time/calendar.ts'
import { down, type Published } from '../case.ts'

const days = (...texts: (string | null)[]) => down(...texts.map((text) => (text === null ? null : parseIso(text))))
const rocks = 'Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016'
const newcombe = 'Newcombe, Statistics in Medicine 17, 1998, page 857, table I, method 3 (Wilson); R binom'

/** How customers feel, and how service and systems do. */
export const experience: readonly Published[] = [
  {
    name: 'blanks-and-words',
    function: 'NPS',
    arguments: [down(10, 9, null, ' ', 8, 7, 'n/a', 6, 0, 10)],
    expected: 14.285714285714286,
    source: `${rocks}; exact fractions.`,
    note: 'Blank cells, cells of spaces and words are no answers: seven count.',
  },
  {
    name: 'rocks-test-data',
    function: 'NPS_MOE',
    arguments: [down(10, 8, 5), 0.95, down(462, 176, 362)],
    expected: 5.591911551558213,
    source: `${rocks}; R package NPS 1.1, its data set testdata as counts.`,
    note: 'From 100 answers on Wald, with the variance p + d - (p - d)², over n.',
  },
  {
    name: 'thirty-answers',
    function: 'NPS_MOE',
    arguments: [down(10, 8, 5), 0.95, down(15, 9, 6)],
    expected: 26.591455261326843,
    source: `${rocks}: adjusted Wald.`,
    note: 'Below 100 answers three more are added, three quarters of one to promoters and to detractors.',
  },
  {
    name: 'two-units',
    function: 'NPS_COMPARE',
    arguments: [down(10, 8, 5), down(10, 8, 5), 0.95, down(115, 44, 91), down(120, 47, 83)],
    expected: {
      columns: {
        before: [9.6],
        after: [14.8],
        change: [5.2],
        low: [-10.5036052321186],
        high: [20.9036052321186],
        p_value: [0.51633125863188],
      },
    },
    source: `${rocks}; R package NPS 1.1, Bananas and Apples of its data set testdata as counts.`,
  },
  {
    name: 'top-two-boxes',
    function: 'CSAT',
    arguments: [down(1, 2, 3, 4, 5), null, null, null, down(12, 18, 45, 130, 95)],
    expected: 0.75,
    source: 'The share of 4 and 5 of 5; exact fractions.',
  },
  {
    name: 'seven-points',
    function: 'CES',
    arguments: [down(7, 6, 5, 5, 3, 7, 2, 6, 4, 7), 7],
    expected: 5.2,
    source: 'CEB, Customer Effort Score 2.0, 2013: the mean of agreement from 1 to 7; exact fractions.',
    note: 'No direction is reversed.',
  },
  {
    name: 'newcombe-15-of-148',
    function: 'CONVERSION_RATE',
    arguments: [15, 148, 0.95],
    expected: { columns: { low: [0.0623863995307363], high: [0.160487241723308] } },
    source: `${newcombe}.`,
  },
  {
    name: 'repeat-window',
    function: 'FCR_EVENTS',
    arguments: [
      down('c1', 'c1', 'c2', 'c3', 'c3', 'c4', 'c4', 'c5', 'c5', 'c6', 'c6', 'c6', 'c7', 'c8'),
      days(
        ...['2024-03-01', '2024-03-05', '2024-03-02', '2024-03-02', '2024-03-04', '2024-03-03', '2024-03-10'],
        ...['2024-03-03', '2024-03-11', '2024-03-04', '2024-03-05', '2024-03-06', '2024-03-09', '2024-03-09'],
      ),
      down(
        ...['bill', 'bill', 'login', 'login', 'bill', 'bill', 'bill'],
        ...['ship', 'ship', 'ship', 'ship', 'ship', 'login', 'bill'],
      ),
      7,
      parseIso('2024-03-31'),
    ],
    expected: 0.7,
    source: 'No repeat of the same customer about the same topic within seven days; counted by hand.',
    note: 'On the seventh day it is a repeat (c4), on the eighth a new case (c5).',
  },
  {
    name: 'christmas',
    function: 'BUSINESS_HOURS',
    arguments: [
      days('2024-12-20 16:30', '2024-12-24 15:00', '2024-12-21 12:00', '2024-12-30 08:00', '2024-12-31 16:59:30'),
      days('2024-12-23 09:30', '2024-12-27 10:00', '2024-12-22 18:00', '2024-12-30 18:00', '2025-01-02 09:00:45'),
      9,
      17,
      null,
      days('2024-12-25', '2024-12-26', '2025-01-01'),
    ],
    expected: down(1, 3, 0, 8, 0.020833333333333332),
    tolerance: 1e-6,
    source: 'Counted second by second over the calendar.',
    note: 'A serial number holds a second to about 1e-10 of a day.',
  },
  {
    name: 'open-and-late',
    function: 'SLA_COMPLIANCE',
    arguments: [
      days('2024-05-01 09:00', '2024-05-01 10:00', '2024-05-02 08:00', '2024-05-08 09:00'),
      days('2024-05-01 12:30', '2024-05-01 14:00', '2024-05-02 12:00:01', null),
      4,
      parseIso('2024-05-08 12:00'),
    ],
    expected: 0.6666666666666666,
    source: 'Counted by hand.',
    note: 'Exactly at the target is met, a second over is not; an open case inside its target does not count yet.',
  },
  {
    name: 'overlapping-incidents',
    function: 'UPTIME',
    arguments: [
      days(
        ...['2024-02-03 10:00', '2024-02-03 10:30', '2024-02-10 23:50', '2024-01-31 23:30'],
        ...['2024-02-29 23:00', '2024-02-15 08:00', '2024-02-03 10:35'],
      ),
      days(
        ...['2024-02-03 10:45', '2024-02-03 11:15', '2024-02-11 00:20', '2024-02-01 00:15'],
        ...['2024-03-01 02:00', '2024-02-15 08:00', '2024-02-03 10:40'],
      ),
      parseIso('2024-02-01'),
      parseIso('2024-03-01'),
    ],
    expected: 0.9956896551724138,
    source: 'The union of the incidents inside the period, 180 minutes of 41,760; counted by hand.',
    note: 'What overlaps counts once, and what lies outside the period not at all.',
  },
  {
    name: 'three-nines-of-a-year',
    function: 'DOWNTIME_BUDGET',
    arguments: [0.999, parseIso('2025-01-01'), parseIso('2026-01-01')],
    expected: { columns: { allowed_hours: [8.76] } },
    source: 'Beyer and others, “Site Reliability Engineering”, 2016, appendix A: 8.76 hours.',
  },
  {
    name: '55-agents',
    function: 'QUEUE_SERVICE',
    arguments: [720, 4, 55, 15],
    expected: {
      columns: {
        occupancy: [0.8727272727272727],
        chance_of_waiting: [0.2387009363780092],
        service_level: [0.8458830921705803],
        mean_wait_seconds: [8.184032104388887],
      },
    },
    source: 'Erlang C by the Poisson distribution of R; the worked example of Mitan Ltd: 0.239 and 8.2 seconds.',
  },
]
