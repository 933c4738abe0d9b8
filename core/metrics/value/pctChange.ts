import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'

export const pctChange = metric(
  {
    name: 'PCT_CHANGE',
    summary:
      'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.',
    questions: ['How much did it grow?', 'By how many percent did it change?'],
    args: [number('now', 'The new value.'), number('before', 'The old value.')],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '=({now}-{before})/{before}',
    examples: [
      { cells: [120, 100], gives: 0.2 },
      { cells: [80, 100], gives: -0.2 },
      { cells: [120, 0], gives: '#DIV/0!' },
      { cells: [120, -100], gives: '#NUM!' },
    ],
    source: 'Relative difference; Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (now, before) => {
    if (before < 0)
      throw new CellError('#NUM!', `before is ${before}, and a relative change from a negative value says nothing`)
    return divide(now - before, before, 'before is 0, and any change from 0 is without measure')
  },
)
