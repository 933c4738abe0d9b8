import { HEADER } from '../styles.ts'
import { statusColours, type SheetPlan } from '../workbook.ts'
import { formula, INPUT, NUMBER_HEADER, ONE_DECIMAL, PERCENT, RESULT, SECTION, SOFT, TITLE } from './sampleStyles.ts'

/** Calls of an hour on a usual Monday, and who is on the phones then. */
const HOURS: readonly (readonly [hour: number, calls: number, agents: number])[] = [
  [8, 34, 5],
  [9, 68, 8],
  [10, 92, 10],
  [11, 96, 10],
  [12, 71, 8],
  [13, 64, 8],
  [14, 82, 9],
  [15, 77, 9],
  [16, 58, 8],
  [17, 31, 5],
]

/** How many people a service desk needs in each hour of the day, and how callers are served by those who are there. */
export function staffingSheet(): SheetPlan {
  const first = 13
  const last = first + HOURS.length - 1
  return {
    name: 'Staffing',
    rows: [
      [null, 'Who must be on the phones, hour by hour'],
      [null, 'Calls of a usual Monday, and how callers are served (Erlang C). Blue cells can be changed.'],
      [],
      [null, 'What we promise'],
      [null, 'Minutes for a call, with its notes', 4.5],
      [null, 'Share answered in time', 0.8],
      [null, 'Seconds that are in time', 20],
      [null, 'Busy at most', 0.88],
      [null, 'Not at the phone: breaks, training, illness', 0.25],
      [],
      [null, 'The day', null, null, null, null, 'With those on shift'],
      [
        ...[null, 'Hour', 'Calls', 'On shift', 'Needed', 'To schedule'],
        ...['Answered in time', 'Busy', 'Mean wait (sec)', 'Status'],
      ],
      ...HOURS.map(([hour, calls, agents], i) => {
        const row = first + i
        const served = (column: number) =>
          formula(`=IFERROR(INDEX(QUEUE_SERVICE(C${row},$C$5,D${row},$C$7),2,${column}),"overloaded")`)
        return [
          null,
          hour / 24,
          calls,
          agents,
          formula(`=AGENTS_NEEDED(C${row},$C$5,$C$6,$C$7,$C$8)`),
          formula(`=AGENTS_NEEDED(C${row},$C$5,$C$6,$C$7,$C$8,$C$9)`),
          served(4),
          served(2),
          served(5),
          formula(`=IF(ISNUMBER(G${row}),KPI_STATUS(G${row},">= "&TEXT($C$6,"0%")),"red")`),
        ]
      }),
      [
        ...[null, 'All day', formula(`=SUM(C${first}:C${last})`), formula(`=SUM(D${first}:D${last})`)],
        ...[formula(`=SUM(E${first}:E${last})`), formula(`=SUM(F${first}:F${last})`)],
      ],
    ],
    columns: [
      { width: 28 },
      { width: 270 },
      ...Array.from({ length: 4 }, () => ({ width: 96 })),
      { width: 130 },
      { width: 80 },
      { width: 120 },
      { width: 90 },
    ],
    heights: { 0: 38, 3: 28, 10: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:C4': SECTION,
      'B11:F11': SECTION,
      'G11:J11': SECTION,
      B12: HEADER,
      'C12:I12': NUMBER_HEADER,
      J12: HEADER,
      'C5:C9': INPUT,
      [`B${first}:B${last}`]: { align: 'left' },
      [`C${first}:D${last}`]: INPUT,
      [`E${first}:F${last}`]: RESULT,
      [`G${first}:I${last}`]: { align: 'right' },
      [`B${last + 1}:F${last + 1}`]: RESULT,
    },
    formats: {
      C5: ONE_DECIMAL,
      C6: '0%',
      'C8:C9': '0%',
      [`B${first}:B${last}`]: 'hh:mm',
      [`G${first}:G${last}`]: PERCENT,
      [`H${first}:H${last}`]: '0%',
      [`I${first}:I${last}`]: '0',
    },
    colours: statusColours(`J${first}:J${last}`),
    gridLines: false,
  }
}
