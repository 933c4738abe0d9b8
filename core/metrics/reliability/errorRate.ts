import { numbers } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const errorRate = metric(
  {
    name: 'ERROR_RATE',
    summary:
      'Faults per delivery: how often a service goes wrong. Ranges are added up. Where a delivery can have several faults, it may be more than 1.',
    questions: ['How many deliveries go wrong?', 'How accurate is our service?', 'How many mistakes do we make?'],
    args: [
      numbers('faults', 'Faults of the period, such as wrong bookings or wrong items; a range is added up.', {
        min: 0,
      }),
      numbers('deliveries', 'All deliveries of the same period, faultless ones too; a range is added up.', { min: 0 }),
    ],
    returns: { unit: 'fraction', digits: 2, target: '< 1% a month' },
    native: '=SUM({faults})/SUM({deliveries})',
    examples: [
      { cells: [7, 1200], gives: 0.005833333333333334 },
      {
        cells: [
          [[2], [null], [3]],
          [[240], [180], [80]],
        ],
        gives: 0.01,
      },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Slack, Brandon-Jones and Johnston, “Operations Management”, 7th edition, 2013.',
  },
  (faults, deliveries) =>
    share(sum(faults), sum(deliveries), { of: 'deliveries', none: 'deliveries is 0, so nothing could go wrong' }),
)
