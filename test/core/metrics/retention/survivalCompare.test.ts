import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianLifetime } from '../../../../core/metrics/retention/medianLifetime.ts'
import { survivalCompare } from '../../../../core/metrics/retention/survivalCompare.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['group', 'customers', 'ended', 'expected', 'median', 'low', 'high', 'p_value', 'verdict']
type Customer = readonly [time: number, ended: unknown, group: unknown]
const cells = (customers: readonly Customer[]) =>
  [0, 1, 2].map((at) => column(...customers.map((customer) => customer[at])))
const compared = (customers: readonly Customer[], ...more: unknown[]) =>
  compute(survivalCompare, ...cells(customers), ...more) as unknown[][]

// Weeks of remission; + in the paper is 0 here. Freireich and others, Blood 21(6), 1963.
const control = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
const relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
const trial: Customer[] = [
  ...treated.map((week, i): Customer => [week, relapsed[i], '6-MP']),
  ...control.map((week): Customer => [week, 1, 'placebo']),
]

const times = [1, 1, 2, 3, 4, 4, 6, 7, 2, 3, 5, 5, 6, 8, 9, 9, 4, 6, 7, 8, 9, 10, 11, 12]
const ended = [1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0]
const contracts = times.map((time, i): Customer => [time, ended[i], ['month', 'quarter', 'year'][Math.floor(i / 8)]])

test('it agrees with R survival on the 6-MP trial of Freireich and others (1963)', () => {
  // Rscript -e 'library(survival); s <- survdiff(Surv(weeks, relapse) ~ group, gehan)
  //   print(c(s$exp, pchisq(s$chisq, 1, lower = FALSE)), digits = 16)
  //   quantile(survfit(Surv(weeks, relapse) ~ group, gehan, conf.type = "log-log"), .5)', and the same with ~ 1
  const p = 4.168809109334563e-5
  const [names, ...rows] = compared(trial)
  expect(names).toEqual(header)
  expectClose(rows, [
    ['6-MP', 21, 9, 19.25050094803113, 23, 13, '', p, 'stays longer than the others'],
    ['placebo', 21, 21, 10.74949905196887, 8, 4, 11, p, 'leaves sooner than the others'],
    ['All', 42, 30, 30, 12, 8, 17, p, '“6-MP” stays longer'],
  ])
})

test('of three groups each is tested against all others, raised as Holm says, and all of them together', () => {
  // Rscript -e 'library(survival); t <- c(1,1,2,3,4,4,6,7, 2,3,5,5,6,8,9,9, 4,6,7,8,9,10,11,12)
  //   e <- c(1,1,1,1,1,1,0,1, 1,0,1,1,1,0,1,0, 0,1,0,1,1,0,1,0); g <- rep(1:3, each = 8)
  //   p <- sapply(1:3, function(x) pchisq(survdiff(Surv(t, e) ~ (g == x))$chisq, 1, lower = FALSE))
  //   print(p.adjust(p, "holm"), digits = 16); print(pchisq(survdiff(Surv(t, e) ~ g)$chisq, 2, lower = FALSE), digits = 16)'
  const [, ...rows] = compared(contracts)
  expectClose(
    rows.map((row) => row[7]),
    [0.00357249547050643, 0.9247150305586419, 0.03921077137015391, 0.00283978519175903],
    1e-11,
  )
  expectClose(
    rows.map((row) => row[3]),
    [2.580924630924631, 5.167657342657343, 8.251418026418028, 16],
    1e-11,
  )
  expect(rows.map((row) => row[8])).toEqual([
    'leaves sooner than the others',
    'no clear difference',
    'stays longer than the others',
    'the groups differ: “year” stays longest',
  ])
})

test('the limits of the medians are those of R survival, at any confidence', () => {
  // As above: quantile(survfit(Surv(t, e) ~ g, conf.type = "log-log"), .5)$lower and $upper; and ~ 1.
  expect(compared(contracts).map((row) => row.slice(5, 7))).toEqual([
    ['low', 'high'],
    [1, ''],
    [2, ''],
    [6, ''],
    [4, 9],
  ])
})

