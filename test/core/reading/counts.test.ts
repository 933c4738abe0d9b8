import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import type { Metric } from '../../../core/metric.ts'
import { countsRows, isColumn } from '../../../core/reading/standingFor.ts'
import { readingsOf } from '../../../core/reading/account.ts'
import { isBlock, type Given } from '../../fuzz/cells.ts'
import { fittingCalls } from '../../fuzz/fitting.ts'
import { column, compute, failure } from '../../compute.ts'
import { plain } from '../../close.ts'

const metric = (name: string) => findMetric(name)!
const counted = catalogue().filter(({ spec }) => spec.args.some(countsRows))

/** What a call gives, or the sentence with which it is refused. */
function outcome(one: Metric, given: readonly unknown[]): unknown {
  try {
    return compute(one, ...given)
  } catch (error) {
    return `${(error as Error).name} ${(error as Error).message}`
  }
}

/** A cell as the core reads it: dates of a call are serial numbers there. */
function cells(given: Given): unknown {
  const cell = (one: unknown) =>
    typeof one === 'object' && one !== null && 'serial' in one ? (one as { serial: number }).serial : one
  return isBlock(given) ? given.map((row) => row.map(cell)) : cell(given)
}

/** The same call with each row written as often as its counts say; null where it has none that are all numbers. */
function byHand({ spec }: Metric, given: readonly unknown[]): unknown[] | null {
  const found = given.slice()
  for (const [at, arg] of spec.args.entries()) {
    if (!countsRows(arg)) continue
    const rows = given[at]
    if (!Array.isArray(rows)) return null
    const times = (rows as unknown[][]).map(([count]) => count)
    if (times.some((count) => typeof count !== 'number')) return null
    const own = spec.args.flatMap((other, i) => (isOf(spec.name, arg.name, other.name) && isColumn(other) ? [i] : []))
    for (const i of own) {
      const values = given[i]
      if (!Array.isArray(values)) continue
      if (values.length !== times.length) return null
      found[i] = values.flatMap((row: unknown, k) => Array.from({ length: times[k] as number }, () => row))
    }
    found[at] = undefined
  }
  return found
}

/** The same call with the rows of each id written for as many ids of their own. */
function customersByHand({ spec }: Metric, given: readonly unknown[]): unknown[] {
  const at = spec.args.findIndex(({ name }) => name === 'customers')
  const ids = spec.args.findIndex(({ name }) => name === 'ids')
  const sizes = given[at] as number[][]
  return spec.args.map((arg, i) => {
    const rows = given[i]
    if (i === at) return undefined
    if (!isColumn(arg) || !Array.isArray(rows)) return rows
    return rows.flatMap((row: unknown[], k) =>
      Array.from({ length: sizes[k]![0]! }, (_, own) => (i === ids ? [`${row[0] as string} no. ${own}`] : row)),
    )
  })
}

/** Whether the counts are those of the argument. */
function isOf(name: string, counts: string, argument: string): boolean {
  const table = tables[name]?.[counts]
  return table ? table.includes(argument) : true
}

const tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  NPS_COMPARE: { counts_before: ['scores_before'], counts_after: ['scores_after'] },
  RQI: { survey_counts: ['survey_scores'], note_counts: ['note_scores'] },
  MEAN_TEST: { counts_a: ['values_a'], counts_b: ['values_b'] },
  DIFF_IN_DIFF: Object.fromEntries(
    ['treated_before', 'treated_after', 'control_before', 'control_after'].map((name) => [`${name}_counts`, [name]]),
  ),
}

/** Where a row that counts 0 still says something: by hand it is not there. */
const zerosSay: Readonly<Record<string, string>> = {
  REASON_PARETO: 'the first spelling of a reason is told, also of a row that counts 0',
  SHARE_OF: 'a value that counts 0 is known, so that its share is 0',
}

test('half of all functions take a summary', () => {
  expect(counted.length).toBeGreaterThan(50)
})

