import { counts, fraction, numberColumn } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'

export const stockAccuracy = metric(
  {
    name: 'STOCK_ACCURACY',
    summary:
      'Share of the counted lines where the count agrees with the stock on record: exactly, or within a tolerance. Too much is as wrong as too little; lines not counted are left out.',
    questions: [
      'Is our stock data right?',
      'How often does the count agree with the system?',
      'How many inventory errors are there?',
    ],
    args: [
      numberColumn('system_qty', 'Stock of each line as the system has it.'),
      numberColumn('counted_qty', 'What was counted. Blank: not counted, left out.', { min: 0 }),
      fraction(
        'tolerance',
        'How far the count may be off, as a share of system_qty: 2% lets 98 to 102 pass for 100. 0 when left out: the count must agree exactly. A line with 0 on record needs a count of 0.',
        { default: 0 },
      ),
      counts(),
    ],
    returns: { unit: 'fraction' },
    native:
      '=SUMPRODUCT(({system_qty}={counted_qty})*ISNUMBER({system_qty})*ISNUMBER({counted_qty}))/SUMPRODUCT(ISNUMBER({system_qty})*ISNUMBER({counted_qty}))',
    examples: [
      {
        cells: [
          [[100], [40], [0], [12], [7]],
          [[100], [38], [0], [13], [null]],
        ],
        gives: 0.5,
      },
      {
        cells: [[[100], [40], [0], [12]], [[100], [38], [0], [13]], 0.05],
        gives: 0.75,
      },
      { cells: [[[100], [40]], [[100]]], gives: '#VALUE!' },
    ],
    source: 'Brooks and Wilson, “Inventory Record Accuracy”, 2nd edition, 2007.',
  },
  (systemQty, countedQty, tolerance) => {
    let right = 0
    for (let i = 0; i < systemQty.length; i++) {
      const system = Math.abs(systemQty[i]!)
      // 0.1 + 0.2 on record and 0.3 counted agree: rounding is no fault.
      const rounding = 1e-12 * system
      if (Math.abs(systemQty[i]! - countedQty[i]!) <= tolerance * system + rounding) right++
    }
    return share(right, systemQty.length, { of: 'items' })
  },
)
