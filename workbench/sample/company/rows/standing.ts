import { reviewed, ago, type Month, type StoryRow } from '../story.ts'
import { ANSWERS, ORDERS, TICKETS } from '../../sampleData.ts'

export const targets: StoryRow[] = reviewed(
  31,
  (
    [
      {
        Metric: 'SLA_COMPLIANCE',
        Target: '>= 90%',
        Definition: 'Cases with a first reply by a person within two working hours, of all cases of the month.',
        Source: 'Help desk',
        Path: 'service',
        Owner: 'Maria',
        'Changed on': ago(62),
        'Old target': '>= 80%',
        Why: 'The shop now promises it on the order page, so four of five is not enough.',
      },
      {
        Metric: 'FCR',
        Target: '70%-85%',
        Definition: 'Cases solved with a single contact, of all cases of the month. Open ones count as not solved.',
        Source: 'Usual in the field',
        Path: 'service',
        Owner: 'Maria',
      },
      {
        Metric: 'RESOLUTION_TIME',
        Target: '< 12 h',
        Definition: 'Working hours until half of the cases are solved, Monday to Friday from 8 to 18.',
        Source: 'Help desk',
        Path: 'service',
        Owner: 'Jon',
      },
      {
        Metric: 'RESPONSE_TIME',
        Segment: 'chat',
        Target: '< 5 min',
        Definition: 'From the first line in chat to the first reply by a person, the median.',
        Source: 'Usual in the field',
        Path: 'service',
        Owner: 'Jon',
      },
      {
        Metric: 'RESPONSE_TIME',
        Segment: 'e-mail',
        Target: '< 24 h',
        Source: 'Usual in the field',
        Path: 'service',
        Owner: 'Jon',
      },
      { Metric: 'BACKLOG', Target: '<= 25', Source: 'Help desk', Path: 'service', Owner: 'Maria' },
      {
        Metric: 'UPTIME',
        Target: '>= 99.5%',
        Definition: 'Minutes of the month in which orders could be placed. Planned work counts as down.',
        Source: 'Monitoring',
        Path: 'product',
        Owner: 'Ada',
      },
      {
        Metric: 'CSAT',
        Target: '85%-90%',
        Definition: 'Answers of 4 or 5 on a scale of 5, a week after the parcel.',
        Source: 'Survey',
        Path: 'product',
        Owner: 'Maria',
      },
      {
        Metric: 'NPS',
        Target: '>= 38',
        Definition: 'Share of 9 and 10 less share of 0 to 6, asked of everybody who got a parcel.',
        Source: 'Survey',
        Path: 'product',
        Owner: 'Ada',
        'Changed on': ago(150),
        'Old target': '>= 50',
      },
      {
        Metric: 'CES',
        Target: '< 2.5 of 5',
        Source: 'Usual in the field',
        Path: 'service',
        Owner: 'Maria',
      },
      {
        Metric: 'REPEAT_RATE',
        Target: '>= 45%',
        Definition: 'Customers with another order within 90 days of their first.',
        Source: 'Shop',
        Path: 'product',
        Owner: 'Ada',
      },
      { Metric: 'ARPU', Target: '>= 66', Source: 'Shop', Path: 'product', Owner: 'Ada' },
      {
        Metric: 'CONVERSION_RATE',
        Target: '>= 2%',
        Definition: 'Orders of all visits of the month, those of our own people left out.',
        Source: 'Shop',
        Path: 'product',
        Owner: 'Ada',
      },
      {
        Metric: 'Quality of the answers',
        Target: '>= 80',
        Definition: 'Twenty answers a month, graded by Maria and Sam from 0 to 100 without seeing the name.',
        Source: 'Help desk',
        Path: 'service',
        Owner: 'Sam',
        'Reviewed on': ago(118),
      },
      {
        Metric: 'Quality',
        Definition:
          'The parcel is whole, complete and there on the day, it can be put up in an hour, and who asks gets an answer that helps.',
        Source: 'Twelve talks with customers',
        Owner: 'Ada',
      },
    ] as const
  ).map((cells) => ({ cells })),
)

