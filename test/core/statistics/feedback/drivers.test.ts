import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation, standardised } from '../../../../core/statistics/inference/correlation.ts'
import { driverModel } from '../../../../core/statistics/feedback/drivers.ts'
import { expectClose } from '../../../close.ts'

type Column = readonly number[]
const model = (outcome: Column, drivers: readonly Column[]) => {
  const standard = (values: Column) => standardised(Float64Array.from(values))!
  const columns = drivers.map(standard)
  const matrix = columns.flatMap((a) => columns.map((b) => (a === b ? 1 : correlation(a, b))))
  const withOutcome = columns.map((column) => correlation(column, standard(outcome)))
  return driverModel(Float64Array.from(matrix), Float64Array.from(withOutcome))
}

/** Road tests of 32 cars (Henderson and Velleman, Biometrics 37, 1981), mtcars in R. */
const cars = {
  mpg: [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
    21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ],
  cyl: [6, 6, 4, 6, 8, 6, 8, 4, 4, 6, 6, 8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 4, 8, 6, 8, 4],
  disp: [
    160, 160, 108, 258, 360, 225, 360, 146.7, 140.8, 167.6, 167.6, 275.8, 275.8, 275.8, 472, 460, 440, 78.7, 75.7, 71.1,
    120.1, 318, 304, 350, 400, 79, 120.3, 95.1, 351, 145, 301, 121,
  ],
  hp: [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245,
    175, 66, 91, 113, 264, 175, 335, 109,
  ],
  wt: [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2,
    1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ],
}

test('relative weights agree with the documentation of R package rwa, to all its digits', () => {
  const { weights } = model(cars.mpg, [cars.cyl, cars.disp, cars.hp, cars.wt])
  const published = [0.2096904, 0.1883043, 0.179959, 0.2706812]
  published.forEach((weight, i) => expect(Math.abs(weights[i]! - weight)).toBeLessThan(5.1e-8))
})

test('two drivers have a closed form', () => {
  const { effects, weights, inflation } = model(cars.mpg, [cars.hp, cars.wt])
  const [r1, r2, between] = [-0.7761683718265864, -0.867659376517228, 0.6587478873447187]
  const left = 1 - between ** 2
  expectClose(Array.from(effects), [(r1 - between * r2) / left, (r2 - between * r1) / left], 1e-11)
  expectClose(Array.from(inflation), [1 / left, 1 / left], 1e-11)
  // The root of the matrix of correlations, and what its columns explain.
  const own = (Math.sqrt(1 + between) + Math.sqrt(1 - between)) / 2
  const other = (Math.sqrt(1 + between) - Math.sqrt(1 - between)) / 2
  const [b1, b2] = [
    (own * r1 - other * r2) / (own ** 2 - other ** 2),
    (own * r2 - other * r1) / (own ** 2 - other ** 2),
  ]
  expectClose(Array.from(weights), [(own * b1) ** 2 + (other * b2) ** 2, (other * b1) ** 2 + (own * b2) ** 2], 1e-11)
})

test('one driver explains its correlation squared', () => {
  const { effects, weights, inflation } = model(cars.mpg, [cars.wt])
  expectClose([effects[0], weights[0], inflation[0]], [-0.867659376517228, 0.867659376517228 ** 2, 1], 1e-11)
})

