import { fraction } from '../../arguments/index.ts'
import { asPercent } from '../../arguments/single/singles.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { zOf } from '../../statistics/inference/normal.ts'

export const abSampleSize = metric(
  {
    name: 'AB_SAMPLE_SIZE',
    summary:
      'Visitors that each variant of an A/B test needs, so that a difference this large will probably be found. It is the formula with the mean of both rates (pooled) of R’s power.prop.test, two-sided, rounded up.',
    questions: [
      'How many visitors does an A/B test need?',
      'How long must the test run?',
      'What sample size finds this lift?',
    ],
    args: [
      fraction('base_rate', 'Conversion rate today, such as 5%.'),
      fraction(
        'relative_lift',
        'Smallest change worth finding, relative to base_rate: 10% looks for 5.5% where it is 5% today. Negative for a fall.',
        {
          min: -1,
          max: 2,
          hint(value) {
            const lift = asPercent(value, (share) => share >= -1 && share <= 2)
            return `${lift && `${lift}; `}a lift above 200% is not taken`
          },
        },
      ),
      fraction('alpha', 'Risk of finding a difference where there is none. 5% when left out.', {
        min: 0.0001,
        max: 0.5,
        default: 0.05,
      }),
      fraction(
        'power',
        'Chance of finding the difference if it is there. 80% when left out. Evan Miller’s calculator takes the variance of base_rate alone and so gives other numbers: 1,030 instead of 1,094 from 20% to 25%.',
        { min: 0.5, max: 0.9999, default: 0.8 },
      ),
    ],
    returns: { unit: 'count' },
    native:
      '=ROUNDUP(((1.95996398454005*SQRT(2*{base_rate}*(1+{relative_lift}/2)*(1-{base_rate}*(1+{relative_lift}/2)))+0.841621233572914*SQRT({base_rate}*(1-{base_rate})+{base_rate}*(1+{relative_lift})*(1-{base_rate}*(1+{relative_lift}))))/({base_rate}*{relative_lift}))^2,0)',
    examples: [
      { cells: [0.2, 0.25], gives: 1094 },
      { cells: [0.5, 0.5, 0.05, 0.9], gives: 77 },
      { cells: [0.05, -0.1], gives: 28408 },
      { cells: [0.6, 0.8], gives: '#VALUE!' },
      { cells: [0.05, 0], gives: '#DIV/0!' },
    ],
    source: 'Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”, 3rd edition, 2003, chapter 4.',
  },
  (baseRate, relativeLift, alpha, power) => {
    const lifted = baseRate * (1 + relativeLift)
    // 0.7 x (1 + 3/7) is 1: rounding of the product is no impossible rate.
    const target = lifted > 1 && lifted < 1 + 1e-12 ? 1 : lifted
    if (target > 1) throw new CellError('#VALUE!', `base_rate x (1 + relative_lift) is ${lifted}, above 1`)
    if (target === baseRate) {
      const why = baseRate === 0 ? 'base_rate is 0, which no lift changes' : 'relative_lift is 0'
      throw new CellError('#DIV/0!', `${why}, so there is no difference to find`)
    }
    const variance = (rate: number): number => rate * (1 - rate)
    const byChance = zOf(1 - alpha) * Math.sqrt(2 * variance((baseRate + target) / 2))
    // The quantile of `power` is half the width of an interval of confidence 2 x power - 1.
    const toBeFound = zOf(2 * power - 1) * Math.sqrt(variance(baseRate) + variance(target))
    return Math.ceil(((byChance + toBeFound) / (target - baseRate)) ** 2)
  },
)
