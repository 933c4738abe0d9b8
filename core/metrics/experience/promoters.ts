import { dates, keys, numberColumn, segments } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sortedCodes } from '../../statistics/groups.ts'

export const promoters = metric(
  {
    name: 'PROMOTERS',
    summary:
      'Who would recommend us, by name: the customers whose answer is 9 or 10, the highest first, as a list to ask for a referral, a review or a reference. Each stands there once: by their latest answer where dates are given, otherwise by their lowest.',
    questions: [
      'Who are our promoters, by name?',
      'Whom can we ask for a referral?',
      'Which customers would write a review?',
      'List of customers who gave a 9 or 10',
    ],
    args: [
      keys('names', 'Customer of each answer: a name, an e-mail address or an id. An answer without one is left out.'),
      numberColumn('scores', 'Answers from 0 to 10.', { min: 0, max: 10, whole: true }),
      segments('segments', 'Segment of each answer, such as region or product, for a column segment. Blank is none.', {
        blank: 'kept',
        default: null,
      }),
      dates(
        'dates',
        'When each answer was given: of several by one customer the latest counts. A blank one is the earliest.',
        {
          blank: 'kept',
          default: null,
        },
      ),
    ],
    returns: {
      table: [
        { name: 'name', unit: 'text' },
        { name: 'score', unit: 'count' },
        { name: 'segment … where segments are given', unit: 'text', labelsOf: 'segments' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo'], ['Dan'], ['Cleo']],
          [[9], [6], [10], [10], [4]],
          [['North'], ['North'], ['South'], [null], ['South']],
        ],
        gives: [
          ['name', 'score', 'segment'],
          ['Dan', 10, ''],
          ['Ann', 9, 'North'],
        ],
      },
      {
        cells: [
          [['Ann'], ['Cleo'], ['Cleo']],
          [[9], [4], [10]],
          null,
          [['2026-03-02'], ['2025-09-01'], ['2026-03-01']],
        ],
        gives: [
          ['name', 'score'],
          ['Cleo', 10],
          ['Ann', 9],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben']],
          [[8], [3]],
        ],
        gives: '#N/A',
      },
    ],
    source: 'Reichheld, “The One Number You Need to Grow”, Harvard Business Review, December 2003.',
  },
  (names, scores, groups, days) => {
    const counts = new Int32Array(names.labels.length).fill(-1)
    const dayOf = (row: number): number => (days && !Number.isNaN(days[row]!) ? days[row]! : -Infinity)
    names.codes.forEach((code, row) => {
      const before = counts[code]!
      const isCounted =
        before < 0 || dayOf(row) > dayOf(before) || (dayOf(row) === dayOf(before) && scores[row]! < scores[before]!)
      if (isCounted) counts[code] = row
    })
    const found = sortedCodes(names)
      .map((code) => counts[code]!)
      .filter((row) => scores[row]! >= 9)
      .sort((a, b) => scores[b]! - scores[a]!)
    if (found.length === 0) throw new CellError('#N/A', 'nobody counts as a promoter, with an answer of 9 or 10')
    return [
      ['name', 'score', ...(groups ? ['segment'] : [])],
      ...found.map((row): Scalar[] => [
        names.labels[names.codes[row]!]!,
        scores[row]!,
        ...(groups ? [groups.labels[groups.codes[row]!] ?? ''] : []),
      ]),
    ]
  },
)
