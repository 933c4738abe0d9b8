import { choice, dates, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import {
  creditColumns,
  valueColumn,
  creditTable,
  creditedNames,
  crediting,
  modelChoices,
} from '../../statistics/journeys/attribution.ts'
import { conversionValues, journeysOf } from '../../statistics/journeys/touchPaths.ts'

export const attributionEvents = metric(
  {
    name: 'ATTRIBUTION_EVENTS',
    summary:
      'Which channel gets the credit for conversions, straight from a dated log of touches: the same as TOUCH_PATHS and ATTRIBUTION together, but decay goes by the time that passed. Each customer converts once; one who converted without a touch in time goes to (unattributed).',
    questions: [
      'Which channel brings our customers?',
      'Which touches before a purchase deserve the credit?',
      'What does time-decay attribution say?',
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
        'When that customer converted, on every row or on one; the earliest date counts, and without a time of day all of that day. Blank: did not convert, which only markov uses.',
        { blank: 'kept' },
      ),
      choice('model', 'How a customer’s conversion is shared out.', modelChoices, 'linear'),
      number(
        'lookback_days',
        'Touches more days of the calendar before the conversion are left out; before the last touch for who did not convert. No limit when left out.',
        { min: 0, whole: true, default: null },
      ),
      number(
        'half_life_days',
        'Days before the conversion after which credit halves, with decay; 0.5 is twelve hours. 7 when left out.',
        {
          min: 0.01,
          default: 7,
        },
      ),
      numberColumn(
        'values',
        'Value of that customer’s conversion, on every row or on one, shared out alike. 0 where blank. Values beside a later conversion date, and those of a customer who did not convert, do not count.',
        { blank: 'kept', default: null },
      ),
    ],
    returns: {
      chart: { kind: 'bar', title: 'Share of the credit by channel', columns: ['share'] },
      table: creditColumns,
      others: [{ when: 'values are given', table: [...creditColumns, valueColumn] }],
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
          ['channel', 'credit', 'share'],
          ['search', 0.5, 0.5],
          ['shop', 0.5, 0.5],
          ['mail', 0, 0],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ann'], ['Ann']],
          [['2026-01-01'], ['2026-01-08'], ['2026-01-15'], ['2026-01-22']],
          [['search'], ['mail'], ['display'], ['direct']],
          [['2026-01-22'], ['2026-01-22'], ['2026-01-22'], ['2026-01-22']],
          'decay',
        ],
        gives: [
          ['channel', 'credit', 'share'],
          ['direct', 0.5333333333333333, 0.5333333333333333],
          ['display', 0.26666666666666666, 0.26666666666666666],
          ['mail', 0.13333333333333333, 0.13333333333333333],
          ['search', 0.06666666666666667, 0.06666666666666667],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Cleo']],
          [['2026-01-02'], ['2026-01-05'], ['2026-01-03'], ['2026-01-04']],
          [['search'], ['mail'], ['mail'], ['search']],
          [['2026-01-07'], ['2026-01-07'], ['2026-01-08'], [null]],
          'last',
          null,
          null,
          [[120], [120], [30], [null]],
        ],
        gives: [
          ['channel', 'credit', 'share', 'value'],
          ['mail', 2, 1, 150],
          ['search', 0, 0, 0],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben']],
          [['2026-01-02'], ['soon']],
          [['search'], ['mail']],
          [['2026-01-07'], ['2026-01-07']],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'markov: Anderl and others, “Mapping the Customer Journey”, International Journal of Research in Marketing 33(3), 2016; shapley: Zhao, Mahboobi and Bagheri, “Shapley Value Methods for Attribution Modeling in Online Advertising”, 2018; the others: the models of Google Analytics, where decay has a half-life of 7 days.',
  },
  (ids, dates, channels, conversionDates, model, lookbackDays, halfLifeDays, values) => {
    const { journeys, converted } = journeysOf(ids, dates, channels, conversionDates, lookbackDays ?? Infinity)
    const conversions = Float64Array.from(converted)
    if (!converted.includes(1)) throw new CellError('#N/A', 'needs 1 customer who converted, has 0')
    const nulls = conversions.map((customers) => 1 - customers)
    const credit = crediting(journeys, model, conversions, nulls, halfLifeDays)
    const amounts = values && credit(conversionValues(ids, conversionDates, values))
    return creditTable(creditedNames(journeys), credit(conversions), amounts)
  },
)
