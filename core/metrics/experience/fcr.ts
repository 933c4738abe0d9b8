import { counts, flags, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const fcr = metric(
  {
    name: 'FCR',
    summary:
      'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.',
    questions: ['How often do we solve it the first time?', 'What share of cases needs only one contact?'],
    args: [
      numberColumn('contacts_per_case', 'Number of contacts each case has needed so far. One each when left out.', {
        min: 1,
        whole: true,
        hint: 'a case has at least 1 contact; for TRUE and FALSE leave this out: FCR(, flags)',
        default: null,
      }),
      flags(
        'resolved',
        'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.',
        {
          sense: 'resolved',
          default: null,
        },
      ),
      counts(),
    ],
    returns: { unit: 'fraction', target: '70%-85%' },
    native: '=COUNTIF({contacts_per_case},1)/COUNT({contacts_per_case})',
    examples: [
      { cells: [[[1], [2], [1], [1]]], gives: 0.75 },
      {
        cells: [
          [[1], [2], [1], [1]],
          [['yes'], ['yes'], ['no'], ['yes']],
        ],
        gives: 0.5,
      },
      { cells: [null, [['yes'], ['no'], ['yes'], ['yes']]], gives: 0.75 },
      { cells: [[[1], [0]]], gives: '#VALUE!' },
    ],
    source: 'Gross first-contact resolution: Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (contactsPerCase, resolved) => {
    const cases = (contactsPerCase ?? resolved)?.length
    if (cases === undefined) throw new CellError('#VALUE!', 'contacts_per_case is missing')
    let solved = 0
    for (let i = 0; i < cases; i++) {
      if ((contactsPerCase?.[i] ?? 1) === 1 && (resolved?.[i] ?? 1) === 1) solved++
    }
    return share(solved, cases, { of: 'cases' })
  },
)
