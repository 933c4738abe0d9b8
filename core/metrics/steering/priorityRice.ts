import { fraction, number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const priorityRice = metric(
  {
    name: 'PRIORITY_RICE',
    summary:
      'RICE priority of an idea: how many people it reaches, times how much it helps each, times how sure we are, for each unit of effort. Higher comes first.',
    questions: ['What should we do first?', 'Which idea or feature has priority?', 'Which project comes first?'],
    args: [
      number('reach', 'People or events it reaches in a period.', { min: 0 }),
      number('impact', 'How much it helps each: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.', { min: 0 }),
      fraction('confidence', 'How sure we are: 100% high, 80% medium, 50% low.'),
      number('effort', 'Work it takes, such as person-months.', { min: 0 }),
    ],
    returns: { unit: 'score' },
    native: '={reach}*{impact}*{confidence}/{effort}',
    examples: [
      { cells: [500, 2, 0.8, 4], gives: 200 },
      { cells: [500, 2, 0.8, 0], gives: '#DIV/0!' },
    ],
    source: 'McBride, “RICE: Simple prioritization for product managers”, Intercom, 2018.',
  },
  (reach, impact, confidence, effort) => divide(reach * impact * confidence, effort, 'effort is 0'),
)
