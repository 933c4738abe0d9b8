import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'

export const burnMultiple = metric(
  {
    name: 'BURN_MULTIPLE',
    summary:
      'Cash burned for each unit of new yearly recurring revenue. Low is good: below 1 is called amazing, above 3 bad.',
    questions: ['How much cash does our growth burn?', 'Is our growth efficient?'],
    args: [
      number('net_burn', 'Cash burned in the period, as a positive number.', { adds: true }),
      number('net_new_arr', 'Yearly recurring revenue won less lost in the period.', { adds: true }),
    ],
    returns: { unit: 'ratio', better: 'lower' },
    native: '={net_burn}/{net_new_arr}',
    examples: [
      { cells: [2500000, 1250000], gives: 2 },
      { cells: [2500000, 0], gives: '#DIV/0!' },
      { cells: [2500000, -100000], gives: '#NUM!' },
    ],
    source: 'Sacks, “The Burn Multiple”, 2020.',
  },
  (netBurn, netNewArr) => {
    if (netNewArr < 0)
      throw new CellError('#NUM!', 'net_new_arr is negative: recurring revenue shrank, so no burn bought growth')
    return divide(netBurn, netNewArr, 'net_new_arr is 0, so the burn bought no growth')
  },
)
