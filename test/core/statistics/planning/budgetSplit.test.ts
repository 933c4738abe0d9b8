import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { responseOf, splitBudget, type SpendCurve } from '../../../../core/statistics/planning/budgetSplit.ts'
import { expectClose } from '../../../close.ts'
import { runs } from '../../../properties.ts'

const curve = (half: number, most: number, least = 0, limit = Infinity): SpendCurve => ({ half, most, least, limit })
const all = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)
const responseOfAll = (curves: readonly SpendCurve[], spend: ArrayLike<number>) =>
  all(curves.map((one, i) => responseOf(one, spend[i]!)))
const marginal = ({ half, most }: SpendCurve, spend: number) => (most === 0 ? 0 : (most * half) / (spend + half) ** 2)

// By hand: √(400 · 900) = 600 and √(100 · 400) = 200, so 800 u = 500 + 400 + 100 and u = 1.25.
test('two channels get what makes their next unit worth the same', () => {
  expect([...splitBudget([curve(400, 900), curve(100, 400)], 500)]).toEqual([350, 150])
})

// python3, scipy 1.17: minimize(lambda x: -sum(m*x/(x+h)), x0, method='SLSQP', bounds=…, constraints=sum(x) = 1500)
test('limits hold, and the rest is split among the others (scipy SLSQP)', () => {
  const curves = [curve(400, 900, 0, 450), curve(100, 400, 300), curve(800, 700), curve(50, 20)]
  expectClose(
    [...splitBudget(curves, 1500)],
    [449.99999999999983, 308.18232067413163, 727.2783876462763, 14.539291679592282],
    1e-6,
  )
})

test('a channel whose first unit is worth less than the others’ last gets nothing', () => {
  expect(splitBudget([curve(100, 1000), curve(1000, 10)], 100)[1]).toBe(0)
})

describe('channels without a response', () => {
  test('get their least alone', () => {
    expect([...splitBudget([curve(0, 0, 30), curve(100, 400)], 100)]).toEqual([30, 70])
  })

  test('get what no other may take, the first one first', () => {
    const curves = [curve(0, 0, 10, 50), curve(100, 400, 0, 200), curve(0, 0)]
    expect([...splitBudget(curves, 300)]).toEqual([50, 200, 50])
    expect([...splitBudget(curves, 210)]).toEqual([10, 200, 0])
  })
})

test('limits that leave no choice are the split', () => {
  expect([...splitBudget([curve(10, 5, 20), curve(30, 5, 40)], 60)]).toEqual([20, 40])
  expect([...splitBudget([curve(10, 5, 0, 20), curve(30, 5, 0, 40)], 60)]).toEqual([20, 40])
  expect([...splitBudget([curve(10, 5, 7, 7), curve(30, 5)], 10)]).toEqual([7, 3])
  expect([...splitBudget([curve(10, 5), curve(30, 5)], 0)]).toEqual([0, 0])
})

const channel = fc.record({
  half: fc.integer({ min: 1, max: 1000 }),
  most: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 1000 }) }, { weight: 1, arbitrary: fc.constant(0) }),
  least: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
  room: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 900 })),
})
const cases = fc
  .record({
    curves: fc
      .array(channel, { minLength: 1, maxLength: 6 })
      .map((channels) => channels.map(({ room, ...rest }) => ({ ...rest, limit: rest.least + room }))),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ curves, share }) => {
    const [least, limit] = [all(curves.map(({ least }) => least)), all(curves.map(({ limit }) => limit))]
    return { curves, budget: least + share * (Math.min(limit, least + 3000) - least) }
  })

test('all is spent, limits hold, and marginal returns are the same where no limit holds', () => {
  fc.assert(
    fc.property(cases, ({ curves, budget }) => {
      const spend = splitBudget(curves, budget)
      expect(Math.abs(all(spend) - budget)).toBeLessThanOrEqual(1e-9 * (1 + budget))
      const slack = 1e-9 * (1 + budget)
      const free: number[] = []
      curves.forEach((one, i) => {
        expect(spend[i]).toBeGreaterThanOrEqual(one.least - slack)
        expect(spend[i]).toBeLessThanOrEqual(one.limit + slack)
        if (spend[i]! > one.least + 1e-6 && spend[i]! < one.limit - 1e-6 && one.most > 0)
          free.push(marginal(one, spend[i]!))
      })
      for (const value of free) expectClose(value, free[0], 1e-9)
    }),
    { numRuns: runs() },
  )
})

test('no exchange between two channels brings more', () => {
  const step = fc.double({ min: 0.001, max: 1, noNaN: true })
  fc.assert(
    fc.property(cases, fc.nat(5), fc.nat(5), step, ({ curves, budget }, a, b, step) => {
      const [from, to] = [a % curves.length, b % curves.length]
      fc.pre(from !== to)
      const spend = splitBudget(curves, budget)
      const most = Math.min(spend[from]! - curves[from]!.least, curves[to]!.limit - spend[to]!)
      const moved = Array.from(spend)
      moved[from]! -= step * most
      moved[to]! += step * most
      const best = responseOfAll(curves, spend)
      expect(responseOfAll(curves, moved)).toBeLessThanOrEqual(best * (1 + 1e-12) + 1e-12)
    }),
    { numRuns: runs(1000) },
  )
})

test('no split of a fine grid brings more', () => {
  const three = cases.filter(({ curves }) => curves.length === 3)
  fc.assert(
    fc.property(three, ({ curves, budget }) => {
      const best = responseOfAll(curves, splitBudget(curves, budget))
      for (let i = 0; i <= 40; i++) {
        for (let k = 0; i + k <= 40; k++) {
          const spend = [(budget * i) / 40, (budget * k) / 40, (budget * (40 - i - k)) / 40]
          if (spend.some((amount, c) => amount < curves[c]!.least || amount > curves[c]!.limit)) continue
          expect(responseOfAll(curves, spend)).toBeLessThanOrEqual(best * (1 + 1e-12) + 1e-12)
        }
      }
    }),
    { numRuns: 60 },
  )
})
