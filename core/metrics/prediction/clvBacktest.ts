import { choice, counts, date, dates, keys, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { counted } from '../../data/words.ts'
import { metric, type Scalar } from '../../metric.ts'
import { aliveBetaGeometricNbd, fitBetaGeometricNbd, whileAlive } from '../../statistics/customers/betaGeometricNbd.ts'
import { latest, laterOrders, summariseOrders } from '../../statistics/customers/orderLog.ts'
import { aliveParetoNbd, fitParetoNbd, ordersWhileAlive } from '../../statistics/customers/paretoNbd.ts'
import { groupHistories, type Histories } from '../../statistics/customers/purchaseHistory.ts'
import { bestOf, byRepeatOrders, totalsOf, type Totals } from '../../statistics/customers/holdout.ts'
import { learnSpending } from '../../statistics/customers/spending.ts'
import { rowsWhere, valuesAt } from '../../statistics/picking.ts'
import { sum } from '../../statistics/sum.ts'
import { isoText } from '../../statistics/time/calendar.ts'

const header = [
  'repeat_orders',
  'customers',
  'actual_orders',
  'predicted_orders',
  'orders_error',
  'orders_share',
  'mean_absolute_error',
  'actual_money',
  'predicted_money',
  'money_error',
  'money_share',
] as const

export const clvBacktest = metric(
  {
    name: 'CLV_BACKTEST',
    summary:
      'Whether the forecasts of CLV can be trusted with your customers: the models learn from the orders up to a day, predict those after it, and are held against what came. Orders and money are totals of the customers who had placed so many repeat orders by that day, then of all of them and of the 20% that were predicted to order and to spend most. An error is predicted / actual - 1; mean_absolute_error is in orders per customer. The last row says it in words.',
    questions: [
      'How accurate is the forecast of orders and customer value?',
      'Can I trust CLV and the BG/NBD model with my customers?',
      'Would the model have foretold last year? Validation with a holdout (backtest)',
      'Does the model find the best customers?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order. All orders of a customer on one day are one order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order.',
      ),
      date(
        'cut_date',
        'Last day from which the models learn, such as half a year ago. Long enough after the first order that many customers have ordered again.',
      ),
      date(
        'until',
        'Last day of the orders that are held against the forecast. The latest date in the data when left out.',
        {
          default: null,
        },
      ),
      choice('model', 'Model of orders; that of spend is gamma-gamma.', {
        bgnbd: 'BG/NBD as in CLV: a customer may leave after an order',
        pnbd: 'Pareto/NBD: a customer may leave at any time, one with a single order too',
      }),
      counts(),
    ],
    returns: {
      chart: {
        kind: 'column',
        title: 'Orders after cut_date, by repeat orders before it',
        columns: ['actual_orders', 'predicted_orders'],
      },
      table: [
        { name: 'repeat_orders', unit: 'text' },
        { name: 'customers', unit: 'count' },
        { name: 'actual_orders', unit: 'count' },
        { name: 'predicted_orders', unit: 'estimate' },
        { name: 'orders_error', unit: 'fraction' },
        { name: 'orders_share', unit: 'fraction' },
        { name: 'mean_absolute_error', unit: 'estimate' },
        { name: 'actual_money', unit: 'money' },
        { name: 'predicted_money', unit: 'money' },
        { name: 'money_error', unit: 'fraction' },
        { name: 'money_share', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['Ben'],
            ['Dan'],
            ['Ben'],
            ['Eve'],
            ['Ann'],
            ['Cleo'],
            ['Cleo'],
            ['Dan'],
            ['Ann'],
            ['Ann'],
            ['Ann'],
            ['Ann'],
            ['Fay'],
          ],
          [
            ['2026-01-02'],
            ['2026-01-04'],
            ['2026-01-08'],
            ['2026-01-14'],
            ['2026-01-28'],
            ['2026-01-29'],
            ['2026-02-01'],
            ['2026-03-05'],
            ['2026-03-13'],
            ['2026-05-09'],
            ['2026-06-06'],
            ['2026-06-09'],
            ['2026-07-01'],
          ],
          [[15], [37], [16], [56], [22], [92], [144], [50], [33], [27], [35], [25], [48]],
          '2026-05-31',
          '2026-10-17',
        ],
        gives: [
          [
            'repeat_orders',
            'customers',
            'actual_orders',
            'predicted_orders',
            'orders_error',
            'orders_share',
            'mean_absolute_error',
            'actual_money',
            'predicted_money',
            'money_error',
            'money_share',
          ],
          [0, 1, 0, 0.4355199239288697, '', 0, 0.4355199239288697, 0, 29.375785256089685, '', 0],
          [1, 3, 0, 0.08863717207802774, '', 0, 0.029545724026009246, 0, 5.198942223147443, '', 0],
          [
            2, 1, 2, 0.18909019247900277, -0.9054549037604986, 1, 1.8109098075209973, 60, 5.672705957916377,
            -0.9054549007013937, 1,
          ],
          [3, 0, 0, 0, '', 0, '', 0, 0, '', 0],
          [4, 0, 0, 0, '', 0, '', 0, 0, '', 0],
          [5, 0, 0, 0, '', 0, '', 0, 0, '', 0],
          [6, 0, 0, 0, '', 0, '', 0, 0, '', 0],
          ['7+', 0, 0, 0, '', 0, '', 0, 0, '', 0],
          [
            'All',
            5,
            2,
            0.7132472884859001,
            -0.64337635575705,
            1,
            0.4670133807055789,
            60,
            40.247433437153504,
            -0.32920944271410824,
            1,
          ],
          ['Top 20% predicted', 1, 0, 0.4355199239288697, '', 0, '', 0, 29.375785256089685, '', 0],
          ['Top 20% in fact', 1, 2, '', '', 1, '', 60, '', '', 1],
          ['New after cut_date', 1, 1, '', '', '', '', 48, '', '', ''],
          [
            'BG/NBD predicts 0.713 orders from 2026-06-01 to 2026-10-17 where 2 came, 64.3% too few; the data end on 2026-07-01: the days after it count as days without orders; 40.2 of money where 60 came in, 32.9% too little; the 20% of customers that it puts first brought 0% of the money, where 100% is the most possible and 20% is chance; 1 customer first ordered later, without a forecast; 5 customers are few to learn from: below about 100 it is a guess',
            '',
            '',
            '',
            '',
            '',
            '',
            '',
            '',
            '',
            '',
          ],
        ],
      },
      { cells: [[['Ann'], ['Ben']], [['2026-01-05'], ['2026-03-02']], [[80], [25]], '2026-03-02'], gives: '#N/A' },
    ],
    reduce: { shape: 'days' },
    source:
      'Holdout test: Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005, and “RFM and CLV: Using Iso-Value Curves for Customer Base Analysis”, Journal of Marketing Research 42(4), 2005; share of the best 20%: Malthouse and Blattberg, Journal of Interactive Marketing 19(1), 2005.',
  },
  (ids, dates, amounts, cutDate, until, kind) => {
    const last = Math.floor(latest(dates))
    const [cut, end] = [Math.floor(cutDate), Math.floor(until ?? last)]
    if (end <= cut) throw nothingAfter(cut, end, until === null)
    const past = summariseOrders(ids, dates, amounts, cut, 'cut_date')
    const later = laterOrders(ids, dates, amounts, { after: cut, until: end })
    const { frequency, meanSpend, codes } = past
    const predictedOrders = orderForecast(kind, past, end - cut)
    const spending = learnSpending(frequency, meanSpend)
    const outcomes = {
      frequency,
      actualOrders: valuesAt(later.orders, codes),
      predictedOrders,
      actualMoney: valuesAt(later.money, codes),
      predictedMoney: predictedOrders.map((orders, i) => orders * spending.perOrder(frequency[i]!, meanSpend[i]!)),
    }
    const all = totalsOf(outcomes, () => true)
    const best = bestOf(outcomes, Math.ceil(codes.length / 5))
    const known = new Set(codes)
    const newcomers = rowsWhere(later.orders.length, (code) => later.orders[code]! > 0 && !known.has(code))
    const ofNewcomers = (values: Float64Array): number => sum(valuesAt(values, newcomers))
    const sentence = [
      ofOrders(kind, all, `from ${isoText(cut + 1)} to ${isoText(end)}`),
      end > last && `the data end on ${isoText(last)}: the days after it count as days without orders`,
      ofMoney(all, spending.remark),
      ofBest(all, best),
      newcomers.length > 0 && `${counted(newcomers.length, 'customer')} first ordered later, without a forecast`,
      codes.length < FEW &&
        `${counted(codes.length, 'customer')} are few to learn from: below about ${FEW} it is a guess`,
    ]
    return [
      [...header],
      ...byRepeatOrders(outcomes, MOST).map((totals, count) => row(count < MOST ? count : `${MOST}+`, totals, all)),
      row('All', all, all),
      row('Top 20% predicted', best.predicted, all),
      row('Top 20% in fact', best.actual, all),
      [
        'New after cut_date',
        newcomers.length,
        ofNewcomers(later.orders),
        '',
        '',
        '',
        '',
        ofNewcomers(later.money),
        '',
        '',
        '',
      ],
      [sentence.filter(Boolean).join('; '), ...header.slice(1).map(() => '')],
    ]
  },
)

