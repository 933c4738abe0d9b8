import { counts, date, dates } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { openAges } from '../../statistics/time/backlog.ts'
import { momentHelp } from '../../statistics/time/moments.ts'

export const backlog = metric(
  {
    name: 'BACKLOG',
    summary:
      'How many cases are open at a moment: opened by then and not closed by then. Where no case is open, the answer is 0.',
    questions: [
      'How many cases are still open?',
      'How big is our backlog of tickets?',
      'How many requests wait for an answer?',
    ],
    args: [
      dates('opened', 'Date and time each case was opened.'),
      dates('closed', 'Date and time each case was closed. A blank cell means not yet.', { blank: 'kept' }),
      date('as_of', momentHelp, { default: null }),
      counts(),
    ],
    returns: { unit: 'count', better: 'lower' },
    native: '=COUNT({opened})-COUNT({closed})',
    examples: [
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T11:00'], ['2026-03-03T15:30']],
          [['2026-03-02T16:00'], [null], ['2026-03-04T10:00']],
        ],
        gives: 1,
      },
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T11:00'], ['2026-03-03T15:30']],
          [['2026-03-02T16:00'], [null], ['2026-03-04T10:00']],
          '2026-03-02T12:00',
        ],
        gives: 2,
      },
      { cells: [[['2026-03-02T09:00']], [['2026-03-02T08:00']]], gives: '#VALUE!' },
    ],
    source: 'Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (opened, closed, asOf) => openAges({ name: 'opened', dates: opened }, { name: 'closed', dates: closed }, asOf).length,
)
