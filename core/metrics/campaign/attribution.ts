import { choice, number, numberColumn, texts } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type ResultColumn } from '../../metric.ts'
import {
  creditColumns,
  valueColumn,
  creditTable,
  creditedNames,
  crediting,
  modelChoices,
} from '../../statistics/journeys/attribution.ts'
import { removalEffects } from '../../statistics/journeys/markovChain.ts'
import { sum } from '../../statistics/sum.ts'
import { readPaths, totals } from '../../statistics/journeys/touchPaths.ts'

const removal: ResultColumn = { name: 'removal_effect', unit: 'fraction' }

export const attribution = metric(
  {
    name: 'ATTRIBUTION',
    summary:
      'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).',
    questions: [
      'Which channel brings our customers?',
      'How much credit does each channel deserve?',
      'Where should the marketing budget go?',
      'First touch, last touch or every touch?',
      'What happens if we drop a marketing channel, its removal effect?',
      'Which channel works best?',
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
      choice('model', 'How a path’s conversions are shared out.', modelChoices, 'linear'),
      numberColumn(
        'nulls',
        'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.',
        { min: 0, blank: 'kept', default: null },
      ),
      numberColumn('values', 'Value of that path’s conversions, shared out alike. 0 where blank.', {
        blank: 'kept',
        default: null,
      }),
      number(
        'half_life',
        'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.',
        { min: 0.01, default: 1 },
      ),
      choice('output', 'What the table tells of each channel.', {
        credits: 'its credit',
        removal:
          'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none',
      }),
    ],
    returns: {
      chart: { kind: 'bar', title: 'Share of the credit by channel', columns: ['share'] },
      table: creditColumns,
      others: [
        { when: 'values are given', table: [...creditColumns, valueColumn] },
        { when: 'output is removal', table: [...creditColumns, removal] },
        { when: 'both are so', table: [...creditColumns, removal, valueColumn] },
      ],
    },
    examples: [
      {
        cells: [
          [['search > mail > shop'], ['mail'], ['search > mail > mail > shop']],
          [[6], [2], [4]],
        ],
        gives: [
          ['channel', 'credit', 'share'],
          ['mail', 6, 0.5],
          ['search', 3, 0.25],
          ['shop', 3, 0.25],
        ],
      },
      {
        cells: [[['c1 > c2 > c3'], ['c1'], ['c2 > c3']], [[1], [0], [0]], 'markov', [[0], [1], [1]]],
        gives: [
          ['channel', 'credit', 'share'],
          ['c2', 0.4, 0.4],
          ['c3', 0.4, 0.4],
          ['c1', 0.2, 0.2],
        ],
      },
      {
        cells: [[['search > mail'], [null]], [[3], [1]], 'last', null, [[120], [30]]],
        gives: [
          ['channel', 'credit', 'share', 'value'],
          ['mail', 3, 0.75, 120],
          ['(unattributed)', 1, 0.25, 30],
          ['search', 0, 0, 0],
        ],
      },
      {
        cells: [
          [['c1 > c2 > c3'], ['c1'], ['c2 > c3']],
          [[1], [0], [0]],
          'markov',
          [[0], [1], [1]],
          null,
          null,
          'removal',
        ],
        gives: [
          ['channel', 'credit', 'share', 'removal_effect'],
          ['c2', 0.4, 0.4, 1],
          ['c3', 0.4, 0.4, 1],
          ['c1', 0.2, 0.2, 0.5],
        ],
      },
      { cells: [[['search > mail']], [[3]], 'best'], gives: '#VALUE!' },
      { cells: [[['search > mail']], [[0]]], gives: '#DIV/0!' },
    ],
    reduce: { shape: 'paths' },
    source:
      'markov: Anderl and others, “Mapping the Customer Journey”, International Journal of Research in Marketing 33(3), 2016; shapley: Zhao, Mahboobi and Bagheri, “Shapley Value Methods for Attribution Modeling in Online Advertising”, 2018; the others: the models of Google Analytics.',
  },
  (paths, conversions, model, nulls, values, halfLife, output) => {
    if (output === 'removal' && model !== 'markov') {
      throw new CellError('#VALUE!', `output is removal, which the model markov has and ${model} has not`)
    }
    const { journeys, journeyOf } = readPaths(paths)
    const count = journeys.start.length - 1
    const converted = totals(conversions ?? new Float64Array(paths.length).fill(1), journeyOf, count)
    if (sum(converted) === 0) throw new CellError('#DIV/0!', 'conversions add up to 0')
    const lost = nulls ? totals(nulls, journeyOf, count) : new Float64Array(count)
    const effects = model === 'markov' ? removalEffects(journeys, converted, lost) : null
    const credit = crediting(journeys, model, converted, lost, halfLife, effects)
    const credits = credit(converted)
    const amounts = values && credit(totals(values, journeyOf, count))
    return creditTable(creditedNames(journeys), credits, amounts, output === 'removal' ? effects : null)
  },
)
