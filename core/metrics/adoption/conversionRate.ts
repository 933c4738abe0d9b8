import { fraction, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share, shareValue } from '../../metric.ts'
import { wilsonInterval } from '../../statistics/inference/proportion.ts'

export const conversionRate = metric(
  {
    name: 'CONVERSION_RATE',
    summary:
      'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).',
    questions: ['How many visitors buy?', 'What share converts?', 'How sure is our conversion rate?'],
    args: [
      number('converted', 'How many converted.', { min: 0, adds: true }),
      number('base', 'How many could have, those who converted included.', { min: 0, adds: true }),
      fraction('confidence', 'Confidence of the limits, such as 95%. No limits when left out.', {
        max: 0.9999,
        default: null,
      }),
    ],
    returns: {
      unit: 'fraction',
      digits: 2,
      table: [
        { name: 'rate', unit: 'fraction' },
        { name: 'low', unit: 'fraction' },
        { name: 'high', unit: 'fraction' },
      ],
    },
    native: '={converted}/{base}',
    examples: [
      { cells: [30, 1200], gives: 0.025 },
      {
        cells: [81, 263, 0.95],
        gives: [
          ['rate', 'low', 'high'],
          [0.30798479087452474, 0.255288519878274, 0.3662095769828],
        ],
      },
      { cells: [12, 10], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source:
      'Farris and others, “Marketing Metrics”, 3rd edition, 2015; limits: Wilson, Journal of the American Statistical Association 22(158), 1927.',
  },
  (converted, base, confidence) => {
    if (converted > base) throw new CellError('#VALUE!', `converted is ${converted}, more than base (${base})`)
    const rate = share(converted, base, { of: 'prospects', none: 'base is 0, so nobody could convert' })
    if (confidence === null) return rate
    const { low, high } = wilsonInterval(converted, base, confidence)
    return [
      ['rate', 'low', 'high'],
      [shareValue(rate), low, high],
    ]
  },
)
