import fc from 'fast-check'
import { expect, test } from 'vitest'
import { driverImpact } from '../../../../core/metrics/steering/driverImpact.ts'
import { midRanks } from '../../../../core/statistics/inference/correlation.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Row = [
  driver: string,
  correlation: number | '',
  rankCorrelation: number | '',
  effect: number | '',
  weight: number | '',
  warning: string,
]
const header = ['driver', 'correlation', 'rank_correlation', 'effect', 'weight', 'warning']
const found = (...cells: unknown[]): Row[] => {
  const [first, ...rows] = compute(driverImpact, ...cells) as Row[]
  expect(first).toEqual(header)
  return rows
}
/** Columns side by side. */
const beside = (...columns: readonly unknown[][]): unknown[][] =>
  columns[0]!.map((_, i) => columns.map((values) => values[i]))

const outcome = [7, 9, 4, 10, 6, 3, 8, 5]
const price = [3, 4, 2, 5, 4, 2, 3, 3]
const service = [4, 5, 3, 5, 2, 1, 4, 3]
const rooms = [5, 1, 4, 3, 2, 5, 3, 1]

test('drivers that have nothing in common have their correlations for effects, and the squares for weights', () => {
  const [a, b, c] = [
    [-1, 1, -1, 1, -1, 1, -1, 1],
    [-1, -1, 1, 1, -1, -1, 1, 1],
    [-1, -1, -1, -1, 1, 1, 1, 1],
  ]
  const y = a!.map((value, i) => 50 + 3 * value + 2 * b![i]! - c![i]!)
  const root = Math.sqrt(14)
  expectClose(
    found(column(...y), beside(a!, b!, c!), [['a', 'b', 'c']]).map(([name, r, , ...rest]) => [name, r, ...rest]),
    [
      ['a', 3 / root, 3 / root, 9 / 14, ''],
      ['b', 2 / root, 2 / root, 4 / 14, ''],
      ['c', -1 / root, -1 / root, 1 / 14, ''],
    ],
  )
})

test('the rank correlation is the correlation of the ranks: only the order of the values counts', () => {
  const [row] = found(column(...outcome), column(...service))
  const ranked = (values: readonly number[]) => Array.from(midRanks(Float64Array.from(values)))
  const [ranks] = found(column(...ranked(outcome)), column(...ranked(service)))
  expectClose([row![2], ranks![2]], [ranks![1], ranks![1]])
  const [stretched] = found(column(...outcome.map((value) => Math.exp(value))), column(...service))
  expect(stretched![2]).toBe(row![2])
  expect(stretched![1]).not.toBe(row![1])
})

test('weights are shares of the whole, the heaviest first', () => {
  const rows = found(column(...outcome), beside(rooms, price, service), [['rooms', 'price', 'service']])
  expect(rows.map(([name]) => name)).toEqual(['service', 'price', 'rooms'])
  expectClose(
    rows.reduce((sum, [, , , , weight]) => sum + (weight as number), 0),
    1,
  )
})

test('one driver has all the weight', () => {
  const [row] = found(column(...outcome), column(...service))
  const [name, r, , effect, weight, warning] = row!
  expect([name, weight, warning]).toEqual(['driver 1', 1, ''])
  expectClose(effect, r)
})

test('a driver is called by its label, else by its header, else by its number', () => {
  const [y, block] = [column('NPS', ...outcome), beside(['Price', ...price], [null, ...service])]
  const names = (...cells: unknown[]) => found(...cells).map(([name]) => name)
  expect(names(y, block)).toEqual(['driver 2', 'Price'])
  expect(names(y, block, column('p', 's'))).toEqual(['s', 'p'])
  expect(names(y, block, null)).toEqual(['driver 2', 'Price'])
  expect(names(column(...outcome), beside(price, service))).toEqual(['driver 2', 'driver 1'])
})