test('verdicts ask for more with more confidence', () => {
  expect(compared(contracts, 0.99).map((row) => row[8])).toEqual([
    'verdict',
    'leaves sooner than the others',
    'no clear difference',
    'no clear difference',
    'the groups differ: “year” stays longest',
  ])
  expect(compared(contracts, 0.999).pop()![8]).toBe('no clear difference')
  expect(compared(contracts, '95%')).toEqual(compared(contracts))
})

test('the row of a group is what MEDIAN_LIFETIME gives for it', () => {
  const own = cells(contracts.filter(([, , group]) => group === 'year'))
  const [, row] = compute(medianLifetime, own[0], own[1], 0.95) as unknown[][]
  expect(compared(contracts)[3]!.slice(4, 7)).toEqual(row)
})

test('with few who have left nothing is told, neither on all nor on one group', () => {
  const few: Customer[] = [
    ...[3, 5, 6, 8].map((time): Customer => [time, 1, 'a']),
    ...[9, 9, 9, 9].map((time): Customer => [time, 0, 'b']),
  ]
  const [, a, b, all] = compared(few)
  expect(a![8]).toBe('cannot be told: 4 left where 1.5 were expected')
  expect(b![8]).toBe('cannot be told: 0 left where 2.5 were expected')
  expect(all![8]).toBe('cannot be told: 4 customers left')
  expect(all![7]).toBe(a![7])
  const one = compared([
    [3, 1, 'a'],
    [5, 0, 'b'],
  ])
  expect(one[3]![8]).toBe('cannot be told: 1 customer left')
})

test('a small group beside large ones is not told, and the others are', () => {
  const rows = compared([...trial, [1, 1, 'other'], [2, 1, 'other']])
  expect(rows.map((row) => row[8])).toEqual([
    'verdict',
    'stays longer than the others',
    'cannot be told: 2 left where 0.2 were expected',
    'leaves sooner than the others',
    'the groups differ: “6-MP” stays longest',
  ])
})

test('where nobody has left there is nothing to compare yet', () => {
  expect(
    compared([
      [3, 'no', 'a'],
      [5, 'no', 'b'],
    ]),
  ).toEqual([
    header,
    ['a', 1, 0, 0, '', '', '', '', 'cannot be told: never observed while others left'],
    ['b', 1, 0, 0, '', '', '', '', 'cannot be told: never observed while others left'],
    ['All', 2, 0, 0, '', '', '', '', 'cannot be told: nobody has left'],
  ])
})

test('groups that were never observed together cannot be compared', () => {
  const rows = compared([
    [1, 0, 'a'],
    [3, 1, 'b'],
    [4, 1, 'b'],
  ])
  expect(rows.map((row) => row[8])).toEqual([
    'verdict',
    'cannot be told: never observed while others left',
    'cannot be told: never observed while others left',
    'cannot be told: nobody left while several groups were observed',
  ])
})

test('the order of rows does not matter, events add up to those expected, and a copy of a group differs from it by nothing', () => {
  const customer = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean(), fc.constantFrom('a', 'b', 'c'))
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
      fc.pre(new Set(customers.map(([, , group]) => group)).size > 1)
      const [, ...rows] = compared(customers)
      expect(compared(customers.slice().reverse())).toEqual([header, ...rows])
      const groups = rows.slice(0, -1)
      const sum = (at: number) => groups.reduce((total, row) => total + (row[at] as number), 0)
      expect(sum(1)).toBe(customers.length)
      expect(sum(3)).toBeCloseTo(sum(2), 9)
      for (const row of rows) if (row[7] !== '') expect((row[7] as number) >= 0 && (row[7] as number) <= 1).toBe(true)
      const twice = customers.flatMap(([time, ended]): Customer[] => [
        [time, ended, 'one'],
        [time, ended, 'copy'],
      ])
      const same = compared(twice)
      if (same[1]![7] !== '') expectClose([same[1]![7], same[2]![7], same[3]![7]], [1, 1, 1], 1e-6)
    }),
  )
})