/** Classes of repeat orders, as the paper has them. */
const MOST = 7
const FEW = 100

const models = { bgnbd: 'BG/NBD', pnbd: 'Pareto/NBD' }
type Model = keyof typeof models

function nothingAfter(cut: number, end: number, isLatest: boolean): CellError {
  if (!isLatest) return new CellError('#VALUE!', `until (${isoText(end)}) is not after cut_date (${isoText(cut)})`)
  const problem = `cut_date (${isoText(cut)}) is not before the latest date (${isoText(end)})`
  return new CellError('#N/A', `${problem}, so there are no orders to hold against the forecast; give an earlier one`)
}

/** The orders to expect from each customer over so many days. */
function orderForecast(kind: Model, histories: Histories, days: number): Float64Array {
  const { frequency, recency, age } = histories
  const grouped = groupHistories(histories)
  const fit = kind === 'bgnbd' ? fitBetaGeometricNbd(grouped) : fitParetoNbd(grouped)
  if (!fit.settled) throw new CellError('#NUM!', `no model of orders fits these ${frequency.length} customers`)
  if ('s' in fit) {
    const alive = aliveParetoNbd(fit)
    return frequency.map((x, i) => alive(x, recency[i]!, age[i]!) * ordersWhileAlive(fit, x, age[i]!, days))
  }
  const orders = whileAlive(fit, frequency, age, { times: [days], weights: [1] })
  return orders.map((count, i) => count * aliveBetaGeometricNbd(fit, frequency[i]!, recency[i]!, age[i]!))
}