export const sources: StoryRow[] = reviewed(20, [
  {
    cells: {
      Source: 'Shop',
      Sheet: 'Orders',
      'Newest row': { formula: '=MAX(Orders!C:C)' },
      Path: 'product',
      Owner: 'Ada',
    },
  },
  {
    cells: {
      Source: 'Survey',
      Sheet: 'Survey',
      'Newest row': { formula: '=MAX(Survey!A:A)' },
      'Allowed days': 31,
      Path: 'product',
      Owner: 'Maria',
    },
  },
  {
    cells: {
      Source: 'Help desk',
      Sheet: 'Tickets',
      'Newest row': { formula: '=MAX(Tickets!B:B)' },
      Path: 'service',
      Owner: 'Maria',
    },
  },
  {
    cells: {
      Source: 'Monitoring',
      Sheet: 'Outages',
      'Newest row': { formula: '=MAX(Outages!C:C)' },
      'Allowed days': 7,
      Path: 'product',
      Owner: 'Jon',
    },
  },
])

const cellsOf = (sheet: string, column: string, rows: number) => `${sheet}!${column}2:${column}${rows + 1}`
const within = (dates: string, { from, to }: Month) => `(${dates}>=${from})*(${dates}<${to})`
const orders = (column: string) => cellsOf('Orders', column, ORDERS)
const ordersOf = (column: string, month: Month) => `FILTER(${orders(column)}, ${within(orders('C'), month)})`
const opened = cellsOf('Tickets', 'B', TICKETS)

/** The answers of a month. Excel would make 0 of those that are blank. */
function answers(column: string, month: Month): string {
  const cells = cellsOf('Survey', column, ANSWERS)
  return `FILTER(${cells}, ${within(cellsOf('Survey', 'A', ANSWERS), month)}*(${cells}<>""))`
}

/** The cases of a month. A blank cell stays blank. */
function cases(column: string, month: Month, also = ''): string {
  const cells = cellsOf('Tickets', column, TICKETS)
  const kept = ['C', 'D'].includes(column) ? `IF(${cells}="", "", ${cells})` : cells
  return `FILTER(${kept}, ${within(opened, month)}${also})`
}

const CHAT = `*(${cellsOf('Tickets', 'E', TICKETS)}="Chat")`
const WORKDAY = '8/24, 18/24, "Mon-Fri"'
/** What the shop’s counter of visits said, month by month. */
const VISITS = [6250, 8100, 9000, 9600, 10700, 11200]

