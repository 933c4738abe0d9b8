import { date, fraction, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { HOUR, periodLength } from '../../statistics/time/outages.ts'

export const downtimeBudget = metric(
  {
    name: 'DOWNTIME_BUDGET',
    summary:
      'Hours a service may be down in a period and still reach its uptime target; with the hours used also what is left of them.',
    questions: ['How much downtime does our SLA allow?', 'How many hours may we still be down this month?'],
    args: [
      fraction('target', 'Uptime promised, such as 99.9%.'),
      date('from_time', 'Start of the period: 2026-03-01 for March.'),
      date('to_time', 'End of the period, which is no part of it: 2026-04-01 for March.'),
      number('used_hours', 'Hours down so far. Left out: the rest of the row is blank.', { min: 0, default: null }),
    ],
    returns: {
      table: [
        { name: 'allowed_hours', unit: 'hours' },
        { name: 'used_hours', unit: 'hours' },
        { name: 'left_hours', unit: 'hours' },
        { name: 'used_share', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [0.999, '2026-01-01', '2027-01-01'],
        gives: [
          ['allowed_hours', 'used_hours', 'left_hours', 'used_share'],
          [8.76, '', '', ''],
        ],
      },
      {
        cells: [0.99, '2026-04-01', '2026-05-01', 1.8],
        gives: [
          ['allowed_hours', 'used_hours', 'left_hours', 'used_share'],
          [7.2, 1.8, 5.4, 0.25],
        ],
      },
      { cells: [99.9, '2026-01-01', '2027-01-01'], gives: '#VALUE!' },
    ],
    source: 'Beyer and others, “Site Reliability Engineering”, 2016, appendix A.',
  },
  (target, fromTime, toTime, usedHours) => {
    // 1 - 0.999 is not quite 0.001: what lies below a microsecond is rounding.
    const allowed = Math.round((1 - target) * periodLength(fromTime, toTime) * 1e3) / 1e3 / HOUR
    const known = usedHours !== null
    const share = known && allowed > 0 ? usedHours / allowed : ''
    return [
      ['allowed_hours', 'used_hours', 'left_hours', 'used_share'],
      [allowed, known ? usedHours : '', known ? allowed - usedHours : '', share],
    ]
  },
)
