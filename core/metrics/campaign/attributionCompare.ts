import { numberColumn, texts } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { attributionModels, byCredit, creditedNames, crediting } from '../../statistics/journeys/attribution.ts'
import { sum } from '../../statistics/sum.ts'
import { readPaths, totals } from '../../statistics/journeys/touchPaths.ts'

export const attributionCompare = metric(
  {
    name: 'ATTRIBUTION_COMPARE',
    summary:
      'All attribution models side by side: the conversions credited to each channel, or their value when values are given. Where the columns differ, the answer depends on the model; ATTRIBUTION explains each.',
    questions: [
      'How do the attribution models differ?',
      'Last click or first click?',
      'Does the credit of a channel depend on the model?',
      'Is a channel better at starting or at closing?',
    ],
    args: [
      texts(
        'paths',
        'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.',
        { blank: 'kept' },
      ),
      numberColumn('conversions', 'Customers of that path who converted. 1 each when left out, 0 where blank.', {
        min: 0,
        blank: 'kept',
        default: null,
      }),
      numberColumn(
        'values',
        'Value of that path’s conversions: the table then shares out values in place of conversions. 0 where blank.',
        { blank: 'kept', default: null },
      ),
      numberColumn(
        'nulls',
        'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.',
        { min: 0, blank: 'kept', default: null },
      ),
    ],
    returns: {
      chart: { kind: 'column', title: 'Credit by channel and model', columns: attributionModels },
      table: [
        { name: 'channel', unit: 'text' },
        ...attributionModels.map((name) => ({ name, unit: 'ratio' as const })),
      ],
    },
    examples: [
      {
        cells: [
          [['search > mail > shop'], ['mail'], ['search']],
          [[6], [2], [3]],
        ],
        gives: [
          ['channel', 'first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'],
          ['search', 9, 3, 5, 5.4, 3.857142857142857, 4.304347826086956, 5],
          ['mail', 2, 2, 4, 3.2, 3.7142857142857144, 3.8260869565217392, 4],
          ['shop', 0, 6, 2, 2.4, 3.4285714285714284, 2.869565217391304, 2],
        ],
      },
      {
        cells: [
          [['search > mail'], [null]],
          [[3], [1]],
          [[120], [30]],
        ],
        gives: [
          ['channel', 'first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'],
          ['mail', 0, 120, 60, 60, 80, 60, 60],
          ['search', 120, 0, 60, 60, 40, 60, 60],
          ['(unattributed)', 30, 30, 30, 30, 30, 30, 30],
        ],
      },
      {
        cells: [[['c1 > c2 > c3'], ['c1'], ['c2 > c3']], [[1], [0], [0]], null, [[0], [1], [1]]],
        gives: [
          ['channel', 'first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'],
          ['c1', 1, 0, 1 / 3, 0.4, 1 / 7, 0.2, 1 / 3],
          ['c2', 0, 0, 1 / 3, 0.2, 2 / 7, 0.4, 1 / 3],
          ['c3', 0, 1, 1 / 3, 0.4, 4 / 7, 0.4, 1 / 3],
        ],
      },
      { cells: [[['search > mail']], [[0]]], gives: '#DIV/0!' },
    ],
    reduce: { shape: 'paths' },
    source:
      'Anderl and others, “Mapping the Customer Journey”, International Journal of Research in Marketing 33(3), 2016 (markov, compared with first and last touch); Zhao, Mahboobi and Bagheri, “Shapley Value Methods for Attribution Modeling in Online Advertising”, 2018.',
  },
  (paths, conversions, values, nulls) => {
    const { journeys, journeyOf } = readPaths(paths)
    const count = journeys.start.length - 1
    const converted = totals(conversions ?? new Float64Array(paths.length).fill(1), journeyOf, count)
    if (sum(converted) === 0) throw new CellError('#DIV/0!', 'conversions add up to 0')
    const amounts = values ? totals(values, journeyOf, count) : converted
    const lost = nulls ? totals(nulls, journeyOf, count) : new Float64Array(count)
    const columns = attributionModels.map((model) => crediting(journeys, model, converted, lost, 1)(amounts))
    const names = creditedNames(journeys)
    const order = byCredit(names, columns[attributionModels.indexOf('linear')]!)
    return [
      ['channel', ...attributionModels],
      ...order.map((k): Scalar[] => [names[k]!, ...columns.map((credits) => credits[k]!)]),
    ]
  },
)
