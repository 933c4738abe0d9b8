import { flags, numberColumn } from '../../args.ts'
import { metric } from '../../metric.ts'

export const fcr = metric(
  {
    name: 'FCR',
    summary:
      'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved.',
    questions: ['How often do we solve it the first time?', 'What share of cases needs only one contact?'],
    args: [
      numberColumn('contacts_per_case', 'Number of contacts each case has needed so far.', {
        min: 1,
        whole: true,
        hint: 'a case has at least 1 contact',
      }),
      flags('resolved', 'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no. All are when left out.', {
        default: null,
      }),
    ],
    returns: { unit: 'fraction', target: '70%-85%' },
    examples: [
      { cells: [[[1], [2], [1], [1]]], gives: 0.75 },
      {
        cells: [
          [[1], [2], [1], [1]],
          [['yes'], ['yes'], ['no'], ['yes']],
        ],
        gives: 0.5,
      },
      { cells: [[[1], [0]]], gives: '#VALUE!' },
    ],
    source: 'Gross first-contact resolution: Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (contactsPerCase, resolved) => {
    let solved = 0
    for (let i = 0; i < contactsPerCase.length; i++) {
      if (contactsPerCase[i] === 1 && (resolved === null || resolved[i] === 1)) solved++
    }
    return solved / contactsPerCase.length
  },
)