export const kpis: StoryRow[] = reviewed(28, [
  {
    cells: {
      KPI: 'Visits to the shop',
      Stage: 'adoption',
      Better: 'higher',
      Tier: 'loyalty',
      Side: 'service product',
      'Partner KPI': 'Visits that end in an order',
      Team: 'Shop',
      Path: 'product',
      Owner: 'Ada',
    },
    link: { typed: VISITS },
  },
  {
    cells: {
      KPI: 'Visits that end in an order',
      Stage: 'adoption',
      Source: 'Shop',
      Better: 'higher',
      Tier: 'experience',
      Side: 'service product',
      Team: 'Shop',
      Path: 'product',
      Owner: 'Ada',
    },
    link: {
      metric: 'CONVERSION_RATE',
      formula: (month) => `=CONVERSION_RATE(ROWS(${ordersOf('A', month)}), ${VISITS[month.index]})`,
    },
  },
  {
    cells: {
      KPI: 'Satisfied with the parcel',
      Stage: 'usage',
      Source: 'Survey',
      Better: 'higher',
      Tier: 'experience',
      Side: 'service product',
      Team: 'Parcels',
      Path: 'product',
      Owner: 'Jon',
    },
    link: { metric: 'CSAT', formula: (month) => `=CSAT(${answers('F', month)})` },
  },
  {
    cells: {
      KPI: 'Time the shop is open to order',
      Stage: 'usage',
      Source: 'Monitoring',
      Better: 'higher',
      Tier: 'reliability',
      Side: 'service product',
      Team: 'Shop',
      Path: 'product',
      Owner: 'Jon',
    },
    link: { metric: 'UPTIME', formula: ({ from, to }) => `=UPTIME(Outages!B:B, Outages!C:C, ${from}, ${to})` },
  },
  {
    cells: {
      KPI: 'Revenue per customer',
      Stage: 'renewal',
      Source: 'Shop',
      Better: 'higher',
      Tier: 'loyalty',
      Side: 'service product',
      Team: 'Shop',
      Path: 'product',
      Owner: 'Ada',
    },
    link: {
      metric: 'ARPU',
      formula: (month) => `=ARPU(${ordersOf('D', month)}, ROWS(UNIQUE(${ordersOf('B', month)})))`,
    },
  },
  {
    cells: {
      KPI: 'Order again within 90 days',
      Stage: 'renewal',
      Source: 'Shop',
      Better: 'higher',
      Tier: 'loyalty',
      Side: 'service product',
      Team: 'Shop',
      Path: 'product',
      Owner: 'Ada',
    },
    link: {
      metric: 'REPEAT_RATE',
      formula: ({ to }) => `=REPEAT_RATE(${orders('B')}, ${orders('C')}, 90, ${to}-1)`,
    },
  },
  {
    cells: {
      KPI: 'Would recommend us',
      Stage: 'renewal',
      Source: 'Survey',
      Better: 'higher',
      Tier: 'loyalty',
      Side: 'service product',
      Path: 'product',
      Owner: 'Ada',
    },
    link: { metric: 'NPS', formula: (month) => `=NPS(${answers('E', month)})` },
  },
  {
    cells: {
      KPI: 'First reply in chat',
      Stage: 'adoption',
      Segment: 'chat',
      Source: 'Help desk',
      Better: 'lower',
      Tier: 'experience',
      Side: 'customer service',
      Team: 'Help desk',
      Path: 'service',
      Owner: 'Maria',
    },
    link: {
      metric: 'RESPONSE_TIME',
      formula: (month) => `=RESPONSE_TIME(${cases('B', month, CHAT)}, ${cases('C', month, CHAT)})`,
    },
  },
  {
    cells: {
      KPI: 'Replies within two working hours',
      Stage: 'usage',
      Source: 'Help desk',
      Better: 'higher',
      Tier: 'reliability',
      Side: 'customer service',
      Team: 'Help desk',
      Path: 'service',
      Owner: 'Maria',
    },
    link: {
      metric: 'SLA_COMPLIANCE',
      formula: (month) => `=SLA_COMPLIANCE(${cases('B', month)}, ${cases('C', month)}, 2, ${month.to}, ${WORKDAY})`,
    },
  },
  {
    cells: {
      KPI: 'Solved at first contact',
      Stage: 'usage',
      Source: 'Help desk',
      Better: 'higher',
      Tier: 'experience',
      Side: 'customer service',
      Team: 'Help desk',
      'Partner KPI': 'Quality of the answers',
      Path: 'service',
      Owner: 'Maria',
    },
    link: { metric: 'FCR', formula: (month) => `=FCR(${cases('G', month)}, ${cases('H', month)})` },
  },
  {
    cells: {
      KPI: 'Working hours until solved',
      Stage: 'usage',
      Source: 'Help desk',
      Better: 'lower',
      Tier: 'reliability',
      Side: 'customer service',
      Team: 'Help desk',
      Path: 'service',
      Owner: 'Sam',
    },
    link: {
      metric: 'RESOLUTION_TIME',
      formula: (month) => `=RESOLUTION_TIME(${cases('B', month)}, ${cases('D', month)}, "median", ${WORKDAY})`,
    },
  },
  {
    cells: {
      KPI: 'Open cases at the end',
      Stage: 'usage',
      Source: 'Help desk',
      Better: 'lower',
      Tier: 'reliability',
      Side: 'customer service',
      Team: 'Help desk',
      Path: 'service',
      Owner: 'Maria',
    },
    link: { metric: 'BACKLOG', formula: ({ to }) => `=BACKLOG(Tickets!B:B, Tickets!D:D, ${to})` },
  },
  {
    cells: {
      KPI: 'Effort to get help',
      Stage: 'renewal',
      Source: 'Survey',
      Better: 'lower',
      Tier: 'experience',
      Side: 'customer service',
      Path: 'service',
      Owner: 'Maria',
      'Reviewed on': ago(104),
    },
    link: { metric: 'CES', formula: (month) => `=CES(${answers('G', month)})` },
  },
  {
    cells: {
      KPI: 'Quality of the answers',
      Stage: 'usage',
      Better: 'higher',
      Tier: 'experience',
      Side: 'customer service',
      Team: 'Help desk',
      'Partner KPI': 'Solved at first contact',
      Path: 'service',
      Owner: 'Sam',
    },
    link: { typed: [78, 79, 79, 80, 82, 84] },
  },
])
