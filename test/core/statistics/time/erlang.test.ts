import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answeredWithin,
  chanceOfWaiting,
  fewestAgents,
  fewestToKeepUp,
  loadOf,
} from '../../../../core/statistics/time/erlang.ts'
import { expectClose } from '../../../close.ts'

/** The textbook sum in whole numbers: A^N / N! N / (N - A) over itself and the terms A^i / i! of all below N. */
function exactChance(load: bigint, agents: bigint): number {
  let factorial = 1n
  for (let i = 1n; i <= agents; i++) factorial *= i
  // All terms times N! (N - A).
  let sum = 0n
  let term = factorial * (agents - load)
  for (let i = 0n; i < agents; i++) {
    sum += term
    term = (term * load) / (i + 1n)
  }
  const waiting = load ** agents * agents
  const digits = 10n ** 20n
  return Number((waiting * digits) / (sum + waiting)) / 1e20
}

describe('the chance of waiting', () => {
  test('is the textbook sum, in exact whole numbers', () => {
    for (const load of [1, 2, 3, 5, 8, 13, 40, 100, 300]) {
      for (const agents of [load + 1, load + 2, Math.ceil(load * 1.2) + 1]) {
        expectClose(chanceOfWaiting(load, agents), exactChance(BigInt(load), BigInt(agents)))
      }
    }
  })

  test('is the load with a single agent, who is busy that share of the time', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (load) => {
        expectClose(chanceOfWaiting(load, 1), load)
      }),
    )
  })

  test('agrees with R from the Poisson distribution, up to 100,000 erlangs', () => {
    // Rscript -e 'ec <- function(A, N) {B <- dpois(N, A) / ppois(N, A); N * B / (N - A * (1 - B))}
    //   print(c(ec(48, 55), ec(9.5, 10), ec(1000, 1010), ec(1e5, 100200)), digits = 16)'
    const known: [number, number, number][] = [
      [48, 55, 0.2387009363780091],
      [9.5, 10, 0.8255855781256984],
      [1000, 1010, 0.6605211454678439],
    ]
    for (const [load, agents, chance] of known) expectClose(chanceOfWaiting(load, agents), chance)
    // Of the Poisson distribution itself no more digits are right there.
    expectClose(chanceOfWaiting(1e5, 100200), 0.4126080410196145, 1e-9)
  })

  test('is the same from a start below the load as from the first agent on', () => {
    for (const load of [101, 250.5, 4000, 123456.7]) {
      for (const agents of [Math.floor(load) + 1, Math.ceil(load + 3 * Math.sqrt(load))]) {
        let busy = 1
        for (let n = 1; n <= agents; n++) busy = (load * busy) / (n + load * busy)
        expectClose(chanceOfWaiting(load, agents), (agents * busy) / (agents - load + load * busy), 1e-11)
      }
    }
  })

  test('falls with every agent, down to 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.nat({ max: 60 }), (load, more) => {
        const agents = fewestToKeepUp(load) + more
        const [one, other] = [chanceOfWaiting(load, agents), chanceOfWaiting(load, agents + 1)]
        expect(one >= 0 && one <= 1 && (other < one || one === 0)).toBe(true)
      }),
    )
    expect(chanceOfWaiting(10, 1e6)).toBe(0)
    expect(chanceOfWaiting(0, 1)).toBe(0)
  })
})

test('the wait of those who wait is exponential, so that no time at all is the share who find an agent free', () => {
  expect(answeredWithin(0, 10, 14, 0.25)).toBe(0.75)
  expectClose(answeredWithin(0.5, 10, 14, 0.25), 1 - 0.25 * Math.exp(-2))
})

test('the fewest agents are the first who are enough, and keep up in any case', () => {
  expect(fewestAgents(10, () => true)).toBe(11)
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 300, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (load, most) => {
        const agents = fewestAgents(load, (_, chance) => chance <= most)
        expect(chanceOfWaiting(load, agents)).toBeLessThanOrEqual(most)
        if (agents > fewestToKeepUp(load)) expect(chanceOfWaiting(load, agents - 1)).toBeGreaterThan(most)
      },
    ),
  )
})

test('a load that is whole but for rounding is kept up with by one more', () => {
  expect(fewestToKeepUp(10)).toBe(11)
  expect(fewestToKeepUp(9.999999999999998)).toBe(11)
  expect(fewestToKeepUp(10.5)).toBe(11)
  expect(fewestToKeepUp(0)).toBe(1)
})

test('the load is calls times handling time, in hours', () => {
  expect(loadOf(720, 4)).toBe(48)
  expect(loadOf(0, 4)).toBe(0)
  expect(() => loadOf(200, 0)).toThrow('handling_minutes is 0, give how long an agent is busy')
  expect(() => loadOf(1e9, 120)).toThrow('the calls keep more than 1000000000 agents busy, look at the units')
})

test('a hundred thousand erlangs take no time to speak of', () => {
  const start = performance.now()
  for (let i = 0; i < 20; i++) fewestAgents(1e5 + i, (_, chance) => chance < 0.1)
  expect((performance.now() - start) / 20).toBeLessThan(50)
})
