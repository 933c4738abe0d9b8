import { describe, expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { crossOf } from '../../../core/plans/cross.ts'
import { checklist } from '../../../core/plans/gallery/checklist.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { checklists } from '../../../core/plans/libraries/checklist.ts'
import { libraryId } from '../../../core/plans/libraryRows.ts'
import { columnOf, findingsOf } from '../../../core/plans/plan.ts'
import { aboutToday, planRows, TODAY, toldOf, toldOfAll, type SheetRow } from './planSheet.ts'

const sound: SheetRow = { Step: 'Baseline noted', List: 'Launch', Due: TODAY, Owner: 'Kim' }
const told = (row: SheetRow) => toldOf(checklist, { ...sound, ...row })
const NO_DAY = 'There is no day by which it is to be done.'
const UNANSWERED = 'Nobody has answered it: product, customer or hybrid.'

describe('a step', () => {
  test.each<[string, SheetRow, string[]]>([
    ['that is owned and due today', {}, []],
    ['that was due yesterday', { Due: TODAY - 1 }, ['Due 1 day ago and not done. Do it, or move the day.']],
    ['that was due and is done', { Due: TODAY - 9, Done: 'Yes', 'Done on': TODAY - 10 }, []],
    ['that was due and has a day', { Due: TODAY - 9, 'Done on': TODAY }, []],
    ['that is not needed', { Due: TODAY - 9, Done: 'NOT needed', Owner: null }, []],
    ['without a day', { Due: null }, [NO_DAY]],
    ['without an owner', { Owner: ' ' }, ['Nobody owns it.']],
    ['that is done needs neither', { Due: null, Owner: null, Done: 'yes', 'Done on': TODAY }, []],
    ['done without a day', { Done: 'yes' }, ['Done, and nobody knows when. Note the day.']],
    [
      'done some day to come',
      { Done: 'yes', 'Done on': TODAY + 2 },
      ['Done on says 2026-03-19, which is still to come. Mend the day.'],
    ],
    ['due in words', { Due: 'in May' }, ['“in May” in Due is no date. Type one, such as 2026-03-01.']],
    ['due on a day in text', { Due: '2026-03-01' }, ['“2026-03-01” in Due is text. Type it again as a date.']],
    ['done on a day in words', { 'Done on': 'May' }, ['“May” in Done on is no date. Type one, such as 2026-03-01.']],
    ['with 0 for a day', { Due: 0 }, ['“0” in Due is no date. Type one, such as 2026-03-01.']],
  ])('%s', (_, row, sentences) => {
    expect(told(row)).toEqual(sentences)
  })

  test('that is overdue is red', () => {
    const [row] = planRows(checklist, { ...sound, Due: TODAY - 8 })
    expect(findingsOf(checklist, row!, aboutToday())).toMatchObject([{ level: 'red', filter: 'overdue' }])
  })

  test('that is a question is answered, and needs no owner and no day', () => {
    const question = { Step: 'What do buyers compare? ', Due: null, Owner: null }
    expect(told(question)).toEqual([UNANSWERED])
    expect(told({ ...question, Answer: 'Hybrid' })).toEqual([])
    expect(told({ ...question, Done: 'not needed' })).toEqual([])
  })
})

describe('a list', () => {
  const rows = planRows(
    checklist,
    { ...sound, Done: 'yes', State: 'done' },
    { ...sound, 'Done on': TODAY, State: 'done' },
    { ...sound, State: 'open' },
    { ...sound, Done: 'not needed', State: 'not needed' },
    { ...sound, List: 'launch', Due: TODAY - 1, State: 'overdue' },
    { ...sound, List: 'Training', Done: 'yes', State: 'done' },
    { ...sound, List: null, 'Done on': 'May', State: 'open' },
  )

  test('says how much of it is done until all is, without what is not needed', () => {
    const groups = groupsOf(checklist, rows, checklist.groups[0]!)
    expect(groups.map(({ name, warning }) => [name, warning])).toEqual([
      ['Launch', '2 of 4 done.'],
      ['Training', ''],
      ['', '0 of 1 done.'],
    ])
  })

  test('is counted by its state', () => {
    const { across, lines, unsaid } = crossOf(rows, checklist.crosses![0]!)
    expect(across).toEqual(['done', 'open', 'overdue', 'not needed'])
    expect(lines).toEqual([
      { word: 'Launch', counts: [2, 1, 1, 1] },
      { word: 'Training', counts: [1, 0, 0, 0] },
    ])
    expect(unsaid).toBe(1)
  })

  test('has each step once', () => {
    const step = { Step: 'A', List: 'Launch' }
    expect(toldOfAll(checklist, [step, { Step: 'a', List: 'launch' }, { Step: 'A', List: 'Other' }])).toEqual([
      'Rows 2 and 3 are both “A, Launch”. Keep one, or say what differs.',
    ])
  })
})

describe('the reading of the questions', () => {
  const asked = (...answers: (string | null)[]) =>
    toldOfAll(
      checklist,
      answers.map((Answer, i) => ({ Step: `Question ${i}?`, List: 'Approach', Answer })),
    )
  const of = (product: number, customer: number, hybrid: number) =>
    asked(
      ...Array(product).fill('product'),
      ...Array(customer).fill('Customer'),
      ...Array(hybrid).fill('hybrid'),
    ).join()

  test('is that of more than half of the answers, and else both', () => {
    expect(of(5, 2, 1)).toBe(
      'Approach: 5 product, 2 customer, 1 hybrid. Product-based marketing suits you: win by what it does, and see that those who buy come back.',
    )
    expect(of(2, 6, 0)).toMatch(/^Approach: 2 product, 6 customer\. Customer-based marketing suits you: /)
    expect(of(4, 4, 0)).toMatch(/^Approach: 4 product, 4 customer\. A hybrid suits you: /)
    expect(of(3, 3, 2)).toMatch(/A hybrid suits you/)
    expect(of(0, 0, 8)).toMatch(/^Approach: 8 hybrid\. A hybrid suits you/)
  })

  test('waits until all are answered, but for those that are not needed', () => {
    expect(asked('product', null, 'customer')).toEqual(['Approach: 1 product, 1 customer, 1 of 3 to answer.'])
    expect(asked(null, null)).toEqual([])
    expect(asked('some', null)).toEqual([])
    const rows: SheetRow[] = [
      { Step: 'A?', Answer: 'product' },
      { Step: 'B?', Done: 'not needed' },
    ]
    expect(toldOfAll(checklist, rows)).toEqual([expect.stringMatching(/^1 product\. Product-based marketing/)])
  })

  test('is of each list by itself', () => {
    const rows: SheetRow[] = [
      { Step: 'A?', List: 'North', Answer: 'product' },
      { Step: 'B?', List: 'South', Answer: 'customer' },
      { Step: 'A step', List: 'North' },
    ]
    expect(toldOfAll(checklist, rows).map((text) => text.slice(0, 16))).toEqual([
      'North: 1 product',
      'South: 1 custome',
    ])
  })
})

describe.each(checklists.map(({ name, rows }) => [name, rows] as const))('the list %s to start from', (name, rows) => {
  test('has steps with a reason, each once and in its list, on paths that there are', () => {
    expect(rows.length).toBeGreaterThanOrEqual(7)
    expect(new Set(rows.map(({ Step }) => Step)).size).toBe(rows.length)
    for (const row of rows) {
      expect(row.List).toBe(name)
      expect(row.Why, row.Step).toMatch(/^\p{Lu}.{15,110}\.$/u)
      expect(row.Step).not.toMatch(/\.$/)
      if ('Path' in row) expect(columnOf(checklist, 'Path').choices).toContain(row.Path)
    }
  })

  test('finds nothing red in them, and speaks of functions and plans that there are', () => {
    const found = planRows(checklist, ...rows).flatMap((row) => findingsOf(checklist, row, aboutToday()))
    expect(found.filter(({ level }) => level === 'red')).toEqual([])
    const why = rows.map(({ Why }) => Why).join(' ')
    for (const [metric] of why.matchAll(/\b[A-Z]{3,}(?:_[A-Z]+)*\b/g)) {
      if (metric !== 'RICE') expect(findMetric(metric), metric).toBeDefined()
    }
  })
})

test('the lists are those of the plan: eight questions, seven steps, no two rows of one id', () => {
  const [questions, steps] = checklists
  expect([questions.rows.length, steps.rows.length, checklists.length]).toEqual([8, 7, 6])
  expect(questions.rows.every(({ Step }) => Step.endsWith('?'))).toBe(true)
  const ids = checklists.flatMap(({ rows }) => rows.map(({ Step }) => libraryId(Step, () => false)))
  expect(new Set(ids).size).toBe(ids.length)
  const named = checklists.flatMap(({ rows }) =>
    rows.flatMap(({ Why }) => [...Why.matchAll(/\bplan (\p{Lu}\p{L}+)/gu)].map(([, plan]) => plan)),
  )
  // Each is written beside this one.
  for (const name of named)
    expect([...plans.map((plan) => plan.name), 'Journey', 'Pilot', 'Messages', 'Offerings']).toContain(name)
})
