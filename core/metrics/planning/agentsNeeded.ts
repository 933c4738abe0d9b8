import { fraction, number } from '../../arguments/index.ts'
import { callArgs } from '../../arguments/single/calls.ts'
import { metric } from '../../metric.ts'
import { answeredWithin, fewestAgents, loadOf } from '../../statistics/time/erlang.ts'

export const agentsNeeded = metric(
  {
    name: 'AGENTS_NEEDED',
    summary:
      'Fewest agents who answer the wanted share of calls in time (Erlang C); with shrinkage, how many to schedule so that as many are there. QUEUE_SERVICE tells how callers are served then.',
    questions: [
      'How many agents do we need?',
      'How many people must be on the phones to answer 80% of calls in 20 seconds?',
      'Staffing of a call centre or service desk',
      'How many employees should be scheduled for the support hotline?',
    ],
    args: [
      ...callArgs,
      fraction('service_level', 'Share of calls to be answered in time. 80% when left out.', {
        max: 0.9999,
        default: 0.8,
      }),
      number('answer_within_seconds', 'The wait that is still in time. 20 when left out.', { min: 0, default: 20 }),
      fraction(
        'max_occupancy',
        'Share of their time that agents may be busy at most, such as 85%; more wears people out. No limit when left out.',
        { min: 0.01, default: null },
      ),
      fraction(
        'shrinkage',
        'Share of paid time in which an agent takes no calls: breaks, training, holidays, illness; 30% is usual. 0 when left out.',
        { max: 0.95, default: 0 },
      ),
    ],
    returns: { unit: 'count' },
    examples: [
      { cells: [200, 3], gives: 14 },
      { cells: [200, 3, 0.8, 20, 0.85, 0.3], gives: 20 },
      { cells: [200, 0], gives: '#VALUE!' },
    ],
    source:
      'Erlang, Post Office Electrical Engineers’ Journal 10, 1917; Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (callsPerHour, handlingMinutes, serviceLevel, answerWithin, maxOccupancy, shrinkage) => {
    const load = loadOf(callsPerHour, handlingMinutes)
    if (load === 0) return 0
    const time = answerWithin / (60 * handlingMinutes)
    const inTime = fewestAgents(load, (agents, chance) => answeredWithin(time, load, agents, chance) >= serviceLevel)
    const unhurried = maxOccupancy === null ? 0 : roundedUp(load / maxOccupancy)
    return roundedUp(Math.max(inTime, unhurried) / (1 - shrinkage))
  },
)

/** 7 / 0.7 is 10, and 10.000000000000002 to a computer. */
function roundedUp(agents: number): number {
  return Math.ceil(agents * (1 - 1e-12))
}
