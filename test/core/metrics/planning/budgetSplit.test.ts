import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetSplit } from '../../../../core/metrics/planning/budgetSplit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Row = [channel: string, ...values: (number | string)[]]
const header = ['channel', 'current_spend', 'budget', 'change', 'response', 'marginal_return', 'warning']
const split = (...cells: unknown[]) => {
  const [first, ...rows] = compute(budgetSplit, ...cells) as Row[]
  expect(first).toEqual(header)
  return rows
}
const two = [
  ['tv', 400, 900],
  ['search', 100, 400],
]
const budgets = (...cells: unknown[]) => split(...cells).map((row) => row[2])

// By hand: √(400 · 900) = 600 and √(100 · 400) = 200, so 800 u = 500 + 400 + 100, u = 1.25, and 1 / u² = 0.64.
test('the next unit brings the same in each channel', () => {
  expect(split(two, 500)).toEqual([
    ['tv', '', 350, '', 420, 0.64, ''],
    ['search', '', 150, '', 240, 0.64, ''],
    ['All', '', 500, '', 660, 0.64, ''],
  ])
})

describe('the table of SPEND_RESPONSE', () => {
  const titles = [
    'channel',
    'spend',
    'mean_spend',
    'decay',
    'half_point',
    'max_response',
    'response',
    'marginal_return',
    'roi',
    'r_squared',
    'warning',
  ]
  const rows = [
    ['tv', 20000, 200, 0.5, 400, 900, 1, 1, 1, '', ''],
    ['flat', 5000, 50, '', '', '', '', '', '', '', 'spend never changes'],
    ['search', 6000, 60, 0.1, 100, 400, 1, 1, 1, '', ''],
    ['idle', 4000, 40, '', '', 0, 0, 0, 0, '', 'no response to be seen'],
    ['Base', '', '', '', '', '', 100, '', '', '', ''],
    ['All', 35000, 350, '', '', '', 900, '', '', 0.9, ''],
    ['spend explains 90% of the ups and downs of results', '', '', '', '', '', '', '', '', '', ''],
  ]
  const table = [titles, ...rows]

  test('gives the present spend, and the change from it', () => {
    expectClose(split(table, 500), [
      ['tv', 200, 350, 0.75, 420, 0.64, ''],
      ['flat', 50, '', '', '', '', 'its curve is not known: not part of the budget'],
      ['search', 60, 150, 1.5, 240, 0.64, 'more than twice what was spent so far: the curve is a guess there'],
      ['idle', 40, 0, -1, 0, 0, 'no response to be seen'],
      ['All', 300, 500, 500 / 300 - 1, 660, 0.64, ''],
    ])
  })

  test('passes on its warning of a channel, unless there is one of the split', () => {
    const doubtful = 'its response may be chance'
    const warned = table.map((row) => (row[0] === 'tv' || row[0] === 'search' ? [...row.slice(0, -1), doubtful] : row))
    const warnings = (cells: unknown) => split(cells as Row[], 500).map((row) => row[6])
    const far = 'more than twice what was spent so far: the curve is a guess there'
    expect(warnings(warned)).toEqual([
      doubtful,
      'its curve is not known: not part of the budget',
      far,
      'no response to be seen',
      '',
    ])
    for (const blank of [null, '', '  ']) {
      const unwarned = table.map((row) => (row[0] === 'tv' ? [...row.slice(0, -1), blank] : row))
      expect(warnings(unwarned)[0]).toBe('')
    }
  })

  test('may have its columns in any order, titles in any case, and blank rows', () => {
    const turned = table.map((row) => [...row].reverse().map((cell) => (cell === 'half_point' ? 'Half point' : cell)))
    expect(
      split([...turned.slice(0, 3), titles.map(() => null), ...turned.slice(3), titles.map(() => '')], 500),
    ).toEqual(split(table, 500))
  })

  test('of whose channels none has a response has no split', () => {
    const none = '#N/A BUDGET_SPLIT: needs a channel with a max_response above 0, has 0'
    expect(failure(budgetSplit, [titles, rows[1], rows[3]], 500)).toBe(none)
  })
})