test('groups are read as segments are: whatever the case, numbers by their size', () => {
  const rows = compared([
    [2, 1, 'Year'],
    [3, 1, 'year'],
    [4, 0, 12],
    [5, 1, 3],
  ])
  expect(rows.map(([group, customers]) => [group, customers])).toEqual([
    ['group', 'customers'],
    [3, 1],
    [12, 1],
    ['Year', 2],
    ['All', 4],
  ])
})

test('headers, blank rows and rows with a blank in any column are left out', () => {
  const rows = new Array<null>(5000).fill(null)
  expect(
    compute(
      survivalCompare,
      column('Months', ...times, 3, null, 5, ...rows),
      column('Left', ...ended.map((flag) => (flag ? 'yes' : 'no')), '', 'yes', 'yes', ...rows),
      column('Contract', ...contracts.map(([, , group]) => group), 'year', 'month', ' ', ...rows),
    ),
  ).toEqual(compared(contracts))
})

test('wrong cells are named', () => {
  const groups = column('a', 'b')
  expect(failure(survivalCompare, column(3, -1), column(1, 1), groups)).toBe(
    '#VALUE! SURVIVAL_COMPARE: durations row 2 has -1, below 0',
  )
  expect(failure(survivalCompare, column(3, '4+'), column(1, 1), groups)).toBe(
    '#VALUE! SURVIVAL_COMPARE: durations row 2 has “4+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(survivalCompare, column(3, 4), column(1, 'soon'), groups)).toBe(
    '#VALUE! SURVIVAL_COMPARE: ended row 2 has “soon”, use TRUE or FALSE, 1 or 0, yes or no',
  )
  expect(failure(survivalCompare, column(3, 4), column(1, 1), column('a'))).toBe(
    '#VALUE! SURVIVAL_COMPARE: durations has 2 rows and groups has 1, select the same rows in both',
  )
  expect(failure(survivalCompare, column(3, 4), column(1, 1), column('a', 'A'))).toBe(
    '#N/A SURVIVAL_COMPARE: groups needs 2 different names, has 1',
  )
  expect(failure(survivalCompare, 3, 1, 'a')).toBe('#N/A SURVIVAL_COMPARE: groups needs 2 different names, has 1')
  expect(failure(survivalCompare, column(null), column(null), column(null))).toBe(
    '#N/A SURVIVAL_COMPARE: durations, ended and groups have no complete row',
  )
  expect(failure(survivalCompare, column(3, 4), column(1, 1))).toBe('#VALUE! SURVIVAL_COMPARE: groups is missing')
  expect(failure(survivalCompare, column(3, 4), column(1, 1), groups, 95)).toBe(
    '#VALUE! SURVIVAL_COMPARE: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
  const many = Array.from({ length: 51 }, (_, i) => i)
  expect(failure(survivalCompare, column(...many), column(...many.map(() => 1)), column(...many))).toBe(
    '#VALUE! SURVIVAL_COMPARE: groups has 51 different names, more than 50: put small ones together',
  )
})

test('the row of all never names a group that left more than expected, however small the others are', () => {
  const verdict = (...groups: (readonly [name: string, durations: readonly number[], ended: readonly number[]])[]) => {
    const table = compute(
      survivalCompare,
      column(...groups.flatMap(([, durations]) => durations)),
      column(...groups.flatMap(([, , ended]) => ended)),
      column(...groups.flatMap(([name, durations]) => durations.map(() => name))),
    ) as unknown[][]
    return String(table[table.length - 1]![8])
  }
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
  // R: survdiff gives 4.66 expected of yearly, of which nobody left, and chi-square 9.1.
  const monthly = ['monthly', [...upTo(10), 20, 20], [...upTo(10).map(() => 1), 0, 0]] as const
  const yearly = ['yearly', new Array<number>(6).fill(24), new Array<number>(6).fill(0)] as const
  expect(verdict(monthly, yearly)).toBe(
    'the groups differ, but which stays longest cannot be told: 0 left of “yearly” where 4.7 were expected',
  )
  const more = ['yearly', new Array<number>(20).fill(24), new Array<number>(20).fill(0)] as const
  expect(verdict(monthly, more)).toBe('“yearly” stays longer')
})
