import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  kaplanMeier,
  medianLimits,
  restrictedMean,
  survivalLimits,
  survivalTime,
} from '../../../../core/statistics/customers/survival.ts'
import { expectClose } from '../../../close.ts'

const curve = (waits: readonly (readonly [days: number, ended: boolean])[]) =>
  kaplanMeier(
    Float64Array.from(waits, ([days]) => days),
    Uint8Array.from(waits, ([, ended]) => (ended ? 1 : 0)),
  )

/** The 21 patients on 6-MP of Freireich and others (1963), from the table of their curve; who left, left at an event. */
const table = {
  time: [6, 7, 10, 13, 16, 22, 23],
  atRisk: [21, 17, 15, 12, 11, 7, 6],
  events: [3, 1, 1, 1, 1, 1, 1],
  survival: [
    0.857142857142857, 0.80672268907563, 0.752941176470588, 0.690196078431372, 0.627450980392157, 0.53781512605042,
    0.448179271708683,
  ],
  se: [
    0.07636035483212124, 0.08693528518005698, 0.09634965299432055, 0.1068147077750098, 0.11405386525675233,
    0.12823375169303391, 0.13459145675576054,
  ],
}
const patients = table.time.flatMap((time, i) => {
  const left = table.atRisk[i]! - table.events[i]! - (table.atRisk[i + 1] ?? 0)
  return [
    ...new Array<[number, boolean]>(table.events[i]!).fill([time, true]),
    ...new Array<[number, boolean]>(left).fill([i === 6 ? 35 : time, false]),
  ]
})

test('it agrees with R survival on the leukemia data of Freireich and others (1963)', () => {
  const steps = curve(patients)
  expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
    table.time.map((time, i) => [time, table.atRisk[i], table.events[i]]),
  )
  expectClose(
    steps.map(({ survival }) => survival),
    table.survival,
    1e-11,
  )
  expectClose(
    steps.map(({ survival, greenwood }) => survival * Math.sqrt(greenwood)),
    table.se,
    1e-11,
  )
  expect(survivalTime(steps, 0.5)).toBe(23)
})

test('the median of the control patients is 8 weeks (R survival)', () => {
  const weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
  const steps = curve(weeks.map((week) => [week, true]))
  expect(survivalTime(steps, 0.5)).toBe(8)
  expect(steps[steps.length - 1]!.survival).toBe(0)
})

test('the median is the first time at which half or fewer are left, undefined when never', () => {
  expect(survivalTime(curve([1, 2, 3, 4].map((day) => [day, true])), 0.5)).toBe(2)
  const steps = curve([
    [1, true],
    [2, false],
    [3, false],
  ])
  expect(survivalTime(steps, 0.5)).toBeUndefined()
  expect(survivalTime(curve([[1, false]]), 0.5)).toBeUndefined()
})

test('a half that comes out of a product of rounded shares is a half', () => {
  // 15 of 22 and then 11 of 15 are left: their product as floating point numbers is above a half.
  expect((1 - 7 / 22) * (1 - 4 / 15)).toBeGreaterThan(0.5)
  const waits: [number, boolean][] = [
    ...new Array<[number, boolean]>(7).fill([1, true]),
    ...new Array<[number, boolean]>(4).fill([2, true]),
    ...new Array<[number, boolean]>(11).fill([3, false]),
  ]
  expect(survivalTime(curve(waits), 0.5)).toBe(2)
})

test('without anyone still waiting it is the plain share that is left', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (days) => {
      for (const { time, survival } of curve(days.map((day) => [day, true]))) {
        expectClose(survival, days.filter((day) => day > time).length / days.length, 1e-12)
      }
    }),
  )
})

test('it agrees with Efron’s redistribution to the right: who leaves hands on their weight to those who stay', () => {
  const wait = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 40 }), (waits) => {
      // At the same time events come before those who leave.
      const sorted = waits.slice().sort(([a, ended], [b, too]) => a - b || Number(too) - Number(ended))
      const weights = sorted.map(() => 1 / sorted.length)
      const left = new Map<number, number>()
      let survival = 1
      sorted.forEach(([day, ended], i) => {
        if (ended) {
          survival -= weights[i]!
          left.set(day, survival)
        } else {
          const rest = sorted.length - i - 1
          for (let j = i + 1; j < sorted.length; j++) weights[j]! += weights[i]! / rest
        }
      })
      const steps = curve(waits)
      expect(steps.map(({ time }) => time)).toEqual([...left.keys()])
      steps.forEach(({ time, survival }) => expect(Math.abs(survival - left.get(time)!)).toBeLessThan(1e-12))
      expect(curve(waits.slice().reverse())).toEqual(steps)
    }),
  )
})

