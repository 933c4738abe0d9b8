import { number } from '../../arguments/index.ts'
import { callArgs } from '../../arguments/single/calls.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { answeredWithin, chanceOfWaiting, fewestToKeepUp, loadOf } from '../../statistics/time/erlang.ts'

export const queueService = metric(
  {
    name: 'QUEUE_SERVICE',
    summary:
      'How callers are served by a number of agents (Erlang C): the work that comes in (load, in agents who are always busy), how busy the agents are (occupancy), the chance of waiting, the service level, which is the share answered in time, and the mean wait in seconds over all calls. Callers come at random and wait as long as it takes; where many hang up, the true wait is shorter. AGENTS_NEEDED turns it round.',
    questions: [
      'What service level do we reach with this many agents?',
      'How long do callers wait in the queue?',
      'Erlang C calculator for a call centre',
      'How busy are our agents, and how many callers wait?',
      'What is the average speed of answer?',
    ],
    args: [
      ...callArgs,
      number('agents', 'Agents who take calls at this time, without those on a break, in training or absent.', {
        min: 1,
        whole: true,
      }),
      number('answer_within_seconds', 'The wait that service_level still counts as in time. 20 when left out.', {
        min: 0,
        default: 20,
      }),
    ],
    returns: {
      table: [
        { name: 'load', unit: 'ratio' },
        { name: 'occupancy', unit: 'fraction' },
        { name: 'chance_of_waiting', unit: 'fraction' },
        { name: 'service_level', unit: 'fraction' },
        { name: 'mean_wait_seconds', unit: 'seconds' },
        { name: 'mean_queue', unit: 'ratio' },
      ],
    },
    examples: [
      {
        cells: [720, 4, 55, 15],
        gives: [
          ['load', 'occupancy', 'chance_of_waiting', 'service_level', 'mean_wait_seconds', 'mean_queue'],
          [48, 0.8727272727272727, 0.2387009363780092, 0.8458830921705803, 8.184032104388887, 1.6368064208777774],
        ],
      },
      { cells: [200, 3, 10], gives: '#NUM!' },
      { cells: [200, 3, 12.5], gives: '#VALUE!' },
    ],
    source:
      'Erlang, Post Office Electrical Engineers’ Journal 10, 1917; Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (callsPerHour, handlingMinutes, agents, answerWithin) => {
    const load = loadOf(callsPerHour, handlingMinutes)
    const fewest = fewestToKeepUp(load)
    if (agents < fewest) {
      const problem = `agents is ${agents} and the calls keep ${shortened(load)} busy, so the queue grows without end`
      throw new CellError('#NUM!', `${problem}: ${fewest} agents are the fewest that keep up`)
    }
    const handlingSeconds = 60 * handlingMinutes
    const chance = chanceOfWaiting(load, agents)
    const served = answeredWithin(answerWithin / handlingSeconds, load, agents, chance)
    const wait = chance / (agents - load)
    return [
      ['load', 'occupancy', 'chance_of_waiting', 'service_level', 'mean_wait_seconds', 'mean_queue'],
      [load, load / agents, chance, served, wait * handlingSeconds, wait * load],
    ]
  },
)

function shortened(load: number): number {
  return Math.round(100 * load) / 100
}
