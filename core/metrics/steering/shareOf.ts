import { counts, names } from '../../arguments/index.ts'
import { yesOrLabel } from '../../arguments/columns/yesOrLabel.ts'
import { metric, share } from '../../metric.ts'

export const shareOf = metric(
  {
    name: 'SHARE_OF',
    summary:
      'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.',
    questions: [
      'What share of customers churned, by a Yes/No column?',
      'What is the churn of a Yes/No column by segment?',
      'What share of rows has a certain status?',
    ],
    args: [
      yesOrLabel(
        'values',
        'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.',
        { which: 'which' },
      ),
      {
        ...names(
          'which',
          'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.',
          { default: null },
        ),
        ownRows: true,
      },
      counts(),
    ],
    returns: { unit: 'fraction', digits: 2, askedOfAll: true },
    native: '=COUNTIF({values},"yes")/(COUNTIF({values},"yes")+COUNTIF({values},"no"))',
    examples: [
      { cells: [[['Yes'], ['No'], ['no'], [null], ['Yes']]], gives: 0.5 },
      { cells: [[['active'], ['cancelled'], ['Active'], ['paused'], ['active']], 'cancelled'], gives: 0.2 },
      {
        cells: [
          [['active'], ['cancelled'], ['active'], ['paused'], ['active']],
          [['cancelled'], ['paused']],
        ],
        gives: 0.4,
      },
      { cells: [[['active'], ['cancelled']], 'canceled'], gives: '#VALUE!' },
    ],
    source: 'A sample proportion; Agresti, “Categorical Data Analysis”, 3rd edition, 2013.',
  },
  (values) =>
    share(
      values.reduce((count, value) => count + value, 0),
      values.length,
      { of: 'rows' },
    ),
)
