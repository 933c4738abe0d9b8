import { numberColumn } from './numberColumns.ts'

/** The columns of CLV_INPUTS that say when a customer ordered. */
export const historyArgs = [
  numberColumn(
    'frequency',
    'Repeat orders of each customer: days with an order after the first such day, 0 for one who never came back. CLV_INPUTS gives it.',
    { min: 0, max: 100000, whole: true },
  ),
  numberColumn(
    'recency',
    'Time from the first order of each customer to the last one, 0 for one who never came back. In any unit, the same as age.',
    { min: 0 },
  ),
  numberColumn('age', 'Time from the first order of each customer until now, in the unit of recency.', { min: 0 }),
] as const