test('log-log limits agree with R survival on the subscribers of a telecom firm (IBM telco sample)', () => {
  // After one month: 380 of 7,032 had left.
  const [step] = curve([
    ...new Array<[number, boolean]>(380).fill([1, true]),
    ...new Array<[number, boolean]>(6652).fill([2, false]),
  ])
  expectClose(step!.survival, 0.945961319681456, 1e-12)
  const { low, high } = survivalLimits(step!, 0.95)!
  expectClose([low, high], [0.940418371315835, 0.95100212095724], 1e-12)
})

test('where all or none are left there are no limits', () => {
  const [step] = curve([[1, true]])
  expect(survivalLimits(step!, 0.95)).toBeUndefined()
  expect(survivalLimits({ time: 0, atRisk: 5, events: 0, survival: 1, greenwood: 0 }, 0.95)).toBeUndefined()
})

const control = curve(
  [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map((week): [number, boolean] => [
    week,
    true,
  ]),
)

test('limits of the median are where the log-log limits of the curve pass a half, as R survival has them', () => {
  // Rscript -e 'library(survival); quantile(survfit(Surv(weeks, relapse) ~ group, gehan, conf.type = "log-log"), .5)',
  // and the same with conf.int = .8
  expect(medianLimits(control, 0.95)).toEqual({ low: 4, high: 11 })
  expect(medianLimits(control, 0.8)).toEqual({ low: 5, high: 11 })
  expect(medianLimits(curve(patients), 0.95)).toEqual({ low: 13, high: undefined })
  expect(medianLimits(curve(patients), 0.8)).toEqual({ low: 16, high: undefined })
})

test('where all are gone at once there are no limits of the median', () => {
  expect(medianLimits(curve([[5, true]]), 0.95)).toEqual({ low: undefined, high: undefined })
  expect(medianLimits([], 0.95)).toEqual({ low: undefined, high: undefined })
})

test('the restricted mean and its error agree with R survival', () => {
  // Rscript -e 'library(survival); for (h in c(8, 12, 23, 40))
  //   print(summary(survfit(Surv(weeks, relapse) ~ 1, gehan[gehan$group == 1, ]), rmean = h)$table[5:6], digits = 16)'
  const known: [number, number, number][] = [
    [8, 5.8571428571428568, 0.5804280002095658],
    [12, 7.2857142857142856, 0.8886864038891346],
    [23, 8.666666666666666, 1.377390041264548],
    [40, 8.666666666666666, 1.377390041264548],
  ]
  for (const [horizon, mean, error] of known) {
    const found = restrictedMean(control, horizon)
    expectClose([found.mean, found.error], [mean, error])
  }
  // The same of group 2, at 10, 20 and 35.
  const treated: [number, number, number][] = [
    [10, 9.2773109243697469, 0.3267691153874442],
    [20, 16.116526610644257, 1.251560196005047],
    [35, 23.287394957983192, 2.827467623371439],
  ]
  for (const [horizon, mean, error] of treated) {
    const found = restrictedMean(curve(patients), horizon)
    expectClose([found.mean, found.error], [mean, error], 1e-9)
  }
})

test('when all have ended the restricted mean is the mean of what each lives up to the horizon', () => {
  const days = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (days, horizon) => {
      const lived = days.map((day) => Math.min(day, horizon))
      const mean = lived.reduce((sum, day) => sum + day, 0) / days.length
      const square = lived.reduce((sum, day) => sum + (day - mean) ** 2, 0) / days.length
      const found = restrictedMean(curve(days.map((day) => [day, true])), horizon)
      expect(found.mean).toBeCloseTo(mean, 10)
      expect(found.error).toBeCloseTo(Math.sqrt(square / days.length), 10)
    }),
  )
})
