import type { TablePlan } from '../sheet/book.ts'
import { serialOf } from '../statistics/time/calendar.ts'

/** The answers of a made-up survey, ten a week, each with its segment; - for a question left blank. */
const ANSWERS = [
  'S9 S10 M7 L9 S6 M10 L8 S- M9 L10',
  'S8 M9 L10 S4 M- L9 S10 M8 L9 S7',
  'M10 L10 S5 S9 M6 L9 M9 S- L8 S10',
  'L9 S8 M10 M3 S9 L10 S6 M9 L7 S9',
]
const SEGMENTS: Readonly<Record<string, string>> = { S: 'Small', M: 'Medium', L: 'Large' }

/** The months in which each made-up customer has ordered, from January on: 1 2 3 for the first three. */
const ORDERS: Readonly<Record<string, string>> = {
  'Alder Farm': '1 2 3 4 5 6',
  'Birch & Co': '1 2 4',
  'Cedar Labs': '1 2 3 5 6',
  'Dune Travel': '1',
  'Elm Bakery': '1 3 4 6',
  'Fjord Foods': '2 3 4 5 6',
  'Grove Dental': '2 3',
  'Harbor Tools': '2 4 5 6',
  'Iris Media': '2',
  'Juniper Inn': '3 4 5',
  'Kestrel Bikes': '3 5 6',
  'Lark Audio': '3 4',
  'Maple School': '4 5 6',
  'Nettle Tea': '4 6',
  'Oak Legal': '4 5',
  'Pine Sports': '5 6',
  'Quartz Print': '5 6',
  'Reed Clinic': '6',
}

export const SAMPLE_SURVEY = 'Sample survey'

/** Two small tables to try functions with, the one to begin with last. They are the same on every day. */
export function sampleSheets(): TablePlan[] {
  const answers = ANSWERS.flatMap((week, i) =>
    week.split(' ').map((answer, day) => {
      const score = answer.slice(1)
      return [serialOf(2026, 5, 4 + 7 * i + (day % 5)), SEGMENTS[answer[0]!]!, score === '-' ? null : Number(score)]
    }),
  )
  const orders = Object.entries(ORDERS).flatMap(([customer, months], i) =>
    months
      .split(' ')
      .map((month, j) => [
        serialOf(2026, Number(month), 1 + ((5 * i + 7 * j) % 27)),
        customer,
        40 + ((37 * i + 23 * j) % 90),
      ]),
  )
  return [
    {
      name: 'Sample orders',
      columns: [
        { title: 'Date', width: 100, kind: 'date' },
        { title: 'Customer', width: 140, kind: 'text' },
        { title: 'Amount', width: 90, kind: 'money' },
      ],
      rows: orders.sort(([a], [b]) => Number(a) - Number(b)),
    },
    {
      name: SAMPLE_SURVEY,
      columns: [
        { title: 'Date', width: 100, kind: 'date' },
        { title: 'Segment', width: 100, kind: 'text' },
        { title: 'Would you recommend us? (0 to 10)', width: 240, kind: 'number' },
      ],
      rows: answers,
    },
  ]
}
