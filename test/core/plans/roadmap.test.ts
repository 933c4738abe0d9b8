import { describe, expect, test } from 'vitest'
import { roadmap } from '../../../core/plans/gallery/roadmap.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { columnOf, findingsOf } from '../../../core/plans/plan.ts'
import { aboutToday, planRows, toldOf, toldOfAll, TODAY, type SheetRow, type Shown } from './planSheet.ts'

const shown = (shows: Shown['shows']): Shown => ({ formula: '=1', shows })
const sound: SheetRow = {
  Idea: 'A first result without set-up',
  Reach: 500,
  Period: 'quarter',
  Impact: 2,
  Confidence: 0.8,
  Effort: 4,
  RICE: shown(200),
  Fits: shown('within capacity'),
  State: 'planned',
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const told = (row: SheetRow) => toldOf(roadmap, { ...sound, ...row })

test('nothing is said of an idea that is ranked, owned and reviewed', () => {
  expect(told({})).toEqual([])
})

describe('what is needed for a rank', () => {
  test.each([
    [
      { Reach: null, Impact: null, Confidence: null, Effort: null },
      'Not ranked yet. Give it reach, impact, confidence and effort.',
    ],
    [{ Confidence: null }, 'Not ranked: it lacks confidence.'],
    [{ Impact: null, Effort: null }, 'Not ranked: it lacks impact and effort.'],
    [{ Effort: 0 }, 'Not ranked: nothing takes no effort. Give it some.'],
    [{ Effort: -1 }, 'Not ranked: its effort is below 0.'],
    [{ Reach: 'all' }, 'Not ranked: its reach “all” is no number. Type it again as one.'],
    [{ Confidence: 80 }, 'Not ranked: a confidence of 80 is no share. Type one, such as 80%.'],
    [{ Confidence: 1 }, ''],
    [{ Reach: 0 }, ''],
    [{ Impact: 3 }, ''],
    [{ Impact: 8 }, 'An impact of 8 is off the scale: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.'],
    [{ Period: null }, 'Its reach is told in no period. Choose one.'],
  ])('%o', (row, sentence) => {
    expect(told(row).join()).toBe(sentence)
  })

  test('is not asked of what is launched or dropped', () => {
    expect(told({ Effort: null, State: 'dropped' })).toEqual([])
    expect(told({ Effort: null, State: 'Launched', 'Launched on': TODAY })).toEqual([])
  })
})

describe('what was launched', () => {
  const launched = { State: 'launched', 'Launched on': TODAY - 40 }

  test.each([
    [{}, 'Launched 40 days ago, never measured. Look at what came of it.'],
    [{ 'Launched on': TODAY - 31 }, 'Launched 31 days ago, never measured. Look at what came of it.'],
    [{ 'Launched on': TODAY - 30 }, ''],
    [{ State: 'in work' }, 'Launched 40 days ago, never measured. Look at what came of it.'],
    [{ State: 'Dropped' }, ''],
    [{ 'First measured on': TODAY - 1 }, ''],
    [{ 'First measured on': TODAY - 41 }, 'Measured before it was launched: one of the two days is wrong.'],
    [{ 'Launched on': null }, 'Launched, and no day says when.'],
    [{ 'Launched on': 'in May' }, ''],
  ])('%o', (row, sentence) => {
    expect(told({ ...launched, ...row }).join()).toBe(sentence)
  })
})

describe('what was promised', () => {
  test.each([
    [{ Promised: TODAY - 8 }, 'Promised for 8 days ago and not delivered. Deliver it, or promise another day.'],
    [{ Promised: TODAY - 8, Delivered: TODAY - 2 }, ''],
    [{ Promised: TODAY - 8, State: 'dropped' }, ''],
    [{ Promised: TODAY }, ''],
    [{ Promised: 'soon' }, ''],
  ])('%o', (row, sentence) => {
    expect(told(row).join()).toBe(sentence)
  })

  test('and is late is red', () => {
    const [row] = planRows(roadmap, { ...sound, Promised: TODAY - 8 })
    expect(findingsOf(roadmap, row!, aboutToday())[0]).toMatchObject({ level: 'red', filter: 'late' })
  })
})

describe('the line of capacity', () => {
  test('is told where work goes on beyond it, and in a quarter', () => {
    const beyond = { ...sound, Fits: shown('beyond capacity'), Quarter: '2026 Q3' }
    expect(told({ ...beyond, State: 'in work' })).toEqual([
      'In work, though it lies beyond the capacity. Say what makes room for it, or put it off.',
    ])
    expect(told(beyond)).toEqual([])
    const rows = planRows(
      roadmap,
      beyond,
      { ...sound, Quarter: '2026 Q3' },
      { ...beyond, Quarter: null },
      { ...sound, Quarter: '2026 Q4' },
    )
    expect(groupsOf(roadmap, rows, roadmap.groups[0]!).map(({ name, warning }) => [name, warning])).toEqual([
      ['2026 Q3', '1 of these lies beyond the capacity.'],
      ['2026 Q4', ''],
      ['', ''],
    ])
    expect(groupsOf(roadmap, planRows(roadmap, beyond, beyond), roadmap.groups[0]!)[0]!.warning).toBe(
      '2 of these lie beyond the capacity.',
    )
  })
})

describe('ideas together', () => {
  const of = (...periods: (string | null)[]) =>
    toldOfAll(
      roadmap,
      periods.map((Period, i) => ({ ...sound, Idea: `Idea ${i}`, Period })),
    )

  test('have their reach told in one period', () => {
    expect(of('quarter', 'Month', 'month')).toEqual([
      'Reach is told a month and a quarter: tell all of it in one period, or the ranks compare what is not alike.',
    ])
    expect(of('year', 'week', 'month')[0]).toMatch(/^Reach is told a week, a month and a year: /)
    expect(of('quarter', 'Quarter', null)).toEqual([])
  })

  test('without a reach are not asked for its period', () => {
    expect(
      toldOfAll(roadmap, [sound, { Idea: 'x', Period: 'month' }, { Idea: 'y', Period: 'month', Reach: 'all' }]),
    ).toEqual([])
  })

  test('of one name are told', () => {
    expect(toldOfAll(roadmap, [sound, sound])).toEqual([
      'Rows 2 and 3 are both called A first result without set-up. Keep one.',
    ])
  })
})

test('the library is small, has nothing red in it and only words that its columns offer', () => {
  const rows = roadmap.library!.sets.flatMap((set) => set.rows)
  expect(rows.length).toBeLessThanOrEqual(10)
  expect(toldOfAll(roadmap, rows as SheetRow[])).toEqual([])
  for (const row of rows) {
    const [own] = planRows(roadmap, row as SheetRow)
    expect(findingsOf(roadmap, own!, aboutToday()).filter(({ level }) => level === 'red')).toEqual([])
    for (const [title, word] of Object.entries(row)) {
      const { choices } = columnOf(roadmap, title)
      if (choices) expect(choices, title).toContain(word)
    }
  }
})