describe('minimums and maximums', () => {
  test('hold, in the order of the channels, and the rest goes to the others', () => {
    expect(budgets(two, 500, null, column(200, null))).toEqual([200, 300, 500])
    expect(budgets(two, 500, column(null, 250))).toEqual([250, 250, 500])
    expect(budgets(two, 500, [[400, '']])).toEqual([400, 100, 500])
    expect(budgets(two, 500, column('Minimum', ' ', 250, null, null))).toEqual([250, 250, 500])
  })

  test('of one cell are those of every channel', () => {
    expect(budgets(two, 500, 200)).toEqual([300, 200, 500])
    expect(budgets(two, 500, null, [[300]])).toEqual([300, 200, 500])
  })

  test('the marginal return of all is that of the next unit, 0 where no channel may take it', () => {
    const rows = split(two, 500, null, column(200, null))
    expectClose(
      rows.map((row) => row[5]),
      [1, 0.25, 0.25],
    )
    expect(split(two, 500, null, column(200, 300))[2]![5]).toBe(0)
  })

  test('that no budget can meet are named', () => {
    expect(failure(budgetSplit, two, 500, 300)).toBe(
      '#VALUE! BUDGET_SPLIT: minimums add up to 600, more than budget (500)',
    )
    expect(failure(budgetSplit, two, 500, null, 100)).toBe(
      '#VALUE! BUDGET_SPLIT: maximums add up to 200, less than budget (500)',
    )
    expect(failure(budgetSplit, two, 500, column(0, 90), column(null, 80))).toBe(
      '#VALUE! BUDGET_SPLIT: minimums of search is 90, more than its maximum of 80',
    )
    expect(failure(budgetSplit, two, 500, column(1, 2, 3))).toBe(
      '#VALUE! BUDGET_SPLIT: minimums has 3 cells and params 2 channels, give one for each',
    )
    expect(failure(budgetSplit, two, 500, column(1, -2))).toBe('#VALUE! BUDGET_SPLIT: minimums row 2 has -2, below 0')
  })
})

test('a tenth more budget brings more, and about the marginal return for each unit', () => {
  const positive = fc.integer({ min: 1, max: 1000 })
  const channels = fc.array(fc.tuple(fc.constant('c'), positive, positive), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(channels, fc.integer({ min: 100, max: 5000 }), (rows, budget) => {
      const response = (more: number) => split(rows, budget + more).pop()![4] as number
      const [less, more] = [response(0), response(0.001)]
      const next = split(rows, budget).pop()![5] as number
      expect(more).toBeGreaterThan(less)
      expectClose((more - less) / 0.001, next, 1e-3)
    }),
    { numRuns: 100 },
  )
})

test('wrong blocks and cells are named', () => {
  expect(failure(budgetSplit, [['tv', 400]], 500)).toBe(
    '#VALUE! BUDGET_SPLIT: params has 2 columns and no titles; select the result of SPEND_RESPONSE, or the columns channel, half_point and max_response',
  )
  expect(
    failure(
      budgetSplit,
      [
        ['channel', 'roi'],
        ['tv', 3],
      ],
      500,
    ),
  ).toBe(
    '#VALUE! BUDGET_SPLIT: params has the columns channel, roi; select the result of SPEND_RESPONSE, or the columns channel, half_point and max_response',
  )
  expect(failure(budgetSplit, [['tv', 'high', 900]], 500)).toBe(
    '#VALUE! BUDGET_SPLIT: params row 1 has “high” where half_point belongs, a number not below 0',
  )
  expect(failure(budgetSplit, [['tv', null, 900]], 500)).toBe(
    '#VALUE! BUDGET_SPLIT: params row 1 is blank where half_point belongs, a number above 0',
  )
  expect(failure(budgetSplit, [['tv', 0, 900]], 500)).toBe(
    '#VALUE! BUDGET_SPLIT: params row 1 has 0 where half_point belongs, a number above 0',
  )
  expect(failure(budgetSplit, [['channel', 'half_point', 'max_response']], 500)).toBe(
    '#N/A BUDGET_SPLIT: params needs 1 channel, has 0',
  )
  expect(failure(budgetSplit, two, -1)).toBe('#VALUE! BUDGET_SPLIT: budget is -1, below 0')
  expect(failure(budgetSplit, two)).toBe('#VALUE! BUDGET_SPLIT: budget is missing')
  expect(failure(budgetSplit)).toBe('#VALUE! BUDGET_SPLIT: params is missing')
})