function row(label: Scalar, totals: Totals, all: Totals): Scalar[] {
  const { customers, actualOrders, predictedOrders, actualMoney, predictedMoney, meanAbsoluteError } = totals
  return [
    label,
    customers,
    known(actualOrders),
    known(predictedOrders),
    known(ratio(predictedOrders, actualOrders) - 1),
    known(ratio(actualOrders, all.actualOrders)),
    known(meanAbsoluteError),
    known(actualMoney),
    known(predictedMoney),
    known(ratio(predictedMoney, actualMoney) - 1),
    known(ratio(actualMoney, all.actualMoney)),
  ]
}

/** Refunds may leave nothing, or less, to compare with. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN
}

function known(value: number): Scalar {
  return Number.isNaN(value) ? '' : value
}

function ofOrders(kind: Model, { predictedOrders, actualOrders }: Totals, time: string): string {
  const there =
    actualOrders === 0
      ? 'none came'
      : `${figure(actualOrders)} came${off(predictedOrders, actualOrders, 'few', 'many')}`
  return `${models[kind]} predicts ${figure(predictedOrders)} orders ${time} where ${there}`
}

function ofMoney({ predictedMoney, actualMoney }: Totals, remark: string): string {
  if (Number.isNaN(predictedMoney)) return `predicted_money is blank: ${remark}`
  const error = actualMoney > 0 ? off(predictedMoney, actualMoney, 'little', 'much') : ''
  const money = `${figure(predictedMoney)} of money where ${figure(actualMoney)} came in${error}`
  return remark === '' ? money : `${money} (${remark})`
}

function ofBest(all: Totals, { predicted, actual }: { predicted: Totals; actual: Totals }): string | false {
  const what = Number.isNaN(predicted.actualMoney) ? 'orders' : 'money'
  const shareOf = (totals: Totals) =>
    what === 'money' ? ratio(totals.actualMoney, all.actualMoney) : ratio(totals.actualOrders, all.actualOrders)
  if (Number.isNaN(shareOf(predicted))) return false
  const chance = predicted.customers / all.customers
  return `the ${percent(chance)} of customers that it puts first brought ${percent(shareOf(predicted))} of the ${what}, where ${percent(shareOf(actual))} is the most possible and ${percent(chance)} is chance`
}

/** “, 3.7% too few” */
function off(predicted: number, actual: number, less: string, more: string): string {
  const error = percent(Math.abs(predicted / actual - 1), 1)
  return error === '0%' ? ', hardly off' : `, ${error} too ${predicted < actual ? less : more}`
}

/** 1,653, or 12.4 where a whole number would be rough. */
function figure(value: number): string {
  return Math.abs(value) < 100 ? String(Number(value.toPrecision(3))) : Math.round(value).toLocaleString('en-US')
}

function percent(share: number, digits = 0): string {
  return `${Number((100 * share).toFixed(digits))}%`
}
