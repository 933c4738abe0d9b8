import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { agentsNeeded } from '../../../../core/metrics/planning/agentsNeeded.ts'
import { queueService } from '../../../../core/metrics/planning/queueService.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it gives Call Centre Helper’s worked example: 14 agents, and 20 with a shrinkage of 30%', () => {
  // 100 calls per half hour of 3 minutes, 80% within 20 seconds, at most 85% busy.
  expect(compute(agentsNeeded, 200, 3, 0.8, 20, 0.85)).toBe(14)
  expect(compute(agentsNeeded, 200, 3, '80%', 20, '85%', '30%')).toBe(20)
})

test('it agrees with R, which tries one agent after the other', () => {
  // Rscript -e 'ec <- function(A, N, s, h) {B <- dpois(N, A) / ppois(N, A); 1 - N * B / (N - A * (1 - B)) * exp(-(N - A) * s / h)}
  //   need <- function(A, p, s, h) {n <- floor(A) + 1; while (ec(A, n, s, h) < p) n <- n + 1; n}
  //   for (a in c(.1, 1, 5, 10, 25.5, 50, 100, 333, 1000, 20000)) print(c(need(a, .8, 20, 180), need(a, .95, 10, 300), need(a, .5, 60, 240)))'
  const known: [number, number, number, number][] = [
    [0.1, 1, 2, 1],
    [1, 3, 4, 2],
    [5, 8, 10, 6],
    [10, 14, 16, 12],
    [25.5, 30, 35, 27],
    [50, 56, 62, 52],
    [100, 107, 116, 102],
    [333, 342, 359, 336],
    [1000, 1011, 1037, 1003],
    [20000, 20014, 20070, 20003],
  ]
  for (const [load, usual, strict, lax] of known) {
    expect(compute(agentsNeeded, load * 20, 3)).toBe(usual)
    expect(compute(agentsNeeded, load * 12, 5, 0.95, 10)).toBe(strict)
    expect(compute(agentsNeeded, load * 15, 4, 0.5, 60)).toBe(lax)
  }
})

test('they reach the service level, and one fewer does not', () => {
  const level = (calls: number, minutes: number, agents: number, seconds: number) =>
    (compute(queueService, calls, minutes, agents, seconds) as number[][])[1]![3]!
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(0.5, 0.8, 0.9, 0.99),
      fc.integer({ min: 0, max: 90 }),
      (calls, minutes, wanted, seconds) => {
        const agents = compute(agentsNeeded, calls, minutes, wanted, seconds) as number
        expect(level(calls, minutes, agents, seconds)).toBeGreaterThanOrEqual(wanted)
        const keepsUp = agents - 1 > (calls * minutes) / 60
        if (keepsUp) expect(level(calls, minutes, agents - 1, seconds)).toBeLessThan(wanted)
      },
    ),
  )
})

test('a limit of occupancy asks for more where it is the stricter one', () => {
  expect(compute(agentsNeeded, 2000, 3, 0.8, 20)).toBe(107)
  expect(compute(agentsNeeded, 2000, 3, 0.8, 20, 0.85)).toBe(118)
  expect(compute(agentsNeeded, 680, 3, 0, 0, 0.85)).toBe(40)
})

test('those who are scheduled are rounded up, but not those who are 30 apart from rounding', () => {
  expect(21 / (1 - 0.3)).toBeGreaterThan(30)
  expect(compute(agentsNeeded, 330, 3)).toBe(21)
  expect(compute(agentsNeeded, 330, 3, null, null, null, 0.3)).toBe(30)
  expect(compute(agentsNeeded, 330, 3, null, null, null, 0.31)).toBe(31)
})

test('80% within 20 seconds are meant when nothing is said', () => {
  expect(compute(agentsNeeded, 200, 3)).toBe(compute(agentsNeeded, 200, 3, 0.8, 20, 1, 0))
  expect(compute(agentsNeeded, 200, 3, null, '', ' ', null)).toBe(14)
})

test('without calls nobody is needed', () => {
  expect(compute(agentsNeeded, 0, 3)).toBe(0)
  expect(compute(agentsNeeded, 0, 3, 0.8, 20, 0.85, 0.3)).toBe(0)
})

test('a hundred thousand erlangs and more are no work', () => {
  // As R above, with the logarithms of dpois and ppois.
  expect(compute(agentsNeeded, 6e6, 1)).toBe(100005)
  expect(compute(agentsNeeded, 6e10, 1)).toBeGreaterThan(1e9)
})

test('it works by hour of the day, and varies in SENSITIVITY', () => {
  expect(compute(findMetric('METRIC_BY')!, 'AGENTS_NEEDED', column(9, 10), column(100, 200), 3)).toEqual([
    ['segment', 'rows', 'AGENTS_NEEDED'],
    [9, 1, 8],
    [10, 1, 14],
  ])
  expect(compute(findMetric('SENSITIVITY')!, 'AGENTS_NEEDED', [[200, 3]], 'calls_per_hour', column(100, 200))).toEqual([
    ['calls_per_hour', 'AGENTS_NEEDED'],
    [100, 8],
    [200, 14],
  ])
})

test('wrong cells are named', () => {
  expect(failure(agentsNeeded, 200, 0)).toBe(
    '#VALUE! AGENTS_NEEDED: handling_minutes is 0, give how long an agent is busy',
  )
  expect(failure(agentsNeeded, 200, 3, 80)).toBe(
    '#VALUE! AGENTS_NEEDED: service_level is 80, outside 0 to 0.9999, write 80% or 0.8',
  )
  expect(failure(agentsNeeded, 200, 3, 1)).toBe('#VALUE! AGENTS_NEEDED: service_level is 1, outside 0 to 0.9999')
  expect(failure(agentsNeeded, 200, 3, 0.8, 20, 0)).toBe('#VALUE! AGENTS_NEEDED: max_occupancy is 0, outside 0.01 to 1')
  expect(failure(agentsNeeded, 200, 3, 0.8, 20, 0.85, 1)).toBe(
    '#VALUE! AGENTS_NEEDED: shrinkage is 1, outside 0 to 0.95',
  )
  expect(failure(agentsNeeded, -5, 3)).toBe('#VALUE! AGENTS_NEEDED: calls_per_hour is -5, below 0')
  expect(failure(agentsNeeded, 200, 3, 0.8, -1)).toBe('#VALUE! AGENTS_NEEDED: answer_within_seconds is -1, below 0')
  expect(failure(agentsNeeded, 200)).toBe('#VALUE! AGENTS_NEEDED: handling_minutes is missing')
  expect(failure(agentsNeeded, 1e9, 300)).toContain('look at the units of calls_per_hour and handling_minutes')
})

test('the time of a call may be written as one', () => {
  expect(compute(agentsNeeded, 200, '4 min 30 s')).toBe(compute(agentsNeeded, 200, 4.5))
  expect(compute(queueService, 200, '0:04:30', 20)).toEqual(compute(queueService, 200, 4.5, 20))
  for (const metric of [agentsNeeded, queueService]) {
    expect(failure(metric, 200, 0.003125, 20)).toContain(
      ': handling_minutes is 0.003125, under 3 seconds; a time cell such as 0:04:30 counts days: write minutes, 4.5',
    )
  }
})
