import { column } from '../compute.ts'

/** A call with its cells, and what is right: a value, or a sentence that names the row and a way on. */
export interface FieldCase {
  name: string
  cells: readonly unknown[]
  right: { value: unknown } | { sentence: RegExp }
}

const is = (name: string, cells: readonly unknown[], value: unknown): FieldCase => ({ name, cells, right: { value } })
const refused = (name: string, cells: readonly unknown[], sentence: RegExp): FieldCase => ({
  name,
  cells,
  right: { sentence },
})

/** 100, a text and 7 for one customer. */
const costs = (text: string) => [column(100, text, 7), 1]
const spend = (text: string, value: number) => is('CAC', costs(text), 107 + value)
const unclear = (text: string) =>
  refused('CAC', costs(text), /^CAC: paid_costs row 2 has “.+”, .*(?:keep only|write it out)/)

const reasons = (...rows: unknown[][]) => [['reason', 'count', 'share', 'cumulative'], ...rows]
const late = reasons(['Late', 2, 2 / 3, 2 / 3], ['Broken', 1, 1 / 3, 1])
const reasonsUnder = (title: string) => is('REASON_PARETO', [column(title, 'Late', 'Late', 'Broken')], late)
/** A column of reasons whose first row may be a title or a reason: the table says for what it was taken. */
const doubtfulReasons = (title: string) =>
  is(
    'REASON_PARETO',
    [column(title, 'Late', 'Late', 'Broken')],
    [
      ...late,
      [`reasons row 1 (“${title}”) is taken for the title; if it is a value, put a title above it`, '', '', ''],
    ],
  )

const backlog = (closed: unknown) =>
  is('BACKLOG', [column('2026-03-01', '2026-03-02'), column('2026-03-05', closed)], 1)

/** Four orders of two customers in January and February, and two of a placeholder. */
const cohorts = (placeholder: string) =>
  is(
    'REPEAT_RATE',
    [
      column('a', placeholder, placeholder, 'b', 'a'),
      column('2025-01-05', '2025-01-06', '2025-02-06', '2025-01-07', '2025-02-05'),
      60,
      '2025-12-31',
    ],
    1 / 2,
  )

const paths = (path: string) => [column('search > mail', path)]
const twoTouches = (path: string) => refused('ATTRIBUTION', paths(path), /^ATTRIBUTION: paths row 2 has “.+”.*>/)

/** Hours between two instants, of which the first is text. */
const hours = (created: string, replied: string, value: number) =>
  is('RESPONSE_TIME', [column(created), column(replied)], value)
const took = (text: unknown, value: number) => is('RESPONSE_TIME', [column(text, text)], value)

/** The day a text is, by the days that have passed since 2024-02-28. */
const days = (text: string, value: number) => is('TIME_TO_VALUE', [column('2024-02-28'), column(text), 'mean'], value)

const good = (yes: string, no: string) => is('CSAT', [column(yes, no, yes, yes)], 3 / 4)
const solved = (yes: string, no: string) => is('FCR', [undefined, column(yes, no, yes, yes)], 3 / 4)
const renewed = (yes: string, no: string) =>
  is('RENEWAL_RATE', [column('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'), column(yes, no, yes, yes)], 3 / 4)

