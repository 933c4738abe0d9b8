import { choice, number, numbers } from '../../arguments/index.ts'
import { fitColumns } from '../../arguments/single/params.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { LARGEST_MARKET, fitBass, peakPeriod, regressBass } from '../../statistics/planning/bass.ts'
import { sum } from '../../statistics/sum.ts'

export const bassFit = metric(
  {
    name: 'BASS_FIT',
    summary:
      'Learns from the first buyers of a new product in each period how it spreads (the Bass model): p, the share of those left who buy by themselves in a period; q, how much the others’ example adds; and m, how many will buy in the end. peak_period is the one in which most buy. BASS_FORECAST goes on from the result. Before sales have passed their peak, m is little more than a guess, and a warning says so; where they tell nothing about m, the answer is an error in words.',
    questions: [
      'How fast does a new product spread?',
      'How much do innovators and imitators count?',
      'When will sales of a launch peak?',
      'How many customers will adopt in the end?',
      'How do I fit the Bass diffusion model?',
    ],
    args: [
      numbers(
        'adopters',
        'First-time buyers of each period, from the launch on and in order; at least 4 periods. Only the last cells may be blank, and repeat purchases are no adopters.',
        { min: 0, gaps: 'at the end' },
      ),
      choice('method', 'How the curve is fitted.', {
        nls: 'nonlinear least squares on the adopters of each period (Srinivasan and Mason), the better one',
        ols: 'the regression of Bass’s own paper of 1969, which others may have used',
      }),
      number(
        'market_size',
        'Everybody who will ever buy, where it is known: m is then this number, and 3 periods are enough. Only for nls. Found from the data when left out.',
        { min: 0, default: null },
      ),
    ],
    returns: { table: fitColumns('BASS_FIT') },
    examples: [
      {
        cells: [[[747], [1480], [2646], [5118], [5777], [5982], [5962], [4631]]],
        gives: [
          ['p', 'q', 'm', 'peak_period', 'r_squared', 'converged', 'warning'],
          [0.018466445243879144, 0.615863344055932, 39658.62448765722, 6, 0.9694972329292062, true, ''],
        ],
      },
      {
        cells: [[[747], [1480], [2646], [5118], [5777], [5982], [5962], [4631]], 'ols'],
        gives: [
          ['p', 'q', 'm', 'peak_period', 'r_squared', 'converged', 'warning'],
          [0.0356932803120473, 0.671931353772464, 35494.64468362682, 5, 0.92786960001981, true, ''],
        ],
      },
      {
        cells: [[[747], [1480], [2646], [5118]], null, 40000],
        gives: [
          ['p', 'q', 'm', 'peak_period', 'r_squared', 'converged', 'warning'],
          [
            0.010569877142359435,
            0.808546996286818,
            40000,
            6,
            0.9954204994303983,
            true,
            'the peak, in period 6, is still to come: p and q are uncertain',
          ],
        ],
      },
      { cells: [[[100], [200], [400], [800], [1600]]], gives: '#NUM!' },
    ],
    source:
      'Bass, “A New Product Growth for Model Consumer Durables”, Management Science 15(5), 1969; Srinivasan and Mason, “Nonlinear Least Squares Estimation of New Product Diffusion Models”, Marketing Science 5(2), 1986.',
  },
  (adopters, method, marketSize) => {
    const least = marketSize === null ? 4 : 3
    if (adopters.length < least) throw new CellError('#N/A', `needs ${least} periods, has ${adopters.length}`)
    const total = sum(adopters)
    if (total === 0) throw new CellError('#N/A', 'needs adopters, they add up to 0')
    const { squares, converged, ...model } =
      method === 'ols' ? byRegression(adopters, marketSize) : nearest(adopters, marketSize, total)
    const mean = total / adopters.length
    const spread = sum(adopters.map((count) => (count - mean) ** 2))
    const peak = peakPeriod(model)
    const { p, q, m } = model
    return [
      fitColumns('BASS_FIT').map(({ name }) => name),
      [p, q, m, peak, spread === 0 ? '' : 1 - squares / spread, converged, doubtOf(adopters, peak, m, marketSize)],
    ]
  },
)

function doubtOf(adopters: Float64Array, peak: number, m: number, marketSize: number | null): string {
  const periods = adopters.length
  const share = sum(adopters) / m
  if (peak < periods && share < 0.5 && marketSize === null) {
    return `only ${Math.round(100 * share)}% of m have adopted, and no rise tells where it ends: m is little more than a guess`
  }
  // A launch rises for some periods; a column that does so for many is likely to be a total.
  if (periods >= 8 && adopters.every((count, i) => i === 0 || count >= adopters[i - 1]!)) {
    return 'adopters never fall: give those of each period, not a running total; if they do rise, m is a guess'
  }
  if (peak < periods) return ''
  const when = peak > periods ? `the peak, in period ${peak}, is still to come` : 'the peak has hardly passed'
  return marketSize === null ? `${when}: m is little more than a guess` : `${when}: p and q are uncertain`
}

function nearest(adopters: Float64Array, marketSize: number | null, total: number) {
  if (marketSize !== null && marketSize < total) {
    throw new CellError('#VALUE!', `market_size is ${marketSize}, less than all the adopters so far (${total})`)
  }
  const fit = fitBass(adopters, marketSize)
  if (fit.limit === 'm') {
    const mend = 'wait for sales to slow down, or give market_size'
    throw new CellError('#NUM!', `the adopters still rise or stay level, so m cannot be told: ${mend}`)
  }
  if (fit.limit === 'rate') throw new CellError('#NUM!', 'nearly all adopt in one period, so p and q cannot be told')
  return fit
}

function byRegression(adopters: Float64Array, marketSize: number | null) {
  if (marketSize !== null) throw new CellError('#VALUE!', 'market_size is only for the method nls, leave it out')
  const fit = regressBass(adopters)
  if (fit.p > 0 && fit.q >= 0 && fit.m < LARGEST_MARKET * sum(adopters)) return { ...fit, converged: true }
  throw new CellError('#NUM!', 'the regression finds no rise to a peak and fall after it: use the method nls')
}
