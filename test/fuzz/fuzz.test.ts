import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import type { Outcome } from './fuzz.ts'
import { written } from './main.ts'
import { fuzzWatched } from './watched.ts'

const names = catalogue().map(({ spec }) => spec.name)
const cases = 300
const { SEED } = process.env
const seed = SEED === 'random' ? Math.floor(Math.random() * 1e6) : Number(SEED ?? 1)

describe(`in ${cases} calls through both bundles`, () => {
  const outcomes = new Map<string, Outcome>()

  beforeAll(
    () => fuzzWatched({ names, cases, seed, patience: 60 }, (outcome) => outcomes.set(outcome.name, outcome)),
    600_000,
  )

  test.each(names)('%s holds', (name) => {
    const { findings, values } = outcomes.get(name)!
    expect(findings.map(written).join('\n'), `seed ${seed}`).toBe('')
    // Calls that are all refused would say nothing of its results.
    expect(values).toBeGreaterThan(cases / 50)
  })
})
