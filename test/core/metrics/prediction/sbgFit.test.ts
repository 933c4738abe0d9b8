import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sbgFit } from '../../../../core/metrics/prediction/sbgFit.ts'
import { cohortRetention } from '../../../../core/metrics/retention/cohortRetention.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

// Percent of customers surviving year 0 to 7: Fader and Hardie (2007), table 1.
const highEnd = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]
const regular = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1]
const fit = (...cells: unknown[]) => (compute(sbgFit, ...cells) as unknown[][])[1]! as [number, number, number, boolean]

test('Fader and Hardie (2007): High End 0.668 and 3.806, Regular 0.704 and 1.182', () => {
  expect(compute(sbgFit, [highEnd])).toEqual([['alpha', 'beta', 'log_likelihood', 'converged'], fit([highEnd])])
  const [alpha, beta, logLikelihood, converged] = fit([highEnd.map((share) => share / 100)])
  // R 4.2.2 to all digits; -1.611 per customer in appendix B.
  expectClose([alpha, beta, logLikelihood], [0.668088409405438, 3.80609548113762, -1.61115814739116], 1e-6)
  expectClose(logLikelihood, -1.61115814739116)
  expect(converged).toBe(true)
  const [a, b] = fit(column(...regular))
  expect([a.toFixed(3), b.toFixed(3)]).toEqual(['0.704', '1.182'])
})

/** The log-likelihood by the recursion of Fader and Hardie (2007), equation 7. */
function recursion(alpha: number, beta: number, survivors: readonly number[]): number {
  let chance = alpha / (alpha + beta)
  let left = 0
  let total = 0
  for (let t = 1; t < survivors.length; t++) {
    if (t > 1) chance *= (beta + t - 2) / (alpha + beta + t - 1)
    left += chance
    total += (survivors[t - 1]! - survivors[t]!) * Math.log(chance)
  }
  return total + survivors[survivors.length - 1]! * Math.log(1 - left)
}

test('it is the maximum of the paper’s likelihood', () => {
  expectClose(
    recursion(
      1,
      1,
      highEnd.map((share) => share / 100),
    ),
    -2.11554550664561,
    1e-12,
  )
  const [alpha, beta, logLikelihood] = fit([highEnd])
  expectClose(recursion(alpha, beta, highEnd), logLikelihood, 1e-11)
  for (const [i, j] of [
    [1.01, 1],
    [0.99, 1],
    [1, 1.01],
    [1, 0.99],
    [1.01, 1.01],
    [0.99, 0.99],
  ] as const) {
    expect(recursion(alpha * i, beta * j, highEnd)).toBeLessThan(logLikelihood)
  }
})

const cohorts = [
  [400, 500, 450],
  [330, 405, 372],
  [287, 349, ''],
  [261, null, ' '],
]

test('several cohorts are fitted together, younger ones as far as they go, in any order', () => {
  const [alpha, beta, logLikelihood, converged] = fit(cohorts)
  expect(converged).toBe(true)
  const at = (a: number, b: number) =>
    recursion(a, b, [400, 330, 287, 261]) + recursion(a, b, [500, 405, 349]) + recursion(a, b, [450, 372])
  expectClose(at(alpha, beta), logLikelihood, 1e-11)
  for (const k of [0.99, 1.01]) {
    expect(at(alpha * k, beta)).toBeLessThan(logLikelihood)
    expect(at(alpha, beta * k)).toBeLessThan(logLikelihood)
  }
  expectClose(fit(cohorts.map((row) => [...row].reverse())), fit(cohorts), 1e-9)
  expect(fit([['2023', '2024', '2025'], ...cohorts, [null, null, null]])).toEqual(fit(cohorts))
})

test('a cohort cut into two has the same fit, and ten times as many customers too', () => {
  const count = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 4, maxLength: 8 }), (losses) => {
      const from = (pick: (pair: [number, number]) => number) => {
        let left = 1000
        return [left, ...losses.map((pair) => (left -= pick(pair)))]
      }
      const [a, b] = [from(([one]) => one), from(([, two]) => two)]
      const whole = a.map((value, i) => value + b[i]!)
      fc.pre(whole[whole.length - 1]! < 2000)
      const together = fit([whole])
      fc.pre(together[3])
      expectClose(fit(a.map((value, i) => [value, b[i]!])), together, 1e-7)
      const [alpha, beta, logLikelihood] = fit([whole.map((value) => value * 10)])
      expectClose([alpha, beta, logLikelihood / 10], together.slice(0, 3), 1e-7)
    }),
    { numRuns: 40 },
  )
})

test('too little to learn from is said in words', () => {
  expect(failure(sbgFit, [[1000, 900]])).toBe('#N/A SBG_FIT: needs 2 periods after the start, has 1')
  expect(failure(sbgFit, 1000)).toBe('#N/A SBG_FIT: needs 2 periods after the start, has 0')
  expect(failure(sbgFit, [[1000, 0, 0]])).toBe('#N/A SBG_FIT: needs 2 periods after the start, has 1')
  expect(failure(sbgFit, column('Subscribers', 'n/a'))).toContain('survivors row 2 has “n/a”')
  expect(failure(sbgFit, [[1000, 1000, 1000]])).toBe(
    '#N/A SBG_FIT: needs customers who left, the number of survivors never falls',
  )
  expect(failure(sbgFit, null)).toBe('#N/A SBG_FIT: needs 2 periods after the start, has 0')
  expect(failure(sbgFit)).toBe('#VALUE! SBG_FIT: survivors is missing')
})

test('retention that falls with age has no best fit: finite numbers, not converged', () => {
  const [alpha, beta, logLikelihood, converged] = fit([[1000, 900, 500]])
  expect(converged).toBe(false)
  for (const value of [alpha, beta, logLikelihood]) expect(Number.isFinite(value)).toBe(true)
})