const data = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 6, max: 15 })).chain(([size, rows]) => {
  const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: rows, maxLength: rows })
  return fc.record({ y: values, drivers: fc.array(values, { minLength: size, maxLength: size }) })
})
const varies = (values: readonly number[]) => values.some((value) => value !== values[0])
const byName = (rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [row[0], row]))
const near = (a: number | '', b: number | '', sign = 1) =>
  typeof a === 'number' && typeof b === 'number' ? expect(a).toBeCloseTo(sign * b, 8) : expect(a).toBe(b)

test('the order of rows and of drivers, and their units, do not matter', () => {
  fc.assert(
    fc.property(data, ({ y, drivers }) => {
      fc.pre(varies(y))
      const labels = drivers.map((_, i) => `d${i}`)
      const base = byName(
        found(
          column(...y),
          beside(...drivers),
          labels.map((label) => [label]),
        ),
      )
      const turned = byName(
        found(
          column(...y.map((value) => 7 - 3 * value)).reverse(),
          beside(...drivers.map((values) => values.map((value) => 100 * value + 5)).reverse()).reverse(),
          [labels.slice().reverse()],
        ),
      )
      for (const label of labels) {
        const [one, other] = [base.get(label)!, turned.get(label)!]
        for (const i of [1, 2, 3] as const) near(other[i], one[i], -1)
        near(other[4], one[4])
        expect(other[5]).toBe(one[5])
      }
    }),
  )
})

