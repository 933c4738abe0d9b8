import { date, dates, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'

export const renewalsDue = metric(
  {
    name: 'RENEWALS_DUE',
    summary:
      'The contracts that end in the coming days, 60 by default, soonest first: the list to work before they end. Write TODAY() as as_of to keep it current.',
    questions: [
      'Which contracts are due for renewal soon?',
      'Whom should we call before the subscription ends?',
      'Which contracts are to be renewed next month?',
    ],
    args: [
      keys('ids', 'Customer or contract. One with several rows is listed once for each.'),
      dates('end_dates', 'Last day of each contract.'),
      number('days_ahead', 'How many days to look ahead. 60 when left out.', {
        min: 0,
        max: 36500,
        whole: true,
        default: 60,
      }),
      date(
        'as_of',
        'Day to look ahead from, such as TODAY(); it counts. When left out, the list begins with the earliest end date and days_left is blank.',
        { default: null },
      ),
      numberColumn('values', 'What each contract is worth, for a column value. No such column when left out.', {
        blank: 'kept',
        default: null,
      }),
    ],
    returns: {
      table: [
        { name: 'id', unit: 'text' },
        { name: 'end_date', unit: 'date' },
        { name: 'days_left', unit: 'days' },
        { name: 'value', unit: 'money' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo'], ['Dan']],
          [['2026-04-30'], ['2026-03-15'], ['2026-02-28'], ['2026-12-31']],
          60,
          '2026-03-01',
          [[1200], [600], [900], [300]],
        ],
        gives: [
          ['id', 'end_date', 'days_left', 'value'],
          ['Ben', 46096, 14, 600],
          ['Ann', 46142, 60, 1200],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo']],
          [['2026-04-30'], ['2026-03-15'], ['2026-02-28']],
          30,
          null,
          [[1200], [''], [900]],
        ],
        gives: [
          ['id', 'end_date', 'days_left', 'value'],
          ['Cleo', 46081, '', 900],
          ['Ben', 46096, '', ''],
        ],
      },
      { cells: [[['Ann']], [['2026-12-31']], 60, '2026-03-01', ''], gives: '#N/A' },
    ],
    source: 'Mehta, Steinman and Murphy, “Customer Success”, 2016.',
  },
  (ids, endDates, daysAhead, asOf, values) => {
    const days = endDates.map(Math.floor)
    const from = asOf === null ? earliest(days) : Math.floor(asOf)
    const due: number[] = []
    for (let i = 0; i < days.length; i++) if (days[i]! >= from && days[i]! <= from + daysAhead) due.push(i)
    if (due.length === 0) {
      const until = isoText(from + daysAhead)
      throw new CellError('#N/A', `no contract ends from ${isoText(from)} to ${until}, ${daysAhead} days ahead`)
    }
    due.sort((a, b) => days[a]! - days[b]!)
    return [
      ['id', 'end_date', 'days_left', ...(values ? ['value'] : [])],
      ...due.map((row): Scalar[] => {
        const left = asOf === null ? '' : days[row]! - from
        const value = values ? [Number.isNaN(values[row]!) ? '' : values[row]!] : []
        return [ids.labels[ids.codes[row]!]!, days[row]!, left, ...value]
      }),
    ]
  },
)

function earliest(days: Float64Array): number {
  let first = Infinity
  for (let i = 0; i < days.length; i++) if (days[i]! < first) first = days[i]!
  return first
}
