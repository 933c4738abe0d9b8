import { choice, counts, date, dates, fraction, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { counted } from '../../data/words.ts'
import { metric, type ResultColumn, type Scalar } from '../../metric.ts'
import {
  aliveBetaGeometricNbd,
  fitBetaGeometricNbd,
  whileAlive,
  type Ahead,
} from '../../statistics/customers/betaGeometricNbd.ts'
import { summariseOrders } from '../../statistics/customers/orderLog.ts'
import { groupHistories } from '../../statistics/customers/purchaseHistory.ts'
import { learnSpending, type Spending } from '../../statistics/customers/spending.ts'
import { valueLimits, type ValueLimits } from '../../statistics/customers/valueLimits.ts'
import { sum } from '../../statistics/sum.ts'
import { periodDays } from '../../statistics/time/waiting.ts'

const customerColumns: readonly ResultColumn[] = [
  { name: 'id', unit: 'text' },
  { name: 'p_alive', unit: 'fraction' },
  { name: 'expected_orders', unit: 'estimate' },
  { name: 'expected_spend', unit: 'money' },
  { name: 'clv', unit: 'money' },
]

export const clv = metric(
  {
    name: 'CLV',
    summary:
      'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.',
    questions: [
      'What is each customer worth over the next year?',
      'Which customers will bring the most margin?',
      'How do I predict customer value, or CLV, from orders?',
      'How sure is CLV, and between which limits is the value of customers?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order. All orders of a customer on one day are one order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.',
      ),
      fraction('gross_margin', 'Gross margin as a share of the amounts.', { min: -Infinity }),
      number('horizon_months', 'How many months to look ahead, of 30.4375 days. 12 when left out.', {
        min: 1,
        max: 240,
        whole: true,
        default: 12,
      }),
      fraction(
        'discount_rate',
        'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.',
        { default: 0 },
      ),
      date(
        'as_of',
        'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.',
        { default: null },
      ),
      choice('output', 'What the table says.', {
        table: 'what to expect of each customer, on average',
        detail:
          'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words',
      }),
      counts(),
    ],
    returns: {
      table: customerColumns,
      others: [
        {
          when: 'output is detail',
          table: [...customerColumns, { name: 'low', unit: 'money' }, { name: 'high', unit: 'money' }],
        },
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
          ],
          [[15], [37], [16], [56], [22], [92], [144], [50], [33], [27], [35], [25]],
          0.4,
          12,
          0,
          '2026-10-17',
        ],
        gives: [
          ['id', 'p_alive', 'expected_orders', 'expected_spend', 'clv'],
          ['Ben', 0.004573302825055956, 0.005469600374914068, 27.648639976324894, 0.0604908046321483],
          ['Dan', 0.04248599230735788, 0.051043101785546656, 52.55021918103514, 1.0729304746041453],
          ['Eve', 1, 0.4220767312421479, 59.52994526259799, 10.05048188298454],
          ['Ann', 0.14883464335597146, 0.5641911380372244, 32.471611393927546, 7.328078154496994],
          ['Cleo', 0.0038548908501662518, 0.0049107793490108555, 121.39576168817524, 0.23845911982229367],
        ],
      },
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
          ],
          [[15], [37], [16], [56], [22], [92], [144], [50], [33], [27], [35], [25]],
          0.4,
          36,
          0.1,
          '2026-10-17',
        ],
        gives: [
          ['id', 'p_alive', 'expected_orders', 'expected_spend', 'clv'],
          ['Ben', 0.004573302825055956, 0.010341351710369423, 27.648639976324894, 0.10281335900891933],
          ['Dan', 0.04248599230735788, 0.096388418184046, 52.55021918103514, 1.8215794972485837],
          ['Eve', 1, 0.7839194002757749, 59.52994526259799, 16.809084615041023],
          ['Ann', 0.14883464335597146, 1.0555646924840125, 32.471611393927546, 12.337255133442369],
          ['Cleo', 0.0038548908501662518, 0.009125934622596187, 121.39576168817524, 0.3990164914825821],
        ],
      },
      { cells: [[['Ann'], ['Ben']], [['2026-01-05'], ['2026-03-02']], [[80], [25]], 0.4], gives: '#N/A' },
    ],
    reduce: { shape: 'days' },
    source:
      'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005; Fader, Hardie and Lee, “RFM and CLV: Using Iso-Value Curves for Customer Base Analysis”, Journal of Marketing Research 42(4), 2005; Fader and Hardie, “The Gamma-Gamma Model of Monetary Value”, 2013.',
  },
  (ids, dates, amounts, grossMargin, horizonMonths, discountRate, asOf, output) => {
    const { ids: customers, meanSpend, ...histories } = summariseOrders(ids, dates, amounts, asOf)
    const { frequency, recency, age } = histories
    const orderModel = fitBetaGeometricNbd(groupHistories(histories))
    if (!orderModel.settled) throw new CellError('#NUM!', `no model of orders fits these ${customers.length} customers`)
    const spending = learnSpending(frequency, meanSpend)
    const horizon = horizonMonths * MONTH
    const orders = whileAlive(orderModel, frequency, age, { times: [horizon], weights: [1] })
    const discounted =
      discountRate === 0 ? orders : whileAlive(orderModel, frequency, age, months(horizonMonths, discountRate))
    const body = customers.map((id, i): Scalar[] => {
      const alive = aliveBetaGeometricNbd(orderModel, frequency[i]!, recency[i]!, age[i]!)
      const spend = spending.perOrder(frequency[i]!, meanSpend[i]!)
      const worth = Number.isNaN(spend) ? ['', ''] : [spend, grossMargin * spend * alive * discounted[i]!]
      return [id, alive, alive * orders[i]!, ...worth]
    })
    const remark = spendRemark(spending, body)
    if (output === 'table') return [[...header], ...body, ...inWords([remark], header.length)]
    const discount = orders.map((count, i) => discounted[i]! / count)
    const limits = valueLimits({ histories, meanSpend, orderModel, spending }, horizon, discount)
    return detailed(body, limits, grossMargin, remark)
  },
)

