import { dates, keys, number } from '../../arguments/index.ts'
import { CellError, shown, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { journeysOf, misread, pathText } from '../../statistics/journeys/touchPaths.ts'

export const touchPaths = metric(
  {
    name: 'TOUCH_PATHS',
    summary:
      'One path per customer out of a log of touches: the channels in order of time with > between them, as ATTRIBUTION reads them. Touches after the conversion are left out; a customer whose touches are all left out has an empty path. A path of more than 32,767 characters, which no cell of Excel holds, counts repeats, such as search x 12, or says that it is too long.',
    questions: [
      'What did customers touch before they bought?',
      'How do I turn a list of touches into paths?',
      'How many touches does it take to convert?',
    ],
    args: [
      keys('ids', 'Customer of each touch.'),
      dates('dates', 'Date of each touch, with the time of day where there is one. Ties keep the order of the rows.', {
        blank: 'kept',
      }),
      keys(
        'channels',
        'Channel of each touch. A row without one, or without a date, is no touch, but may tell a conversion.',
        {
          blank: 'kept',
        },
      ),
      dates(
        'conversion_dates',
        'When that customer converted, on every row or on one; the earliest date counts, and without a time of day all of that day. Blank: did not convert. Nobody did when left out.',
        { blank: 'kept', default: null },
      ),
      number(
        'lookback_days',
        'Touches more days of the calendar before the conversion are left out; before the last touch for who did not convert. No limit when left out.',
        { min: 0, whole: true, default: null },
      ),
    ],
    returns: {
      table: [
        { name: 'id', unit: 'text' },
        { name: 'path', unit: 'text' },
        { name: 'touches', unit: 'count' },
        { name: 'converted', unit: 'count' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Ann']],
          [['2026-01-02'], ['2026-01-03'], ['2026-01-05'], ['2026-01-09']],
          [['search'], ['mail'], ['shop'], ['mail']],
          [['2026-01-07'], [null], ['2026-01-07'], ['2026-01-07']],
        ],
        gives: [
          ['id', 'path', 'touches', 'converted'],
          ['Ann', 'search > shop', 2, 1],
          ['Ben', 'mail', 1, 0],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben']],
          [['2026-01-01'], ['2026-03-01'], ['2026-01-05']],
          [['search'], ['mail'], ['search']],
          [['2026-03-07'], ['2026-03-07'], ['2026-03-09']],
          30,
        ],
        gives: [
          ['id', 'path', 'touches', 'converted'],
          ['Ann', 'mail', 1, 1],
          ['Ben', '', 0, 1],
        ],
      },
      { cells: [[['Ann']], [['2026-01-02']], [['search > brand']]], gives: '#VALUE!' },
    ],
    source:
      'Anderl and others, “Mapping the Customer Journey”, International Journal of Research in Marketing 33(3), 2016.',
  },
  (ids, dates, channels, conversionDates, lookbackDays) => {
    channels.labels.forEach((label, code) => {
      const problem = misread(String(label))
      if (problem === undefined) return
      throw wrongValue('channels', channels.codes.indexOf(code), `has ${shown(label)}, ${problem}; rename the channel`)
    })
    const { journeys, converted } = journeysOf(ids, dates, channels, conversionDates, lookbackDays ?? Infinity)
    const { touches, start } = journeys
    const told = (j: number) => start[j + 1]! > start[j]! || converted[j] === 1
    const rows = ids.labels.map((id, j): Scalar[] => {
      const names = Array.from(touches.subarray(start[j], start[j + 1]), (code) => journeys.channels[code]!)
      return [id, pathText(names), names.length, converted[j]!]
    })
    const found = rows.filter((_, j) => told(j))
    if (found.length === 0) throw new CellError('#N/A', 'needs 1 touch with a date and a channel, has 0')
    return [['id', 'path', 'touches', 'converted'], ...found]
  },
)
