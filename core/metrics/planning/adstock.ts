import { choice, fraction, number, numberColumn } from '../../arguments/index.ts'
import { CellError, wrongValue } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { carriedOver } from '../../statistics/planning/carryOver.ts'

export const adstock = metric(
  {
    name: 'ADSTOCK',
    summary:
      'Advertising that still works in each period, one value for each row: its own spend and what is left of all before it, as people do not forget at once. A share, decay, is carried over from each period to the next. Before the first row there is none.',
    questions: [
      'How long does advertising work after it has stopped?',
      'What is the carryover or lagged effect of advertising?',
      'How do I carry ad spend over to later weeks?',
      'What is the adstock of our campaigns?',
    ],
    args: [
      numberColumn(
        'spend',
        'Spend, or contacts such as rating points, of each period in order of time. 0 where there was none.',
        { min: 0, blank: 'kept' },
      ),
      fraction(
        'decay',
        'Share that is left in the next period, such as 50%. Robyn suggests 30% to 80% a week for television, 10% to 40% for radio, print and posters, and up to 30% for digital channels. May be left out where half_life is given.',
        { max: 0.9999, default: null },
      ),
      number('half_life', 'In place of decay: after how many periods half is left.', { min: 0.01, default: null }),
      choice('weights', 'What the spend of one period adds up to over time.', {
        full: 'it counts in full at once, and its carry-over in addition, as in Robyn and most marketing mix models',
        mean: 'all its parts add up to itself, so that steady spend stays what it is, as SPEND_RESPONSE counts',
      }),
    ],
    returns: { unit: 'number', column: 'adstock' },
    examples: [
      { cells: [[['spend'], [100], [0], [0], [40]], 0.5], gives: [['adstock'], [100], [50], [25], [52.5]] },
      { cells: [[[100], [0], [0], [40]], '', 1, 'mean'], gives: [[50], [25], [12.5], [26.25]] },
      { cells: [[[100], [null], [40]], 0.5], gives: '#VALUE!' },
    ],
    source:
      'Broadbent, “One Way TV Advertisements Work”, Journal of the Market Research Society 21(3), 1979; geometric adstock of Robyn, Meta Marketing Science, 2021.',
  },
  (spend, decay, halfLife, weights) => {
    if (decay === null && halfLife === null) throw new CellError('#VALUE!', 'decay is missing, give it or half_life')
    if (decay !== null && halfLife !== null)
      throw new CellError('#VALUE!', 'decay and half_life say the same, give one')
    const gap = spend.findIndex(Number.isNaN)
    if (gap >= 0) throw wrongValue('spend', gap, 'has no number, write 0 if there is none')
    const left = decay ?? 0.5 ** (1 / halfLife!)
    return carriedOver(spend, left, weights === 'full' ? 1 : 1 - left)
  },
)