const header = ['id', 'p_alive', 'expected_orders', 'expected_spend', 'clv'] as const

/** What is to be said of spend: why some of it is blank, or that it is the same for all; "" otherwise. */
function spendRemark({ remark, isAlike }: Spending, body: readonly Scalar[][]): string {
  const blank = body.filter(([, , , spend]) => spend === '').length
  if (blank === 0) return isAlike ? `one expected_spend for all: ${remark}` : ''
  const whose = blank === body.length ? '' : ` for ${counted(blank, 'customer')}`
  return `expected_spend and clv are blank${whose}: ${remark}`
}

/** Rows with a sentence each, of those that are not "". */
function inWords(sentences: readonly string[], width: number): Scalar[][] {
  const told = sentences.filter((sentence) => sentence !== '')
  return told.map((sentence) => Array.from({ length: width }, (_, i) => (i === 0 ? sentence : '')))
}

/** The table with the limits of each customer and of all of them, in margin. */
function detailed(body: readonly Scalar[][], limits: ValueLimits, margin: number, remark: string): Scalar[][] {
  const inMargin = (low: number, high: number): Scalar[] =>
    // No minus before a 0.
    (margin < 0 ? [high, low] : [low, high]).map((limit) => (Number.isNaN(limit) ? '' : margin * limit + 0))
  const rows = body.map((row, i) => [...row, ...inMargin(limits.low[i]!, limits.high[i]!)])
  const total = (at: number): number => sum(body.map((row) => row[at] as number))
  const isKnown = body.every(([, , , , value]) => value !== '')
  const money = isKnown ? sum(body.map(([, , orders, spend]) => (orders as number) * (spend as number))) : NaN
  const { low, high } = limits.total
  const sums = [total(1) / body.length, total(2), ...(isKnown ? [money / total(2), total(4)] : ['', ''])]
  const words = [
    remark,
    METHOD,
    isKnown && Number.isNaN(low) ? BOUNDLESS : '',
    body.length < FEW
      ? `${counted(body.length, 'customer')} are few: below about ${FEW} all of this is a rough guess`
      : '',
  ]
  return [
    [...header, 'low', 'high'],
    ...rows,
    ['All', ...sums, ...inMargin(low, high)],
    ...inWords(words, header.length + 2),
  ]
}

const FEW = 100
const METHOD =
  'if the models are right, 95 of 100 such customers will be between low and high: low is 0 where they may well bring nothing, and high may be below clv, a mean that few of them lift; low and high of All also allow for the models being estimates'
const BOUNDLESS = 'low and high of All are blank: amounts differ so much that the spread of their sum has no end'

const MONTH = periodDays.month

/**
 * The orders of a month, those until its end less those until the one before, count by the discount from its end: added
 * up, those until the end of a month count by what its discount is above that of the next.
 */
function months(count: number, yearly: number): Ahead {
  const monthly = (1 + yearly) ** (-1 / 12)
  const months = Array.from({ length: count }, (_, i) => i + 1)
  return {
    times: months.map((month) => month * MONTH),
    weights: months.map((month) => monthly ** month * (month < count ? 1 - monthly : 1)),
  }
}
