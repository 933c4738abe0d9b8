import { numberColumn, texts } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { funnelColumns, funnelTable } from '../../statistics/journeys/funnel.ts'

export const funnel = metric(
  {
    name: 'FUNNEL',
    summary:
      'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.',
    questions: [
      'Where do people drop out?',
      'Where do we lose people?',
      'What is the conversion of each step?',
      'Which stage of the journey leaks?',
    ],
    args: [
      texts('stage_names', 'Names of the stages, the first one on top.'),
      numberColumn('stage_counts', 'How many people reached each stage.', { min: 0 }),
    ],
    returns: { chart: { kind: 'bar', title: 'Funnel', columns: ['count'] }, table: funnelColumns },
    examples: [
      {
        cells: [
          [['Visit'], ['Sign-up'], ['Trial'], ['Paid']],
          [[1000], [200], [100], [25]],
        ],
        gives: [
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Visit', 1000, '', 1, ''],
          ['Sign-up', 200, 0.2, 0.2, 800],
          ['Trial', 100, 0.5, 0.1, 100],
          ['Paid', 25, 0.25, 0.025, 75],
        ],
      },
      {
        cells: [
          [['Stage'], ['Visit'], [null], ['Sign-up'], ['Paid']],
          [['People'], [50], [null], [0], [0]],
        ],
        gives: [
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Visit', 50, '', 1, ''],
          ['Sign-up', 0, 0, 0, 50],
          ['Paid', 0, '', 0, 0],
        ],
      },
      {
        cells: [
          [['Visit'], ['Sign-up']],
          [[1000], [-200]],
        ],
        gives: '#VALUE!',
      },
    ],
    source: 'Purchase funnel: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (stageNames, stageCounts) => funnelTable(stageNames, stageCounts),
)