describe.each(counted.map((one) => [one.spec.name, one] as const))('%s', (name, one) => {
  const { spec } = one
  test('gives with counts what it gives with each row written so often, to the last bit', () => {
    let compared = 0
    fc.assert(
      fc.property(
        fittingCalls(one),
        fc.infiniteStream(fc.integer({ min: name in zerosSay ? 1 : 0, max: 4 })),
        ({ given }, stream) => {
          const raw = given.map(cells)
          const counts = () => stream.next().value
          spec.args.forEach((arg, i) => {
            if (!countsRows(arg)) return
            const beside = spec.args.findIndex(
              (other, k) => isOf(name, arg.name, other.name) && isColumn(other) && Array.isArray(raw[k]),
            )
            raw[i] = beside < 0 || beside === i ? undefined : (raw[beside] as unknown[]).map(() => [counts()])
          })
          const written = byHand(one, raw)
          if (!written || raw[spec.args.findIndex(({ name }) => name === 'design')] === 'paired') return
          const summed = outcome(one, raw)
          // A sentence names the row of the summary.
          if (typeof summed === 'string' && summed.startsWith('Error ')) return
          // The numbers tell that there is no title, where words alone leave a doubt.
          const repeated = outcome(one, written)
          if (/row 1 .* title/.test(JSON.stringify(repeated))) return
          compared++
          expect(repeated).toEqual(summed)
        },
      ),
      { numRuns: 80 },
    )
    expect(compared).toBeGreaterThan(3)
  })
})

const standing = catalogue().filter(({ spec }) => spec.args.some(({ name }) => name === 'customers'))

describe.each(standing.map((one) => [one.spec.name, one] as const))(
  '%s of customers who share their rows',
  (_, one) => {
    test('gives what it gives with each of them by themselves, to the last bit', () => {
      const { args } = one.spec
      const [at, ids] = ['customers', 'ids'].map((wanted) => args.findIndex(({ name }) => name === wanted)) as [
        number,
        number,
      ]
      let compared = 0
      fc.assert(
        fc.property(fittingCalls(one), fc.infiniteStream(fc.integer({ min: 1, max: 4 })), ({ given }, stream) => {
          const raw = given.map(cells)
          if (!Array.isArray(raw[ids])) return
          const sizes = new Map<unknown, number>()
          const sizeOf = ([id]: unknown[]) => {
            const key = String(id)
            if (!sizes.has(key)) sizes.set(key, stream.next().value)
            return [sizes.get(key)!]
          }
          raw[at] = (raw[ids] as unknown[][]).map(sizeOf)
          const rows = raw[ids] as unknown[][]
          // Blank ids and titles are no customers.
          if (rows.some(([id]) => id === null || id === '')) return
          const summed = outcome(one, raw)
          if (typeof summed === 'string') return
          const apart = outcome(one, customersByHand(one, raw))
          if (/row 1 .* title/.test(JSON.stringify(apart))) return
          compared++
          expect(apart).toEqual(summed)
        }),
        { numRuns: 150 },
      )
      expect(compared).toBeGreaterThan(3)
    })
  },
)

