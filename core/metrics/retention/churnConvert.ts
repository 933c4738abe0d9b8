import { choice, fraction } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

const months = { month: 1, quarter: 3, year: 12 }
const periodWords = { month: 'a month', quarter: 'three months', year: 'twelve months' }

export const churnConvert = metric(
  {
    name: 'CHURN_CONVERT',
    summary:
      'The same churn for another length of time. Rates compound: 3% a month is 31% a year, not 36%, because who has left cannot leave again.',
    questions: ['What is monthly churn as yearly churn?', 'How do I turn yearly churn into monthly churn?'],
    args: [
      fraction('rate', 'Churn rate of one period. For a retention rate, enter 1 less it.'),
      choice('from_period', 'Period that rate belongs to.', periodWords),
      choice('to_period', 'Period wanted.', periodWords, 'year'),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    native: '=1-(1-{rate})^12',
    examples: [
      { cells: [0.03], gives: 0.30615763900456234 },
      { cells: [0.36, 'year', 'quarter'], gives: 0.10557280900008412 },
      { cells: [3, 'month', 'year'], gives: '#VALUE!' },
    ],
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012; compounding: 1 - (1 - rate)^n.',
  },
  // 1 - (1 - rate)^n, in a form that keeps the digits of small rates.
  (rate, fromPeriod, toPeriod) => -Math.expm1((months[toPeriod] / months[fromPeriod]) * Math.log1p(-rate)),
)