test('correlations are within -1 and 1, shares within 0 and 1', () => {
  fc.assert(
    fc.property(data, ({ y, drivers }) => {
      fc.pre(varies(y))
      for (const [, r, rho, , weight, warning] of found(column(...y), beside(...drivers))) {
        if (warning === 'does not vary') continue
        expect(Math.abs(r as number)).toBeLessThanOrEqual(1)
        expect(Math.abs(rho as number)).toBeLessThanOrEqual(1)
        if (weight === '') continue
        expect(weight).toBeGreaterThanOrEqual(0)
        expect(weight).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('a driver that does not vary is said to, and does not disturb the others', () => {
  const open = outcome.map(() => 1)
  const without = found(column(...outcome), beside(price, service), [['price', 'service']])
  expect(found(column(...outcome), beside(price, open, service), [['price', 'open', 'service']])).toEqual([
    ...without,
    ['open', '', '', '', '', 'does not vary'],
  ])
})

test('drivers that follow from each other exactly have no effect of their own, and say from which', () => {
  const sum = price.map((value, i) => value + service[i]!)
  const rows = byName(
    found(column(...outcome), beside(price, service, rooms, sum), [['price', 'service', 'rooms', 'sum']]),
  )
  expect(rows.get('price')!.slice(3)).toEqual([
    '',
    '',
    'follows exactly from service, sum, so their effects cannot be told apart',
  ])
  expect(rows.get('sum')!.slice(3)).toEqual([
    '',
    '',
    'follows exactly from price, service, so their effects cannot be told apart',
  ])
  const alone = byName(found(column(...outcome), beside(price, service, rooms), [['price', 'service', 'rooms']]))
  near(rows.get('rooms')![3], alone.get('rooms')![3])
  expect(rows.get('rooms')![5]).toBe('')
  expect(rows.get('rooms')![4]).toBeGreaterThan(0)
})

test('drivers much alike are named, those that are not are not', () => {
  const near = price.map((value, i) => value + (i % 2 === 0 ? 0.1 : -0.1))
  const rows = byName(found(column(...outcome), beside(price, near, rooms), [['price', 'near', 'rooms']]))
  expect(rows.get('price')![5]).toBe('much like other drivers, most like near: its effect is uncertain')
  expect(rows.get('near')![5]).toBe('much like other drivers, most like price: its effect is uncertain')
  expect(rows.get('rooms')![5]).toBe('')
})

test('drivers that explain nothing have no weights', () => {
  expectClose(found(column(1, 2, 1, 2), column(1, 1, 2, 2)), [
    ['driver 1', 0, 0, 0, '', 'the drivers explain nothing of the outcome'],
  ])
})

test('headers are skipped, a row with a blank or a word anywhere is left out', () => {
  const clean = found(column(...outcome), beside(price, service), [['price', 'service']])
  const [y, p, s] = [
    [...outcome, null, 4, 5, 6],
    [...price, 3, '', 4, 5],
    [...service, 3, 4, 'n/a', ' '],
  ]
  expect(found(column('NPS', ...y), beside(['price', ...p], ['service', ...s]))).toEqual(clean)
})

test('too few complete rows are #N/A', () => {
  expect(failure(driverImpact, column(1, 2, 3), beside([1, 2, 3], [2, 1, 5]))).toBe(
    '#N/A DRIVER_IMPACT: needs 4 complete rows for 2 drivers, has 3',
  )
  expect(failure(driverImpact, column(1, 2, 3, 4), beside([1, 2, 3, null], [2, 1, 5, 2]))).toBe(
    '#N/A DRIVER_IMPACT: needs 4 complete rows for 2 drivers, has 3',
  )
  expect(failure(driverImpact, 7, 3)).toBe('#N/A DRIVER_IMPACT: needs 3 complete rows for 1 driver, has 1')
})

test('an outcome that does not vary is #DIV/0!', () => {
  expect(failure(driverImpact, column(5, 5, 5, 5), column(1, 2, 3, 4))).toBe(
    '#DIV/0! DRIVER_IMPACT: outcome does not vary, so nothing can drive it',
  )
})

test('labels must be as many as the drivers', () => {
  const [y, block] = [column(...outcome), beside(price, service)]
  expect(failure(driverImpact, y, block, [['price', 'service', 'rooms']])).toBe(
    '#VALUE! DRIVER_IMPACT: labels has 3 different names and drivers has 2 columns, give each its own name',
  )
  expect(failure(driverImpact, y, block, [['price', 'price']])).toContain('labels has 1 different name and drivers')
})

test('wrong cells are named', () => {
  expect(failure(driverImpact, column(1, 2, '3+', 4), column(1, 2, 3, 4))).toBe(
    '#VALUE! DRIVER_IMPACT: outcome row 3 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(driverImpact, column(1, 2, 3, 4), beside([1, 2, 3, 4], [1, 2, 3, '5 stars']))).toBe(
    '#VALUE! DRIVER_IMPACT: drivers row 4 column 2 has “5 stars”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(driverImpact, column(1, 2, 3), column(1, 2))).toBe(
    '#VALUE! DRIVER_IMPACT: outcome has 3 rows and drivers has 2, select the same rows in both',
  )
  const wide = outcome.map((value) => new Array<number>(101).fill(value))
  expect(failure(driverImpact, column(...outcome), wide)).toBe(
    '#VALUE! DRIVER_IMPACT: drivers has 101 columns, more than 100; choose the likely ones',
  )
})

test('a column without a number is named', () => {
  const drivers = [
    [4, true],
    [3, false],
    [5, true],
    [1, true],
  ]
  expect(failure(driverImpact, column(9, 3, 7, 4), drivers)).toBe(
    '#N/A DRIVER_IMPACT: drivers column 2 has no numbers; write yes and no as 1 and 0',
  )
})

test('a driver that explains little, or no more than chance, is not to be believed for its weight', () => {
  const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 3, maxLength: 60 })
  fc.assert(
    fc.property(rows, (pairs) => {
      fc.pre([0, 1].every((k) => new Set(pairs.map((pair) => pair[k])).size > 1))
      const table = compute(driverImpact, column(...pairs.map(([a]) => a)), column(...pairs.map(([, b]) => b)))
      const [, r, , , , warning] = (table as unknown[][])[1] as Row
      const adjusted = 1 - ((1 - (r as number) ** 2) * (pairs.length - 1)) / (pairs.length - 2)
      fc.pre(Math.min(Math.abs(adjusted), Math.abs(adjusted - 0.1)) > 1e-12 && r !== 0)
      if (adjusted >= 0.1) expect(warning).toBe('')
      else if (adjusted > 0) {
        expect(warning).toBe(`the drivers explain only ${Number((100 * adjusted).toPrecision(2))}% of the outcome`)
      } else expect(warning).toMatch(/^the drivers explain (?:no more of the outcome than chance would|nothing)/)
    }),
  )
})