/** The solution of a system of equations, by elimination with the largest pivot; null where there is none. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let k = 0; k < rows.length; k++) {
    const best = rows.reduce((best, row, i) => (i > k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i : best), k)
    ;[rows[k], rows[best]] = [rows[best]!, rows[k]!]
    if (Math.abs(rows[k]![k]!) < 1e-9) return null
    rows.forEach((row, i) => {
      if (i === k) return
      const factor = row[k]! / rows[k]![k]!
      rows[i] = row.map((cell, j) => cell - factor * rows[k]![j]!)
    })
  }
  return rows.map((row, k) => row[rows.length]! / row[k]!)
}

const mean = (values: Column) => values.reduce((sum, value) => sum + value, 0) / values.length
const product = (a: Column, b: Column) => a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i]! - mean(b)), 0)

const data = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 8, max: 20 })).chain(([size, rows]) => {
  const column = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: rows, maxLength: rows })
  return fc.record({ outcome: column, drivers: fc.array(column, { minLength: size, maxLength: size }) })
})
const varies = (values: Column) => values.some((value) => value !== values[0])

describe('with random columns', () => {
  test('effects are least squares, by the normal equations of the raw data; inflation is 1 / (1 - R²) on the others', () => {
    fc.assert(
      fc.property(data, ({ outcome, drivers }) => {
        fc.pre([outcome, ...drivers].every(varies))
        const slopes = solve(
          drivers.map((a) => drivers.map((b) => product(a, b))),
          drivers.map((a) => product(a, outcome)),
        )
        const { effects, weights, inflation } = model(outcome, drivers)
        fc.pre(slopes !== null && inflation.every((factor) => factor < 1e3))
        let explained = 0
        slopes!.forEach((slope, i) => {
          const scale = Math.sqrt(product(drivers[i]!, drivers[i]!) / product(outcome, outcome))
          expect(effects[i]).toBeCloseTo(slope * scale, 9)
          explained += (slope * product(drivers[i]!, outcome)) / product(outcome, outcome)
          const others = drivers.filter((_, k) => k !== i)
          const own = solve(
            others.map((a) => others.map((b) => product(a, b))),
            others.map((a) => product(a, drivers[i]!)),
          )!
          const shared = own.reduce((sum, slope, k) => sum + slope * product(others[k]!, drivers[i]!), 0)
          expectClose(inflation[i], 1 / (1 - shared / product(drivers[i]!, drivers[i]!)), 1e-8)
        })
        // Relative weights add up to R², whatever the drivers have in common.
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(explained, 9)
        for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('weights are those of Johnson’s definition, with the root of the correlations by Denman and Beavers’ iteration', () => {
    fc.assert(
      fc.property(data, ({ outcome, drivers }) => {
        fc.pre([outcome, ...drivers].every(varies))
        const { weights, inflation } = model(outcome, drivers)
        fc.pre(inflation.every((factor) => factor < 100))
        const r = (a: Column, b: Column) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))
        const identity = drivers.map((_, i) => drivers.map((_, k): number => (i === k ? 1 : 0)))
        const inverse = (matrix: number[][]): number[][] => {
          const columns = identity.map((unit) => solve(matrix, unit)!)
          return columns.map((_, i) => columns.map((column) => column[i]!))
        }
        const middle = (a: number[][], b: number[][]) => a.map((row, i) => row.map((cell, k) => (cell + b[i]![k]!) / 2))
        let [root, back] = [drivers.map((a) => drivers.map((b) => r(a, b))), identity]
        for (let step = 0; step < 12; step++) {
          ;[root, back] = [middle(root, inverse(back)), middle(back, inverse(root))]
        }
        const beta = solve(
          root,
          drivers.map((driver) => r(driver, outcome)),
        )!
        root.forEach((row, i) => {
          const weight = row.reduce((sum, cell, k) => sum + (cell * beta[k]!) ** 2, 0)
          expect(weights[i]).toBeCloseTo(weight, 8)
        })
      }),
    )
  })
})

describe('drivers that follow from others', () => {
  const [a, b, c] = [cars.cyl, cars.hp, cars.wt]

  test('a copy, in any unit, leaves both without an effect and the third with its own', () => {
    const copy = a.map((value) => 32 - 5 * value)
    const { effects, inflation, companions } = model(cars.mpg, [a, c, copy])
    expect([effects[0], effects[2]]).toEqual([NaN, NaN])
    expect([inflation[0], inflation[2]]).toEqual([Infinity, Infinity])
    expect(companions).toEqual([[2], [], [0]])
    const without = model(cars.mpg, [a, c])
    expectClose([effects[1], inflation[1]], [without.effects[1], without.inflation[1]], 1e-10)
  })

  test('a sum names all it is made of, two copies only each other', () => {
    const total = a.map((value, i) => value + b[i]!)
    const twice = c.map((value) => 2 * value)
    expect(model(cars.mpg, [a, b, total, c, twice]).companions).toEqual([[1, 2], [0, 2], [0, 1], [4], [3]])
    expect(model(cars.mpg, [a, b, total, c]).companions).toEqual([[1, 2], [0, 2], [0, 1], []])
  })

  test('weights still add up to R², in any order of the drivers', () => {
    const total = a.map((value, i) => value + b[i]!)
    const explained = model(cars.mpg, [a, b, c]).weights.reduce((sum, weight) => sum + weight, 0)
    const { weights } = model(cars.mpg, [a, b, total, c])
    expectClose(
      weights.reduce((sum, weight) => sum + weight, 0),
      explained,
      1e-10,
    )
    const turned = model(cars.mpg, [c, total, b, a]).weights
    expectClose(Array.from(turned), Array.from(weights).reverse(), 1e-10)
  })

  test('a copy with a little noise does not follow', () => {
    const near = a.map((value, i) => value + (i % 2 === 0 ? 1e-3 : -1e-3))
    const { effects, inflation, companions } = model(cars.mpg, [a, near])
    expect(companions).toEqual([[], []])
    expect(inflation[0]).toBeGreaterThan(1e5)
    expect(Number.isFinite(effects[0]!)).toBe(true)
  })
})
