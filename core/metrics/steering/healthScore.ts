import { numberColumn, words } from '../../arguments/index.ts'
import { wrongValue } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'
import { otherTime, percentPoints, targetColumn } from '../../arguments/target.ts'

export const healthScore = metric(
  {
    name: 'HEALTH_SCORE',
    summary:
      'One score from 0 to 100 for a group of KPIs, such as all of customer service: how far each has come towards its target, at most all the way, on average. Doing better than one target does not make up for missing another.',
    questions: ['How healthy is our customer service overall?', 'How close are our KPIs to their targets together?'],
    args: [
      numberColumn('values', 'Value of each KPI. One without a value is left out, and the weights of the others grow.'),
      targetColumn(
        'targets',
        'Target of each, in the same unit, above 0: a number, or text such as ">= 85%"; of a range such as 60%-70%, the end that is reached first. A time in seconds, minutes or hours is compared with a value in hours, one in days or weeks with days. A row without one is left out.',
      ),
      words(
        'directions',
        'Whether higher or lower is better for each; up and down, >= and <= mean the same. A row without one is left out.',
        {
          higher: ['up', '>=', '>', '\u2265'],
          lower: ['down', '<=', '<', '\u2264'],
        },
      ),
      numberColumn(
        'weights',
        'How much each KPI counts. A row without a weight is left out. All alike when left out.',
        {
          min: 0,
          default: null,
        },
      ),
    ],
    returns: { unit: 'score' },
    examples: [
      {
        cells: [
          [[0.9], [3], [40]],
          [[0.9], [2.4], [50]],
          [['higher'], ['lower'], ['higher']],
        ],
        gives: 86.66666666666667,
      },
      {
        cells: [
          [[82], [null], [90], [70]],
          [[100], [100], [100], [100]],
          [['up'], ['up'], ['up'], ['up']],
          [[0.4], [0.2], [0.3], [0.1]],
        ],
        gives: 83.5,
      },
      {
        cells: [
          [[0.9], [3]],
          [[0.9], [0]],
          [['higher'], ['lower']],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Distance to the target, weighted over what is there: OECD and JRC, “Handbook on Constructing Composite Indicators”, 2008.',
  },
  (values, targets, directions, weights) => {
    const attained = values.map((value, i) => {
      const { low, high, better, saysBetter } = targets[i]!
      const misread =
        percentPoints(value, targets[i]!) || (directions[i] === 'lower' ? otherTime(value, targets[i]!) : '')
      if (misread) throw wrongValue('values', i, `is ${misread}`)
      if (saysBetter && better !== directions[i]) {
        throw wrongValue('targets', i, `says that ${better} is better, and directions says ${directions[i]}`)
      }
      const target = directions[i] === 'higher' ? low : high
      if (target <= 0) throw wrongValue('targets', i, `has ${target}, use a target above 0`)
      if (directions[i] === 'higher') return Math.min(1, Math.max(0, value / target))
      return value <= target ? 1 : target / value
    })
    const weight = weights ?? attained.map(() => 1)
    return 100 * divide(sum(attained.map((share, i) => share * weight[i]!)), sum(weight), 'weights add up to 0')
  },
)
