import { excelFunctions, type Formula } from './bundles.ts'
import { compared, inYardsticks, type Line } from './lines.ts'
import { besideYardstick, randomFrom, side, type Turns } from './measure.ts'

/** The models of customer value. */
export function prediction(): Line[] {
  const functions = excelFunctions()
  const fits = fitsOfCustomers(functions, 100_000, 3)
  const discounts = discountOfOrders(functions, 100_000, 3)
  return [
    inYardsticks('BGNBD_FIT, 2,357 customers, Excel bundle', fitOfCustomers(functions, 2357, 15), 5),
    inYardsticks('BGNBD_FIT, 100,000 customers, Excel bundle', fitOfCustomers(functions, 100_000, 3), 100),
    compared('PNBD_FIT, 100,000 customers, Excel bundle', fits, 'BGNBD_FIT of the same', 10),
    inYardsticks('CLV, 100,000 orders, 12 discounted months, Excel bundle', valueOfOrders(functions, 100_000, 3), 200),
    inYardsticks(
      'CLV with limits, 10,000 customers, 12 discounted months, Excel bundle',
      limitsOfValue(functions, 50_000, 3),
      300,
    ),
    inYardsticks('CLV_BACKTEST, 100,000 orders, Excel bundle', backtest(functions, 100_000, 3), 200),
    compared('CLV, 100,000 orders, 240 discounted months, Excel bundle', discounts, 'without a discount', 3),
  ]
}

/** Customers who differ in pace and in how soon they leave, as rows of frequency, recency and age in weeks. */
function customers(count: number): number[][][] {
  const random = randomFrom(8)
  const rows = Array.from({ length: count }, () => {
    const age = 20 + random() * 60
    const pace = 0.15 * Math.exp(2 * (random() + random() + random() - 1.5))
    const leaves = random() ** 2
    let [orders, last] = [0, 0]
    for (let time = 0; ;) {
      time -= Math.log(1 - random()) / pace
      if (time > age) break
      orders++
      last = time
      if (random() < leaves) break
    }
    return [orders, Math.round(last * 7) / 7, Math.round(age * 7) / 7]
  })
  return [0, 1, 2].map((column) => rows.map((row) => [row[column]!]))
}

/** The fit of the BG/NBD model to so many customers. */
function fitOfCustomers({ BGNBD_FIT }: Record<string, Formula>, count: number, runs: number): Turns {
  const columns = customers(count)
  return besideYardstick(runs, () => BGNBD_FIT!(...columns))
}

/** The fit of the Pareto/NBD model beside that of the BG/NBD model, to the same customers. */
function fitsOfCustomers({ PNBD_FIT, BGNBD_FIT }: Record<string, Formula>, count: number, runs: number) {
  const columns = customers(count)
  return side(
    runs,
    () => PNBD_FIT!(...columns),
    () => BGNBD_FIT!(...columns),
  )
}

/** CLV over 240 discounted months beside CLV without a discount. */
function discountOfOrders({ CLV }: Record<string, Formula>, orders: number, runs: number) {
  const log = ordersOf(orders)
  return side(
    runs,
    () => CLV!(...log, 0.5, 240, 0.1, null),
    () => CLV!(...log, 0.5, 12, 0, null),
  )
}

/** CLV from a log of so many orders over 12 discounted months. */
function valueOfOrders({ CLV }: Record<string, Formula>, orders: number, runs: number): Turns {
  const log = ordersOf(orders)
  return besideYardstick(runs, () => CLV!(...log, 0.5, 12, 0.1, null))
}

/** CLV with the limits of each customer and of the total. */
function limitsOfValue({ CLV }: Record<string, Formula>, orders: number, runs: number): Turns {
  const log = ordersOf(orders)
  return besideYardstick(runs, () => CLV!(...log, 0.5, 12, 0.1, null, 'detail'))
}

/** A forecast of the later half of the time of a log, held against what came. */
function backtest({ CLV_BACKTEST }: Record<string, Formula>, orders: number, runs: number): Turns {
  const log = ordersOf(orders)
  return besideYardstick(runs, () => CLV_BACKTEST!(...log, 45350, null, null))
}

/** A log of so many orders, five to a customer on average: ids, dates and amounts. */
function ordersOf(orders: number): [string[][], number[][], number[][]] {
  const random = randomFrom(9)
  const ids: string[][] = []
  const dates: number[][] = []
  const amounts: number[][] = []
  for (let customer = 0; ids.length < orders; customer++) {
    const pace = 4 * Math.exp(3 * random())
    let day = 45000 + Math.floor(random() * 300)
    while (day < 45700 && ids.length < orders) {
      ids.push([`C${customer}`])
      dates.push([day])
      amounts.push([Math.round(2000 + random() * 8000) / 100])
      if (random() < 0.18) break
      day += 1 + Math.floor(-pace * Math.log(1 - random()))
    }
  }
  return [ids, dates, amounts]
}
