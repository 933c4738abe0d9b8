import { CellError } from '../../cell.ts'

/**
 * The agents that calls keep busy at all times, in erlangs, as many as one after the other would need. Fails where a call
 * takes no time, and where no queue in the world is as long.
 */
export function loadOf(callsPerHour: number, handlingMinutes: number): number {
  if (handlingMinutes === 0) throw new CellError('#VALUE!', 'handling_minutes is 0, give how long an agent is busy')
  const load = (callsPerHour * handlingMinutes) / 60
  if (load <= LARGEST_LOAD) return load
  const problem = `the calls keep more than ${LARGEST_LOAD} agents busy`
  throw new CellError('#VALUE!', `${problem}, look at the units of calls_per_hour and handling_minutes`)
}

/** The steps to an answer grow with the root of the load. */
const LARGEST_LOAD = 1e9

/** The fewest agents whose queue does not grow without end. A load that differs from theirs by rounding is as much. */
export function fewestToKeepUp(load: number): number {
  return Math.floor(load * (1 + 1e-12)) + 1
}

/**
 * The chance that a caller has to wait, who comes at random and stays until an agent is free. There must be more agents
 * than the load. Erlang, “Solution of Some Problems in the Theory of Probabilities of Significance in Automatic Telephone
 * Exchanges”, 1917.
 */
export function chanceOfWaiting(load: number, agents: number): number {
  return waiting(load, agents, allBusy(load, agents))
}

/** The share of callers who are answered within a time, in units of the handling time. */
export function answeredWithin(time: number, load: number, agents: number, chance: number): number {
  return 1 - chance * Math.exp(-(agents - load) * time)
}

/** The fewest agents that keep up and are enough, as told by their number and the chance of waiting for one of them. */
export function fewestAgents(load: number, isEnough: (agents: number, chance: number) => boolean): number {
  let agents = fewestToKeepUp(load)
  let busy = allBusy(load, agents)
  while (!isEnough(agents, waiting(load, agents, busy))) busy = withOneMore(load, ++agents, busy)
  return agents
}

/** Erlang’s C from his B. */
function waiting(load: number, agents: number, busy: number): number {
  return (agents * busy) / (agents - load + load * busy)
}

/**
 * The chance that all agents are busy where nobody waits (Erlang’s B), by its recursion over their number, which adds and
 * multiplies only. Up to the load each step shrinks what is wrong with the start to n / load of it, so that beginning 10
 * roots of the load below leaves e^-50 of an error that is small itself.
 */
function allBusy(load: number, agents: number): number {
  let n = Math.max(0, Math.floor(load - 10 * Math.sqrt(load)))
  let busy = n === 0 ? 1 : 1 - n / load
  while (n < agents && busy > 0) busy = withOneMore(load, ++n, busy)
  return busy
}

function withOneMore(load: number, agents: number, busy: number): number {
  return (load * busy) / (agents + load * busy)
}