test('wrong cells are named', () => {
  expect(failure(sbgFit, column('Left', 1000, 869, 901))).toBe(
    '#VALUE! SBG_FIT: survivors row 4 has 901, more than the 869 before it',
  )
  expect(failure(sbgFit, [[1000, 869, 901]])).toContain('survivors column 3 has 901,')
  expect(
    failure(sbgFit, [
      [10, 20],
      [9, 21],
    ]),
  ).toContain('survivors row 2 column 2 has 21, more than the 20 before it')
  expect(failure(sbgFit, column(1000, null, 800))).toBe('#VALUE! SBG_FIT: survivors row 2 is blank, and others follow')
  expect(failure(sbgFit, column(1000, '900', 800))).toBe(
    '#VALUE! SBG_FIT: survivors row 2 has “900”, a number of subscribers belongs there',
  )
  expect(failure(sbgFit, column(1000, 900, -5))).toContain('survivors row 3 has -5, a number')
  expect(failure(sbgFit, column(1000, true, 5))).toContain('survivors row 2 has TRUE, a number')
})

/** The summed log-likelihood of the cohorts above, known for 3, 2 and 1 renewals. */
const together = (a: number, b: number) =>
  recursion(a, b, [400, 330, 287, 261]) + recursion(a, b, [500, 405, 349]) + recursion(a, b, [450, 372])
const counts = [
  ['2023-01-01', 400, 400, 330, 287, 261],
  ['2024-01-01', 500, 500, 405, 349, ''],
  [45658, 450, 450, 372, null, ''],
]
const header = ['cohort', 'customers', 0, 1, 2, 3]
const rates = counts.map((row) =>
  row.map((cell, i) => (i > 1 && typeof cell === 'number' ? cell / (row[1] as number) : cell)),
)

test('the table of COHORT_RETENTION is fitted over all its cohorts: the maximum of their summed likelihood', () => {
  const [alpha, beta, logLikelihood, converged] = fit([header, ...counts])
  expect(converged).toBe(true)
  expectClose(together(alpha, beta), logLikelihood, 1e-11)
  for (let i = 0; i < 16; i++) {
    const [a, b] = [1 + 0.02 * Math.cos((i * Math.PI) / 8), 1 + 0.02 * Math.sin((i * Math.PI) / 8)]
    expect(together(alpha * a, beta * b)).toBeLessThan(logLikelihood)
  }
  expectClose(fit(cohorts), [alpha, beta, logLikelihood, true], 1e-9)
})

test('as rates, without a header, or with one in other words it is the same', () => {
  const expected = fit([header, ...counts])
  for (const table of [
    [header, ...rates],
    counts,
    rates,
    [['Kohorte', 'Kunden', 0, 1, 2, 3], ...counts],
    [header, ...counts, [null, '', null, null, null, null]],
  ]) {
    expectClose(fit(table), expected, 1e-9)
  }
})

test('one cohort of the table has the fit of its row', () => {
  expectClose(fit([header, counts[0]]), fit([[400, 330, 287, 261]]), 1e-12)
  expectClose(fit([counts[0]]), fit(column(400, 330, 287, 261)), 1e-12)
  expectClose(fit([rates[0]]), fit(column(400, 330, 287, 261)), 1e-9)
  expectClose(fit([[46023, ...counts[0]!.slice(1)]]), fit(column(400, 330, 287, 261)), 1e-12)
})

test('COHORT_RETENTION goes straight into it, in either output', () => {
  const orders = Array.from({ length: 300 }, (_, id) =>
    Array.from({ length: 1 + ((id * id + 7 * id) % 6) }, (_, month) => [`c${id}`, 46023 + 31 * ((id % 4) + month)]),
  ).flat()
  const cells = [0, 1].map((part) => column(...orders.map((order) => order[part]!)))
  const table = (output: string) => compute(cohortRetention, ...cells, 'month', 'on-or-after', output) as unknown[][]
  const columns = (table('count') as number[][]).slice(1).map((row) => row.slice(2))
  const survivors = columns[0]!.map((_, age) => columns.map((row) => row[age]))
  expectClose(fit(table('count')), fit(survivors), 1e-9)
  expectClose(fit(table('rate')), fit(survivors), 1e-9)
})

test('a table in which customers come back is refused, and says what to ask COHORT_RETENTION for', () => {
  const back = [header, ['2026-01-01', 10, 1, 0.4, 0.5, 0.3]]
  expect(failure(sbgFit, back)).toBe(
    '#VALUE! SBG_FIT: survivors row 2 column 5 has 0.5, more than before it, and who left does not come back here: give COHORT_RETENTION the mode "on-or-after"',
  )
  expect(failure(sbgFit, [header, ['2026-01-01', 10, 10, 4, '', 3]])).toBe(
    '#VALUE! SBG_FIT: survivors row 2 column 5 is blank, and others follow',
  )
  expect(failure(sbgFit, [header, ['2026-01-01', 10, 12, 4, 3, 3]])).toBe(
    '#VALUE! SBG_FIT: survivors row 2 column 3 has 12, period 0 is 1 for rates or 10 for counts',
  )
  expect(failure(sbgFit, [header])).toBe('#N/A SBG_FIT: survivors needs 1 cohort, has 0')
})

test('large numbers of survivors are no days', () => {
  expectClose(fit([[46000, 40000, 40000, 36000]]), fit(column(46000, 40000, 40000, 36000)))
  const wide = [
    [20000, 20000, 20000],
    [19000, 18500, 18500],
    [18300, 17500, 17000],
  ]
  expect(fit(wide)[3]).toBe(true)
})
