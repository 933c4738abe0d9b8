import { columnOf, randomFrom } from '../measure.ts'

/** Columns of a million rows as a host hands them over, which pandas reads as well. The same on every machine. */
export interface Columns {
  orders: { customer: string[][]; date: number[][]; amount: number[][] }
  answers: { segment: string[][]; score: number[][] }
  /** The outcome, then twenty drivers: answers from 0 to 10 and from 1 to 5, a few of them blank. */
  survey: { outcome: (number | null)[][]; drivers: (number | null)[][] }
  /** Five columns with their titles, and a few faults of each kind. */
  table: (string | number | null)[][]
}

export const DRIVERS = 20

/** How each group of columns is made. */
export const makers: { readonly [Part in keyof Columns]: (rows: number) => Columns[Part] } = {
  orders: ordersOf,
  answers: answersOf,
  survey: surveyOf,
  table: tableOf,
}

function ordersOf(rows: number): Columns['orders'] {
  const random = randomFrom(31)
  const column = <T>(cell: () => T) => columnOf(rows, cell)
  return {
    customer: column(() => `C${Math.floor((random() * rows) / 10)}`),
    date: column(() => 45000 + Math.floor(random() * 700)),
    amount: column(() => Math.round(1000 + random() * 9000) / 100),
  }
}

function answersOf(rows: number): Columns['answers'] {
  const random = randomFrom(32)
  const segment = Array.from({ length: rows }, () => [`Segment ${Math.floor(random() * 200)}`])
  return { segment, score: segment.map(() => [Math.floor(random() * 11)]) }
}

function surveyOf(rows: number): Columns['survey'] {
  const random = randomFrom(33)
  const noise = () => random() + random() + random() - 1.5
  const answer = (middle: number, value: number, low: number, high: number) =>
    random() < 0.002 ? null : Math.min(high, Math.max(low, Math.round(middle + value)))
  const outcome: (number | null)[][] = []
  const drivers = Array.from({ length: rows }, () => {
    const mood = noise()
    const values = Array.from({ length: DRIVERS }, () => mood + noise())
    const felt = values.reduce((sum, value, k) => sum + value * k, 0) / DRIVERS
    outcome.push([answer(6, felt / 4 + 2 * noise(), 0, 10)])
    return values.map((value, k) => (k % 2 === 0 ? answer(3, 1.5 * value, 1, 5) : answer(5, 3 * value, 0, 10)))
  })
  return { outcome, drivers }
}

function tableOf(rows: number): Columns['table'] {
  const random = randomFrom(34)
  const words = 'good bad slow fast price service staff clean late early room food'.split(' ')
  const sometimes = <T>(share: number, fault: () => T, cell: () => T): T => (random() < share ? fault() : cell())
  const comment = () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, () => words[Math.floor(random() * words.length)]).join(' ')
  const found: Columns['table'] = [['Order ID', 'Order date', 'Amount', 'Comment', 'Rating']]
  for (let i = 0; i < rows; i++) {
    const row = [
      // Each id has one other way of writing at most: that of the row before.
      i % 4000 === 1
        ? `a${100_000 + i - 1}`
        : sometimes(
            0.001,
            () => `A${100_000 + Math.floor(random() * 1000) * 4 + 3}`,
            () => `A${100_000 + i}`,
          ),
      sometimes<string | number | null>(
        0.002,
        () => null,
        () => 45000 + Math.floor(random() * 700),
      ),
      sometimes<string | number | null>(
        0.005,
        () => null,
        () => Math.round(random() * 100_000) / 100,
      ),
      sometimes<string | null>(0.01, () => null, comment),
      sometimes<number | null>(
        0.02,
        () => null,
        () => 1 + Math.floor(random() * 5),
      ),
    ]
    if (i % 500 === 7) row[1] = '2026-03-04'
    if (i % 600 === 8) row[2] = '12.50'
    if (i % 300 === 9) row[3] = `${comment()} `
    if (i % 900 === 10) row[4] = 9
    found.push(row)
    if (i % 2000 === 3) found.push([...row])
  }
  return found
}
