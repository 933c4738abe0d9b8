import { describe, expect, test } from 'vitest'
import { trailCells } from '../../../core/plans/draft.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { LEAST_SCORE, offerings } from '../../../core/plans/gallery/offerings.ts'
import { GATES, LIFE } from '../../../core/plans/libraries/offerings.ts'
import { columnOf, findingsOf } from '../../../core/plans/plan.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { sheetWith } from './ownTable.ts'
import { aboutToday, planRows, toldOf, toldOfAll, TODAY, type SheetRow, type Shown } from './planSheet.ts'

const shown = (shows: Shown['shows']): Shown => ({ formula: '=1', shows })
const sound: SheetRow = {
  Offering: 'Care contract',
  Path: 'service',
  Stage: 'growth',
  'Gate answer': 'Nine of ten renew.',
  Score: shown(80),
  'Share of support': shown(0.2),
  'Share of revenue': shown(0.3),
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const retired: SheetRow = {
  ...sound,
  Stage: 'retirement',
  Decision: 'retire',
  Successor: 'Care by the year',
  'Customers to move': 12,
  'Notice on': TODAY - 20,
  'Contracts until': TODAY + 100,
  'End of support': TODAY + 120,
}
const told = (row: SheetRow) => toldOf(offerings, { ...sound, ...row })
const toldOfRetired = (row: SheetRow) => toldOf(offerings, { ...retired, ...row })

test('nothing is said of an offering that grows, nor of one that is retired with care', () => {
  expect([told({}), toldOfRetired({})]).toEqual([[], []])
})

describe('a score', () => {
  const noted = (ago: number, score = 42.9) => told({ Score: shown(score), 'Below since': TODAY - ago }).join()

  test('below 50 is told, with the day since when once that is noted', () => {
    expect(told({ Score: shown(42.9) })).toEqual([
      'Its score is 42, below 50. Review it: the day is noted, so that two months of it are told.',
    ])
    expect(noted(0)).toBe('Its score is 42, below 50 since 2026-03-17.')
    expect(noted(59)).toBe('Its score is 42, below 50 since 2026-01-17.')
  })

  test('below it for two months asks whether to go on', () => {
    expect(noted(60)).toBe('Below 50 for two months: retire? Its score is 42.')
    expect(noted(89)).toBe('Below 50 for two months: retire? Its score is 42.')
    expect(noted(125, 49.99)).toBe('Below 50 for 4 months: retire? Its score is 49.')
  })

  test('below it for two months is red', () => {
    const levels = [59, 60].map((ago) => {
      const [row] = planRows(offerings, { ...sound, Score: shown(42), 'Below since': TODAY - ago })
      return findingsOf(offerings, row!, aboutToday())[0]!.level
    })
    expect(levels).toEqual(['amber', 'red'])
  })

  test('that is well again, unknown, text or of what is retired anyway is not told', () => {
    expect(noted(100, 50)).toBe('')
    expect(told({ Score: shown(''), 'Below since': TODAY - 100 })).toEqual([])
    expect(told({ Score: '42', 'Below since': TODAY - 100 })).toEqual([])
    expect(toldOfRetired({ Score: shown(10) })).toEqual([])
  })

  test('below 50 of which the day is text counts as not noted', () => {
    expect(told({ Score: shown(42), 'Below since': 'May' })[0]).toMatch(/^Its score is 42, below 50\. Review it/)
  })
})

describe('the day since when a score is below 50', () => {
  const kept = (row: SheetRow, cells = {}) => {
    const [base] = planRows(offerings, { ...sound, ...row })
    return trailCells(offerings, base!, cells, TODAY)
  }

  test('is noted when the row is written or reviewed, and stays', () => {
    expect(kept({ Score: shown(49.9) })).toEqual({ 'Below since': TODAY })
    expect(kept({ Score: shown(0) }, { Owner: 'Ben' })).toEqual({ 'Below since': TODAY })
    expect(kept({ Score: shown(30), 'Below since': TODAY - 70 })).toEqual({})
  })

  test('goes when it is well again', () => {
    expect(kept({ Score: shown(LEAST_SCORE), 'Below since': TODAY - 70 })).toEqual({ 'Below since': null })
    expect(kept({ Score: shown(80) })).toEqual({})
  })

  test('stays as it is while nobody knows the score, and where the sheet has no such column', () => {
    expect(kept({ Score: shown(''), 'Below since': TODAY - 70 })).toEqual({})
    expect(kept({ Score: shown(null) })).toEqual({})
    const [row] = readRows(offerings, sheetWith(['Offering', 'Score', 'Id'], ['Care', 12, 'a']))
    expect(trailCells(offerings, row!, {}, TODAY)).toEqual({})
  })

  test('is none in a new row, nor in a plan that keeps none', () => {
    expect(trailCells(offerings, null, { Stage: 'idea' }, TODAY)).toEqual({})
    expect(trailCells(kpis, planRows(kpis, { KPI: 'A' })[0]!, { Owner: 'Ann' }, TODAY)).toEqual({})
  })
})

describe('another stage', () => {
  const moved = (row: SheetRow) =>
    trailCells(offerings, planRows(offerings, { ...sound, ...row })[0]!, { Stage: 'retirement' }, TODAY)

  test('keeps the stage before with the answer to its gate, and asks the next question anew', () => {
    expect(moved({})).toEqual({
      'Stage before': 'growth (Nine of ten renew.)',
      'Stage since': TODAY,
      'Gate answer': null,
    })
    expect(moved({ 'Gate answer': null })).toEqual({
      'Stage before': 'growth',
      'Stage since': TODAY,
      'Gate answer': null,
    })
  })

  test('has a question of its own, that is short enough for a formula', () => {
    expect(Object.keys(GATES)).toEqual([...LIFE])
    expect(new Set(Object.values(GATES)).size).toBe(LIFE.length)
    // Excel takes no longer text in a formula.
    for (const question of Object.values(GATES)) expect(question).toMatch(/^[^"]{20,250}\?$/)
    expect(told({ 'Gate answer': ' ' })).toEqual([`Its gate question has no answer yet. ${GATES.growth}`])
    expect(told({ 'Gate answer': null, Stage: 'Design' })).toEqual([
      `Its gate question has no answer yet. ${GATES.design}`,
    ])
    expect(told({ 'Gate answer': null, Stage: 'old' })).toEqual([])
    expect(told({ 'Gate answer': null, Stage: null })).toEqual(['Where in its life is it? Choose a stage.'])
  })
})

describe('support', () => {
  test.each([
    [
      0.4,
      0.3,
      'More support than revenue: 40% of the support cost, 30% of the revenue. Find out what people ask, or price it.',
    ],
    [0.3, 0.4, ''],
    [0.3, 0.3, ''],
    [0.3001, 0.3, ''],
    ['', 0.3, ''],
    [0.4, '', ''],
    [
      0.4,
      0,
      'More support than revenue: 40% of the support cost, 0% of the revenue. Find out what people ask, or price it.',
    ],
  ])('%s of the support cost, %s of the revenue', (support, revenue, sentence) => {
    expect(told({ 'Share of support': shown(support), 'Share of revenue': shown(revenue) }).join()).toBe(sentence)
  })
})

describe('a retirement', () => {
  test('asks for a successor, the customers to move, notice and the end of support', () => {
    const bare = { Successor: null, 'Customers to move': null, 'Notice on': null, 'End of support': null }
    const sentences = [
      'Retired without a successor. Name what its customers are to use, or write “none”.',
      'Nobody has counted the customers to move.',
      'Its customers have no day on which they are told. Set one.',
      'Nobody has said when its support ends.',
    ]
    expect(toldOfRetired(bare)).toEqual(sentences)
    expect(toldOfRetired({ ...bare, Stage: 'Growth' })).toEqual(sentences)
    expect(toldOfRetired({ ...bare, Decision: null, Stage: 'Retirement' })).toEqual(sentences)
    expect(told({ ...bare, Decision: 'milk' })).toEqual([])
    expect(toldOfRetired({ 'Customers to move': 0, Successor: 'none' })).toEqual([])
  })

  test('ends no support before the contracts, which is red', () => {
    const row = { ...retired, 'Contracts until': TODAY + 100, 'End of support': TODAY + 99 }
    const sentence =
      'Contracts run until 2026-06-25 and support ends 2026-06-24: help for longer, or agree on an earlier end.'
    expect(toldOf(offerings, row)).toEqual([sentence])
    expect(findingsOf(offerings, planRows(offerings, row)[0]!, aboutToday())[0]).toMatchObject({ level: 'red' })
    expect(toldOfRetired({ 'End of support': TODAY + 100.2, 'Contracts until': TODAY + 100.9 })).toEqual([])
    expect(toldOfRetired({ 'Contracts until': 'long' })).toEqual([])
  })

  test('tells customers before, and leaves none behind', () => {
    expect(toldOfRetired({ 'Notice on': TODAY + 121 })).toEqual([
      'Its customers are told after its support has ended. Tell them before.',
    ])
    const over = { 'Contracts until': null, 'End of support': TODAY - 1 }
    expect(toldOfRetired({ ...over, 'Customers to move': 1 })).toEqual([
      'Its support has ended and 1 customer is still to be moved.',
    ])
    expect(toldOfRetired({ ...over, 'Customers to move': 3 })).toEqual([
      'Its support has ended and 3 customers are still to be moved.',
    ])
    expect(toldOfRetired({ ...over, 'Customers to move': 0 })).toEqual([])
    expect(toldOfRetired({ 'End of support': TODAY, 'Contracts until': null })).toEqual([])
  })

  test('fits the decision, and no offering succeeds itself', () => {
    expect(toldOfRetired({ Decision: 'Invest' })).toEqual([
      'It is in retirement, and the decision is to invest. Change one of the two.',
    ])
    expect(toldOfRetired({ Decision: 'milk' })).toEqual([])
    expect(toldOfRetired({ Successor: 'CARE contract' })).toEqual(['It succeeds itself. Name another offering.'])
  })
})

describe('offerings together', () => {
  test('have something new where something is retired', () => {
    const sentence = 'Something is being retired, and nothing new is on its way.'
    expect(toldOfAll(offerings, [retired, { ...sound, Offering: 'B' }])).toEqual([sentence])
    expect(toldOfAll(offerings, [retired, { ...sound, Offering: 'B', Stage: 'Design' }])).toEqual([])
    expect(toldOfAll(offerings, [sound])).toEqual([])
    expect(toldOfAll(offerings, [])).toEqual([])
  })

  test('of one name and path are told', () => {
    expect(toldOfAll(offerings, [sound, { ...sound, Offering: 'care CONTRACT' }])).toEqual([
      'Rows 2 and 3 are both called Care contract, service. Rename one, or keep one.',
    ])
  })
})

test.each(offerings.library!.sets)('the library for $name shows each stage once, with nothing red', ({ rows }) => {
  expect(rows.map(({ Stage }) => Stage)).toEqual([...LIFE])
  expect(toldOfAll(offerings, rows as SheetRow[])).toEqual([])
  for (const row of rows) {
    const [own] = planRows(offerings, row as SheetRow)
    expect(findingsOf(offerings, own!, aboutToday()).filter(({ level }) => level === 'red')).toEqual([])
    for (const [title, word] of Object.entries(row)) {
      const { choices } = columnOf(offerings, title)
      if (choices) expect(choices, title).toContain(word)
    }
  }
})