/** Every kind of cell that exports hold, its smallest case, and further spellings of the same kind. */
export const fieldCases: Readonly<Record<string, readonly FieldCase[]>> = {
  'money with a sign of its own': [
    spend('R$ 50,00', 50),
    spend('US$ 50.00', 50),
    spend('CA$50', 50),
    spend('A$50.25', 50.25),
    spend('HK$ 1,050.00', 1050),
    spend('50,00 kr', 50),
    spend('Rs. 50', 50),
    spend('AED 50.00', 50),
    spend('₩50,000,000', 50e6),
    spend('₺50,50', 50.5),
    spend('50.000.000 ₫', 50e6),
    spend('₪ 50', 50),
    spend('$(50)', -50),
    spend('–50', -50),
    spend('５０', 50),
    spend('٥٠', 50),
    spend('\u200b50', 50),
    spend('\u200e$50', 50),
    spend('CHF 1’050.50', 1050.5),
    spend('50 zł', 50),
    spend('NZ$50.00', 50),
    spend('S/ 50.00', 50),
    spend('50.00 USD', 50),
    spend('EUR -50,00', -50),
    spend('-US$50.00', -50),
    spend('($50.00)', -50),
    spend('50,00\u00a0Kč', 50),
    spend('RM50.00', 50),
    spend('Rp 50.000.000', 50e6),
    spend('₱50.00', 50),
    spend('฿50.00', 50),
    spend('₦1,050.00', 1050),
    spend('$50.00-', -50),
    spend('MX$50.00', 50),
    spend('50,- €', 50),
    spend('Fr. 50.00', 50),
    spend('50 Ft', 50),
    spend('50元', 50),
    spend('KSh 50', 50),
    spend('50 руб.', 50),
    refused('CAC', [column('$50', '€50'), 1], /^CAC: paid_costs row 1 has “\$50” beside amounts in EUR, bring them/),
  ],
  'money without doubt': [
    spend('$1,234.50', 1234.5),
    spend('1.234,50 €', 1234.5),
    spend('(99.00)', -99),
    spend("1'234.50", 1234.5),
    spend('1\u202f234,50', 1234.5),
    spend('1\u00a0234,50 €', 1234.5),
    spend('1\u2009234.50', 1234.5),
    spend('1,23,456.00', 123456),
    spend('€\u00a01.234.567,89', 1234567.89),
    spend('£1,234,567', 1234567),
  ],
  'numbers behind signs': [
    is('ROAS', [column(50, 80, 60, "'-60"), 100], 1.3),
    spend('="50"', 50),
    spend("'50.5", 50.5),
    spend('’50', 50),
    spend('="1,050.00"', 1050),
    spend('"50"', 50),
    refused('CAC', costs('fifty'), /^CAC: paid_costs row 2 has “fifty”, keep only the number/),
    unclear('< 50'),
    unclear('~50'),
    unclear('≈ 50'),
    unclear('> 50'),
    unclear('50+'),
    unclear('1.5k'),
    unclear('50 - 60'),
    unclear('ca. 50'),
    refused(
      'CAC',
      costs('1,200'),
      /^CAC: paid_costs row 2 has “1,200”, which may be 1\.2 or 1200: turn it into a number/,
    ),
  ],
  'labels with their number': [
    is('CSAT', [column(5, 'Satisfied (4)', 2)], 2 / 3),
    is('CSAT', [column('5 - Very satisfied', 4, '2: Poor')], 2 / 3),
    is('NPS', [column('10 - Extremely likely', 9, '0 - Not at all likely', 8)], 25),
    is('NPS', [column('10 (Extremely likely)', '9', 'Not likely = 0', 8)], 25),
    is('CSAT', [column('4 stars', '5 stars', '1 star')], 2 / 3),
    is('CES', [column('1 = very easy', '2', '3. hard')], 2),
    refused('CSAT', [column(5, '★★★★', 2)], /^CSAT: ratings row 2 has “★★★★”/),
    refused('NPS', [column(9, '9/10', 2)], /^NPS: scores row 2 has “9\/10”/),
  ],
  'titles above words': [
    reasonsUnder('Cancellation Reason'),
    reasonsUnder('Labels'),
    reasonsUnder('Tags'),
    reasonsUnder('Type'),
    reasonsUnder('Issue'),
    reasonsUnder('Topic'),
    reasonsUnder('Return reason'),
    reasonsUnder('Decline Reason'),
    reasonsUnder('Custom field (Root cause)'),
    reasonsUnder('Ticket Type'),
    doubtfulReasons('Why did you leave us?'),
    is(
      'FEATURE_ADOPTION',
      [column('user_id', 1, 2, 2), column('feature', 'Export', 'Export', 'Chat'), 10],
      [
        ['feature', 'users', 'adoption'],
        ['Export', 2, 0.2],
        ['Chat', 1, 0.1],
      ],
    ),
    is(
      'THEME_COUNT',
      [column('Review Text', 'Late', 'Fine'), [['Late', 'late']]],
      [
        ['theme', 'comments', 'share'],
        ['Late', 1, 1 / 2],
        ['(no theme)', 1, 1 / 2],
      ],
    ),
    is(
      'THEME_COUNT',
      [column('Comments', 'Open-Ended Response', 'Late', 'Fine'), [['Late', 'late']]],
      [
        ['theme', 'comments', 'share'],
        ['Late', 1, 1 / 2],
        ['(no theme)', 1, 1 / 2],
      ],
    ),
  ],
  'titles of short lists': [
    ...['Stage', 'Stages', 'Steps'].map((title) =>
      is(
        'FUNNEL_EVENTS',
        [column('a', 'a'), column('Visit', 'Paid'), column('2026-01-01', '2026-01-02'), column(title, 'Visit', 'Paid')],
        [
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Visit', 1, '', 1, ''],
          ['Paid', 1, 1, 1, 0],
        ],
      ),
    ),
    refused(
      'FUNNEL_EVENTS',
      [column('a'), column('Visit'), column('2026-01-01'), column('My stages', 'Visit', 'Paid')],
      /^FUNNEL_EVENTS: stage_order begins with “My stages”, which no row of stages has; if that is a title, select/,
    ),
  ],
  'days that stand for not yet': [
    '9999-12-31',
    '9999-12-31T23:59:59',
    '31.12.9999',
    '2099-12-31',
    '12/31/9999',
    '1900-01-01',
    '0000-00-00',
    2958465,
  ].map(backlog),
  'words that stand for not yet': [
    '-',
    'N/A',
    'NULL',
    'Open',
    '(not set)',
    'Pending',
    'in progress',
    'Unresolved',
    '—',
    'ongoing',
  ].map(backlog),
  'placeholders among ids': ['N/A', '-', 'null', '(not set)', 'unknown', 'undefined', 'NaN', '(none)', 'n.a.'].map(
    cohorts,
  ),
  'separators of paths': [
    ...['a ^ b', 'a | b', 'a; b', 'a, b, c'].map(twoTouches),
    is(
      'ATTRIBUTION',
      [column('Direct x 2 > Email')],
      [
        ['channel', 'credit', 'share'],
        ['Direct', 2 / 3, 2 / 3],
        ['Email', 1 / 3, 1 / 3],
      ],
    ),
    is(
      'ATTRIBUTION',
      [column('Direct × 2 > Email')],
      [
        ['channel', 'credit', 'share'],
        ['Direct', 2 / 3, 2 / 3],
        ['Email', 1 / 3, 1 / 3],
      ],
    ),
    is(
      'ATTRIBUTION',
      [column('Direct > Email')],
      [
        ['channel', 'credit', 'share'],
        ['Direct', 1 / 2, 1 / 2],
        ['Email', 1 / 2, 1 / 2],
      ],
    ),
    is(
      'ATTRIBUTION',
      [column('Direct → Email')],
      [
        ['channel', 'credit', 'share'],
        ['Direct', 1 / 2, 1 / 2],
        ['Email', 1 / 2, 1 / 2],
      ],
    ),
  ],
  'credit by the hour': [
    is(
      'ATTRIBUTION_EVENTS',
      [
        column('a', 'a'),
        column('2026-03-01T08:00', '2026-03-01T20:00'),
        column('x', 'y'),
        column('2026-03-01T21:00', '2026-03-01T21:00'),
        'decay',
        undefined,
        0.5,
      ],
      [
        ['channel', 'credit', 'share'],
        ['y', 2 / 3, 2 / 3],
        ['x', 1 / 3, 1 / 3],
      ],
    ),
  ],
  'rows of one segment': [
    is(
      'METRIC_BY',
      ['CSAT', column('a', 'a', 'b'), column('Good', 'Bad', 'Good')],
      [
        ['segment', 'rows', 'CSAT'],
        ['a', 2, 1 / 2],
        ['b', 1, 1],
      ],
    ),
    is(
      'METRIC_BY',
      ['CSAT', column('Channel', 'a', 'a', 'b'), column('Satisfaction Score', 'Good', 'Offered', 'Bad')],
      [
        ['segment', 'rows', 'CSAT'],
        ['a', 2, 1],
        ['b', 1, 0],
      ],
    ),
    refused(
      'METRIC_BY',
      ['CSAT', column('a', 'a', 'b'), column('Good', 'Splendid', 'Good')],
      /“Splendid”, use numbers, or words/,
    ),
    refused(
      'METRIC_BY',
      ['CSAT', column('b', 'a', 'a'), column('Good', 'Splendid', 'Good')],
      /“Splendid”, use numbers, or words/,
    ),
    is(
      'METRIC_BY',
      ['ARPU', column('a', 'a', 'b'), column(10, 20, 7), column(1, 1, 1)],
      [
        ['segment', 'rows', 'ARPU'],
        ['a', 2, 15],
        ['b', 1, 7],
      ],
    ),
    is(
      'METRIC_BY',
      ['CAC', column('a', 'a', 'b'), column(10, 20, 7), column(1, 1, 1)],
      [
        ['segment', 'rows', 'CAC'],
        ['a', 2, 15],
        ['b', 1, 7],
      ],
    ),
  ],
  'targets in other units': [
    is('KPI_STATUS', [0.9, '>= 99.9%'], 'red'),
    is('KPI_STATUS', [0.99, '>= 99.9%'], 'red'),
    is('KPI_STATUS', [0.9988, '>= 99.9%'], 'red'),
    is('KPI_STATUS', [0.99895, '>= 99.9%'], 'amber'),
    refused(
      'KPI_STATUS',
      [20, '< 1 day'],
      /^KPI_STATUS: value is 20 and the target counts days: if the value counts hours, write/,
    ),
  ],
  'times with a zone': [
    hours('2024-03-01T10:00:00Z', '2024-03-01T12:00:00Z', 2),
    hours('2024-03-01 10:00:00 +00:00', '2024-03-01 12:00:00 +00:00', 2),
    hours('2024-03-01 10:00:00 +0000', '2024-03-01 12:00:00 +0000', 2),
    hours('2024-03-01 10:00:00 UTC', '2024-03-01 12:00:00 UTC', 2),
    hours('2024/03/01 10:00:00 AM GMT+1', '2024/03/01 12:00:00 PM GMT+1', 2),
    hours('2024-03-01T10:00:00.123+02:00', '2024-03-01T12:00:00.123+02:00', 2),
    hours('2024-03-01 10:00 CET', '2024-03-01 12:00 CET', 2),
    hours('2024-03-01T10:00:00.000000Z', '2024-03-01T12:00:00.000000Z', 2),
    hours('Fri Mar 01 2024 10:00:00 GMT+0100', 'Fri Mar 01 2024 12:00:00 GMT+0100', 2),
    refused(
      'RESPONSE_TIME',
      [column('2024-03-01T10:00:00Z'), column('2024-03-01T12:00:00+02:00')],
      /^RESPONSE_TIME: replied is at \+02:00 and created at UTC, bring both to one zone$/,
    ),
  ],
  'dates without doubt': [
    days('Mar 1, 2024', 2),
    days('1 Mar 2024', 2),
    days('01-Mar-24', 2),
    days('13/Mar/24 10:30 AM', 14),
    days('3/15/2024 11:30 PM', 16),
    days('2024/03/01', 2),
    days('2024-03-01 9:05', 2),
    days('13.03.2024, 14:05', 14),
    days('20240301', 2),
    days('March 1st, 2024', 2),
    days('Fri, 1 Mar 2024', 2),
    days('1. März 2024', 2),
    days('2024年3月1日', 2),
    days('01-MAR-2024', 2),
    days('2024.03.01', 2),
    is('TIME_TO_VALUE', [column('2024-01-31', '2024-01-31'), column('01/02/2024', '13/02/2024'), 'mean'], 7),
    refused(
      'TIME_TO_VALUE',
      [column('2023-12-31', '2023-12-31'), column('01/02/2024', '03/02/2024'), 'mean'],
      /^TIME_TO_VALUE: value_dates row 1 has “01\/02\/2024”, which may be 2024-02-01 or 2024-01-02/,
    ),
  ],
  'satisfaction in words': [
    good('Good', 'Bad'),
    good('Very satisfied', 'Dissatisfied'),
    good('TRUE', 'FALSE'),
    good('Extremely Happy', 'Unhappy'),
    good('👍', '👎'),
    good('😀', '😞'),
    good('good', 'Neutral'),
    refused('CSAT', [column(5, '👍', 2)], /^CSAT: ratings row 2 has “👍”/),
    refused('CSAT', [column('👍', 5, 2)], /^CSAT: ratings row 1 has “👍”/),
    refused('CSAT', [column(5, 'Excellent', 3)], /^CSAT: ratings row 2 has “Excellent” among numbers, write it as/),
    refused('CSAT', [column(5, 'Four', 1)], /^CSAT: ratings row 2 has “Four”, keep only the number/),
    is('CSAT', [column('Good', 'Offered', 'Bad', 'Not Offered')], 1 / 2),
    is('CSAT', [column('Good', 'No response', 'Bad', 'n/a')], 1 / 2),
  ],
  'times that were taken': [
    took(2, 2),
    took('99:30:00', 99.5),
    took('1 h 23 m', 1 + 23 / 60),
    took('4m 30s', 4.5 / 60),
    took('2 days 3 hours', 51),
    took('0:20:00', 1 / 3),
    took('1.5 hours', 1.5),
    took('PT1H30M', 1.5),
    took('1 Std. 30 Min.', 1.5),
    took('1,5 h', 1.5),
    took('1 day, 2:30:00', 26.5),
    refused('RESPONSE_TIME', [column('12:34', '1:10')], /^RESPONSE_TIME: created row 1 has “12:34”, which may be/),
    refused(
      'RESPONSE_TIME',
      [column('First reply time in minutes', 12, 45)],
      /^RESPONSE_TIME: created row 2 has 12 under “First reply time in minutes”, and hours are wanted: divide by 60$/,
    ),
    refused('MTTR', [column('Downtime (sec)', 12, 45)], /row 2 has 12 under .+: divide by 3600$/),
    refused('SLA_COMPLIANCE', [column('resolution_time_(days)', '1.5'), undefined, 8], /multiply by 24$/),
    is('RESPONSE_TIME', [column('Reply time in minutes', '30 min', '0:30:00')], 1 / 2),
  ],
  'yes and no of the trade': [
    solved('Solved', 'Open'),
    solved('Closed', 'Pending'),
    solved('Done', 'To Do'),
    solved('Yes', 'No'),
    renewed('Won', 'Lost'),
    renewed('Closed Won', 'Closed Lost'),
    renewed('active', 'canceled'),
    renewed('renewed', 'churned'),
    is('SHARE_OF', [column('Yes', 'No', 'yes', 'YES')], 3 / 4),
    is('SHARE_OF', [column('Churned', 'Yes', 'No')], 1 / 2),
  ],
  'a column where one number belongs': [
    refused(
      'CONVERSION_RATE',
      [column(24, 12), column(1200, 600)],
      /^CONVERSION_RATE: converted must be one cell, not 2: add them up with SUM$/,
    ),
    refused(
      'CHURN_RATE',
      [100, column(3, 4)],
      /^CHURN_RATE: lost_customers must be one cell, not 2: add them up with SUM$/,
    ),
    refused('NRR', [100, 10, 5, column(1, 2)], /^NRR: churned_mrr must be one cell, not 2: add them up with SUM$/),
    refused('LTV', [column(100, 200), 0.8, 0.05], /^LTV: arpa must be one cell, not 2$/),
  ],
  'work over midnight': [
    is('BUSINESS_HOURS', ['2026-03-02T11:00', '2026-03-02T14:00', '12:00', '04:00'], 2),
    is('BUSINESS_HOURS', ['2026-03-02T22:00', '2026-03-03T05:00', '22:00', '4 am'], 6),
    is('BUSINESS_HOURS', ['2026-03-02T22:00', '2026-03-03T05:00', 22, 4], 6),
    is('BUSINESS_HOURS', ['2026-03-02T18:00', '2026-03-03T01:00', '6 pm', '00:30'], 6.5),
  ],
}