describe('counts', () => {
  const scores = column(10, 8, 3)
  const nps = (...cells: unknown[]) => compute(metric('NPS'), ...cells)

  test('of a summary stand for the answers', () => {
    expect(nps(scores, column(250, 120, 30))).toBe(55)
    expect(compute(metric('CSAT'), column('Good', 'Bad'), null, null, null, column(3, 1))).toBe(0.75)
    expect(compute(metric('MEDIAN_LIFETIME'), column(3, 9, 5), column(1, 1, 0), null, column(4, 1, 5))).toBe(9)
  })

  test('may be one cell beside one, lie in a row, and have a title', () => {
    expect(nps(9, 250)).toBe(100)
    expect(nps([[10, 8, 3]], [[250, 120, 30]])).toBe(55)
    expect(nps(column('Score', 10, 8, 3), column('n', 250, 120, 30))).toBe(55)
  })

  test('of 0 and blank ones stand for no row, and texts that are numbers count', () => {
    expect(nps(column(10, 8, 3, 0), column('250', '120', 30, 0))).toBe(55)
    expect(nps(column(10, 8, 3, 0, null), column(250, 120, 30, null, 7))).toBe(55)
    expect(nps(scores, null)).toBeCloseTo(0, 12)
  })

  test.each<[string, unknown[], string]>([
    ['below 0', column(2, -1, 3), '#VALUE! NPS: counts row 2 has -1, below 0'],
    ['between whole numbers', column(2, 1.5, 3), '#VALUE! NPS: counts row 2 has 1.5, not a whole number'],
    ['that are words', column(2, 'many', 3), '#VALUE! NPS: counts row 2 has “many”, write how many rows it stands for'],
    ['of other rows', column(2, 1), '#VALUE! NPS: scores has 3 rows and counts has 2, select the same rows in both'],
    [
      'one for all',
      5 as unknown as unknown[],
      '#VALUE! NPS: scores has 3 rows and counts has 1, select the same rows in both',
    ],
    [
      'beyond what can be read',
      column(2, 1, 5e7),
      '#VALUE! NPS: counts adds up to 50000003 rows, at most 50000000 can be read; take a shorter time or a part of the data',
    ],
    ['that are all 0', column(0, 0, 0), '#N/A NPS: scores and counts have no complete row'],
  ])('%s are refused', (_, counts, sentence) => {
    expect(failure(metric('NPS'), scores, counts)).toBe(sentence)
  })

  test('leave the row of a wrong cell as it stands in the sheet', () => {
    expect(failure(metric('NPS'), column(10, 8, 11), column(250, 120, 30))).toBe(
      '#VALUE! NPS: scores row 3 has 11, outside 0 to 10',
    )
    const [begun, ended] = [column('2026-03-01', '2026-03-05'), column('2026-03-02', '2026-03-04')]
    expect(failure(metric('TIME_TO_VALUE'), begun, ended, null, null, column(40, 2))).toContain(
      'value_dates row 2 has 2026-03-04',
    )
  })

  test('in METRIC_BY are what the rows of a segment stand for', () => {
    const by = compute(
      metric('METRIC_BY'),
      'NPS',
      column('a', 'b', 'a', 'c'),
      column(10, 9, 3, 5),
      column(30, 7, 10, 0),
    )
    expect(by).toEqual([
      ['segment', 'rows', 'NPS'],
      ['a', 40, 50],
      ['b', 7, 100],
    ])
  })

  test('in RATE_DETAIL count what was left out', () => {
    const [, row] = compute(
      metric('RATE_DETAIL'),
      'NPS',
      column(10, 3, null, 9),
      column(30, 10, 4, null),
    ) as unknown[][]
    expect(row!.slice(0, 4)).toEqual([50, 20, 40, 5])
  })

  test('of pairs are those of the first sample', () => {
    const [a, b] = [column(1, 2, 4), column(2, 2, 7)]
    const paired = compute(metric('MEAN_TEST'), a, b, 'paired', null, column(2, 1, 3))
    expect(paired).toEqual(compute(metric('MEAN_TEST'), column(1, 1, 2, 4, 4, 4), column(2, 2, 2, 7, 7, 7), 'paired'))
    expect(failure(metric('MEAN_TEST'), a, b, 'paired', null, column(2, 1, 3), column(2, 1, 3))).toBe(
      '#VALUE! MEAN_TEST: counts_b is given, but the pairs are counted by counts_a',
    )
  })

  test('are told of by Explain, and not where they are left out', () => {
    const told = (...raw: unknown[]) => readingsOf(metric('NPS').spec, ['A:A', 'B:B'], raw, plain, findMetric)
    expect(told(scores)).toHaveLength(1)
    expect(told(column('Score', 10, 8, 3), column('n', 250, 0, null))[1]).toEqual({
      name: 'counts',
      text: 'B:B',
      rows: 4,
      counts: 'rows',
      used: 1,
      standFor: 250,
      skipped: [
        { count: 1, why: 'is the header' },
        { count: 1, why: 'is 0 and stands for no row' },
        { count: 1, why: 'is blank' },
      ],
    })
  })

  test('in DATA_CHECK are whole numbers, and no part of what makes a row come twice', () => {
    const data = [
      ['score', 'n'],
      [10, 250],
      [10, 3],
      [8, -2],
      [3, null],
    ]
    expect(compute(metric('DATA_CHECK'), data, [['n', 'counts']])).toEqual([
      ['column', 'finding', 'cells', 'rows'],
      ['n', 'blank', 1, '5'],
      ['n', 'no count', 1, '4'],
      ['All', 'duplicate row', 1, '3'],
    ])
  })

  test('of customers are the same in all rows of one', () => {
    const [ids, days] = [column('Ann', 'Ben', 'Ann'), column('2026-01-05', '2026-01-20', '2026-02-11')]
    const repeat = (...customers: unknown[]) => [ids, days, 20, '2026-03-01', null, column(...customers)]
    expect(compute(metric('REPEAT_RATE'), ids, days, 40, '2026-03-01', null, column(300, 100, 300))).toBe(0.75)
    expect(failure(metric('REPEAT_RATE'), ...repeat(300, 100, 299))).toBe(
      '#VALUE! REPEAT_RATE: customers row 3 has 299 and customers row 1 300 for “Ann”, an id stands for as many in all its rows',
    )
    expect(failure(metric('REPEAT_RATE'), ...repeat(3e7, 3e7, 3e7))).toContain('customers adds up to 90000000 rows')
  })

  test('of no outage at all leave no outage', () => {
    const month = ['2026-03-01', '2026-04-01']
    expect(compute(metric('UPTIME'), column('Down', null), column('Up', null), ...month, column('n', null))).toBe(1)
  })
})
