import { counts } from '../../arguments/index.ts'
import { historyArgs } from '../../arguments/columns/histories.ts'
import { metric } from '../../metric.ts'
import { fitColumns, fitTable } from '../../arguments/single/params.ts'
import { fitBetaGeometricNbd } from '../../statistics/customers/betaGeometricNbd.ts'
import { groupHistories } from '../../statistics/customers/purchaseHistory.ts'

export const bgnbdFit = metric(
  {
    name: 'BGNBD_FIT',
    summary:
      'Learns from the order histories of all customers how often they order and when they stop, without being told (the BG/NBD model): each customer orders at a steady rate of their own and may leave unseen after any order. BGNBD_EXPECTED and P_ALIVE forecast from the result. Where converged is FALSE no best fit was found: do not rely on it.',
    questions: ['How do I predict future orders?', 'How do I fit the BG/NBD model in a spreadsheet?'],
    args: [...historyArgs, counts()],
    returns: { table: fitColumns('BGNBD_FIT') },
    examples: [
      {
        cells: [
          [[2], [1], [6], [3], [7], [0], [1], [8]],
          [[5], [12], [44], [28], [34], [0], [7], [24]],
          [[26], [52], [52], [52], [52], [52], [52], [26]],
        ],
        gives: [
          ['r', 'alpha', 'a', 'b', 'log_likelihood', 'converged'],
          [1.6663292453898844, 12.663138040739959, 0.456943994978746, 1.513049042108136, -93.39542520157627, true],
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
    source: 'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005.',
  },
  (frequency, recency, age) => {
    const fit = fitBetaGeometricNbd(groupHistories({ frequency, recency, age }))
    return fitTable('BGNBD_FIT', fit, fit)
  },
)
