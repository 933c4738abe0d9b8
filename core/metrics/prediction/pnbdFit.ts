import { counts } from '../../arguments/index.ts'
import { historyArgs } from '../../arguments/columns/histories.ts'
import { metric } from '../../metric.ts'
import { fitColumns, fitTable } from '../../arguments/single/params.ts'
import { fitParetoNbd } from '../../statistics/customers/paretoNbd.ts'
import { groupHistories } from '../../statistics/customers/purchaseHistory.ts'

export const pnbdFit = metric(
  {
    name: 'PNBD_FIT',
    summary:
      'Learns from the order histories of all customers how often they order and how long they stay, without being told (the Pareto/NBD model): each customer orders at a steady rate of their own and may leave unseen at any time, not only after an order as in BGNBD_FIT. PNBD_EXPECTED and P_ALIVE forecast from the result. Where converged is FALSE no best fit was found: do not rely on it.',
    questions: [
      'How do I fit the Pareto/NBD model in a spreadsheet?',
      'Which model of future orders lets one-time buyers leave too?',
    ],
    args: [...historyArgs, counts()],
    returns: { table: fitColumns('PNBD_FIT') },
    examples: [
      {
        cells: [
          [[0], [7], [6], [1], [0], [4], [0], [0]],
          [[0], [12], [26], [5], [0], [42], [0], [0]],
          [[26], [26], [26], [26], [26], [52], [52], [26]],
        ],
        gives: [
          ['r', 'alpha', 's', 'beta', 'log_likelihood', 'converged'],
          [0.556083689934832, 4.69965225978748, 0.6864038490258306, 14.95309170853055, -57.46902836819145, true],
        ],
      },
      {
        cells: [
          [[0], [0], [0]],
          [[0], [0], [0]],
          [[26], [39], [52]],
        ],
        gives: '#N/A',
      },
    ],
    reduce: { shape: 'histories', of: 'orders' },
    source:
      'Schmittlein, Morrison and Colombo, “Counting Your Customers: Who Are They and What Will They Do Next?”, Management Science 33(1), 1987.',
  },
  (frequency, recency, age) => {
    const fit = fitParetoNbd(groupHistories({ frequency, recency, age }))
    return fitTable('PNBD_FIT', fit, fit)
  },
)
