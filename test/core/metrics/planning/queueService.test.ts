import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queueService } from '../../../../core/metrics/planning/queueService.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['load', 'occupancy', 'chance_of_waiting', 'service_level', 'mean_wait_seconds', 'mean_queue']
const row = (...cells: unknown[]): number[] => (compute(queueService, ...cells) as number[][])[1]!

test('it gives Mitan’s worked example: 360 calls per half hour of 4 minutes, 55 agents, 15 seconds', () => {
  const [names, values] = compute(queueService, 720, 4, 55, 15) as unknown[][]
  expect(names).toEqual(header)
  // Rscript -e 'A <- 48; N <- 55; B <- dpois(N, A) / ppois(N, A); C <- N * B / (N - A * (1 - B))
  //   print(c(C, 1 - C * exp(-(N - A) * 15 / 240), C * 240 / (N - A), C * A / (N - A)), digits = 16)'
  expectClose(
    values,
    [48, 48 / 55, 0.2387009363780091, 0.8458830921705804, 8.1840321043888835, 1.6368064208777768],
    1e-11,
  )
})

test('it gives Call Centre Helper’s worked example: 200 calls an hour of 3 minutes and 11 to 14 agents', () => {
  // Chance of waiting, service level and mean wait as printed there, to their digits.
  const printed: [number, number, number][] = [
    [11, 0.682, 0.39],
    [12, 0.449, 0.64],
    [13, 0.285, 0.796],
    [14, 0.174, 0.888],
  ]
  for (const [agents, waiting, level] of printed) {
    const [load, , chance, served] = row(200, 3, agents, 20)
    expect(load).toBe(10)
    expect(Math.abs(chance! - waiting)).toBeLessThan(0.0006)
    expect(Math.abs(served! - level)).toBeLessThan(0.0006)
  }
  expect(row(200, 3, 14)[4]).toBeCloseTo(7.8, 1)
  expect(row(200, 3, 14)[1]).toBeCloseTo(0.714, 3)
})

test('a single agent is the queue M/M/1: the mean wait is the load over what is free of it, times the handling time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 0, max: 600 }), (calls, seconds) => {
      const load = calls / 60
      const [, occupancy, chance, served, wait, queue] = row(calls, 1, 1, seconds)
      expectClose([occupancy, chance], [load, load])
      expectClose(served, 1 - load * Math.exp((-(1 - load) * seconds) / 60), 1e-11)
      expectClose(wait, (60 * load) / (1 - load), 1e-9)
      expectClose(queue, (load * load) / (1 - load), 1e-9)
    }),
  )
})

test('the mean queue is the calls that come in within the mean wait (Little)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.double({ min: 0.1, max: 20, noNaN: true }), (calls, minutes) => {
      const [, , , , wait, queue] = row(calls, minutes, Math.floor((calls * minutes) / 60) + 3)
      expectClose(queue, (calls / 3600) * wait!, 1e-9)
    }),
  )
})

test('every further agent serves better, and the units scale out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 10 }), (calls, minutes) => {
      const agents = Math.floor((calls * minutes) / 60) + 1
      const [, busy, chance, served, wait] = row(calls, minutes, agents)
      const [, busyMore, chanceMore, servedMore, waitMore] = row(calls, minutes, agents + 1)
      expect(busyMore! < busy! && chanceMore! < chance! && servedMore! > served! && waitMore! < wait!).toBe(true)
      // Half as many calls of twice the time, and twice the patience.
      expectClose(
        row(calls / 2, minutes * 2, agents, 40).slice(0, 4),
        row(calls, minutes, agents, 20).slice(0, 4),
        1e-9,
      )
    }),
  )
})

test('20 seconds are meant when nothing is said', () => {
  expect(compute(queueService, 200, 3, 14)).toEqual(compute(queueService, 200, 3, 14, 20))
  expect(compute(queueService, 200, 3, 14, ' ')).toEqual(compute(queueService, 200, 3, 14, 20))
  expectClose(row(200, 3, 14, 0)[3], 1 - row(200, 3, 14)[2]!)
})

test('without calls nobody waits', () => {
  expect(compute(queueService, 0, 3, 2)).toEqual([header, [0, 0, 0, 1, 0, 0]])
})

test('a queue that grows without end names the fewest agents that keep up', () => {
  expect(failure(queueService, 200, 3, 10)).toBe(
    '#NUM! QUEUE_SERVICE: agents is 10 and the calls keep 10 busy, so the queue grows without end: 11 agents are the fewest that keep up',
  )
  expect(failure(queueService, 200, 3.1, 8)).toContain('the calls keep 10.33 busy')
  expect(compute(queueService, 200, 3, 11)).toHaveLength(2)
  // 600 calls of 4.1 minutes keep 41 busy, and 40.99999999999999 in the numbers of a computer.
  expect(failure(queueService, 600, 4.1, 41)).toContain('42 agents are the fewest')
})

test('wrong cells are named', () => {
  expect(failure(queueService, 200, 0, 10)).toBe(
    '#VALUE! QUEUE_SERVICE: handling_minutes is 0, give how long an agent is busy',
  )
  expect(failure(queueService, 200, 3, 12.5)).toBe('#VALUE! QUEUE_SERVICE: agents is 12.5, not a whole number')
  expect(failure(queueService, 200, 3, 0)).toBe('#VALUE! QUEUE_SERVICE: agents is 0, below 1')
  expect(failure(queueService, -1, 3, 10)).toBe('#VALUE! QUEUE_SERVICE: calls_per_hour is -1, below 0')
  expect(failure(queueService, 200, 3, 14, -1)).toBe('#VALUE! QUEUE_SERVICE: answer_within_seconds is -1, below 0')
  expect(failure(queueService, column(200, 100), 3, 14)).toBe(
    '#VALUE! QUEUE_SERVICE: calls_per_hour must be one cell, not 2',
  )
  expect(failure(queueService, 'many', 3, 14)).toBe(
    '#VALUE! QUEUE_SERVICE: calls_per_hour is the text “many”, not a number',
  )
  expect(failure(queueService, 200, null, 14)).toBe('#VALUE! QUEUE_SERVICE: handling_minutes is blank')
  expect(failure(queueService, 200, 3)).toBe('#VALUE! QUEUE_SERVICE: agents is missing')
  expect(failure(queueService, 1e308, 300, 14)).toContain('more than 1000000000 agents')
  expect(failure(queueService, 1e9, 300, 14)).toBe(
    '#VALUE! QUEUE_SERVICE: the calls keep more than 1000000000 agents busy, look at the units of calls_per_hour and handling_minutes',
  )
})
