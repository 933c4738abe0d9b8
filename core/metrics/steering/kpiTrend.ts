import { choice, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { mannKendall } from '../../statistics/inference/mannKendall.ts'

export const kpiTrend = metric(
  {
    name: 'KPI_TREND',
    summary:
      'Whether a metric is improving, worsening or flat. Flat means that so much rise or fall would often be chance: a trend must be significant at 5% (Mann-Kendall test, which counts how many later values are higher than earlier ones).',
    questions: ['Is the metric improving?', 'Is there a trend or only noise?', 'Are we getting better or worse?'],
    args: [
      numbers(
        'values',
        'One value for each period, the oldest first; at least 5. Blank cells are skipped. Not for running totals or moving averages, which drift by themselves.',
      ),
      choice('direction', 'Which way is good.', {
        higher: 'a rise is improving, as of satisfaction',
        lower: 'a fall is improving, as of churn',
      }),
    ],
    returns: { unit: 'text' },
    examples: [
      { cells: [[[31], [34], [33], [38], [41], [44]]], gives: 'improving' },
      { cells: [[[0.051], [0.049], [null], [0.046], [0.047], [0.041], [0.04]], 'lower'], gives: 'improving' },
      { cells: [[[42, 38, 45, 40, 43, 39]]], gives: 'flat' },
      { cells: [[[31], [34], [38], [41]]], gives: '#N/A' },
    ],
    source:
      'Mann, “Nonparametric Tests Against Trend”, Econometrica 13(3), 1945; Kendall, “Rank Correlation Methods”, 4th edition, 1975; Gilbert, “Statistical Methods for Environmental Pollution Monitoring”, 1987, chapter 16.',
  },
  (values, direction) => {
    // Of 4 values even the steadiest rise or fall comes about by chance once in 12 times.
    if (values.length < 5) throw new CellError('#N/A', `needs 5 values, has ${values.length}`)
    const { s, p } = mannKendall(values)
    if (p > 0.05) return 'flat'
    return s > 0 === (direction === 'higher') ? 'improving' : 'worsening'
  },
)
